"""A target that prose sets for an indicator and a year does not contradict the value in the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from recon.checks.indicator_rows import broken, holds, spot, undecided
from recon.extract.indicators import same_name
from recon.extract.narrative_targets import Names, Target, targets
from recon.extract.wording import wording
from recon.ledger.ledger import Ledger
from recon.model.amount import WIDE
from recon.model.document import Paragraph
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import SAYS, Indicator, IndicatorValue
from recon.model.locator import Locator
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Every sentence that plainly speaks of one indicator, in its unit, for one of its years."""
    words = wording(vocabulary)
    for extraction in extractions:
        groups: dict[str, list[Indicator]] = {}
        for indicator in extraction.indicators:
            groups.setdefault(same_name(indicator.name), []).append(indicator)
        names, told = Names(list(groups)), set()
        rows = list(groups.values())
        for text, at in _prose(extraction) if rows else ():
            for target in targets(text, names, words):
                found = _judged(rows[target.name], target, at)
                said = (target.name, target.year, target.reading.value)
                if found is not None and (found.observation is None or said not in told):
                    told.add(said)  # a passport and its text repeat one sentence: it is told once
                    yield found


def _prose(extraction: Extraction) -> Iterator[tuple[str, Locator]]:
    """Paragraphs, and the cells of tables that are not of indicators: the passport states its results in them."""
    path, number = extraction.document.path, 0
    for block in extraction.document.blocks:
        if isinstance(block, Paragraph):
            number += 1
            yield block.text, Locator(path, block.line, paragraph=number, page=block.page, bbox=block.bbox)
    own = {indicator.table for indicator in extraction.indicators}
    for table in extraction.outline().tables:
        for row in table.rows if table.id not in own else ():
            for column, text in enumerate(row.texts, 1):
                yield text, row.at._replace(column=column)


def _judged(rows: list[Indicator], target: Target, at: Locator) -> Comparison | None:
    """None where the table speaks of another unit or not of this year."""
    same = [(row, value) for row in rows if row.kind == target.kind for value in row.yearly
            if value.period == target.year]  # fmt: skip
    if not same:
        return None
    said = [(row, value) for row, value in same if value.form in SAYS and value.number is not None]
    about = [value for _, value in same]
    if any(_agrees(value, target) for _, value in said):
        return holds(*about)
    if len({value.number for _, value in said}) != 1:
        return undecided(*about)  # no number, or repeats that differ: nobody can say which one is meant
    row, value = said[0]
    return broken(
        "finding.narrative-target", row, value, at=at, expected=value.reading.raw, about=about,
        raw=target.reading.raw, name=row.name, year=target.year, other=value.reading.raw, spot=spot(value.at),
    )  # fmt: skip


def _agrees(value: IndicatorValue, target: Target) -> bool:
    """Prose may round to fewer digits than the table has."""
    one, other = value.number, target.reading.value
    if one is None or other is None:
        return False
    return one == other or one.quantize(Decimal(1).scaleb(-target.reading.decimals), ROUND_HALF_UP, WIDE) == other

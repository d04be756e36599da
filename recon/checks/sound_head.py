"""The head of a table, the row that numbers its columns, and the columns agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.form import holds, told, undecided
from recon.extract.grids import is_numbering_row
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.outline import OutlineTable
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: rows that must go beyond the numbered columns before a column without a number is reported
_FEWEST = 3


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Numbers of columns in order, none without its number, and as many amounts as the period has years."""
    for extraction in extractions:
        headless = {gap.at.table for gap in extraction.gaps if gap.kind == "gap.lost-head"}
        financing = {table.id for table in extraction.tables if table.role == "financing"}
        for table in extraction.outline().tables:
            yield from _numbering(table)
            if table.id in headless & financing:
                yield _amounts(table, extraction)


def _numbering(table: OutlineTable) -> Iterator[Comparison]:
    if not table.numbering:
        return
    row = table.numbering[0]
    labels = [text.strip() for text in row.texts if text.strip()]
    wrong = next((n for n, label in enumerate(labels, 1) if label != str(n)), None)
    if wrong is not None and not is_numbering_row(row.texts):
        said: dict[str, object] = {"raw": labels[wrong - 1], "expected": str(wrong)}
        yield told("finding.column-number", row.at, said, stated=labels[wrong - 1], expected=str(wrong))
        return
    last = max(n for n, text in enumerate(row.texts) if text.strip())
    beyond = [other for other in table.rows if any(text.strip() for text in other.texts[last + 1 :])]
    if len(beyond) >= _FEWEST:
        yield told("finding.column-without-number", beyond[0].at, {"columns": len(labels)}, stated=str(len(labels)))
        return
    yield holds()


def _amounts(table: OutlineTable, extraction: Extraction) -> Comparison:
    """A table without its head: the columns of amounts against the years of the stated period."""
    period = extraction.outline().period
    columns = len({figure.period for figure in extraction.figures if figure.table == table.id and figure.adds})
    if period is None or not columns or table.at is None:
        return undecided()
    first, last, _ = period
    years = last - first + 1
    if columns in (years, years + 1):
        return holds()
    said: dict[str, object] = {"columns": columns, "first": str(first), "last": str(last), "years": years}
    return told("finding.columns-of-period", table.at, said, stated=str(columns), expected=str(years + 1))

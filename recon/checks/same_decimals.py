"""One table prints its figures with one number of decimals, and so does one row of an indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recon.checks.form import holds, told, undecided
from recon.ledger.ledger import Ledger
from recon.model.amount import Reading, State
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: fewer figures than this have no precision in common
_FEWEST = 3
#: forms whose digits are shown by a number format, cell by cell, and not written by a person
_FORMATTED = frozenset({"xlsx", "xls", "ods", "csv"})

_Stated = tuple[Reading, Locator]


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """A table that mixes decimals is named once, at the first figure that differs from most."""
    for extraction in extractions:
        if extraction.document.form in _FORMATTED:
            continue
        tables: dict[str, list[_Stated]] = {}
        for figure in extraction.figures:
            if figure.adds and figure.role == "amount":
                tables.setdefault(figure.table, []).append((figure.reading, figure.at))
        for stated in tables.values():
            yield _one(stated, "finding.mixed-decimals")
        for indicator in extraction.indicators:
            if len(indicator.values) >= _FEWEST:
                row = [(value.reading, value.at) for value in indicator.values]
                yield _one(row, "finding.mixed-decimals.row", code=indicator.code, element=indicator.name)


def _one(stated: Iterable[_Stated], message: str, **about: str) -> Comparison:
    printed = [(reading, at) for reading, at in stated if reading.state is State.STATED]
    if len(printed) < _FEWEST:
        return undecided()
    numbers = Counter(reading.decimals for reading, _ in printed)
    common = numbers.most_common(1)[0][0]
    odd = [(reading, at) for reading, at in printed if reading.decimals != common]
    if not odd:
        return holds()
    reading, at = odd[0]
    said: dict[str, object] = {"raw": reading.raw, "odd": reading.decimals, "common": common, "count": len(odd)}
    return told(message, at, said, stated=reading.raw, **about)

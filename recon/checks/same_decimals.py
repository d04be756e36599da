"""One table prints its figures with one number of decimals, and so does one row of an indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from recon.checks.form import holds, told, undecided
from recon.ledger.columns import columns_of
from recon.ledger.grouping import grouped
from recon.ledger.ledger import Ledger
from recon.model.amount import State
from recon.model.figure import Extraction, Figure
from recon.model.finding import Comparison
from recon.model.indicator import IndicatorValue
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: fewer figures than this have no precision in common
_FEWEST = 3
#: forms whose digits are shown by a number format, cell by cell, and not written by a person
_FORMATTED = frozenset({"xlsx", "xls", "ods", "csv"})

_Stated = Figure | IndicatorValue


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """A table that mixes decimals is named once, at the first figure that differs from most."""
    for extraction in extractions:
        if extraction.document.form in _FORMATTED:
            continue
        columns = columns_of(extraction)
        stated = columns.state == int(State.STATED)
        tables = grouped(np.flatnonzero(columns.adds & columns.role.are("amount".__eq__)), columns.table.codes)
        for number in range(len(tables)):
            own = tables[number][stated[tables[number]]]
            if len(own) >= _FEWEST and not np.ptp(columns.decimals[own]):
                yield holds()
            else:
                yield _one([extraction.figures[figure] for figure in own.tolist()], "finding.mixed-decimals")
        for indicator in extraction.indicators:
            if len(indicator.values) >= _FEWEST:
                yield _one(indicator.values, "finding.mixed-decimals.row", code=indicator.code, element=indicator.name)


def _one(stated: Iterable[_Stated], message: str, **about: str) -> Comparison:
    printed = [each for each in stated if each.reading.state is State.STATED]
    if len(printed) < _FEWEST:
        return undecided()
    numbers = Counter(each.reading.decimals for each in printed)
    common, count = numbers.most_common(1)[0]
    if count == len(printed):
        return holds()
    odd = next(each for each in printed if each.reading.decimals != common)
    reading = odd.reading
    said: dict[str, object] = {
        "raw": reading.raw, "odd": reading.decimals, "common": common, "count": len(printed) - count,
    }  # fmt: skip
    return told(message, odd.at, said, stated=reading.raw, **about)

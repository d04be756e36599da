"""Not everything is zero: a table, a year or an element of nothing but zeros may be a placeholder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.lookup import categories, codes
from recon.checks.noticed import observation
from recon.checks.unfilled_indicators import zero_indicators
from recon.ledger.grouping import grouped
from recon.ledger.ledger import Ledger
from recon.model.amount import ADDS, State
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.rule import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: fewer figures than this say nothing about a placeholder
_FEWEST = 2


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """The widest placeholder is named once: a zero table hides its years, a zero parent hides its children.

    Dashes in every cell of a row or a year declare that there is nothing: whoever prints them has filled it in.
    """
    yield from zero_indicators(extractions, vocabulary)
    if not extractions:
        return  # a ledger file has no rows or columns of print that could have been left unfilled
    amounts, periods = ledger.figures["amount"].to_numpy() != 0, codes(ledger, "period")
    printed = ledger.figures["state"].to_numpy() != int(State.NIL)
    adds = np.flatnonzero(np.isin(ledger.figures["state"].to_numpy(), [int(state) for state in ADDS]))
    of_table = codes(ledger, "document").astype(np.int64) * len(categories(ledger, "table")) + codes(ledger, "table")
    tables = grouped(adds, of_table)
    for number, (first, count) in enumerate(zip(tables.first.tolist(), tables.count.tolist(), strict=True)):
        if count < _FEWEST:
            continue
        if not amounts[tables[number]].any():
            yield observation("finding.zero-table", ledger, first, figures=count)
            continue
        if ledger.at("table_role", first) != "financing":
            continue
        years = grouped(tables[number], periods)
        unfilled = (years.count >= _FEWEST) & ~years.each(np.logical_or, amounts) & years.each(np.logical_or, printed)
        for year in np.flatnonzero(unfilled).tolist():
            at, figures = int(years.first[year]), int(years.count[year])
            yield observation("finding.zero-year", ledger, at, year=ledger.at("period", at), figures=figures)
        yield from _elements(ledger, tables[number], amounts, printed)


def _elements(
    ledger: Ledger, table: NDArray[np.int64], amounts: NDArray[np.bool_], printed: NDArray[np.bool_]
) -> Iterator[Observation]:
    own, parents = ledger.figures["element"].to_numpy(), ledger.elements["parent"].to_numpy()
    rows = grouped(table, own)
    funded = rows.each(np.logical_or, amounts)
    paid = dict(zip(own[rows.first].tolist(), funded.tolist(), strict=True))
    for row in np.flatnonzero(~funded & rows.each(np.logical_or, printed)).tolist():
        figure = int(rows.first[row])
        if paid.get(int(parents[own[figure]]), True):
            yield observation("finding.zero-element", ledger, figure)

"""Not everything is zero: a table, a year or an element of nothing but zeros may be a placeholder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from recon.checks.noticed import observation
from recon.checks.unfilled_indicators import zero_indicators
from recon.ledger.ledger import Ledger
from recon.model.amount import ADDS, State
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.rule import Vocabulary

if TYPE_CHECKING:
    import pandas as pd

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
    figures = ledger.figures
    adds = figures[figures["state"].isin([int(state) for state in ADDS])]
    for _, table in adds.groupby(["document", "table"], observed=True, sort=False):
        if len(table) < _FEWEST:
            continue
        first = int(table.index[0])
        if not table["amount"].any():
            yield observation("finding.zero-table", ledger, first, figures=len(table))
            continue
        if table["table_role"].iat[0] != "financing":
            continue
        for period, year in table.groupby("period", observed=True, sort=False):
            if len(year) >= _FEWEST and not year["amount"].any() and not _declared(year):
                yield observation("finding.zero-year", ledger, int(year.index[0]), year=str(period), figures=len(year))
        yield from _elements(ledger, table)


def _elements(ledger: Ledger, table: pd.DataFrame) -> Iterator[Observation]:
    rows = {int(str(element)): figures for element, figures in table.groupby("element", sort=False)}
    funded = {element: bool(figures["amount"].any()) for element, figures in rows.items()}
    first = table["element"].drop_duplicates()
    parents = ledger.elements["parent"].to_numpy()
    for figure, element in zip(first.index, first, strict=True):
        if not funded[element] and funded.get(int(parents[element]), True) and not _declared(rows[element]):
            yield observation("finding.zero-element", ledger, int(figure))


def _declared(figures: pd.DataFrame) -> bool:
    """Whether every one of them is a dash."""
    return bool((figures["state"] == int(State.NIL)).all())

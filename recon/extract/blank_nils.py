"""Tables that leave cells of nothing blank: their sums hold with the blanks as zeros, and only so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from recon.extract.adds_up import evidence
from recon.model.amount import Reading, State
from recon.model.element import Element
from recon.model.figure import Extraction, Figure
from recon.model.source import SourceTree

#: blanks of a table, and sums with blanks among their figures that hold, before blanks are held to be zeros
_FEWEST = 5


def settle_blanks(extraction: Extraction, tree: SourceTree) -> None:
    """A blank is a nil in the tables that say so; in all others it stays what it is, a figure that is missing."""
    tables: dict[str, list[Figure]] = {}
    for figure in extraction.figures:
        if not isinstance(figure.printed, str) and figure.printed.state is State.BLANK and figure.adds:
            tables.setdefault(figure.table, []).append(figure)
    for table, blank in tables.items():
        if len(blank) < _FEWEST:
            continue
        figures = [figure for figure in extraction.figures if figure.table == table and figure.adds]
        if _mean_nothing(figures, blank, extraction.elements, tree):
            for figure in blank:
                figure.reading = _nil(figure)


def _nil(figure: Figure) -> Reading:
    reading = figure.reading
    return Reading(State.NIL, Decimal(0), reading.decimals, reading.raw, reading.mark)


def _mean_nothing(
    figures: Sequence[Figure], blank: Sequence[Figure], elements: Sequence[Element], tree: SourceTree
) -> bool:
    """Whether nearly all sums that blanks leave undecided hold with zeros in their places."""
    before = evidence(figures, elements, tree)
    kept = [figure.reading for figure in blank]
    for figure in blank:
        figure.reading = _nil(figure)
    after = evidence(figures, elements, tree)
    for figure, reading in zip(blank, kept, strict=True):
        figure.reading = reading
    held = after.holding + after.weak - before.holding - before.weak
    return held >= _FEWEST and held >= 4 * (after.broken - before.broken)

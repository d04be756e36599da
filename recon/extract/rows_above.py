"""Rows of numbers above the first figures that were taken of a table: no head has them, so a table may stand there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from recon.extract.grids import Grid
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_of
from recon.model.figure import Extraction, Gap
from recon.model.locator import Locator

#: so many rows with so many numbers each are no head
_FEWEST_ROWS, _FEWEST_NUMBERS = 3, 2


def gaps_of_rows_above(grids: Sequence[Grid], extraction: Extraction) -> Iterator[Gap]:
    """A gap for each table with such rows."""
    first: dict[str, int] = {}
    for figure in extraction.figures:
        table = extraction.inside.get(figure.table, figure.table)
        row = figure.place.row or 0
        if row < first.get(table, row + 1):
            first[table] = row
    for grid in grids:
        above = grid.rows[: bisect_left(grid.rows, first.get(grid.id, 0), key=attrgetter("number"))]
        rows = [row for row in above if sum(map(_is_amount, row.texts)) >= _FEWEST_NUMBERS]
        if len(rows) >= _FEWEST_ROWS and not grid.in_place:
            line = next((cell.line for cell in rows[0].cells if cell is not None), None)
            at = Locator(extraction.document.path, line, grid.id, rows[0].number, 1, grid.sheet)
            yield Gap("gap.rows-above", at, {"rows": len(rows)})


def _is_amount(text: str) -> bool:
    return bool(text) and looks_like_number(text) and period_of(text) is None and any(map(str.isdigit, text))

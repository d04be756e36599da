"""What the rows of a table print in its columns of figures, before anyone knows what the rows mean."""

from __future__ import annotations

from dataclasses import dataclass

from recon.extract.grids import Grid, GridRow
from recon.extract.heads import Layout
from recon.extract.numbers import read_cell
from recon.extract.places import place_of_row
from recon.model.amount import Reading, State
from recon.model.locator import Locator

_BLANK = Reading(State.BLANK, None, 0, "")
#: states of cells that make no row of figures
_WORDLESS = frozenset({State.BLANK, State.UNREADABLE})


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of data.

    places: of each figure, or of the row with the column (from 1) of each; none where no figure stands.
    """

    row: GridRow
    readings: list[Reading]
    places: list[tuple[Locator, int | None]]


def printed_rows(grid: Grid, layout: Layout, document: str) -> list[PrintedRow]:
    """The rows of data."""
    found = []
    indices = [column.index for column in layout.columns]
    for row in grid.rows[layout.first :]:
        readings = [_reading(row, column.index) for column in layout.columns]
        told = any(reading.state not in _WORDLESS for reading in readings)
        found.append(PrintedRow(row, readings, _places(document, grid, row, indices) if told else []))
    return found


def _reading(row: GridRow, column: int) -> Reading:
    cell = row.cells[column]
    return read_cell(cell) if cell is not None and (row.texts[column] or cell.number is not None) else _BLANK


def _places(document: str, grid: Grid, row: GridRow, columns: list[int]) -> list[tuple[Locator, int | None]]:
    shared = place_of_row(document, grid, row, columns)
    if shared is not None:
        return [(shared, column + 1) for column in columns]
    return [(place_in_row(document, grid, row, column), None) for column in columns]


def place_in_row(document: str, grid: Grid, row: GridRow, column: int | None) -> Locator:
    cell = row.cells[column] if column is not None else None
    anchor = cell or next((c for c in row.cells if c is not None), None)
    line, ref = anchor.line if anchor is not None else None, cell.ref if cell is not None else None
    number = anchor.row if anchor is not None and grid.in_place else row.number
    place = None if column is None else cell.column if cell is not None and grid.in_place else column + 1
    return Locator(document, line, grid.id, number, place, grid.sheet, ref)

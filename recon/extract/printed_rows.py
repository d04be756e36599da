"""What the rows of a table print in its columns of figures, before anyone knows what the rows mean."""

from __future__ import annotations

from dataclasses import dataclass

from recon.extract.grids import Grid, GridRow
from recon.extract.layouts import Layout
from recon.extract.numbers import BLANK, printed_as, printed_in
from recon.extract.places import place_of_row
from recon.model.amount import Reading, State, are_ordinary, is_ordinary
from recon.model.locator import Locator

#: states of cells that make no row of figures
_WORDLESS = frozenset({State.BLANK, State.UNREADABLE})


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of data.

    printed: in each column of figures, an ordinary number as its text.
    places: of each figure, or of the row with the column (from 1) of each; none where no figure stands.
    """

    row: GridRow
    printed: list[Reading | str]
    places: list[tuple[Locator, int | None]]


def printed_rows(grid: Grid, layout: Layout, document: str) -> list[PrintedRow]:
    """The rows of data."""
    found = []
    indices = [column.index for column in layout.columns]
    for row in grid.rows[layout.first :]:
        printed = printed_cells(row, indices)
        told = any(isinstance(each, str) or each.state not in _WORDLESS for each in printed)
        found.append(PrintedRow(row, printed, _places(document, grid, row, indices) if told else []))
    return found


def printed_cells(row: GridRow, columns: list[int]) -> list[Reading | str]:
    """What stands in these columns of a row, an ordinary number as its text."""
    texts = [row.texts[column] for column in columns]
    if row.plain is not None:
        if are_ordinary(texts):
            return [*texts]
        return [text if is_ordinary(text) else printed_as(text) for text in texts]
    cells = [row.cells[column] for column in columns]
    return [
        printed_in(cell) if cell is not None and (text or cell.number is not None) else BLANK
        for cell, text in zip(cells, texts, strict=True)
    ]


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

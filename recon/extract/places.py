"""Where a cell of a grid stands, in the terms of its own format."""

from __future__ import annotations

from collections.abc import Iterable

from recon.extract.grids import Grid, GridRow
from recon.model.document import PlainRow
from recon.model.locator import Locator, PlaceOnPage


def column_letters(number: int) -> str:
    """A workbook's name of its column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of_row(document: str, grid: Grid, row: GridRow, columns: Iterable[int]) -> Locator | None:
    """The one place that these cells of a row share but for their columns; None where they have places of their own."""
    if row.plain is not None and grid.sheet is None and not grid.in_place:
        return _place_of_plain(document, grid, row.number, row.plain, columns)
    anchor = next((c for c in row.cells if c is not None), None)
    if grid.in_place or grid.sheet is not None or anchor is None or anchor.page is not None:
        return None
    for column in columns:
        cell = row.cells[column]
        if cell is not None and (cell.ref is not None or cell.page is not None or cell.line != anchor.line):
            return None
    return place_in(document, grid, row, None)


def _place_of_plain(
    document: str, grid: Grid, number: int, row: PlainRow, columns: Iterable[int]
) -> Locator | None:
    at, first = row.on_page, row.column - 1
    if at is None:
        return Locator(document, None, grid.id, number)
    if not all(first <= column < first + len(row) for column in columns):
        return None  # a cell from a row above covers one of them
    place = PlaceOnPage(document, None, grid.id, number, page=at.page, bbox=at.box(row.column))
    place.row_on_page, place.deep = at, {row.column + cell: rows for cell, rows in row.deep.items()}
    return place


def place_in(document: str, grid: Grid, row: GridRow, column: int | None) -> Locator:
    """The place of the cell in this row and column (from 0), of the row where no column is named.

    Its line, page and box are the cell's own; of a blank one, those of its row.
    """
    if row.plain is not None and row.plain.on_page is None and grid.sheet is None and not grid.in_place:
        return Locator(document, None, grid.id, row.number, None if column is None else column + 1)
    cell = row.cells[column] if column is not None else None
    anchor = cell or next((c for c in row.cells if c is not None), None)
    number = row.number
    if grid.in_place and anchor is not None:
        number, column = anchor.row, anchor.column - 1 if column is not None else None
    ref = cell.ref if cell is not None else None
    if ref is None and grid.sheet is not None and column is not None:
        ref = f"{column_letters(column + 1)}{number}"  # a workbook does not store its blank cells
    line, page, box = (anchor.line, anchor.page, anchor.bbox) if anchor is not None else (None, None, None)
    return Locator(document, line, grid.id, number, None if column is None else column + 1, grid.sheet, ref, page, box)

"""One sheet of an OpenDocument workbook: its non-empty cells at their true addresses, repetitions written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from recon.model.document import Cell
from recon.readers.odf_styles import OFFICE, TABLE, count
from recon.readers.odf_values import formula_of, put_value
from recon.readers.odf_words import PARAGRAPHS, Words
from recon.readers.xlsx_formulas import column_letters

if TYPE_CHECKING:
    from lxml.etree import _Element

ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_WRAPPERS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
#: The width of sheets before they were made wider: what is repeated up to there fills the sheet as well.
_OLD_LAST_ROW, _OLD_LAST_COLUMN = 65_536, 1_024
#: More cells than this by repetition alone are no content.
_MOST_REPEATED = 300_000
_HIDDEN = frozenset({"collapse", "filter"})


class TooManyRepeated(Exception):
    """Cells are repeated beyond all measure, or to below the last row of any sheet."""


@dataclass(slots=True)
class Sheet:
    """Non-empty cells by row; what is hidden; texts that lie under merges; cells made by repetition alone."""

    rows: dict[int, list[Cell]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    covered: int = 0
    repeated: int = 0

    def repeat(self, cells: int) -> None:
        self.repeated += cells
        if self.repeated > _MOST_REPEATED:
            raise TooManyRepeated


def rows_of(table: _Element) -> Iterator[_Element]:
    """Rows of a table, those in heads and groups included."""
    for child in table.iterchildren("{*}*"):
        if child.tag == ROW:
            yield child
        elif child.tag in _WRAPPERS:
            yield from rows_of(child)


def read_sheet(table: _Element, words: Words) -> Sheet:
    """The cells of a sheet, with merged ranges applied."""
    sheet = Sheet()
    number = 1
    for row in rows_of(table):
        times = max(1, count(row, f"{TABLE}number-rows-repeated", 1))
        cells = _cells(row, number, words, sheet)
        if cells:
            if number > _LAST_ROW:
                raise TooManyRepeated
            written = 1 if number + times - 1 in (_OLD_LAST_ROW, _LAST_ROW) else times
            sheet.repeat((written - 1) * len(cells))
            for place in range(number, number + written):
                sheet.rows[place] = cells if place == number else [_moved(cell, place) for cell in cells]
            if row.get(f"{TABLE}visibility") in _HIDDEN:
                sheet.hidden.update(range(number, number + written))
        number += times
    _end_spans(sheet)
    sheet.hidden_columns = _hidden_columns(table)
    return sheet


def _hidden_columns(table: _Element) -> set[int]:
    hidden: set[int] = set()
    number = 1
    for column in table.iter(f"{TABLE}table-column"):
        times = max(1, count(column, f"{TABLE}number-columns-repeated", 1))
        if column.get(f"{TABLE}visibility") in _HIDDEN:
            hidden.update(range(number, min(number + times, _LAST_COLUMN + 1)))
        number += times
    return hidden


def _cells(row: _Element, number: int, words: Words, sheet: Sheet) -> list[Cell]:
    cells: list[Cell] = []
    column = 1
    for element in row:
        times = max(1, count(element, f"{TABLE}number-columns-repeated", 1))
        if element.tag == CELL:
            cell = _cell(element, number, column, words)
            if cell is not None:
                written = 1 if column + times - 1 in (_OLD_LAST_COLUMN, _LAST_COLUMN) else times
                sheet.repeat(written - 1)
                cells.append(cell)
                for place in range(column + 1, column + written):
                    cells.append(replace(cell, column=place, ref=f"{column_letters(place)}{number}"))
        elif element.tag == COVERED:
            sheet.covered += any(text for text in _texts(element, words, []))
        else:
            continue
        column += times
    return cells


def _cell(element: _Element, row: int, column: int, words: Words) -> Cell | None:
    across = count(element, f"{TABLE}number-columns-spanned", 1)
    down = count(element, f"{TABLE}number-rows-spanned", 1)
    kind = element.get(f"{OFFICE}value-type")
    formula = element.get(f"{TABLE}formula")
    if len(element) == 0 and kind is None and formula is None and across <= 1 and down <= 1:
        return None
    marks: list[str] = []
    shown = "\n".join(_texts(element, words, marks)).strip()
    if not shown and kind is None and formula is None and across <= 1 and down <= 1:
        return None
    cell = Cell(shown, row, column, max(1, down), max(1, across), ref=f"{column_letters(column)}{row}")
    cell.formula, cell.mark = formula_of(formula), "".join(marks)
    put_value(cell, element, shown)
    return cell


def _texts(element: _Element, words: Words, marks: list[str]) -> list[str]:
    texts = [words.paragraph(child, marks) for child in element if child.tag in PARAGRAPHS]
    words.take_boxes()  # drawings lie over the sheet, not in its cells
    return texts


def _moved(cell: Cell, row: int) -> Cell:
    return replace(cell, row=row, ref=f"{column_letters(cell.column)}{row}")


def _end_spans(sheet: Sheet) -> None:
    """A range that is drawn beyond everything else ends with the last cell that says something."""
    last_row = max(sheet.rows, default=0)
    last_column = max((cell.column for cells in sheet.rows.values() for cell in cells), default=0)
    for cells in sheet.rows.values():
        for cell in cells:
            cell.rows = max(1, min(cell.rows, last_row - cell.row + 1))
            cell.columns = max(1, min(cell.columns, last_column - cell.column + 1))

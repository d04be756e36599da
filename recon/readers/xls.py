"""XLS, the binary workbook of Excel 97 to 2003: every visible sheet a table, with true addresses and exact numbers.

As with XLSX, `Cell.text` is what a viewer shows and `Cell.number` is in the scale that is shown. Such a file does not
say apart which number was typed and which was computed, so both are taken at the fifteen digits that Excel keeps.
Formulas are not read, macros never run, links to other files never followed.
"""

from __future__ import annotations

import struct
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TextIO

from recon.model.document import Cell, Document, Table
from recon.model.errors import UnreadableDocument
from recon.readers.merged_ranges import merge
from recon.readers.number_formats import date_kind, show, show_date
from recon.readers.xlsx_formulas import column_letters
from recon.readers.xlsx_values import exact, plain_text

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

SUFFIXES: tuple[str, ...] = (".xls",)
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_RAISED = 1
#: What xlrd raises on a file that breaks off or contradicts itself: it was written to trust its input.
_DAMAGED = (
    struct.error, AssertionError, AttributeError, LookupError, MemoryError, OverflowError, TypeError, ValueError,
    RecursionError, ArithmeticError, OSError, NotImplementedError, EOFError,
)  # fmt: skip


class _Silence:
    """Takes the place of the standard output, to which xlrd would write its warnings."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        pass


def read(path: str, data: bytes, sha256: str) -> Document:
    """One table for each visible sheet that holds anything."""
    import xlrd

    silence: TextIO = _Silence()  # type: ignore[assignment]
    document = Document(path, sha256, "xls")
    try:
        book = xlrd.open_workbook(
            file_contents=data, logfile=silence, formatting_info=True, ragged_rows=True, on_demand=True
        )
        formats = _formats(book)
        for number in range(book.nsheets):
            _sheet(book, book.sheet_by_index(number), formats, document)
            book.unload_sheet(number)
    except xlrd.XLRDError as error:
        key = "error.encrypted" if "encrypted" in str(error) else "error.damaged-workbook"
        raise UnreadableDocument(key, path=path) from error
    except xlrd.compdoc.CompDocError as error:
        raise UnreadableDocument("error.damaged-workbook", path=path) from error
    except _DAMAGED as error:
        raise UnreadableDocument("error.damaged-workbook", path=path) from error
    return document


def _formats(book: Book) -> list[str]:
    """Format code by style number, as cells name it."""
    codes = {key: form.format_str for key, form in book.format_map.items()}
    return [codes.get(style.format_key, "General") for style in book.xf_list]


def _sheet(book: Book, sheet: Sheet, formats: list[str], document: Document) -> None:
    rows: dict[int, dict[int, Cell]] = {}
    for number in range(sheet.nrows):
        cells: dict[int, Cell] = {}
        for column, (kind, value) in enumerate(zip(sheet.row_types(number), sheet.row_values(number), strict=True), 1):
            cell = _cell(book, sheet, formats, kind, value, number + 1, column)
            if cell is not None:
                cells[column] = cell
        if cells:
            rows[number + 1] = cells
    if rows and sheet.visibility:
        document.notes.append(("note.hidden-sheet", {"sheet": sheet.name}))
        return
    # xlrd counts from 0, and names the first row and column that a range no longer holds.
    covered = merge(rows, [(top + 1, left + 1, end, right) for top, end, left, right in sheet.merged_cells])
    hidden = frozenset(row + 1 for row, shape in sheet.rowinfo_map.items() if shape.hidden) & rows.keys()
    drawn = [[cells[column] for column in sorted(cells)] for _, cells in sorted(rows.items()) if cells]
    if drawn:
        columns = frozenset(column + 1 for column, shape in sheet.colinfo_map.items() if shape.hidden)
        document.blocks.append(Table(drawn, sheet=sheet.name, hidden_rows=hidden, hidden_columns=columns))
    if covered:
        document.notes.append(("note.text-under-merge", {"count": covered}))


def _cell(
    book: Book, sheet: Sheet, formats: list[str], kind: int, value: Any, row: int, column: int
) -> Cell | None:
    ref = f"{column_letters(column)}{row}"
    if kind == _TEXT:
        text, mark = _without_raised(book, sheet, value, row - 1, column - 1)
        return Cell(text, row, column, ref=ref, mark=mark) if text or mark else None
    if kind in (_NUMBER, _DATE):
        return _number(value, formats[sheet.cell_xf_index(row - 1, column - 1)], book.datemode == 1, row, column, ref)
    if kind == _BOOLEAN:
        return Cell("TRUE" if value else "FALSE", row, column, ref=ref)
    if kind == _ERROR:
        from xlrd.biffh import error_text_from_code

        return Cell(error_text_from_code.get(value, "#N/A"), row, column, ref=ref)
    return None


def _number(value: float, code: str, since_1904: bool, row: int, column: int, ref: str) -> Cell:
    number = exact(repr(value).removesuffix(".0"), computed=True)
    if number is None:  # not a number at all, as no spreadsheet program writes
        return Cell(str(value), row, column, ref=ref)
    pattern = date_kind(code)
    if pattern:
        date = show_date(number, pattern, since_1904)
        if date:
            return Cell(date, row, column, ref=ref)
    shown: tuple[str, Decimal, int] = show(number, "General" if pattern else code)
    return Cell(shown[0], row, column, ref=ref, number=shown[1], decimals=shown[2])


def _without_raised(book: Book, sheet: Sheet, text: str, row: int, column: int) -> tuple[str, str]:
    """The text of a cell and its raised part, a footnote mark, kept apart."""
    runs = sheet.rich_text_runlist_map.get((row, column))
    if not runs:
        return plain_text(text), ""
    base = book.xf_list[sheet.cell_xf_index(row, column)].font_index
    kept, mark = "", ""
    starts = [(0, base), *runs, (len(text), base)]
    for (start, font), (end, _) in pairwise(starts):
        if book.font_list[font].escapement == _RAISED:
            mark += text[start:end]
        else:
            kept += text[start:end]
    return plain_text(kept), mark.strip()

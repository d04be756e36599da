"""One sheet of a workbook: its non-empty cells with true addresses, values, formats and formulas, in one pass.

Rows and cells that hold nothing but a format are dropped by pattern before the XML is parsed, so that a sheet costs
what it says and not what it is painted with. Measured against python-calamine with openpyxl for the formats, one pass
that has everything is the faster way, and one set of addresses is the safer one.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.model.document import Cell
from recon.model.errors import UnreadableDocument
from recon.readers.archives import has_document_type
from recon.readers.merged_ranges import merge
from recon.readers.number_formats import date_kind, show, show_date
from recon.readers.xlsx_formulas import column_letters, column_number, moved
from recon.readers.xlsx_values import SPREADSHEET as S
from recon.readers.xlsx_values import exact, rich_text, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element

#: the last ones that a sheet has
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_ROW, _VALUE, _FORMULA, _INLINE, _MERGE = f"{S}row", f"{S}v", f"{S}f", f"{S}is", f"{S}mergeCell"
_COLUMN = f"{S}col"
_PREFIX = re.compile(rb"<(\w+:)?worksheet[\s>]")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_OFF = frozenset({None, "0", "false"})
_MOSTLY_EMPTY, _FEW = 4, 5_000


@dataclass(slots=True)
class Workbook:
    """What the sheets of a workbook share. strings: text with its footnote mark. formats: format code by style."""

    path: str
    strings: list[tuple[str, str]]
    formats: list[str]
    since_1904: bool


@dataclass(slots=True)
class Sheet:
    """Non-empty cells by row and column; rows and columns that are hidden; formulas that have no saved value."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    without_value: list[Cell] = field(default_factory=list)
    covered: int = 0


def read_sheet(workbook: Workbook, part: str, data: bytes) -> Sheet:
    """The cells of one sheet, merged ranges applied."""
    if has_document_type(data):
        raise UnreadableDocument("error.xml-with-entities", path=workbook.path, part=part)
    reading = _Reading(workbook, part)
    if not reading.parse(_without_empty(data)):
        # Rows or cells without an address of their own stand behind the one before, so none may be dropped.
        reading = _Reading(workbook, part)
        reading.parse(data)
    reading.merge()
    return reading.sheet


def _without_empty(data: bytes) -> bytes:
    prefix = _PREFIX.search(data[:4096])
    name = prefix[1] or b"" if prefix else b""
    full = data.count(b"</%bv>" % name) + data.count(b"</%bis>" % name)
    if data.count(b"<%bc " % name) + data.count(b"<%brow " % name) < _MOSTLY_EMPTY * full + _FEW:
        return data  # looking for empty cells would cost more than reading over them
    # Possessive, so that a cell with content is left after one look. Whole rows go first: there may be a million.
    cells = rb"(?:<%bc\s[^<>]*+(?:(?<=/)>|></%bc>)\s*+)" % (name, name)
    rows = rb"(?:<%brow\s[^<>]*+(?:(?<=/)>|>\s*+%b*+</%brow>)\s*+)+" % (name, cells, name)
    return re.sub(cells + rb"+", b"", re.sub(rows, b"", data))


class _Reading:
    def __init__(self, workbook: Workbook, part: str) -> None:
        self.sheet = Sheet()
        self._workbook = workbook
        self._part = part
        self._merges: list[str] = []
        self._shared: dict[str, tuple[str, int, int]] = {}
        self._addressed = True

    def _damaged(self) -> UnreadableDocument:
        return UnreadableDocument("error.damaged-xml", path=self._workbook.path, part=self._part)

    def parse(self, data: bytes) -> bool:
        """Collect the cells; False: some had no address."""
        from lxml import etree

        number = 0
        try:
            events = etree.iterparse(
                io.BytesIO(data), tag=(_ROW, _MERGE, _COLUMN), resolve_entities=False, no_network=True, huge_tree=False,
                remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                if element.tag == _MERGE:
                    self._merges.append(element.get("ref") or "")
                    continue
                if element.tag == _COLUMN:
                    self._columns(element)
                    continue
                number = self._row(element, number + 1)
                above = element.getparent()
                element.clear()
                while above is not None and len(above) > 1:
                    del above[0]
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error
        except (ValueError, IndexError) as error:  # an address, a style or a string that is not there
            raise self._damaged() from error
        if events.root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableDocument("error.xml-with-entities", path=self._workbook.path, part=self._part)
        return self._addressed

    def _columns(self, element: _Element) -> None:
        if element.get("hidden") not in _OFF:
            last = min(int(element.get("max") or 0), LAST_COLUMN)
            self.sheet.hidden_columns.update(range(int(element.get("min") or 1), last + 1))

    def _row(self, element: _Element, expected: int) -> int:
        address = element.get("r")
        self._addressed = self._addressed and address is not None
        number = int(address) if address else expected
        if not 0 < number <= LAST_ROW:
            raise ValueError("no such row")
        cells: dict[int, Cell] = {}
        column = 0
        for child in element:
            ref = child.get("r")
            if ref:
                column = column_number(ref.rstrip("0123456789"))
            else:
                self._addressed = False
                column += 1
                ref = f"{column_letters(column)}{number}"
            cell = self._cell(child, number, column, ref)
            if cell is not None:
                if not 0 < column <= LAST_COLUMN:
                    raise ValueError("no such column")
                cells[column] = cell
        if cells:
            self.sheet.rows[number] = cells
            if element.get("hidden") not in _OFF:
                self.sheet.hidden.add(number)
        return number

    def _cell(self, element: _Element, row: int, column: int, ref: str) -> Cell | None:
        value: str | None = None
        formula: str | None = None
        kind = element.get("t") or "n"
        for child in element:
            tag = child.tag
            if tag == _VALUE:
                value = child.text
            elif tag == _FORMULA:
                formula = self._formula(child, row, column)
            elif tag == _INLINE:
                text, mark = rich_text(child)
                return Cell(text, row, column, ref=ref, mark=mark) if text or mark else None
        if value is None:
            if formula is None:
                return None
            cell = Cell("", row, column, ref=ref, formula=formula)
            if kind != "str":
                self.sheet.without_value.append(cell)
            return cell
        if kind == "n":
            return self._number(value, Cell("", row, column, ref=ref, formula=formula), element.get("s"))
        if kind == "s":
            text, mark = self._workbook.strings[int(value)]
            return Cell(text, row, column, ref=ref, formula=formula, mark=mark) if text or mark else None
        if kind == "b":
            value = "TRUE" if value.strip() == "1" else "FALSE"
        elif kind == "d":
            value = value.removesuffix("T00:00:00")
        return Cell(unescaped(value), row, column, ref=ref, formula=formula)

    def _number(self, value: str, cell: Cell, style: str | None) -> Cell:
        number = exact(value, cell.formula is not None)
        if number is None:
            cell.text = value.strip()
            return cell
        code = self._workbook.formats[int(style)] if style else "General"
        pattern = date_kind(code)
        if pattern:
            cell.text = show_date(number, pattern, self._workbook.since_1904)
            if cell.text:
                return cell
        cell.text, cell.number, cell.decimals = show(number, "General" if pattern else code)
        return cell

    def _formula(self, element: _Element, row: int, column: int) -> str:
        text = element.text or ""
        shared = element.get("si") if element.get("t") == "shared" else None
        if shared is None:
            return text
        if text:
            self._shared[shared] = (text, row, column)
            return text
        first = self._shared.get(shared)
        return moved(first[0], row - first[1], column - first[2]) if first else ""

    def merge(self) -> None:
        """Give every merged range one cell, at its upper left corner."""
        ranges = []
        for ref in self._merges:
            match = _RANGE.fullmatch(ref)
            if match:
                ranges.append((int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3])))
        try:
            self.sheet.covered = merge(self.sheet.rows, ranges)
        except ValueError as error:
            raise self._damaged() from error

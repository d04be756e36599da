"""One sheet of a workbook: its non-empty cells with true addresses, values, formats and formulas, in one pass.

Rows and cells that hold nothing but a format are dropped by pattern before the XML is parsed, so that a sheet costs
what it says and not what it is painted with. Measured against python-calamine with openpyxl for the formats, one pass
that has everything is the faster way, and one set of addresses is the safer one.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from recon.model.document import Cell
from recon.model.errors import UnreadableDocument
from recon.readers.archives import has_document_type
from recon.readers.number_formats import date_kind, show, show_date
from recon.readers.xlsx_formulas import column_letters, column_number, moved

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _VALUE, _FORMULA, _INLINE, _MERGE = f"{S}row", f"{S}v", f"{S}f", f"{S}is", f"{S}mergeCell"
_PREFIX = re.compile(rb"<(\w+:)?worksheet[\s>]")
#: A number as short as this reads the same as text and as a float.
_PLAIN, _SURE_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?"), 15
_WHOLE = Decimal(10) ** 17
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_OFF = frozenset({None, "0", "false"})
_MOSTLY_EMPTY, _FEW = 4, 5_000
#: Merged ranges may not overlap; a file whose ranges do could keep us busy for ever.
_MERGE_WORK = 5_000_000


@dataclass(slots=True)
class Workbook:
    """What the sheets of a workbook share. strings: text with its footnote mark. formats: format code by style."""

    path: str
    strings: list[tuple[str, str]]
    formats: list[str]
    since_1904: bool


@dataclass(slots=True)
class Sheet:
    """Non-empty cells by row and column; rows that are hidden; formulas that have no saved value."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
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
                io.BytesIO(data), tag=(_ROW, _MERGE), resolve_entities=False, no_network=True, huge_tree=False,
                remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for _, element in events:
                if element.tag == _MERGE:
                    self._merges.append(element.get("ref") or "")
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
        return self._addressed

    def _row(self, element: _Element, expected: int) -> int:
        address = element.get("r")
        self._addressed = self._addressed and address is not None
        number = int(address) if address else expected
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
        """Give every merged range that touches a row with text one cell, at its upper left corner."""
        rows = self.sheet.rows
        numbers = sorted(rows)
        work = 0
        for ref in self._merges:
            match = _RANGE.fullmatch(ref)
            if not match:
                continue
            left, right = column_number(match[1]), column_number(match[3])
            top, bottom = int(match[2]), int(match[4])
            touched = numbers[bisect_left(numbers, top) : bisect_left(numbers, bottom + 1)]
            work += len(touched) + 1
            if work > _MERGE_WORK:
                raise self._damaged()
            for number in touched:
                cells = rows[number]
                inside = [column for column in cells if left <= column <= right]
                for column in inside:
                    if (number, column) != (top, left):
                        self.sheet.covered += bool(cells.pop(column).text)
            if touched:
                anchors = rows.setdefault(top, {})
                anchor = anchors.setdefault(left, Cell("", top, left, ref=f"{match[1]}{top}"))
                anchor.rows, anchor.columns = bottom - top + 1, right - left + 1


def exact(value: str, computed: bool) -> Decimal | None:
    """The number that a file holds: a whole one as written, a typed one as a float reads, a sum at 15 digits."""
    if _PLAIN.fullmatch(value) and (len(value) <= _SURE_DIGITS or (not computed and "." not in value)):
        return Decimal(value)
    try:
        binary = float(value)
    except ValueError:
        return None
    number = Decimal(f"{binary:.15g}" if computed else repr(binary))
    if not number.is_finite():
        return None
    return number.quantize(Decimal(1)) if abs(number) < _WHOLE and number == number.to_integral_value() else number


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n|\r")


def unescaped(text: str) -> str:
    """Text with Excel's `_x000D_` spelled out, ends of lines made one kind and outer blanks taken off."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return (_LINE_END.sub("\n", text) if "\r" in text else text).strip()


def rich_text(element: _Element) -> tuple[str, str]:
    """Text of a string with its raised part, a footnote mark, kept apart; phonetic hints are left out."""
    text, mark = "", ""
    for child in element:
        if child.tag == f"{S}t":
            text += child.text or ""
        elif child.tag == f"{S}r":
            piece = "".join(part.text or "" for part in child.iterchildren(f"{S}t"))
            align = child.find(f"{S}rPr/{S}vertAlign")
            if align is not None and align.get("val") == "superscript":
                mark += piece
            else:
                text += piece
    return unescaped(text), mark.strip()

"""Cells of a worksheet's XML: found by their address, made where the sheet does not store them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recon.readers.xlsx_formulas import column_number
from recon.readers.xlsx_values import SPREADSHEET as S
from recon.writing.elements import added, made
from recon.writing.parts import OFFICE

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW, _CELL = f"{S}row", f"{S}c"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
#: pixels of a column of the usual width and of a row of the usual height
_COLUMN, _HEIGHT = 64, 20
_OFF = frozenset({None, "0", "false"})
#: what stands behind the drawings for notes in a worksheet
_BEHIND_NOTES = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)


def parted(address: str) -> tuple[int, int]:
    """Row and column of an address such as `F12`, from 1."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(address)
    return int(found[2]), column_number(found[1])


class Cells:
    """The rows and cells of one sheet."""

    def __init__(self, sheet: _Element) -> None:
        self._sheet = sheet
        self._data = sheet.find(f"{S}sheetData")
        self._rows: dict[int, _Element] = {}
        number = 0
        for row in () if self._data is None else self._data.iterchildren(_ROW):
            number = int(row.get("r") or number + 1)
            self._rows[number] = row

    def at(self, address: str) -> _Element:
        """The cell at an address; it is made, with the style of its row or column, where it is not stored."""
        number, column = parted(address)
        row = self._row(number)
        place, last = len(row), 0
        for n, cell in enumerate(row):
            if cell.tag != _CELL:
                continue
            stored = cell.get("r")
            last = parted(stored)[1] if stored else last + 1
            if last == column:
                return cell
            if last > column:
                place = n
                break
        new = made(row, _CELL, {"r": address})
        style = row.get("s") if row.get("customFormat") not in _OFF else self._of_column(column, "style")
        if style:
            new.set("s", style)
        row.insert(place, new)
        row.attrib.pop("spans", "")  # a hint that may no longer be true
        return new

    def _row(self, number: int) -> _Element:
        if number not in self._rows:
            if self._data is None:
                self._data = added(self._sheet, f"{S}sheetData")
            new = made(self._data, _ROW, {"r": str(number)})
            later = next((n for n in sorted(self._rows) if n > number), None)
            self._data.insert(len(self._data) if later is None else self._data.index(self._rows[later]), new)
            self._rows[number] = new
        return self._rows[number]

    def _of_column(self, number: int, name: str) -> str | None:
        for columns in self._sheet.iterfind(f"{S}cols/{S}col"):
            if int(columns.get("min") or 0) <= number <= int(columns.get("max") or 0):
                if name == "width" and columns.get("hidden") not in _OFF:
                    return "0"
                return columns.get(name)
        return None

    def width(self, column: int) -> int:
        """Pixels that a column takes on the screen, about."""
        width = self._of_column(column, "width")
        if width is None:
            form = self._sheet.find(f"{S}sheetFormatPr")
            width = form.get("defaultColWidth") if form is not None else None
        return _COLUMN if width is None else round(float(width) * 7 + (5 if width != "0" else 0))

    def height(self, number: int) -> int:
        """Pixels that a row takes on the screen, about."""
        row = self._rows.get(number)
        if row is not None and row.get("hidden") not in _OFF:
            return 0
        height = row.get("ht") if row is not None else None
        return _HEIGHT if height is None else round(float(height) * 4 / 3)


def add_drawing_of_notes(sheet: _Element, link: str) -> None:
    """Name the drawing that shows the notes, in the one place where a worksheet may name it."""
    new = made(sheet, f"{S}legacyDrawing", {f"{{{OFFICE}}}id": link})
    place = len(sheet)
    for n, each in enumerate(sheet):
        name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
        if name in _BEHIND_NOTES or name == "AlternateContent":
            place = n
            break
    sheet.insert(place, new)

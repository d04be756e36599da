"""A sheet of words and amounts added to a workbook behind its own sheets, every finding linked to its cell."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from recon.readers.xlsx_formulas import column_letters
from recon.readers.xlsx_values import SPREADSHEET as S
from recon.telling.remarks import Mark
from recon.writing.elements import added, child, made
from recon.writing.parts import OFFICE, Parts
from recon.writing.xlsx_styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LINK = f"{{{OFFICE}}}id"
_LONGEST_NAME = 31
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_TEXT = 32_767
#: points of a line, and of the highest row that there may be
_LINE, _HIGHEST = 14, 409
#: a double holds no more digits exactly
_DIGITS = 15
#: elements of a workbook that stand before the names it defines
_BEHIND_NAMES = frozenset(
    {
        "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
        "fileRecoveryPr", "webPublishObjects", "extLst",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cell of the sheet says. kind: `title`, `section`, `head`, `text`, `link`, `amount` or `plain`.

    amount: an exact number with its digits. link: where a click leads to, such as `'Лист1'!F12`.
    swatch: the mark that the cell shows the colour of.
    """

    text: str = ""
    kind: str = "text"
    amount: tuple[Decimal, int] | None = None
    link: str = ""
    swatch: Mark | None = None


@dataclass(frozen=True, slots=True)
class FindingsSheet:
    """Rows as they are read down the page; table: the row, from 1, with the heads of the columns; widths in signs."""

    name: str
    rows: Sequence[Sequence[Entry]]
    table: int
    widths: Sequence[int]


def add_sheet(parts: Parts, main: str, styles: Styles, sheet: FindingsSheet) -> str:
    """Add the sheet to the workbook; its name there, which no other sheet has."""
    book = parts.tree(main)
    sheets = child(book, f"{S}sheets")
    names = {(entry.get("name") or "").lower() for entry in sheets}
    name, number = sheet.name, 1
    while name.lower() in names:
        number += 1
        name = f"{sheet.name[: _LONGEST_NAME - 4]} ({number})"
    part = parts.free_name("xl/worksheets/sheet{}.xml")
    parts.put(part, _xml(sheet, styles).encode())
    parts.declare(part, _SHEET_TYPE)
    own = str(1 + max((int(entry.get("sheetId") or 0) for entry in sheets), default=0))
    link = parts.link(main, "worksheet", part)
    added(sheets, f"{S}sheet", {"name": name, "sheetId": own, _LINK: link})
    _repeat_heads(book, len(sheets) - 1, name, sheet)
    return name


def quoted(name: str) -> str:
    """A sheet's name as a reference needs it."""
    return "'" + name.replace("'", "''") + "'"


def _repeat_heads(book: _Element, index: int, name: str, sheet: FindingsSheet) -> None:
    """Have the heads of the columns printed on every page."""
    names = book.find(f"{S}definedNames")
    if names is None:
        place = next(
            (n for n, each in enumerate(book) if isinstance(each.tag, str) and each.tag[len(S) :] in _BEHIND_NAMES),
            len(book),
        )
        names = made(book, f"{S}definedNames")
        book.insert(place, names)
    attributes = {"name": "_xlnm.Print_Titles", "localSheetId": str(index)}
    added(names, f"{S}definedName", attributes).text = f"{quoted(name)}!${sheet.table}:${sheet.table}"


def _xml(sheet: FindingsSheet, styles: Styles) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(sheet.widths, 1)
    )
    rows, links = [], []
    for number, entries in enumerate(sheet.rows, 1):
        cells = []
        for column, entry in enumerate(entries, 1):
            ref = f"{column_letters(column)}{number}"
            cells.append(_cell(ref, entry, styles))
            if entry.link:
                links.append(f"<hyperlink ref={quoteattr(ref)} location={quoteattr(entry.link)}/>")
        height = _height(entries, sheet.widths) if number >= sheet.table else _LINE + 8 * (number == 1)
        rows.append(f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>')
    last = f"{column_letters(len(sheet.widths))}{max(sheet.table, len(sheet.rows))}"
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{S[1:-1]}"><sheetPr><pageSetUpPr '
        'fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<autoFilter ref="A{sheet.table}:{last}"/>{linked}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _height(entries: Sequence[Entry], widths: Sequence[int]) -> int:
    """Points that a row needs for its wrapped words; a viewer may not find that out by itself."""
    lines = [lines_of(entry.text, width) for entry, width in zip(entries, widths, strict=False)]
    return min(_HIGHEST, _LINE * max([1, *lines]))


def lines_of(text: str, width: int) -> int:
    """Lines that a text takes in a column of so many signs, words kept whole."""
    return sum(len(textwrap.wrap(line, max(4, width - 1))) or 1 for line in text.split("\n"))


def _cell(ref: str, entry: Entry, styles: Styles) -> str:
    """A number where a workbook holds it exactly; everything else is text, whatever it begins with."""
    if entry.swatch is not None:
        return f'<c r="{ref}" s="{styles.swatch(entry.swatch)}"/>'
    if entry.amount is not None:
        value, decimals = entry.amount
        if len(value.as_tuple().digits) <= _DIGITS:
            return f'<c r="{ref}" s="{styles.of_report("amount", decimals)}"><v>{value:f}</v></c>'
    style = styles.of_report(entry.kind)
    text = escape(_FORBIDDEN_IN_XML.sub("", entry.text)[:_LONGEST_TEXT])
    if not text:
        return f'<c r="{ref}" s="{style}"/>'
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'

"""OpenDocument texts and spreadsheets (ODT, ODS): as the page shows them with all changes accepted.

In a text, a table inside a cell is read twice on purpose: its text belongs to the cell, and it is a table of its own
behind the outer one; a text box counts as standing behind its paragraph; headers, footers and the texts of footnotes
are not read. Of a spreadsheet, every visible sheet is a table of its non-empty cells. `Cell.text` and `Cell.number` of
a number are in the scale that is shown, as they are in XLSX. Macros are never run, links never followed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers.archives import Package
from recon.readers.inner_tables import flat
from recon.readers.odf_lists import Lists
from recon.readers.odf_sheet import CELL, COVERED, Sheet, TooManyRepeated, read_sheet, rows_of
from recon.readers.odf_styles import DRAW, OFFICE, TABLE, TEXT, Styles, count, styles_of
from recon.readers.odf_words import PARAGRAPHS, Words

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES: tuple[str, ...] = (".odt", ".ods")
_TABLE, _LIST = f"{TABLE}table", f"{TEXT}list"
_ITEMS = frozenset({f"{TEXT}list-item", f"{TEXT}list-header"})
_OUT = frozenset({f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{OFFICE}annotation", f"{TABLE}shapes"})
_MAX_COLUMNS = 1_000
#: A table inside a cell adds its words to the cell up to this length; a longer one is only a table of its own.
_MOST_WORDS = 20_000


def read(path: str, data: bytes, sha256: str) -> Document:
    """Paragraphs and tables of a text, or one table for each visible sheet that holds anything."""
    package = Package(path, data)
    content = package.parse("content.xml")
    styles = styles_of(package, content)
    body = next(content.iterchildren(f"{OFFICE}body"), None)
    sheets = None if body is None else body.find(f"{OFFICE}spreadsheet")
    document = Document(path, sha256, "odt" if sheets is None else "ods")
    try:
        if sheets is not None:
            _read_sheets(document, sheets, styles)
        elif body is not None:
            walk = _Walk(styles)
            for story in body.iterchildren(f"{OFFICE}text"):
                walk.story(story, document.blocks)
            document.notes = walk.notes()
    except TooManyRepeated as error:
        raise UnreadableDocument("error.absurd-structure", path=path) from error
    return document


def _read_sheets(document: Document, sheets: _Element, styles: Styles) -> None:
    words = Words(styles)
    for table in sheets.iterchildren(_TABLE):
        name = table.get(f"{TABLE}name", "")
        if table.find(f"{TABLE}table-source") is not None:
            continue  # what is kept of a sheet in another file
        if table.get(f"{TABLE}style-name") in styles.hidden_tables:
            document.notes.append(("note.hidden-sheet", {"sheet": name}))
            continue
        sheet = read_sheet(table, words)
        if any(cell.text or cell.formula for cells in sheet.rows.values() for cell in cells):
            rows = [cells for _, cells in sorted(sheet.rows.items())]
            hidden = frozenset(sheet.hidden), frozenset(sheet.hidden_columns)
            document.blocks.append(Table(rows, sheet=name, hidden_rows=hidden[0], hidden_columns=hidden[1]))
            if sheet.covered:
                document.notes.append(("note.text-under-merge", {"count": sheet.covered}))


class _Walk:
    """One pass over the body of a text."""

    def __init__(self, styles: Styles) -> None:
        self._words = Words(styles)
        self._lists = Lists(styles)
        self._hidden = styles.hidden
        self._made = Sheet()
        self._covered_texts = 0

    def notes(self) -> list[tuple[str, dict[str, object]]]:
        counts = {"note.text-under-merge": self._covered_texts, "note.hidden-text": self._words.hidden_text}
        return [(key, {"count": number}) for key, number in counts.items() if number]

    def story(self, parent: _Element, blocks: list[Block]) -> None:
        """Blocks of the body, or of a text box in it."""
        self._content(parent, blocks, None, None)

    def _content(
        self, parent: _Element, blocks: list[Block], parts: list[str] | None, marks: list[str] | None, label: str = ""
    ) -> None:
        """Paragraphs go to the parts of a cell, or to the blocks where there is no cell. Tables are blocks anyway."""
        for element in parent.iterchildren("{*}*"):
            tag = element.tag
            if tag in PARAGRAPHS:
                text = self._words.paragraph(element, marks)
                if text:
                    text, label = f"{label}{text}", ""
                    if parts is None:
                        blocks.append(Paragraph(text.rstrip()))
                    else:
                        parts.append(text.strip())
                for box in self._words.take_boxes():
                    self._content(box, blocks, parts, marks)
            elif tag == _TABLE:
                table = self._table(element, blocks)
                words = "" if parts is None else flat(table)
                if parts is not None and words and len(words) <= _MOST_WORDS:
                    parts.append(words)
            elif tag == _LIST:
                self._lists.begin(element)
                for item in element:
                    if item.tag in _ITEMS:
                        numbered = item.tag == f"{TEXT}list-item"
                        self._content(item, blocks, parts, marks, self._lists.item(item) if numbered else "")
                self._lists.end()
            elif element.tag.startswith(DRAW):
                self._words.draw(element)
                for box in self._words.take_boxes():
                    self._content(box, blocks, parts, marks)
            elif tag not in _OUT:
                if element.get(f"{TEXT}display") == "none":
                    self._words.hidden_text += 1
                else:  # sections, tables of contents, numbered paragraphs
                    self._content(element, blocks, parts, marks)

    def _table(self, element: _Element, blocks: list[Block]) -> Table:
        rows: list[list[Cell]] = []
        table = Table(rows)
        blocks.append(table)
        width = 0
        for row in rows_of(element):
            times = max(1, count(row, f"{TABLE}number-rows-repeated", 1))
            cells, columns = self._row(row, len(rows) + 1, blocks)
            width = max(width, columns)
            self._made.repeat((times - 1) * (len(cells) + 1))
            rows.append(cells)
            for number in range(len(rows) + 1, len(rows) + times):
                rows.append([replace(cell, row=number) for cell in cells])
        for cells in rows:
            for cell in cells:
                cell.rows = min(cell.rows, len(rows) - cell.row + 1)
                cell.columns = min(cell.columns, width - cell.column + 1)
        return table

    def _row(self, row: _Element, number: int, blocks: list[Block]) -> tuple[list[Cell], int]:
        cells: list[Cell] = []
        column = 1
        for element in row:
            times = max(1, count(element, f"{TABLE}number-columns-repeated", 1))
            if element.tag == COVERED:
                times = min(times, _MAX_COLUMNS)
                self._covered_texts += bool(self._cell(element, [])[0])
            elif element.tag == CELL:
                text, mark = self._cell(element, blocks)
                times = times if text else min(times, _MAX_COLUMNS)
                self._made.repeat(times - 1)
                down = max(1, count(element, f"{TABLE}number-rows-spanned", 1))
                across = max(1, count(element, f"{TABLE}number-columns-spanned", 1))
                for place in range(column, column + times):
                    cells.append(Cell(text, number, place, down, across, mark=mark))
            else:
                continue
            column += times
        return cells, column - 1

    def _cell(self, element: _Element, blocks: list[Block]) -> tuple[str, str]:
        """Text and footnote marks of a cell. Tables inside it are added to `blocks` as well."""
        parts: list[str] = []
        marks: list[str] = []
        self._content(element, blocks, parts, marks)
        return "\n".join(parts), "".join(marks)

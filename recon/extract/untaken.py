"""Which numbers of a document's tables no figure holds, and why: told from what the tables were taken for.

Nothing is left out: a number in a name or a date is listed as well, so that what is not listed was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from recon.extract.grids import Grid, GridRow, is_numbering_row
from recon.extract.numbers import read_cell
from recon.extract.page_breaks import grids_of
from recon.extract.restoring import Restored
from recon.extract.wording import Wording
from recon.model.amount import State
from recon.model.document import Cell, Document, Paragraph
from recon.model.figure import Extraction, TableMeaning, Untaken
from recon.model.locator import Locator

#: a number inside words, with its thousands, its decimals, or the points of a code or a date
_NUMBER = re.compile(r"\d+(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:[.,:/]\d+)*")
#: what an amount looks like, and a page number or a year does not
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d{5,})")
#: a line that ends with several amounts, nothing but blanks between them
_ROW = re.compile(r"(?:(?:\A|\s)-?\d+[.,]\d+){3}\s*\Z")
_FEWEST_LONE = 5
_CODE = re.compile(r"\d+(?:\.\d+)+\.?|\d+[.)]")
_Span = tuple[int, int] | None
#: sheet, address, line
_CellName = tuple[str | None, str | None, int | None]


@dataclass(slots=True)
class _Taken:
    """What was taken of one table: spans by cell, and the rows and columns that hold figures.

    stated: spans by the names of cells, for statements in rows of a sheet, which are no rows of its table.
    """

    cells: dict[tuple[int, int], list[_Span]] = field(default_factory=dict)
    first_row: int = 0
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    stated: Mapping[_CellName, list[_Span]] = field(default_factory=dict)

    def add(self, at: Locator) -> None:
        row, column = at.row or 0, at.column or 0
        self.cells.setdefault((row, column), []).append(at.span)
        self.first_row = min(self.first_row or row, row)
        self.rows.add(row)
        self.columns.add(column)


def untaken(extraction: Extraction, restored: Restored, words: Wording) -> list[Untaken]:
    """Every number in a table that is no figure's, in reading order."""
    taken: dict[str, _Taken] = {}
    for figure in extraction.figures:
        table = extraction.inside.get(figure.table, figure.table)
        taken.setdefault(table, _Taken()).add(figure.at)
    for value in extraction.stated_values():
        taken.setdefault(value.at.table or "", _Taken()).add(value.at)
    aside: dict[str, TableMeaning] = {}
    for meaning in extraction.tables:
        if not meaning.read:
            aside.setdefault(extraction.inside.get(meaning.id, meaning.id), meaning)
    stated: dict[_CellName, list[_Span]] = {}
    for figure in extraction.figures:
        stated.setdefault((figure.at.sheet, figure.at.cell, figure.at.line), []).append(figure.at.span)
    found: list[Untaken] = []
    for grid in grids_of(restored.document, words, restored.layouts.keys() | restored.refused):
        known = taken.get(grid.id, _Taken())
        known.stated = stated
        why = aside[grid.id].why if grid.id in aside else "untaken.not-read"
        columns = {column: reason for (table, column), reason in extraction.aside.items() if table == grid.id}
        for row in grid.every:
            found += _of_row(row, grid, known, why, columns, extraction.document.path)
    return found


def with_lone_numbers_noted(document: Document) -> Document:
    """The document, with a note where many paragraphs are numbers: cells or rows of a table not known again."""
    count = sum(isinstance(block, Paragraph) and _is_lone(block.text) for block in document.blocks)
    if count < _FEWEST_LONE:
        return document
    return replace(document, notes=[*document.notes, ("note.lone-numbers", {"count": count})])


def _is_lone(text: str) -> bool:
    stripped = text.strip()
    return stripped[-1:].isdecimal() and (_AMOUNT.fullmatch(stripped) or _ROW.search(text)) is not None


def _of_row(
    row: GridRow, grid: Grid, taken: _Taken, why: str, columns: dict[int, str], document: str
) -> Iterator[Untaken]:
    numbering = is_numbering_row(row.texts)
    label = max(row.texts, key=lambda text: sum(map(str.isalpha, text)))
    for column, (text, cell) in enumerate(zip(row.texts, row.cells, strict=True), 1):
        if cell is None or not any(map(str.isdecimal, text)):
            continue
        spans = taken.cells.get((row.number, column)) or _stated(grid, cell, column, taken)
        if None in spans:
            continue
        whole = read_cell(cell).state is State.STATED or _CODE.fullmatch(text.strip()) is not None
        reason = "untaken.column-number" if numbering else _reason(row, column, text, whole, taken, why, columns)
        for start, end in [(0, len(text))] if whole and not spans else [m.span() for m in _NUMBER.finditer(text)]:
            if not any(span and span[0] < end and start < span[1] for span in spans):
                at = _place(cell, row, column, grid, document, None if whole else (start, end))
                yield Untaken(text[start:end].strip(), " ".join(label.split()), at, reason)


def _stated(grid: Grid, cell: Cell, column: int, taken: _Taken) -> list[_Span]:
    named = column == 1 and (cell.ref is not None or cell.line is not None)
    return [span for span in taken.stated.get((grid.sheet, cell.ref, cell.line), []) if span] if named else []


def _reason(
    row: GridRow, column: int, text: str, whole: bool, taken: _Taken, why: str, columns: dict[int, str]
) -> str:
    if not taken.columns:
        return why
    if not whole:
        return "untaken.in-words"
    if row.number < taken.first_row:
        return "untaken.head"
    if column in columns:
        return columns[column]
    if column < min(taken.columns) or _CODE.fullmatch(text.strip()):
        return "untaken.label"
    if column not in taken.columns:
        return "untaken.column-not-understood"
    return "untaken.row-not-understood"


def _place(cell: Cell, row: GridRow, column: int, grid: Grid, document: str, span: _Span) -> Locator:
    return Locator(
        document, cell.line, grid.id, row.number, column, grid.sheet, cell.ref, cell.page, cell.bbox, span
    )

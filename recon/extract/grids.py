"""A table spread over all its rows and columns: what stands in each, and the cell that covers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from recon.model.document import Cell, Paragraph, PlainRow, Table


@dataclass(slots=True)
class GridRow:
    """One row over all columns of its table.

    number: 1-based row that a locator names. texts: what stands in each column, a merged cell's text in its
    upper left corner only. cells: the cell that covers each column, None where the row is shorter.
    source: code of the source that the row is known to be of, "" where its label tells.
    plain: the row as read, where its own cells hold no more than their texts.
    """

    number: int
    texts: list[str]
    cells: Sequence[Cell | None]
    source: str = ""
    plain: PlainRow | None = None

    def has(self, column: int) -> bool:
        """Whether a column holds anything of this row, be it a blank: a turned table leaves out what it never had."""
        return not self.source or self.cells[column] is not None

    def say(self, texts: Mapping[int, str]) -> None:
        """Have other texts in some columns, in the row as it is printed, too; the document stays as it is."""
        for column, text in texts.items():
            self.texts[column] = text
        if self.plain is not None:
            own, first = self.plain, self.plain.column - 1
            self.plain = PlainRow(own.number, own.column, self.texts[first : first + len(own)], own.deep, own.on_page)
            self.cells = _Covered(self.plain, self.cells)
            return
        self.cells = [
            replace(cell, text=texts[n]) if cell is not None and n in texts and cell.row == self.number else cell
            for n, cell in enumerate(self.cells)
        ]


class _Covered(Sequence["Cell | None"]):
    """The cells that cover a row of texts: merged ones from above, and its own, which are made when asked for."""

    __slots__ = ("_above", "_begin", "_end", "_row")

    def __init__(self, row: PlainRow, above: Sequence[Cell | None]) -> None:
        self._row, self._above = row, above
        self._begin, self._end = row.column - 1, row.column - 1 + len(row)

    def __len__(self) -> int:
        return len(self._above)

    @overload
    def __getitem__(self, place: int) -> Cell | None: ...

    @overload
    def __getitem__(self, place: slice) -> list[Cell | None]: ...

    def __getitem__(self, place: int | slice) -> Cell | list[Cell | None] | None:
        if isinstance(place, slice):
            return [*self._above[: self._begin], *self._row, *self._above[self._end :]][place]
        if place < 0:
            place += len(self._above)
        return self._row.cell(place - self._begin) if self._begin <= place < self._end else self._above[place]


@dataclass(slots=True)
class Grid:
    """A whole table: its rows without numbering rows and repeated heads, and the prose that stands above it.

    starts: indices in `rows` where a new page's piece begins. position: place among the document's blocks.
    printed: every row as read, for excerpts. every: the same with cells.
    in_place: its cells, and not its rows and columns, know where in the document they stand.
    lines: its rows are lines as printed, and a name may go on in the rows below.
    """

    id: str
    rows: list[GridRow]
    width: int
    above: list[Paragraph]
    sheet: str | None = None
    line: int | None = None
    position: int = 0
    starts: set[int] = field(default_factory=set)
    lost_head: bool = False
    printed: list[list[str]] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    every: list[GridRow] = field(default_factory=list)
    in_place: bool = False
    lines: bool = False


def is_numbering_row(texts: list[str]) -> bool:
    """Whether a row only numbers its columns: 1, 2, 3, … without a gap."""
    number = 0
    for text in texts:
        label = text.strip()
        if label:
            number += 1
            if label != str(number) and "".join(label.split()) != str(number):
                return False
    return number >= 3


def width_of(table: Table) -> int:
    return max(map(_row_width, table.rows), default=0)


def _row_width(row: Sequence[Cell]) -> int:
    if isinstance(row, PlainRow):
        return row.column - 1 + len(row)
    return max((cell.column + cell.columns - 1 for cell in row), default=0)


def spread(table: Table, width: int, below: int = 0) -> list[GridRow]:
    """Rows over all columns, below so many others."""
    covering: dict[int, list[Cell | None]] = {}
    anchored: dict[int, list[str]] = {}
    plain: dict[int, PlainRow] = {}
    blank = [""] * width
    for row in table.rows:
        if isinstance(row, PlainRow):
            own, before = row.moved(below) if below else row, row.column - 1
            anchored[own.number] = [*blank[:before], *own.texts, *blank[before + len(own) :]]
            plain[own.number] = own
            covering.setdefault(own.number, [None] * width)
            for place, rows in own.deep.items():
                for down in range(own.number + 1, own.number + rows):
                    covering.setdefault(down, [None] * width)[before + place] = own.cell(place)
            continue
        for cell in row:
            if below:  # some rows are told by their cells
                cell = replace(cell, row=cell.row + below)
            place = cell.column - 1
            texts = anchored.get(cell.row)
            if texts is None:
                texts = anchored[cell.row] = [""] * width
            texts[place] = cell.text
            for down in range(cell.row, cell.row + cell.rows):
                covers = covering.get(down)
                if covers is None:
                    covers = covering[down] = [None] * width
                if cell.columns == 1:
                    covers[place] = cell
                else:
                    covers[place : place + cell.columns] = [cell] * cell.columns
    return [
        GridRow(number, anchored[number], _Covered(plain[number], covers), plain=plain[number])
        if number in plain
        else GridRow(number, anchored.get(number, [""] * width), covers)
        for number, covers in sorted(covering.items())
    ]

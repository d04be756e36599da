"""A file as read: paragraphs and tables of cells with their addresses, and no meaning yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, overload

_READ_ALL_THE_SAME = frozenset(
    {"note.hidden-rows", "note.hidden-columns", "note.hidden-rows.table", "note.read-by-content"}
)
NOTHING_DEEP: Mapping[int, int] = MappingProxyType({})


@dataclass(slots=True)
class Cell:
    """One cell of a table, anchored at its upper left corner.

    text: what a reader of the page sees, footnote marks taken out; "" is a blank cell.
    row, column: 1-based position in its table (in its sheet, for a workbook).
    rows, columns: how far the cell is merged downwards and to the right.
    line: 1-based line of a text file. ref: a workbook's address, such as `F12`.
    number: the exact value that the file holds as a number; None where it holds text.
    decimals: digits after the decimal mark that the number format shows.
    formula: the formula behind the value, without the leading `=`.
    mark: footnote or superscript mark printed behind the text.
    page, bbox: page of a PDF, from 1, and box (x0, top, x1, bottom) in points on the page as it is read.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    line: int | None = None
    ref: str | None = None
    number: Decimal | None = None
    decimals: int | None = None
    formula: str | None = None
    mark: str = ""
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class OnPage(NamedTuple):
    """Where a row of a PDF's table is drawn. walls, edges: all lines of its table down and across; row: from 0."""

    page: int
    walls: list[float]
    edges: list[float]
    row: int

    def box(self, column: int, rows: int = 1) -> tuple[float, float, float, float]:
        """The box of the cell in a column, from 1, that is so many rows high."""
        return self.walls[column - 1], self.edges[self.row], self.walls[column], self.edges[self.row + rows]


class PlainRow(Sequence[Cell]):
    """A row of cells that are no more than their texts, one beside the other from `column` on.

    A long table has thousands of such rows; a cell is made when it is asked for, and then stays.
    deep: how many rows a cell covers, by its place in the row, where that is more than one. on_page: for a PDF.
    """

    __slots__ = ("_cells", "column", "deep", "number", "on_page", "texts")

    def __init__(
        self,
        number: int,
        column: int,
        texts: list[str],
        deep: Mapping[int, int] = NOTHING_DEEP,
        on_page: OnPage | None = None,
    ) -> None:
        self.number, self.column, self.texts, self.deep, self.on_page = number, column, texts, deep, on_page
        self._cells: list[Cell | None] | None = None

    def cell(self, place: int) -> Cell:
        if self._cells is None:
            self._cells = [None] * len(self.texts)
        cell = self._cells[place]
        if cell is None:
            cell = self._cells[place] = Cell(self.texts[place], self.number, self.column + place)
            if self.deep:
                cell.rows = self.deep.get(place, 1)
            if self.on_page is not None:
                cell.page, cell.bbox = self.on_page.page, self.on_page.box(cell.column, cell.rows)
        return cell

    def cells(self) -> list[Cell]:
        return [self.cell(place) for place in range(len(self.texts))]

    def moved(self, rows: int) -> PlainRow:
        """The same row so many rows farther down."""
        return PlainRow(self.number + rows, self.column, self.texts, self.deep, self.on_page)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells())

    @overload
    def __getitem__(self, place: int) -> Cell: ...

    @overload
    def __getitem__(self, place: slice) -> list[Cell]: ...

    def __getitem__(self, place: int | slice) -> Cell | list[Cell]:
        return self.cells()[place] if isinstance(place, slice) else self.cell(place)

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.cells() == [*other]


def texts_of(row: Sequence[Cell]) -> list[str]:
    """The texts of a row's cells."""
    return row.texts if isinstance(row, PlainRow) else [cell.text for cell in row]


@dataclass(slots=True)
class Table:
    """A table as its file draws it: rows of anchored cells, in order; merged cells appear once.

    drawn: bars between its cells were all that told them apart, so merged cells may have lost their place.
    hidden_rows, hidden_columns: numbers of those that are not shown. lines: no lines part its rows, each is a line as
    printed: what a cell says may go on in the rows below.
    """

    rows: Sequence[Sequence[Cell]]
    sheet: str | None = None
    line: int | None = None
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    drawn: bool = False
    lines: bool = False


@dataclass(slots=True)
class Paragraph:
    """A run of prose outside tables.

    mixed: its lines run through two columns that no line parts, so that words of one stand among words of the other.
    """

    text: str
    line: int | None = None
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    mixed: bool = False


Block = Paragraph | Table


@dataclass(slots=True)
class Document:
    """A file as read.

    path: as the user named it. sha256: of the file's bytes, in hex. form: `docx`, `xlsx`, `text`, `csv`, …
    notes: message keys with parameters for what the reader had to pass over (see `recon.messages`).
    """

    path: str
    sha256: str
    form: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    @property
    def passed_over(self) -> bool:
        """Whether a note speaks of something that was not read."""
        return any(key not in _READ_ALL_THE_SAME for key, _ in self.notes)

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]

"""Tables of a web page: where each cell stands, given the cells that run on from above, within bounds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.model.document import Cell, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Browsers draw no cell wider or longer than this.
_MAX_COLUMNS, _MAX_ROWS = 1_000, 65_534
#: Steps past cells from above that one table may take; a file whose spans overlap could keep us busy for ever.
_MOST_STEPS = 20_000_000
GROUPS = frozenset({"thead", "tbody", "tfoot"})


class AbsurdSpans(Exception):
    """Cells of one table run over one another beyond all measure."""


@dataclass(slots=True)
class _Down:
    """A cell that runs on into rows below. last: the last row that it reaches."""

    first: int
    end: int
    last: int
    cell: Cell


@dataclass(slots=True)
class OpenTable:
    """A table while its elements are walked through."""

    rows: list[list[Cell]] = field(default_factory=list)
    table: Table = field(init=False)
    _down: list[_Down] = field(default_factory=list)
    _next: list[_Down] = field(default_factory=list)
    _column: int = 1
    _place: int = 0
    _steps: int = 0
    _in_row: bool = False

    def __post_init__(self) -> None:
        self.table = Table(self.rows)

    def begin_row(self) -> None:
        self.end_row()
        self.rows.append([])
        self._column, self._place, self._in_row = 1, 0, True

    def end_row(self) -> None:
        if self._in_row:
            number = len(self.rows)
            if self._next or any(down.last <= number for down in self._down):
                self._steps += len(self._down) + len(self._next)
                going_on = [down for down in self._down if down.last > number]
                self._down = sorted(going_on + self._next, key=lambda down: down.first)
                self._next = []
            self._in_row = False

    def end_group(self) -> None:
        """Cells do not run on from the head into the body of a table, nor between bodies."""
        self.end_row()
        number = len(self.rows)
        for down in self._down:
            down.cell.rows = min(down.cell.rows, number - down.cell.row + 1)
        self._down = []

    def add(self, element: _Element) -> Cell:
        """The cell of a td or th, which stands in the next free place of the row."""
        if not self._in_row:
            self.begin_row()
        number = len(self.rows)
        while self._place < len(self._down) and self._down[self._place].first <= self._column:
            self._column = max(self._column, self._down[self._place].end)
            self._place += 1
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise AbsurdSpans
        columns = min(_span(element, "colspan", 1) or 1, max(1, _MAX_COLUMNS - self._column))
        rows = _span(element, "rowspan", 1) or _MAX_ROWS  # 0: to the end of its part of the table
        cell = Cell("", number, self._column, min(rows, _MAX_ROWS), columns)
        if rows > 1:
            self._next.append(_Down(self._column, self._column + columns, number + cell.rows - 1, cell))
        self._column += columns
        self.rows[-1].append(cell)
        return cell

    def close(self) -> Table:
        """The table. A column in which no cell begins is none, and spans end where the table ends."""
        self.end_group()
        begun = sorted({cell.column for row in self.rows for cell in row})
        for row in self.rows:
            for cell in row:
                end = bisect_left(begun, cell.column + cell.columns)
                cell.column = bisect_left(begun, cell.column) + 1
                cell.columns = end - cell.column + 1
        return self.table


def _span(element: _Element, name: str, otherwise: int) -> int:
    value = (element.get(name) or "").strip()
    return int(value[:9]) if value.isascii() and value.isdigit() else otherwise

"""Tables that hold no money: of indicators, of statistics, and lists of those whose points rise."""

from __future__ import annotations

from dataclasses import replace

from recon.extract.gain_lists import gain_list_of
from recon.extract.grids import Grid
from recon.extract.heads import layout_of
from recon.extract.indicator_columns import IndicatorColumns, columns_of, holds_values
from recon.extract.indicators import IndicatorTable
from recon.extract.layouts import Layout
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_of
from recon.extract.statistics import statistics_of
from recon.extract.wording import Wording
from recon.model.figure import Extraction, Gap, TableMeaning
from recon.model.locator import Locator

#: a heading that parts a table from its next piece: so many lines of so many characters
_LINES, _CHARACTERS = 3, 250


class NotMoney:
    """Takes the tables of one document that are not of money, in their order."""

    def __init__(self, extraction: Extraction, words: Wording) -> None:
        self.into = extraction
        self.words = words
        self.last: tuple[int, IndicatorColumns] | None = None  # width and columns of the table right above
        self.head: Grid | None = None  # the table right above, where it is nothing but a head

    def indicators(self, grid: Grid, layout: Layout | None, title: str) -> bool:
        """Whether the grid is a table of indicators, with a head, without, or under that of the piece above."""
        last, self.last = self.last, None
        head, self.head = self.head, None
        columns = columns_of(grid, layout, self.words)
        if columns is None and head is not None and self._parted_by_heading(grid, head.width):
            whole = replace(grid, rows=[*head.rows, *grid.rows], starts=set())
            columns = columns_of(whole, layout_of(whole, self.words), self.words)
            columns = replace(columns, first=columns.first - len(head.rows)) if columns is not None else None
            if columns is not None and columns.first < 0:
                columns = None
        if columns is None and self._is_head_alone(grid):
            self.head = grid
        if (columns is None or columns.lost_head) and last is not None and self._goes_on(grid, *last):
            columns = replace(last[1], first=0)
        if columns is None:
            return False
        found = IndicatorTable(grid, columns, self.into.document.path, self.words).read()
        if not found:
            return False
        self.last = grid.width, columns
        meaning = self._meaning(grid, "indicators", title)
        if columns.lost_head:
            self.into.gaps.append(Gap("gap.lost-head", meaning.at))
        self.into.indicators.extend(found)
        return True

    def statistics(self, grid: Grid, title: str) -> bool:
        """Whether the grid is a table of statistics, or a list of gains, that can be worked out again."""
        table = statistics_of(grid, self.into.document.path, self.words)
        gains = gain_list_of(grid, self.into.document.path) if table is None else None
        if table is None and gains is None:
            return False
        self._meaning(grid, "statistics", title)
        self.into.statistics += [table] if table is not None else []
        self.into.gains += [gains] if gains is not None else []
        return True

    def _goes_on(self, grid: Grid, width: int, columns: IndicatorColumns) -> bool:
        """Whether only a heading parts this piece from the table above: «Подпрограмма 2»."""
        if not self._parted_by_heading(grid, width):
            return False
        rows = [row for row in grid.rows if any(row.texts[column] for column, _ in columns.values)]
        return bool(rows) and all(holds_values(rows, column, self.words) for column, _ in columns.values)

    def _parted_by_heading(self, grid: Grid, width: int) -> bool:
        short = len(grid.above) <= _LINES and all(len(paragraph.text) <= _CHARACTERS for paragraph in grid.above)
        return grid.width == width and short

    def _is_head_alone(self, grid: Grid) -> bool:
        """A head that the first heading of its table parts from its rows."""
        said = " ".join(text for row in grid.rows for text in row.texts)
        numbers = any(looks_like_number(text) and not period_of(text) for row in grid.rows for text in row.texts)
        return len(grid.rows) <= _LINES and not numbers and self.words.has("indicators", said)

    def _meaning(self, grid: Grid, role: str, title: str) -> TableMeaning:
        at = Locator(self.into.document.path, grid.line, grid.id, 1, 1, grid.sheet)
        meaning = TableMeaning(grid.id, role, title, "", at)
        self.into.tables.append(meaning)
        return meaning

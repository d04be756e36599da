"""Tables whose sources stand across, or whose years stand down, beside the names of elements: turned the usual way.

Each figure is told by its element, source and year; the head of its column names some of them, the labels of its row
the others. Such a table becomes rows of sources under each element with years across, every cell keeping its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from recon.extract.budget_meanings import title_period
from recon.extract.grids import Grid, GridRow
from recon.extract.head_labels import labels_of, role_of
from recon.extract.heads import head_rows
from recon.extract.label_columns import layout_with_labels
from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_named, period_of
from recon.extract.torn_codes import is_code
from recon.extract.wording import Wording, normalise
from recon.model.document import Cell
from recon.model.period import TOTAL, unknown_column
from recon.model.source import TOTAL as ALL_SOURCES

#: a longer label speaks about a source or a year, it does not name one
_LONGEST = 90
_LONGEST_PERIOD = 40
_LABELS = 3
_NO_PATH = str.maketrans("/:", "  ")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures. period, source: as its head names them, None where the rows do."""

    index: int
    period: str | None
    source: str | None
    role: str
    unit: str
    label: str


@dataclass(slots=True)
class _Block:
    """The rows of one element: figures by source and by period and role, in the order in which they stand."""

    code: Cell | None
    name: Cell | None
    row: GridRow
    cells: dict[str, dict[tuple[str, str], Cell]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)


def turned(grid: Grid, words: Wording) -> Iterator[tuple[Grid, Layout]]:
    """The ways to read a table as one of sources down and years across; none where it is no such table."""
    for strangers in (True, False):
        crossing = _Crossing(grid, words, strangers)
        made = crossing.turn()
        if made is not None:
            yield made
        if not crossing.met_stranger:
            return


def turned_alone(grid: Grid, words: Wording) -> tuple[Grid, Layout] | None:
    """A table whose years stand down beside its names, before a single column of money; None for any other."""
    return _OneColumn(grid, words).turn()


class _Crossing:
    """One reading. strangers: whether a column that names no known source among those that do is a source."""

    #: whether the columns of figures are sources
    by_sources = True

    def __init__(self, grid: Grid, words: Wording, strangers: bool = False) -> None:
        self.grid, self.words, self.strangers = grid, words, strangers
        self.met_stranger = False
        self.blocks: list[_Block] = []

    def turn(self) -> tuple[Grid, Layout] | None:
        begin = self._head()
        if begin is None:
            return None
        top, first = begin
        labels = labels_of(self.grid.rows[top:first], self.grid.width)
        data = self.grid.rows[first:]
        columns = self._columns(labels, data)
        if columns is None:
            return None
        figures = [FigureColumn(c.index, c.period or "", c.role, c.unit, c.label) for c in columns]
        layout = layout_with_labels(first, figures, labels, data, self.words)
        years = self._column_of_years(layout, columns, data)
        told = self.by_sources or years is not None
        return self._built(layout) if told and self._rows(layout, columns, years, data) else None

    def _head(self) -> tuple[int, int] | None:
        """The first row of the head and of the data, by a row of the head that tells the columns of figures."""
        for bottom, row in enumerate(self.grid.rows[:30]):
            over = self._over(row.texts)
            if not over:
                continue
            if any(looks_like_number(text) and not period_of(text) for text in row.texts):
                return None
            return head_rows(self.grid, bottom, over, self.words)
        return None

    def _over(self, texts: list[str]) -> list[int]:
        """The columns of figures that a row of the head names: two sources at least."""
        named = {j: source for j, text in enumerate(texts) if (source := self._source(text))}
        return list(named) if len(named) > 1 and set(named.values()) - {ALL_SOURCES} else []

    def _names_figures(self, label: str) -> bool:
        return bool(self._source(label))

    def _are_apart(self, columns: list[_Column]) -> bool:
        """Whether each column has a meaning of its own, a known source among them."""
        meanings = {(c.period, c.source, c.role) for c in columns}
        return len(columns) == len(meanings) > 1 and bool({c.source for c in columns} - {ALL_SOURCES})

    def _source(self, label: str) -> str:
        """The source that a short label of a column names; «Источники» alone, or of a total, heads the rows' labels."""
        if not label or len(label) > _LONGEST or self.words.begins("source-column", normalise(label)):
            return ""
        found = self.words.source_of(label)
        return "" if found == ALL_SOURCES and self.words.has("source-column", label) else found

    def _columns(self, labels: list[list[str]], data: list[GridRow]) -> list[_Column] | None:
        """The columns of figures with what their heads name; None where two would mean the same."""
        first = next((j for j, column in enumerate(labels) if any(map(self._names_figures, column))), None)
        found: list[_Column] = []
        for j in range(first or 0, len(labels)) if first is not None else ():
            if not any(looks_like_number(row.texts[j]) for row in data):
                continue
            column = self._column(j, labels[j])
            if column is not None:
                found.append(column)
        if any(c.period is not None for c in found):
            found = [replace(c, period=c.period or TOTAL) for c in found]
        return found if self._are_apart(found) else None

    def _column(self, index: int, labels: list[str]) -> _Column | None:
        """What one column holds, by its labels from the lowest up."""
        period: str | None = None
        source = ""
        totals = 0
        rest: list[str] = []
        for label in reversed(labels):
            named = period_named(label, self.words) if len(label) <= _LONGEST_PERIOD else None
            known = self._source(label)
            if named and period is None:
                period = named
            elif known and known != ALL_SOURCES and not source:
                source = known
            elif self.words.begins("total", normalise(label)) or known == ALL_SOURCES:
                totals += 1
            elif not period and not source:
                rest.append(label)
        kind = " ".join(reversed(rest))
        plain = " ".join(labels)
        share = self.words.has("share", kind)
        if not (period or source or totals) and self.by_sources:
            if not self.strangers or not rest or share or self.words.has("other-role", kind):
                return None
            self.met_stranger = True
            source, kind = normalise(rest[0]).translate(_NO_PATH), ""
        if share:
            return None
        return _Column(
            index, period, source or ALL_SOURCES, role_of(kind, self.words), self.words.unit_of(plain), plain
        )

    def _column_of_years(self, layout: Layout, columns: list[_Column], data: list[GridRow]) -> int | None:
        """The column of labels whose texts are years and totals, where no head names years."""
        if any(c.period is not None for c in columns):
            return None
        left = range(min(c.index for c in columns))
        for j in left:
            texts = [row.texts[j] for row in data if row.texts[j].strip()]
            named = [self._period(text) for text in texts]
            if len({p for p in named if p} - {TOTAL}) >= 2 and sum(map(bool, named)) * 10 >= len(texts) * 9:
                if layout.code == j:
                    layout.code = None
                if layout.name == j or layout.source == j:
                    settled = [k for k in left if k not in (j, layout.code)]
                    layout.name = max(settled, key=lambda k: sum(len(r.texts[k]) for r in data), default=None)
                return j
        return None

    def _period(self, text: str) -> str | None:
        plain = normalise(text)
        if self.words.begins("total", plain) and len(plain.split()) <= 3:
            return TOTAL
        return period_named(text, self.words) if len(plain.split()) <= 5 and len(plain) <= _LONGEST_PERIOD else None

    def _rows(self, layout: Layout, columns: list[_Column], years: int | None, data: list[GridRow]) -> bool:
        """Gather the figures of each element; False where two figures of one would mean the same."""
        own = title_period([p.text for p in self.grid.above[-4:]]) or self._year_of_head(layout)
        named = own or unknown_column(columns[0].index + 1)
        for row in data:
            code, name = self._label(row, layout.code), self._label(row, layout.name)
            if not any(row.texts[c.index].strip() for c in columns):
                if code or name:
                    self.blocks.append(_Block(self._cell(row, layout.code), self._cell(row, layout.name), row))
                continue
            if all(not looks_like_number(row.texts[c.index]) and row.texts[c.index] for c in columns):
                continue  # a head that a page repeats
            period = named if years is None else self._period(row.texts[years])
            if years is None and self._inside_names(data, layout):
                period = self._period(name) if not code else None
                if period is not None:
                    name = ""
            if (code or name or not self.blocks) and not self._goes_on(code, name):
                self.blocks.append(_Block(self._cell(row, layout.code), self._cell(row, layout.name), row))
            block = self.blocks[-1]
            for column in columns:
                source = column.source or ALL_SOURCES
                place = (column.period or period or TOTAL, column.role)
                by_period = block.cells.setdefault(source, {})
                if place in by_period:
                    return False
                block.labels.setdefault(source, column.label)
                by_period[place] = self._figure(row, column.index)
        return any(block.cells for block in self.blocks)

    def _inside_names(self, data: list[GridRow], layout: Layout) -> bool:
        """Whether rows named by years alone stand below the rows of elements."""
        if layout.name is None:
            return False
        texts = [row.texts[layout.name] for row in data]
        years = [p for text in texts if (p := self._period(text)) and p != TOTAL]
        return len(set(years)) >= 2 and len(years) * 3 >= len(texts)

    def _year_of_head(self, layout: Layout) -> str:
        return period_of(layout.head) or title_period([layout.head])

    def _goes_on(self, code: str, name: str) -> bool:
        """Whether a row repeats the name of the element above it."""
        if not self.blocks or not self.blocks[-1].cells:
            return False
        last = self.blocks[-1]
        same_code = not code or (last.code is not None and last.code.text.strip() == code)
        same_name = not name or (last.name is not None and normalise(last.name.text) == normalise(name))
        return same_code and same_name

    def _label(self, row: GridRow, column: int | None) -> str:
        return row.texts[column].strip() if column is not None else ""

    def _cell(self, row: GridRow, column: int | None) -> Cell | None:
        return None if column is None or not row.texts[column].strip() else self._figure(row, column)

    def _figure(self, row: GridRow, column: int) -> Cell:
        """A cell at its place in the whole table; a blank one has a place too."""
        cell = row.cells[column]
        if cell is None or not row.texts[column]:
            anchor = next((c for c in row.cells if c is not None), None)
            return Cell("", row.number, column + 1, line=anchor.line if anchor else None)
        return replace(cell, row=row.number, column=column + 1, rows=1, columns=1)

    def _built(self, layout: Layout) -> tuple[Grid, Layout]:
        places = list(dict.fromkeys(p for block in self.blocks for cells in block.cells.values() for p in cells))
        above = (self.words.unit_of(text) for row in self.grid.rows[: layout.first] for text in row.texts)
        unit = layout.unit or next(filter(None, above), "")
        rows: list[GridRow] = []
        for block in self.blocks:
            names = [block.code, block.name]
            # the name of an element goes with its first figure: a row of blanks would be passed over with it
            sources = sorted(block.cells.items(), key=lambda cell: not any(c.text for c in cell[1].values()))
            for source, cells in sources or [("", {})]:
                known = next(iter(cells.values()), None) or self._figure(block.row, 0)
                blank = Cell("", known.row, known.column, line=known.line)
                label = replace(blank, text=block.labels.get(source, ""))
                row = [*(cell or blank for cell in names), label, *(cells.get(place) for place in places)]
                texts = [cell.text if cell is not None else "" for cell in row]
                rows.append(GridRow(known.row, texts, row, source))
                names = [None, None]
        made = replace(self.grid, rows=rows, width=_LABELS + len(places), starts=set(), in_place=True)
        figures = [FigureColumn(_LABELS + n, period, role, "", "") for n, (period, role) in enumerate(places)]
        code = 0 if any(is_code(row.texts[0]) for row in rows) else None
        return made, Layout(0, figures, code, 1, 2, unit, layout.head)


class _OneColumn(_Crossing):
    """A single column of money, beside names of elements and a column of years."""

    by_sources = False

    def _over(self, texts: list[str]) -> list[int]:
        named = [j for j, text in enumerate(texts) if self._names_figures(text)]
        return named if len(named) == 1 and any(texts[: named[0]]) else []

    def _names_figures(self, label: str) -> bool:
        return bool(self._source(label) or self.words.unit_of(label))

    def _are_apart(self, columns: list[_Column]) -> bool:
        return len(columns) == 1

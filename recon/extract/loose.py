"""A table that has lost its borders: rows of labels and values before anyone knows which column is which.

Restoring modules (`flattened`, `vertical`, `spaced`) find such rows; here they get columns, as one or several
candidates, since the place of a column is often only told by which sums hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recon.extract.grids import Grid, GridRow
from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import read_number
from recon.extract.periods import period_named
from recon.extract.wording import Wording, normalise
from recon.model.amount import State
from recon.model.document import Cell, Paragraph, Table
from recon.model.period import TOTAL, is_part, printed_name, unnumbered_part, years_of
from recon.model.source import TOTAL as ALL_SOURCES

_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"(?:[nN№] ?)?\d+(?:\.\d+)*[.)]?|[IVX]+\.")
#: figures stand behind these label columns: code, name, source
_LABELS = 3
_IN_HEAD = re.compile(
    r"(?<![\d.,])(?:19|20)\d\d(?: ?г(?:од\w*|г?\.)?)? ?- ?(?:19|20)\d\d(?![\d,])|(?<![\d.,/])(?:19|20)\d\d(?![\d,/])"
)
_MOST_FIGURES = 24


@dataclass(slots=True)
class LooseRow:
    """labels: what names the row. values: its figures, None where blank; none at all in a row of words."""

    labels: list[Cell]
    values: list[Cell | None]


@dataclass(slots=True)
class LooseTable:
    """first, last: positions of the blocks that it stands in. head: rows of cells above the data.

    width: figures in a row. above: the prose before it. in_place: its cells stand in a table that is kept as it is.
    """

    first: int
    last: int
    head: list[list[Cell]]
    rows: list[LooseRow]
    width: int
    above: list[Paragraph]
    sheet: str | None = None
    in_place: bool = False


@dataclass(slots=True)
class Candidate:
    """One way to understand a loose table. by_words: its columns are all named, none was placed by trial.

    turned: its years stood in rows.
    """

    grid: Grid
    layout: Layout
    by_words: bool
    turned: bool = False


def is_year(text: str) -> bool:
    return _YEAR.fullmatch(text.strip()) is not None


def is_code(text: str) -> bool:
    return _CODE.fullmatch(text.strip()) is not None and not is_year(text)


def is_value(text: str) -> bool:
    """A number, a dash or «x»; a bare year is a label."""
    state = read_number(text).state
    return state in (State.STATED, State.NIL, State.NOT_APPLICABLE, State.LEFT_OUT) and not is_year(text)


def row_period(labels: Sequence[Cell], words: Wording) -> str | None:
    """The year or total that names a row, where nothing else does."""
    named = [cell.text for cell in labels if cell.text and not is_code(cell.text)]
    if len(named) != 1:
        return None
    plain = normalise(named[0])
    if words.begins("total", plain) and len(plain.split()) <= 3 and words.source_of(plain) in ("", ALL_SOURCES):
        return TOTAL
    return period_named(named[0], words) if len(plain.split()) <= 5 else None


def candidates(loose: LooseTable, words: Wording) -> Iterator[Candidate]:
    """Ways to understand the columns, the likelier first."""
    if not 1 <= loose.width <= _MOST_FIGURES:
        return
    if years_stand_in_rows(loose, words):
        yield from _years_down(loose, words)
        return
    head = [cell.text for row in loose.head for cell in row if cell.text]
    unit = next((u for text in head if (u := words.unit_of(text))), "")
    for periods, by_words in _periods(head, loose.width, words):
        yield _built(loose, periods, unit, " ".join(head), words, by_words)


def years_stand_in_rows(loose: LooseTable, words: Wording) -> bool:
    """Whether every row of figures is named by a period, so that only a turned table can be meant."""
    part = False
    for row in loose.rows:
        period = row_period(row.labels, words) if row.values else TOTAL
        if not period:
            return False
        part |= period != TOTAL
    return part


def _periods(head: list[str], width: int, words: Wording) -> Iterator[tuple[list[str], bool]]:
    """Which period each of the figure columns may hold."""
    named, total_at = _named_periods(head, words)
    if len(named) > width:  # a title above the head names the years of the whole programme
        named, total_at = _named_periods([text for text in head if _is_a_period(text, words)], words)
    if len(named) == width and len(named) > 1:
        yield named, True
    elif len(named) + 1 == width and named:
        first, last = [TOTAL, *named], [*named, TOTAL]
        sure = total_at is not None
        yield from ((p, sure) for p in ((last, first) if total_at == len(named) else (first, last)))
    elif len(named) < 2 and width >= 3:  # a year alone is of the title, not over a column
        unknown = [unnumbered_part(str(n + 1)) for n in range(width - 1)]
        yield [*unknown, TOTAL], False
        yield [TOTAL, *unknown], False


def _is_a_period(text: str, words: Wording) -> bool:
    """Whether a text of a head is a year, a span or a total, with few words beside it."""
    plain = normalise(text)
    return len(plain.split()) <= _LABELS and bool(period_named(text, words) or words.begins("total", plain))


def _named_periods(head: list[str], words: Wording) -> tuple[list[str], int | None]:
    """The years and spans that a head names in order, and before which of them it names their total."""
    periods: list[str] = []
    total_at: int | None = None
    for text in head:
        plain = normalise(text)
        found = [(m.start(), re.sub(r"[^\d-]", "", m[0])) for m in _IN_HEAD.finditer(plain)]
        found += [(m.start(), unnumbered_part(m[0])) for m in words.every("unnumbered-year", plain)]
        whole = period_named(text, words)
        if whole is not None and is_part(whole) and not is_year(whole):
            found = [(0, whole)]
        total = next((m.start() for m in words.every("total", plain)), None)
        short = len(plain) < 60 or _follow(sorted(found))
        for start, period in sorted(found):
            if total is not None and total < start and total_at is None:
                total_at = len(periods)
                if len(years_of(period)) > 1:
                    continue  # «Всего 2006-2010 гг.» is one column
            if short and period not in periods and (len(years_of(period)) != 1 or _in_order(period, periods)):
                periods.append(period)
        if total is not None and total_at is None:
            total_at = len(periods)
    return periods, total_at


def _follow(found: list[tuple[int, str]]) -> bool:
    """Whether a long text lists years one after the other, as a head does and prose does not."""
    years = [int(period) for _, period in found if len(years_of(period)) == 1]
    return len(years) > 1 and all(b - a == 1 for a, b in pairwise(years))


def _in_order(year: str, periods: list[str]) -> bool:
    """Whether a year follows those before it; a span may stand before its own years."""
    ends = [years[-1] for known in periods if (years := years_of(known)) and (len(years) == 1 or int(year) < years[0])]
    return not any(end >= int(year) for end in ends)


def _years_down(loose: LooseTable, words: Wording) -> Iterator[Candidate]:
    """Years in rows: the table is turned, so that its columns become rows."""
    labels = _column_labels(loose, words)
    if labels is None:
        return
    data = [row for row in loose.rows if row.values]
    periods = [row_period(row.labels, words) or TOTAL for row in data]
    if len(set(periods)) < len(periods):
        return
    rows = [LooseRow([label], [row.values[k] for row in data]) for k, label in enumerate(labels)]
    turned = replace(loose, rows=rows, width=len(data))
    head = " ".join(cell.text for row in loose.head for cell in row if cell.text)
    yield replace(_built(turned, periods, words.unit_of(head), head, words, True), turned=True)


def _column_labels(loose: LooseTable, words: Wording) -> list[Cell] | None:
    """The head's label of each figure column: its last ones, a total from the rows above where one is missing."""
    rows = [[cell for cell in row if cell.text] for row in loose.head]
    rows = [row for row in rows if len(row) > 1 or len(loose.head) == 1 or any(words.source_of(c.text) for c in row)]
    found: list[Cell] = []
    for row in reversed(rows):
        wanted = loose.width - len(found)
        if not found:
            found = row[-wanted:]
        elif wanted > 0:
            found = [cell for cell in row if words.begins("total", normalise(cell.text))][-wanted:] + found
    known = sum(bool(words.source_of(cell.text)) for cell in found)
    return found if len(found) == loose.width and known * 2 >= len(found) and known else None


def _built(loose: LooseTable, periods: list[str], unit: str, head: str, words: Wording, by_words: bool) -> Candidate:
    """A grid with a head of one row: code, name and source, then the figures."""
    own_source = any(len([c for c in row.labels if not is_code(c.text)]) > 1 for row in loose.rows)
    anchor = next((cell for row in loose.head for cell in row), None) or _anchor(loose.rows[0])
    names = ["", "", "", *periods]
    rows = [_cells([Cell(text, 1, 1, line=anchor.line) if text else None for text in names], 1)]
    for number, row in enumerate(loose.rows, start=2):
        placed = [*_placed(row.labels, own_source, words), *row.values]
        rows.append(placed if loose.in_place else _cells(placed, number, _anchor(row)))
    width = _LABELS + loose.width
    grid_rows = [
        GridRow(n, [cell.text if cell is not None else "" for cell in cells], cells)
        for n, cells in enumerate((row + [None] * (width - len(row)) for row in rows), start=1)
    ]
    grid = Grid("", grid_rows, width, loose.above, loose.sheet, anchor.line, loose.first)
    grid.printed = [row.texts for row in grid_rows]
    grid.in_place = loose.in_place
    columns = [FigureColumn(_LABELS + n, period, "amount", "", period) for n, period in enumerate(periods)]
    code = 0 if any(row.texts[0] for row in grid_rows[1:]) else None
    layout = Layout(1, columns, code, 1, 2 if own_source else 1, unit, head)
    layout.lost_head = not loose.head
    return Candidate(grid, layout, by_words)


def _placed(labels: list[Cell], own_source: bool, words: Wording) -> list[Cell | None]:
    """Code, name and source of a row."""
    rest = [cell for cell in labels if cell.text]
    code = rest.pop(0) if rest and is_code(rest[0].text) else None
    if not rest:
        return [code, None, None]
    if not own_source:
        return [code, replace(rest[0], text=" ".join(cell.text for cell in rest)), None]
    if len(rest) == 1:
        return [code, None, rest[0]] if words.source_of(rest[0].text) else [code, rest[0], None]
    return [code, replace(rest[0], text=" ".join(cell.text for cell in rest[:-1])), rest[-1]]


def _anchor(row: LooseRow) -> Cell:
    return next(cell for cell in (*row.labels, *row.values, Cell("", 1, 1)) if cell is not None)


def _cells(cells: Sequence[Cell | None], row: int, anchor: Cell | None = None) -> list[Cell | None]:
    """Cells of a restored row, blank ones too: a blank figure has a place."""
    line = anchor.line if anchor is not None else None
    return [
        replace(cell, row=row, column=n, rows=1, columns=1) if cell is not None else Cell("", row, n, line=line)
        for n, cell in enumerate(cells, start=1)
    ]


def printed_heads(texts: Sequence[str], layout: Layout, words: Wording) -> list[str]:
    """The first row of a table that was put back, as the document has it and not as its columns were numbered.

    That is years as they are, its own word for a total, and nothing over a part that it does not name.
    """
    total = next((found[0] for found in words.every("total", normalise(layout.head))), "")
    known = {c.period: total if c.period == TOTAL else printed_name(c.period) for c in layout.columns}
    known |= {unnumbered_part(str(n + 1)): "" for n in range(len(layout.columns))}
    return [known.get(text, text) for text in texts]


def table_of(grid: Grid) -> Table:
    return Table([[cell for cell in row.cells if cell is not None] for row in grid.rows], grid.sheet, grid.line)

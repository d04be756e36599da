"""What the columns of a table hold, read from its head: codes, names, sources, and figures by period and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recon.extract.numbers import looks_like_number
from recon.extract.periods import LONGEST_LABEL, period_named, period_of
from recon.extract.shares import printed_shares
from recon.extract.spenders import spenders_column
from recon.extract.torn_codes import is_code
from recon.extract.unnamed_total import unnamed_total
from recon.extract.wording import Wording, normalise
from recon.model.period import TOTAL, unknown_column

if TYPE_CHECKING:
    from recon.extract.grids import Grid, GridRow

_SEARCHED_ROWS = 30
#: words of a level with its number
_LONGEST_LEVEL = 3


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures: 0-based index, period, role, and its own unit ("" where the table's holds).

    share: a column of percentages among amounts.
    """

    index: int
    period: str
    role: str
    unit: str
    label: str
    share: bool = False


@dataclass(slots=True)
class Layout:
    """How a table is laid out. first: index of the first row of data; code, name, source: columns, None if absent.

    status: the column that says of each name on which level it stands, where the names do not («Подпрограмма 1»).
    units: the column that says for each row in which unit it is, where one of them is a unit of money.
    by_spender: what stands in the place of sources is those who spend, and they make up each element.
    """

    first: int
    columns: list[FigureColumn]
    code: int | None = None
    name: int | None = None
    source: int | None = None
    unit: str = ""
    head: str = ""
    units: int | None = None
    lost_head: bool = False
    status: int | None = None
    by_spender: bool = False


def layout_of(grid: Grid, words: Wording) -> Layout | None:
    """The layout of a table with figures by period; None where no head and no rows of sources are found."""
    bottom = _year_row(grid.rows, words)
    if bottom is None:
        return _without_head(grid, words)
    period_columns = [j for j, text in enumerate(grid.rows[bottom].texts) if _period(text, words)]
    top, first = head_rows(grid, bottom, period_columns, words)
    labels = labels_of(grid.rows[top:first], grid.width)
    columns = _figure_columns(labels, grid.rows[first:], words)
    if not columns:
        return None
    total = unnamed_total(labels, grid.rows[first:], columns)
    if total is not None:
        label = " ".join(labels[total])
        columns.append(FigureColumn(total, TOTAL, "amount", words.unit_of(label), label))
        columns.sort(key=lambda column: column.index)
    layout = Layout(first, columns, head=" ".join(dict.fromkeys(t for column in labels for t in column if t)))
    layout.unit = next((c.unit for c in columns if c.unit), "") or words.unit_of(layout.head)
    settle_labels(layout, labels, grid.rows[first:], words)
    return layout


def head_rows(grid: Grid, row: int, over: list[int], words: Wording) -> tuple[int, int]:
    """First row of the head and first row of data, by a row of the head and the columns of figures it stands over."""
    top, first = row, row + 1
    while top > 0 and _may_be_head(grid.rows[top - 1], words):
        top -= 1
    while first < len(grid.rows) and (_is_sub_head(grid.rows[first], over) or _is_unit(grid.rows[first], words)):
        first += 1
    return top, first


def _period(label: str, words: Wording) -> str | None:
    found = period_named(label, words)
    if found is None and len(label) <= LONGEST_LABEL and words.begins("total", normalise(label)):
        return TOTAL
    return found


def _year_row(rows: list[GridRow], words: Wording) -> int | None:
    """The last row of the head that names years: at least two columns of periods, and no other numbers."""
    for i, row in enumerate(rows[:_SEARCHED_ROWS]):
        periods = [_period(text, words) for text in row.texts if text]
        named = [period for period in periods if period]
        years = {period for period in named if period != TOTAL}
        others = any(looks_like_number(text) and not period_of(text) for text in row.texts if text)
        if years and len(set(named)) >= 2 and not others:
            return i
    return None


def _may_be_head(row: GridRow, words: Wording) -> bool:
    texts = [text for text in row.texts if text]
    return len(texts) >= 2 and not any(looks_like_number(text) and not _period(text, words) for text in texts)


def _is_sub_head(row: GridRow, period_columns: list[int]) -> bool:
    """A row below the years that names kinds of figures: words over figure columns, and no number."""
    inside = [text for text in row.texts[period_columns[0] :] if text]
    return bool(inside) and not any(looks_like_number(t) or t.strip().lower() in {"x", "х"} for t in inside)


def _is_unit(row: GridRow, words: Wording) -> bool:
    """A row below the years that says «(тыс. руб.)» and nothing else."""
    texts = [text for text in row.texts if text]
    named = [len(text) <= LONGEST_LABEL and bool(words.unit_of(text)) for text in texts]
    return bool(texts) and all(named) and not any(map(looks_like_number, texts))


def labels_of(head: list[GridRow], width: int) -> list[list[str]]:
    """The head's labels of each column from top to bottom; what spans columns stands over each of them."""
    labels: list[list[str]] = [[] for _ in range(width)]
    for i, row in enumerate(head):
        carried = ""
        for j in range(width):
            cell = row.cells[j]
            text = cell.text if cell is not None else ""
            if text:
                carried = text
            elif any(below.texts[j] for below in head[i + 1 :]):
                text = carried  # a text file keeps the label of a merged group over its first column only
            if text and (not labels[j] or labels[j][-1] != text):
                labels[j].append(text)
    return labels


def _figure_columns(labels: list[list[str]], data: list[GridRow], words: Wording) -> list[FigureColumn]:
    columns: list[FigureColumn] = []
    any_number = False
    for j, column in enumerate(labels):
        for depth in range(len(column) - 1, -1, -1):
            period = _period(column[depth], words)
            if period is None:
                continue
            role = role_of(" ".join(column[depth + 1 :]), words)
            holds_numbers = any(looks_like_number(row.texts[j]) for row in data)
            if holds_numbers or role == "amount":
                label = " ".join(column)
                share = words.has("share", " ".join(column[depth:]))
                columns.append(FigureColumn(j, period, role, "" if share else words.unit_of(label), label, share))
                any_number |= holds_numbers or any(c.isdigit() for row in data for c in row.texts[j])
            break
    return _named_apart(_totals_of_years(columns, labels, words)) if any_number else []


def _named_apart(columns: list[FigureColumn]) -> list[FigureColumn]:
    """“2031–32 Main Estimates”, “2031–32 Estimates to Date”: two kinds of figures of one year, and no figure twice."""
    kinds = Counter((column.period, column.role) for column in columns if column.period != TOTAL)
    labels = Counter((column.period, column.label) for column in columns)
    return [
        replace(column, role=normalise(column.label))
        if kinds[column.period, column.role] > 1 and labels[column.period, column.label] == 1
        else column
        for column in columns
    ]


def _totals_of_years(columns: list[FigureColumn], labels: list[list[str]], words: Wording) -> list[FigureColumn]:
    """«Всего» under each of several years is of that year: one row cannot have two totals of all years."""
    totals = [n for n, column in enumerate(columns) if column.period == TOTAL and column.role == "amount"]
    above = {
        n: next((p for label in labels[columns[n].index] if (p := _period(label, words)) not in (None, TOTAL)), None)
        for n in totals
    }
    if len(totals) < 2 or None in above.values() or len(set(above.values())) < len(totals):
        return columns
    return [replace(column, period=above.get(n) or column.period) for n, column in enumerate(columns)]


def is_shifted(layout: Layout, grid: Grid) -> bool:
    """Whether years stand over words while numbers stand under nothing: merged cells of the head lost their places."""
    data = grid.rows[layout.first :]
    if not any(_mostly(_is_word, data, column.index) for column in layout.columns):
        return False
    labels = labels_of(grid.rows[: layout.first], grid.width)
    last = layout.columns[-1].index
    return any(not labels[j] and _mostly(looks_like_number, data, j) for j in range(last + 1, len(labels)))


def _is_word(text: str) -> bool:
    return text.lower() != text.upper() and not looks_like_number(text) and sum(c.isalpha() for c in text) > 1


def role_of(kind: str, words: Wording) -> str:
    if not kind or _only_unit(kind, words) or (words.has("money", kind) and not words.has("other-role", kind)):
        return "amount"
    return normalise(kind)


def _only_unit(kind: str, words: Wording) -> bool:
    """«(млн. руб.)» below a year says in what its amounts are, and of no other kind of figure."""
    return kind.startswith("(") and kind.endswith(")") and bool(words.unit_of(kind)) and not words.has("share", kind)


def settle_labels(layout: Layout, labels: list[list[str]], data: list[GridRow], words: Wording) -> None:
    """Find the columns of codes, names and sources among those before and beside the figures."""
    taken = {column.index for column in layout.columns}
    free = [j for j in range(len(labels)) if j not in taken and (j < min(taken) or any(r.texts[j] for r in data))]
    free = [j for j in free if j < min(taken) or not _mostly(looks_like_number, data, j)]
    heads = {j: " ".join(labels[j]) for j in free}
    layout.units = next(
        (
            j
            for j in free
            if words.has("indicator-unit-column", heads[j]) and any(words.unit_of(row.texts[j]) for row in data)
        ),
        None,
    )
    free = [j for j in free if j != layout.units]
    layout.source = next((j for j in free if words.has("source-column", heads[j])), None)
    rest = [j for j in free if j != layout.source]
    layout.code = next((j for j in rest if words.has("code-column", heads[j])), None)
    if layout.code is None and rest and _mostly(is_code, data, rest[0]):
        layout.code = rest[0]
    rest = [j for j in rest if j != layout.code]
    rest = [j for j in rest if j < min(taken)] or rest  # what stands behind the figures is a result or a remark
    named = [j for j in rest if words.has("name-column", heads[j])] or rest
    bare = [j for j in rest if _mostly(lambda text: _is_bare_level(text, words), data, j)]
    layout.status = next((j for j in bare if any(k > j for k in named if k not in bare)), None)
    named = [j for j in named if j != layout.status] or named
    layout.name = max(named, key=lambda j: sum(len(row.texts[j]) for row in data), default=None)
    if layout.name is None:
        layout.name = layout.source  # one column for both: «Наименование результата и источники финансирования»
    if layout.source is None:
        layout.source = next((j for j in rest if _mostly(words.source_of, data, j)), None)
    if layout.source is None:
        own = [j for j in (layout.code, layout.status, layout.name) if j is not None]
        figures = [column.index for column in layout.columns]
        spenders = spenders_column([j for j in rest if j not in own], own, figures, data, words)
        layout.by_spender = spenders is not None
        layout.source = spenders if spenders is not None else layout.name


def _is_bare_level(text: str, words: Wording) -> bool:
    """«Подпрограмма 2», «Основное мероприятие 1.1»: a level and its number, and no name."""
    return len(text.split()) <= _LONGEST_LEVEL and words.level_of(text) is not None


def _mostly(test: Callable[[str], object], data: list[GridRow], column: int) -> bool:
    texts = [row.texts[column] for row in data if row.texts[column]]
    left = len(texts) // 2 + 1  # so many must pass; a long column is left as soon as it is decided
    for rest, text in zip(range(len(texts), 0, -1), texts, strict=True):
        if left > rest:
            return False
        left -= bool(test(text))
        if not left:
            return True
    return False


def _without_head(grid: Grid, words: Wording) -> Layout | None:
    """A table whose head is lost still has rows of sources: its columns can be told apart, not named."""
    rows = [row for row in grid.rows if sum(looks_like_number(text) for text in row.texts) >= 2]
    label = next((j for j in range(grid.width) if _mostly(words.source_of, rows, j)), None)
    if label is None or len(rows) < 2 or len(rows) * 2 < len(grid.rows):
        return None
    numeric = [j for j in range(grid.width) if j > label and any(looks_like_number(row.texts[j]) for row in rows)]
    shares = printed_shares([[row.texts[j] for j in numeric] for row in rows])
    columns = [
        FigureColumn(j, unknown_column(j + 1), "amount", "", "", share=n in shares) for n, j in enumerate(numeric)
    ]
    return Layout(0, columns, name=label, source=label, lost_head=True) if len(columns) >= 2 else None

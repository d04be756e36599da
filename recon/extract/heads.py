"""What the columns of a table hold, read from its head: codes, names, sources, and figures by period and role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recon.extract.column_groups import told_apart
from recon.extract.head_labels import labels_of, role_of
from recon.extract.label_columns import layout_with_labels, mostly
from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import looks_like_number
from recon.extract.periods import LONGEST_LABEL, period_named, period_of
from recon.extract.unnamed_total import unnamed_total
from recon.extract.wording import Wording, normalise
from recon.extract.yearless import layout_without_years
from recon.model.period import TOTAL

if TYPE_CHECKING:
    from recon.extract.grids import Grid, GridRow

_SEARCHED_ROWS, _LOOKED_AT = 30, 60


def layout_of(grid: Grid, words: Wording) -> Layout | None:
    """The layout of a table with figures by period; None where no head and no rows of sources are found."""
    bottom = _year_row(grid.rows, words)
    if bottom is None:
        return layout_without_years(grid, words)
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
    return layout_with_labels(first, columns, labels, grid.rows[first:], words)


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


def _figure_columns(labels: list[list[str]], data: list[GridRow], words: Wording) -> list[FigureColumn]:
    columns: list[FigureColumn] = []
    groups: list[str] = []
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
                groups.append(" ".join(column[:depth]))
                any_number |= holds_numbers or any(c.isdigit() for row in data for c in row.texts[j])
            break
    return told_apart(_totals_of_years(columns, labels, words), groups, words) if any_number else []


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
    for rows in (data[:_LOOKED_AT], data):  # most tables are done with by their first rows
        if not any(mostly(_is_word, rows, column.index) for column in layout.columns):
            return False
    labels = labels_of(grid.rows[: layout.first], grid.width)
    last = layout.columns[-1].index
    return any(not labels[j] and mostly(looks_like_number, data, j) for j in range(last + 1, len(labels)))


def _is_word(text: str) -> bool:
    return text.lower() != text.upper() and not looks_like_number(text) and sum(c.isalpha() for c in text) > 1

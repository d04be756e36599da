"""Tables with rows of sources whose heads tell no years apart: «План на 2031 год, факт, отклонение», or a lost head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.extract.budget_columns import named_differences, named_total
from recon.extract.budget_meanings import title_period
from recon.extract.head_labels import labels_of
from recon.extract.label_columns import layout_with_labels, mostly
from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_of
from recon.extract.shares import printed_shares, shares, whole_amounts
from recon.extract.wording import Wording, normalise
from recon.model.figure import difference_role
from recon.model.period import TOTAL, unknown_column, unnumbered_part

if TYPE_CHECKING:
    from recon.extract.grids import Grid, GridRow


def layout_without_years(grid: Grid, words: Wording) -> Layout | None:
    """The layout by the rows of sources: columns are told apart by their heads, where these are lost by their order."""
    rows = [row for row in grid.rows if sum(looks_like_number(text) for text in row.texts) >= 2]
    label = _column_of_sources(grid, rows, words)
    if label is None:
        return _with_one_column(grid, words)
    numeric = [j for j in range(grid.width) if j > label and any(looks_like_number(row.texts[j]) for row in rows)]
    if len(numeric) < 2:
        return _with_one_column(grid, words)
    first = grid.rows.index(rows[0])
    labels = _labels(grid, first)
    if all(labels[j] for j in numeric):
        return _by_heads(grid, first, labels, numeric, words)
    printed = printed_shares([[row.texts[j] for j in numeric] for row in rows])
    columns = [
        FigureColumn(j, unknown_column(j + 1), "amount", "", "", share=n in printed) for n, j in enumerate(numeric)
    ]
    return Layout(0, columns, name=label, source=label, lost_head=True)


def _column_of_sources(grid: Grid, rows: list[GridRow], words: Wording) -> int | None:
    """The first column in which most of the rows with figures name a source, where these are most of the table."""
    if len(rows) < 2 or len(rows) * 2 < len(grid.rows):
        return None
    return next((j for j in range(grid.width) if mostly(words.source_of, rows, j)), None)


def _labels(grid: Grid, first: int) -> list[list[str]]:
    return labels_of([row for row in grid.rows[:first] if sum(map(bool, row.texts)) >= 2], grid.width)


def _with_one_column(grid: Grid, words: Wording) -> Layout | None:
    """«Источник | Сумма, тыс. рублей»: the last column, if its head says that it holds money."""
    last = grid.width - 1
    rows = [row for row in grid.rows if row.texts and looks_like_number(row.texts[last])]
    label = _column_of_sources(grid, rows, words)
    if label is None or label == last:
        return None
    first = grid.rows.index(rows[0])
    labels = _labels(grid, first)
    head = " ".join(labels[last])
    if not (words.unit_of(head) or words.has("money", head)) or words.has("share", head):
        return None
    return _by_heads(grid, first, labels, [last], words)


def _by_heads(grid: Grid, first: int, labels: list[list[str]], numeric: list[int], words: Wording) -> Layout:
    data = grid.rows[first:]
    head = " ".join(dict.fromkeys(text for column in labels for text in column if text))
    year = title_period([p.text for p in grid.above[-4:]]) or unknown_column(numeric[0] + 1)
    columns = _columns([labels[j] for j in numeric], numeric, data, period_of(head) or year, words)
    return layout_with_labels(first, columns, labels, data, words)


def _columns(
    labels: list[list[str]], numeric: list[int], data: list[GridRow], year: str, words: Wording
) -> list[FigureColumn]:
    """Parts of one total where their sums show it, else kinds of figures of one year, differences among them."""
    amounts, unit = whole_amounts([[row.texts[j] for j in numeric] for row in data])
    named = [" ".join(column) for column in labels]
    aside = {n for n, label in enumerate(named) if words.has("share", label)}
    aside |= shares(amounts, aside, unit)
    adding = [n for n in range(len(numeric)) if n not in aside]
    periods = [next((p for text in reversed(column) if (p := period_of(text))), year) for column in labels]
    roles = [normalise(label) for label in named] if len(named) > 1 else ["amount"]
    for total in named_total(labels, amounts, adding, words):
        periods[total.total] = TOTAL
        for part, _ in total.parts:
            periods[part] = unnumbered_part(roles[part])
        roles = [role if n in aside else "amount" for n, role in enumerate(roles)]
    for relation in named_differences(labels, amounts, aside, words):
        (a, _), (b, _) = relation.parts
        roles[relation.total] = difference_role(roles[a], periods[a], roles[b], periods[b])
    return [
        FigureColumn(
            j, periods[n], roles[n], "" if n in aside else words.unit_of(named[n]), named[n], share=n in aside
        )
        for n, j in enumerate(numeric)
    ]

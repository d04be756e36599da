"""What the columns of a table of indicators hold: code, activity, name, unit, base value, values by year.

A head says so; where it is lost, a column of units with values on its right does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.extract.indicator_values import is_money, is_unit, read_value, split_unit
from recon.extract.layouts import Layout
from recon.extract.periods import period_of
from recon.extract.wording import Wording, normalise
from recon.model.indicator import Form
from recon.model.period import TOTAL, unknown_column

if TYPE_CHECKING:
    from recon.extract.grids import Grid, GridRow

_CODES = "0123456789."
_FEWEST_ROWS, _FEWEST_VALUES = 3, 2
_LONGEST_SOURCE, _LOOKED_AT = 60, 40
#: rows at the top among which a head is looked for
_DEEPEST_HEAD = 6


@dataclass(slots=True)
class IndicatorColumns:
    """Columns from 0, None where there is none. values: column and period. base, date: of the base value.

    roles: of the columns of values, where it is not `indicator`: `actual` beside a plan, `total` over the years.
    """

    first: int
    name: int
    values: list[tuple[int, str]]
    unit: int | None = None
    code: int | None = None
    element: int | None = None
    base: int | None = None
    date: int | None = None
    weight: int | None = None
    heads: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    lost_head: bool = False


def columns_of(grid: Grid, layout: Layout | None, words: Wording) -> IndicatorColumns | None:
    """The columns of a table of indicators; None for any other table."""
    head = _head(grid, layout, words)
    if head is None:
        return _without_head(grid, words)
    first, labels = head
    said = " ".join(labels.values())
    if not words.has("indicators", said) or words.has("financing-source-column", said):
        return None
    across = layout.columns if layout is not None else []
    values = [(c.index, c.period) for c in across if not words.has("indicator-comparison-column", c.role)]
    if len(values) < _FEWEST_VALUES:
        return None
    unit = _headed(labels, "indicator-unit-column", words, values)
    name = _name_column(grid, labels, first, unit, values, words)
    if name is None:
        return None
    found = IndicatorColumns(first, name, values, unit if unit != name else None, heads=labels)
    found.roles = {c.index: "total" for c in across if c.period == TOTAL}
    found.roles |= {c.index: "actual" for c in across if words.has("indicator-actual-column", c.role)}
    _base(found, labels, words)
    _labels_before(found, grid, words)
    return found if _speaks_of_indicators(found, grid, words) else None


def _head(grid: Grid, layout: Layout | None, words: Wording) -> tuple[int, dict[int, str]] | None:
    """Where the data begins, and the labels of each column; None where no row names years."""
    if layout is None or layout.lost_head:
        return None
    labels: dict[int, str] = {}
    top = max(0, layout.first - _DEEPEST_HEAD)
    for row in grid.rows[top : layout.first]:
        filled = [text for text in row.texts if text]
        if len(filled) < 2:
            continue  # a title inside the table
        carried = ""
        for j in range(grid.width):
            cell = row.cells[j]
            text = cell.text if cell is not None else ""
            above = labels.get(j, "")
            if text:
                carried = text
            elif not above and any(below.texts[j] for below in grid.rows[grid.rows.index(row) + 1 : layout.first]):
                text = carried  # a text file keeps the label of a merged group over its first column only
            if text and text not in above:
                labels[j] = f"{above} {text}".strip()
    return layout.first, labels


def _headed(labels: dict[int, str], kind: str, words: Wording, values: list[tuple[int, str]]) -> int | None:
    taken = {column for column, _ in values}
    return next((j for j, label in sorted(labels.items()) if j not in taken and words.has(kind, label)), None)


def _name_column(
    grid: Grid, labels: dict[int, str], first: int, unit: int | None, values: list[tuple[int, str]], words: Wording
) -> int | None:
    """The column whose head speaks of indicators and that holds the most text."""
    taken = {column for column, _ in values}
    named = [
        j
        for j, label in labels.items()
        if j not in taken
        and words.has("indicator-name-column", label)
        and not words.has("indicator-other-column", label)
        and not words.has("indicator-base-column", label)
        and (j != unit or split_unit(_longest(grid.rows[first:], j), words)[1])
    ]
    return max(named, key=lambda j: sum(len(row.texts[j]) for row in grid.rows[first:]), default=None)


def _longest(rows: list[GridRow], column: int) -> str:
    return max((row.texts[column] for row in rows), key=len, default="")


def _base(found: IndicatorColumns, labels: dict[int, str], words: Wording) -> None:
    """The base value, beside the values or the first of them («2018 год (базовый)»), and the date that it is of."""
    first = min(column for column, _ in found.values)
    for j, label in sorted(labels.items()):
        if j in (found.name, found.unit) or not words.has("indicator-base-column", label):
            continue
        if first > j and words.has("indicator-date-column", label):
            found.date = j
        elif found.base is None and (j < first or j == first):
            found.base = j
    if found.base is not None and found.date is None and found.base + 1 < first:
        label = labels.get(found.base + 1, "")
        if words.has("indicator-date-column", label):
            found.date = found.base + 1


def _labels_before(found: IndicatorColumns, grid: Grid, words: Wording) -> None:
    """Codes and the activity stand before the name; a weight stands where its head says so."""
    taken = {column for column, _ in found.values}
    heads = ((j, normalise(head)) for j, head in found.heads.items() if j not in taken)
    weights = [j for j, head in heads if words.begins("statistics-weight", head)]
    found.weight = weights[0] if weights and weights[0] != found.name else None
    rows = grid.rows[found.first :]
    before = [j for j in range(found.name) if j not in (found.unit, found.base, found.date)]
    coded = [j for j in before if _mostly_codes(rows, j)]
    found.code = coded[0] if coded else None
    rest = [j for j in before if j != found.code and any(row.texts[j] for row in rows)]
    headed = [j for j in rest if words.has("indicator-element-column", found.heads.get(j, ""))]
    found.element = next(iter(headed or rest), None)


def _mostly_codes(rows: list[GridRow], column: int) -> bool:
    texts = [row.texts[column].strip() for row in rows if row.texts[column].strip()]
    codes = sum(len(text) < 24 and text[0].isdigit() and not set(text) - set(_CODES) for text in texts)
    return codes > 0 and codes * 3 >= len(texts)


def _speaks_of_indicators(found: IndicatorColumns, grid: Grid, words: Wording) -> bool:
    """At least half of the rows have a unit, and most are no money: budgets call their rows «показатели» as well."""
    rows = [row for row in grid.rows[found.first :] if any(row.texts[column] for column, _ in found.values)]
    units = [
        row.texts[found.unit] if found.unit is not None else split_unit(row.texts[found.name], words)[1] for row in rows
    ]
    if sum(bool(unit) for unit in units) * 2 < len(rows):
        return False
    money = 0
    for row, unit in zip(rows, units, strict=True):
        texts = (row.texts[j] for j in range(min(column for column, _ in found.values)))
        money += is_money(unit, words) or any(len(t) < _LONGEST_SOURCE and words.source_of(t) for t in texts)
    return money * 2 < len(rows)


def _without_head(grid: Grid, words: Wording) -> IndicatorColumns | None:
    """A table whose head is lost: a column of nothing but units, names on its left, values on its right."""
    rows = [row for row in grid.rows if sum(bool(text) for text in row.texts) >= _FEWEST_ROWS]
    for unit in range(1, grid.width - _FEWEST_VALUES + 1):
        printed = [row for row in rows if row.texts[unit]]
        first = printed[:_LOOKED_AT]  # a long table that begins with other things is no table of indicators
        if sum(is_unit(row.texts[unit], words) for row in first) * 2 < len(first):
            continue
        known = [row for row in printed if is_unit(row.texts[unit], words) and not is_money(row.texts[unit], words)]
        if len(known) < _FEWEST_ROWS or len(known) * 5 < len(printed) * 4:
            continue
        right = range(unit + 1, grid.width)
        values = [j for j in right if holds_values(known, j, words)]
        if len(values) < _FEWEST_VALUES or values != list(range(values[0], values[-1] + 1)):
            continue
        if any(period_of(row.texts[j]) for row in grid.rows[:2] for j in values):
            continue
        name = unit - 1
        found = IndicatorColumns(0, name, [(j, unknown_column(j + 1)) for j in values], unit, lost_head=True)
        _labels_before(found, grid, words)
        return found
    return None


def holds_values(rows: list[GridRow], column: int, words: Wording) -> bool:
    forms = [read_value(row.cells[column], row.texts[column], words)[0] for row in rows]
    said = sum(form not in (Form.BLANK, Form.OTHER) for form in forms)
    return said * 5 >= len(forms) * 4

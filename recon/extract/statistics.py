"""Tables of statistics: counts with shares, points or weights that can be worked out again from the same row."""

from __future__ import annotations

from recon.extract.grids import Grid, GridRow
from recon.extract.indicator_values import read_value
from recon.extract.places import place_in
from recon.extract.wording import Wording, normalise
from recon.model.indicator import Form, IndicatorValue
from recon.model.statistics import StatisticsColumn, StatisticsRow, StatisticsTable

_FEWEST_ROWS = 3
_DEEPEST_HEAD = 4
#: from what a table has to have one of, so that anything in it can be worked out again
_ROLES = (("share", "statistics-share"), ("points", "statistics-points"))


def statistics_of(grid: Grid, document: str, words: Wording) -> StatisticsTable | None:
    """The table of statistics that a grid holds; None where it has no share, points, weights or mean."""
    first = _first_row(grid, words)
    if first is None or first == 0:
        return None
    heads = _heads(grid, first)
    said = " ".join(heads)
    if words.unit_of(said) or words.has("money", said):
        return None
    columns = _columns(grid, first, heads, words)
    taken = {column.index for column in columns}
    label = _label_column(grid, first, taken)
    if not columns or label is None:
        return None
    rows = [_row(grid, row, columns, label, document, words) for row in grid.rows[first:] if row.texts[label].strip()]
    rows = [row for row in rows if any(value.form is not Form.BLANK for value in row.values.values())]
    worked_out = any(column.role != "count" for column in columns) or any(row.kind == "mean" for row in rows)
    if len(rows) < _FEWEST_ROWS or not worked_out:
        return None
    at = place_in(document, grid, grid.rows[0], None)
    return StatisticsTable(grid.id, grid.position, columns, rows, at)


def _first_row(grid: Grid, words: Wording) -> int | None:
    """The first row with two numbers or more; what stands above it is the head."""
    for i, row in enumerate(grid.rows[: _DEEPEST_HEAD + 1]):
        forms = [read_value(row.cells[j], row.texts[j], words)[0] for j in range(grid.width)]
        if sum(form is Form.NUMBER for form in forms) >= 2:
            return i
    return None


def _heads(grid: Grid, first: int) -> list[str]:
    heads = [""] * grid.width
    for row in grid.rows[:first]:
        if sum(bool(text) for text in row.texts) < 2:
            continue
        for j in range(grid.width):
            cell = row.cells[j]
            if cell is not None and cell.text and cell.text not in heads[j]:
                heads[j] = f"{heads[j]} {cell.text}".strip()
    return heads


def _columns(grid: Grid, first: int, heads: list[str], words: Wording) -> list[StatisticsColumn]:
    """Columns of numbers with a head; the numbers of the rows are none."""
    found = []
    for j, head in enumerate(heads):
        forms = [read_value(row.cells[j], row.texts[j], words)[0] for row in grid.rows[first:]]
        printed = [form for form in forms if form is not Form.BLANK]
        numbers = sum(form is Form.NUMBER for form in printed)
        if not head or numbers < _FEWEST_ROWS or numbers * 5 < len(printed) * 4 or words.has("code-column", head):
            continue
        role = next((role for role, kind in _ROLES if words.has(kind, head)), "count")
        role = "weight" if words.begins("statistics-weight", normalise(head)) else role
        found.append(StatisticsColumn(j, " ".join(head.split()), role))
    return found


def _label_column(grid: Grid, first: int, taken: set[int]) -> int | None:
    free = [j for j in range(grid.width) if j not in taken]
    return max(free, key=lambda j: sum(len(row.texts[j]) for row in grid.rows[first:]), default=None)


def _row(
    grid: Grid, row: GridRow, columns: list[StatisticsColumn], label: int, document: str, words: Wording
) -> StatisticsRow:
    text = " ".join(row.texts[label].split())
    values = {}
    for column in columns:
        form, reading = read_value(row.cells[column.index], row.texts[column.index], words)
        at = place_in(document, grid, row, column.index)
        values[column.index] = IndicatorValue(column.role, "", form, reading, at)
    before = [row.texts[j].strip() for j in range(label) if j not in values and row.texts[j].strip()]
    plain = normalise(text)
    kind = "total" if words.begins("total", plain) else "mean" if words.begins("statistics-mean", plain) else "row"
    return StatisticsRow(before[0] if before else "", text, kind, place_in(document, grid, row, label), values)

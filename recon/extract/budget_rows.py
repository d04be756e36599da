"""What the rows and columns of a budget table are: head, codes, names, columns of figures, rows with figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recon.extract.budget_numbers import Convention, convention_of
from recon.extract.grids import Grid, GridRow
from recon.extract.wording import Wording, normalise
from recon.model.amount import ADDS, Reading, State

_NUMBERING = re.compile(r"\d{1,2}[а-яa-zіїє]?(?:\s*=.*)?")
_CODE = re.compile(r"\d[\d .]*")
_LETTER = re.compile(r"[^\W\d_]")
_BLANK = Reading(State.BLANK, None, 0, "")
#: rows above the figures in which the head is looked for
_DEEPEST_HEAD = 8
_MANY_NUMBERS = 8
#: among somebody's workings one row of so many may have a name
_SELDOM = 5
_FEWEST_ROWS = 3


@dataclass(slots=True)
class BudgetRow:
    """A row with figures. codes: by code column, "" where blank. label: what else stands before the name."""

    row: GridRow
    codes: list[str]
    name: str
    readings: list[Reading]
    label: str = ""


@dataclass(slots=True)
class BudgetTable:
    """head: labels of each column of figures from top to bottom. numbering: row of column numbers, with formulas.

    above: texts above the head. said: all that the head and the texts above it say.
    """

    columns: list[int]
    head: dict[int, list[str]]
    numbering: dict[int, str]
    rows: list[BudgetRow]
    name: int
    code_columns: list[int]
    above: list[str]
    said: str = ""
    scratch: list[GridRow] = field(default_factory=list)
    convention: Convention = field(default_factory=Convention)


def rows_of(grid: Grid, words: Wording) -> BudgetTable | None:
    """The table of figures that a grid holds; None where no column of names stands before columns of numbers."""
    convention = convention_of(text for row in grid.rows for text in row.texts)
    read = [[_reading(row, j, convention) for j in range(grid.width)] for row in grid.rows]
    name = _name_column(grid, read)
    if name is None:
        return None
    first = _first_row(grid, read, name)
    if first is None:
        return None
    numbering = next(
        (i for i in range(max(0, first - 1), min(first + 2, len(grid.rows))) if _numbers(grid.rows[i])), None
    )
    start = first if numbering is None else max(first, numbering + 1)
    head_rows, above = _head(grid, first if numbering is None else min(first, numbering), name)
    labels = {j: _labels(head_rows, j) for j in range(grid.width)}
    figures, codes = [], []
    for j in range(grid.width):
        if j == name:
            continue
        if _begins("budget-code-column", labels[j], words) or (j < name and not _is_money(grid, read, j, start)):
            codes.append(j)
        elif (
            _is_numeric(read, j, start)
            and (labels[j] or not head_rows)
            and not _begins("code-column", labels[j], words)
        ):
            figures.append(j)
    figures = [j for j in figures if j > name or not codes or j > max(codes)]
    if not figures:
        return None
    said = " ".join([*above, *(text for row in head_rows for text in row.texts if text)])
    numbered = {} if numbering is None else dict(enumerate(grid.rows[numbering].texts))
    table = BudgetTable(
        figures, {j: labels[j] for j in figures}, numbered, [], name, codes, above, said, [], convention
    )
    heads = [row.texts for row in head_rows]
    workings = _workings(grid, read, name, words)
    totalled = False
    for i, row in enumerate(grid.rows[start:], start):
        if i >= workings:
            table.scratch += [row] if any(read[i][j].state in ADDS for j in figures) else []
        elif row.texts not in heads and not _numbers(row):
            _take(table, row, read[i], totalled, words)
        totalled |= words.begins("budget-total", normalise(row.texts[name])) is not None
    return table if len(table.rows) >= _FEWEST_ROWS else None


def _workings(grid: Grid, read: list[list[Reading]], name: int, words: Wording) -> int:
    """The row below a total at which somebody's workings begin: figures without a label, and hardly a name after it.

    What stands among the figures names nothing: a formula that lost its cells leaves «#REF!» there.
    """
    totalled = False
    for i, row in enumerate(grid.rows):
        totalled |= words.begins("budget-total", normalise(row.texts[name])) is not None
        if totalled and not any(_LETTER.search(text) for text in row.texts[: name + 1]):
            below = grid.rows[i:]
            named = sum(_LETTER.search(below_row.texts[name]) is not None for below_row in below)
            many = sum(bool(reading.value) for reading in read[i]) >= _MANY_NUMBERS
            if many and len(below) >= _FEWEST_ROWS and named * _SELDOM < len(below):
                return i
    return len(grid.rows)


def _begins(kind: str, labels: list[str], words: Wording) -> bool:
    return any(words.begins(kind, normalise(label)) for label in labels)


def _take(table: BudgetTable, row: GridRow, read: list[Reading], totalled: bool, words: Wording) -> None:
    """totalled: whether the row stands below a total, where words in place of codes are a signature's."""
    readings = [read[j] for j in table.columns]
    if not any(r.state in ADDS for r in readings):
        return
    name = row.texts[table.name].strip()
    texts = [_plain_code(row.texts[j]) for j in table.code_columns]
    codes = [text if _CODE.fullmatch(text) else "" for text in texts]
    label = " ".join(text for text, code in zip(texts, codes, strict=True) if text and not code)
    signed = totalled and not words.begins("budget-total", normalise(label))
    if not name and not any(codes) and (not label or signed):
        table.scratch.append(row)
        return
    table.rows.append(BudgetRow(row, codes, name or label, readings, label))


def _plain_code(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _reading(row: GridRow, column: int, convention: Convention) -> Reading:
    cell = row.cells[column]
    if cell is None or not (row.texts[column] or (cell.number is not None and cell.column == column + 1)):
        return _BLANK
    return convention.read(cell)


def _numbers(row: GridRow) -> bool:
    """Whether a row numbers its columns, perhaps with formulas in words: 1, 2, 3=4+5, 4, 5."""
    texts = [text.strip() for text in row.texts if text.strip()]
    if len(texts) >= _MANY_NUMBERS and not _ascend(texts) and _ascend(texts[:-1]):
        return True  # something stands behind the last column
    return _ascend(texts)


def _ascend(texts: list[str]) -> bool:
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    order = [int(re.match(r"\d+", text)[0]) for text in texts]  # type: ignore[index]
    return order == sorted(order) and order[-1] - order[0] <= len(order) + 2 and order[0] <= 2


def _name_column(grid: Grid, read: list[list[Reading]]) -> int | None:
    """The column with most words among those in which words are more frequent than numbers."""
    best, most = None, 0
    for j in range(grid.width):
        texts = [row.texts[j] for row in grid.rows if _LETTER.search(row.texts[j])]
        numbers = sum(line[j].state is State.STATED for line in read)
        weight = len(set(texts))
        if len(texts) >= _FEWEST_ROWS and len(texts) > numbers and weight > most:
            best, most = j, weight
    return best


def _first_row(grid: Grid, read: list[list[Reading]], name: int) -> int | None:
    for i, row in enumerate(grid.rows):
        stated = [j for j in range(grid.width) if j != name and read[i][j].state is State.STATED]
        right = [j for j in stated if j > name]
        labelled = _LETTER.search(row.texts[name]) or (stated and stated[0] < name)
        if right and labelled and not _numbers(row) and not _is_year_row(row, read[i]):
            return i
    return None


def _is_year_row(row: GridRow, read: list[Reading]) -> bool:
    """Whether all numbers of a row are years: a head, not figures."""
    numbers = [row.texts[j].strip() for j, r in enumerate(read) if r.state is State.STATED]
    return all(re.fullmatch(r"(?:19|20)\d\d", text) for text in numbers)


def _is_numeric(read: list[list[Reading]], column: int, start: int) -> bool:
    states = [line[column].state for line in read[start:]]
    stated = sum(state is State.STATED for state in states)
    odd = sum(state is State.UNREADABLE for state in states)
    return stated >= 1 and stated + sum(state is State.NIL for state in states) >= 3 * odd


def _is_money(grid: Grid, read: list[list[Reading]], column: int, start: int) -> bool:
    """A column before the names that holds numbers of uneven length, unlike codes."""
    texts = [text for row in grid.rows[start:] if (text := _plain_code(row.texts[column])) and text[0].isdigit()]
    lengths = {len(text) for text in texts}
    return len(lengths) > 4 and _is_numeric(read, column, start) and not any(text.startswith("0") for text in texts)


def _head(grid: Grid, first: int, name: int) -> tuple[list[GridRow], list[str]]:
    """The rows of the head, and the texts above it; a head has words over the names and over the figures."""

    def spans(i: int) -> bool:
        return any(grid.rows[i].texts[: name + 1]) and any(grid.rows[i].texts[name + 1 :])

    top = next((i for i in range(first - 1, max(-1, first - 1 - _DEEPEST_HEAD), -1) if spans(i)), None)
    while top and spans(top - 1):
        top -= 1
    if top is None:
        top = first
        while top > 0 and sum(bool(text) for text in grid.rows[top - 1].texts) >= 2:
            top -= 1
    above = [text for row in grid.rows[:top] for text in row.texts if text]
    return grid.rows[top:first], [p.text for p in grid.above[-6:]] + above


def _labels(head: list[GridRow], column: int) -> list[str]:
    """The labels over a column from top to bottom; what is merged over several columns stands over each of them."""
    labels: list[str] = []
    for i, row in enumerate(head):
        cell = row.cells[column]
        text = cell.text.strip() if cell is not None else ""
        if not text and any(below.texts[column] for below in head[i + 1 :]):
            text = next((row.texts[j] for j in range(column, -1, -1) if row.texts[j]), "")
        if text and (not labels or labels[-1] != text):
            labels.append(text)
    return labels

"""Long tables: one amount a row, its coordinates beside it, and the total as one more value of a coordinate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from recon.extract.budget_numbers import convention_of
from recon.extract.budget_rounding import hidden_zeros
from recon.extract.grids import Grid, GridRow
from recon.extract.periods import period_of
from recon.extract.unit_titles import unit_title
from recon.extract.wording import Wording, normalise
from recon.model.amount import ADDS, Reading, State
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import is_year, unknown_column
from recon.model.source import TOTAL

_FEWEST_ROWS = 8
_MOST_COLUMNS = 12
_MOST_PARTS = 60
_FEWEST_GROUPS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class LongTable:
    """part: the column whose values add up; groups: columns that name what has the parts; year: column or None."""

    rows: list[tuple[GridRow, Reading]]
    amount: int
    part: int
    groups: list[int]
    year: int | None
    zeros: int


def long_of(grid: Grid, words: Wording) -> LongTable | None:
    """The long table that a grid holds; None unless totals stand in one column and most of them are sums."""
    if not 3 <= grid.width <= _MOST_COLUMNS or len(grid.rows) <= _FEWEST_ROWS:
        return None
    convention = convention_of(text for row in grid.rows for text in row.texts)
    data = grid.rows[1:]
    if any(len(row.cells) < grid.width for row in data):
        return None
    blank = Reading(State.BLANK, None, 0, "")
    read = [[convention.read(cell) if (cell := row.cells[j]) else blank for j in range(grid.width)] for row in data]
    numeric = [j for j in range(grid.width) if sum(line[j].state in ADDS for line in read) * 20 >= len(data) * 19]
    years = [j for j in numeric if all(_YEAR.fullmatch(row.texts[j]) for row in data)]
    text = [j for j in range(grid.width) if j not in numeric]
    amounts = [
        j
        for j in numeric
        if j not in years and not words.begins("budget-code-column", normalise(grid.rows[0].texts[j]))
    ]
    if len(amounts) != 1 or len(years) > 1 or not text or any(read[0][j].state in ADDS for j in text):
        return None
    rows = [(row, line[amounts[0]]) for row, line in zip(data, read, strict=True)]
    for part in text:
        values = Counter(normalise(row.texts[part]) for row in data)
        if len(values) > _MOST_PARTS or not any(words.begins("budget-total", value) for value in values):
            continue
        groups = [j for j in text if j != part and len({row.texts[j] for row in data}) > 1]
        found = LongTable(rows, amounts[0], part, groups, years[0] if years else None, 0)
        sums = _sums(found, words)
        finest = max((r.decimals for _, r in rows), default=0)
        if finest == 0:
            found.zeros = hidden_zeros(
                [int(r.value) for _, r in rows if r.value], [(int(t), [int(p) for p in ps]) for t, ps in sums]
            )
        allowed = [Decimal(10) ** (found.zeros - finest) * (len(parts) + 1) / 2 for _, parts in sums]
        held = sum(abs(total - sum(parts)) <= most for (total, parts), most in zip(sums, allowed, strict=True))
        if len(sums) >= _FEWEST_GROUPS and held * 2 > len(sums):
            return found
    return None


def _group(table: LongTable, row: GridRow) -> tuple[str, ...]:
    columns = [*table.groups, *([] if table.year is None else [table.year])]
    return tuple(normalise(row.texts[j]) for j in columns)


def _sums(table: LongTable, words: Wording) -> list[tuple[Decimal, Sequence[Decimal]]]:
    totals: dict[tuple[str, ...], Decimal] = {}
    parts: dict[tuple[str, ...], list[Decimal]] = {}
    for row, reading in table.rows:
        if reading.value is None:
            continue
        group = _group(table, row)
        if words.begins("budget-total", normalise(row.texts[table.part])):
            totals.setdefault(group, reading.value)
        else:
            parts.setdefault(group, []).append(reading.value)
    return [(total, parts[group]) for group, total in totals.items() if len(parts.get(group, ())) > 1]


def read_long(grid: Grid, table: LongTable, extraction: Extraction, words: Wording) -> None:
    """Put the elements and figures of a long table into the extraction."""
    path = extraction.document.path
    at = Locator(path, grid.line, grid.id, 1, 1, grid.sheet)
    heads = [*grid.rows[0].texts, *(row.texts[table.part] for row, _ in table.rows[:_MOST_PARTS])]
    unit = next((unit for text in heads if (unit := words.unit_of(text))), "")
    title = unit_title(unit, extraction, words)
    extraction.tables.append(TableMeaning(grid.id, "financing", grid.rows[0].texts[table.amount], title, at))
    if not unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    fixed = period_of(grid.rows[0].texts[table.amount]) or unknown_column(table.amount + 1)
    elements: dict[tuple[str, ...], int] = {}
    for row, printed in table.rows:
        names = tuple(row.texts[j] for j in table.groups)
        place = at._replace(line=_line(row), row=row.number, column=table.amount + 1)
        if names not in elements:
            elements[names] = len(extraction.elements)
            name = " · ".join(names)
            extraction.elements.append(Element(grid.id, "", name, normalise(name), -1, place._replace(column=1)))
        reading = printed
        rounded = table.zeros and reading.value is not None and int(reading.value) % 10**table.zeros == 0
        if rounded and reading.state is State.STATED:
            reading = reading._replace(decimals=-table.zeros)
        label = row.texts[table.part]
        plain = normalise(label)
        source = TOTAL if words.begins("budget-total", plain) else re.sub(r"[:/]", " ", plain)
        year = "" if table.year is None else row.texts[table.year]
        period = year if is_year(year) else fixed
        cell = row.cells[table.amount]
        where = place._replace(cell=cell.ref if cell is not None else None)
        extraction.figures.append(
            Figure(grid.id, elements[names], source, period, reading, unit, where, "amount", label)
        )


def _line(row: GridRow) -> int | None:
    return next((cell.line for cell in row.cells if cell is not None), None)

"""Rows that are too short because blank cells were left out: every place that their figures may have stood in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from math import comb, prod

from recon.extract.adds_up import Evidence, weigh
from recon.extract.loose import LooseRow, LooseTable
from recon.extract.numbers import read_cell
from recon.model.document import Cell

_MOST_WAYS = 200
#: ways times rows
_MOST_WORK = 4000


def placements(loose: LooseTable) -> Iterator[LooseTable]:
    """The table with the figures of its short rows in each of their possible places, in order; none if too many."""
    total = _total_column(loose)
    short = {n: row for n, row in enumerate(loose.rows) if row.values and row.values[-1] is None and any(row.values)}
    printed = {n: [value for value in row.values if value is not None] for n, row in short.items()}
    if not short or prod(comb(loose.width, len(values)) for values in printed.values()) > _MOST_WAYS**2:
        return
    ways = [_ways(printed[n], loose.width, total) for n in short]
    number = prod(len(each) for each in ways)
    if number > _MOST_WAYS or number * len(loose.rows) > _MOST_WORK:
        return
    for chosen in product(*ways):
        rows = list(loose.rows)
        for n, values in zip(short, chosen, strict=True):
            rows[n] = LooseRow(rows[n].labels, values)
        yield replace(loose, rows=rows)


def with_nils(loose: LooseTable) -> LooseTable:
    """The table with a dash for each blank: so that its sums can tell one place from another."""
    rows: list[LooseRow] = []
    for row in loose.rows:
        printed = next(filter(None, row.values), None)
        nil = replace(printed, text="-", number=None) if printed is not None else None
        rows.append(replace(row, values=[value or nil for value in row.values]))
    return replace(loose, rows=rows)


def _ways(values: list[Cell], width: int, total: int | None) -> list[list[Cell | None]]:
    found: list[list[Cell | None]] = []
    for places in combinations(range(width), len(values)):
        row: list[Cell | None] = [None] * width
        for place, value in zip(places, values, strict=True):
            row[place] = value
        if total is None or (row[total] is not None and _adds_up(row, total).broken == 0):
            found.append(row)
    return found


def _total_column(loose: LooseTable) -> int | None:
    """The first or the last column, where it is the sum of the others in the rows that have lost nothing."""
    full = [row.values for row in loose.rows if row.values and None not in row.values]
    for column in (0, loose.width - 1):
        seen = sum((_adds_up(values, column) for values in full), Evidence())
        if seen.mostly:
            return column
    return None


def _adds_up(values: list[Cell | None], total: int) -> Evidence:
    whole = values[total]
    parts = [read_cell(value) for n, value in enumerate(values) if n != total and value is not None]
    return weigh(read_cell(whole) if whole is not None else None, parts)

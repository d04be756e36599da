"""Rows and columns of a budget table that others make up with signs: what is left over, brought forward, taken off.

«Excess of revenues over expenditures», “Ending balance”, «Фінансування … на початок, на кінець періоду». No word tells
them all; sums that hold in column after column, or in row after row, do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations, product

from recon.extract.slips import is_long, is_slip

Signed = tuple[tuple[int, int], ...]
Matrix = Sequence[Sequence[int]]
#: so many rows before one are looked at, and so many rows of a table that nothing holds together
_NEAR, _MOST_ROWS = 8, 60
_MOST_ADDENDS, _FEW_ADDENDS = 12, 3
_MOST_COLUMNS = 7
_FEWEST_ROWS = 4
#: one of so many rows may be wrong
_ROWS_AN_ERROR = 6


def signed_rows(amounts: Matrix, columns: Sequence[int], loose: Sequence[int], wholes: Set[int]) -> dict[int, Signed]:
    """By row, the rows before it that make it up. columns: those that no other makes up. loose: rows that are part of
    nothing; wholes: rows that others add up to already."""
    found: dict[int, Signed] = {}
    if len(columns) < 2 or not 2 < len(loose) <= _MOST_ROWS:
        return found
    table = [[row[k] for k in columns] for row in amounts]
    for n, row in enumerate(loose):
        if row in wholes or sum(map(bool, table[row])) < 2:
            continue
        before = [r for r in loose[:n] if any(table[r])]
        ways = (parts for parts in _candidates(before, len(columns)) if _holds(table, row, parts))
        parts = next(ways, None)
        if parts is not None:
            found[row] = parts
    return found


def _candidates(before: Sequence[int], columns: int) -> Iterator[Signed]:
    """Few rows first and near ones, then all of the last rows as plain addends."""
    near = list(reversed(before[-_NEAR:]))
    for count in range(2, min(_FEW_ADDENDS + (columns > 2), len(near)) + 1):
        for rows in combinations(near, count):
            for signs in product((1, -1), repeat=count):
                if 1 in signs:
                    yield tuple(sorted(zip(rows, signs, strict=True)))
    for count in range(_FEW_ADDENDS, min(_MOST_ADDENDS, len(before)) + 1):
        yield tuple((row, 1) for row in before[-count:])


def _holds(table: Matrix, row: int, parts: Signed) -> bool:
    """Whether it holds in every column that says anything, or in all but one that an error explains."""
    exact = failing = 0
    telling = near = False
    for k, stated in enumerate(table[row]):
        terms = [sign * table[r][k] for r, sign in parts]
        computed = sum(terms)
        if stated == computed:
            if sum(map(bool, terms)) > 1 and is_long(max(map(abs, terms))):  # small numbers meet by chance
                exact += 1
                telling |= len(parts) > 2 and is_long(stated)
            continue
        if not stated:
            return False
        failing += 1
        near = is_slip(stated, computed) or 10 * abs(stated - computed) <= abs(stated)
        if failing > 1:
            return False
    alive = all(any(table[r]) for r, _ in parts)
    return alive and (exact > 1 or (exact == 1 and telling and near))


def signed_columns(amounts: Matrix, columns: Sequence[int]) -> dict[int, Signed]:
    """By column, the columns right before it that make it up, some of them taken off."""
    rows = [row for row in amounts if sum(bool(row[k]) for k in columns) >= _FEW_ADDENDS]
    if len(rows) < _FEWEST_ROWS:
        return {}
    for at in range(len(columns) - 1, _FEW_ADDENDS - 1, -1):
        ways: list[tuple[int, Signed]] = []
        for count in range(_FEW_ADDENDS, min(_MOST_COLUMNS, at) + 1):
            for signs in product((1, -1), repeat=count):
                parts = tuple(zip(columns[at - count : at], signs, strict=True))
                failing = _failing(rows, columns[at], parts)
                if failing is not None:
                    ways.append((failing, parts))
        best = [parts for failing, parts in ways if failing == min(ways)[0]]
        if len(best) == 1 and any(sign < 0 for _, sign in best[0]):  # else no way is more than chance
            return {columns[at]: best[0]}
    return {}


def _failing(rows: Matrix, total: int, parts: Signed) -> int | None:
    """In how many rows it fails; None where they are more than a few, or a column counts in two at most."""
    failing = 0
    for row in rows:
        wrong = row[total] != sum(sign * row[k] for k, sign in parts)
        failing += wrong
        if (wrong and not is_long(row[total])) or failing * _ROWS_AN_ERROR > len(rows):
            return None
    counts = all(sum(bool(row[k]) for row in rows) > 2 for k in (total, *(k for k, _ in parts)))
    return failing if counts else None

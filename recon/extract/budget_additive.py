"""Which columns of a budget table hold no amounts, by their sums: codes of another kind, rates, somebody's workings.

Where rows add up in the other columns and in this one nowhere, it is no column of errors.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from recon.extract.slips import is_slip

#: rows that should be sums, before their failing says something of the column; more where one holds
_FEWEST, _MANY = 2, 3
#: a sum that is off by less than such a part of it is one that fails, not one that was never meant
_FAR = 10
#: a rate is seldom larger
_LARGEST_RATE = 1000

Matrix = Sequence[Sequence[int]]


def unadditive(parent: Sequence[int], amounts: Matrix, aside: Set[int], unit: int) -> set[int]:
    """Columns in which the rows above others are not their sums although in most columns they are.

    aside: columns that are known to hold no amounts. unit: what one whole is in the last place of the amounts.
    """
    families: dict[int, list[int]] = {}
    for row, above in enumerate(parent):
        if above >= 0:
            families.setdefault(above, []).append(row)
    sums = [(total, parts) for total, parts in families.items() if len(parts) > 1]
    columns = [k for k in range(len(amounts[0]) if amounts else 0) if k not in aside]
    holds = {k: [_holds(amounts, total, parts, k) for total, parts in sums] for k in columns}
    sound = [k for k in columns if holds[k].count(True) > holds[k].count(False)]
    if 2 * len(sound) < len(columns):
        return set()
    found = set()
    for k in set(columns).difference(sound):
        far = sum(_is_far(amounts, total, parts, k) for total, parts in sums)
        held = holds[k].count(True)
        if far >= (max(_MANY, 2 * held + 1) if held else _FEWEST) or _is_rate(amounts, sums, k, unit):
            found.add(k)
    return found


def _holds(amounts: Matrix, total: int, parts: Sequence[int], column: int) -> bool | None:
    """Whether a sum of two amounts or more holds; None where there is none."""
    terms = [amounts[part][column] for part in parts]
    return sum(terms) == amounts[total][column] if sum(map(bool, terms)) > 1 else None


def _is_far(amounts: Matrix, total: int, parts: Sequence[int], column: int) -> bool:
    """Whether a sum of two amounts or more is out by more than an error would explain."""
    if _holds(amounts, total, parts, column) is not False:
        return False
    stated, computed = amounts[total][column], sum(amounts[part][column] for part in parts)
    return abs(stated - computed) * _FAR > abs(stated) and not is_slip(stated, computed)


def _is_rate(amounts: Matrix, sums: Sequence[tuple[int, list[int]]], column: int, unit: int) -> bool:
    """Whether small numbers stand in a column, and each total lies among its parts as a mean does."""
    if any(not 0 <= row[column] <= _LARGEST_RATE * unit for row in amounts):
        return False
    told = [(total, parts) for total, parts in sums if sum(bool(amounts[part][column]) for part in parts) > 1]
    larger = sum(max(row) > _LARGEST_RATE * unit for row in amounts)
    return (
        bool(told)
        and 2 * larger > len(amounts)
        and all(amounts[total][column] < max(amounts[part][column] for part in parts) for total, parts in told)
    )

"""Which columns of a budget table hold no amounts, by their sums: codes of another kind, rates, somebody's workings.

Where rows add up in the other columns and in this one nowhere, it is no column of errors.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from recon.extract.budget_sums import families_of
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
    families = families_of(parent)
    columns = [k for k in range(len(amounts[0]) if amounts else 0) if k not in aside]
    proving = {
        k: [
            (amounts[total][k], parts)
            for total, rows in families.items()
            if sum(map(bool, parts := [amounts[row][k] for row in rows])) > 1
        ]
        for k in columns
    }
    held = {k: sum(stated == sum(parts) for stated, parts in proving[k]) for k in columns}
    odd = [k for k in columns if 2 * held[k] <= len(proving[k])]
    if not odd or 2 * len(odd) > len(columns):
        return set()
    large = [row for row in amounts if max(row) > _LARGEST_RATE * unit]
    rates_beside_money = 2 * len(large) > len(amounts)
    rates = {k for k in odd if rates_beside_money and _is_rate([row[k] for row in amounts], proving[k], unit)}
    return rates | {k for k in odd if _fails(proving[k], held[k])}


def _fails(proving: Sequence[tuple[int, list[int]]], held: int) -> bool:
    """Whether sums are out by more than an error would explain, more of them than hold."""
    far = sum(_is_far(stated, sum(parts)) for stated, parts in proving)
    return far >= (max(_MANY, 2 * held + 1) if held else _FEWEST)


def _is_far(stated: int, computed: int) -> bool:
    """Whether a sum is out by more than an error would explain."""
    return abs(stated - computed) * _FAR > abs(stated) and not is_slip(stated, computed)


def _is_rate(column: Sequence[int], proving: Sequence[tuple[int, list[int]]], unit: int) -> bool:
    """Whether small numbers stand in a column, and each total lies among its parts as a mean does."""
    small = all(0 <= amount <= _LARGEST_RATE * unit for amount in column)
    return small and bool(proving) and all(stated < max(parts) for stated, parts in proving)

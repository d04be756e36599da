"""Amounts that were published in millions and multiplied: whole numbers that are rounded all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_FEWEST_AMOUNTS = 20
_FEWEST_ZEROS, _MOST_ZEROS = 3, 12
_FEWEST_OFF = 2
#: one amount of so many, or one in all, may have more digits than the rest: a wrong one
_ONE_ODD_IN = 100


def hidden_zeros(amounts: Iterable[int], sums: Sequence[tuple[int, Sequence[int]]]) -> int:
    """How many digits before the decimal mark were rounded away; 0 where nothing says so.

    Every amount, save an odd one, must end in so many zeros, and sums must be off by what independent rounding
    explains, more than one of them and nearly all that are off: a single odd sum among exact ones is an error, and
    round.
    """
    stated = [abs(a) for a in amounts if a]
    if len(stated) < _FEWEST_AMOUNTS:
        return 0
    ends = sorted(len(str(a)) - len(str(a).rstrip("0")) for a in stated)
    zeros = ends[max(1, len(ends) // _ONE_ODD_IN)]
    if not _FEWEST_ZEROS <= zeros <= _MOST_ZEROS:
        return 0
    unit = 10**zeros
    alike = [(total, parts) for total, parts in sums if not any(amount % unit for amount in (total, *parts))]
    off = [(abs(total - sum(parts)), len(parts)) for total, parts in alike if total != sum(parts)]
    explained = sum(2 * difference <= unit * (addends + 1) for difference, addends in off)
    return zeros if explained >= _FEWEST_OFF and explained * 10 >= len(off) * 9 else 0

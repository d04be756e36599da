"""Sums of the parts of all identities at once, exact whatever the size of the amounts.

numpy's int64 wraps silently. Where the sum of so many amounts of such size could leave int64, amounts are added in two
words (high and low 31 bits), and the differences are Python integers if they do not fit one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.bound import BoundIdentities

_SAFE = 2**62
_LOW = 31
_MASK = (1 << _LOW) - 1
_CHUNK = 1 << 18


def differences(amount: NDArray[np.int64], bound: BoundIdentities) -> NDArray[Any]:
    """Stated minus computed in minor units, for each identity: int64, or Python integers where that is too small."""
    largest = max(abs(int(amount.max())), abs(int(amount.min()))) if len(amount) else 0
    if largest * (len(bound.member) + 1) < _SAFE or largest * (_most_terms(bound) + 1) < _SAFE:
        computed = _added(amount, bound)
        np.subtract(amount[bound.total], computed, out=computed)
        return computed
    high = (amount >> _LOW)[bound.total] - _added(amount >> _LOW, bound)
    low = (amount & _MASK)[bound.total] - _added(amount & _MASK, bound)
    high += low >> _LOW
    low &= _MASK
    if len(high) == 0 or (int(high.max()) < 2**31 and int(high.min()) >= -(2**31)):
        return np.asarray((high << _LOW) | low)
    wide: NDArray[Any] = high.astype(object) * (1 << _LOW) + low.astype(object)
    return wide


def touched(flag: NDArray[np.bool_], bound: BoundIdentities) -> NDArray[np.bool_]:
    """The identities that have a flagged figure."""
    found = flag[bound.total]
    for start in range(0, len(bound.member), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        found[bound.of[chunk][flag[bound.member[chunk]]]] = True
    return found


def nothing_but_zeros(amount: NDArray[np.int64], bound: BoundIdentities, among: NDArray[np.bool_]) -> None:
    """Strike from `among` the identities that have an amount other than zero."""
    for start in range(0, len(bound.member), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        of = bound.of[chunk]
        here = np.flatnonzero(among[of])
        among[of[here[amount[bound.member[chunk][here]] != 0]]] = False


def _most_terms(bound: BoundIdentities) -> int:
    return int(np.bincount(bound.of).max()) if len(bound.of) else 0


def _added(amount: NDArray[np.int64], bound: BoundIdentities) -> NDArray[np.int64]:
    computed = np.zeros(len(bound), np.int64)
    for start in range(0, len(bound.member), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        terms = amount[bound.member[chunk]]
        if bound.weight is not None:
            terms *= bound.weight[chunk]
        np.add.at(computed, bound.of[chunk], terms)
    return computed

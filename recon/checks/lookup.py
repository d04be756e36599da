"""Where a figure stands by its key: element, role, source and period as one whole number.

Element and role go together, since figures of different roles are never added: a *line* is an element in a role.
Worked out once for a ledger and kept in `Ledger.derived`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.ledger.chunks import in_chunks
from recon.model.amount import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger

    Whole = NDArray[Any]  # int32, or int64 where keys do not fit

#: Tables whose figures add up; what stands in a table of indicators does not.
ADDED_ROLES = ("financing", "passport")
_ROOM = 8


@dataclass(slots=True)
class Lookup:
    """Keys of all figures, and the way back.

    line: element * roles + role, of each figure; source, period: category codes. key: (line * S + source) * P + period.
    first: every figure is the first of its key (None), or which are. conflict: figures whose key has another figure
    with another amount (None: there are none). added: figures of tables that add up (None: all).
    """

    line: NDArray[np.int32]
    lines: int
    roles: int
    source: NDArray[Any]
    period: NDArray[Any]
    sources: tuple[str, ...]
    periods: tuple[str, ...]
    key: Whole
    position: NDArray[np.int32] | None
    ordered: tuple[Whole, NDArray[np.int64]] | None
    first: NDArray[np.bool_] | None
    conflict: NDArray[np.bool_] | None
    added: NDArray[np.bool_] | None

    def find(self, key: Whole) -> NDArray[np.int32]:
        """Figures under these keys, which lie within the key space; -1 where there is none."""
        if self.position is not None:
            return np.asarray(self.position[key])
        if self.ordered is None or not len(self.ordered[0]):
            return np.full(len(key), -1, np.int32)
        keys, figures = self.ordered
        place = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
        return np.where(keys[place] == key, figures[place], -1).astype(np.int32)

    def countable(self, flag: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Without the figures that repeat another or stand in a table that does not add up; changed in place."""
        if self.first is not None:
            flag &= self.first
        if self.added is not None:
            flag &= self.added
        return flag

    def parents(self, parent: NDArray[np.int32]) -> NDArray[np.int32]:
        """For each line the line above: that of the nearest ancestor that has figures in this role, else -1."""
        peopled = np.zeros(self.lines, np.bool_)
        peopled[self.line] = True
        role = np.tile(np.arange(self.roles, dtype=np.int32), len(parent))
        above = np.repeat(parent.astype(np.int32), self.roles)
        above = np.where(above < 0, np.int32(-1), above * np.int32(self.roles) + role)
        while True:
            empty = above >= 0
            empty[empty] = ~peopled[above[empty]]
            if not empty.any():
                return above
            above[empty] = above[above[empty]]


def codes(ledger: Ledger, column: str) -> NDArray[Any]:
    return np.asarray(ledger.figures[column].array.codes)


def categories(ledger: Ledger, column: str) -> tuple[str, ...]:
    return tuple(map(str, ledger.figures[column].array.categories))


def lookup(ledger: Ledger) -> Lookup:
    """The lookup of this ledger, made when first asked for."""
    known = ledger.derived.get("lookup")
    if not isinstance(known, Lookup):
        known = ledger.derived["lookup"] = _make(ledger)
    return known


def _make(ledger: Ledger) -> Lookup:
    sources, periods = categories(ledger, "source"), categories(ledger, "period")
    source, period = codes(ledger, "source"), codes(ledger, "period")
    roles = max(len(categories(ledger, "role")), 1)
    line = ledger.figures["element"].to_numpy()
    lines = len(ledger.elements) * roles
    space = lines * max(len(sources), 1) * max(len(periods), 1)
    if roles > 1:
        line = (line.astype(np.int64) * roles + codes(ledger, "role")).astype(np.int32)
    key: Any = np.empty(len(line), np.int32 if space < 2**31 else np.int64)

    def number(chunk: slice) -> None:
        own = key[chunk]
        own[:] = line[chunk]
        own *= len(sources)
        own += source[chunk]
        own *= len(periods)
        own += period[chunk]

    in_chunks(number, len(key))
    added = _added(ledger)
    position: NDArray[np.int32] | None = None
    ordered: tuple[Whole, NDArray[np.int64]] | None = None
    if space <= _ROOM * max(len(key), 1024):
        position = np.full(space, -1, np.int32)
        # Backwards, so that the first of equal keys stays.
        position[key[::-1]] = np.arange(len(key) - 1, -1, -1, dtype=np.int32)
        first = None
        if np.count_nonzero(position >= 0) != len(key):
            first = position[key] == np.arange(len(key), dtype=np.int32)
    else:
        order = np.argsort(key, kind="stable")
        keys = key[order]
        fresh = np.concatenate(([True], keys[1:] != keys[:-1]))
        ordered = keys[fresh], order[fresh].astype(np.int64)
        first = None
        if not fresh.all():
            first = np.zeros(len(key), np.bool_)
            first[order[fresh]] = True
    found = Lookup(line, lines, roles, source, period, sources, periods, key, position, ordered, first, None, added)
    if first is not None:
        found.conflict = _conflicts(ledger, found, np.flatnonzero(~first))
    return found


def _added(ledger: Ledger) -> NDArray[np.bool_] | None:
    known = categories(ledger, "table_role")
    adds = np.array([name in ADDED_ROLES for name in known], np.bool_)
    return None if adds.all() else adds[codes(ledger, "table_role")]


def _conflicts(ledger: Ledger, found: Lookup, repeats: NDArray[np.intp]) -> NDArray[np.bool_] | None:
    amount, state = ledger.figures["amount"].to_numpy(), ledger.figures["state"].to_numpy()
    original = found.find(found.key[repeats])
    adds = state <= State.NIL
    differ = (amount[repeats] != amount[original]) | (adds[repeats] != adds[original])
    if not differ.any():
        return None
    conflict = np.zeros(len(amount), np.bool_)
    conflict[original[differ]] = True
    # All figures of such a key, also one that repeats the first.
    conflict[repeats] = conflict[original]
    return conflict

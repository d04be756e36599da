"""One figure printed twice reads the same: in passport and table, in two tables, or twice in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.judge import last_places
from recon.checks.lookup import categories, codes, lookup
from recon.checks.repeated_elsewhere import repeated_elsewhere
from recon.model.period import TOTAL, is_year, years_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.checks.lookup import Lookup
    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PASSPORT_AND_FINANCING = "passport-and-financing"
ONE_KEY = "one-key"
PARAMETERS: dict[str, tuple[str, ...]] = {"between": (PASSPORT_AND_FINANCING, ONE_KEY)}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    if not len(ledger):
        return BoundIdentities.none()
    found = lookup(ledger)
    if str(parameters["between"]) == ONE_KEY:
        return _one_key(ledger, found)
    return _passport_and_financing(ledger, found)


def _one_key(ledger: Ledger, found: Lookup) -> BoundIdentities:
    """Each repetition against the first figure of its key, in its own table and in other tables of its kind."""
    total, member = repeated_elsewhere(ledger, found)
    if found.first is not None:
        again = ~found.first
        if found.added is not None:
            again &= found.added
        repeats = np.flatnonzero(again).astype(np.int32)
        total = np.concatenate([found.find(found.key[repeats]), total])
        member = np.concatenate([repeats, member])
    return _pairs(total, member, despite_conflict=True)


def _pairs(total: NDArray[np.int32], member: NDArray[np.int32], despite_conflict: bool = False) -> BoundIdentities:
    of = np.arange(len(member), dtype=np.int32)
    return BoundIdentities(total, None, member, of=of, twins=True, despite_conflict=despite_conflict)


def _passport_and_financing(ledger: Ledger, found: Lookup) -> BoundIdentities:
    roles = categories(ledger, "table_role")
    if "passport" not in roles or "financing" not in roles:
        return BoundIdentities.none()
    role = codes(ledger, "table_role")
    sides = [
        np.flatnonzero(found.countable(role == roles.index(name))).astype(np.int32)
        for name in ("passport", "financing")
    ]
    subject = _subjects(ledger, found)
    width = len(found.sources) * len(found.periods)
    shared = [subject[found.line[side]] * width + found.key[side] % width for side in sides]
    # A passport figure is compared with every financing table that has it.
    order = np.argsort(shared[1], kind="stable")
    ordered = shared[1][order]
    begin, end = np.searchsorted(ordered, shared[0], "left"), np.searchsorted(ordered, shared[0], "right")
    times = end - begin
    total = np.repeat(sides[0], times)
    nth = np.arange(len(total)) - np.repeat(np.cumsum(times) - times, times)
    member = sides[1][order[np.repeat(begin, times) + nth]]
    comparable = np.array([bool(years_of(code)) for code in found.periods])[found.period[total]]
    totals = found.period[total] == (found.periods.index(TOTAL) if TOTAL in found.periods else -1)
    if totals.any():
        years = _years(found)
        comparable |= totals & _same_years(years, found.line[total], found.line[member])
        comparable |= totals & ~years[found.line[total]].any(axis=1) & _agrees(ledger, found, total, member, totals)
    comparable &= ~_strangers(ledger, found, total, member, comparable)
    return _pairs(total[comparable], member[comparable])


def _agreement(
    ledger: Ledger, found: Lookup, total: NDArray[np.int32], member: NDArray[np.int32], among: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each pair, how many pairs of its two lines there are, and how many of them agree in a figure not zero.

    A figure agrees with one of fewer digits that it rounds to.
    """
    amount = ledger.figures["amount"].to_numpy()
    lines = found.line[total].astype(np.int64) * found.lines + found.line[member]
    _, pair = np.unique(lines, return_inverse=True)
    telling = among & ((amount[total] != 0) | (amount[member] != 0))
    equal = telling & (amount[total] == amount[member])
    near = np.flatnonzero(telling & ~equal)
    apart = np.abs(amount[total[near]].astype(object) - amount[member[near]].astype(object))
    places = last_places(ledger, total[near]), last_places(ledger, member[near])
    equal[near] = (places[0] != places[1]) & (2 * apart <= np.maximum(*places))
    return np.bincount(pair, telling).astype(np.int64)[pair], np.bincount(pair, equal).astype(np.int64)[pair]


def _agrees(
    ledger: Ledger, found: Lookup, total: NDArray[np.int32], member: NDArray[np.int32], totals: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """A statement without years is about the years of a table where most of its totals are the table's."""
    pairs, equal = _agreement(ledger, found, total, member, totals)
    return np.asarray(2 * equal > pairs)


def _strangers(
    ledger: Ledger, found: Lookup, total: NDArray[np.int32], member: NDArray[np.int32], among: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """A statement and a table that share several figures and agree in none speak of different things."""
    pairs, equal = _agreement(ledger, found, total, member, among)
    return np.asarray((pairs > 2) & (equal == 0))


def _subjects(ledger: Ledger, found: Lookup) -> NDArray[np.int64]:
    """A number for each line that the lines of one subject share over the tables of a document."""
    import pandas as pd

    elements = ledger.elements
    key, names = pd.factorize(np.asarray(elements["key"], object))
    document = elements["document"].array.codes.astype(np.int64)
    subject = np.repeat(document * max(len(names), 1) + key, found.roles)
    return subject * found.roles + np.tile(np.arange(found.roles), len(elements))


def _years(found: Lookup) -> NDArray[np.bool_]:
    """Line by period: the years that a line lists, under any source."""
    seen = np.zeros((found.lines, len(found.periods)), np.bool_)
    seen[found.line, found.period] = True
    seen[:, [not is_year(code) for code in found.periods]] = False
    return seen


def _same_years(years: NDArray[np.bool_], left: NDArray[Any], right: NDArray[Any]) -> NDArray[np.bool_]:
    return np.asarray((years[left] == years[right]).all(axis=1) & years[left].any(axis=1))

"""Unrounded values for whole documents at once, sought by whole arrays of integers and proved by adding them up.

A total is what its parts make, so all follows from the figures that are no totals. These begin as printed and are
moved a little wherever a total made of them leaves the half unit around its print, until none does. That is a search,
and may fail where there are such values; what it finds is checked identity by identity, exactly.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.lookup import codes
from recon.diagnosis.rounded_parts import Key
from recon.model.amount import State
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

#: steps at first, for many documents together; and then for those that need more, as long as it helps
QUICK, PATIENT = 150, 5000
_PATIENCE = 200
#: sums of sums of sums: deeper than any programme; what goes round in a circle has no depth
_DEEPEST = 64
_LARGEST_PLACE = 9
#: figures searched at a time
_TOGETHER = 2_000_000
#: beyond this sums might leave a machine word, and no search is made; it is also as good as no bound
_WIDEST = 1 << 59
#: in minor units; a breach as wide as this is left out, and a part is as well within a whole that is wider by more
_WIDEST_BREACH = 1 << 36
#: steps in which a value moves, in a half minor unit
_SCALE = 1 << 16


@dataclass(slots=True)
class Search:
    """What was found. proved: documents (category codes) whose roundings are all true for some unrounded values.

    stuck: roundings that the search could not reconcile with what is around them: where to look first.
    """

    proved: set[int]
    stuck: list[Key]


@dataclass(slots=True)
class _Rows:
    """Identities in force, with figures numbered among those of the documents in question. number, k: their keys."""

    total: NDArray[Any]
    member: NDArray[Any]
    of: NDArray[Any]
    weight: NDArray[Any]
    difference: NDArray[Any]
    equal: NDArray[np.bool_]
    verdict: NDArray[np.int8]
    number: NDArray[Any]
    k: NDArray[Any]


@dataclass(slots=True)
class _Level:
    """Totals whose parts are all known before them, each with the one identity that makes it."""

    total: NDArray[Any]
    member: NDArray[Any]
    of: NDArray[Any]
    weight: NDArray[Any]
    off: NDArray[Any]


def search(
    ledger: Ledger,
    judgements: Sequence[Judgement],
    doubted: Collection[int],
    documents: Collection[int],
    *,
    steps: int,
    until: float,
) -> Search:
    """Seek unrounded values for these documents, as if the figures `doubted` could read anything.

    until: as in `simplex`.
    """
    found = Search(set(), [])
    document = codes(ledger, "document")
    size = np.bincount(document)
    for some in _batches(sorted(documents), size):
        if time.monotonic() > until:
            break
        figures = np.flatnonzero(np.isin(document, some))
        failing, stuck = _search(ledger, judgements, figures, doubted, steps, until)
        found.proved |= set(some) - failing if failing is not None else set()
        found.stuck += stuck
    return found


def _batches(documents: list[int], size: NDArray[np.intp]) -> Iterator[list[int]]:
    """Documents together, as many as memory is wanted for."""
    some: list[int] = []
    for document in documents:
        if some and int(size[some].sum()) + int(size[document]) > _TOGETHER:
            yield some
            some = []
        some.append(document)
    if some:
        yield some


def _search(
    ledger: Ledger,
    judgements: Sequence[Judgement],
    figures: NDArray[np.intp],
    doubted: Collection[int],
    steps: int,
    until: float,
) -> tuple[set[int] | None, list[Key]]:
    """Documents for which nothing was found (None: for all), and the roundings that stood in the way."""
    room = _room(ledger, figures)
    rows = _rows(ledger, judgements, figures)
    levels = _levels(rows, len(figures))
    if room is None or levels is None or not len(rows.total):
        return None, []
    in_force = rows.verdict != Verdict.BROKEN
    if (np.abs(rows.difference[rows.verdict == Verdict.ROUNDING]) == _WIDEST_BREACH).any():
        return None, []
    bounded = np.zeros(len(figures), np.bool_)
    bounded[rows.total[in_force]] = True
    bounded[rows.member[in_force[rows.of]]] = True
    begin = _asked_by_breaches(rows, bounded)
    bounded &= ~np.isin(figures, list(doubted))
    largest = [np.abs(each).sum(dtype=np.float64) for each in (begin, room, *(level.off for level in levels))]
    if sum(largest) > _WIDEST:
        return None, []
    moved = _settle(levels, np.where(bounded, room, _WIDEST), begin, steps, until)
    wrong = bounded & (np.abs(moved) > room)
    made = moved[rows.total] + 2 * _SCALE * rows.difference
    np.subtract.at(made, rows.of, rows.weight * moved[rows.member])
    below = ledger.figures["amount"].to_numpy()[figures[rows.total]] < 0
    fails = np.where(rows.equal, made != 0, np.where(below, made > 0, made < 0))
    fails |= wrong[rows.total]
    fails[rows.of[wrong[rows.member]]] = True
    fails &= in_force
    stuck = np.flatnonzero(fails & (rows.verdict == Verdict.ROUNDING))
    keys = list(zip(rows.number[stuck].tolist(), rows.k[stuck].tolist(), strict=True))
    documents = codes(ledger, "document")[figures[rows.total[fails]]]
    return set(np.unique(documents).tolist()), keys


def _room(ledger: Ledger, figures: NDArray[np.intp]) -> NDArray[np.int64] | None:
    """Half a unit of each figure's last printed place, in half minor units; None where that takes wider integers."""
    units = ledger.figures["unit"].array
    powers = np.array([ledger.units[name].power if name in ledger.units else 0 for name in units.categories])
    places = powers[np.asarray(units.codes)[figures]] - ledger.figures["decimals"].to_numpy()[figures] - ledger.exponent
    np.maximum(places, 0, out=places)
    if len(places) and int(places.max()) > _LARGEST_PLACE:
        return None
    exact = ledger.figures["state"].to_numpy()[figures] != State.STATED
    return np.where(exact, 0, np.array([10**n * _SCALE for n in range(_LARGEST_PLACE + 1)])[places])


def _rows(ledger: Ledger, judgements: Sequence[Judgement], figures: NDArray[np.intp]) -> _Rows:
    own = np.full(len(ledger), -1, np.int32)
    own[figures] = np.arange(len(figures), dtype=np.int32)
    columns: list[tuple[NDArray[Any], ...]] = []
    first = 0
    for number, judgement in enumerate(judgements):
        bound, judged = judgement.bound, judgement.judged
        wanted = (judged.verdict != Verdict.UNDECIDED) & (own[bound.total] >= 0)
        wanted &= (judged.verdict != Verdict.BROKEN) | (np.abs(judged.difference) < _WIDEST_BREACH).astype(np.bool_)
        chosen = np.flatnonzero(wanted)
        place = np.full(len(bound), -1, np.int32)
        place[chosen] = np.arange(first, first + len(chosen), dtype=np.int32)
        of = place[bound.of]
        kept = np.flatnonzero(of >= 0)
        first += len(chosen)
        columns.append(
            (
                own[bound.total[chosen]],
                own[bound.member[kept]],
                of[kept],
                np.ones(len(kept), np.int8) if bound.weight is None else bound.weight[kept],
                np.clip(judged.difference[chosen], -_WIDEST_BREACH, _WIDEST_BREACH).astype(np.int64),
                np.full(len(chosen), bound.relation == "equal"),
                judged.verdict[chosen],
                np.full(len(chosen), number, np.int16),
                chosen,
            )
        )
    return _Rows(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def _levels(rows: _Rows, figures: int) -> list[_Level] | None:
    """The totals by depth. A total of several identities is made by the first; the others are only checked."""
    maker = np.full(figures, -1, np.int64)
    equal = np.flatnonzero(rows.equal)
    maker[rows.total[equal[::-1]]] = equal[::-1]
    makes = np.zeros(len(rows.total), np.bool_)
    makes[maker[maker >= 0]] = True
    part = np.flatnonzero(makes[rows.of])
    member, of, weight = rows.member[part], rows.of[part], rows.weight[part]
    depth = np.zeros(figures, np.int8)
    depth[rows.total[makes]] = 1
    for _ in range(_DEEPEST):
        lower = np.flatnonzero(depth[rows.total[of]] <= depth[member])
        if not len(lower):
            break
        np.maximum.at(depth, rows.total[of[lower]], depth[member[lower]] + 1)
    else:
        return None
    levels = []
    for level in range(1, int(depth.max(initial=0)) + 1):
        chosen = np.flatnonzero(makes & (depth[rows.total] == level))
        place = np.full(len(rows.total), -1, np.int64)
        place[chosen] = np.arange(len(chosen))
        inside = np.flatnonzero(place[of] >= 0)
        off = 2 * _SCALE * rows.difference[chosen]
        levels.append(_Level(rows.total[chosen], member[inside], place[of[inside]], weight[inside], off))
    return levels


def _asked_by_breaches(rows: _Rows, bounded: NDArray[np.bool_]) -> NDArray[np.int64]:
    """A figure all of whose identities are broken is wrong itself: by what most of these ask for."""
    begin = np.zeros(len(bounded), np.int64)
    wrong = np.flatnonzero(~bounded[rows.member] & rows.equal[rows.of])
    figure, asked = rows.member[wrong], 2 * _SCALE * rows.difference[rows.of[wrong]] * rows.weight[wrong]
    if not len(wrong):
        return begin
    order = np.lexsort((asked, figure))
    figure, asked = figure[order], asked[order]
    starts = np.flatnonzero(np.concatenate(([True], (figure[1:] != figure[:-1]) | (asked[1:] != asked[:-1]))))
    times = np.diff(np.append(starts, len(figure)))
    often = np.argsort(times, kind="stable")  # the value asked most often is written last
    begin[figure[starts[often]]] = asked[starts[often]]
    return begin


def _settle(
    levels: list[_Level], room: NDArray[np.int64], begin: NDArray[np.int64], steps: int, until: float
) -> NDArray[np.int64]:
    """How far each figure is moved from its print in the end."""
    is_total = np.zeros(len(room), np.bool_)
    for level in levels:
        is_total[level.total] = True
    free = np.flatnonzero(~is_total & (room > 0))
    count = np.zeros(len(room), np.int64)
    count[free] = 1
    _upward(levels, count, with_differences=False)
    np.maximum(count, 1, out=count)
    moved = begin.copy()
    aim = room * 7 // 8
    best = 0
    for step in range(steps):
        _upward(levels, moved, with_differences=True)
        excess = np.where(np.abs(moved) > room, np.clip(moved, -aim, aim) - moved, 0)
        if not excess.any() or time.monotonic() > until:
            break
        if step % _PATIENCE == 0:
            still = int(np.abs(excess).sum())
            if best and still > best * 9 // 10:
                break
            best = still
        # Each total asks of the figures below it an equal share; a figure that several ask takes the mean.
        asked = np.sign(excess) * -(-np.abs(excess) // count)
        asks = (excess != 0).astype(np.int64)
        asked[free] = asks[free] = 0
        for level in reversed(levels):
            np.add.at(asked, level.member, level.weight * asked[level.total][level.of])
            np.add.at(asks, level.member, asks[level.total][level.of])
        moved[free] += asked[free] // np.maximum(asks[free], 1)
        moved[free] = np.clip(moved[free], -room[free], room[free])
    return moved


def _upward(levels: list[_Level], value: NDArray[np.int64], *, with_differences: bool) -> None:
    """Make every total from its parts."""
    for level in levels:
        made = -level.off if with_differences else np.zeros(len(level.total), np.int64)
        np.add.at(made, level.of, value[level.member] * (level.weight if with_differences else 1))
        value[level.total] = made

"""Connected parts of rounded identities, each decided exactly: values behind the print, or a contradiction.

Only the identities in question are looked at first, and every figure stands still as printed. Where that cannot be,
the figures that stand in the way may move, and all identities that contain them join the part. So a part ends either
in values that satisfy all identities there are, or in identities that contradict each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.judge import last_places, tolerated
from recon.checks.lookup import codes
from recon.diagnosis.simplex import OutOfTime, Simplex
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

Key = tuple[int, int]
IN_FORCE = (int(Verdict.HOLDS), int(Verdict.ROUNDING), int(Verdict.VACUOUS))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Identities that no unrounded values satisfy together, though any fewer of them could be.

    together: keys (number of the rule, number of the identity) of all; rounded: of those whose verdict was `rounding`.
    figures: those whose half units do not suffice; at least one of them is wrong.
    """

    together: tuple[Key, ...]
    rounded: tuple[Key, ...]
    figures: tuple[int, ...]


def decide(
    ledger: Ledger,
    judgements: Sequence[Judgement],
    doubted: Iterable[int],
    seeds: Iterable[Key],
    *,
    seconds: float,
    until: float,
) -> tuple[list[Contradiction], list[Key]]:
    """Contradictions that the roundings `seeds` are in, and the roundings on which time left no answer.

    doubted: figures that may read anything. seconds: for each part; until: for all, by the monotonic clock.
    """
    around = _Around(ledger, judgements)
    parts = _Parts(around, set(doubted), seconds, until)
    parts.add(around.of_keys(seeds))
    while wanted := parts.settle():
        parts.add(around.touching(wanted))
        parts.free(wanted)
    return parts.contradictions, parts.undecided()


@dataclass(frozen=True, slots=True)
class _Row:
    """One identity on the unrounded parts of its figures, in half minor units: the signed sum lies within bounds."""

    key: Key
    terms: dict[int, int]
    low: int | None
    high: int | None
    rounded: bool


class _Around:
    """Gathers identities outward from the rounded ones. room: how far each figure met so far may be from its print."""

    def __init__(self, ledger: Ledger, judgements: Sequence[Judgement]) -> None:
        self._ledger = ledger
        self._judgements = judgements
        self._known: dict[int, NDArray[np.bool_]] = {}
        self.room: dict[int, int] = {}

    def of_keys(self, keys: Iterable[Key]) -> list[_Row]:
        rows: list[_Row] = []
        by_rule: dict[int, list[int]] = {}
        for number, k in keys:
            by_rule.setdefault(number, []).append(k)
        for number, identities in sorted(by_rule.items()):
            rows += self._rows(number, np.unique(identities))
        return rows

    def touching(self, figures: Iterable[int]) -> list[_Row]:
        """Identities not gathered yet that contain one of these figures and must hold."""
        marked = np.zeros(len(self._ledger), np.bool_)
        marked[list(figures)] = True

        rows: list[_Row] = []
        for number, judgement in enumerate(self._judgements):
            bound = judgement.bound
            if len(bound):
                found = np.union1d(np.flatnonzero(marked.take(bound.total)), bound.of[marked.take(bound.member)])
                rows += self._rows(number, found[np.isin(judgement.judged.verdict[found], IN_FORCE)])
        return rows

    def _rows(self, number: int, identities: NDArray[np.intp]) -> list[_Row]:
        """Those of these identities of one rule that were not gathered before."""
        judgement = self._judgements[number]
        known = self._known.setdefault(number, np.zeros(len(judgement.bound), np.bool_))
        fresh = identities[~known[identities]]
        known[fresh] = True
        return self._of_rule(number, judgement, fresh) if len(fresh) else []

    def _of_rule(self, number: int, judgement: Judgement, identities: NDArray[np.intp]) -> list[_Row]:
        bound = judgement.bound.only(identities)
        self._measure(np.concatenate((bound.total, bound.member)))
        terms: list[dict[int, int]] = [{total: 1} for total in bound.total.tolist()]
        weights = [1] * len(bound.member) if bound.weight is None else bound.weight.tolist()
        for k, figure, weight in zip(bound.of.tolist(), bound.member.tolist(), weights, strict=True):
            terms[k][figure] = terms[k].get(figure, 0) - weight
        tolerance = tolerated(self._ledger, judgement.rule)[codes(self._ledger, "unit")[bound.total]].tolist()
        differences = judgement.judged.difference[identities].tolist()
        rounded = (judgement.judged.verdict[identities] == Verdict.ROUNDING).tolist()
        below = (self._ledger.figures["amount"].to_numpy()[bound.total] < 0).tolist()
        rows = []
        for position, k in enumerate(identities.tolist()):
            low: int | None = -2 * (differences[position] + tolerance[position])
            high: int | None = -2 * (differences[position] - tolerance[position])
            if bound.relation == "at-most":
                low, high = (None, high) if below[position] else (low, None)
            movable = {figure: sign for figure, sign in terms[position].items() if sign and self.room[figure]}
            rows.append(_Row((number, k), movable, low, high, rounded[position]))
        return rows

    def _measure(self, figures: NDArray[np.int32]) -> None:
        fresh = np.array([figure for figure in set(figures.tolist()) if figure not in self.room], np.intp)
        self.room.update(zip(fresh.tolist(), last_places(self._ledger, fresh).tolist(), strict=True))


@dataclass(slots=True, eq=False)
class _Part:
    """Rows that share figures, and the values found for them so far."""

    system: Simplex = field(default_factory=Simplex)
    rows: list[int] = field(default_factory=list)
    spent: float = 0.0
    given_up: bool = False


class _Parts:
    """All connected parts; those that a new row connects are merged."""

    def __init__(self, around: _Around, doubted: set[int], seconds: float, until: float) -> None:
        self._around, self._doubted = around, doubted
        self.contradictions: list[Contradiction] = []
        self._seconds, self._until = seconds, until
        self._rows: list[_Row] = []
        self._broken: set[Key] = set()
        self._free: set[int] = set()
        self._owner: dict[int, _Part] = {}
        self._waiting: dict[_Part, None] = {}

    def add(self, rows: Iterable[_Row]) -> None:
        for row in rows:
            number = len(self._rows)
            self._rows.append(row)
            part = self._part_of(row)
            part.rows.append(number)
            self._waiting[part] = None
            if not part.given_up:
                _constrain(part.system, number, row, {})

    def _part_of(self, row: _Row) -> _Part:
        parts = {self._owner[figure]: None for figure in row.terms if figure in self._owner}
        part = max(parts, key=lambda each: len(each.rows)) if parts else _Part()
        for other in parts:
            if other is not part:
                self._merge(part, other)
        for figure in row.terms:
            self._owner[figure] = part
        return part

    def _merge(self, part: _Part, other: _Part) -> None:
        for number in other.rows:
            for figure in self._rows[number].terms:
                self._owner[figure] = part
        part.rows += other.rows
        part.spent += other.spent
        part.given_up |= other.given_up
        part.system.absorb(other.system)
        self._waiting.pop(other, None)

    def settle(self) -> set[int]:
        """Find values for every part that has new rows; the figures that would have to move as well."""
        wanted: set[int] = set()
        waiting, self._waiting = list(self._waiting), {}
        for part in waiting:
            begin = time.monotonic()
            until = min(self._until, begin + self._seconds - part.spent)
            try:
                if begin > until:
                    raise OutOfTime
                if not part.given_up:
                    wanted |= self._solve(part, until)
            except OutOfTime:
                part.given_up = True
                part.system = Simplex()
            part.spent += time.monotonic() - begin
        return wanted

    def _solve(self, part: _Part, until: float) -> set[int]:
        """What contradicts itself only as long as some figures stand still is no contradiction yet: let them move."""
        wanted: set[int] = set()
        aside: list[int] = []
        while (names := part.system.solve(until)) is not None:
            aside.append(names[0])
            still = {name for name in names if name >= 0 and name not in self._free}
            if still:
                wanted |= still
            else:
                self._break(names, part.system, until)
                part.system.again(names[0])
        for name in aside:
            part.system.again(name)
        return wanted

    def free(self, figures: Iterable[int]) -> None:
        """These figures may move from now on: all identities that contain them are there."""
        for figure in figures:
            self._free.add(figure)
            part = self._owner[figure]
            if not part.given_up:
                room = None if figure in self._doubted else self._around.room[figure]
                part.system.bounds(figure, None if room is None else -room, room)
            self._waiting[part] = None

    def _break(self, names: tuple[int, ...], system: Simplex, until: float) -> None:
        """Report a contradiction. Its figures may read anything from now on: one is wrong, and is not blamed again."""
        names = _fewest(names, self._rows, self._around.room, self._doubted, until)
        rows = [self._rows[-name - 1] for name in names if name < 0]
        figures = sorted(name for name in names if name >= 0 and name not in self._doubted)
        for figure in figures:
            system.bounds(figure, None, None)
        self._doubted.update(figures)
        rounded = sorted(row.key for row in rows if row.rounded)
        self._broken.update(rounded)
        self.contradictions.append(
            Contradiction(tuple(sorted(row.key for row in rows)), tuple(rounded), tuple(figures))
        )

    def undecided(self) -> list[Key]:
        """Roundings of the parts that took too long."""
        numbers = (n for part in dict.fromkeys(self._owner.values()) if part.given_up for n in part.rows)
        keys = (self._rows[number].key for number in numbers if self._rows[number].rounded)
        return [key for key in keys if key not in self._broken]


def _constrain(system: Simplex, number: int, row: _Row, room: dict[int, int]) -> None:
    for figure in row.terms:
        if figure not in system:
            system.unknown(figure, -room.get(figure, 0), room.get(figure, 0))
    system.constrain(-number - 1, row.terms, row.low, row.high)


def _fewest(
    names: tuple[int, ...], rows: list[_Row], room: dict[int, int], doubted: set[int], until: float
) -> tuple[int, ...]:
    """Leave out of contradictory rows all that the contradiction does not need, rounded ones first."""
    kept = names
    for name in sorted((n for n in names if n < 0), key=lambda n: (not rows[-n - 1].rounded, -n)):
        if name not in kept:
            continue
        system = Simplex()
        for other in kept:
            if other < 0 and other != name:
                _constrain(system, -other - 1, rows[-other - 1], room)
        for figure in doubted:
            if figure in system:
                system.bounds(figure, None, None)
        try:
            found = system.solve(until)
        except OutOfTime:
            break
        if found is not None:
            kept = found
    return kept

"""Gathers the identities around failing ones; the sound rest of ten million figures is passed over in bulk.

Which identities contain a figure is looked up, for totals and parts stand in the ledger's order. Which parts an
identity has takes one pass over all parts, so identities are asked for many at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from recon.diagnosis.system import Row, System
from recon.ledger.chunks import in_chunks
from recon.model.amount import State
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.bound import BoundIdentities
    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

_STATED, _HOLDS = int(State.STATED), int(Verdict.HOLDS)
_BROKEN, _ROUNDING, _UNDECIDED = int(Verdict.BROKEN), int(Verdict.ROUNDING), int(Verdict.UNDECIDED)


class Neighbourhood:
    """The system around the failing identities; it grows by what is asked for."""

    def __init__(self, ledger: Ledger, judgements: Sequence[Judgement]) -> None:
        self._judgements = judgements
        self._places = _Places(ledger)
        self._held: set[tuple[int, int]] = set()
        #: for figures that were climbed from: the identities that they are parts of, with their totals and weights
        self.above: dict[int, list[tuple[tuple[int, int], int, int]]] = {}
        #: and the identities whose totals they are
        self.stated: dict[int, list[tuple[int, int]]] = {}
        self._indices: dict[int, tuple[_Index, _Index]] = {}
        self._equal = [number for number, judgement in enumerate(judgements) if judgement.bound.relation == "equal"]
        self.system = System([], more=self.widen)
        for number in self._equal:
            self._add(number, np.flatnonzero(judgements[number].judged.verdict == Verdict.BROKEN).tolist())

    @cached_property
    def noise(self) -> float:
        """The share of identities that are off by what rounding explains, of those that are not vacuous."""
        verdicts = [self._judgements[number].judged.verdict for number in self._equal]
        off = sum(int(np.count_nonzero(verdict == _ROUNDING)) for verdict in verdicts)
        right = sum(int(np.count_nonzero(verdict == _HOLDS)) for verdict in verdicts)
        return (off + 1) / (off + right + 2)

    def widen(self, figures: Iterable[int]) -> None:
        """Bring in every decided identity that contains one of these figures."""
        wanted = sorted(set(figures) - self.system.whole)
        if not wanted:
            return
        looked_for = np.array(wanted, np.int64)
        for number in self._equal:
            self._add(number, self._containing(number, looked_for).tolist())
        self.system.whole.update(wanted)
        for figure in wanted:
            self.system.of_figure.setdefault(figure, [])

    def climb(self, figures: Iterable[int]) -> None:
        """Look up which totals these figures run into, those totals again, and so on; no row is brought in for it."""
        fresh = set(figures) - self.above.keys()
        while fresh:
            looked_for = np.array(sorted(fresh), np.int64)
            self.above.update((figure, []) for figure in fresh)
            self.stated.update((figure, []) for figure in fresh)
            reached: set[int] = set()
            for number in self._equal:
                totals, members = self._index(number)
                judgement = self._judgements[number]
                verdict, bound = judgement.judged.verdict, judgement.bound
                which, at = members.positions(looked_for)
                decided = verdict[bound.of[at]] != _UNDECIDED
                at, owners = at[decided], looked_for[which[decided]].tolist()
                identities = bound.of[at]
                over = bound.total[identities].tolist()
                weights = [1] * len(at) if bound.weight is None else bound.weight[at].tolist()
                for figure, k, total, weight in zip(owners, identities.tolist(), over, weights, strict=True):
                    self.above[figure].append(((number, k), total, weight))
                reached.update(over)
                which, at = totals.positions(looked_for)
                decided = verdict[at] != _UNDECIDED
                for figure, k in zip(looked_for[which[decided]].tolist(), at[decided].tolist(), strict=True):
                    self.stated[figure].append((number, k))
            fresh = reached - self.above.keys()

    def residual(self, key: tuple[int, int]) -> int:
        """What an identity is off by; nothing where that is tolerated."""
        judged = self._judgements[key[0]].judged
        return int(judged.difference[key[1]]) if judged.verdict[key[1]] in (_BROKEN, _ROUNDING) else 0

    def _containing(self, number: int, figures: NDArray[np.int64]) -> NDArray[np.intp]:
        totals, members = self._index(number)
        judgement = self._judgements[number]
        as_parts = judgement.bound.of[members.positions(figures)[1]]
        found = np.unique(np.concatenate((totals.positions(figures)[1], as_parts)))
        verdict = judgement.judged.verdict[found]
        return np.asarray(found[(verdict != Verdict.UNDECIDED)])

    def _index(self, number: int) -> tuple[_Index, _Index]:
        if number not in self._indices:
            bound = self._judgements[number].bound
            self._indices[number] = _Index(bound.total), _Index(bound.member)
        return self._indices[number]

    def _add(self, number: int, identities: list[int]) -> None:
        fresh = [k for k in identities if (number, k) not in self._held]
        if not fresh:
            return
        self._held.update((number, k) for k in fresh)
        judgement = self._judgements[number]
        bound = judgement.bound
        numbers = np.array(fresh, np.int64)
        terms = {k: {total: 1} for k, total in zip(fresh, bound.total[numbers].tolist(), strict=True)}
        parts = _parts(bound, numbers)
        weights = [1] * len(parts) if bound.weight is None else bound.weight[parts].tolist()
        for k, figure, weight in zip(bound.of[parts].tolist(), bound.member[parts].tolist(), weights, strict=True):
            own = terms[k]
            own[figure] = own.get(figure, 0) - weight
        verdicts = judgement.judged.verdict[numbers].tolist()
        for k, verdict, difference in zip(fresh, verdicts, judgement.judged.difference[numbers].tolist(), strict=True):
            off = verdict in (_BROKEN, _ROUNDING)
            figures = list(terms[k])
            slack = self._places.slack(figures, bound.twins)
            self.system.add(Row((number, k), figures[0], terms[k], difference if off else 0, slack, verdict == _BROKEN))


class _Index:
    """Where figures stand in a column that is sorted by figure, or made so."""

    def __init__(self, figures: NDArray[np.int32]) -> None:
        self._order: NDArray[np.intp] | None = None
        if not _ascending(figures):
            self._order = np.argsort(figures, kind="stable")
            figures = figures[self._order]
        self._figures = figures

    def positions(self, wanted: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Which of the figures stands where in the column."""
        wanted = wanted.astype(self._figures.dtype)
        starts, stops = (np.searchsorted(self._figures, wanted, side) for side in ("left", "right"))
        counts = stops - starts
        found = np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(int(counts.sum()))
        return np.repeat(np.arange(len(wanted)), counts), found if self._order is None else self._order[found]


class _Places:
    """One unit in the last printed place of a figure, in minor units, looked up for one figure at a time."""

    def __init__(self, ledger: Ledger) -> None:
        units = ledger.figures["unit"].array
        self._powers = [ledger.units[name].power if name in ledger.units else 0 for name in units.categories]
        self._unit = units.codes
        self._decimals = ledger.figures["decimals"].to_numpy()
        self._state = ledger.figures["state"].to_numpy()
        self._exponent = ledger.exponent
        self._known: dict[tuple[int, int], int] = {}

    def slack(self, figures: list[int], twins: bool) -> int:
        """Twice what independent rounding explains of an identity, its total first (as the judge has it)."""
        places = [self._place(figure) for figure in figures]
        if twins:
            other = max(places[1:], default=0)
            return 0 if other == places[0] else max(places[0], other)
        return sum(places)

    def _place(self, figure: int) -> int:
        if self._state[figure] != _STATED:
            return 0
        unit, decimals = int(self._unit[figure]), int(self._decimals[figure])
        known = self._known.get((unit, decimals))
        if known is None:
            known = self._known[unit, decimals] = int(10 ** max(self._powers[unit] - decimals - self._exponent, 0))
        return known


def _ascending(column: NDArray[np.int32]) -> bool:
    descents: list[int] = []

    def look(chunk: slice) -> None:
        piece = column[chunk.start : chunk.stop + 1]
        if (piece[1:] < piece[:-1]).any():
            descents.append(chunk.start)

    in_chunks(look, len(column))
    return not descents


def _parts(bound: BoundIdentities, identities: NDArray[np.int64]) -> NDArray[np.intp]:
    """Positions, in ascending order, of all parts of these identities."""
    wanted = np.zeros(len(bound), np.bool_)
    wanted[identities] = True
    found: dict[int, NDArray[np.intp]] = {}

    def look(chunk: slice) -> None:
        found[chunk.start] = np.flatnonzero(wanted[bound.of[chunk]]) + chunk.start

    in_chunks(look, len(bound.of))
    return np.concatenate([found[start] for start in sorted(found)]) if found else np.empty(0, np.intp)

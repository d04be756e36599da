"""Totals left behind: a figure was amended, and some of the sums above it were not carried along.

Every sum that the amended figure runs into changes by the same amount, or has changed already. Going up from the
amended figure, each identity says of its total whether it kept pace with its part, so the sums left behind follow
without search, in one pass over the path.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from recon.diagnosis.fewest_changes import Changes
from recon.diagnosis.neighbourhood import Neighbourhood

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """One amendment that was not carried all the way. amended: the figures that were carried along, lowest first.

    amount: what was added to them, in minor units. changes: what the totals left behind still have to take.
    rivals: the figures carried along, had another figure been amended with the same totals left behind.
    settles: keys of the failing rows that the changes settle, also outside the group that was asked for.
    """

    amended: tuple[int, ...]
    amount: int
    changes: Changes
    rivals: tuple[tuple[int, ...], ...] = ()
    settles: frozenset[Key] = frozenset()


class Chains:
    """Looks for amendments around failing rows."""

    def __init__(self, neighbourhood: Neighbourhood) -> None:
        self._near = neighbourhood
        self._system = neighbourhood.system
        self._above: dict[int, frozenset[Key]] = {}
        self._found: dict[tuple[int, ...], list[LeftBehind]] = {}

    def of(self, group: list[int]) -> list[LeftBehind]:
        """Every amendment that explains all failing rows of a group; those with the same consequences appear once."""
        if tuple(group) not in self._found:
            self.prepare({tuple(group): set()})
        return self._found[tuple(group)]

    def prepare(self, groups: dict[tuple[int, ...], set[int]]) -> None:
        """Look for the amendments of many groups at once, which takes no longer than for one.

        groups: rows, with the single figures that would settle them.
        """
        rows = self._system.rows
        alike = [group for group in groups if len({abs(rows[number].residual) for number in group}) == 1]
        self._found.update({group: [] for group in groups})
        seeds = {group: self._beside(group, groups[group]) for group in alike}
        self._look(seeds)
        # Where several totals lag apart from one another, the amended figure itself need not stand in a failing row.
        left = {group: seeds[group] for group in alike if not self._found[group] and not groups[group]}
        self._near.widen(figure for each in left.values() for figure in each)
        self._look({group: self._below(each) for group, each in left.items()})

    def _beside(self, group: tuple[int, ...], singles: set[int]) -> set[int]:
        """The figures that may have been amended: parts in failing rows.

        Where the rows are just those of one figure, that figure alone was amended or left behind; and an amendment
        that runs into it does so in every row whose total it is.
        """
        rows = [self._system.rows[number] for number in group]
        if not singles:
            return {figure for row in rows for figure, sign in row.terms.items() if sign < 0}
        found = set(singles)
        for figure in singles:
            stated = [row.terms for row in rows if row.total == figure]
            if stated:
                found.update(other for other, sign in min(stated, key=len).items() if sign < 0)
        return found

    def _look(self, seeds: dict[tuple[int, ...], set[int]]) -> None:
        """seeds: by group, the figures that may have been amended."""
        self._near.climb(figure for figures in seeds.values() for figure in figures)
        for group, figures in seeds.items():
            keys = frozenset(self._system.rows[number].key for number in group)
            size = abs(self._system.rows[group[0]].residual)
            found: dict[frozenset[tuple[int, int]], LeftBehind] = {}
            for seed in sorted(figures):
                if not keys <= self._rows_above(seed):
                    continue
                for amount in (size, -size):
                    chain = self._follow(keys, seed, amount)
                    if chain is not None:
                        _note(found, chain)
            self._found[group] = list(found.values())

    def _below(self, figures: set[int]) -> set[int]:
        rows = (self._system.rows[number] for figure in figures for number in self._system.rows_of(figure))
        return {f for row in rows if row.total in figures for f, sign in row.terms.items() if sign < 0} - figures

    def _rows_above(self, figure: int) -> frozenset[Key]:
        """The keys of the rows that an amendment of this figure runs through."""
        known = self._above.get(figure)
        if known is None:
            own = self._near.above[figure]
            known = frozenset(key for key, _, _ in own).union(*(self._rows_above(total) for _, total, _ in own))
            self._above[figure] = known
        return known

    def _follow(self, group: frozenset[Key], seed: int, amount: int) -> LeftBehind | None:
        """Climb from the amended figure; None where some sum neither kept pace nor stayed exactly behind.

        An identity is off by the amount of its parts that stayed behind, less that of its total.
        """
        near = self._near
        behind: dict[int, bool] = {seed: False}
        lagging: Counter[Key] = Counter()
        order = [seed]
        settled: set[Key] = set()
        for figure in order:
            for key, total, weight in near.above[figure]:
                if key in settled:
                    continue
                lag, rest = divmod(amount * lagging[key] - near.residual(key), amount)
                if weight != 1 or rest or lag not in (0, 1) or behind.get(total, lag) != lag:
                    return None
                settled.add(key)
                if total not in behind:
                    behind[total] = bool(lag)
                    order.append(total)
                    lagging.update(above for above, _, _ in near.above[total] if lag)
        changes = {figure: amount for figure, lags in behind.items() if lags}
        if not changes or not group <= settled:
            return None
        totals = {key for figure in changes for key in near.stated[figure]}
        touched = group.union(totals, (key for figure in changes for key, _, _ in near.above[figure]))
        if any(near.residual(key) + amount * ((key in totals) - lagging[key]) for key in touched):
            return None
        broken = frozenset(key for key in touched if near.residual(key))
        return LeftBehind(tuple(f for f in order if not behind[f]), amount, changes, (), broken)


def _note(found: dict[frozenset[tuple[int, int]], LeftBehind], chain: LeftBehind) -> None:
    """The longest of the chains with the same consequences stands for all of them."""
    key = frozenset(chain.changes.items())
    known = found.get(key)
    if known is None:
        found[key] = chain
    else:
        longer, other = sorted((known, chain), key=lambda c: -len(c.amended))
        found[key] = replace(longer, rivals=(*known.rivals, *chain.rivals, other.amended))

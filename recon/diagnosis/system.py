"""The identities around a breach as a small exact system: which figures each one adds, and by how much it is off.

Only what lies near a failing identity is looked at; the sound rest of ten million figures costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.judge import allowances
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

_DECIDED = (int(Verdict.HOLDS), int(Verdict.BROKEN), int(Verdict.ROUNDING), int(Verdict.VACUOUS))


@dataclass(frozen=True, slots=True)
class Row:
    """One identity: the sum over `terms` (figure: sign, the total +1 and its parts -1) is off by `residual`.

    key: (number of the rule, number of the identity). slack: twice the difference that rounding explains.
    """

    key: tuple[int, int]
    total: int
    terms: dict[int, int]
    residual: int
    slack: int
    failing: bool


@dataclass(slots=True)
class System:
    """Rows by number and, for every figure, the rows that contain it. whole: figures all of whose rows are here."""

    rows: list[Row]
    of_figure: dict[int, list[int]] = field(default_factory=dict)
    whole: set[int] = field(default_factory=set)

    @property
    def failing(self) -> list[int]:
        return [number for number, row in enumerate(self.rows) if row.failing]


class Neighbourhood:
    """Gathers rows outward from the failing identities, a step at a time."""

    def __init__(self, ledger: Ledger, judgements: Sequence[Judgement]) -> None:
        self._ledger = ledger
        self._judgements = judgements
        self._numbers: dict[tuple[int, int], int] = {}
        self.system = System([])
        for number, judgement in enumerate(judgements):
            if judgement.bound.relation == "equal":
                self._add(number, judgement.judged.where(Verdict.BROKEN))

    def widen(self, figures: Iterable[int]) -> None:
        """Bring in every decided identity that contains one of these figures."""
        wanted = [figure for figure in set(figures) if figure not in self.system.whole]
        if not wanted:
            return
        marked = np.zeros(len(self._ledger), np.bool_)
        marked[wanted] = True
        for number, judgement in enumerate(self._judgements):
            bound = judgement.bound
            if bound.relation != "equal" or not len(bound):
                continue
            touched: NDArray[np.intp] = np.union1d(
                np.flatnonzero(marked.take(bound.total)), bound.of[marked.take(bound.member)]
            )
            self._add(number, touched[np.isin(judgement.judged.verdict[touched], _DECIDED)])
        self.system.whole.update(wanted)

    def _add(self, number: int, identities: NDArray[np.intp]) -> None:
        fresh = np.array([k for k in identities.tolist() if (number, k) not in self._numbers], np.intp)
        if not len(fresh):
            return
        judgement = self._judgements[number]
        bound = judgement.bound.only(fresh)
        slack = allowances(self._ledger, bound)
        terms: list[dict[int, int]] = [{int(total): 1} for total in bound.total]
        weights = np.ones(len(bound.member), np.int8) if bound.weight is None else bound.weight
        for k, figure, weight in zip(bound.of.tolist(), bound.member.tolist(), weights.tolist(), strict=True):
            terms[k][figure] = terms[k].get(figure, 0) - weight
        for position, k in enumerate(sorted(fresh.tolist())):
            verdict = int(judgement.judged.verdict[k])
            failing = verdict == Verdict.BROKEN
            residual = int(judgement.judged.difference[k]) if failing or verdict == Verdict.ROUNDING else 0
            row = Row((number, k), int(bound.total[position]), terms[position], residual, int(slack[position]), failing)
            self._numbers[row.key] = len(self.system.rows)
            for figure in row.terms:
                self.system.of_figure.setdefault(figure, []).append(len(self.system.rows))
            self.system.rows.append(row)


def components(system: System, rows: Iterable[int]) -> list[list[int]]:
    """Groups of rows that share figures, each in ascending order."""
    chosen = set(rows)
    groups: list[list[int]] = []
    seen: set[int] = set()
    for start in sorted(chosen):
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            row = waiting.pop()
            group.append(row)
            for figure in system.rows[row].terms:
                for other in system.of_figure[figure]:
                    if other in chosen and other not in seen:
                        seen.add(other)
                        waiting.append(other)
        groups.append(sorted(group))
    return groups


def joined(system: System, groups: list[list[int]]) -> list[list[int]]:
    """Groups of failing rows merged where one sound row touches figures of both: a repair could run across it."""
    owner: dict[int, int] = {}
    parent = list(range(len(groups)))

    def find(group: int) -> int:
        while parent[group] != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    for number, group in enumerate(groups):
        for row in group:
            for figure in system.rows[row].terms:
                for other in system.of_figure[figure]:
                    if other in owner:
                        parent[find(number)] = find(owner[other])
                    else:
                        owner[other] = number
    merged: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        merged.setdefault(find(number), []).extend(group)
    return [sorted(rows) for rows in merged.values()]

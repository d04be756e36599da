"""From failing identities to causes: single signatures first, then exact search, then amendments left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.diagnosis.fewest_changes import Answer, Changes, FewestChanges
from recon.diagnosis.left_behind import LeftBehind, left_behind
from recon.diagnosis.ranking import Ranking
from recon.diagnosis.single import single_changes
from recon.diagnosis.system import Neighbourhood, components, joined

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger
    from recon.model.plausibility import Plausibility

#: how many least sets are listed, how long one group may be searched, how many figures a set may have
MOST_ANSWERS = 20
SECONDS = 5.0
MOST_FIGURES = 12


@dataclass(slots=True)
class Explained:
    """One way to settle a group: changes by figure in minor units. chain: the amendment, for totals left behind."""

    kind: str
    changes: Changes
    cost: float
    chain: LeftBehind | None = None


@dataclass(slots=True)
class Diagnosis:
    """What was found for one group of failing identities.

    rows: their keys (number of the rule, number of the identity). explanations: likeliest first.
    minimal, complete: as in `recon.model.cause.Cause`. searched: figures in a set up to which none was found.
    """

    rows: list[tuple[int, int]]
    explanations: list[Explained] = field(default_factory=list)
    minimal: bool = True
    complete: bool = True
    searched: int = 0


def diagnose(
    ledger: Ledger, judgements: Sequence[Judgement], plausibility: Plausibility, *, seconds: float = SECONDS
) -> tuple[list[Diagnosis], Ranking]:
    """Every group of failing identities with what explains it, and the ranking that was used.

    seconds: how long one group may be searched before the best that is known is given as such.
    """
    neighbourhood = Neighbourhood(ledger, judgements)
    system = neighbourhood.system
    ranking = Ranking(ledger, system, plausibility)
    failing = system.failing
    if not failing:
        return [], ranking
    neighbourhood.widen(figure for number in failing for figure in system.rows[number].terms)
    found: list[Diagnosis] = []
    open_groups: list[list[int]] = []
    for group in components(system, failing):
        singles = single_changes(system, group)
        if singles:
            found.append(_diagnosis(neighbourhood, ranking, group, Answer(singles, 1, True, True)))
        else:
            open_groups.append(group)
    if open_groups:
        neighbourhood.widen(_around(neighbourhood, open_groups))
    for group in joined(system, open_groups):
        least = max(2, sum(set(part) <= set(group) for part in open_groups))
        answer = FewestChanges(system, group, seconds=seconds, answers=MOST_ANSWERS).search(least, MOST_FIGURES)
        found.append(_diagnosis(neighbourhood, ranking, group, answer))
    return sorted(found, key=lambda diagnosis: diagnosis.rows), ranking


def _around(neighbourhood: Neighbourhood, groups: list[list[int]]) -> set[int]:
    """The figures of every row that touches a figure of these groups: what a repair may have to compensate with."""
    system = neighbourhood.system
    inside = {figure for group in groups for number in group for figure in system.rows[number].terms}
    return {other for figure in inside for number in system.of_figure[figure] for other in system.rows[number].terms}


def _diagnosis(neighbourhood: Neighbourhood, ranking: Ranking, group: list[int], answer: Answer) -> Diagnosis:
    rows = [neighbourhood.system.rows[number].key for number in group]
    explained = [Explained("figures", changes, ranking.of_changes(changes)) for changes in answer.sets]
    for chain in left_behind(neighbourhood, group):
        cost = ranking.of_chain(chain)
        same = next((known for known in explained if known.changes == chain.changes), None)
        if same is None:
            explained.append(Explained("left-behind", chain.changes, cost, chain))
        elif cost < same.cost:
            same.kind, same.cost, same.chain = "left-behind", cost, chain
    explained.sort(key=lambda known: (known.cost, sorted(known.changes)))
    return Diagnosis(rows, explained, answer.proved, answer.complete, answer.size)

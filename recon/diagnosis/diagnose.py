"""From failing identities to causes: single signatures first, then exact search, then amendments left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.diagnosis.base_edition import BaseEdition
from recon.diagnosis.fewest_changes import Answer, Changes, FewestChanges
from recon.diagnosis.left_behind import LeftBehind, left_behind
from recon.diagnosis.ranking import Ranking
from recon.diagnosis.single import single_changes
from recon.diagnosis.system import Neighbourhood, components, joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger
    from recon.model.plausibility import Plausibility

#: how many least sets are listed, how long one group may be searched, how many figures a set may have
MOST_ANSWERS = 20
SECONDS = 5.0
MOST_FIGURES = 12


@dataclass(slots=True)
class Explained:
    """One way to settle a group: changes by figure in minor units.

    chain: the amendment, for totals left behind. confirmed: the base edition, where one was given, bears it out.
    """

    kind: str
    changes: Changes
    cost: float
    chain: LeftBehind | None = None
    confirmed: bool = False


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
    ledger: Ledger,
    judgements: Sequence[Judgement],
    plausibility: Plausibility,
    *,
    base: NDArray[np.int64] | None = None,
    seconds: float = SECONDS,
) -> tuple[list[Diagnosis], Ranking]:
    """Every group of failing identities with what explains it, and the ranking that was used.

    base: what every figure read in the base edition (see `recon.ledger.editions`); it decides between a wrong figure
    and totals left behind. seconds: how long one group may be searched before the best that is known is given.
    """
    neighbourhood = Neighbourhood(ledger, judgements)
    system = neighbourhood.system
    ranking = Ranking(ledger, system, plausibility)
    edition = None if base is None else BaseEdition(ledger.figures["amount"].to_numpy(), base)
    failing = system.failing
    if not failing:
        return [], ranking
    neighbourhood.widen(figure for number in failing for figure in system.rows[number].terms)
    found: list[Diagnosis] = []
    open_groups: list[list[int]] = []
    for group in components(system, failing):
        singles = single_changes(system, group)
        if singles:
            found.append(_diagnosis(neighbourhood, ranking, edition, group, Answer(singles, 1, True, True)))
        else:
            open_groups.append(group)
    if open_groups:
        neighbourhood.widen(_around(neighbourhood, open_groups))
    for group in joined(system, open_groups):
        least = max(2, sum(set(part) <= set(group) for part in open_groups))
        answer = FewestChanges(system, group, seconds=seconds, answers=MOST_ANSWERS).search(least, MOST_FIGURES)
        found.append(_diagnosis(neighbourhood, ranking, edition, group, answer))
    return sorted(found, key=lambda diagnosis: diagnosis.rows), ranking


def _around(neighbourhood: Neighbourhood, groups: list[list[int]]) -> set[int]:
    """The figures of every row that touches a figure of these groups: what a repair may have to compensate with."""
    system = neighbourhood.system
    inside = {figure for group in groups for number in group for figure in system.rows[number].terms}
    return {other for figure in inside for number in system.of_figure[figure] for other in system.rows[number].terms}


def _diagnosis(
    neighbourhood: Neighbourhood, ranking: Ranking, edition: BaseEdition | None, group: list[int], answer: Answer
) -> Diagnosis:
    rows = [neighbourhood.system.rows[number].key for number in group]
    explained = [Explained("figures", changes, ranking.of_changes(changes)) for changes in answer.sets]
    for chain in left_behind(neighbourhood, group):
        amendment = Explained("left-behind", chain.changes, ranking.of_chain(chain), chain)
        same = next((known for known in explained if known.changes == chain.changes), None)
        if same is None:
            explained.append(amendment)
        elif amendment.cost < same.cost or (edition is not None and edition.confirms_chain(chain)):
            explained[explained.index(same)] = amendment
    if edition is not None:
        for known in explained:
            known.confirmed = (
                edition.confirms_figures(known.changes) if known.chain is None else edition.confirms_chain(known.chain)
            )
    # An amendment that the base edition shows explains its totals better than the same figure's being a mere slip.
    explained.sort(key=lambda e: (not e.confirmed, e.confirmed and e.chain is None, e.cost, sorted(e.changes)))
    return Diagnosis(rows, explained, answer.proved, answer.complete, answer.size)

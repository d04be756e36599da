"""From failing identities to causes: single signatures first, then exact search, then amendments left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING

from recon.diagnosis.base_edition import BaseEdition
from recon.diagnosis.fewest_changes import Answer, Changes, least_of
from recon.diagnosis.groups import Solved, solve
from recon.diagnosis.left_behind import Chains, LeftBehind
from recon.diagnosis.neighbourhood import Neighbourhood
from recon.diagnosis.ranking import Ranking
from recon.diagnosis.system import System, merged
from recon.diagnosis.whole_parts import WholePart, whole_parts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger
    from recon.model.plausibility import Plausibility

#: how many least sets are listed, and in how many rows one group may be searched
MOST_ANSWERS = 20
EFFORT = 1_000_000


@dataclass(slots=True)
class Explained:
    """One way to settle a group: changes by figure in minor units.

    kind: as in `recon.model.cause.Explanation`. chain: the amendment, for totals left behind. part: the part that a
    family of sums treats alike. confirmed: the base edition, where one was given, bears it out.
    """

    kind: str
    changes: Changes
    cost: float
    chain: LeftBehind | None = None
    confirmed: bool = False
    part: WholePart | None = None


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
    effort: int = EFFORT,
) -> tuple[list[Diagnosis], Ranking]:
    """Every group of failing identities with what explains it, and the ranking that was used.

    base: what every figure read in the base edition (see `recon.ledger.editions`); it decides between a wrong figure
    and totals left behind. effort: in how many rows one group may be searched before the best that is known is given.
    """
    neighbourhood = Neighbourhood(ledger, judgements)
    system = neighbourhood.system
    ranking = Ranking(ledger, system, plausibility, neighbourhood.noise)
    edition = None if base is None else BaseEdition(ledger.figures["amount"].to_numpy(), base, ranking)
    failing = system.failing
    if not failing:
        return [], ranking
    chains = Chains(neighbourhood)
    solved = solve(neighbourhood, failing, chains, effort, MOST_ANSWERS)
    whole = whole_parts(ledger, judgements, neighbourhood)
    found = [_diagnosis(system, ranking, edition, *each) for each in _taken_together(system, solved, chains, whole)]
    return sorted(found, key=lambda diagnosis: diagnosis.rows), ranking


#: what settles failing rows at one stroke, also those of several groups
_Stroke = LeftBehind | WholePart


def _taken_together(
    system: System, solved: list[Solved], chains: Chains, whole: list[WholePart]
) -> list[tuple[list[Solved], list[_Stroke]]]:
    """Groups with what explains them at one stroke; groups that one stroke settles are taken together."""
    keys = [{system.rows[number].key for number in each.group} for each in solved]
    of_key: dict[tuple[int, int], list[WholePart]] = {}
    for part in whole:
        for key in part.settles:
            of_key.setdefault(key, []).append(part)
    strokes: list[list[_Stroke]] = [
        [*chains.of(each.group), *(part for key in sorted(own) for part in of_key.get(key, ()))]
        for each, own in zip(solved, keys, strict=True)
    ]
    found = []
    apart = list(range(len(solved)))
    # Where a part and an amendment would draw different groups together, those that the part draws come first.
    for kinds in ((LeftBehind, WholePart), (WholePart,), (LeftBehind,)):
        drawn = [[stroke.settles for stroke in strokes[n] if isinstance(stroke, kinds)] for n in apart]
        touched = [keys[n].union(*settled) for n, settled in zip(apart, drawn, strict=True)]
        left = []
        for numbers in merged([[number] for number in apart], touched):
            everything = {key for number in numbers for key in keys[number]}
            settling = {id(s): s for n in numbers for s in strokes[n] if s.settles >= everything}
            if settling:
                found.append(([solved[number] for number in numbers], list(settling.values())))
            else:
                left += numbers
        apart = sorted(left)
    return found + [([solved[number]], []) for number in apart]


def _diagnosis(
    system: System, ranking: Ranking, edition: BaseEdition | None, parts: list[Solved], strokes: list[_Stroke]
) -> Diagnosis:
    group = sorted(number for part in parts for number in part.group)
    answer = _together(system, parts, ranking)
    to_the_digit = [changes for part in parts for changes in part.to_the_digit] if len(parts) == 1 else []
    sets = [*answer.sets, *(changes for changes in to_the_digit if changes not in answer.sets)]
    explained = [Explained("figures", changes, ranking.of_changes(changes)) for changes in sets]
    for stroke in strokes:
        known = _explained(stroke, ranking)
        same = next((other for other in explained if known.changes and other.changes == known.changes), None)
        if same is None:
            explained.append(known)
        elif _tells_better(known, same, edition):
            explained[explained.index(same)] = known
    if edition is not None:
        for known in explained:
            edition.look_at(known)
    explained.sort(key=lambda e: (not e.confirmed, e.confirmed and e.chain is None, e.cost, sorted(e.changes)))
    rows = [system.rows[number].key for number in group]
    return Diagnosis(rows, explained, answer.proved, answer.complete, answer.size)


def _tells_better(known: Explained, same: Explained, edition: BaseEdition | None) -> bool:
    """Whether, of two accounts of the same changes, the base edition bears the first out, or else it is likelier."""
    if edition is not None:
        borne_out = [each.chain is not None and edition.confirms(each.chain) for each in (known, same)]
        if any(borne_out):
            return borne_out[0]
    return known.cost < same.cost


def _explained(stroke: _Stroke, ranking: Ranking) -> Explained:
    if isinstance(stroke, WholePart):
        return Explained(stroke.kind, stroke.changes, ranking.of_part(stroke), part=stroke)
    chain = ranking.likeliest_amended(stroke)
    return Explained("left-behind", chain.changes, ranking.of_chain(chain), chain)


def _together(system: System, parts: list[Solved], ranking: Ranking) -> Answer:
    """The answers of groups that are settled independently of one another, as answers of all of them."""
    if len(parts) == 1:
        return parts[0].answer
    ordered = [sorted(part.answer.sets, key=ranking.of_changes) for part in parts]
    chosen = islice(product(*ordered), MOST_ANSWERS)
    sets = [{figure: by for changes in each for figure, by in changes.items()} for each in chosen]
    # Groups share no figure of a failing identity: where each takes no more than that alone asks for, so do all.
    proved = all(len(part.answer.sets[0]) == least_of(system, part.group) for part in parts if part.answer.sets)
    return Answer(sets, sum(part.answer.size for part in parts), proved and bool(sets), False)

"""Which failing identities have to be settled together, and the fewest changes that settle each such group."""

from __future__ import annotations

from dataclasses import dataclass, field

from recon.diagnosis.best_known import best_known
from recon.diagnosis.effort import Effort
from recon.diagnosis.fewest_changes import Answer, Changes, FewestChanges
from recon.diagnosis.left_behind import Chains
from recon.diagnosis.neighbourhood import Neighbourhood
from recon.diagnosis.single import in_all, single_changes
from recon.diagnosis.system import System, components, joined, rests

#: figures in a set beyond which nothing is searched for where no repair is known
_MOST_FIGURES = 12
#: how many figures more are tried to have sums come out to the last digit, by what the effort is divided for it, and up
#: to which share of identities that are off by rounding: where much is rounded, nothing comes out to the last digit
_MORE, _DIGITS, _NOISE = 2, 10, 0.05
#: by what the effort is divided for groups which totals left behind explain: many wrong figures are not likelier
_EXPLAINED = 10


@dataclass(slots=True)
class Solved:
    """Failing rows with the least sets of changes that settle them.

    to_the_digit: larger sets that bring every sum out as printed, where the least ones do so within rounding only.
    """

    group: list[int]
    answer: Answer
    to_the_digit: list[Changes] = field(default_factory=list)


def solve(
    neighbourhood: Neighbourhood, failing: list[int], chains: Chains, effort: int, answers: int
) -> list[Solved]:
    """Every failing row in one group. effort: for each group, in rows."""
    system = neighbourhood.system
    found: list[Solved] = []
    open_groups: list[list[int]] = []
    groups = components(system, failing)
    neighbourhood.widen(figure for group in groups for figure in in_all(system, group))
    singles = {tuple(group): single_changes(system, group) for group in groups}
    chains.prepare({group: {figure for changes in known for figure in changes} for group, known in singles.items()})
    for group in groups:
        if singles[tuple(group)]:
            found.append(Solved(group, Answer(singles[tuple(group)], 1, True, True)))
        else:
            open_groups.append(group)
    neighbourhood.widen(f for group in open_groups for number in group for f in system.rows[number].terms)
    found += _open(system, open_groups, chains, effort, answers)
    if neighbourhood.noise < _NOISE:
        for solved in found:
            solved.to_the_digit = _to_the_digit(system, solved, Effort(effort // _DIGITS), answers)
    return found


def _to_the_digit(system: System, solved: Solved, effort: Effort, answers: int) -> list[Changes]:
    """Sets of a few figures more that leave nothing to rounding; none where a least set does so."""
    sets = solved.answer.sets
    if not sets or not all(rests(system, changes) for changes in sets):
        return []
    search = FewestChanges(system, solved.group, effort=effort)
    return search.search(len(sets[0]) + _MORE, answers, len(sets[0]) + 1).sets


def _open(system: System, open_groups: list[list[int]], chains: Chains, effort: int, answers: int) -> list[Solved]:
    """Groups that no single figure settles."""
    found: list[Solved] = []
    hard: list[_Part] = []
    for group in joined(system, open_groups):
        share = Effort(effort // 4)
        for part in (_Part(system, part, share) for part in open_groups if set(part) <= set(group)):
            # Parts share no figure of a failing row, so what each needs at least, they need together.
            answer = part.search(answers, most=part.least)
            if answer.sets and answer.proved:
                found.append(Solved(part.group, answer))
            else:
                hard.append(part)
    of_group = {tuple(part.group): part for part in hard}
    for group in joined(system, [part.group for part in hard]):
        parts = [part for key, part in of_group.items() if set(key) <= set(group)]
        keys = {system.rows[number].key for number in group}
        explained = any(chain.settles >= keys for part in parts for chain in chains.of(part.group))
        found += _searched(system, group, parts, effort // (_EXPLAINED if explained else 1), answers)
    return found


class _Part:
    """A group of failing rows under search."""

    def __init__(self, system: System, group: list[int], effort: Effort) -> None:
        figures = {figure for number in group for figure in system.rows[number].terms}
        near = {number for figure in figures for number in system.rows_of(figure)}
        blurred = any(system.rows[number].residual and not system.rows[number].failing for number in near)
        self.group = group
        self._search = FewestChanges(system, group, effort=effort, blurred=blurred)
        self.least = self._search.least()

    def search(self, answers: int, *, most: int, least: int = 1) -> Answer:
        return self._search.search(most, answers, least)


def _searched(system: System, group: list[int], parts: list[_Part], effort: int, answers: int) -> list[Solved]:
    """A group that sound rows hold together, as one or, where that takes no more figures, in its parts."""
    known = best_known(system, group)
    whole, rest = Effort(effort // 2), Effort(effort - effort // 2)
    most = _MOST_FIGURES if known is None else len(known)
    if len(parts) == 1:
        answer = _Part(system, group, Effort(effort)).search(answers, most=most, least=parts[0].least)
    else:
        least = sum(part.least for part in parts)
        answer = _Part(system, group, whole).search(1, most=most, least=least)
        apart = _apart(system, parts, len(answer.sets[0]) if answer.sets else most, rest, answers)
        if apart is not None:
            return apart
        if answer.sets:
            listed = _Part(system, group, rest).search(answers, most=answer.size, least=answer.size)
            answer = listed if listed.sets else answer
    if not answer.sets and known is not None:
        answer = Answer([known], len(known), proved=False, complete=False)
    return [Solved(group, answer)]


def _apart(system: System, parts: list[_Part], most: int, effort: Effort, answers: int) -> list[Solved] | None:
    """The parts one by one, if they take no more figures than `most` in all."""
    left = most - sum(part.least for part in parts)
    found = []
    for part in parts:
        answer = _Part(system, part.group, effort).search(answers, most=part.least + left, least=part.least)
        if not answer.sets:
            return None
        left -= len(answer.sets[0]) - part.least
        found.append(Solved(part.group, answer))
    return found if left >= 0 else None

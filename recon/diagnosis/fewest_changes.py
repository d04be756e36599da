"""The fewest figures that, changed, make all identities of a group hold: exact search over whole numbers.

For a set of figures the changes follow by elimination. Where they cannot settle everything, elimination ends in a
certificate: figures one of which must change too. Branching over the figures of a certificate, and barring in each
branch those of the branches before, meets every answer once (a dual of Fellegi and Holt's implied edits). How many
figures it takes to meet all certificates bounds from below what is still needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recon.diagnosis.effort import Effort, Exhausted
from recon.diagnosis.elimination import Elimination, Reduced
from recon.diagnosis.system import System

Changes = dict[int, int]
_Sets = Sequence[frozenset[int]]
#: figures still to be found up to which it is worked out exactly whether so many can meet all certificates
_EXACTLY = 4


@dataclass(slots=True)
class Answer:
    """The least sets of changes. size: figures in each, or figures up to which (exclusive) no set was found.

    proved: no smaller set settles the group. complete: all least sets are listed. Otherwise the limit of effort or
    of answers was reached.
    """

    sets: list[Changes] = field(default_factory=list)
    size: int = 0
    proved: bool = False
    complete: bool = False


class Enough(Exception):
    """So many answers as were asked for have been found."""


class FewestChanges:
    """One search over the rows of a group and all rows that its figures stand in."""

    def __init__(self, system: System, group: list[int], *, effort: Effort, blurred: bool = False) -> None:
        self._start = Elimination.of(system, group, blurred=blurred)
        self._effort = effort
        self._answers = 0
        self._doubtful = False
        self._found: list[Changes] = []

    def least(self) -> int:
        """How many figures it takes at least."""
        return _disjoint([frozenset(row[0]) for row in self._start.certificates()])

    def search(self, most: int, answers: int, least: int = 1) -> Answer:
        """All sets of so few figures as suffice, from `least` up to `most`; no more than `answers` of them."""
        self._answers = answers
        for size in range(max(self.least(), least), most + 1):
            self._found = []
            certain = not self._doubtful
            try:
                self._extend(self._start, frozenset(), size)
            except Exhausted:
                return Answer(self._found, size, bool(self._found) and certain, False)
            except Enough:
                return Answer(self._found, size, certain, False)
            if self._found:
                return Answer(self._found, size, certain, not self._doubtful)
        return Answer([], most + 1, False, False)

    def _extend(self, state: Elimination, barred: frozenset[int], left: int) -> None:
        self._effort.spend(1 + len(state.free))
        rows = state.certificates()
        if not rows:
            changes = None if left else state.changes()
            if changes is None:
                # Within rounding, other changes of these figures might do than the ones that elimination settles on.
                self._doubtful = self._doubtful or (state.blurred and not left)
            else:
                if len(self._found) == self._answers:
                    raise Enough
                self._found.append(changes)
            return
        sets = [frozenset(row[0]) - barred for row in rows]
        if not _can_be_met(sets, left):
            return
        candidates = min(sets, key=len)
        if left == 1:
            candidates = frozenset.intersection(*sets)
            if not state.blurred:
                candidates = frozenset(figure for figure in candidates if _one_change(rows, figure))
        for figure in sorted(candidates, key=lambda figure: (-sum(figure in each for each in sets), figure)):
            chosen = state.choose(figure)
            if chosen is not None:
                self._extend(chosen, barred, left - 1)
            barred |= {figure}


def least_of(system: System, group: list[int]) -> int:
    """How many figures these failing rows take at least: as many as rows can be picked that share none."""
    return _disjoint([frozenset(system.rows[number].terms) for number in group])


def _one_change(rows: list[Reduced], figure: int) -> bool:
    """Whether one change of this figure settles all these rows."""
    terms, right, _ = rows[0]
    return all(right * other[figure] == other_right * terms[figure] for other, other_right, _ in rows)


def _disjoint(sets: _Sets) -> int:
    """How many sets, taken greedily from the smallest, share no figure: each needs a change of its own."""
    used: set[int] = set()
    count = 0
    for each in sorted(sets, key=len):
        if used.isdisjoint(each):
            used |= each
            count += 1
    return count


def _can_be_met(sets: _Sets, left: int) -> bool:
    """Whether so many figures could meet all sets; beyond a few figures, what is too costly to tell counts as yes."""
    if not sets:
        return True
    smallest = min(sets, key=len)
    if left <= 0 or not smallest:
        return False
    if left == 1:
        return bool(frozenset.intersection(*sets))
    if _disjoint(sets) > left:
        return False
    if left > _EXACTLY:
        return True
    return any(_can_be_met([each for each in sets if figure not in each], left - 1) for figure in smallest)

"""The fewest figures that, changed, make all identities of a group hold: exact search over whole numbers.

For a set of figures the changes follow by elimination. Where they cannot settle everything, elimination ends in a
combination of identities whose left side is empty and whose right side is not: a certificate that some figure of that
combination, outside the set, must change too. Branching over its figures misses no answer (a dual of Fellegi and
Holt's implied edits); the number of certificates without a common figure bounds from below what is still needed.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from fractions import Fraction

from recon.diagnosis.system import System

Changes = dict[int, int]


@dataclass(slots=True)
class Answer:
    """The least sets of changes. size: figures in each; proved: no smaller set settles the group.

    complete: all least sets are listed. Otherwise the limit of time or of answers was reached.
    """

    sets: list[Changes] = field(default_factory=list)
    size: int = 0
    proved: bool = False
    complete: bool = False


class OutOfTime(Exception):
    """The search has reached its limit."""


class FewestChanges:
    """One search over the rows of a group and all rows that its figures stand in."""

    def __init__(self, system: System, group: list[int], *, seconds: float, answers: int) -> None:
        self._system = system
        self._group = group
        self._until = time.monotonic() + seconds
        self._most_answers = answers
        self._tried: set[frozenset[int]] = set()
        self._found: list[Changes] = []

    def search(self, least: int, most: int) -> Answer:
        """Try sets of `least` figures, then of one more, up to `most`."""
        answer = Answer()
        for size in range(least, most + 1):
            self._tried.clear()
            try:
                self._extend((), size)
            except OutOfTime:
                answer.sets, answer.size = self._found, size
                return answer
            if self._found:
                return Answer(self._found, size, True, len(self._found) < self._most_answers)
        answer.size = most + 1
        return answer

    def _extend(self, chosen: tuple[int, ...], size: int) -> None:
        if time.monotonic() > self._until or len(self._found) >= self._most_answers:
            if len(self._found) >= self._most_answers:
                return
            raise OutOfTime
        changes, certificates = _eliminate(self._system, self._group, chosen)
        if not certificates:
            if changes is not None and len(changes) == size:
                self._found.append(changes)
            return
        left = size - len(chosen)
        if left <= 0 or _disjoint(certificates) > left:
            return
        candidates = min(certificates, key=len)
        if left == 1:
            candidates = frozenset.intersection(*certificates)
        for figure in sorted(candidates & self._system.whole):
            extended = (*chosen, figure)
            key = frozenset(extended)
            if key not in self._tried:
                self._tried.add(key)
                self._extend(extended, size)


def _disjoint(certificates: list[frozenset[int]]) -> int:
    """How many certificates, taken greedily from the smallest, share no figure: each needs a change of its own."""
    used: set[int] = set()
    count = 0
    for certificate in sorted(certificates, key=len):
        if used.isdisjoint(certificate):
            used |= certificate
            count += 1
    return count


def _eliminate(
    system: System, group: list[int], chosen: tuple[int, ...]
) -> tuple[Changes | None, list[frozenset[int]]]:
    """Solve for the changes of the chosen figures; what cannot be solved comes back as certificates.

    A certificate is the set of figures outside `chosen` that a contradictory combination of rows still contains.
    """
    numbers = set(group)
    for figure in chosen:
        numbers.update(system.of_figure[figure])
    pivots: list[tuple[int, dict[int, Fraction], Fraction, dict[int, Fraction]]] = []
    certificates: list[frozenset[int]] = []
    for number in sorted(numbers):
        row = system.rows[number]
        left = {f: Fraction(row.terms[f]) for f in chosen if f in row.terms}
        right = Fraction(-row.residual)
        # what the combination still holds of figures outside the chosen ones
        outside = {f: Fraction(sign) for f, sign in row.terms.items() if f not in chosen}
        for pivot, p_left, p_right, p_outside in pivots:
            factor = left.get(pivot)
            if factor:
                factor = factor / p_left[pivot]
                _subtract(left, p_left, factor)
                _subtract(outside, p_outside, factor)
                right -= factor * p_right
        if left:
            pivots.append((next(iter(left)), left, right, outside))
        elif right:
            certificates.append(frozenset(outside))
    if certificates:
        return None, certificates
    return _back(pivots, chosen), []


def _subtract(row: dict[int, Fraction], other: dict[int, Fraction], factor: Fraction) -> None:
    for figure, value in other.items():
        rest = row.get(figure, Fraction(0)) - factor * value
        if rest:
            row[figure] = rest
        else:
            row.pop(figure, None)


def _back(
    pivots: list[tuple[int, dict[int, Fraction], Fraction, dict[int, Fraction]]], chosen: tuple[int, ...]
) -> Changes | None:
    """The changes by back substitution; None where they are not settled, not whole, or one of them is nought."""
    if len(pivots) < len(chosen):
        return None
    values: dict[int, Fraction] = {}
    for pivot, left, right, _ in reversed(pivots):
        rest = right - sum(value * values[figure] for figure, value in left.items() if figure != pivot)
        values[pivot] = rest / left[pivot]
    if any(value.denominator != 1 or value == 0 for value in values.values()):
        return None
    return {figure: int(value) for figure, value in values.items()}

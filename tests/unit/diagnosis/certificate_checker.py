"""What a diagnosis claims, checked again from the identities alone; shares no code with `recon.diagnosis`.

An identity is (terms, residual): terms the sign of every figure in it, residual what the signed sum comes to. Changes
are a repair if every identity of the group, and every one that they touch, comes to nothing afterwards, also those that
held before. That no smaller set repairs is checked by trying all of them, with an own elimination.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

Identity = tuple[Mapping[int, int], int]
Changes = dict[int, int]


class Certificates:
    """The identities of a whole ledger, to hold claims against.

    slack: twice what rounding allows each identity to be off; without it, nothing.
    """

    def __init__(self, identities: Sequence[Identity], slack: Sequence[int] | None = None) -> None:
        self._identities = identities
        self._slack = slack
        self._of: dict[int, list[int]] = defaultdict(list)
        for number, (terms, _) in enumerate(identities):
            for figure in terms:
                self._of[figure].append(number)

    def repairs(self, group: Iterable[int], changes: Changes) -> bool:
        """Whether these changes settle the group and leave nothing broken; a change of nought is none."""
        touched = set(group).union(*(self._of[figure] for figure in changes))
        return all(changes.values()) and all(self._settled(number, changes) for number in touched)

    def least_sets(self, group: Sequence[int], most: int) -> list[Changes]:
        """All repairs of fewest figures, found by trying every set of 1, 2 … `most` figures near the group."""
        near = sorted(self._near(group))
        for size in range(1, most + 1):
            found = []
            for chosen in combinations(near, size):
                if all(any(figure in self._identities[number][0] for figure in chosen) for number in group):
                    found += [known for known in [self._solved(group, chosen)] if known is not None]
            if found:
                return found
        return []

    def _settled(self, number: int, changes: Changes) -> bool:
        terms, residual = self._identities[number]
        rest = residual + sum(terms.get(figure, 0) * change for figure, change in changes.items())
        return rest == 0 or (self._slack is not None and 2 * abs(rest) <= self._slack[number])

    def _near(self, group: Sequence[int]) -> set[int]:
        """Figures that hang together with the group over any identities. In a small ledger that is most of them."""
        near: set[int] = set()
        waiting = [figure for number in group for figure in self._identities[number][0]]
        while waiting:
            figure = waiting.pop()
            if figure not in near:
                near.add(figure)
                waiting += [other for number in self._of[figure] for other in self._identities[number][0]]
        return near

    def _solved(self, group: Sequence[int], chosen: tuple[int, ...]) -> Changes | None:
        """The one way of changing all of the chosen figures that settles everything; None if there is none."""
        touched = sorted(set(group).union(*(self._of[figure] for figure in chosen)))
        matrix = [
            [Fraction(terms.get(figure, 0)) for figure in chosen] + [Fraction(-residual)]
            for terms, residual in (self._identities[number] for number in touched)
        ]
        for column in range(len(chosen)):
            pivot = next((row for row in range(column, len(matrix)) if matrix[row][column]), None)
            if pivot is None:
                return None
            matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
            matrix[column] = [value / matrix[column][column] for value in matrix[column]]
            for row in range(len(matrix)):
                factor = matrix[row][column]
                if row != column and factor:
                    matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[column], strict=True)]
        if any(row[-1] for row in matrix[len(chosen) :]):
            return None
        values = [row[-1] for row in matrix[: len(chosen)]]
        if any(value == 0 or value.denominator != 1 for value in values):
            return None
        return {figure: int(value) for figure, value in zip(chosen, values, strict=True)}


def faults(
    checker: Certificates, group: Sequence[int], sets: Sequence[Changes], complete: bool, most: int
) -> Iterator[str]:
    """What is wrong with a list of least sets that is said to be proved."""
    least = checker.least_sets(group, most)
    if least and sets and len(least[0]) < len(sets[0]):
        yield f"{sorted(least[0])} are fewer than {sorted(sets[0])}"
    elif complete and any(known not in sets for known in least):
        yield f"not listed: {[known for known in least if known not in sets]}"

"""Rows of whole numbers reduced by the figures that are to change: what each must take, and what stays contradictory.

Rows are (terms, right, slack): the changes, each with its sign, must add up to `right`; 2·|what is missing| may come to
`slack`, which rounding explains. A reduced row without a chosen figure whose right side is off is a certificate: some
figure of it must change too, whatever the chosen ones do.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from recon.diagnosis.system import System

Terms = dict[int, int]
Reduced = tuple[Terms, int, int]


@dataclass(frozen=True, slots=True)
class Elimination:
    """Rows after elimination of the chosen figures. pivots: (figure, its row) in the order of choosing.

    free: rows without any chosen figure. taken: numbers of the system's rows that are in here.
    """

    system: System
    blurred: bool
    pivots: tuple[tuple[int, Reduced], ...]
    free: tuple[Reduced, ...]
    taken: frozenset[int]

    @classmethod
    def of(cls, system: System, group: list[int], *, blurred: bool) -> Elimination:
        """A group's rows before any figure is chosen. blurred: what rounding explains is no contradiction."""
        rows = tuple(_row(system, number, blurred) for number in group)
        return cls(system, blurred, (), rows, frozenset(group))

    def certificates(self) -> list[Reduced]:
        return [row for row in self.free if 2 * abs(row[1]) > row[2]]

    def choose(self, figure: int) -> Elimination | None:
        """The same with one more figure that may change; None where its change would be open."""
        numbers = [number for number in self.system.rows_of(figure) if number not in self.taken]
        fresh = [self._reduced(_row(self.system, number, self.blurred)) for number in numbers]
        holding = [row for row in (*self.free, *fresh) if figure in row[0]]
        if not holding:
            return None
        pivot = min(holding, key=lambda row: (abs(row[0][figure]), row[2], len(row[0])))
        rest = [row if figure not in row[0] else _without(row, pivot, figure) for row in self.free if row is not pivot]
        rest += [row if figure not in row[0] else _without(row, pivot, figure) for row in fresh if row is not pivot]
        kept = tuple(row for row in rest if row[0] or row[1])
        return Elimination(self.system, self.blurred, (*self.pivots, (figure, pivot)), kept, self.taken.union(numbers))

    def changes(self) -> dict[int, int] | None:
        """What every chosen figure must take; None where that is not whole, is nought, or leaves something off."""
        values: dict[int, int] = {}
        for figure, (terms, right, _) in reversed(self.pivots):
            rest = right - sum(sign * values[other] for other, sign in terms.items() if other in values)
            value = Fraction(rest, terms[figure])
            if value.denominator != 1 or not value:
                return None
            values[figure] = int(value)
        if self.blurred:
            for number in self.taken:
                row = self.system.rows[number]
                rest = row.residual + sum(sign * values.get(other, 0) for other, sign in row.terms.items())
                if rest and 2 * abs(rest) > row.slack:
                    return None
        return values

    def _reduced(self, row: Reduced) -> Reduced:
        for figure, pivot in self.pivots:
            if figure in row[0]:
                row = _without(row, pivot, figure)
        return row


def _row(system: System, number: int, blurred: bool) -> Reduced:
    row = system.rows[number]
    return row.terms, -row.residual, row.slack if blurred else 0


def _without(row: Reduced, pivot: Reduced, figure: int) -> Reduced:
    """The combination of a row with the pivot's in which `figure` does not occur."""
    terms, right, slack = row
    other, other_right, other_slack = pivot
    own, divisor = terms[figure], other[figure]
    if abs(divisor) == 1:
        scale, factor = 1, own * divisor
    else:
        common = gcd(own, divisor)
        scale, factor = divisor // common, own // common
    found = dict(terms) if scale == 1 else {f: scale * value for f, value in terms.items()}
    for f, value in other.items():
        rest = found.get(f, 0) - factor * value
        if rest:
            found[f] = rest
        else:
            found.pop(f, None)
    return found, scale * right - factor * other_right, abs(scale) * slack + abs(factor) * other_slack

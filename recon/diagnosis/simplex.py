"""Whether bounded unknowns can satisfy linear constraints: exact simplex over whole numbers and fractions.

Every constraint names a sum of unknowns, and the sum has bounds of its own (equal ones for an equation). All unknowns
begin at nought; a sum out of bounds is brought back by exchanging it for an unknown that can move, until nothing is
out of bounds, or one sum has none left that could move. Then the names in that sum's row contradict each other (an
elementary certificate in Farkas' sense). Constraints can be added at any time, and what was solved stays solved
(Dutertre and de Moura 2006, as in solvers of satisfiability modulo theories). No binary float takes part.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Mapping
from fractions import Fraction

Number = int | Fraction
#: exchanges by the quick choice; after that the smallest names are taken, which always comes to an end (Bland)
_QUICK = 1000


class OutOfTime(Exception):
    """The limit was reached before the question was decided."""


class Simplex:
    """One system. Unknowns and sums share one space of whole-number names."""

    def __init__(self) -> None:
        self.value: dict[int, Number] = {}
        self._low: dict[int, int | None] = {}
        self._high: dict[int, int | None] = {}
        self._rows: dict[int, dict[int, Number]] = {}  # a sum in terms of the names that are free to move
        self._quick = True
        self._columns: dict[int, set[int]] = {}  # for each of those, the rows that contain it
        self._off: list[tuple[int, int]] = []  # a heap of rows that may be out of bounds, short ones first

    def __contains__(self, name: int) -> bool:
        return name in self.value

    def unknown(self, name: int, low: int, high: int) -> None:
        """A new unknown; its bounds must enclose nought, where it begins."""
        self.value[name], self._low[name], self._high[name] = 0, low, high
        self._columns[name] = set()

    def constrain(self, name: int, terms: Mapping[int, int], low: int | None, high: int | None) -> None:
        """The sum of `terms` (unknown: coefficient) lies between `low` and `high`; None is no bound."""
        row: dict[int, Number] = {}
        for unknown, coefficient in terms.items():
            if unknown in self._rows:
                self._add(row, self._rows[unknown], coefficient)
            else:
                self._add(row, {unknown: 1}, coefficient)
        self._low[name], self._high[name] = low, high
        self.value[name] = sum(coefficient * self.value[unknown] for unknown, coefficient in terms.items())
        self._rows[name] = row
        for unknown in row:
            self._columns[unknown].add(name)
        self._note(name)

    def bounds(self, name: int, low: int | None, high: int | None) -> None:
        """New bounds for an unknown or a sum, wider than it had."""
        self._low[name], self._high[name] = low, high

    def absorb(self, other: Simplex) -> None:
        """Take in a system that shares no name with this one."""
        self.value.update(other.value)
        self._low.update(other._low)
        self._high.update(other._high)
        self._rows.update(other._rows)
        self._columns.update(other._columns)
        for entry in other._off:
            heapq.heappush(self._off, entry)

    def solve(self, until: float) -> tuple[int, ...] | None:
        """None: all constraints hold with the values as they are now. Otherwise names that contradict each other.

        The first of these is the sum out of bounds: it is set aside until `again` is told its name, and the rest can
        be solved meanwhile. OutOfTime: `until`, by the monotonic clock, came first.
        """
        exchanges, self._quick = 0, True
        while self._off:
            name = heapq.heappop(self._off)[1]
            short = self._short(name)
            if not short or name not in self._rows:
                continue
            row = self._rows[name]
            movable = [other for other, factor in row.items() if self._can_move(other, factor, short)]
            if not movable:
                return (name, *row)
            if self._quick:
                entering = min(movable, key=lambda other: (len(self._columns[other]), other))
            else:
                entering = min(movable)
            self._exchange(name, entering, short)
            exchanges += 1
            if exchanges == _QUICK:
                self._quick = False
                self._off = sorted((0, each) for _, each in self._off)
            if exchanges % 16 == 0 and time.monotonic() > until:
                raise OutOfTime
        return None

    def again(self, name: int) -> None:
        """Look once more at a sum that was set aside."""
        if name in self._rows:
            heapq.heappush(self._off, (len(self._rows[name]) if self._quick else 0, name))

    def _short(self, name: int) -> Number:
        """By how much the value must rise (fall, if negative) to be within its bounds."""
        value, low, high = self.value[name], self._low[name], self._high[name]
        if low is not None and value < low:
            return low - value
        if high is not None and value > high:
            return high - value
        return 0

    def _note(self, name: int) -> None:
        if self._short(name):
            self.again(name)

    def _can_move(self, name: int, factor: Number, short: Number) -> bool:
        limit = self._high[name] if (factor > 0) == (short > 0) else self._low[name]
        return limit is None or self.value[name] != limit

    def _exchange(self, leaving: int, entering: int, short: Number) -> None:
        """`leaving` takes the value at its bound and is free from now on; `entering` follows from the others."""
        row = self._rows.pop(leaving)
        factor = row.pop(entering)
        step = _divided(short, factor)
        self.value[leaving] += short
        self.value[entering] += step
        inverse = {other: _divided(-each, factor) for other, each in row.items()}
        inverse[leaving] = _divided(1, factor)
        for other in row:
            self._columns[other].discard(leaving)
        touched = self._columns.pop(entering)
        touched.discard(leaving)
        self._columns[leaving] = set()
        for name in touched:
            each = self._rows[name]
            share = each.pop(entering)
            self.value[name] += share * step
            for other, coefficient in inverse.items():
                rest = each.get(other, 0) + share * coefficient
                if rest:
                    each[other] = rest if type(rest) is int or rest.denominator > 1 else int(rest)
                    self._columns[other].add(name)
                else:
                    del each[other]
                    self._columns[other].discard(name)
            self._note(name)
        self._rows[entering] = inverse
        for other in inverse:
            self._columns[other].add(entering)
        self._note(entering)

    @staticmethod
    def _add(row: dict[int, Number], other: Mapping[int, Number], factor: Number) -> None:
        for name, coefficient in other.items():
            rest = row.get(name, 0) + factor * coefficient
            if rest:
                row[name] = rest
            else:
                del row[name]


def _divided(number: Number, by: Number) -> Number:
    """Exact; a whole number where there is one, since those are quick."""
    if by == 1:
        return number
    if by == -1:
        return -number
    quotient = Fraction(number) / by
    return int(quotient) if quotient.denominator == 1 else quotient

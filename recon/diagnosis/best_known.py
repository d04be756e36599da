"""A repair where the search has reached its limit: good, found at once, and not said to be the smallest.

First figures are changed one by one, always the one that settles the most identities at the price of the fewest. Where
that comes to a halt, totals are worked out anew from their parts: the repair that always exists.
"""

from __future__ import annotations

from collections import Counter

from recon.diagnosis.effort import Effort, Exhausted
from recon.diagnosis.system import System

Changes = dict[int, int]


#: what each way may take, however short the limit of the search is: something has to be offered
_ROWS = 2_000_000


def best_known(system: System, group: list[int]) -> Changes | None:
    """Changes that settle a group and break nothing; None where neither way comes to an end."""
    for way in (_one_by_one, _from_the_parts):
        try:
            known = way(system, group, Effort(_ROWS))
        except Exhausted:
            continue
        if known:
            return known
    return None


class _Rests:
    """What every identity is still off by, as changes are made."""

    def __init__(self, system: System, group: list[int]) -> None:
        self._system = system
        self._rest: dict[int, int] = {}
        self.changes: Counter[int] = Counter()
        self.off = set(group)

    def of(self, number: int) -> int:
        return self._rest.get(number, self._system.rows[number].residual)

    def change(self, figure: int, by: int) -> None:
        self.changes[figure] += by
        for number in self._system.rows_of(figure):
            row = self._system.rows[number]
            self._rest[number] = rest = self.of(number) + row.terms[figure] * by
            # A total that was off by no more than rounding may stay so; one that was right must stay right.
            if rest and (not row.residual or 2 * abs(rest) > row.slack):
                self.off.add(number)
            else:
                self.off.discard(number)

    def settled(self) -> Changes | None:
        return None if self.off else {figure: by for figure, by in self.changes.items() if by}


def _one_by_one(system: System, group: list[int], effort: Effort) -> Changes | None:
    """Changes of single figures as long as each settles more identities than it breaks."""
    rests = _Rests(system, group)
    while rests.off:
        best: tuple[int, int, int, int] | None = None
        for figure in sorted({figure for number in rests.off for figure in system.rows[number].terms}):
            asked: Counter[int] = Counter()
            numbers = system.rows_of(figure)
            effort.spend(len(numbers))
            for number in numbers:
                sign = system.rows[number].terms[figure]
                if number in rests.off and abs(sign) == 1:
                    asked[-rests.of(number) * sign] += 1
            for by, settled in asked.items():
                broken = sum(number not in rests.off for number in numbers)
                score = (settled - broken, settled, -figure, by)
                if best is None or score > best:
                    best = score
        if best is None or best[0] < 0 or len(rests.changes) > 2 * len(group):
            return None
        if best[0] == 0 and -best[2] in rests.changes:
            return None
        rests.change(-best[2], best[3])
    return rests.settled()


def _from_the_parts(system: System, group: list[int], effort: Effort) -> Changes | None:
    """Every total that is off takes what its parts come to, then the totals above it, and so on."""
    rests = _Rests(system, group)
    for _ in range(50 * len(group) + 500):
        if not rests.off:
            break
        effort.spend(len(rests.off))
        totals = {system.rows[number].total for number in rests.off}
        # From the bottom upwards: first those that add no figure which is itself to be worked out anew.
        number = min(rests.off, key=lambda n: (sum(f in totals for f in system.rows[n].terms), n))
        rests.change(system.rows[number].total, -rests.of(number))
    return rests.settled()

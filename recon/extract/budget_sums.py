"""Whether rows add up to another row, column by column: what holds, what fails, and how much that says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add, eq, gt

from recon.extract.slips import is_long, is_slip

Row = Sequence[int]
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of the columns that say anything, how many hold and fail; columns that repeat one another count once.

    strong: those that hold with two addends or more. slips: of those that fail, the ones that a slip of the pen
    explains. telling: one of these holds for a number that chance would not
    have met: three addends or more and enough digits.
    """

    held: int
    failed: int
    strong: int
    telling: bool
    slips: int = 0

    @property
    def exact(self) -> bool:
        return self.held > 0 and not self.failed

    @property
    def convincing(self) -> bool:
        """Exact, or an error in a part of the columns only."""
        some = self.strong >= 2 and self.failed * 2 <= self.held
        return self.exact or some or (self.telling and self.failed <= self.held)


def families_of(parent: Sequence[int]) -> dict[int, list[int]]:
    """The rows below each row. parent: of each row, -1 for none."""
    families: dict[int, list[int]] = {}
    for row, above in enumerate(parent):
        if above >= 0:
            families.setdefault(above, []).append(row)
    return families


def evidence(total: Row, parts: Iterable[Row]) -> Evidence:
    listed = list(parts)
    held = failed = strong = slips = 0
    telling = False
    seen: set[tuple[int, ...]] = set()
    for j, stated in enumerate(total):
        terms = tuple(part[j] for part in listed)
        if not stated and not any(terms):
            continue
        if (stated, *terms) in seen:
            continue
        seen.add((stated, *terms))
        addends = sum(term != 0 for term in terms)
        computed = sum(terms)
        if stated == computed:
            held += 1
            strong += addends >= 2
            telling |= addends >= 3 and is_long(stated)
        else:
            failed += 1
            slips += addends >= 2 and is_slip(stated, computed)
    return Evidence(held, failed, strong, telling, slips)


def prefix(total: Row, table: Sequence[Row], rows: Sequence[int], fewest: int) -> int:
    """How many of the first rows add up to the total: exactly, else convincingly; 0 where no number of them does.

    rows: their numbers in the table.
    """
    exact, alike = _counts(total, table, rows, fewest)
    if exact:
        return exact
    return next((n for n in alike if evidence(total, [table[r] for r in rows[:n]]).convincing), 0)


def last_prefix(total: Row, rows: Iterable[Row]) -> int:
    """The greatest number of the first rows that adds up to the total in every column; 0 where none does."""
    running = [0] * len(total)
    found = 0
    only_positive = True
    for count, row in enumerate(rows if any(total) else (), 1):
        running = list(map(add, running, row))
        only_positive &= min(row) >= 0
        if running == list(total):
            found = count
        elif only_positive and any(map(gt, running, total)):
            break
    return found


def partly(total: Row, table: Sequence[Row], rows: Sequence[int], fewest: int) -> list[int]:
    """How many of the first rows add up to the total in one column at least, with two addends or more."""
    alike = _counts(total, table, rows, fewest)[1]
    return [n for n in alike if evidence(total, [table[r] for r in rows[:n]]).strong]


def _counts(total: Row, table: Sequence[Row], rows: Iterable[int], fewest: int) -> tuple[int, list[int]]:
    """The number of rows that agrees in every column, 0 for none; those that agree in most columns, best first."""
    if not any(total):
        return 0, []
    running = [0] * len(total)
    stated = list(total)
    alike: list[tuple[int, int]] = []
    positive = [(column, amount) for column, amount in enumerate(total) if amount > 0]
    for count, place in enumerate(rows, 1):
        row = table[place]
        running = list(map(add, running, row))
        if count < fewest:
            continue
        if any(map(eq, stated, running)):
            if stated == running:
                return count, []
            same = sum(a == b for a, b in zip(stated, running, strict=True) if a or b)
            if same:
                alike.append((-same, count))
        if min(row) >= 0 and all(running[column] > amount for column, amount in positive):
            break
    return 0, [count for _, count in sorted(alike)[:_CANDIDATES]]

"""Whether rows add up to another row, column by column: what holds, what fails, and how much that says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Row = Sequence[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of the columns that say anything, how many hold and fail; columns that repeat one another count once.

    strong: those that hold with two addends or more.
    """

    held: int
    failed: int
    strong: int

    @property
    def exact(self) -> bool:
        return self.held > 0 and not self.failed

    @property
    def convincing(self) -> bool:
        """Exact, or an error in a part of the columns only."""
        return self.exact or (self.strong >= 2 and self.failed * 2 <= self.held)


def evidence(total: Row, parts: Iterable[Row]) -> Evidence:
    listed = list(parts)
    held = failed = strong = 0
    seen: set[tuple[int, ...]] = set()
    for j, stated in enumerate(total):
        terms = tuple(part[j] for part in listed)
        if not stated and not any(terms):
            continue
        if (stated, *terms) in seen:
            continue
        seen.add((stated, *terms))
        if stated == sum(terms):
            held += 1
            strong += sum(term != 0 for term in terms) >= 2
        else:
            failed += 1
    return Evidence(held, failed, strong)


def prefix(total: Row, rows: Sequence[Row], fewest: int) -> int:
    """How many of the first rows add up to the total: exactly, else convincingly; 0 where no number of them does."""
    if not any(total):
        return 0
    running = [0] * len(total)
    alike: list[tuple[int, int]] = []
    for count, row in enumerate(rows, 1):
        running = [a + b for a, b in zip(running, row, strict=True)]
        if count < fewest:
            continue
        same = sum(a == b for a, b in zip(total, running, strict=True) if a or b)
        if same and all(a == b for a, b in zip(total, running, strict=True)):
            return count
        if same >= 2:
            alike.append((same, count))
        beyond = sum(b > a for a, b in zip(total, running, strict=True) if a > 0)
        if beyond == sum(a > 0 for a in total) and all(v >= 0 for v in row):
            break
    for _, count in sorted(alike, reverse=True)[:5]:
        if evidence(total, rows[:count]).convincing:
            return count
    return 0

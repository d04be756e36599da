"""How much a search may cost, counted in rows looked at and not in seconds.

So the same document gets the same answer on a slow machine, on a busy one and on a fast one.
"""

from __future__ import annotations


class Exhausted(Exception):
    """The search has reached its limit."""


class Effort:
    """What is left of an allowance of rows."""

    def __init__(self, rows: int) -> None:
        self.left = rows

    def spend(self, rows: int) -> None:
        """Exhausted: there is not so much left."""
        self.left -= rows
        if self.left < 0:
            raise Exhausted

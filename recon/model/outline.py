"""How a document is built beside its figures: the rows of its tables with codes and names, and their heads."""

from __future__ import annotations

from dataclasses import dataclass, field

from recon.model.locator import Locator


@dataclass(slots=True)
class OutlineRow:
    """One row. code, name: "" where it has none. texts: by column, from 0. torn: the next row may continue it."""

    code: str
    name: str
    texts: list[str]
    at: Locator
    torn: bool = False


@dataclass(slots=True)
class OutlineTable:
    """One table. position: place among the blocks of its document. head: the label over each column.

    numbering: the rows that number its columns, or seem to. rows: all others below the head.
    """

    id: str
    position: int
    head: list[str]
    numbering: list[OutlineRow] = field(default_factory=list)
    rows: list[OutlineRow] = field(default_factory=list)
    at: Locator | None = None

    def column(self, *beginnings: str) -> int | None:
        """The first column whose label begins with one of these words, in small letters."""
        labels = [label.lower() for label in self.head]
        return next((n for n, label in enumerate(labels) if label.startswith(beginnings)), None)


@dataclass(slots=True)
class Outline:
    """The tables in reading order. period: first and last year that the document gives itself, with the place."""

    tables: list[OutlineTable]
    period: tuple[int, int, Locator] | None = None
    title_period: tuple[int, int, Locator] | None = None

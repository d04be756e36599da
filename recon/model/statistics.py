"""Statistics: tables of counts with shares, points and weights, and the scales by which points are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from recon.model.indicator import IndicatorValue
from recon.model.locator import Locator


@dataclass(slots=True)
class StatisticsColumn:
    """A column of numbers, from 0. role: `count`, `share` (a percentage), `points` or `weight`."""

    index: int
    label: str
    role: str


@dataclass(slots=True)
class StatisticsRow:
    """One row. code: its number, as printed. kind: `row`, `total` or `mean`. values: by column."""

    code: str
    label: str
    kind: str
    at: Locator
    values: dict[int, IndicatorValue]


@dataclass(slots=True)
class StatisticsTable:
    """A table of statistics. position: place among the blocks of its document."""

    id: str
    position: int
    columns: list[StatisticsColumn]
    rows: list[StatisticsRow]
    at: Locator

    def of_role(self, role: str) -> list[StatisticsColumn]:
        return [column for column in self.columns if column.role == role]


@dataclass(frozen=True, slots=True)
class Band:
    """Values from `low` on get `points`, up to where the next band begins. above: `low` itself does not belong."""

    low: Decimal
    high: Decimal | None
    points: Decimal
    above: bool = False


@dataclass(slots=True)
class Scale:
    """A printed scale, its bands in ascending order: no band has an end but the beginning of the next one."""

    bands: list[Band]
    at: Locator
    position: int

    def points(self, part: Decimal, whole: Decimal = Decimal(1)) -> Decimal | None:
        """The points of part / whole, compared without dividing; None below the lowest band."""
        fitting = [b for b in self.bands if part > b.low * whole or (not b.above and part == b.low * whole)]
        return fitting[-1].points if fitting else None


@dataclass(slots=True)
class GainList:
    """A list of those whose points rise with a few more: a name and the gain that its group of rows is headed with.

    more: how many more the sentence above the list speaks of.
    """

    more: int
    position: int
    at: Locator
    entries: list[tuple[str, Decimal, Locator]] = field(default_factory=list)

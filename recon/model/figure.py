"""A figure: one stated number, what it was taken for and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from recon.model.amount import Reading, ordinary
from recon.model.document import Document
from recon.model.element import Element
from recon.model.formula import Formula
from recon.model.indicator import Indicator, IndicatorValue, NamedUnit
from recon.model.locator import Locator
from recon.model.outline import Outline
from recon.model.statistics import GainList, Scale, StatisticsTable

#: Between the two roles of a figure that prints how far two others lie apart, and before the period of one of them.
_MINUS, _AT = " minus ", "@"


def difference_role(first: str, first_period: str, second: str, second_period: str) -> str:
    """The role of a figure that states first minus second; periods are named where they differ."""
    if first_period == second_period:
        return f"{first}{_MINUS}{second}"
    return f"{first}{_AT}{first_period}{_MINUS}{second}{_AT}{second_period}"


def operands(role: str) -> list[tuple[str, str]]:
    """Role and period ("" for the figure's own) of the two figures that a role names, none for any other role."""
    first, minus, second = role.partition(_MINUS)
    if not minus:
        return []
    return [(name, period) for name, _, period in (side.partition(_AT) for side in (first, second))]


@dataclass(slots=True)
class Figure:
    """One number of a document, as extraction hands it to the ledger.

    element: index among the extraction's elements. source, period: codes. unit: code, "" where unknown.
    role: `amount`, or what a second number column of a year holds (only one role may be added together).
    source_name: the source as printed. adds: False for a percentage among amounts, which no sum holds.
    printed: an ordinary number stays text until its `reading` is asked for: of a long table few ever are.
    place: where it stands; with `column`, that of its row, which has one for all.
    """

    table: str
    element: int
    source: str
    period: str
    printed: Reading | str
    unit: str
    place: Locator
    role: str = "amount"
    source_name: str = ""
    adds: bool = True
    column: int | None = None

    @property
    def reading(self) -> Reading:
        if isinstance(self.printed, str):
            read = ordinary(self.printed)
            assert read is not None, self.printed
            self.printed = read
        return self.printed

    @reading.setter
    def reading(self, reading: Reading) -> None:
        self.printed = reading

    @property
    def at(self) -> Locator:
        return self.place if self.column is None else self.place.in_column(self.column)

    @at.setter
    def at(self, at: Locator) -> None:
        self.place, self.column = at, None


@dataclass(slots=True)
class TableMeaning:
    """What a table was taken for: role `financing`, `passport`, `indicators`, `statistics` or `other`.

    id: `t1`, … ; unit: as printed, "" where none is. years: the years its figures speak of.
    read: whether its numbers are in the ledger; why: message key of the reason when they are not.
    """

    id: str
    role: str
    title: str
    unit: str
    at: Locator
    read: bool = True
    why: str = ""


@dataclass(slots=True)
class Gap:
    """Something that the file seems to have lost. kind: a message key under `gap.`."""

    kind: str
    at: Locator
    parameters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Untaken:
    """A number in a table that was not taken for a figure. reason: message key under `untaken.`, or a table's why."""

    raw: str
    words: str
    at: Locator
    reason: str


def _none() -> list[Untaken]:
    return []


def _no_outline() -> Outline:
    return Outline([])


@dataclass(frozen=True, slots=True)
class Balance:
    """A figure that others make up, each with its sign."""

    whole: Figure
    parts: tuple[tuple[Figure, int], ...]


@dataclass(slots=True)
class Extraction:
    """All that one document says: its tables, elements, figures, indicators, and what was lost on the way.

    inside: tables that were read out of a part of another table, with that table. aside: columns that were left
    aside, by table and number from 1, with the reason. untaken: finds the numbers of tables that no figure holds.
    outline: codes, names and heads of all tables, worked out when first asked for.
    pieces: for each table, the blocks that it was joined of, with the number of its rows that stand before each.
    balances: figures that others come to with their signs, where sums alone show it.
    lang: in which the document's units are called, `ru` or `en`.
    derived: what has been worked out from the figures, once for all who ask (see `recon.ledger.columns`).
    """

    document: Document
    tables: list[TableMeaning] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    grids: dict[str, list[list[str]]] = field(default_factory=dict)
    pieces: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    aside: dict[tuple[str, int], str] = field(default_factory=dict)
    untaken: Callable[[], list[Untaken]] = _none
    outline: Callable[[], Outline] = _no_outline
    indicators: list[Indicator] = field(default_factory=list)
    named_units: list[NamedUnit] = field(default_factory=list)
    statistics: list[StatisticsTable] = field(default_factory=list)
    scales: list[Scale] = field(default_factory=list)
    gains: list[GainList] = field(default_factory=list)
    formulas: list[Formula] = field(default_factory=list)
    lang: str = "ru"
    balances: list[Balance] = field(default_factory=list)
    derived: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def stated_values(self) -> Iterator[IndicatorValue]:
        """Every value that is no money: of the indicators, then of the tables of statistics."""
        for indicator in self.indicators:
            yield from indicator.values
        for table in self.statistics:
            for row in table.rows:
                yield from row.values.values()

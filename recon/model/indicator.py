"""Indicators and statistics: stated values that are no money, so that no sum of money ever holds one."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from recon.model.amount import Reading, State
from recon.model.locator import Locator


class Form(StrEnum):
    """What is printed where a value is due. A dash, a blank, «x» and a footnote mark are different things."""

    NUMBER = "number"
    AT_LEAST = "at-least"  # «≥ 15», «не менее 15»
    AT_MOST = "at-most"
    YES = "yes"
    NO = "no"
    DASH = "dash"
    BLANK = "blank"
    NOT_APPLICABLE = "not-applicable"  # «x»
    AWAITED = "awaited"  # a footnote mark or «…» stands for the value
    OTHER = "other"  # words, or a number that cannot be read beyond doubt


#: forms that say something which another printing of the same value may contradict
SAYS = frozenset({Form.NUMBER, Form.AT_LEAST, Form.AT_MOST, Form.YES, Form.NO})


@dataclass(slots=True)
class IndicatorValue:
    """One stated value.

    role: `indicator`, `base`, `actual` beside a plan, `total`, `weight`; of statistics `count`, `share` or `points`.
    period: a year, or what the head says of the column. reading: the number, as exact as it is printed.
    """

    role: str
    period: str
    form: Form
    reading: Reading
    at: Locator

    @property
    def number(self) -> Decimal | None:
        """The number, of «≥ 15» the bound; None where none is printed."""
        return self.reading.value if self.reading.state is State.STATED else None


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """An indicator named with its unit outside the tables of indicators: «Количество …, единиц»."""

    name: str
    unit: str
    kind: str
    at: Locator


@dataclass(slots=True)
class Indicator:
    """One row of a table of indicators.

    code, element: the activity that it belongs to. name, unit: as printed, joined over page breaks.
    kind: what the vocabulary takes the unit for (`percent`, `count`, …), else the unit itself, "" where none is
    printed. base_date: of the base value, as printed. at: where the unit stands. torn: its name may have lost its end.
    """

    table: str
    code: str
    element: str
    name: str
    unit: str
    kind: str
    at: Locator
    values: list[IndicatorValue] = field(default_factory=list)
    base_date: str = ""
    torn: bool = False

    @property
    def yearly(self) -> list[IndicatorValue]:
        """Its values by year, without the base value."""
        return [value for value in self.values if value.role == "indicator"]

    @property
    def base(self) -> IndicatorValue | None:
        return next((value for value in self.values if value.role == "base"), None)

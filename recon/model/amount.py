"""An exact amount: a decimal with its printed digits, and what stands where no amount does."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import IntEnum
from typing import NamedTuple


class State(IntEnum):
    """What a numeric cell holds. Blank, dash, «x» and «…» are different things (see docs/glossary)."""

    STATED = 0  # a number is printed
    NIL = 1  # a dash: a declared nil, adds as zero
    BLANK = 2  # nothing is printed: not zero
    NOT_APPLICABLE = 3  # «x»
    LEFT_OUT = 4  # «…»
    UNREADABLE = 5  # something is printed that is not a number beyond doubt


#: As wide as any number that a document can hold: rounding to printed digits in it is never refused.
WIDE = Context(prec=800)
#: States whose amount takes part in a sum.
ADDS = frozenset({State.STATED, State.NIL})


class Reading(NamedTuple):
    """One cell or word read as a number.

    value: exact, None unless the state adds. decimals: digits printed after the decimal mark.
    raw: as printed. mark: footnote mark behind it. why: key of the reason for an unreadable one.
    """

    state: State
    value: Decimal | None
    decimals: int
    raw: str
    mark: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of account: `power` is the power of ten of its base (тыс. рублей: currency RUB, power 3)."""

    code: str
    dimension: str
    power: int

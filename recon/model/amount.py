"""An exact amount: a decimal with its printed digits, and what stands where no amount does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import IntEnum
from functools import lru_cache
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


#: nearly every number of a table: nothing but digits, groups of them, and a decimal mark
_ORDINARY = re.compile("(\\d+(?:[ \u00a0\u2009\u202f]\\d{3})*)(?:[.,](\\d+))?")


#: whether a text without blanks around it is read without a doubt, as most numbers are
is_ordinary = _ORDINARY.fullmatch
_ONLY_ORDINARY = re.compile("(?:\\d++(?:[ \u00a0\u2009\u202f]\\d{3})*+(?:[.,]\\d++)?+\n)*+")


def are_ordinary(texts: Sequence[str]) -> bool:
    """Whether all of them are such numbers: one look for a whole row, and most rows of figures are so."""
    lines = "\n".join(texts) + "\n"
    return _ONLY_ORDINARY.fullmatch(lines) is not None and lines.count("\n") == len(texts)


@lru_cache(maxsize=65536)
def ordinary(raw: str) -> Reading | None:
    """The reading of such a text, None for any other. It is asked for again in every meaning that a table may have."""
    found = _ORDINARY.fullmatch(raw)
    if found is None:
        return None
    whole, fraction = "".join(found[1].split()), found[2]
    if fraction:
        return Reading(State.STATED, Decimal(f"{whole}.{fraction}"), len(fraction), raw)
    return Reading(State.STATED, Decimal(whole), 0, raw)


def digits_behind(raw: str) -> int:
    """How many digits such a text has behind its decimal mark."""
    mark = max(raw.rfind(","), raw.rfind("."))
    return len(raw) - 1 - mark if mark >= 0 else 0


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of account: `power` is the power of ten of its base (тыс. рублей: currency RUB, power 3)."""

    code: str
    dimension: str
    power: int

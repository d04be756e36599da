"""An identity: a stated figure and the parts that must add up to it, with the verdict (a balance edit)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from recon.model.amount import State
from recon.model.locator import Locator


class Verdict(IntEnum):
    HOLDS = 0
    BROKEN = 1
    ROUNDING = 2  # off by no more than independent rounding explains
    UNDECIDED = 3  # a figure is blank, unreadable, not applicable or in conflict
    VACUOUS = 4  # 0 = 0: proves nothing

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with its weight in an identity. amount: in the unit of the identity, None if it does not add."""

    figure: int
    table: str
    code: str
    element: str
    source: str
    period: str
    amount: Decimal | None
    raw: str
    decimals: int
    state: State
    weight: int
    at: Locator


@dataclass(frozen=True, slots=True)
class Identity:
    """One bound identity as reported. Amounts are in the unit of the stated figure; None where undecided.

    difference = stated - computed. relation: `equal`, or `at-most` (a part within its whole).
    needed: the value of the one blank figure that would make it hold, None otherwise.
    """

    rule: str
    relation: str
    verdict: Verdict
    stated: Term
    terms: tuple[Term, ...]
    computed: Decimal | None
    difference: Decimal | None
    allowed: Decimal
    unit: str
    needed: Decimal | None = None

"""A cause: the fewest figures that, changed, settle a group of findings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from recon.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Repair:
    """One figure and what it should read. It is a proposal: nothing is corrected silently.

    decimals: digits to print.
    """

    code: str
    element: str
    source: str
    period: str
    stated: Decimal
    proposed: Decimal
    decimals: int
    unit: str
    slip: str
    at: Locator


@dataclass(frozen=True, slots=True)
class Explanation:
    """One way to settle a group of findings.

    kind: `figures` (wrong figures), or `left-behind` (an amendment that some totals did not follow).
    amended: for `left-behind`, the figure that was rightly amended.
    cost: minus the logarithm of its plausibility, up to a constant; smaller is likelier.
    confirmed: the base edition, where one was given, bears it out.
    """

    kind: str
    repairs: tuple[Repair, ...]
    cost: float = 0.0
    amended: Repair | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """Repairs that together settle `explains` (finding ids), and the other ways that would.

    unique: no other set of as few figures settles them, and no other explanation is offered.
    minimal: it is proved that no fewer figures do; False where the limit of time was reached first.
    complete: all the least sets are among the alternatives.
    decides: the one figure whose confirmation tells the alternatives apart, None where there are none.
    """

    id: str
    repairs: tuple[Repair, ...]
    explains: tuple[str, ...]
    unique: bool
    alternatives: tuple[tuple[Repair, ...], ...] = ()
    explanations: tuple[Explanation, ...] = ()
    minimal: bool = True
    complete: bool = True
    decides: Repair | None = None

    @property
    def kind(self) -> str:
        return self.explanations[0].kind if self.explanations else "figures"

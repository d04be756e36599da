"""A cause: the fewest figures that, changed, settle a group of findings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from recon.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Repair:
    """One figure and what it should read. It is a proposal: nothing is corrected silently.

    decimals: digits to print.
    figure: its number in the ledger.
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
    figure: int = -1


@dataclass(frozen=True, slots=True)
class Explanation:
    """One way to settle a group of findings.

    kind: `figures` (wrong figures), `left-behind` (an amendment that some totals did not follow), `left-out` or `twice`
    (one part that the totals leave out or count twice), or `absent` (the totals hold a part that is printed nowhere).
    amended: for `left-behind`, the figure that was rightly amended; amended_instead: others that may have been.
    part: for `left-out` and `twice`, a figure of the part. absent: for `absent`, at each total, what no part holds; no
    figure is changed then, and repairs is empty.
    cost: minus the logarithm of its plausibility, up to a constant; smaller is likelier.
    confirmed: the base edition, where one was given, bears it out.
    """

    kind: str
    repairs: tuple[Repair, ...]
    cost: float = 0.0
    amended: Repair | None = None
    confirmed: bool = False
    amended_instead: tuple[Repair, ...] = ()
    part: Repair | None = None
    absent: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """Repairs that together settle `explains` (finding ids), and the other ways that would.

    unique: no other set of as few figures settles them, and no other explanation comes near in plausibility.
    minimal: it is proved that no fewer figures do; False where the search reached its limit first.
    complete: all the least sets are among the alternatives. less_likely: explanations that are far less plausible.
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
    less_likely: tuple[Explanation, ...] = ()

    @property
    def confirmed(self) -> bool:
        """Whether a base edition was given and bears the likeliest explanation out."""
        return bool(self.explanations) and self.explanations[0].confirmed

    @property
    def absent(self) -> tuple[Repair, ...]:
        """What the totals hold and no part does, at their places, where that is the likeliest explanation."""
        return self.explanations[0].absent if self.explanations else ()

    @property
    def kind(self) -> str:
        return self.explanations[0].kind if self.explanations else "figures"

"""A finding: what does not agree, where, by how much and under which rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from recon.model.identity import Identity, Verdict
from recon.model.indicator import IndicatorValue
from recon.model.locator import Locator
from recon.model.rule import Rule, Severity
from recon.model.waiver import Waiver


@dataclass(slots=True)
class Observation:
    """What a form check noticed at one place, before a rule gives it a severity.

    message: key of the sentence in `recon.messages`; figure: index in the ledger, -1 where there is none.
    """

    message: str
    at: Locator
    parameters: dict[str, object] = field(default_factory=dict)
    figure: int = -1
    code: str = ""
    element: str = ""
    source: str = ""
    period: str = ""
    stated: str = ""
    unit: str = ""
    severity: Severity | None = None  # milder than the rule's, where the rule's text says so
    expected: str = ""  # what would agree, where that is one value


@dataclass(slots=True)
class Comparison:
    """What a law compared that is no sum, and how it came out.

    values: those that it was about. observation: what to report, where something is. form: about names, codes, heads
    and other things that a document is written with: counted for its rule, but no figure is proved by it.
    """

    verdict: Verdict
    values: tuple[IndicatorValue, ...] = ()
    observation: Observation | None = None
    form: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a blank or unreadable figure must be, in its own unit, and the identities that say so.

    said_by: (rule, code, source, period) of each.
    """

    value: Decimal
    decimals: int
    said_by: tuple[tuple[str, str, str, str], ...]


@dataclass(slots=True)
class Finding:
    """A breach of a rule at one place. `identity` is None for form findings, `parameters` fill the message.

    figure: its number in the ledger, -1 where the finding is about no single figure.
    proposal: what a blank or unreadable figure must be, where the identities determine it.
    waiver: the one that sets it apart, None where it counts.
    contradicts: the identities (rule, code, source, period) with which rounding cannot explain this one together.
    expected: what would agree, where a finding about no identity knows that one value.
    """

    id: str
    rule: Rule
    severity: Severity
    verdict: str
    at: Locator
    message: str
    parameters: dict[str, object]
    code: str
    element: str
    source: str
    period: str
    stated: str
    unit: str
    fingerprint: str
    identity: Identity | None = None
    cause: str | None = None
    figure: int = -1
    proposal: Proposal | None = None
    contradicts: tuple[tuple[str, str, str, str], ...] = ()
    expected: str = ""
    waiver: Waiver | None = None

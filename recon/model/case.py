"""A case that a rule is tried on: a few figures or lines of a document, and the verdicts that they must get."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule, or a value of it, stands: file, line and column (1-based)."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a rule.

    figures: a ledger, one figure a line, columns set apart by bars. document: lines of text, `|` for a tab.
    verdicts: how many identities or comparisons of the rule must get each verdict. broken: for each that breaks, what
    is to be found of it. needed: what the blank figures would have to be. findings: what form findings must say; None:
    not asked. silent: codes of other rules that must find nothing.
    """

    name: str
    at: Origin
    figures: str = ""
    document: str = ""
    verdicts: dict[str, int] | None = None
    broken: tuple[dict[str, str], ...] = ()
    needed: tuple[str, ...] = ()
    findings: tuple[dict[str, str], ...] | None = None
    silent: tuple[str, ...] = field(default=())

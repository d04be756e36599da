"""The whole result: what was read, what was bound, what does not agree, and how much of it was covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from recon.model.cause import Cause
from recon.model.errors import ReconError
from recon.model.figure import TableMeaning
from recon.model.finding import Finding
from recon.model.identity import Identity
from recon.model.locator import Locator
from recon.model.rule import Rulebook, Severity
from recon.model.waiver import WaiverUse


@dataclass(slots=True)
class TableCount:
    """A table with the number of its elements and figures in the ledger."""

    meaning: TableMeaning
    elements: int
    figures: int


@dataclass(frozen=True, slots=True)
class Unprotected:
    """A figure in which an error would not show (`none`), or would show but not say where (`detectable`)."""

    protection: str
    code: str
    element: str
    source: str
    period: str
    at: Locator


@dataclass(slots=True)
class DocumentResult:
    """One document: status `read`, `partly-read` or `not-read`, and why.

    locatable: figures in which an error would show and could be told from one in any other; None where it was not
    worked out, as in very large ledger files. unprotected: the others, as far as they are listed.
    uncovered: the figures that no identity covers, as far as they are listed.
    notes: message keys with parameters. grids: the cells of each table as read, for excerpts.
    profile: the rules that it was judged by, and why these: a message key with parameters.
    indicators: values that are no money; compared: how many of them some rule held against anything.
    pieces: for each table, the blocks that it was joined of, with the number of its rows that stand before each.
    """

    path: str
    sha256: str
    status: str
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    tables: list[TableCount] = field(default_factory=list)
    figures: int = 0
    covered: int = 0
    locatable: int | None = None
    unprotected: list[Unprotected] = field(default_factory=list)
    uncovered: list[Unprotected] = field(default_factory=list)
    error: ReconError | None = None
    grids: dict[str, list[list[str]]] = field(default_factory=dict)
    profile: str = ""
    profile_why: tuple[str, dict[str, object]] | None = None
    indicators: int = 0
    compared: int = 0
    pieces: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class Counts:
    """Identities by verdict."""

    bound: int = 0
    holds: int = 0
    vacuous: int = 0
    broken: int = 0
    rounding: int = 0
    undecided: int = 0


@dataclass(slots=True, repr=False)
class Reconciliation:
    """All that a report may say. `proofs` yields the bound identities: those with the verdicts it is given, or all.

    comparisons: those of indicators and statistics, by verdict. by_rule: of each rule that compares what is no sum.
    open_roundings: verdicts `rounding` of which it was not decided in time whether they can be true together.
    waived: findings that a waiver sets apart, which no exit status counts; waived_causes explain those alone.
    waivers: every waiver that was read, with what it came to.
    """

    rulebook: Rulebook
    documents: list[DocumentResult]
    identities: Counts
    findings: list[Finding]
    causes: list[Cause]
    proofs: Callable[..., Iterator[Identity]]
    open_roundings: int = 0
    comparisons: Counts = field(default_factory=Counts)
    by_rule: dict[str, Counts] = field(default_factory=dict)
    waived: list[Finding] = field(default_factory=list)
    waived_causes: list[Cause] = field(default_factory=list)
    waivers: list[WaiverUse] = field(default_factory=list)

    def __repr__(self) -> str:
        """Short enough for the last line of a notebook's cell."""
        verdicts = ("holds", "vacuous", "rounding", "undecided", "broken")
        counted = ", ".join(f"{getattr(self.identities, name)} {name}" for name in verdicts)
        found = f"{len(self.findings)} findings, {len(self.causes)} causes"
        sums = f"{self.identities.bound} identities ({counted})"
        return f"<Reconciliation of {len(self.documents)} documents: {sums}, {found}>"

    @property
    def proves_something(self) -> bool:
        """Whether a sum was decided that is not 0 = 0; where there is no sum at all, whether anything else was."""
        if self.identities.bound:
            return self.identities.holds + self.identities.broken + self.identities.rounding > 0
        return self.comparisons.holds + self.comparisons.broken > 0

    def exit_status(self, fail_on: Severity | None) -> int:
        """0 read and nothing at or above `fail_on`, 1 findings at or above it, 3 no verdict."""
        if fail_on is not None and any(f.severity.rank >= fail_on.rank for f in self.findings):
            return 1
        if any(d.status == "not-read" for d in self.documents):
            return 3
        return 0 if self.proves_something else 3

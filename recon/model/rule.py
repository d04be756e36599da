"""A rule: which figures must agree, how strictly, how severe a breach is, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from recon.model.amount import Unit
from recon.model.case import Case, Origin
from recon.model.plausibility import Plausibility
from recon.model.scope import Scope
from recon.model.source import SourceTree

__all__ = ["Case", "Origin", "Rule", "Rulebook", "Severity", "Vocabulary"]


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def rank(self) -> int:
        return ("information", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Rule:
    """One stanza of a rule file.

    check: name of the law (a module of `recon.checks`). parameters: what the law is told, such as `along`.
    tolerance: `exact`, or an amount in the document's own unit as text. rounding: severity of a difference
    that independent rounding explains. disabled: the reason, "" while the rule is in force.
    must: what must hold; catches, misses: what it finds and what it cannot find, by language. example: the same for
    `holds`, `breaks`.
    tolerances: by unit code, each in that unit; a unit that is not there has `tolerance`.
    where, unless: the figures that it speaks of, and those among them that it does not; None: all, none.
    documents: paths of the documents that it is for, None for all: each document may have a profile of its own.
    cases: the examples that it was given to be tried on.
    """

    code: str
    name: str
    title: dict[str, str]
    check: str
    severity: Severity
    why: dict[str, str]
    origin: Origin
    parameters: dict[str, object] = field(default_factory=dict)
    tolerance: str = "exact"
    rounding: Severity = Severity.WARNING
    disabled: str = ""
    must: dict[str, str] = field(default_factory=dict)
    catches: dict[str, str] = field(default_factory=dict)
    misses: dict[str, str] = field(default_factory=dict)
    example: dict[str, dict[str, str]] = field(default_factory=dict)
    tolerances: dict[str, str] = field(default_factory=dict)
    where: Scope | None = None
    unless: Scope | None = None
    documents: frozenset[str] | None = None
    cases: tuple[Case, ...] = ()

    @property
    def is_scoped(self) -> bool:
        return self.documents is not None or self.where is not None or self.unless is not None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How meanings are spelled, read from `rules/vocabulary/`.

    A spelling is words as printed, in lower case; `*` stands for any ending of a word («федеральн* бюджет*»).
    sources: (spelling, source code), in order of precedence. units: (spelling, unit code). words: spellings by
    meaning, such as `total` or `code-column`. levels: (spelling, rank), 0 for the programme.
    """

    source_tree: SourceTree
    sources: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str], ...]
    unit_table: dict[str, Unit]
    unit_titles: dict[str, dict[str, str]]
    words: dict[str, tuple[str, ...]]
    levels: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules in force, the vocabulary, the plausibility of slips, and a digest of all of it.

    by_document: each document is judged by the profile that it asks for, under what `named` adds; `rules` are those
    of the standard profile until the documents are known. named: the profile or file asked for, "" for none.
    """

    profile: str
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    digest: str
    plausibility: Plausibility
    by_document: bool = False
    named: str = ""

    @property
    def silenced(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.disabled)

    @property
    def in_force(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if not rule.disabled)

"""A rule tried on its cases: the same engine on a few figures, and what came out other than the case says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from recon import engine
from recon.model.case import Case
from recon.model.identity import Verdict
from recon.model.rule import Rule, Rulebook

if TYPE_CHECKING:
    import pandas as pd

    from recon.model.finding import Finding
    from recon.model.identity import Identity
    from recon.model.reconciliation import Reconciliation

#: what the text of a case is called where a document has to be named
DOCUMENT = "document.txt"


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that came out otherwise. what: key of a message under `trial.`"""

    what: str
    expected: str
    found: str


def reconciled(case: Case, rulebook: Rulebook) -> Reconciliation:
    """The figures or the document of a case, checked by all rules in force."""
    if case.figures:
        from recon.ledger.files import from_frame

        return engine.check_ledger(from_frame(_frame(case.figures), rulebook.vocabulary), [], [], rulebook)
    with TemporaryDirectory() as folder:
        path = Path(folder) / DOCUMENT
        path.write_text(case.document.replace("|", "\t"), encoding="utf-8")
        return engine.reconcile([str(path)], rulebook)


def _frame(text: str) -> pd.DataFrame:
    """A ledger written with bars, as text columns."""
    import pandas as pd

    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return pd.DataFrame([(row + [""] * len(head))[: len(head)] for row in rows], columns=head, dtype=object)


def misses(case: Case, rule: Rule, rulebook: Rulebook) -> Iterator[Miss]:
    """What the rule makes of a case other than the case says."""
    result = reconciled(case, rulebook)
    identities = [identity for identity in result.proofs() if identity.rule == rule.code]
    findings = [finding for finding in result.findings if finding.rule.code == rule.code]
    if case.verdicts is not None:
        compared = result.by_rule.get(rule.code)
        counted = Counter(identity.verdict.word for identity in identities)
        if compared is not None:
            counted = Counter({verdict.word: getattr(compared, verdict.word) for verdict in Verdict})
        yield from _verdicts(case, +counted, identities, findings, rule)
    if case.needed:
        needed = [str(each.needed) for each in identities if each.needed is not None]
        if [_number(text) for text in case.needed] != [_number(text) for text in needed]:
            yield Miss("needed", ", ".join(case.needed), ", ".join(needed) or "–")
    if case.findings is not None:
        yield from _findings(case.findings, findings)
    for code in case.silent:
        loud = [finding for finding in result.findings if finding.rule.code == code]
        if loud:
            yield Miss("silent", code, f"{code} {loud[0].code} {loud[0].period}".strip())


def _verdicts(
    case: Case, counted: Counter[str], identities: list[Identity], findings: list[Finding], rule: Rule
) -> Iterator[Miss]:
    wanted = {word: number for word, number in (case.verdicts or {}).items() if number}
    if dict(counted) != wanted:
        yield Miss("verdicts", _counted(wanted), _counted(counted))
        return
    broken = [_coordinates(identity) for identity in identities if identity.verdict is Verdict.BROKEN]
    if case.broken:
        yield from _listed("broken", case.broken, broken)
    mild = [f.severity.value for f in findings if f.verdict == "broken" and f.severity is not rule.severity]
    if mild:
        yield Miss("severity", rule.severity.value, mild[0])


def _counted(numbers: dict[str, int]) -> str:
    return ", ".join(f"{word} {number}" for word, number in sorted(numbers.items())) or "–"


def _coordinates(identity: Identity) -> dict[str, str]:
    stated = identity.stated
    return {
        "code": stated.code,
        "source": stated.source,
        "period": stated.period,
        "stated": str(stated.amount),
        "computed": str(identity.computed),
        "difference": str(identity.difference),
    }


def _findings(wanted: tuple[dict[str, str], ...], findings: list[Finding]) -> Iterator[Miss]:
    found = [
        {
            "message": each.message, "severity": each.severity.value, "code": each.code, "element": each.element,
            "source": each.source, "period": each.period, "stated": each.stated, "expected": each.expected,
            "line": str(each.at.line),
            "verdict": each.verdict,
        }
        for each in findings
    ]  # fmt: skip
    yield from _listed("findings", wanted, found)


def _listed(what: str, wanted: tuple[dict[str, str], ...], found: list[dict[str, str]]) -> Iterator[Miss]:
    """Entry for entry in order, in what each wanted entry names."""
    if len(wanted) != len(found):
        shown = "; ".join(_short(entry) for entry in found)
        yield Miss(what, str(len(wanted)), f"{len(found)}{': ' if shown else ''}{shown}")
        return
    for entry, got in zip(wanted, found, strict=True):
        if any(not _same(text, got.get(name, "")) for name, text in entry.items()):
            yield Miss(what, _short(entry), _short({name: got.get(name, "") for name in entry}))


def _short(entry: dict[str, str]) -> str:
    names = ("code", "source", "period", "stated", "computed", "message")
    return ", ".join(f"{name} {text}" for name in (*names, *(n for n in entry if n not in names))
                     if (text := entry.get(name)))  # fmt: skip


def _same(one: str, other: str) -> bool:
    return one == other or (_number(one) is not None and _number(one) == _number(other))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None

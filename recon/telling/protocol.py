"""What a protocol of control says, part by part, whatever it is written in: about, summary, causes, what was left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from recon.messages import say
from recon.model.identity import Verdict
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Severity
from recon.telling import explanations, narration, tally
from recon.telling.excerpts import Scene
from recon.telling.notation import squeezed
from recon.telling.rules_told import profile_told, silenced_told
from recon.telling.waivers_told import by, idle_told
from recon.version import version

#: as many undecided sums are listed one by one; the rest is counted
_UNDECIDED = 30
#: as many reasons for what was not checked are told in the first comment of a copy
_REASONS = 12
#: a line of a page breaks where the page ends
_UNBROKEN = 1_000_000


def unbroken(result: Reconciliation, lang: str, everything: bool = False) -> Scene:
    """What sentences are told with that a page, not a terminal, breaks into lines."""
    return narration.scene(result, lang, _UNBROKEN, everything)


def day(made: date, lang: str) -> str:
    """A date as it is written in a letter."""
    return f"{made:%d.%m.%Y}" if lang == "ru" else made.isoformat()


def about(result: Reconciliation, lang: str, made: date) -> Iterator[tuple[str, str]]:
    """The head of a protocol: what was checked, when, and by which rules."""
    for document in result.documents:
        yield say("protocol.document", lang), PurePath(document.path).name
        if document.sha256:
            yield say("protocol.hash", lang), document.sha256
        yield say("protocol.read", lang), say(f"protocol.read.{document.status}", lang)
        if document.profile_why is not None:
            yield say("protocol.profile", lang), profile_told(document, result, lang)
    book = result.rulebook
    yield say("protocol.date", lang), day(made, lang)
    yield say("protocol.rules", lang), book.digest
    yield say("protocol.program", lang), f"recon {version()}"


def levels(result: Reconciliation, lang: str) -> list[tuple[str, int]]:
    """How many findings there are of each level, the gravest first; levels without any as well."""
    counted = Counter(finding.severity for finding in result.findings)
    ordered = sorted(Severity, key=lambda severity: -severity.rank)
    return [(say(f"protocol.level.{severity.value}", lang), counted[severity]) for severity in ordered]


def conclusion(result: Reconciliation, lang: str) -> str:
    """What the check came to, in one sentence that is true without the rest."""
    return tally.unproved(result, lang) or (
        say("protocol.found", lang, count=len(result.findings))
        if result.findings
        else tally.verdict(result, lang) or say("protocol.none_in_what_was_checked", lang)
    )


def causes(result: Reconciliation, scene: Scene) -> Iterator[list[str]]:
    """Each cause as its headline and what is said under it."""
    for cause in result.causes:
        yield [squeezed(line) for line in explanations.told(cause, result, scene, arithmetic=False, numbered=True)]


def unchecked(result: Reconciliation, scene: Scene) -> Iterator[str]:
    """The parts that were not checked, and why."""
    lang = scene.lang
    several = len(result.documents) > 1
    for document in result.documents:
        before = f"{PurePath(document.path).name}: " if several else ""
        for reason in _reasons(document, scene):
            yield before + reason
    yield from silenced_told(result, lang)
    for finding in result.waived:
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        said = narration.sentence(finding, result, lang)
        yield say("protocol.waived", lang, rule=finding.rule.code, what=about, said=said,
                  by=by(finding, lang, "report.waived.concise"))  # fmt: skip
    yield from idle_told(result, lang, everything=True)
    for listed, identity in enumerate(result.proofs(Verdict.UNDECIDED), start=1):
        if listed > _UNDECIDED:
            yield say("protocol.undecided.more", lang, count=result.identities.undecided - _UNDECIDED)
            return
        stated = identity.stated
        what = narration.what(scene, stated.code, stated.element, stated.source, stated.period)
        reasons = [narration.undecided_why(identity, lang), *narration.undecided(identity, result, lang)]
        where = narration.place(stated.at, lang)
        yield say("protocol.undecided", lang, rule=identity.rule, what=what, where=where, why="; ".join(reasons))


def _reasons(document: DocumentResult, scene: Scene) -> Iterator[str]:
    lang = scene.lang
    if document.error is not None:
        yield say(document.error.key, lang, **document.error.parameters)
    for key, parameters in document.notes:
        table = parameters.get("table")
        number = {"table": table.removeprefix("t")} if isinstance(table, str) else {}
        yield say(key, lang, **(parameters | number))
    left = document.figures - document.covered
    if left:
        yield say("protocol.not_covered", lang, count=left) + "".join(_places(document, left, scene))


def _places(document: DocumentResult, left: int, scene: Scene) -> Iterator[str]:
    """Which figures no sum covers, and how many there are besides."""
    for number, figure in enumerate(document.uncovered):
        about = narration.what(scene, figure.code, figure.element, figure.source, figure.period)
        where = narration.place(figure.at, scene.lang)
        yield f"{'; ' if number else ': '}{about} ({where})" if where else f"{'; ' if number else ': '}{about}"
    if document.uncovered and len(document.uncovered) < left:
        more = say("protocol.not_covered.more", scene.lang, count=left - len(document.uncovered))
        yield f"; {more}"


def coverage(result: Reconciliation, lang: str) -> Iterator[tuple[str, str]]:
    """How much was read and proved, in numbers."""
    counts = result.identities
    figures = sum(document.figures for document in result.documents)
    covered = sum(document.covered for document in result.documents)
    values = sum(document.indicators for document in result.documents)
    compared = result.comparisons
    indicators = (("indicators", values), ("compared", compared.bound), ("alike", compared.holds),
                  ("unlike", compared.broken), ("uncompared", compared.undecided))  # fmt: skip
    for name, number in (
        ("figures", figures), ("covered", covered), ("open", figures - covered), ("identities", counts.bound),
        ("holds", counts.holds), ("vacuous", counts.vacuous), ("broken", counts.broken),
        ("rounding", counts.rounding), ("undecided", counts.undecided),
        *(indicators if values else ()),
    ):  # fmt: skip
        yield say(f"protocol.coverage.{name}", lang), f"{number:,}".replace(",", "\u00a0")


def summary(result: Reconciliation, scene: Scene) -> list[str]:
    """What the check came to, and what it could not check: a copy without marks must not read as a clean one."""
    lang = scene.lang
    reasons = list(unchecked(result, scene))
    numbers = "; ".join(f"{name}: {number}" for name, number in coverage(result, lang) if number != "0")
    said = [conclusion(result, lang), *([numbers] if numbers else [])]
    if reasons:
        said.append(say("marked.not_checked", lang))
        said += [f"– {reason}" for reason in reasons[:_REASONS]]
    if len(reasons) > _REASONS:
        said.append(say("marked.not_checked.more", lang, count=len(reasons) - _REASONS))
    return said

"""What a run comes to in words: identities by verdict, coverage, and what was not proved and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from recon.messages import say
from recon.model.finding import Finding
from recon.model.identity import Verdict
from recon.model.reconciliation import Reconciliation
from recon.telling.rules_told import rules_told
from recon.telling.waivers_told import idle_told


def counts(result: Reconciliation, lang: str, hint: bool = False) -> list[str]:
    """Sentences with the numbers of identities, of figures, and of findings that are not broken identities.

    hint: say how undecided identities are listed.
    """
    waived = [say("report.waived", lang, count=len(result.waived))] if result.waived else []
    return [
        *_identities(result, lang, hint),
        *_figures(result, lang),
        *_comparisons(result, lang),
        *_further(result, lang),
        *waived,
    ]


def told(result: Reconciliation, lang: str, everything: bool = False) -> Iterator[str]:
    """The numbers, the rules that documents were judged by, what is silenced, and waivers that silence nothing."""
    yield from counts(result, lang)
    yield from rules_told(result, lang, everything)
    yield from idle_told(result, lang, everything)


def _identities(result: Reconciliation, lang: str, hint: bool) -> list[str]:
    tally = result.identities
    if not tally.bound:
        return []
    holding = tally.holds + tally.vacuous
    key = "report.vacuous" if not tally.holds else "report.hold.vacuous" if tally.vacuous else "report.hold"
    parts = [say(key, lang, count=holding, vacuous=number(tally.vacuous))] if holding else []
    for name, count in (
        ("report.broken", tally.broken),
        ("report.within_rounding", tally.rounding),
        ("report.undecided", tally.undecided),
    ):
        parts += [say(name, lang, count=count)] if count else []
    more = say("report.undecided.hint", lang) if hint and tally.undecided else ""
    return [say("report.identities", lang, count=tally.bound) + ", ".join(parts) + more]


def number(count: int) -> str:
    """With a blank between thousands that no line breaks at."""
    return f"{count:,}".replace(",", "\u00a0")


def _figures(result: Reconciliation, lang: str) -> list[str]:
    figures = sum(document.figures for document in result.documents)
    uncovered = figures - sum(document.covered for document in result.documents)
    if not figures:
        none = not any(document.indicators for document in result.documents)
        return [say("report.figures.none", lang)] if none else []
    key = "report.figures.some" if uncovered else "report.figures.all"
    said = [say(key, lang, count=figures, open=uncovered)]
    known = [document for document in result.documents if document.locatable is not None]
    shown = sum(document.covered - (document.locatable or 0) for document in known)
    said += [say("report.detectable", lang, count=number(shown))] if shown > 0 else []
    said += [say("report.open_roundings", lang, count=result.open_roundings)] if result.open_roundings else []
    return said


def _comparisons(result: Reconciliation, lang: str) -> list[str]:
    """How many values of indicators and statistics were read, and what comparing them came to."""
    read = sum(document.indicators for document in result.documents)
    if not read:
        return []
    tally = result.comparisons
    said = say("report.indicators", lang, count=read)
    if not tally.bound:
        return [f"{said}: {say('report.compared.none', lang)}"]
    numbers = (("report.hold", tally.holds), ("report.broken", tally.broken), ("report.undecided", tally.undecided))
    parts = [say(name, lang, count=count) for name, count in numbers if count]
    return [f"{said}, {say('report.compared', lang, count=tally.bound)}: {', '.join(parts)}"]


def by_severity(findings: Iterable[Finding], lang: str) -> str:
    """`1 error, 2 warnings`."""
    numbers = Counter(finding.severity for finding in findings)
    severities = sorted(numbers, key=lambda severity: -severity.rank)
    return ", ".join(say(f"report.some.{severity.value}", lang, count=numbers[severity]) for severity in severities)


def _further(result: Reconciliation, lang: str) -> list[str]:
    broken = [f for f in result.findings if f.identity is not None and f.identity.verdict is Verdict.BROKEN]
    further = [f for f in result.findings if f.identity is None or f.identity.verdict is not Verdict.BROKEN]
    if not further:
        return []
    key = "report.further" if broken else "report.found"
    return [say(key, lang, count=len(further), by=by_severity(further, lang))]


def unproved(result: Reconciliation, lang: str) -> str:
    """Why nothing is proved; "" where something is. A table of zeros never reads as if all sums agreed."""
    tally = result.identities
    if result.proves_something:
        return ""
    figures = sum(document.figures for document in result.documents)
    if all(document.error is not None for document in result.documents):
        return say("report.unproved.unread", lang)
    if not figures:
        return say("report.unproved.no_figures", lang)
    if not tally.bound:
        return say("report.unproved.unbound", lang, count=figures)
    return say("report.unproved.undecided" if tally.undecided else "report.unproved.vacuous", lang)


def verdict(result: Reconciliation, lang: str) -> str:
    """The one sentence that a clean or an empty run ends with; "" where the findings speak for themselves."""
    empty = unproved(result, lang)
    if empty or result.findings or result.identities.broken:
        return empty
    if any(document.status != "read" for document in result.documents):
        return ""
    sums = result.identities.holds + result.identities.rounding
    if not sums:
        return say("report.nothing_found.compared", lang, count=result.comparisons.holds)
    return say("report.nothing_found", lang, count=sums)



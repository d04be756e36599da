"""What a run found, put into words' shape: documents with their status, counts, findings in order."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from recon.messages import LANGUAGES, has
from recon.model.errors import ReconError
from recon.model.figure import Extraction, TableMeaning
from recon.model.finding import Comparison, Finding, Observation, Proposal
from recon.model.identity import Identity, Verdict
from recon.model.reconciliation import Counts, DocumentResult, TableCount, Unprotected
from recon.model.rule import Rule
from recon.telling.excerpts import period_told
from recon.telling.notation import notation, written

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.diagnosis.observability import Observability
    from recon.diagnosis.rounding import Explained
    from recon.ledger.ledger import Ledger

_DIGITS_THAT_MAKE_A_TABLE = 4
#: in a larger ledger it is not worked out how an error would show; how many unprotected figures are listed
_LARGEST_PROTECTED, _LISTED, _LISTED_UNCOVERED = 2_000_000, 500, 10
#: a paragraph this long with this many numbers was a table, or a whole document, before something flattened it
_FLATTENED_CHARACTERS, _FLATTENED_NUMBERS = 20_000, 200


def of_error(path: str, error: ReconError) -> DocumentResult:
    return DocumentResult(path, "", "not-read", error=error)


def of_extraction(extraction: Extraction) -> DocumentResult:
    """The status of a document: `not-read` where no figure was taken, `partly-read` where a table was left aside."""
    document = extraction.document
    result = DocumentResult(
        document.path, document.sha256, "read", list(document.notes), grids=extraction.grids, pieces=extraction.pieces
    )
    per_table: Counter[str | None] = Counter(figure.table for figure in extraction.figures)
    elements = Counter(element.table for element in extraction.elements)
    per_table += Counter(value.at.table for value in extraction.stated_values())
    elements += Counter(indicator.table for indicator in extraction.indicators)
    elements += Counter(table.id for table in extraction.statistics for _ in table.rows)
    result.figures = len(extraction.figures)
    result.indicators = sum(1 for _ in extraction.stated_values())
    result.tables = [TableCount(t, elements[t.id], per_table[t.id]) for t in extraction.tables]
    aside = [t for t in extraction.tables if not t.read and _holds_numbers(t, extraction)]
    result.notes += [(t.why, {"table": t.id}) for t in aside]
    if not extraction.figures and not result.indicators:
        result.status = "not-read"
        result.notes.insert(0, _why_nothing(extraction))
    elif aside or document.passed_over:
        result.status = "partly-read"
    return result


def of_ledger(path: str, notes: list[tuple[str, dict[str, object]]]) -> DocumentResult:
    """A ledger file with what is to be said of it; amounts of an unknown period are in no sum."""
    lost = any(key == "note.period-unknown" for key, _ in notes)
    return DocumentResult(path, "", "partly-read" if lost else "read", notes)


def _holds_numbers(table: TableMeaning, extraction: Extraction) -> bool:
    from recon.extract.numbers import looks_like_number

    rows = extraction.grids.get(table.id, [])
    numeric = sum(looks_like_number(text) and text.strip(" -–—") != "" for row in rows for text in row[1:])
    return table.role == "passport" or numeric >= _DIGITS_THAT_MAKE_A_TABLE


def _why_nothing(extraction: Extraction) -> tuple[str, dict[str, object]]:
    from recon.extract.numbers import numbers_in
    from recon.model.document import Paragraph

    for block in extraction.document.blocks:
        if isinstance(block, Paragraph) and len(block.text) > _FLATTENED_CHARACTERS:
            numbers = sum(1 for _ in numbers_in(block.text))
            if numbers > _FLATTENED_NUMBERS:
                return "note.no-structure", {"characters": len(block.text), "numbers": numbers}
    return "note.no-figures", {}


def counts(judgements: list[Judgement]) -> Counts:
    """Identities by verdict over all rules."""
    total = np.zeros(len(Verdict), np.int64)
    for judgement in judgements:
        total += np.bincount(judgement.judged.verdict, minlength=len(Verdict))
    by_word = {verdict.word: int(total[verdict]) for verdict in Verdict}
    return Counts(bound=int(total.sum()), **by_word)


def count(ledger: Ledger, judgements: list[Judgement], documents: list[DocumentResult]) -> None:
    """Fill in how many figures each document has, how many some identity covers, and how an error would show."""
    from recon.checks.judge import covered
    from recon.diagnosis.observability import Observability, observability

    shown = observability(ledger, judgements) if len(ledger) <= _LARGEST_PROTECTED else None
    is_covered = covered(ledger, [j.bound for j in judgements], [j.judged for j in judgements])
    names = ledger.figures["document"].array
    figures = np.bincount(names.codes, minlength=len(names.categories))
    inside = np.bincount(names.codes[is_covered], minlength=len(names.categories))
    known = {document.path: document for document in documents}
    for number, path in enumerate(map(str, names.categories)):
        document = known.get(path)
        if document is None:
            document = DocumentResult(path, "", "read")
            documents.append(document)
        document.figures, document.covered = int(figures[number]), int(inside[number])
        if document.covered < document.figures:
            bare = np.flatnonzero((np.asarray(names.codes) == number) & ~is_covered)[:_LISTED_UNCOVERED]
            document.uncovered = [_unprotected(ledger, int(f), Observability.NONE) for f in bare]
        if shown is not None:
            own = np.flatnonzero(np.asarray(names.codes) == number)
            weak = own[shown[own] != Observability.LOCATABLE]
            document.locatable = len(own) - len(weak)
            document.unprotected = [_unprotected(ledger, int(f), Observability(shown[f])) for f in weak[:_LISTED]]


def _unprotected(ledger: Ledger, figure: int, protection: Observability) -> Unprotected:
    element = int(ledger.at("element", figure))
    return Unprotected(
        protection.name.lower(),
        str(ledger.of_element("code", element)),
        str(ledger.of_element("name", element)),
        str(ledger.at("source", figure)),
        str(ledger.at("period", figure)),
        ledger.locator(figure),
    )


def comparisons(compared: list[tuple[Rule, Comparison]]) -> Counts:
    """Comparisons of indicators and statistics by verdict."""
    return _by_verdict([comparison for _, comparison in compared if not comparison.form])


def compared_by_rule(compared: list[tuple[Rule, Comparison]]) -> dict[str, Counts]:
    """What each rule compared, by verdict."""
    of_rule: dict[str, list[Comparison]] = {}
    for rule, comparison in compared:
        of_rule.setdefault(rule.code, []).append(comparison)
    return {code: _by_verdict(own) for code, own in of_rule.items()}


def _by_verdict(compared: list[Comparison]) -> Counts:
    return Counts(bound=len(compared), **Counter(comparison.verdict.word for comparison in compared))


def count_compared(
    extractions: list[Extraction], compared: list[tuple[Rule, Comparison]], documents: list[DocumentResult]
) -> None:
    """Fill in how many of the values that are no money some rule held against anything."""
    held = values_compared(compared)
    known = {document.path: document for document in documents}
    for extraction in extractions:
        document = known.get(extraction.document.path)
        if document is not None:
            document.compared = sum(id(value) in held for value in extraction.stated_values())


def values_compared(compared: list[tuple[Rule, Comparison]]) -> set[int]:
    """The values of comparisons that came to a verdict, by identity: they are the extraction's own objects."""
    decided = (comparison for _, comparison in compared if comparison.verdict is not Verdict.UNDECIDED)
    return {id(value) for comparison in decided for value in comparison.values}


def contradictions(
    ledger: Ledger, judgements: list[Judgement], roundings: Explained
) -> dict[tuple[int, int], tuple[tuple[str, str, str, str], ...]]:
    """For each identity that rounding cannot explain, those that it cannot be true together with, by name."""
    from recon.diagnosis.missing import namer

    name = namer(ledger, judgements)
    return {
        key: tuple(name(*other) for other in each.together if other != key)
        for each in roundings.contradictions
        for key in each.rounded
    }


def findings(
    ledger: Ledger,
    judgements: list[Judgement],
    noticed: list[tuple[Rule, Observation]],
    determined: dict[int, Proposal],
    contradicted: dict[tuple[int, int], tuple[tuple[str, str, str, str], ...]],
) -> list[Finding]:
    """Broken and rounding identities and what the form rules noticed, in the order of the documents.

    A figure printed elsewhere with fewer digits says the same: it is counted as rounding and is no finding.
    """
    from recon.checks.judge import identity

    found: list[Finding] = []
    for number, judgement in enumerate(judgements):
        told = (Verdict.BROKEN,) if judgement.bound.twins else (Verdict.BROKEN, Verdict.ROUNDING)
        for k in judgement.judged.where(*told).tolist():
            reported = identity(ledger, judgement.bound, judgement.judged, k, judgement.rule)
            found.append(_of_identity(reported, judgement.rule))
            found[-1].contradicts = contradicted.get((number, k), ())
    found += [_of_observation(ledger, rule, observation, determined) for rule, observation in noticed]
    found.sort(key=_reading_order)
    for number, finding in enumerate(found, 1):
        finding.id = f"F{number}"
    return found


def _reading_order(finding: Finding) -> tuple[object, ...]:
    at = finding.at
    table = int("".join(filter(str.isdigit, at.table or "")) or 0)
    return at.document, at.line or 0, table, at.row or 0, at.column or 0, finding.rule.code


def _of_identity(identity: Identity, rule: Rule) -> Finding:
    stated = identity.stated
    severity = rule.severity if identity.verdict is Verdict.BROKEN else rule.rounding
    return Finding(
        "",
        rule,
        severity,
        identity.verdict.word,
        stated.at,
        "",
        {},
        stated.code,
        stated.element,
        stated.source,
        stated.period,
        stated.raw,
        identity.unit,
        _fingerprint(
            rule, stated.at.document, stated.table, stated.code or stated.element, stated.source, stated.period
        ),
        identity,
        figure=stated.figure,
    )


def _of_observation(ledger: Ledger, rule: Rule, noticed: Observation, determined: dict[int, Proposal]) -> Finding:
    message, parameters = noticed.message, noticed.parameters
    proposal = determined.get(noticed.figure)
    if proposal is not None and has(f"{message}.needed"):
        message, parameters = f"{message}.needed", {**parameters, **_proposed(proposal)}
    severity = rule.severity
    if noticed.severity is not None and noticed.severity.rank < severity.rank:
        severity = noticed.severity
    return Finding(
        "",
        rule,
        severity,
        "form",
        noticed.at,
        message,
        parameters,
        noticed.code,
        noticed.element,
        noticed.source,
        noticed.period,
        noticed.stated,
        noticed.unit,
        _fingerprint(
            rule,
            noticed.at.document,
            noticed.at.table or "",
            *_named(noticed),
            noticed.source,
            noticed.period,
            noticed.message,
        ),
        figure=noticed.figure,
        proposal=proposal,
        expected=noticed.expected,
    )


def _named(noticed: Observation) -> tuple[str, ...]:
    """An activity may have several indicators: what is no figure goes by its code and its name."""
    several = noticed.figure < 0 and noticed.code and noticed.element
    return (noticed.code, noticed.element) if several else (noticed.code or noticed.element,)


def _proposed(proposal: Proposal) -> dict[str, object]:
    """The parameters of a sentence that names the value and the sums that ask for it."""

    def sums(lang: str) -> str:
        named = ((rule, code, period_told(period, lang)) for rule, code, _, period in proposal.said_by)
        return ", ".join(dict.fromkeys(" ".join(filter(None, names)) for names in named))

    needed = written(proposal.value, proposal.decimals, notation([], "ru"))
    return {"needed": needed, "sums": {lang: sums(lang) for lang in LANGUAGES}}


def _fingerprint(rule: Rule, document: str, *names: str) -> str:
    """Stable over runs and over edits elsewhere: it knows no line numbers and no amounts."""
    name = document.replace("\\", "/").rsplit("/", 1)[-1]
    return hashlib.sha256("\x1f".join([rule.code, name, *names]).encode()).hexdigest()[:16]

"""The report for programs: `recon-report/1`, described by the schema that is shipped beside this module."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

from recon.messages import say
from recon.model.asked import Asked
from recon.model.cause import Cause, Explanation, Repair
from recon.model.finding import Finding
from recon.model.identity import Identity, Term
from recon.model.locator import Locator
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Rulebook
from recon.model.waiver import WaiverUse
from recon.telling import narration
from recon.telling.notation import exact
from recon.version import version

SUFFIX = "json"
SCHEMA = "recon-report/1"


def schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of the report."""
    path = Path(__file__).parent / "schema" / "recon-report-1.schema.json"
    read: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return read


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """The report piece by piece, so that millions of proofs need not be held at once; one entry a line.

    With everything asked for, there is one proof for every identity bound.
    """
    book, lang = result.rulebook, asked.lang
    yield "{"
    yield f'\n"schema": {_text(SCHEMA)},\n"recon": {_text(version())}'
    yield f',\n"rulebook": {_text(_rulebook(book))}'
    yield from _list("documents", (_document(document, lang) for document in result.documents))
    yield f',\n"identities": {_text(asdict(result.identities))}'
    yield f',\n"comparisons": {_text(asdict(result.comparisons))}'
    yield from _list("findings", (_finding(finding, result, lang) for finding in result.findings))
    yield from _list("causes", (_cause(cause) for cause in (*result.causes, *result.waived_causes)))
    if result.waivers:
        yield from _list("waived", (_waived(finding, result, lang) for finding in result.waived))
        yield from _list("waivers", (_waiver(use) for use in result.waivers))
    if asked.everything:
        yield from _list("proofs", (_proof(identity) for identity in result.proofs()))
    yield f',\n"exit_status": {result.exit_status(asked.fail_on)}\n}}\n'


def _rulebook(book: Rulebook) -> dict[str, object]:
    silenced = [{"rule": rule.code, "why": rule.disabled} for rule in book.silenced]
    return {"profile": book.profile, "digest": book.digest, "silenced": silenced}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(name: str, entries: Iterable[dict[str, object]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    between = "\n "
    for entry in entries:
        yield between + _text(entry)
        between = ",\n "
    yield "]"


def place(at: Locator) -> dict[str, object]:
    """A locator with all its keys; what the format of the document does not have is null."""
    return at._asdict()


def _document(document: DocumentResult, lang: str) -> dict[str, object]:
    tables = [
        {
            "id": table.meaning.id,
            "role": table.meaning.role,
            "title": table.meaning.title,
            "unit": table.meaning.unit,
            "elements": table.elements,
            "figures": table.figures,
            "at": place(table.meaning.at),
        }
        for table in document.tables
    ]
    return {
        "path": document.path,
        "sha256": document.sha256,
        "status": document.status,
        "notes": narration.reasons(document, lang),
        "tables": tables,
        "figures": {"read": document.figures, "covered": document.covered},
        "indicators": {"read": document.indicators, "compared": document.compared},
        "locatable": document.locatable,
        "profile": _profile(document, lang),
    }


def _profile(document: DocumentResult, lang: str) -> dict[str, str] | None:
    """The rules that a document was judged by, and why these; null where it was not read."""
    if document.profile_why is None:
        return None
    why, parameters = document.profile_why
    return {"name": document.profile, "why": say(why, lang, **parameters)}


def _finding(finding: Finding, result: Reconciliation, lang: str) -> dict[str, object]:
    identity = finding.identity
    proposal = finding.proposal
    said = narration.amounts(identity, None) if identity is not None else {"stated": finding.stated}
    if finding.expected:
        said["computed"] = finding.expected
    code = identity.unit if identity is not None else finding.unit
    return {
        "id": finding.id,
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.value,
        "verdict": finding.verdict,
        "code": finding.code,
        "element": finding.element,
        "source": finding.source,
        "period": finding.period,
        "stated": said.get("stated"),
        "computed": said.get("computed"),
        "difference": said.get("difference"),
        "allowed": said.get("allowed"),
        "unit": narration.unit(result, code, finding.at, lang),
        "message": f"{narration.headline(finding, lang)}: {narration.sentence(finding, result, lang)}",
        "at": place(finding.at),
        "terms": [_term(term) for term in identity.terms] if identity is not None else [],
        "cause": finding.cause,
        "fingerprint": finding.fingerprint,
        "contradicts": [
            {"rule": rule, "code": code, "source": source, "period": period}
            for rule, code, source, period in finding.contradicts
        ],
        "proposed": None if proposal is None else exact(proposal.value, proposal.decimals),
        "proposed_by": [
            {"rule": rule, "code": code, "source": source, "period": period}
            for rule, code, source, period in (proposal.said_by if proposal is not None else ())
        ],
    }


def _waived(finding: Finding, result: Reconciliation, lang: str) -> dict[str, object]:
    """A finding as any other, with who waived it."""
    waiver = next(_waiver(use) for use in result.waivers if use.waiver is finding.waiver)
    return _finding(finding, result, lang) | {"waiver": waiver}


def _waiver(use: WaiverUse) -> dict[str, object]:
    waiver = use.waiver
    where = waiver.where
    return {
        "rule": waiver.rule,
        "author": waiver.author,
        "reason": waiver.reason,
        "expires": waiver.expires.isoformat(),
        "fingerprint": waiver.fingerprint or None,
        "where": None if where is None else {name: list(getattr(where, name)) for name in where.named},
        "difference": None if waiver.difference is None else str(waiver.difference),
        "file": waiver.origin.path,
        "line": waiver.origin.line,
        "state": use.state,
        "findings": list(use.findings),
    }


def _term(term: Term) -> dict[str, object]:
    return {
        "code": term.code,
        "source": term.source,
        "period": term.period,
        "amount": _amount(term.amount, term.decimals),
        "weight": term.weight,
        "at": place(term.at),
    }


def _amount(value: Decimal | None, decimals: int) -> str | None:
    return None if value is None else exact(value, decimals)


def _cause(cause: Cause) -> dict[str, object]:
    first = cause.explanations[0] if cause.explanations else Explanation("figures", cause.repairs)
    return {
        "id": cause.id,
        "figures": [_repair(repair) for repair in cause.repairs],
        "explains": list(cause.explains),
        "unique": cause.unique,
        "alternatives": [[_repair(repair) for repair in alternative] for alternative in cause.alternatives],
        "kind": cause.kind,
        "minimal": cause.minimal,
        "complete": cause.complete,
        "confirmed_by_base": cause.confirmed,
        "amended": None if first.amended is None else _repair(first.amended),
        "amended_instead": [_repair(other) for other in first.amended_instead],
        "part": None if first.part is None else _repair(first.part),
        "absent": [_repair(each) for each in first.absent],
        "decides": None if cause.decides is None else _repair(cause.decides),
        "less_likely": [
            {"kind": each.kind, "figures": [_repair(repair) for repair in each.repairs]}
            for each in cause.less_likely
            if each.repairs
        ],
    }


def _repair(repair: Repair) -> dict[str, object]:
    return {
        "code": repair.code,
        "source": repair.source,
        "period": repair.period,
        "stated": _amount(repair.stated, repair.decimals),
        "proposed": exact(repair.proposed, repair.decimals),
        "slip": repair.slip,
        "at": place(repair.at),
    }


def _proof(identity: Identity) -> dict[str, object]:
    said = narration.amounts(identity, None)
    return {
        "rule": identity.rule,
        "code": identity.stated.code,
        "source": identity.stated.source,
        "period": identity.stated.period,
        "verdict": identity.verdict.word,
        "stated": said.get("stated"),
        "computed": said.get("computed"),
        "difference": said.get("difference"),
        "at": place(identity.stated.at),
        "terms": [_term(term) for term in identity.terms],
    }

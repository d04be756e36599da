"""SARIF 2.1.0 for code-scanning services: a result a finding, and a notification for every part that was not read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath
from urllib.parse import quote

from recon.messages import say
from recon.model.asked import Asked
from recon.model.finding import Finding
from recon.model.locator import Locator
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Rule, Severity
from recon.telling import narration, tally
from recon.telling.waivers_told import by
from recon.version import version

SUFFIX = "sarif"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """One run. A finding keeps its fingerprint while it stands, whatever else goes; a waived one is suppressed."""
    lang = asked.lang
    findings = [*result.findings, *result.waived]
    rules = {finding.rule.code: finding.rule for finding in findings}
    rules |= {rule.code: rule for rule in result.rulebook.in_force}
    order = {code: number for number, code in enumerate(sorted(rules))}
    notifications = [note for document in result.documents for note in _unread(document, lang)]
    run = {
        "tool": {
            "driver": {
                "name": "recon",
                "semanticVersion": version(),
                "rules": [_rule(rules[code], lang) for code in sorted(rules)],
            }
        },
        "language": {"en": "en-US", "ru": "ru-RU"}[lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": all(document.status != "not-read" for document in result.documents),
                "exitCode": result.exit_status(asked.fail_on),
                "toolExecutionNotifications": notifications,
            }
        ],
        "artifacts": [_artifact(document) for document in result.documents],
        "results": [_result(finding, result, order, lang) for finding in findings],
        "properties": _coverage(result, lang),
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _coverage(result: Reconciliation, lang: str) -> dict[str, object]:
    """What was proved and what was not: a run without results must not read as one that checked everything."""
    known = [d for d in result.documents if d.figures]
    return {
        "rulebook": {"profile": result.rulebook.profile, "digest": result.rulebook.digest},
        "figures": {"read": sum(d.figures for d in known), "covered": sum(d.covered for d in known)},
        "identities": asdict(result.identities),
        "told": list(tally.told(result, lang)),
    }


def _rule(rule: Rule, lang: str) -> dict[str, object]:
    title, why = rule.title.get(lang) or rule.name, rule.why.get(lang) or rule.title.get(lang) or rule.name
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": say("sarif.help", lang, why=why, code=rule.code)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, result: Reconciliation, order: dict[str, int], lang: str) -> dict[str, object]:
    scene = narration.scene(result, lang, 100, False)
    about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
    head = f"{narration.headline(finding, lang)}{f' ({about})' if about else ''}"
    made: dict[str, object] = {
        "ruleId": finding.rule.code,
        "ruleIndex": order[finding.rule.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{head}: {narration.sentence(finding, result, lang)}"},
        "locations": [_location(finding.at, lang)],
        "partialFingerprints": {"reconFinding/v1": finding.fingerprint},
    }
    if finding.identity is not None:
        made["relatedLocations"] = [
            {"id": number, **_location(term.at, lang), "message": {"text": term.raw or "0"}}
            for number, term in enumerate(finding.identity.terms, 1)
        ]
    if finding.waiver is not None:
        said = by(finding, lang, "report.waived.concise")
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    return made


def _location(at: Locator, lang: str) -> dict[str, object]:
    """A line where the document has lines; the place in words always, for a cell of a workbook has no line."""
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(at.document)}}
    if at.line is not None:
        region: dict[str, object] = {"startLine": at.line}
        if at.span is not None and at.column in (None, 1):
            region |= {"startColumn": at.span[0] + 1, "endColumn": at.span[1] + 1}
        physical["region"] = region
    where = narration.place(at, lang)
    logical = [{"fullyQualifiedName": narration.address(at), "kind": "element", "name": where}] if where else []
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def uri(path: str) -> str:
    """A path as it stands in a repository, or as a file's own address."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())


def _artifact(document: DocumentResult) -> dict[str, object]:
    made: dict[str, object] = {"location": {"uri": uri(document.path)}}
    return made | ({"hashes": {"sha-256": document.sha256}} if document.sha256 else {})


def _unread(document: DocumentResult, lang: str) -> list[dict[str, object]]:
    """What of a document was not read, and why."""
    level = "error" if document.status == "not-read" else "warning"
    where = [{"physicalLocation": {"artifactLocation": {"uri": uri(document.path)}}}]
    reasons = narration.reasons(document, lang)
    return [{"level": level, "message": {"text": text}, "locations": where} for text in reasons]

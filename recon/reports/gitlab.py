"""Code quality report for GitLab: what a merge request adds and what it mends, told by the fingerprints."""

from __future__ import annotations

import json
from collections.abc import Iterator

from recon.messages import say
from recon.model.asked import Asked
from recon.model.finding import Finding
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Severity
from recon.telling import narration

SUFFIX = "gitlab.json"
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFORMATION: "info"}


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """A list of issues. GitLab shows a line number only, so the place is told in words as well."""
    lang = asked.lang
    found = [_issue(finding, result, lang) for finding in result.findings]
    found += [_unread(document, lang) for document in result.documents if document.status != "read"]
    yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, result: Reconciliation, lang: str) -> dict[str, object]:
    where = narration.place(finding.at, lang)
    said = narration.sentence(finding, result, lang)
    head = f"{finding.rule.code} {narration.headline(finding, lang)}"
    return {
        "description": f"{head}: {said}{f' ({where})' if where else ''}",
        "check_name": finding.rule.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.at.document, "lines": {"begin": finding.at.line or 1}},
    }


def _unread(document: DocumentResult, lang: str) -> dict[str, object]:
    """What was not read is an issue too, for a list without issues reads as a document without faults."""
    status = document.status
    return {
        "description": f"{say(f'report.status.{status}', lang)}: {'; '.join(narration.reasons(document, lang))}",
        "check_name": status,
        "fingerprint": f"{status}:{document.path}",
        "severity": "blocker" if status == "not-read" else "info",
        "location": {"path": document.path, "lines": {"begin": 1}},
    }

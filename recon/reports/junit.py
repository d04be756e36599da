"""JUnit XML for build servers: a case for each document and rule, failed where the rule found what fails the run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from recon.messages import say
from recon.model.asked import Asked
from recon.model.finding import Finding
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Rule
from recon.telling import narration
from recon.telling.rules_told import profile_told
from recon.telling.waivers_told import by

SUFFIX = "junit.xml"
#: what XML 1.0 cannot hold, even as a reference
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """A suite a document. What was not read is an error, what is waived is skipped; `system-out` tells the rest."""
    root = ElementTree.Element("testsuites", name="recon")
    found: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in (*result.findings, *result.waived):
        found[finding.at.document][finding.rule.code].append(finding)
    for document in result.documents:
        _suite(root, document, found[document.path], result, asked)
    for counted in ("tests", "failures", "errors"):
        root.set(counted, str(sum(int(suite.get(counted, "0")) for suite in root)))
    ElementTree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(
    root: ElementTree.Element,
    document: DocumentResult,
    found: dict[str, list[Finding]],
    result: Reconciliation,
    asked: Asked,
) -> None:
    lang, fail_on = asked.lang, asked.fail_on
    suite = ElementTree.SubElement(root, "testsuite", name=_text(document.path))
    _properties(suite, document, result, lang)
    tests = failures = errors = skipped = 0
    if document.status == "not-read":
        name = say("junit.reading", lang)
        case = ElementTree.SubElement(suite, "testcase", classname=_text(document.path), name=name)
        said = "; ".join(narration.reasons(document, lang))
        ElementTree.SubElement(case, "error", message=_text(said), type="not-read").text = _text(said)
        tests, errors = 1, 1
    for rule in _rules(document, result):
        title = rule.title.get(lang) or rule.name
        case = ElementTree.SubElement(
            suite, "testcase", classname=_text(document.path), name=_text(f"{rule.code} {title}")
        )
        tests += 1
        own = found.get(rule.code, [])
        failing = [f for f in own if f.waiver is None and fail_on is not None and f.severity.rank >= fail_on.rank]
        if failing:
            failures += 1
            message = narration.sentence(failing[0], result, lang)
            failure = ElementTree.SubElement(case, "failure", message=_text(message), type=rule.code)
            failure.text = _text("\n".join(_line(f, result, lang) for f in failing))
        waived = [f for f in own if f.waiver is not None]
        if waived and not failing:
            skipped += 1
            ElementTree.SubElement(case, "skipped", message=_text(by(waived[0], lang, "report.waived.concise")))
        milder = [f for f in own if f not in failing]
        if milder:
            said = "\n".join(_line(f, result, lang) for f in milder)
            ElementTree.SubElement(case, "system-out").text = _text(said)
    left = narration.reasons(document, lang) if document.status == "partly-read" else []
    if left:
        ElementTree.SubElement(suite, "system-out").text = _text("\n".join(left))
    suite.set("tests", str(tests))
    suite.set("failures", str(failures))
    suite.set("errors", str(errors))
    suite.set("skipped", str(skipped))


def _properties(suite: ElementTree.Element, document: DocumentResult, result: Reconciliation, lang: str) -> None:
    """By which rules the document was judged, and how much of it they reach."""
    held = ElementTree.SubElement(suite, "properties")
    told = {"status": document.status, "figures": str(document.figures), "covered": str(document.covered),
            "rulebook": result.rulebook.digest}  # fmt: skip
    if document.profile_why is not None:
        told["rules"] = profile_told(document, result, lang)
    for name, value in told.items():
        ElementTree.SubElement(held, "property", name=name, value=_text(value))


def _rules(document: DocumentResult, result: Reconciliation) -> list[Rule]:
    """The rules that the document was judged by; each document has those of its own profile."""
    if document.status == "not-read":
        return []
    return [rule for rule in result.rulebook.in_force if rule.documents is None or document.path in rule.documents]


def _line(finding: Finding, result: Reconciliation, lang: str) -> str:
    where = narration.address(finding.at)
    head = f"{narration.severity(finding.severity, lang)}[{finding.rule.code}] {narration.headline(finding, lang)}"
    waived = f"; {by(finding, lang, 'report.waived.concise')}" if finding.waiver is not None else ""
    return f"{where}: {head}: {narration.sentence(finding, result, lang)}{waived}"


def _text(said: str) -> str:
    return _FORBIDDEN.sub("\ufffd", said)

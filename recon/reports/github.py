"""Annotations that GitHub shows beside the lines of a change: one workflow command a finding."""

from __future__ import annotations

from collections.abc import Iterator

from recon.messages import say
from recon.model.asked import Asked
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.telling import narration, tally

SUFFIX = "github.txt"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFORMATION: "notice"}


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """Commands for findings and for documents that were not read; counts and rules follow as lines of the log."""
    lang = asked.lang
    scene = narration.scene(result, lang, 100, asked.everything)
    for finding in result.findings:
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        where = narration.place(finding.at, lang)
        said = ". ".join(filter(None, (about, narration.sentence(finding, result, lang), where)))
        title = f"{finding.rule.code} {narration.headline(finding, lang)}"
        yield _command(_COMMANDS[finding.severity], finding.at, title, said)
    for document in result.documents:
        if document.status != "read":
            severity = "error" if document.status == "not-read" else "notice"
            title = say(f"report.status.{document.status}", lang)
            reasons = "; ".join(narration.reasons(document, lang))
            yield _command(severity, Locator(document.path), title, reasons)
    yield from (f"{line}\n" for line in tally.told(result, lang, asked.everything))


def _command(name: str, at: Locator, title: str, said: str) -> str:
    properties = {"file": at.document, **({"line": str(at.line)} if at.line is not None else {}), "title": title}
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(said)}\n"


def _data(text: str) -> str:
    """A command ends with its line, so line ends and the sign that escapes them are escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""One line a finding, for editors and logs: place, severity, rule, what is wrong; the counts come last."""

from __future__ import annotations

from collections.abc import Iterator

from recon.messages import say
from recon.model.asked import Asked
from recon.model.reconciliation import Reconciliation
from recon.telling import narration, tally
from recon.telling.notation import squeezed
from recon.telling.waivers_told import by, idle_told

SUFFIX = "concise.txt"


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """A line for each finding, each idle waiver and each document that was not read, then one with the counts."""
    lang = asked.lang
    scene = narration.scene(result, lang, 100, asked.everything)
    for finding in (*result.findings, *result.waived):
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        head = f"{narration.severity(finding.severity, lang)}[{finding.rule.code}] {narration.headline(finding, lang)}"
        said = narration.sentence(finding, result, lang)
        if finding.waiver is not None:
            said += f"; {by(finding, lang, 'report.waived.concise')}"
        line = f"{narration.address(finding.at)}: {head}{f' ({about})' if about else ''}: {said}"
        yield squeezed(line) + "\n"
    for document in result.documents:
        if document.status != "not-read":
            continue
        reasons = "; ".join(narration.reasons(document, lang))
        yield squeezed(f"{document.path}: {say('report.status.not-read', lang)}: {reasons}") + "\n"
    yield from (squeezed(line) + "\n" for line in idle_told(result, lang, True))
    ending = tally.counts(result, lang)
    last = tally.verdict(result, lang)
    yield ". ".join([*ending, last] if last else ending) + "\n"

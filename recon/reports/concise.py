"""One line a finding, for editors and logs: place, severity, rule, what is wrong; the counts come last."""

from __future__ import annotations

from recon.messages import say
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.telling import narration, tally
from recon.telling.notation import squeezed
from recon.telling.waivers_told import by, idle_told

FORMAT = "concise"
SUFFIX = "concise.txt"


def render(
    result: Reconciliation, lang: str, fail_on: Severity | None, everything: bool, arithmetic: bool = False
) -> str:
    """A line for each finding, each idle waiver and each document that was not read, then one with the counts."""
    scene = narration.scene(result, lang, 100, everything)
    lines = []
    for finding in (*result.findings, *result.waived):
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        head = f"{narration.severity(finding.severity, lang)}[{finding.rule.code}] {narration.headline(finding, lang)}"
        said = narration.sentence(finding, result, lang)
        if finding.waiver is not None:
            said += f"; {by(finding, lang, 'report.waived.concise')}"
        line = f"{narration.address(finding.at)}: {head}{f' ({about})' if about else ''}: {said}"
        lines.append(squeezed(line))
    for document in result.documents:
        if document.status != "not-read":
            continue
        reasons = "; ".join(narration.reasons(document, lang))
        lines.append(squeezed(f"{document.path}: {say('report.status.not-read', lang)}: {reasons}"))
    lines += [squeezed(line) for line in idle_told(result, lang, True)]
    ending = tally.counts(result, lang)
    last = tally.verdict(result, lang)
    lines.append(". ".join([*ending, last] if last else ending))
    return "\n".join(lines) + "\n"

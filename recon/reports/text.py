"""The report that a person reads on a terminal: headline, place, the real cells, figures, what to do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from recon.messages import LANGUAGES, say
from recon.model.asked import Asked
from recon.model.finding import Finding
from recon.model.identity import Identity, Verdict
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Severity
from recon.telling import explanations, narration, tally
from recon.telling.excerpts import Scene, of_identity, of_place, style_of
from recon.telling.notation import cut_front, terminal_width, width
from recon.telling.rules_told import rules_told
from recon.telling.waivers_told import idle_told, waived_told

SUFFIX = "txt"

#: how many findings, notes of a document and other explanations are shown before the rest is only counted
_SHOWN, _NOTES = 50, 4


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """All findings under their causes, then the documents that were not read, then the counts."""
    lang, everything = asked.lang, asked.everything
    scene = narration.scene(result, lang, terminal_width(), everything)
    shown, left_out = _order(result, everything)
    causes = {cause.id: cause for cause in result.causes}
    blocks: list[str] = []
    for place, finding in enumerate(shown):
        blocks.append("\n".join(_finding(finding, result, scene)))
        last = place + 1 == len(shown) or shown[place + 1].cause != finding.cause
        if finding.cause in causes and last:
            blocks.append("\n".join(explanations.told(causes[finding.cause], result, scene, asked.arithmetic)))
    if left_out:
        blocks.append(say("report.left_out", lang, count=left_out))
    if result.waived:
        blocks.append("\n".join(_wrapped(line, scene) for line in waived_told(result, scene)))
    if everything and result.identities.undecided:
        blocks.append("\n".join(_undecided(result, scene)))
    if everything and any(document.unprotected for document in result.documents):
        blocks.append("\n".join(_unprotected(result, scene)))
    blocks += ["\n".join(lines) for document in result.documents if (lines := _document(document, scene))]
    if len(result.documents) > 1:
        blocks.append(_summary(result, lang, scene.columns))
    blocks.append("\n".join(_ending(result, scene)))
    yield "\n\n".join(blocks) + "\n"


def _order(result: Reconciliation, everything: bool) -> tuple[list[Finding], int]:
    """Findings as they are shown, those of one cause together where its first one stands, and how many are not."""
    order: dict[str, int] = {}
    for place, finding in enumerate(result.findings):
        order.setdefault(finding.cause or finding.id, place)
    ordered = sorted(result.findings, key=lambda finding: order[finding.cause or finding.id])
    if everything or len(ordered) <= _SHOWN:
        return ordered, 0
    worst = sorted(ordered, key=lambda finding: -finding.severity.rank)[:_SHOWN]
    kept = {finding.id for finding in worst}
    return [finding for finding in ordered if finding.id in kept], len(ordered) - len(kept)


def _finding(finding: Finding, result: Reconciliation, scene: Scene) -> Iterator[str]:
    lang = scene.lang
    word = narration.severity(finding.severity, lang)
    yield f"{word}[{finding.rule.code}] {narration.headline(finding, lang)}"
    about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
    where = ", ".join(filter(None, (finding.at.document, narration.place(finding.at, lang))))
    yield f"  --> {where}{f' ({about})' if about else ''}"
    identity = finding.identity
    if identity is not None:
        yield from of_identity(identity, scene)
        notes = _figures(finding, identity, result, lang)
    else:
        yield from of_place(finding.at, scene, finding.period, whole_row=not finding.period)
        notes = [narration.sentence(finding, result, lang)]
    if finding.cause:
        notes.append(say("report.see_cause", lang, cause=finding.cause))
    for note in notes:
        yield _noted(note, scene)


def _figures(finding: Finding, identity: Identity, result: Reconciliation, lang: str) -> list[str]:
    """The lines under an excerpt: difference and allowance, or what would decide it."""
    if identity.verdict is Verdict.UNDECIDED or identity.difference is None:
        return narration.undecided(identity, result, lang)
    said = narration.amounts(identity, style_of((identity.stated, *identity.terms), lang))
    suffix = narration.spaced(narration.unit(result, identity.unit, identity.stated.at, lang))
    notes = [say("report.difference", lang, difference=said["difference"], allowed=said["allowed"], unit=suffix)]
    if identity.verdict is Verdict.ROUNDING:
        notes.append(say("report.rounding", lang))
    if finding.contradicts:
        named = (" ".join(filter(None, (rule, code, period))) for rule, code, _, period in finding.contradicts)
        notes.append(say("report.contradicts", lang, identities=", ".join(dict.fromkeys(named))))
    return notes


def _noted(note: str, scene: Scene, sign: str = "=") -> str:
    lead = f"  {sign} "
    return textwrap.fill(
        note, scene.columns, initial_indent=lead, subsequent_indent=" " * len(lead),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _undecided(result: Reconciliation, scene: Scene) -> Iterator[str]:
    """Each sum that could not be decided, and what would decide it."""
    yield say("report.undecided.listed", scene.lang)
    for identity in result.proofs(Verdict.UNDECIDED):
        stated = identity.stated
        about = narration.what(scene, stated.code, stated.element, stated.source, stated.period)
        reasons = [narration.undecided_why(identity, scene.lang), *narration.undecided(identity, result, scene.lang)]
        where = ", ".join(filter(None, (stated.at.document, narration.place(stated.at, scene.lang))))
        yield f"  {identity.rule} {about}"
        yield f"    --> {where}"
        yield _noted("; ".join(reasons), scene, "  =")


def _unprotected(result: Reconciliation, scene: Scene) -> Iterator[str]:
    """The figures in which an error would not show, or would not say where."""
    yield say("report.unprotected", scene.lang)
    for document in result.documents:
        for figure in document.unprotected:
            about = narration.what(scene, figure.code, figure.element, figure.source, figure.period)
            where = ", ".join(filter(None, (figure.at.document, narration.place(figure.at, scene.lang))))
            yield f"  {about}: {say(f'report.protection.{figure.protection}', scene.lang)}"
            yield f"    --> {where}"


def _document(document: DocumentResult, scene: Scene) -> list[str]:
    """What is to be said of a document: that it was not read, or what in it was not checked, and why."""
    notes = [_note(key, parameters, scene.lang) for key, parameters in document.notes]
    shown = notes if scene.everything or len(notes) <= _NOTES + 1 else notes[:_NOTES]
    if len(shown) < len(notes):
        shown = [*shown, say("report.notes_left_out", scene.lang, count=len(notes) - len(shown))]
    if document.error is not None:
        return narration.fault(document.error, scene.lang).splitlines() + [_noted(note, scene) for note in shown]
    if document.status == "read" and not shown:
        return []
    headline = say(f"report.document.{document.status}", scene.lang, path=document.path)
    return [headline, *(_noted(note, scene) for note in shown)]


def _note(key: str, parameters: dict[str, object], lang: str) -> str:
    """A note as it is shown; tables are numbered as in the place of a finding."""
    table = parameters.get("table")
    return say(key, lang, **(parameters | {"table": table.removeprefix("t")} if isinstance(table, str) else parameters))


def _summary(result: Reconciliation, lang: str, columns: int) -> str:
    """One row a document, when there are several."""
    from tabulate import tabulate  # only a run over several documents pays for it

    heads = [say(f"report.head.{name}", lang) for name in (
        "document", "status", "figures", "open", "errors", "warnings")]  # fmt: skip
    rows = []
    for document in result.documents:
        severities = [f.severity for f in result.findings if f.at.document == document.path]
        numbers = (document.figures, document.figures - document.covered,
                   severities.count(Severity.ERROR), severities.count(Severity.WARNING))  # fmt: skip
        status = say(f"report.status.{document.status}", lang)
        rows.append([document.path, status, *(f"{number:,}".replace(",", "\u00a0") for number in numbers)])
    align = ("left", "left", *["right"] * 4)
    # tabulate keeps two blanks beside a head
    taken = sum(max([width(heads[k]) + 2, *(width(row[k]) for row in rows)]) + 2 for k in range(1, len(heads)))
    for row in rows:
        row[0] = cut_front(row[0], max(20, columns - taken))
    return tabulate(rows, heads, tablefmt="simple", disable_numparse=True, colalign=align)


def _ending(result: Reconciliation, scene: Scene) -> Iterator[str]:
    counted = ". ".join(tally.counts(result, scene.lang, hint=not scene.everything))
    yield textwrap.fill(counted, scene.columns, break_on_hyphens=False)
    last = tally.verdict(result, scene.lang)
    if last:
        yield textwrap.fill(last, scene.columns, break_on_hyphens=False)
    told = [*rules_told(result, scene.lang, scene.everything), *idle_told(result, scene.lang, scene.everything)]
    for line in told:
        yield _wrapped(line, scene)


def _wrapped(line: str, scene: Scene) -> str:
    """A line that may be long: what follows stands two blanks further in."""
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.fill(line, scene.columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def paint(text: str) -> str:
    """The report in colours: they repeat what the words and signs already say."""
    from click import style

    colours = {"error": "red", "warning": "yellow", "information": "cyan"}
    words = {narration.severity(s, lang): colours[s.value] for s in Severity for lang in LANGUAGES}
    headline = re.compile(rf"({'|'.join(words)})(\[\w+\]|(?=: ))(.*)")
    caret = re.compile(r"(.*\| +)(\^+)")
    painted = []
    for line in text.split("\n"):
        if found := headline.match(line):
            line = style(found[1] + found[2], fg=words[found[1]], bold=True) + style(found[3], bold=True)
        elif found := caret.fullmatch(line):
            line = found[1] + style(found[2], fg="red", bold=True)
        elif line.startswith(("  --> ", "  = ")):
            sign, rest = line[:5].rstrip(), line[5:].lstrip() if line.startswith("  -->") else line[4:]
            line = style(line[: len(line) - len(rest)], fg="blue") + rest if sign else line
        painted.append(line)
    return "\n".join(painted)

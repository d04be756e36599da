"""The page: one file that needs no network, with the tables as read, findings beside them, and causes first."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePath

from recon.messages import say
from recon.model.asked import Asked
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.telling import narration, page, tally
from recon.telling.excerpts import Scene
from recon.telling.page import lists
from recon.telling.page.coverage import Picture, cell_id, numbers_of, picture
from recon.telling.page.tables import Known, tables
from recon.telling.rules_told import rules_told
from recon.telling.waivers_told import by, idle_told
from recon.version import version

SUFFIX = "html"
_GRAVEST = {Severity.INFORMATION: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_PARTS = Path(page.__file__).parent


def pieces(result: Reconciliation, asked: Asked) -> Iterator[str]:
    """The page from top to bottom. All that comes from a document is escaped."""
    lang = asked.lang
    scene = narration.scene(result, lang, 400, asked.everything)
    names = ", ".join(PurePath(document.path).name for document in result.documents)
    title = escape(say("page.title", lang, name=names))
    yield f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{title}</title>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    yield "script-src 'unsafe-inline'\">\n"
    yield f"<style>{(_PARTS / 'report.css').read_text(encoding='utf-8')}</style></head>\n<body>"
    yield f'<a class="skip" href="#findings">{escape(say("page.skip", lang))}</a>'
    yield f"<header><h1>{title}</h1>"
    for sentence in (tally.verdict(result, lang), *tally.counts(result, lang)):
        yield f'<p class="verdict">{escape(sentence)}</p>' if sentence else ""
    made = say("page.made", lang, version=version(), profile=result.rulebook.profile)
    yield f'<p class="soft">{escape(made)} <code>{escape(result.rulebook.digest)}</code></p>'
    for line in (*rules_told(result, lang, asked.everything), *idle_told(result, lang, asked.everything)):
        yield f'<p class="soft">{escape(line)}</p>'
    yield "</header>\n<main>"
    yield from _documents(result, lang)
    yield from _waived(result, scene)
    yield from _causes(result, scene)
    drawn = picture(result)
    yield from _findings(result, scene, drawn)
    yield f"</main>\n<script>{(_PARTS / 'report.js').read_text(encoding='utf-8')}</script></body></html>\n"


def _documents(result: Reconciliation, lang: str) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(say(f"page.document.{name}", lang))}</th>'
                    for name in ("file", "status", "figures", "hash"))  # fmt: skip
    yield f"<h2>{escape(say('page.documents', lang))}</h2>"
    yield f'<table class="documents"><thead><tr>{heads}</tr></thead><tbody>'
    for document in result.documents:
        notes = "<br>".join(escape(reason) for reason in narration.reasons(document, lang))
        status = escape(say(f"page.status.{document.status}", lang)) + (
            f'<br><span class="soft">{notes}</span>' if notes else ""
        )
        figures = f"{tally.number(document.figures)} / {tally.number(document.covered)}"
        cells = (escape(document.path), status, figures, f"<code>{document.sha256}</code>")
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</tbody></table>"


def _waived(result: Reconciliation, scene: Scene) -> Iterator[str]:
    """What a waiver sets apart stands by itself, with who answers for it."""
    if not result.waived:
        return
    yield f"<h2>{escape(say('report.waived', scene.lang, count=len(result.waived)))}</h2><ul>"
    for finding in result.waived:
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        where = ", ".join(filter(None, (finding.at.document, narration.place(finding.at, scene.lang))))
        head = f"{finding.rule.code} {about}: {narration.sentence(finding, result, scene.lang)}"
        yield f'<li>{escape(head)}<br><span class="soft">{escape(where)}; {escape(by(finding, scene.lang))}</span></li>'
    yield "</ul>"


def _causes(result: Reconciliation, scene: Scene) -> Iterator[str]:
    if result.causes:
        yield f"<h2>{escape(say('page.causes', scene.lang))}</h2>"
    documents = numbers_of(result)
    for cause in result.causes:
        yield lists.cause(cause, result, scene, documents)


def _findings(result: Reconciliation, scene: Scene, drawn: Picture | None) -> Iterator[str]:
    lang, documents = scene.lang, numbers_of(result)
    yield f'<div class="split"><div class="side"><h2 id="findings">{escape(say("page.findings", lang))}</h2>'
    yield from _filters(result, scene, drawn)
    if not result.findings:
        yield f"<p>{escape(say('page.findings.none', lang))}</p>"
    yield '<ol class="findings">'
    for finding in sorted(result.findings, key=lambda each: -each.severity.rank):
        yield lists.finding(finding, result, scene, documents)
    yield '</ol></div><div><div id="sum" role="status" aria-live="polite"></div>'
    if drawn is None:
        yield f"<p>{escape(say('page.too_many', lang))}</p>"
        yield "</div></div>"
        return
    known = Known.of(drawn.covers, _marked(result, documents))
    for number, document in enumerate(result.documents):
        if document.path in drawn.trees:
            yield f"<h2>{escape(say('page.tree', lang))}</h2>"
            yield from lists.tree(drawn.trees[document.path], lang)
        if document.grids:
            yield f'<h2>{escape(say("page.tables", lang))} <span class="soft">{escape(document.path)}</span></h2>'
        yield from tables(document, number, known, lang)
    yield "</div></div>"


def _filters(result: Reconciliation, scene: Scene, drawn: Picture | None) -> Iterator[str]:
    lang = scene.lang
    choices = {
        "severity": {f.severity.value: narration.severity(f.severity, lang) for f in result.findings},
        "rule": {f.rule.code: f.rule.code for f in result.findings},
        "source": {f.source: scene.source(f.source) for f in result.findings if f.source},
        "period": {f.period: scene.period(f.period) for f in result.findings if f.period},
    }
    yield f'<form class="filters" aria-label="{escape(say("page.filter", lang))}">'
    for name, known in choices.items():
        if len(known) > 1:
            options = "".join(f'<option value="{escape(code)}">{escape(said)}</option>'
                              for code, said in sorted(known.items()))  # fmt: skip
            yield f'<label>{escape(say(f"page.filter.{name}", lang))}<select name="{name}">'
            yield f'<option value="">{escape(say("page.filter.all", lang))}</option>{options}</select></label>'
    if drawn is not None:
        yield f'<label><span><input type="checkbox" id="heat"> {escape(say("page.coverage", lang))}</span></label>'
    shown = escape(say("page.filter.shown", lang, count="{count}", all="{all}"))
    yield "</form>"
    if result.findings:
        yield f'<p class="soft screen" id="shown" role="status" data-text="{shown}"></p>'
    if drawn is not None:
        yield f'<p class="soft screen">{escape(say("page.legend", lang))}</p>'


def _marked(result: Reconciliation, documents: dict[str, int]) -> dict[str, str]:
    """Classes of the cells that findings stand at and causes are in: the gravest of each."""
    grave: dict[str, Severity] = {}
    for finding in result.findings:
        name = cell_id(finding.at, documents)
        if name and _GRAVEST[finding.severity] >= _GRAVEST.get(grave.get(name, Severity.INFORMATION), 0):
            grave[name] = finding.severity
    marked = {name: f"f-{severity.value}" for name, severity in grave.items()}
    for cause in result.causes:
        for repair in cause.repairs:
            name = cell_id(repair.at, documents)
            marked[name] = f"{marked.get(name, '')} wrong".strip()
    marked.pop("", None)
    return marked

"""Findings and causes as the page lists them: each with the cells that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from recon.messages import say
from recon.model.cause import Cause, Repair
from recon.model.finding import Finding
from recon.model.reconciliation import Reconciliation
from recon.telling import explanations, narration
from recon.telling.excerpts import Scene, style_of
from recon.telling.notation import squeezed, written
from recon.telling.page.coverage import Branch, cell_id, failing_below

_DEEPEST = 8


def finding(known: Finding, result: Reconciliation, scene: Scene, documents: dict[str, int]) -> str:
    """One finding: a button that shows its sum in the table, with all that is said of it."""
    lang = scene.lang
    identity = known.identity
    about = narration.what(scene, known.code, known.element, known.source, known.period)
    where = ", ".join(filter(None, (known.at.document, narration.place(known.at, lang))))
    parts = [] if identity is None else [(cell_id(t.at, documents), t.weight) for t in identity.terms]
    data = {
        "severity": known.severity.value,
        "rule": known.rule.code,
        "source": known.source,
        "period": known.period,
        "total": cell_id(known.at, documents),
        "parts": " ".join(f"{'-' if weight < 0 else '+'}{name}" for name, weight in parts if name),
        "sum": _sum(known, scene),
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    cause = f'<span class="tag">{escape(known.cause)}</span>' if known.cause else ""
    return (
        f'<li {attributes}><button type="button" class="pick"><span class="badge {known.severity.value}">'
        f"{escape(narration.severity(known.severity, lang))}</span> <b>{escape(known.rule.code)}</b> "
        f"{escape(narration.headline(known, lang))}{cause}"
        f'<span class="about">{escape(about)}</span>'
        f'<span class="said">{escape(narration.sentence(known, result, lang))}</span>'
        f'<span class="where">{escape(where)}</span></button></li>'
    )


def _sum(known: Finding, scene: Scene) -> str:
    """The identity on one line, with what its parts come to."""
    identity = known.identity
    if identity is None or identity.computed is None:
        return ""
    style = style_of((identity.stated, *identity.terms), scene.lang)
    decimals = max(term.decimals for term in (identity.stated, *identity.terms))
    parts = "".join(
        f" {'−' if term.weight < 0 else '+'} "
        f"{written(term.amount, term.decimals, style) if term.amount is not None else term.raw}"
        for term in identity.terms
    )
    difference = written(identity.difference, decimals, style, True) if identity.difference is not None else ""
    return say(
        "page.sum",
        scene.lang,
        stated=identity.stated.raw,
        parts=parts.removeprefix(" + "),
        computed=written(identity.computed, decimals, style),
        difference=difference,
    )


def cause(known: Cause, result: Reconciliation, scene: Scene, documents: dict[str, int]) -> str:
    """One cause in the words of the other reports; its figures are links to their cells."""
    head, *lines = explanations.told(known, result, scene, arithmetic=False)
    cells = [(repair, cell_id(repair.at, documents)) for repair in (*known.repairs, *known.absent)]
    links = "".join(_link(repair, name, scene) for repair, name in cells if name)
    told = "".join(f"<li>{escape(squeezed(line))}</li>" for line in lines)
    return f'<article class="cause" id="{escape(known.id)}"><h3>{escape(head)}</h3>{links}<ul>{told}</ul></article>'


def _link(repair: Repair, name: str, scene: Scene) -> str:
    about = narration.what(scene, repair.code, repair.element, repair.source, repair.period)
    return f'<a class="cell" href="#{escape(name)}">{escape(about)}</a> '


def tree(branches: list[Branch], lang: str) -> Iterator[str]:
    """Elements under one another; branches with a broken sum are open, the others folded."""
    yield '<ul class="tree">'
    for branch in branches:
        yield from _branch(branch, lang, 0)
    yield "</ul>"


def _branch(branch: Branch, lang: str, depth: int) -> Iterator[str]:
    failing = failing_below(branch)
    mark = say("page.broken_sums", lang, count=branch.failing) if branch.failing else ""
    state = "bad" if branch.failing else "way" if failing else "good"
    name = f'<span class="{state}">{escape(branch.name)}</span>{f" <em>{escape(mark)}</em>" if mark else ""}'
    if not branch.parts or depth >= _DEEPEST:
        yield f"<li>{name}</li>"
        return
    yield f"<li><details{' open' if failing or not depth else ''}><summary>{name}</summary><ul>"
    for part in branch.parts.values():
        yield from _branch(part, lang, depth + 1)
    yield "</ul></details></li>"

"""A cause in words: which figures should read what, what that settles, what else would, and what decides."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from recon.messages import say
from recon.model.cause import Cause, Explanation, Repair
from recon.model.finding import Finding
from recon.model.identity import Term
from recon.model.reconciliation import Reconciliation
from recon.telling import narration
from recon.telling.excerpts import Scene, style_at, style_of
from recon.telling.notation import written

#: how many alternatives, and how many changes of each, are shown before the rest is only counted
_ALTERNATIVES, _CHANGES = 3, 3


def told(
    cause: Cause, result: Reconciliation, scene: Scene, arithmetic: bool, numbered: bool = False
) -> Iterator[str]:
    """The lines of one cause. arithmetic: also each sum as it comes out once the figures read as proposed.

    numbered: the findings have numbers where this is read, and are named by these.
    """
    lang = scene.lang
    yield headline(cause, lang)
    for repair in cause.repairs:
        yield _indented(_repair(repair, "report.cause.repair", scene), scene)
    if cause.explanations:
        yield from _why(cause.explanations[0], scene)
    if cause.confirmed:
        yield _indented(say("report.cause.confirmed", lang), scene)
    ids = set(cause.explains)
    explained = [finding for finding in (*result.findings, *result.waived) if finding.id in ids]
    numbers = [str(n) for n, finding in enumerate(result.findings, 1) if finding.id in ids]
    if numbered and numbers:
        yield _indented(say("protocol.settles", lang, numbers=", ".join(numbers)), scene)
    else:
        named = ", ".join(dict.fromkeys(_name(finding, scene) for finding in explained))
        yield _indented(say("report.cause.settles", lang, findings=named), scene)
    if arithmetic:
        for finding in explained:
            yield from _sum(finding, cause, result, scene)
    yield from _others(cause, scene, arithmetic)
    if cause.decides is not None:
        where = narration.place(cause.decides.at, lang)
        about = _meant(cause.decides, scene).removesuffix(f" ({where})")
        yield _indented(say("report.cause.decides", lang, what=f"{about} ({where})"), scene)
    if not cause.minimal:
        yield _indented(say("report.cause.not_minimal", lang), scene)


def headline(cause: Cause, lang: str) -> str:
    """What kind of cause it is, how many figures it is about and how many findings it explains."""
    count = len(cause.repairs) or len(cause.absent)
    return say(_headline(cause), lang, id=cause.id, figures=count, findings=len(cause.explains))


def _headline(cause: Cause) -> str:
    if cause.kind in ("left-behind", "left-out", "twice", "absent"):
        return f"report.cause.{cause.kind}"
    return "report.cause." + ("unique" if cause.unique else "several") + (".together" if len(cause.repairs) > 1 else "")


def _why(explanation: Explanation, scene: Scene) -> Iterator[str]:
    """What was amended, left out, counted twice or is printed nowhere."""
    for repair in explanation.absent:
        yield _indented(_repair(repair, "report.cause.absent.amount", scene), scene)
    if explanation.part is not None:
        yield _indented(_repair(explanation.part, f"report.cause.{explanation.kind}.part", scene), scene)
    amended = explanation.amended
    if amended is None:
        return
    one_of = ".one_of" if explanation.amended_instead else ""
    yield _indented(_repair(amended, f"report.cause.{amended.slip}{one_of}", scene), scene)
    for other in explanation.amended_instead[:_ALTERNATIVES]:
        yield _indented(_repair(other, "report.cause.amended.or", scene), scene)
    further = len(explanation.amended_instead) - _ALTERNATIVES
    if further > 0:
        yield _indented(say("report.cause.amended.further", scene.lang, count=further), scene)


def _name(finding: Finding, scene: Scene) -> str:
    words = (finding.rule.code, finding.code, scene.period(finding.period))
    return "\u00a0".join(word for word in words if word)


def _others(cause: Cause, scene: Scene, arithmetic: bool) -> Iterator[str]:
    """What else would settle the findings; explanations that are far less likely only where all is asked for."""
    whole = scene.everything or arithmetic
    offered = cause.alternatives if whole else cause.alternatives[:_ALTERNATIVES]
    for alternative in offered:
        yield _indented(_alternative(alternative, "report.cause.or", scene, whole), scene)
    if len(offered) < len(cause.alternatives):
        yield _indented(say("report.cause.further", scene.lang, count=len(cause.alternatives) - len(offered)), scene)
    for explanation in cause.explanations[1:]:
        if explanation.absent and explanation not in cause.less_likely:
            amounts = "; ".join(_repair(repair, "report.cause.absent.amount", scene) for repair in explanation.absent)
            yield _indented(say("report.cause.or_absent", scene.lang, amounts=amounts), scene)
    for explanation in cause.less_likely if whole else ():
        if not explanation.repairs:
            continue
        yield _indented(_alternative(explanation.repairs, "report.cause.less_likely", scene, whole), scene)


def _alternative(repairs: tuple[Repair, ...], key: str, scene: Scene, whole: bool) -> str:
    kept = len(repairs) if whole or len(repairs) <= _CHANGES + 1 else _CHANGES
    changes = [_repair(repair, "report.cause.change", scene) for repair in repairs[:kept]]
    if kept < len(repairs):
        changes.append(say("report.cause.changes_left_out", scene.lang, count=len(repairs) - kept))
    return say(key, scene.lang, repairs="; ".join(changes))


def _sum(finding: Finding, cause: Cause, result: Reconciliation, scene: Scene) -> Iterator[str]:
    """The identity of a finding with the proposed figures in the place of the stated ones."""
    identity = finding.identity
    if identity is None:
        return
    style = style_of((identity.stated, *identity.terms), scene.lang)
    units = result.rulebook.vocabulary.unit_table
    proposed = {repair.figure: repair for repair in cause.repairs}

    def power(unit: str) -> int:
        return units[unit].power if unit in units else 0

    def amount(term: Term) -> str:
        repair = proposed.get(term.figure)
        value = term.amount
        if repair is not None and value is not None:
            # the sum may be in another unit than the figure, so the change is carried over to that unit
            value += (repair.proposed - repair.stated).scaleb(power(repair.unit) - power(identity.unit))
        shown = written(value, term.decimals, style) if value is not None else term.raw
        return f"[{shown}]" if repair is not None else shown

    parts = " ".join(f"{'-' if term.weight < 0 else '+'} {amount(term)}" for term in identity.terms)
    for absent in cause.absent:
        if absent.at == identity.stated.at:
            parts += f" + [{written(absent.proposed, absent.decimals, style)}]"
    line = f"{amount(identity.stated)} = {parts.removeprefix('+ ') or '0'}"
    yield _indented(f"{_name(finding, scene)}: {line}", scene)


def _meant(repair: Repair, scene: Scene) -> str:
    about = narration.what(scene, repair.code, repair.element, repair.source, repair.period)
    # a figure of a passport has no element: its place tells it from the table's
    return about if repair.code or repair.element else f"{about} ({narration.place(repair.at, scene.lang)})"


def _indented(said: str, scene: Scene) -> str:
    return textwrap.fill(
        said,
        scene.columns,
        initial_indent="  ",
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _repair(repair: Repair, key: str, scene: Scene) -> str:
    style = style_at(repair.at, scene)
    where, about = narration.place(repair.at, scene.lang), _meant(repair, scene)
    return say(
        key,
        scene.lang,
        what=about,
        where=about if where in about else f"{about}, {where}",
        stated=written(repair.stated, repair.decimals, style),
        proposed=written(repair.proposed, repair.decimals, style),
        slip=narration.slip(repair, scene.lang),
    )

"""A finding as one row of a table of discrepancies: place, figure, stated, computed, difference, rule, proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from recon.messages import say
from recon.model.cause import Cause, Repair
from recon.model.finding import Finding
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation
from recon.telling import narration
from recon.telling.excerpts import Scene, shown, style_at, style_of
from recon.telling.explanations import headline
from recon.telling.notation import notation, written

#: how many other ways to settle a finding are told in one cell
_OTHER_WAYS = 2
#: of more figures that change together only the one in question is told there
_FEW = 3


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What a table of discrepancies says of one finding, in words and in the document's own notation.

    amounts: stated, computed and difference as exact numbers with their digits, None where there is none.
    unit: of these amounts, as the document prints it. told: what is wrong with a form, "" where amounts say it.
    """

    finding: Finding
    place: str
    about: str
    stated: str
    computed: str
    difference: str
    amounts: tuple[tuple[Decimal, int] | None, ...]
    unit: str
    rule: str
    level: str
    told: str
    proposal: str
    cause: str


def discrepancies(result: Reconciliation, scene: Scene) -> list[Discrepancy]:
    """One row a finding, in the order of the report."""
    causes = {cause.id: cause for cause in result.causes}
    return [_row(finding, causes.get(finding.cause or ""), result, scene) for finding in result.findings]


def _row(finding: Finding, cause: Cause | None, result: Reconciliation, scene: Scene) -> Discrepancy:
    lang = scene.lang
    identity = finding.identity
    said: dict[str, str] = {}
    exact: tuple[tuple[Decimal, int] | None, ...] = (None, None, None)
    if identity is not None:
        said = narration.amounts(identity, style_of((identity.stated, *identity.terms), lang))
        digits = max(term.decimals for term in (identity.stated, *identity.terms))
        values = (identity.stated.amount, identity.computed, identity.difference)
        exact = tuple(None if value is None else (value, digits) for value in values)
    told = narration.sentence(finding, result, lang) if identity is None else ""
    if identity is not None and identity.verdict is Verdict.UNDECIDED:
        told = narration.sentence(finding, result, lang)
    unit = narration.unit(result, identity.unit if identity else finding.unit, finding.at, lang)
    return Discrepancy(
        finding,
        narration.place(finding.at, lang),
        narration.what(scene, finding.code, finding.element, finding.source, finding.period),
        said.get("stated", "") or (_stated(finding, lang) if identity is None else ""),
        said.get("computed", ""),
        said.get("difference", ""),
        exact,
        unit,
        f"{finding.rule.code}: {narration.headline(finding, lang)}",
        say(f"marked.level.{finding.severity.value}", lang),
        told[:1].upper() + told[1:],
        proposal(finding, cause, scene),
        cause.id if cause is not None else "",
    )


def _stated(finding: Finding, lang: str) -> str:
    """What a form finding is about, as printed; a figure of a workbook as its reader writes numbers."""
    return shown(finding.stated, finding.at, lang) if finding.period else finding.stated


def proposal(finding: Finding, cause: Cause | None, scene: Scene) -> str:
    """What to put right for a finding; "" where nothing that is known settles it."""
    lang = scene.lang
    if finding.proposal is not None:
        value = written(finding.proposal.value, finding.proposal.decimals, notation([finding.stated], lang))
        return say("marked.proposal.state", lang, proposed=value)
    if cause is None:
        return ""
    if not cause.repairs:
        return headline(cause, lang)
    ways = [cause.repairs, *(() if cause.unique else cause.alternatives[:_OTHER_WAYS])]
    said = [changes(cause, repairs, finding.at, scene) for repairs in ways]
    if not cause.unique and len(cause.alternatives) > _OTHER_WAYS:
        said.append(say("marked.proposal.more", lang, count=len(cause.alternatives) - _OTHER_WAYS))
    between = say("marked.proposal.or", lang)
    return between.join(said) if cause.unique else say("marked.proposal.one_of", lang, ways=between.join(said))


def changes(cause: Cause, repairs: Sequence[Repair], beside: Locator, scene: Scene) -> str:
    """Figures and what they should read; of many only the one that stands here, the others are told with the cause."""
    told = repairs if len(repairs) <= _FEW else [repair for repair in repairs if repair.at == beside]
    said = [change(repair, scene, beside) for repair in told]
    if len(told) < len(repairs):
        key = "marked.proposal.together" if told else "marked.proposal.elsewhere"
        said.append(say(key, scene.lang, id=cause.id, count=len(repairs) - len(told)))
    return "; ".join(said)


def change(repair: Repair, scene: Scene, beside: Locator) -> str:
    """One figure and what it should read; its place is said unless it is the one that the words stand `beside`."""
    style = style_at(repair.at, scene)
    document = [repair.at.document] if repair.at.document != beside.document else []
    return say(
        "marked.change.here" if repair.at == beside else "marked.change.there",
        scene.lang,
        what=narration.what(scene, repair.code, repair.element, repair.source, repair.period),
        place=", ".join([*document, narration.place(repair.at, scene.lang)]),
        stated=written(repair.stated, repair.decimals, style),
        proposed=written(repair.proposed, repair.decimals, style),
        slip=narration.slip(repair, scene.lang),
    )

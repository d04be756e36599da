"""What is to be written beside each figure of a document: all that its findings and causes say of that one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from recon.messages import say
from recon.model.cause import Cause, Repair
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.telling.discrepancies import Discrepancy, change, changes, discrepancies
from recon.telling.excerpts import Scene
from recon.telling.explanations import headline


class Mark(IntEnum):
    """How a place is marked; where several things are said of one, the greatest counts."""

    INFORMATION = 0
    WARNING = 1
    TOTAL = 2  # a sum that does not come out, because of a figure elsewhere
    POSSIBLE = 3  # one of the figures that may be the wrong one
    CAUSE = 4  # the figure that explains the findings, and the only one


@dataclass(slots=True)
class Remark:
    """One place with its sentences, a paragraph each. repair: what the only cause proposes to write there."""

    at: Locator
    mark: Mark
    lines: list[str] = field(default_factory=list)
    repair: Repair | None = None


def remarks(result: Reconciliation, scene: Scene, document: str) -> list[Remark]:
    """The remarks on one document, in the order of its findings; figures that only causes name come last."""
    by_place: dict[Locator, Remark] = {}
    causes = {cause.id: cause for cause in result.causes}
    for row in discrepancies(result, scene):
        if row.finding.at.document != document:
            continue
        remark = _at(row.finding.at, _mark(row), by_place)
        remark.lines += _told(row, scene)
    for cause in causes.values():
        _add_cause(cause, document, by_place, scene)
    for row in discrepancies(result, scene):
        if row.finding.at.document == document and row.cause:
            _see(causes[row.cause], by_place[row.finding.at], scene)
    return list(by_place.values())


def _at(at: Locator, mark: Mark, by_place: dict[Locator, Remark]) -> Remark:
    remark = by_place.setdefault(at, Remark(at, mark))
    remark.mark = max(remark.mark, mark)
    return remark


def _mark(row: Discrepancy) -> Mark:
    severity = row.finding.severity
    if severity is Severity.ERROR:
        return Mark.TOTAL
    return Mark.WARNING if severity is Severity.WARNING else Mark.INFORMATION


def _told(row: Discrepancy, scene: Scene) -> list[str]:
    """What does not agree, and by how much."""
    lines = [say("marked.rule", scene.lang, level=row.level.capitalize(), rule=row.rule)]
    identity = row.finding.identity
    if identity is None or identity.verdict is Verdict.UNDECIDED or row.told:
        lines.append(row.told)
    else:
        unit = f" {row.unit}" if row.unit else ""
        lines.append(say("marked.amounts", scene.lang, stated=row.stated, computed=row.computed,
                         difference=row.difference, unit=unit))  # fmt: skip
    if row.finding.proposal is not None:
        lines.append(row.proposal)
    return lines


def _add_cause(cause: Cause, document: str, by_place: dict[Locator, Remark], scene: Scene) -> None:
    """Say at each figure of a cause what it should read, and whether other figures may be wrong in its place."""
    only = cause.unique
    ways = [cause.repairs] if only else [cause.repairs, *cause.alternatives]
    seen: set[tuple[Locator, str]] = set()
    for repair in (repair for way in ways for repair in way):
        if repair.at.document != document or (repair.at, str(repair.proposed)) in seen:
            continue
        seen.add((repair.at, str(repair.proposed)))
        remark = _at(repair.at, Mark.CAUSE if only else Mark.POSSIBLE, by_place)
        key = "marked.cause.only" if only else "marked.cause.possible"
        together = len(cause.repairs) > 1 and only
        said = say(key, scene.lang, id=cause.id, change=change(repair, scene, repair.at))
        if together:
            said += say("marked.cause.together", scene.lang, count=len(cause.repairs) - 1)
        remark.lines.append(said)
        if only and remark.repair is None:
            remark.repair = repair


def _see(cause: Cause, remark: Remark, scene: Scene) -> None:
    """At a sum that does not come out: which figure is behind it."""
    elsewhere = [repair for repair in cause.repairs if repair.at != remark.at]
    if len(elsewhere) < len(cause.repairs):
        return
    key = "marked.see.only" if cause.unique else "marked.see.possible"
    told = changes(cause, elsewhere, remark.at, scene)
    line = say(key, scene.lang, id=cause.id, changes=told) if elsewhere else headline(cause, scene.lang)
    if line not in remark.lines:
        remark.lines.append(line)

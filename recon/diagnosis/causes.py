"""Diagnoses as causes that a person can read: figures with their places, what they should read, and what decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import log
from typing import TYPE_CHECKING

from recon.diagnosis.ranking import Ranking
from recon.model.cause import Cause, Explanation, Repair
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.diagnosis.diagnose import Diagnosis, Explained
    from recon.ledger.ledger import Ledger
    from recon.model.finding import Finding

#: explanations that cost more than this above the first are a hundred times less likely
_FAR = log(100)


def causes(
    ledger: Ledger,
    ranking: Ranking,
    diagnoses: Sequence[Diagnosis],
    findings: Sequence[Finding],
    judgements: Sequence[Judgement],
) -> list[Cause]:
    """One cause a diagnosis, in the order of their first finding.

    The findings learn which cause is theirs. Their ids are final, their order is that of the report.
    """
    by_row = _findings_by_row(findings, judgements)
    found: list[Cause] = []
    for diagnosis in diagnoses:
        explained = [by_row[row] for row in diagnosis.rows if row in by_row]
        if not explained or not diagnosis.explanations:
            continue
        explanations = tuple(_explanation(ledger, ranking, each) for each in diagnosis.explanations)
        near = [each for each in explanations[1:] if _comes_near(each, explanations[0])]
        found.append(
            Cause(
                "",
                explanations[0].repairs,
                tuple(finding.id for finding in explained),
                not near and diagnosis.minimal and diagnosis.complete,
                tuple(each.repairs for each in near if each.repairs),
                explanations,
                diagnosis.minimal,
                diagnosis.complete,
                _decides((explanations[0], *near)),
                tuple(each for each in explanations[1:] if each not in near),
            )
        )
    return _numbered(found, findings)


def repair(ledger: Ledger, figure: int, change: int, slip: str) -> Repair:
    """One figure with what it should read, in its own unit and at its own digits."""
    row = ledger.figures.iloc[figure]
    element = ledger.elements.iloc[row["element"]]
    unit = ledger.unit(figure)
    stated = int(row["amount"])
    return Repair(
        str(element["code"]),
        str(element["name"]),
        str(row["source"]),
        str(row["period"]),
        ledger.in_unit(stated, unit),
        ledger.in_unit(stated + change, unit),
        int(row["decimals"]),
        str(row["unit"]),
        slip,
        ledger.locator(figure),
        figure,
    )


def _explanation(ledger: Ledger, ranking: Ranking, explained: Explained) -> Explanation:
    def as_it_is(figure: int, slip: str) -> Repair:
        return repair(ledger, figure, 0, slip)

    chain, part = explained.chain, explained.part
    if chain is not None:
        repairs = [repair(ledger, figure, by, "left-behind") for figure, by in sorted(explained.changes.items())]
        amended = as_it_is(chain.amended[0], ranking.amended(chain))
        instead = () if explained.confirmed else ranking.amended_instead(chain)
        others = tuple(as_it_is(figure, "amended") for figure in instead)
        return Explanation(explained.kind, tuple(repairs), explained.cost, amended, explained.confirmed, others)
    repairs = [
        repair(ledger, figure, by, ranking.slip_of(figure, by, explained.changes) if part is None else part.kind)
        for figure, by in sorted(explained.changes.items())
    ]
    found = Explanation(explained.kind, tuple(repairs), explained.cost, None, explained.confirmed)
    if part is None:
        return found
    named = None if part.part is None else as_it_is(part.part, part.kind)
    absent = tuple(_absent(ledger, figure, by) for figure, by in sorted(part.absent.items()))
    return replace(found, part=named, absent=absent)


def _absent(ledger: Ledger, total: int, amount: int) -> Repair:
    """A part that is printed nowhere, told of at the total that holds it."""
    stated = repair(ledger, total, 0, "absent")
    return replace(stated, stated=Decimal(0), proposed=ledger.in_unit(amount, ledger.unit(total)), figure=-1)


def _comes_near(other: Explanation, first: Explanation) -> bool:
    """Another least set always does; another kind of explanation if it is not a hundred times less likely.

    What the base edition bears out leaves everything else behind.
    """
    if first.confirmed != other.confirmed:
        return False
    if other.kind == first.kind == "figures":
        return len(other.repairs) == len(first.repairs)
    return other.cost - first.cost < _FAR


def _decides(explanations: tuple[Explanation, ...]) -> Repair | None:
    """The figure of the likeliest explanation that the fewest others share: once it is confirmed, they part."""
    if len(explanations) < 2 or not explanations[0].repairs:
        return None
    others = [{_place(known) for known in each.repairs} for each in explanations[1:]]
    return min(explanations[0].repairs, key=lambda own: sum(_place(own) in each for each in others))


def _place(known: Repair) -> tuple[object, ...]:
    return known.at, known.code, known.source, known.period, known.proposed


def _findings_by_row(findings: Sequence[Finding], judgements: Sequence[Judgement]) -> dict[tuple[int, int], Finding]:
    """Findings by the identity that they report: (number of the rule, number of the identity)."""
    rows: dict[tuple[int, tuple[int, ...]], tuple[int, int]] = {}
    for number, judgement in enumerate(judgements):
        bound = judgement.bound
        for k in judgement.judged.where(Verdict.BROKEN).tolist():
            parts = bound.part[bound.indptr[k] : bound.indptr[k + 1]].tolist()
            rows[id(judgement.rule), (int(bound.total[k]), *parts)] = number, k  # a total may stand in several
    found = {}
    for finding in findings:
        if finding.identity is not None and finding.verdict == Verdict.BROKEN.word:
            figures = (finding.identity.stated.figure, *(term.figure for term in finding.identity.terms))
            found[rows[id(finding.rule), figures]] = finding
    return found


def _numbered(found: list[Cause], findings: Sequence[Finding]) -> list[Cause]:
    """Causes named C1, C2, … in the order in which their findings stand in the document."""
    position = {finding.id: number for number, finding in enumerate(findings)}
    found.sort(key=lambda cause: min(position[finding] for finding in cause.explains))
    numbered = [replace(cause, id=f"C{number}") for number, cause in enumerate(found, 1)]
    for cause in numbered:
        for finding in cause.explains:
            findings[position[finding]].cause = cause.id
    return numbered

"""What waivers make of a result: their findings stand apart, and unused and expired ones are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from recon.model.finding import Finding
from recon.model.reconciliation import Reconciliation
from recon.model.waiver import Waiver, WaiverUse


def apply(result: Reconciliation, waivers: Sequence[Waiver], today: date | None = None) -> None:
    """Move what is waived out of the findings, and the causes that explain nothing else out of the causes."""
    today = today or date.today()
    roles = {(d.path, t.meaning.id): t.meaning.role for d in result.documents for t in d.tables}
    uses = []
    for waiver in waivers:
        fitting = [finding for finding in result.findings if fits(waiver, finding, roles)]
        expired = waiver.expires < today
        uses.append(
            WaiverUse(
                waiver,
                "expired" if expired else "used" if fitting else "unused",
                tuple(finding.id for finding in fitting),
            )
        )
        for finding in fitting if not expired else ():
            finding.waiver = finding.waiver or waiver
    result.waivers = uses
    result.waived = [finding for finding in result.findings if finding.waiver is not None]
    result.findings = [finding for finding in result.findings if finding.waiver is None]
    open_causes = {finding.cause for finding in result.findings}
    result.waived_causes = [cause for cause in result.causes if cause.id not in open_causes]
    result.causes = [cause for cause in result.causes if cause.id in open_causes]


def fits(waiver: Waiver, finding: Finding, roles: dict[tuple[str, str], str]) -> bool:
    """Whether a finding is one of those that a waiver means, whatever the day."""
    if waiver.rule != finding.rule.code or waiver.fingerprint not in ("", finding.fingerprint):
        return False
    at, table = finding.at, finding.at.table or ""
    if waiver.folder and not _inside(at.document, waiver.folder):
        return False
    if waiver.difference is not None:
        identity = finding.identity
        if identity is None or identity.difference != waiver.difference:
            return False
    if waiver.where is None:
        return True
    return waiver.where.fits(
        {
            "document": (at.document,), "table": (table, roles.get((at.document, table), "")), "code": (finding.code,),
            "element": (finding.element,), "source": (finding.source,), "period": (finding.period,),
        }
    )  # fmt: skip


def _inside(document: str, folder: str) -> bool:
    return Path(document).absolute().resolve().is_relative_to(folder)

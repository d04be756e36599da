"""What was waived, by whom, why and until when; and the waivers that silence nothing or no longer may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recon.messages import say
from recon.model.finding import Finding
from recon.model.reconciliation import Reconciliation
from recon.model.waiver import Waiver, WaiverUse
from recon.telling import narration
from recon.telling.excerpts import Scene

#: how many waived findings, and how many idle waivers, are shown before the rest is only counted
_SHOWN = 10


def waived_told(result: Reconciliation, scene: Scene) -> Iterator[str]:
    """The findings that are waived, two lines each."""
    lang = scene.lang
    if not result.waived:
        return
    yield say("report.waived.listed", lang)
    shown = result.waived if scene.everything or len(result.waived) <= _SHOWN + 1 else result.waived[:_SHOWN]
    for finding in shown:
        about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
        where = ", ".join(filter(None, (finding.at.document, narration.place(finding.at, lang))))
        word = f"{narration.severity(finding.severity, lang)}[{finding.rule.code}]"
        yield f"  {word} {about or narration.headline(finding, lang)}: {narration.sentence(finding, result, lang)}"
        yield f"    --> {where}"
        yield f"    = {by(finding, lang)}"
    if len(shown) < len(result.waived):
        yield f"  {say('report.waivers.left_out', lang, count=len(result.waived) - len(shown))}"


def by(finding: Finding, lang: str, key: str = "report.waived.by") -> str:
    """Who waived a finding, until when and why."""
    waiver = finding.waiver
    assert waiver is not None
    return say(key, lang, **_parameters(waiver))


def idle_told(result: Reconciliation, lang: str, everything: bool) -> Iterator[str]:
    """One line for each waiver that is unused or has expired."""
    idle = [use for use in result.waivers if use.state != "used"]
    shown = idle if everything or len(idle) <= _SHOWN + 1 else idle[:_SHOWN]
    for use in shown:
        yield idle_line(use, lang)
    if len(shown) < len(idle):
        yield say("report.waivers.left_out", lang, count=len(idle) - len(shown))


def idle_line(use: WaiverUse, lang: str) -> str:
    key = f"report.waiver.{use.state}"
    if use.state == "expired" and not use.findings:
        key = "report.waiver.expired.unused"
    return say(key, lang, **_parameters(use.waiver), count=len(use.findings))


def place_of(waiver: Waiver) -> str:
    """What a waiver names as its place: its selectors, or the fingerprint."""
    return ", ".join(filter(None, (str(waiver.where) if waiver.where else "", waiver.fingerprint)))


def told_day(day: date) -> dict[str, str]:
    """A day as each language writes it."""
    return {"en": day.isoformat(), "ru": f"{day:%d.%m.%Y}"}


def _parameters(waiver: Waiver) -> dict[str, object]:
    return {
        "author": waiver.author, "reason": waiver.reason, "date": told_day(waiver.expires), "rule": waiver.rule,
        "origin": f"{waiver.origin.path}:{waiver.origin.line}", "place": place_of(waiver),
    }  # fmt: skip

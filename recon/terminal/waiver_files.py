"""Where waivers are found, and how the findings of today become a file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from recon.messages import say
from recon.model.errors import WrongUsage
from recon.model.finding import Finding
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Rulebook
from recon.model.waiver import Waiver
from recon.rulebook.extend import is_file
from recon.rulebook.waivers import FILE, day, day_hint, read_waivers
from recon.telling import narration
from recon.telling.waivers_told import told_day


def waivers_for(given: str | None, documents: Sequence[str], rulebook: Rulebook) -> list[Waiver]:
    """The waivers of the file named, or of those found: in the working folder for all documents, beside documents for
    those in that folder. WrongRules: something in a file is wrong."""
    codes = sorted({rule.code for rule in rulebook.rules})
    if given is not None:
        if not is_file(Path(given)):
            raise WrongUsage("error.no-such-waivers", path=given)
        return read_waivers(Path(given), codes, rulebook.vocabulary)
    found: list[Waiver] = []
    seen = set()
    for path, folder in [(Path(FILE), ""), *_beside(documents)]:
        if is_file(path) and path.resolve() not in seen:
            seen.add(path.resolve())
            found += read_waivers(path, codes, rulebook.vocabulary, folder)
    return found


def _beside(documents: Sequence[str]) -> Iterator[tuple[Path, str]]:
    for folder in dict.fromkeys(Path(document).parent for document in documents):
        yield folder / FILE, str(folder.resolve())


class Baseline:
    """A waiver file to be made of a run. WrongUsage: it is there already, nobody answers for it, or a wrong date."""

    def __init__(self, path: str | None, author: str | None, reason: str | None, expires: str | None) -> None:
        stated = {"author": author, "reason": reason, "expires": expires}
        if path is None:
            given = next((f"--{name}" for name, text in stated.items() if text is not None), None)
            if given is not None:
                raise WrongUsage("error.baseline-option", option=given)
            self.path = None
            return
        self.path = Path(path)
        if self.path.exists():
            raise WrongUsage("error.baseline-exists", path=path)
        if not self.path.parent.is_dir():
            raise WrongUsage("error.no-output-folder", path=path, folder=str(self.path.parent))
        if not (author or "").strip():
            raise WrongUsage("error.baseline-author")
        today = date.today()
        last = day(expires) if expires is not None else _in_a_year(today)
        if last is None or last < today:
            hint = day_hint(expires or "") if last is None else ("error.baseline-over.help", {})
            raise WrongUsage("error.baseline-date", date=expires, hint=hint)
        self.author, self.reason, self.expires, self.today = author, reason, last, today

    def text(self, result: Reconciliation, lang: str) -> str:
        """One waiver for each place that has a finding, with what it says as a comment above."""
        scene = narration.scene(result, lang, 100, False)
        reason = self.reason or say("baseline.reason", lang, date=told_day(self.today))
        lines = [f"# {line}" for line in say("baseline.head", lang, count=len(result.findings)).splitlines()]
        lines.append("waivers:" if result.findings else "waivers: []")
        seen = set()
        for finding in result.findings:
            difference = _difference(finding)
            if (place := (finding.rule.code, finding.fingerprint, difference)) in seen:
                continue
            seen.add(place)
            about = narration.what(scene, finding.code, finding.element, finding.source, finding.period)
            said = narration.sentence(finding, result, lang)
            lines += [
                f"  # {_plain(f'{finding.at.document}, {narration.place(finding.at, lang)} ({about}): {said}')}",
                f"  - rule: {finding.rule.code}",
                f"    fingerprint: {_quoted(finding.fingerprint)}",
                *([f"    difference: {_quoted(difference)}"] if difference else []),
                f"    author: {_quoted(self.author or '')}",
                f"    reason: {_quoted(reason)}",
                f"    expires: {self.expires.isoformat()}",
            ]
        return "\n".join(lines) + "\n"


def _difference(finding: Finding) -> str:
    identity = finding.identity
    return str(identity.difference) if identity is not None and identity.difference is not None else ""


def _in_a_year(today: date) -> date:
    return date(today.year + 1, today.month, min(today.day, 28))


def _quoted(text: str) -> str:
    """A YAML text in double quotes: those of JSON mean the same."""
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join(text.split())

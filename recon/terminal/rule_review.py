"""A rule file looked at for what it cannot mean, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recon.messages import say
from recon.rulebook.advice import advice
from recon.rulebook.cases import beside
from recon.rulebook.extend import is_shipped
from recon.rulebook.fault import Fault
from recon.rulebook.load import examined


class Reviewed:
    """A rule file with its faults, and notes about what it lacks. WrongRules: it does not load."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.rulebook, merged = examined(path)
        self.faults = advice(merged, self.rulebook)
        self._own = [rule for rule in self.rulebook.rules if not is_shipped(rule.origin)]
        changed = [
            code for code, stanza in merged.stanzas.items()
            if is_shipped(stanza.code.at) and any(not is_shipped(key.at) for key, _ in stanza.fields.values())
        ]  # fmt: skip
        self._changed = [rule for rule in self.rulebook.rules if rule.code in changed and not rule.disabled]

    def lines(self, lang: str) -> Iterator[str]:
        """Faults, then notes, then what the file comes to."""
        for fault in self.faults:
            yield fault.text(lang) + "\n"
        for rule in self._own:
            if not rule.cases and not beside(Path(self.path), rule.code):
                hint = ("rules.advice.no-cases.help", {"code": rule.code})
                note = Fault(rule.origin, "rules.advice.no-cases", {"code": rule.code}, hint)
                yield note.text(lang, "report.note") + "\n"
        yield say(
            "rules.advice.counts", lang, path=self.path, own=len(self._own), changed=len(self._changed),
            silenced=len(self.rulebook.silenced), faults=len(self.faults),
        )  # fmt: skip

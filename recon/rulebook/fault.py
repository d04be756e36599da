"""A fault of a rule file: where it stands, what is wrong, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recon.messages import say
from recon.model.errors import ReconError, WrongRules
from recon.model.rule import Origin

Said = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. key, parameters: the sentence in `recon.messages`. hint: the next step, itself a message."""

    at: Origin
    key: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    hint: Said | None = None

    def text(self, lang: str, word: str = "report.fault") -> str:
        """The fault as the command line prints it: headline, place, next step. word: what it is called."""
        lines = [
            f"{say(word, lang)}: {say(self.key, lang, **self.parameters)}",
            f"  --> {self.at.path}:{self.at.line}:{self.at.column}",
        ]
        if self.hint is not None:
            lines.append(f"  = {say(self.hint[0], lang, **self.hint[1])}")
        return "\n".join(lines)


def wrong_rules(found: Iterable[Fault]) -> WrongRules:
    """All faults as one error, in the order of files and lines; the first gives the error its place."""
    unique = {(f.at, f.key, str(f.parameters)): f for f in found}
    ordered = tuple(sorted(unique.values(), key=lambda f: (f.at.path, f.at.line, f.at.column)))
    first = ordered[0].at
    return WrongRules(
        "error.rules", path=first.path, line=first.line, column=first.column, count=len(ordered), faults=ordered
    )


def faults(error: ReconError) -> list[Fault]:
    """The faults that a wrong rule file was refused for; none for any other error."""
    found = error.parameters.get("faults", ())
    return [fault for fault in found if isinstance(fault, Fault)] if isinstance(found, tuple) else []


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of; None where none is near."""
    from difflib import get_close_matches  # only a fault pays for it

    candidates = {name.lower(): name for name in sorted(known)}
    near = get_close_matches(word.strip().lower().replace("_", "-"), candidates, n=1, cutoff=0.6)
    return candidates[near[0]] if near else None


def suggestion(word: str, known: Iterable[str]) -> Said:
    """«did you mean …?» where something is near, else all that is known."""
    names = list(known)
    near = meant(word, names)
    if near is not None:
        return "rules.hint.meant", {"word": near}
    return "rules.hint.known", {"words": ", ".join(names)}

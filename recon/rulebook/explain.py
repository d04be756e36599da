"""A rule in full, for somebody who decides about a finding: why, examples, what it cannot see, how to change it."""

from __future__ import annotations

from textwrap import fill

from recon.messages import say
from recon.model.errors import WrongUsage
from recon.model.rule import Rule, Rulebook
from recon.rulebook.fault import suggestion

WIDTH = 100
_INDENT = "  "


def find(rulebook: Rulebook, code: str) -> Rule:
    """The rule with this code or name, in whatever case. WrongUsage: there is none, with the nearest one."""
    wanted = code.strip().lower()
    for rule in rulebook.rules:
        if wanted in (rule.code.lower(), rule.name.lower()):
            return rule
    known = [rule.code for rule in rulebook.rules]
    near = suggestion(code, [*known, *(rule.name for rule in rulebook.rules)])
    if near[0] == "rules.hint.known":
        near = ("rules.hint.known", {"words": ", ".join(known)})
    raise WrongUsage("error.no-such-rule", code=code, hint=near)


def sections(rule: Rule, lang: str) -> list[tuple[str, str]]:
    """Heading and text of each part of the explanation, in order. Parts that the rule does not state are left out."""
    parts = [
        ("why", rule.why.get(lang, "")),
        ("catches", rule.catches.get(lang, "")),
        ("misses", rule.misses.get(lang, "")),
        ("holds", rule.example.get("holds", {}).get(lang, "")),
        ("breaks", rule.example.get("breaks", {}).get(lang, "")),
        ("strictness", _strictness(rule, lang)),
    ]
    if rule.disabled:
        parts.insert(0, ("disabled", rule.disabled))
    return [(say(f"rules.explain.{name}", lang), text) for name, text in parts if text]


def silencing(rule: Rule, lang: str) -> str:
    """What to write into an own rule file to silence the rule."""
    reason = say("rules.explain.reason", lang)
    return f"extends: [by-document]\nrules:\n  {rule.code}: {{disabled: {reason}}}"


def explain(rule: Rule, lang: str) -> str:
    """The rule as `recon explain` prints it."""
    lines = [
        f"{say(f'report.severity.{rule.severity.value}', lang)}[{rule.code}] {rule.title[lang]}",
        f"{_INDENT}{rule.name}",
    ]
    for heading, text in sections(rule, lang):
        lines += ["", heading, fill(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)]
    lines += ["", say("rules.explain.silence", lang)]
    lines += [f"{_INDENT}{line}" for line in silencing(rule, lang).splitlines()]
    origin = f"{rule.origin.path}:{rule.origin.line}"
    lines += ["", say("rules.explain.origin", lang, origin=origin, check=_told(rule))]
    return "\n".join(lines)


def _told(rule: Rule) -> str:
    """The check with what it is told: `parts-add-to-whole, along: source`."""
    told = [f"{name}: {value if isinstance(value, str) else ', '.join(value)}" for name, value in _texts(rule)]
    return ", ".join([rule.check, *told])


def _texts(rule: Rule) -> list[tuple[str, str | tuple[str, ...]]]:
    return [
        (name, tuple(str(item) for item in value) if isinstance(value, tuple) else str(value))
        for name, value in rule.parameters.items()
    ]


def _strictness(rule: Rule, lang: str) -> str:
    if not _adds(rule):
        return say("rules.explain.form", lang, severity=_severity(rule.severity.value))
    key = "rules.explain.exact" if rule.tolerance == "exact" else "rules.explain.within"
    words = {"tolerance": rule.tolerance, "severity": _severity(rule.severity.value)}
    return say(key, lang, **words, rounding=_severity(rule.rounding.value))


def _severity(value: str) -> tuple[str, dict[str, object]]:
    return f"report.severity.{value}", {}


def _adds(rule: Rule) -> bool:
    """Whether the rule compares amounts, so that tolerance and rounding mean something to it."""
    return bool(rule.parameters) or rule.check == "consolidated-budget"

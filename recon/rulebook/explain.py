"""A rule in full, for somebody who decides about a finding: what must hold, why, how, examples, what it cannot see."""

from __future__ import annotations

from textwrap import fill

from recon.messages import has, say
from recon.model.errors import WrongUsage
from recon.model.rule import Rule, Rulebook
from recon.model.scope import Scope
from recon.rulebook.checks import adds_figures
from recon.rulebook.examples import Example, example
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
        ("disabled", rule.disabled),
        ("must", rule.must.get(lang, "")),
        ("why", rule.why.get(lang, "")),
        ("how", computing(rule, lang)),
        ("where", "; ".join(_scopes(rule, lang))),
        ("catches", rule.catches.get(lang, "")),
        ("misses", rule.misses.get(lang, "")),
        ("strictness", _strictness(rule, lang)),
    ]
    return [(say(f"rules.explain.{name}", lang), text) for name, text in parts if text]


def computing(rule: Rule, lang: str) -> str:
    """How the check of the rule computes; "" for one that says nothing of it, as a plug-in may."""
    values = [value for value in rule.parameters.values() if isinstance(value, str)]
    keys = [*(f"how.{rule.check}.{value}" for value in values), f"how.{rule.check}"]
    said = next((say(key, lang) for key in keys if has(key)), "")
    chosen = [f"{name} — {value}" for name, value in rule.parameters.items() if isinstance(value, Scope)]
    return " ".join(filter(None, (said, f"({'; '.join(chosen)})" if chosen else "")))


def _scopes(rule: Rule, lang: str) -> list[str]:
    stated = (("where", rule.where), ("unless", rule.unless))
    return [f"{name}: {scope}" for name, scope in stated if scope is not None]


def examples(rule: Rule, lang: str, rulebook: Rulebook) -> list[tuple[str, Example]]:
    """Heading and example of each kind: one that holds, one that breaks; none where the rule has no cases."""
    found = [(name, example(rule, name, lang, rulebook.vocabulary)) for name in ("holds", "breaks")]
    return [(say(f"rules.explain.{name}", lang), each) for name, each in found if each is not None]


def silencing(rule: Rule, lang: str) -> str:
    """What to write into an own rule file to silence the rule."""
    reason = say("rules.explain.reason", lang)
    return f"extends: [by-document]\nrules:\n  {rule.code}: {{disabled: {reason}}}"


def waiving(rule: Rule, lang: str) -> str:
    """What to write into a waiver file to set one finding of the rule apart."""
    return (
        f"waivers:\n  - rule: {rule.code}\n    where: {{document: programme.docx, code: 1.6, period: 2026}}\n"
        f"    author: {say('rules.explain.author', lang)}\n    reason: {say('rules.explain.reason', lang)}\n"
        "    expires: 2026-12-31"
    )


def explain(rule: Rule, lang: str, rulebook: Rulebook) -> str:
    """The rule as `recon explain` prints it."""
    lines = [
        f"{say(f'report.severity.{rule.severity.value}', lang)}[{rule.code}] {rule.title[lang]}",
        f"{_INDENT}{rule.name}",
    ]
    told = sections(rule, lang)
    for heading, text in told:
        lines += ["", heading, fill(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)]
    for heading, shown in examples(rule, lang, rulebook):
        lines += ["", heading]
        if shown.sentence:
            lines.append(fill(shown.sentence, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT))
        lines += [f"{_INDENT}{_INDENT}{line}".rstrip() for line in shown.lines]
        lines += [fill(shown.outcome, WIDTH, initial_indent=f"{_INDENT}= ", subsequent_indent=f"{_INDENT}  ")]
    for key, text in (("silence", silencing(rule, lang)), ("waive", waiving(rule, lang))):
        lines += ["", say(f"rules.explain.{key}", lang)]
        lines += [f"{_INDENT}{line}" for line in text.splitlines()]
    origin = f"{rule.origin.path}:{rule.origin.line}"
    lines += ["", say("rules.explain.origin", lang, origin=origin, check=_told(rule))]
    return "\n".join(lines)


def _told(rule: Rule) -> str:
    """The check with what it is told: `parts-add-to-whole, along: source`."""
    told = [f"{name}: {value}" for name, value in rule.parameters.items() if isinstance(value, str)]
    return ", ".join([rule.check, *told])


def _strictness(rule: Rule, lang: str) -> str:
    if not adds_figures(rule.check):
        return say("rules.explain.form", lang, severity=_severity(rule.severity.value))
    words: dict[str, object] = {
        "severity": _severity(rule.severity.value), "rounding": _severity(rule.rounding.value),
        "tolerance": rule.tolerance,
    }  # fmt: skip
    said = say("rules.explain.exact" if rule.tolerance == "exact" else "rules.explain.within", lang, **words)
    if rule.tolerances:
        units = ", ".join(f"{unit} {amount}" for unit, amount in rule.tolerances.items())
        said += " " + say("rules.explain.by-unit", lang, units=units)
    return said


def _severity(value: str) -> tuple[str, dict[str, object]]:
    return f"report.severity.{value}", {}


"""The rules of a rulebook as one table: code, name, severity, what each finds, and where it comes from."""

from __future__ import annotations

import os
import textwrap

from recon import shipped
from recon.messages import say
from recon.model.rule import Origin, Rulebook
from recon.rulebook.choose import kinds
from recon.telling.notation import terminal_width

_COLUMNS = ("code", "severity", "name", "title", "origin")


def table(rulebook: Rulebook, lang: str) -> str:
    """All rules, those that are off with their reason below, and the profile with its digest."""
    from tabulate import tabulate

    heads = [say(f"cli.head.{name}", lang) for name in _COLUMNS]
    rows = []
    for rule in rulebook.rules:
        level = say("cli.rules.off" if rule.disabled else f"report.severity.{rule.severity.value}", lang)
        rows.append([rule.code, level, rule.name, rule.title.get(lang, rule.name), _origin(rule.origin)])
    taken = sum(max(len(row[k]) for row in [heads, *rows]) + 2 for k in (0, 1, 2, 4))
    room = max(24, terminal_width() - taken)
    for row in rows:
        row[3] = textwrap.fill(row[3], room, break_on_hyphens=False)
    lines = [tabulate(rows, heads, tablefmt="simple", disable_numparse=True), ""]
    lines += [
        say("cli.rules.off.why", lang, code=rule.code, why=rule.disabled) for rule in rulebook.rules if rule.disabled
    ]
    in_force = len(rulebook.in_force)
    lines.append(
        say("cli.rules.profile", lang, profile=rulebook.profile, count=in_force, digest=rulebook.digest[:19])
    )
    if rulebook.by_document:
        lines.append(say("cli.rules.by-document", lang, profiles=", ".join(kind.profile for kind in kinds())))
    lines.append(say("cli.rules.next", lang))
    return "\n".join(lines)


def _origin(origin: Origin) -> str:
    """The place of a rule: shipped ones are named from the rules' own folder."""
    root = str(shipped.rules()) + os.sep
    path = origin.path.removeprefix(root)
    return f"{path.replace(os.sep, '/')}:{origin.line}"

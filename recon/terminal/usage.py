"""Wrong usage of the command line in the user's language: what click found wrong, in our words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from recon.messages import LANGUAGES, say

_VALUE = re.compile(r"'(.*?)' is not")


def language(given: Sequence[str], otherwise: str) -> str:
    """What --lang asks for, also where the rest of the line could not be read."""
    for option, value in zip(given, [*given[1:], ""], strict=True):
        asked = option.removeprefix("--lang=") if option.startswith("--lang=") else value if option == "--lang" else ""
        if asked in LANGUAGES:
            return asked
    return otherwise


def explained(error: click.UsageError, lang: str) -> str:
    """The line of usage, and what is wrong."""
    lines = [say("usage.error", lang, said=_said(error, lang))]
    if error.ctx is not None:
        line = error.ctx.get_usage().partition(" ")[2]
        lines.insert(0, say("usage.line", lang, line=line))
        lines.append(say("usage.help", lang, command=error.ctx.command_path))
    return "\n".join(lines)


def _said(error: click.UsageError, lang: str) -> str:
    near = ", ".join(sorted(getattr(error, "possibilities", None) or []))
    meant = say("usage.meant", lang, near=near) if near else ""
    if isinstance(error, click.NoSuchOption):
        return say("usage.no-such-option", lang, option=error.option_name) + meant
    if error.message.startswith("No such command"):
        quoted = re.findall(r"'(.*?)'", error.message)
        return say("usage.no-such-command", lang, command=next(iter(quoted), "")) + meant
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else error.param_hint
        return say("usage.missing", lang, name=name)
    if isinstance(error, click.BadParameter) and error.param is not None and isinstance(error.param.type, click.Choice):
        value = _VALUE.search(error.message)
        choices = ", ".join(map(str, error.param.type.choices))
        named = error.param.opts[0]
        return say("usage.choice", lang, name=named, value=value[1] if value else "", choices=choices)
    if isinstance(error, click.BadOptionUsage):
        return say("usage.option", lang, option=error.option_name)
    words = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message)
    return say("usage.too-many", lang, words=words[1]) if words else error.format_message()

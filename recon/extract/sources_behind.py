"""Sources told behind an amount and before its years: «1500,0 за счет областного бюджета, из них: 2031 год …»."""

from __future__ import annotations

import re

from recon.extract.said_periods import period_said
from recon.extract.wording import Wording
from recon.model.source import TOTAL as ALL_SOURCES

_ENDS = re.compile(r"[,;:.\n(]")
_AROUND = ' \t\n,;.:()-"«»'


def take_sources_behind(before: list[str], after: list[str], words: Wording) -> dict[int, str]:
    """The sources of such amounts, by their numbers; their words are taken out of what stands behind each amount, and
    so before the next."""
    found = {}
    for i in range(len(after) - 1):
        source, rest = _source_behind(after[i], words)
        if source:
            found[i] = source
            after[i] = before[i + 1] = rest
    return found


def _source_behind(after: str, words: Wording) -> tuple[str, str]:
    """The source and what is left of the words behind an amount; "" where they begin with none, or no years follow:
    only before a list of years it is the amount's own, and not that of the next one alone."""
    end = _ENDS.search(after)
    told, rest = (after[: end.start()], after[end.start() :]) if end else (after, "")
    if words.begins("leads-on", told.strip(_AROUND)) is None:
        return "", after
    source, behind = words.source_of(told.strip(_AROUND)), rest.strip(_AROUND)
    opens = rest.startswith(":") or words.begins("of-which", behind) is not None
    if not opens or source in ("", ALL_SOURCES) or words.source_of(behind) or not period_said(rest, words)[0]:
        return "", after
    return source, rest

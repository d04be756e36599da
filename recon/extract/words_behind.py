"""Words that stand behind an amount and are its own: «30,0 – средства области», «90,0 за счет области, из них: …»."""

from __future__ import annotations

import re

from recon.extract.said_periods import period_said
from recon.extract.wording import Wording
from recon.model.source import TOTAL as ALL_SOURCES

#: what may stand around the words of an amount
LEADING = ' \t\n,;.:()-—*"«»•·–>'
_STOPS = re.compile(r"[,;.\n]")
#: an item of a list
_LETTERED = re.compile(r"\A\s*\(?[^\W\d]\)\s*")
_ENDS = re.compile(r"[,;:.\n(]")


def is_empty(clause: str, words: Wording) -> bool:
    """«в том числе», «по годам»: words that lead on and name nothing."""
    plain = clause.strip(LEADING)
    begun = words.begins("of-which", plain)
    rest = plain[begun.end() :].strip(LEADING) if begun else plain
    by = words.begins("by-years", rest) or words.begins("leads-on", rest)
    return not (rest[by.end() :].strip(LEADING) if by else rest)


def names(label: str, words: Wording) -> bool:
    return bool(period_said(label, words)[0] or words.source_of(label.strip(LEADING)))


def is_named_behind(before: str, after: str, words: Wording) -> bool:
    """“…, including $30 for roads, $20 for bridges”, “(a) $30 for roads”: an amount with but a beginning before it."""
    if names(before, words):
        return False
    own = _LETTERED.sub("", re.split("[:;\n]", before)[-1])
    return names(after, words) or (words.begins("amount-for", after.lstrip()) is not None and is_empty(own, words))


def goes_back(before: str, after: str, words: Wording) -> bool:
    """«… 90,0 – средства области. По годам: 2031 год – 40,0, …»: behind a list told behind its amounts, one before."""
    tail = _STOPS.split(before.replace(":", "."))[-1]
    return not first_words(after).strip(LEADING) and tail != before and names(tail, words)


def opens_list(label: str, words: Wording) -> bool:
    return label.lstrip(' *).,"').startswith(":") or words.begins("of-which", label.strip(LEADING)) is not None


def first_words(text: str) -> str:
    """Up to where the next amount's own words begin."""
    return _STOPS.split(text, maxsplit=1)[0]


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
    if words.begins("leads-on", told.strip(LEADING)) is None:
        return "", after
    source, behind = words.source_of(told.strip(LEADING)), rest.strip(LEADING)
    opens = rest.startswith(":") or words.begins("of-which", behind) is not None
    if not opens or source in ("", ALL_SOURCES) or words.source_of(behind) or not period_said(rest, words)[0]:
        return "", after
    return source, rest

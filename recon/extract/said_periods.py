"""Which year or span of years the words of one clause of a statement name."""

from __future__ import annotations

import re

from recon.extract.wording import Wording

_YEAR = re.compile(
    r"(?<![\d.,/])((?:19|20)\d\d)\s*(?:год\w*|гг?\b\.?|р(?:оки|оків|оках|ік|оці|оку|р?\.)|\Z|(?=[\s()\"*,-]*\Z)|(?=\s*(?:[-,)]|(?:и|та|and)\b)))"
)
_SPAN = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)\s*(?:год\w*|гг?\.?)?\s*(?:-|по|до)\s*((?:19|20)\d\d)(?![\d.])")


def period_said(clause: str, words: Wording) -> tuple[str, int]:
    """The last year or span of a clause, and where it stands."""
    spans = list(_SPAN.finditer(clause))
    years = [y for y in _YEAR.finditer(clause) if not any(s.start() <= y.start() < s.end() for s in spans)]
    last = max([*spans, *years], key=lambda found: found.start(), default=None)
    if last is None:
        return "", -1
    if last in spans:
        return (f"{last[1]}-{last[2]}" if last[1] < last[2] else ""), last.start()
    listed = [int(year[1]) for year in years]
    if len(listed) > 1 and listed == list(range(listed[0], listed[-1] + 1)):
        return f"{listed[0]}-{listed[-1]}", years[0].start()
    return last[1], last.start()


def all_years(clause: str) -> list[str]:
    spans = list(_SPAN.finditer(clause))
    years = [y[1] for y in _YEAR.finditer(clause) if not any(s.start() <= y.start() < s.end() for s in spans)]
    return [*(str(year) for s in spans for year in range(int(s[1]), int(s[2]) + 1)), *years]

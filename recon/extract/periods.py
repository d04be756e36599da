"""Which years a label names: one, a span, or those before or behind the years that its table parts."""

from __future__ import annotations

import re

from recon.extract.wording import Wording, normalise
from recon.model.period import unnumbered_part

_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?![\d,/]|\.\d)")
#: a narrow column has put the last digit of a year on a line of its own
_TORN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d)[ \t]*\n\s*(\d)(?=\s*(?:г|\Z))")
_SPAN = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?: ?г(?:од|\.)?)? ?- ?((?:19|20)\d\d)(?![\d,])")
#: a label of a column that is longer than this speaks about years, it does not name one
LONGEST_LABEL = 48
_BLANKS = re.compile(r" {2,}")


def period_of(label: str) -> str | None:
    """The year or span of years that a short label names, None for anything else."""
    if not label or len(label) > LONGEST_LABEL:
        return None
    plain = normalise(_TORN_YEAR.sub(r"\1\2", label) if "\n" in label else label)
    span = _SPAN.search(plain)
    if span:
        return f"{span[1]}-{span[2]}" if span[1] < span[2] else None
    years = set(_YEAR.findall(plain))
    return years.pop() if len(years) == 1 else None


def period_named(label: str, words: Wording) -> str | None:
    """The same, and the years before or behind one that a label names: «до 2024 года», «2031 и далее», «Prior»."""
    return _open_period(label, words) or period_of(label)


def _open_period(label: str, words: Wording) -> str | None:
    """Years without a beginning or an end: they make up a total beside the years."""
    if not label or len(label) > LONGEST_LABEL:
        return None
    plain = normalise(label)
    rest, years = _YEAR.subn("", plain)
    if years > 1 or not words.has("open-period", _BLANKS.sub(" ", rest).strip()):
        return None
    return unnumbered_part(plain)

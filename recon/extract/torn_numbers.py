"""Numbers that a narrow column or a page break has broken: which pieces are one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recon.extract.numbers import looks_like_number, read_number
from recon.model.amount import State, digits_behind, is_ordinary

_LINE_END = re.compile(r"\s*\n\s*")
#: what a number that was broken inside may look like in both of its parts
_PART = re.compile(r"[-–—(]?[\d\s.,]+\)?")
_SEPARATORS = (",", ".")
#: three digits, which a blank may part from those before them
_GROUP = re.compile(r"\d{3}(?!\d)")


def has_figures(texts: Sequence[str]) -> bool:
    """Whether a row has two numbers or more."""
    found = 0
    for text in reversed(texts):  # figures stand behind the labels
        if text and (is_ordinary(text) or looks_like_number(text)):
            found += 1
            if found == 2:
                return True
    return False


def one_line(text: str) -> str:
    """A number of which a narrow column may have put a part on a line of its own."""
    return text if "\n" not in text else _LINE_END.sub("", text)


def decimals_of(text: str) -> int | None:
    """The decimals of a text that is a number, None for any other."""
    if is_ordinary(text):
        return digits_behind(text)
    reading = read_number(text)
    return reading.decimals if reading.state is State.STATED else None


def is_cut(above: str, below: str) -> bool:
    """Whether a part of a number shows that it is one: it ends or begins with a mark, or its groups do not end."""
    return above.endswith(_SEPARATORS) or below.startswith(_SEPARATORS) or decimals_of(one_line(above)) is None


def fits(below: str, above: Sequence[str]) -> bool:
    """Whether the part of a number behind a page break had room in the column in which the other parts of its row end.

    A line is as long as its column is wide: what is behind the break is no longer than the lines before it, unless the
    break stands at a blank between groups of digits.
    """
    longest = max((_length(text) for text in above if _PART.fullmatch(text)), default=0)
    return _length(below) <= longest + 1 or _GROUP.match(below) is not None


def _length(text: str) -> float:
    """The length of the longest line of a number, in digits; a blank and a mark take half the room of one."""
    return max(len(line) - sum(map(line.count, " ,.\u00a0")) / 2 for line in text.split("\n"))


def whole_number(above: str, below: str, decimals: int | None) -> str:
    """The number whose two parts these are, "" where they are none."""
    if not _PART.fullmatch(above) or not _PART.fullmatch(below):
        return ""
    if decimals and decimals_of(one_line(above)) == decimals:
        return ""
    for head, tail in ((_LINE_END.sub(" ", above), below), (_LINE_END.sub("", above), _LINE_END.sub("", below))):
        blank = " " if _GROUP.match(tail) and head[-1:].isdigit() else ""
        for whole in dict.fromkeys((head + blank + tail, head + tail)):
            found = decimals_of(whole)
            if found is not None and decimals in (found, None):
                return whole
    return ""

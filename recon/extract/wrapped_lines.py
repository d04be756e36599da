"""Text of lines of one width: a paragraph goes on over several of them, as mail, old databases and printers write it.

Such a line is full: the first word of the next one would have had no room on it. Lines of other texts end anywhere.
"""

from __future__ import annotations

import re
from itertools import pairwise

from recon.model.document import Document, Paragraph

#: no page is wider; so many lines whose sentence goes on, and nearly all of them full, show that lines were filled
_WIDEST, _FEWEST = 140, 3
#: a line that begins a paragraph or an item of a list of its own
_BEGINS_ANEW = re.compile(r"\s*(?:[-–—•*]\s*[^\W\d]|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|[^\W\d]\)\s)")
_BEGINS_SMALL = re.compile(r"\s*[^\W\d_A-ZА-ЯЁІЇЄҐ]")
_ENDS_IN_THE_MIDST = re.compile(r"[\w,-]\Z")


def lines_that_go_on(document: Document) -> set[int]:
    """The positions of the paragraphs that are lines whose words go on in the next one; none where lines end freely."""
    blocks = document.blocks
    lines = [
        (n, one.text.rstrip(), other.text)
        for n, (one, other) in enumerate(pairwise(blocks))
        if isinstance(one, Paragraph) and isinstance(other, Paragraph)
        if one.line is not None and other.line == one.line + 1
    ]
    width = max((len(text) for _, text, _ in lines), default=0)
    if not lines or width > _WIDEST:
        return set()
    full = {n for n, text, behind in lines if _is_full(text, behind, width)}
    going_on = [n for n, text, behind in lines if _BEGINS_SMALL.match(behind) and _ENDS_IN_THE_MIDST.search(text)]
    if len(going_on) < _FEWEST or sum(n in full for n in going_on) * 10 < len(going_on) * 9:
        return set()
    return {n for n, text, behind in lines if n in full and _may_go_on(text, behind)}


def _is_full(text: str, behind: str, width: int) -> bool:
    first = behind.split(maxsplit=1)
    return bool(first) and len(text) + 1 + len(first[0]) > width


def _may_go_on(text: str, behind: str) -> bool:
    if _BEGINS_ANEW.match(behind) or text.endswith((";", ":")):
        return False
    return not text.endswith(".") or _BEGINS_SMALL.match(behind) is not None

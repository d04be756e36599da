"""Codes of elements that a narrow column or a page break has broken: which pieces are one code."""

from __future__ import annotations

import re

_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
#: lines of one cell: a code with a point, broken where the column ends; a further line is no code of its own
_LINES = re.compile(r"\d+\.[\d.]*(?:\s*\n\s*\d+\.?)+|\d[\d.]*(?:\s*\n\s*\.\d+)+\.?|(?:\d[\d.]*\.\s*\n\s*)+\d[\d.]*")
_LINE_END = re.compile(r"\s*\n\s*")


def whole_code(text: str) -> str:
    """A code that a narrow column has broken over lines, «1.1. | 1» or «1.1 | 0», as one; any other text as it is."""
    return _LINE_END.sub("", text) if "\n" in text and _LINES.fullmatch(text.strip()) else text


def is_code(text: str) -> bool:
    return _CODE.fullmatch(whole_code(text.strip())) is not None


def code_goes_on(before: str, head: str, tail: str, after: str) -> str:
    """The code of which a page has the head and the next page the tail, "" where these are two codes.

    before, after: the codes that stand above the head and below the tail, "" where there are none; a table may repeat
    the code of an element in every row.
    """
    head, tail, before, after = (whole_code(text.strip()) for text in (head, tail, before, after))
    whole = head + tail
    if not tail or head == tail or not _CODE.fullmatch(head) or not _CODE.fullmatch(whole):
        return ""
    if follows(before, head) and follows(head, tail):
        return ""
    incomplete = tail.startswith(".") or (head.endswith(".") and not before.endswith("."))
    deep = len(_numbers(after)) >= len(_numbers(whole))  # nearly any code of the level below goes before 2
    known = whole in (before, after) or follows(before, whole) or (deep and follows(whole, after))
    return whole if known or (incomplete and not is_code(tail)) else ""


def follows(before: str, code: str) -> bool:
    """Whether a code is the next one after another: its first child, its next sibling, or that of one above it."""
    above, own = _numbers(before), _numbers(code)
    if not above or not own:
        return False
    depth = len(own) - 1
    if own[:depth] == above:
        return own[depth] == 1
    return depth < len(above) and own[:depth] == above[:depth] and own[depth] == above[depth] + 1


def _numbers(code: str) -> list[int]:
    bare = code.strip().rstrip(".")
    return [int(part) for part in bare.split(".")] if _CODE.fullmatch(bare) else []

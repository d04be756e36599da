"""Positions of a passport that a page break tears: which text goes on, and how its halves are one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: a passport has a label, a text, and at most two columns more
_WIDEST = 4
_ENDS_LINE = (";", ":")


def position_goes_on(above: Sequence[str], below: Sequence[str]) -> Mapping[int, str]:
    """The columns that go on behind a page break with their whole texts, none where a position of its own begins there.

    A position has a label; the rest of one has none, or goes on in the middle of a sentence.
    """
    if len(above) > _WIDEST or not above[0].strip() or not any(text.strip() for text in below[1:]):
        return {}
    label = below[0].strip()
    if label and not (label[0].islower() and not above[0].rstrip().endswith(".")):
        return {}
    return {n: _joined(above[n].strip(), text.strip()) for n, text in enumerate(below) if text.strip()}


def _joined(above: str, below: str) -> str:
    if not above:
        return below
    ended = above.endswith(_ENDS_LINE) or (above.endswith(".") and not below[0].islower())
    return f"{above}\n{below}" if ended else f"{above} {below}"

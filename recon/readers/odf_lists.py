"""Numbers that an OpenDocument text draws before the items of its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.readers.odf_styles import TEXT, Level, Styles, count

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 3_999


class Lists:
    """Counts the items of lists, and knows the label of each."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[str] = []
        self._counts: dict[str, list[int]] = {}

    def begin(self, element: _Element) -> None:
        above = self._open[-1] if self._open else ""
        name = element.get(f"{TEXT}style-name") or above
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        depth = len(self._open)
        if not goes_on:
            del self._counts.setdefault(name, [])[depth:]
        self._open.append(name)

    def end(self) -> None:
        self._open.pop()

    def item(self, element: _Element) -> str:
        """The label of an item, "" where none is drawn."""
        depth, name = len(self._open), self._open[-1]
        levels = self._styles.lists.get(name, {})
        counts = self._counts.setdefault(name, [])
        while len(counts) < depth:
            level = levels.get(len(counts) + 1)
            counts.append((level.start if level else 1) - (1 if len(counts) + 1 == depth else 0))
        del counts[depth:]
        counts[-1] = count(element, f"{TEXT}start-value", counts[-1] + 1)
        level = levels.get(depth)
        if level is None or not level.kind:
            return ""
        shown = range(max(0, depth - level.levels), depth)
        numbers = [_number(counts[at], levels.get(at + 1, level)) for at in shown]
        return f"{level.prefix}{'.'.join(filter(None, numbers))}{level.suffix} "


def _number(value: int, level: Level) -> str:
    if level.kind in ("a", "A") and value > 0:
        letter = chr(ord(level.kind) + (value - 1) % 26)
        return letter * min((value - 1) // 26 + 1, 9)
    if level.kind in ("i", "I") and 0 < value <= _MOST_ROMAN:
        return _roman(value).upper() if level.kind == "I" else _roman(value)
    return str(value) if level.kind else ""


def _roman(value: int) -> str:
    out = ""
    for amount, letters in (*_ROMAN, *_SMALL_ROMAN):
        out += letters * (value // amount)
        value %= amount
    return out

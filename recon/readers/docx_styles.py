"""What a DOCX keeps beside its text: styles that raise it, and the numbers that Word prints before list paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.readers.docx_words import VALUE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERING, _STYLE = f"{W}numPr", f"{W}pStyle"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DEEPEST = 50  # styles based on one another
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_BEHIND = {"nothing": "", "space": " "}


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    behind: str = " "
    plain: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


def raised_styles(styles: _Element | None) -> frozenset[str]:
    """Character styles that print a superscript, by themselves or through the style that they are based on."""
    raised: set[str] = set()
    based: dict[str, str] = {}
    for style in () if styles is None else styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId") or ""
        align = _value(style, f"{W}rPr/{W}vertAlign")
        if align == "superscript":
            raised.add(name)
        elif align is None:
            based[name] = _value(style, f"{W}basedOn") or ""
    for name in based:
        seen, above = {name}, based[name]
        while above in based and above not in seen and len(seen) < _DEEPEST:
            seen.add(above)
            above = based[above]
        if above in raised:
            raised |= seen
    return frozenset(raised)


def labels_of(root: _Element, styles: _Element | None, numbering: _Element | None) -> dict[_Element, str]:
    """The number that Word prints before each numbered paragraph, by paragraph. Bullets are left out."""
    if numbering is None:
        return {}
    lists = _lists(numbering)
    by_style = _numbered_styles(styles)
    labels: dict[_Element, str] = {}
    own: set[_Element] = set()
    for mark in root.iter(_STYLE, _NUMBERING):
        properties = mark.getparent()
        paragraph = properties.getparent() if properties is not None else None
        if properties is None or paragraph is None or paragraph.tag != f"{W}p":
            continue
        if mark.tag == _STYLE:
            if properties.find(_NUMBERING) is not None:
                continue
            place = by_style.get(mark.get(VALUE) or "")
        else:
            style = by_style.get(_value(properties, _STYLE) or "", ("", 0))
            place = (_value(mark, f"{W}numId") or style[0], _whole(_value(mark, f"{W}ilvl"), style[1]))
        if place is None or place[0] not in lists or paragraph in own:
            continue
        own.add(paragraph)
        label = _next(lists[place[0]], place[1])
        if label:
            labels[paragraph] = label
    return labels


def _lists(numbering: _Element) -> dict[str, _List]:
    """Lists by numId. Those of one abstract list count on together unless they begin anew."""
    abstract = {
        part.get(f"{W}abstractNumId"): {
            _whole(level.get(f"{W}ilvl"), 0): _level(level) for level in part.iterchildren(f"{W}lvl")
        }
        for part in numbering.iter(f"{W}abstractNum")
    }
    counts: dict[str | None, dict[int, int]] = {}
    lists: dict[str, _List] = {}
    for number in numbering.iter(f"{W}num"):
        base = _value(number, f"{W}abstractNumId")
        levels = dict(abstract.get(base, {}))
        anew = False
        for override in number.iterchildren(f"{W}lvlOverride"):
            place = _whole(override.get(f"{W}ilvl"), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[place] = _level(own)
            start = _value(override, f"{W}startOverride")
            if start is not None:
                anew = True
                old = levels.get(place, _Level())
                levels[place] = _Level(_whole(start, 1), old.kind, old.text, old.behind, old.plain)
        lists[number.get(f"{W}numId") or ""] = _List(levels, {} if anew else counts.setdefault(base, {}))
    return lists


def _level(level: _Element) -> _Level:
    return _Level(
        start=_whole(_value(level, f"{W}start"), 1),
        kind=_value(level, f"{W}numFmt") or "decimal",
        text=_value(level, f"{W}lvlText") or "",
        behind=_BEHIND.get(_value(level, f"{W}suff") or "", " "),
        plain=level.find(f"{W}isLgl") is not None,
    )


def _numbered_styles(styles: _Element | None) -> dict[str, tuple[str, int]]:
    found = {}
    for style in () if styles is None else styles.iter(f"{W}style"):
        number = _value(style, f"{W}pPr/{_NUMBERING}/{W}numId")
        if number:
            level = _whole(_value(style, f"{W}pPr/{_NUMBERING}/{W}ilvl"), 0)
            found[style.get(f"{W}styleId") or ""] = (number, level)
    return found


def _next(numbered: _List, place: int) -> str:
    """Count one paragraph of a list and say its label."""
    level = numbered.levels.get(place)
    if level is None:
        return ""
    counts = numbered.counts
    counts[place] = counts.get(place, level.start - 1) + 1
    for deeper in [other for other in counts if other > place]:
        del counts[deeper]
    if level.kind in ("bullet", "none"):
        return ""
    label = level.text
    for other in range(place + 1):
        above = numbered.levels.get(other, _Level())
        kind = "decimal" if level.plain else above.kind
        label = label.replace(f"%{other + 1}", _printed(counts.get(other, above.start), kind))
    return label + level.behind if label else ""


def _printed(number: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        text, left = "", number
        for value, digits in _ROMAN:
            text += digits * (left // value)
            left %= value
        return text.upper() if kind == "upperRoman" else text
    letters = {"Letter": _LATIN, "russianLower": _RUSSIAN, "russianUpper": _RUSSIAN}.get(
        "Letter" if kind.endswith("Letter") else kind
    )
    if letters and number > 0:
        repeated = letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
        return repeated.upper() if kind in ("upperLetter", "russianUpper") else repeated
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def _value(element: _Element, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(VALUE)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise

"""What the styles of an OpenDocument file say of text: raised, hidden, numbered; and of sheets: hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.readers.archives import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE = f"{{{_SPACE}text:1.0}}", f"{{{_SPACE}table:1.0}}", f"{{{_SPACE}style:1.0}}"
OFFICE, DRAW = f"{{{_SPACE}office:1.0}}", f"{{{_SPACE}drawing:1.0}}"
_MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered. levels: how many numbers are shown, those of the levels above included."""

    kind: str
    prefix: str
    suffix: str
    levels: int
    start: int


@dataclass(slots=True)
class Styles:
    """Names of styles by what they do; lists: levels from 1 by the name of the list style."""

    raised: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    hidden_tables: set[str] = field(default_factory=set)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)


def styles_of(package: Package, content: _Element) -> Styles:
    """The styles of `styles.xml` and those that the content brings itself."""
    styles = Styles()
    parents: dict[str, str] = {}
    own: dict[str, _Element] = {}
    roots = [package.parse("styles.xml")] if "styles.xml" in package else []
    for root in (*roots, content):
        for style in root.iter(f"{STYLE}style"):
            name = style.get(f"{STYLE}name", "")
            own[name] = style
            parents[name] = style.get(f"{STYLE}parent-style-name", "")
            if style.get(f"{STYLE}list-style-name"):
                styles.list_of[name] = style.get(f"{STYLE}list-style-name", "")
        for style in root.iter(f"{TEXT}list-style"):
            styles.lists[style.get(f"{STYLE}name", "")] = dict(map(_level, style.iterchildren("{*}*")))
    for name, style in own.items():
        _judge(styles, name, style)
    for name in own:
        for judged in (styles.raised, styles.hidden):
            _inherit(judged, name, parents)
    return styles


def _judge(styles: Styles, name: str, style: _Element) -> None:
    for properties in style.iterchildren("{*}*"):
        position = properties.get(f"{STYLE}text-position", "")
        if position.startswith("super") or (position[:1].isdigit() and not position.startswith("0%")):
            styles.raised.add(name)
        if properties.get(f"{TEXT}display") == "none":
            styles.hidden.add(name)
        if properties.get(f"{TABLE}display") == "false":
            styles.hidden_tables.add(name)


def _inherit(judged: set[str], name: str, parents: dict[str, str]) -> None:
    above, seen = parents.get(name, ""), {name}
    while above and above not in seen:
        if above in judged:
            judged.add(name)
            return
        seen.add(above)
        above = parents.get(above, "")


def _level(level: _Element) -> tuple[int, Level]:
    kind = level.get(f"{STYLE}num-format", "") if level.tag == f"{TEXT}list-level-style-number" else ""
    return count(level, f"{TEXT}level", 1), Level(
        kind,
        level.get(f"{STYLE}num-prefix", ""),
        level.get(f"{STYLE}num-suffix", ""),
        min(count(level, f"{TEXT}display-levels", 1), _MOST_LEVELS),
        count(level, f"{TEXT}start-value", 1),
    )


def count(element: _Element, name: str, otherwise: int) -> int:
    """A whole number of an attribute, of nine digits at most."""
    value = element.get(name) or ""
    return int(value[:9]) if value.isascii() and value.isdigit() else otherwise

"""Which tables of a web page only lay out the page, and hold no rows of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recon.readers.html_words import NOT_SHOWN, is_hidden

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class _Seen:
    """What is known of a table. said: cells of the row with words of their own. most: rows of the longest inside."""

    rows: int = 0
    said: int = 0
    most_said: int = 0
    inner: int = 0
    longest: int = 0
    in_cell: bool = False
    cell_said: bool = False


def layout_tables(root: _Element) -> set[_Element]:
    """Tables with tables inside that have no two cells with words side by side, or fewer rows than one inside has."""
    from lxml import etree

    found: set[_Element] = set()
    open_tables: list[_Seen] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        top = open_tables[-1] if open_tables else None
        if event == "start":
            if tag in NOT_SHOWN or is_hidden(element):
                walk.skip_subtree()
            elif tag == "table":
                open_tables.append(_Seen())
            elif top is not None:
                _enter(top, tag)
                top.cell_said = top.cell_said or (top.in_cell and _speaks(element.text))
            continue
        if tag == "table" and top is not None and not (tag in NOT_SHOWN or is_hidden(element)):
            seen = open_tables.pop()
            _close_row(seen)
            if seen.inner and (seen.most_said < 2 or seen.longest > seen.rows):
                found.add(element)
            if open_tables:
                above = open_tables[-1]
                above.inner += 1
                above.longest = max(above.longest, seen.rows, seen.longest)
        elif tag in ("td", "th") and top is not None:
            _close_cell(top)
        if open_tables:
            open_tables[-1].cell_said = open_tables[-1].cell_said or (open_tables[-1].in_cell and _speaks(element.tail))
    return found


def _enter(seen: _Seen, tag: object) -> None:
    if tag == "tr":
        _close_row(seen)
        seen.rows += 1
    elif tag in ("td", "th"):
        _close_cell(seen)
        seen.in_cell = True


def _close_cell(seen: _Seen) -> None:
    seen.said += seen.cell_said
    seen.in_cell = seen.cell_said = False


def _close_row(seen: _Seen) -> None:
    _close_cell(seen)
    seen.most_said = max(seen.most_said, seen.said)
    seen.said = 0


def _speaks(text: str | None) -> bool:
    return bool(text and not text.isspace())

"""Rows whose cells are set apart by bars: what is such a row, and which cells stand in it.

A bar between two cells parts them, a bar at the end of a line closes its last cell. Whether a bar at the beginning
opens the row or stands behind an empty first cell is told by the other rows. Rows keep their own number of cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from recon.model.document import Cell, Table
from recon.readers.bars_a_line import rows_of

#: the bar of a keyboard, the broken one that stands for it in texts from old systems, and those for drawing
BARS = "|¦│┃║"
HORIZONTAL = "─━═┄┅┈┉╌╍╴╶╸╺╼╾"
#: corners and crossings: all that is for drawing and is neither a bar nor a horizontal stroke
CROSSINGS = "".join(chr(code) for code in range(0x2500, 0x2580) if chr(code) not in HORIZONTAL + BARS)
_BAR = re.compile(rf"(?<!\\)[{BARS}]")
_EDGE = re.compile(rf"[{BARS}]|.*(?<!\\)[{BARS}]$", re.S)
_FIELD = r"\s*:?(?:-+|—+|–+|=+|─+|━+|═+):?\s*"
#: `|---|:--:|` and its kin: a line under the head that says nothing itself
_RULE = re.compile(rf"[{BARS}]?{_FIELD}(?:[{BARS}+┼╋╬]{_FIELD})*[{BARS}]?")
_NIL = re.compile(rf"[{BARS}]?\s*[-–—]\s*[{BARS}]?")
_FRAME = re.compile(rf"[+{CROSSINGS}][-=+—–{HORIZONTAL}{CROSSINGS}]{{2,}}[+{CROSSINGS}]")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+)(?<=\S)\1", re.S)
_BREAK = re.compile(r"<br ?/?>|</?p>", re.I)
_SURE_BARS, _SURE_ROWS = 2, 2
#: hyphens in a row that make a line of their own
_STROKE = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file with its number, outer blanks taken off."""

    text: str
    number: int


def may_be_row(text: str) -> bool:
    """Whether a line can be a row of bars where its neighbours are."""
    return _BAR.search(text) is not None or is_rule(text)


def is_row(text: str) -> bool:
    """Whether a line is seen to be a row of bars by itself: two bars or more, or one at its edge."""
    return _EDGE.match(text) is not None or len(_BAR.findall(text)) >= _SURE_BARS


def is_rule(text: str) -> bool:
    """Whether a line only draws the columns: `|---|---|`, `-----+----`. A line of hyphens alone is none, and neither is
    `- |`, a cell that declares nil."""
    if _RULE.fullmatch(text) is None or re.search(rf"[{BARS}+┼╋╬]", text) is None:
        return False
    return _NIL.fullmatch(text) is None


def is_frame(text: str) -> bool:
    """Whether a line is a rule from edge to edge: `+---+---+`, `├───┼───┤`."""
    return _FRAME.fullmatch(text) is not None


def is_stroke(text: str) -> bool:
    """Whether a line is one stroke from edge to edge."""
    return len(text) >= _STROKE and len(set(text)) == 1 and text[0] in "-=_" + "—–" + HORIZONTAL


def prose_before(lines: list[Line]) -> int:
    """How many lines that can be rows are none: all, or one with a single bar above rows that are closed by bars."""
    texts = [line.text for line in lines]
    if len(texts) == 1 and _closes(texts[0]) and len(_BAR.findall(texts[0])) == 1:
        # One bar behind the last of several lines closes a cell of several lines, and makes no table of one cell.
        return 1
    if not any(is_row(text) or is_frame(text) for text in texts):
        return len(lines) if sum(not is_rule(text) for text in texts) < _SURE_ROWS else 0
    if len(texts) == 1 or is_row(texts[0]) or is_frame(texts[0]) or is_rule(texts[0]):
        return 0
    return 1 if is_frame(texts[1]) or (_EDGE.match(texts[1]) and not is_rule(texts[1])) else 0


def table_of(lines: list[Line]) -> Table | None:
    """One row for each line, but for the rules."""
    rows_and_rules = [line for line in lines if not is_stroke(line.text)]
    drawn = [line for line in rows_and_rules if not is_rule(line.text)]
    ruled = len(drawn) < len(rows_and_rules)
    telling = [line.text[0] in BARS for line in drawn if _tells(line.text)]
    opened = ruled or bool(telling and all(telling))
    closed = 2 * sum(_closes(line.text) for line in drawn) >= len(drawn)
    rows: list[list[Cell]] = []
    folded = _lines_by_row(drawn)
    for row, own in enumerate(folded or [[line] for line in drawn], start=1):
        fields = [
            (field, line.number) for line in own for field in _fields(line.text, opened and not folded, closed)
        ]
        if folded:  # bars that fill up the row of a merged cell are no cells
            fields = fields[: len(fields) - _filling(own[-1].text)]
        rows.append([Cell(clean(text, ruled), row, n, line=line) for n, (text, line) in enumerate(fields, start=1)])
    return Table(rows, line=rows[0][0].line, drawn=True) if any(cell.text for cells in rows for cell in cells) else None


def _lines_by_row(lines: list[Line]) -> list[list[Line]]:
    """The lines of each row where every cell has a line of its own; none where each line is a row."""
    if not all(_closes(line.text) for line in lines):
        return []
    alone = [not line.text.strip(f"{BARS} ") for line in lines]
    rows = rows_of([len(_BAR.findall(line.text)) for line in lines], alone)
    return [[lines[n] for n in row] for row in rows]


def _filling(text: str) -> int:
    """How many bars stand behind the last cell of a line; one that stands alone is an empty cell."""
    words = text.rstrip(f"{BARS} ")
    bars = len(_BAR.findall(text, len(words)))
    return bars - 1 if words else bars if bars > 1 else 0


def _tells(text: str) -> bool:
    """Whether a row can show what a bar at the beginning means: one of several cells, and not all blank."""
    return len(_BAR.findall(text)) >= _SURE_BARS and bool(text.strip(f"{BARS} "))


def _closes(text: str) -> bool:
    return text[-1] in BARS and not text.endswith(f"\\{text[-1]}")


def _fields(text: str, opened: bool, closed: bool) -> list[str]:
    fields = _BAR.split(text)
    if closed and len(fields) > 1 and not fields[-1]:
        del fields[-1]
    if opened and len(fields) > 1 and not fields[0]:
        del fields[0]
    return fields


def clean(field: str, ruled: bool = False) -> str:
    """The text of a cell. Where a rule under the head shows Markdown, its emphasis of whole cells goes."""
    text = "\n".join(filter(None, map(str.strip, _BREAK.split(field)))) if "<" in field else field.strip()
    if "\\" in text:
        text = re.sub(rf"\\([{BARS}])", r"\1", text)
    while ruled and (emphasis := _EMPHASIS.fullmatch(text)):
        text = emphasis[2]
    return text

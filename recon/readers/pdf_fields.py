"""The fields between the walls of a page's tables, and which of them the words of a line begin in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from recon.readers.pdf_boxes import Boxes

#: First and one past the last of the characters of a word.
Span = tuple[int, int]
#: The walls on both sides of a point, and the number of their table.
Field = tuple[float, float, int]
#: The walls of a table: from the left, and from the top.
Walls = tuple[list[float], list[float]]
#: So far inside its ends a piece is asked for its field, and its letters may overlap.
INSIDE = 2.0


def field_at(tables: Sequence[Walls], x: float, y: float) -> Field | None:
    """Between which walls of which table a point lies, whether or not a line is there; None outside all tables."""
    for number, (xs, ys) in enumerate(tables):
        if ys[0] < y < ys[-1] and xs[0] < x < xs[-1]:
            place = bisect_right(xs, x)
            return xs[place - 1], xs[place], number
    return None


def fields_of(spans: list[Span], boxes: Boxes, tables: Sequence[Walls]) -> list[tuple[int, int, Field | None]]:
    """The words of a line, those that begin in one field taken together; with their field."""
    first = boxes[spans[0][0]]
    middle = (first[1] + first[3]) / 2
    here = [(number, xs) for number, (xs, ys) in enumerate(tables) if ys[0] < middle < ys[-1]]
    number, walls = here[0] if len(here) == 1 else (0, [])
    low = high = 0.0
    pieces: list[tuple[int, int, Field | None]] = []
    start, before = spans[0]
    field: Field | None = None
    for begin, end in spans:
        x = boxes[begin][0] + INSIDE
        if not low < x < high:
            if walls and walls[0] < x < walls[-1]:
                place = bisect_right(walls, x)
                low, high = walls[place - 1], walls[place]
                other: Field | None = (low, high, number)
            else:
                other = field_at(tables, x, middle)
                low = high = 0.0
            if begin == start:
                field = other
            elif other != field or other is None:
                pieces.append((start, before, field))
                start, field = begin, other
        before = end
    pieces.append((start, before, field))
    return pieces

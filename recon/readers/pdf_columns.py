"""Tables without ruling lines: columns are the blanks that run down through rows of figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from recon.model.document import Cell, Table
from recon.readers.pdf_boxes import Box
from recon.readers.pdf_lines import Line, line_text, without_marks

#: A blank of this many line heights parts columns; one between words is a quarter of a line high.
_GAP = 0.7
#: Rows of figures are this many at least, and have this many figures; other lines between them are this few.
_ROWS, _FIGURES, _BETWEEN = 3, 2, 3
_HEAD_LINES, _HEAD_GAP = 8, 2.0
_FIGURE = re.compile(r"\(?[-–—+−]?\s?\d[\d\s\u00a0.,]*\)?%?[*)]*|[-–—−xх×]")


@dataclass(slots=True)
class Segment:
    """Words of a line between two wide blanks."""

    words: Line

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def is_figure(self) -> bool:
        return _FIGURE.fullmatch(line_text(self.words)) is not None


def segments_of(line: Line) -> list[Segment]:
    if len(line) == 1:
        return [Segment(line)]
    segments = [Segment([line[0]])]
    gap = _GAP * max(word.bottom - word.top for word in line)
    for before, word in pairwise(line):
        if word.x0 - before.x1 > gap:
            segments.append(Segment([]))
        segments[-1].words.append(word)
    return segments


def mixed_lines(lines: list[Line]) -> set[int]:
    """Lines of two columns in which a label goes on beside the text of its position: read across, both are torn.

    They begin where two such lines follow one another and the second goes on with a small letter, and last as long as
    lines have text in the second column.
    """
    second: float | None = None
    found: set[int] = set()
    begun: list[int] = []
    for number, line in enumerate(lines):
        segments = segments_of(line)
        beside = segments[1].x0 if len(segments) > 1 else None
        if second is not None and second in (round(segments[0].x0), beside and round(beside)):
            begun.append(number)
            torn = beside is not None and line_text(segments[0].words)[:1].islower()
            found.update(begun if torn or number - 1 in found else ())
        else:
            begun = [number]
            second = round(beside) if beside is not None else None
    return found


def is_row_of_figures(line: Line) -> bool:
    """Whether a line has a label or a blank, and several figures set apart."""
    return len(line) > _FIGURES and sum(s.is_figure for s in segments_of(line)) >= _FIGURES


def unruled_tables(lines: list[Line], ruled: list[Box]) -> list[Table | list[Line]]:
    """Lines of a page as tables and runs of prose, in order; a ruled table between two lines parts them."""
    found: list[Table | list[Line]] = []
    for section in _sections(lines, ruled):
        end = 0
        for first, last in _runs(section):
            table = _table(section[first:last])
            if table is not None:
                if first > end:
                    found.append(section[end:first])
                found.append(table)
                end = last
        if end < len(section):
            found.append(section[end:])
    return found


def _sections(lines: list[Line], ruled: list[Box]) -> list[list[Line]]:
    tops = sorted(box[1] for box in ruled)
    sections: list[list[Line]] = []
    last = -1
    for line in lines:
        place = bisect_left(tops, line[0].top)
        if place != last:
            sections.append([])
            last = place
        sections[-1].append(line)
    return sections


def _runs(lines: list[Line]) -> list[tuple[int, int]]:
    """First line and one past the last of every run of rows of figures, with the lines of its head."""
    rows = [number for number, line in enumerate(lines) if is_row_of_figures(line)]
    runs: list[list[int]] = []
    for number in rows:
        if runs and number - runs[-1][-1] <= _BETWEEN + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    found = []
    end = 0
    for run in runs:
        if len(run) >= _ROWS:
            found.append((_head(lines, run[0], end), run[-1] + 1))
            end = run[-1] + 1
    return found


def _head(lines: list[Line], first: int, end: int) -> int:
    """Where the head above a first row of figures begins: at the highest of the lines with columns."""
    begins = first
    for number in range(first - 1, max(end, first - _HEAD_LINES) - 1, -1):
        line, below = lines[number], lines[number + 1]
        height = max(word.bottom - word.top for word in line)
        if min(word.top for word in below) - max(word.bottom for word in line) > _HEAD_GAP * height:
            break
        if len(segments_of(line)) > 1:
            begins = number
    return begins


def _table(lines: list[Line]) -> Table | None:
    printed = [segments_of(line) for line in lines]
    columns = _columns([row for line, row in zip(lines, printed, strict=True) if is_row_of_figures(line)])
    if len(columns) < _FIGURES + 1:
        return None
    walls = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    left, right = columns[0][0], columns[-1][1]
    rows = []
    for number, row in enumerate(printed, start=1):
        top, bottom = min(w.top for s in row for w in s.words), max(w.bottom for s in row for w in s.words)
        rows.append(_row(row, number, [left, *walls, right], columns, (top, bottom)))
    return Table(rows, lines=True)


def _columns(rows: list[list[Segment]]) -> list[tuple[float, float]]:
    """Where the segments of these rows stand, those that overlap taken together."""
    columns: list[tuple[float, float]] = []
    for x0, x1 in sorted((segment.x0, segment.x1) for row in rows for segment in row):
        if columns and x0 <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(x1, columns[-1][1])
        else:
            columns.append((x0, x1))
    return columns


def _row(
    segments: list[Segment],
    row: int,
    walls: list[float],
    columns: list[tuple[float, float]],
    height: tuple[float, float],
) -> list[Cell]:
    cells: dict[int, Cell] = {}
    for segment in segments:
        over = [number for number, (x0, x1) in enumerate(columns) if segment.x0 < x1 and segment.x1 > x0]
        if not over:
            middle = (segment.x0 + segment.x1) / 2
            over = [min(max(bisect_left(walls, middle) - 1, 0), len(columns) - 1)]
        first, last = over[0], over[-1]
        words, mark = without_marks(segment.words)
        text = line_text(words)
        if first in cells or any(c < first + 1 <= c + cell.columns - 1 for c, cell in cells.items()):
            owner = max(c for c in cells if c <= first)
            cells[owner].text += f" {text}"
            continue
        box = (round(walls[first], 1), round(height[0], 1), round(walls[last + 1], 1), round(height[1], 1))
        cells[first] = Cell(text, row, first + 1, columns=last - first + 1, mark=mark, bbox=box)
    covered = {c for first, cell in cells.items() for c in range(first, first + cell.columns)}
    for column in range(len(columns)):
        if column not in covered:
            box = (round(walls[column], 1), round(height[0], 1), round(walls[column + 1], 1), round(height[1], 1))
            cells[column] = Cell("", row, column + 1, bbox=box)
    return [cells[column] for column in sorted(cells)]

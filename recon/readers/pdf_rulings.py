"""Ruling lines of a PDF page, and the grids of cells that they draw.

A line may be a stroke, the edge of a stroked rectangle, or a filled rectangle that is too thin to hold anything.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any

from recon.readers.pdf_calls import handle_of, swift

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from recon.readers.pdf_boxes import Box, Frame

#: Lines closer than this are one: a double line, or the two borders of neighbouring cells. In points, like all here.
_TOGETHER = 2.5
#: A filled rectangle thinner than this is a line; anything shorter than _SHORT is a dot or part of a drawing.
_THIN, _SHORT = 3.0, 4.0
_PATH, _FORM = 2, 5
_MOVE = 2
_DEPTH = 4
#: A dense page has some 2 000 objects and lines; a drawing or a map has far more and no table.
MAX_OBJECTS, MAX_LINES = 200_000, 20_000
_MOST_CROSSINGS = 4_000_000


@dataclass(slots=True)
class Strokes:
    """Lines of a page as read: those across as (y, x0, x1), those down as (x, top, bottom)."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)

    def add(self, box: Box) -> None:
        x0, top, x1, bottom = box
        if bottom - top <= _THIN:
            if x1 - x0 >= _SHORT:
                self.across.append(((top + bottom) / 2, x0, x1))
        elif x1 - x0 <= _THIN and bottom - top >= _SHORT:
            self.down.append(((x0 + x1) / 2, top, bottom))

    def add_edges(self, box: Box) -> None:
        x0, top, x1, bottom = box
        if bottom - top <= _THIN or x1 - x0 <= _THIN:
            self.add(box)
            return
        self.across += (top, x0, x1), (bottom, x0, x1)
        self.down += (x0, top, bottom), (x1, top, bottom)


@dataclass(slots=True)
class Ruled:
    """A grid that lines draw. xs, ys: all walls, from left to right and from the top.

    cells: (row, column, rows, columns) from 0, merged where a line is missing. owner: number of the cell that
    covers each field of the grid, row by row.
    """

    xs: list[float]
    ys: list[float]
    cells: list[tuple[int, int, int, int]]
    owner: list[list[int]]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> int | None:
        xs, ys = self.xs, self.ys
        if xs[0] <= x < xs[-1] and ys[0] <= y < ys[-1]:
            return self.owner[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
        return None

    def sides(self) -> tuple[list[float], list[float]]:
        """The left and the right wall of every cell."""
        xs = self.xs
        return [xs[c] for _, c, _, _ in self.cells], [xs[c + columns] for _, c, _, columns in self.cells]


def strokes_of(page: PdfPage, frame: Frame) -> Strokes:
    """All lines that a page draws along its edges; slanted and curved ones are left out."""
    import pypdfium2.raw as pdfium

    strokes = Strokes()
    _Reading(pdfium, frame, strokes).objects(page.raw, pdfium.FPDFPage_CountObjects, "FPDFPage_GetObject", (), 0)
    return strokes


class _Reading:
    """One walk over the objects of a page."""

    def __init__(self, pdfium: Any, frame: Frame, strokes: Strokes) -> None:
        self._pdfium = pdfium
        self._frame = frame
        self._strokes = strokes
        self._left = MAX_OBJECTS
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._to_numbers = [ctypes.byref(number) for number in self._numbers]
        self._modes = ctypes.c_int(), ctypes.c_int()

    def objects(self, holder: Any, count: Any, get: str, matrices: tuple[Any, ...], depth: int) -> None:
        pdfium = self._pdfium
        many = max(0, min(count(holder), self._left))
        self._left -= many
        # Most objects are text: they are passed over without a turn of the interpreter for each.
        objects = list(map(swift(get), repeat(handle_of(holder)), range(many)))
        for number, kind in zip(objects, map(swift("FPDFPageObj_GetType"), objects), strict=True):
            if kind not in (_PATH, _FORM):
                continue
            drawn = ctypes.cast(number, pdfium.FPDF_PAGEOBJECT)
            if kind == _PATH:
                self._path(drawn, matrices)
            elif depth < _DEPTH:
                inside = (self._matrix(drawn), *matrices)
                self.objects(drawn, pdfium.FPDFFormObj_CountObjects, "FPDFFormObj_GetObject", inside, depth + 1)

    def _matrix(self, drawn: Any) -> Any:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
        return matrix

    def _path(self, drawn: Any, matrices: tuple[Any, ...]) -> None:
        pdfium = self._pdfium
        fill, stroke = self._modes
        pdfium.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke))
        segments = pdfium.FPDFPath_CountSegments(drawn)
        if not (fill.value or stroke.value) or len(self._strokes.across) + len(self._strokes.down) > MAX_LINES:
            return
        if segments > 5:
            self._long_path(drawn, matrices, segments, bool(stroke.value))
            return
        if not pdfium.FPDFPageObj_GetBounds(drawn, *self._to_numbers):
            return
        left, bottom, right, top = (number.value for number in self._numbers)
        box = self._frame.turned(*_moved((left, bottom, right, top), matrices))
        if stroke.value and segments >= 4:
            self._strokes.add_edges(box)
        else:
            self._strokes.add(box)

    def _long_path(self, drawn: Any, matrices: tuple[Any, ...], segments: int, stroked: bool) -> None:
        """A path of many pieces: each straight piece of a stroke, or each rectangle of a filled one."""
        pdfium = self._pdfium
        matrices = (self._matrix(drawn), *matrices)
        x, y = self._numbers[:2]
        outline: list[tuple[float, float]] = []
        for index in range(min(segments, MAX_LINES)):
            segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
            pdfium.FPDFPathSegment_GetPoint(segment, *self._to_numbers[:2])
            left, bottom, _, _ = _moved((x.value, y.value, x.value, y.value), matrices)
            if pdfium.FPDFPathSegment_GetType(segment) == _MOVE:
                self._outline(outline, stroked)
                outline = []
            outline.append((left, bottom))
        self._outline(outline, stroked)

    def _outline(self, points: list[tuple[float, float]], stroked: bool) -> None:
        if len(points) < 2:
            return
        if stroked:
            for (x, y), (to_x, to_y) in pairwise(points):
                self._strokes.add(self._frame.turned(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))
        elif len(points) in (4, 5):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self._strokes.add(self._frame.turned(min(xs), min(ys), max(xs), max(ys)))


def _moved(box: Box, matrices: tuple[Any, ...]) -> Box:
    left, bottom, right, top = box
    for m in matrices:
        xs = (m.a * left + m.c * bottom + m.e, m.a * right + m.c * top + m.e)
        ys = (m.b * left + m.d * bottom + m.f, m.b * right + m.d * top + m.f)
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    return left, bottom, right, top


@dataclass(slots=True)
class _Wall:
    """All lines at one height (or one distance from the left), as pieces that do not touch."""

    at: float
    pieces: list[tuple[float, float]]

    def gaps(self, crossing: list[float]) -> list[bool]:
        """Between which neighbours of the walls that cross this one it has no line."""
        middles = [(start + end) / 2 for start, end in pairwise(crossing)]
        missing = [True] * len(middles)
        for low, high in self.pieces:
            first, last = bisect_left(middles, low - _TOGETHER), bisect_right(middles, high + _TOGETHER)
            missing[first:last] = [False] * (last - first)
        return missing


def grids_of(strokes: Strokes) -> list[Ruled]:
    """The grids of a page, from the top. A frame around a single field is no grid."""
    across, down = _walls(strokes.across), _walls(strokes.down)
    grids = [grid for group in _groups(across, down) if (grid := _grid(*group)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _walls(lines: list[tuple[float, float, float]]) -> list[_Wall]:
    gathered: list[tuple[float, list[tuple[float, float]]]] = []
    for at, start, end in sorted(lines):
        if not gathered or at - gathered[-1][0] > _TOGETHER:
            gathered.append((at, []))
        gathered[-1][1].append((start, end))
    return [_Wall(at, _united(pieces)) for at, pieces in gathered]


def _united(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if united and start <= united[-1][1] + _TOGETHER:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _groups(across: list[_Wall], down: list[_Wall]) -> Iterator[tuple[list[_Wall], list[_Wall]]]:
    """Lines that touch one another, group by group."""
    flat = [(wall.at, *piece) for wall in across for piece in wall.pieces]
    steep = [(wall.at, *piece) for wall in down for piece in wall.pieces]
    if len(flat) * len(steep) > _MOST_CROSSINGS:
        return
    waiting = set(range(len(steep)))
    seen: set[int] = set()
    for first in range(len(flat)):
        if first in seen:
            continue
        seen.add(first)
        mine, others, queue = [first], [], [first]
        while queue:
            y, x0, x1 = flat[queue.pop()]
            touched = [
                n for n in waiting
                if x0 - _TOGETHER <= steep[n][0] <= x1 + _TOGETHER
                and steep[n][1] - _TOGETHER <= y <= steep[n][2] + _TOGETHER
            ]  # fmt: skip
            waiting.difference_update(touched)
            others += touched
            for n in touched:
                x, top, bottom = steep[n]
                for k, (at, start, end) in enumerate(flat):
                    meets = top - _TOGETHER <= at <= bottom + _TOGETHER and start - _TOGETHER <= x <= end + _TOGETHER
                    if meets and k not in seen:
                        seen.add(k)
                        mine.append(k)
                        queue.append(k)
        if len(mine) > 1 and others:
            yield _walls([flat[k] for k in mine]), _walls([steep[n] for n in others])


def _grid(across: list[_Wall], down: list[_Wall]) -> Ruled | None:
    left, right = min(w.pieces[0][0] for w in across), max(w.pieces[-1][1] for w in across)
    top, bottom = min(w.pieces[0][0] for w in down), max(w.pieces[-1][1] for w in down)
    _close(down, left, right, top, bottom)
    _close(across, top, bottom, left, right)
    xs, ys = [wall.at for wall in down], [wall.at for wall in across]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    cells: list[tuple[int, int, int, int]] = []
    owner = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    between = [wall.gaps(ys) for wall in down[1:-1]]
    open_right = [[gaps[r] for gaps in between] + [False] for r in range(len(ys) - 1)]
    open_below = [wall.gaps(xs) for wall in across[1:-1]] + [[False] * (len(xs) - 1)]
    for r, fields in enumerate(owner):
        for c in range(len(xs) - 1):
            if fields[c] >= 0:
                continue
            columns = 1
            while open_right[r][c + columns - 1] and fields[c + columns] < 0:
                columns += 1
            rows = 1
            while r + rows < len(owner) and all(open_below[r + rows - 1][c : c + columns]) and not any(
                number >= 0 for number in owner[r + rows][c : c + columns]
            ):
                rows += 1
            for down_to in range(r, r + rows):
                owner[down_to][c : c + columns] = [len(cells)] * columns
            cells.append((r, c, rows, columns))
    return Ruled(xs, ys, cells, owner) if len(cells) > 1 else None


def _close(walls: list[_Wall], first: float, last: float, start: float, end: float) -> None:
    """A table may lack its outermost lines: the ends of the lines that cross them stand for them."""
    if walls[0].at - first > 2 * _TOGETHER:
        walls.insert(0, _Wall(first, [(start, end)]))
    if last - walls[-1].at > 2 * _TOGETHER:
        walls.append(_Wall(last, [(start, end)]))

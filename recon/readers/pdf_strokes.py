"""Ruling lines of a PDF page.

A line may be a stroke, the edge of a stroked rectangle, or a filled rectangle that is too thin to hold anything.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any

from recon.readers.pdf_calls import Handle, handle_of, swift

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from recon.readers.pdf_boxes import Box, Frame

#: A filled rectangle thinner than this is a line; anything shorter than _SHORT is a dot or part of a drawing.
_THIN, _SHORT = 3.0, 4.0
_PATH, _FORM = 2, 5
_MOVE = 2
_DEPTH = 4
#: A dense page has some 2 000 objects and lines; a drawing or a map has far more and no table.
MAX_OBJECTS, MAX_LINES = 200_000, 20_000


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
        self._to_modes = [ctypes.byref(mode) for mode in self._modes]

    def objects(self, holder: Any, count: Any, get: str, matrices: tuple[Any, ...], depth: int) -> None:
        pdfium = self._pdfium
        many = max(0, min(count(holder), self._left))
        self._left -= many
        # Most objects are text: they are passed over without a turn of the interpreter for each.
        objects = list(map(swift(get), repeat(handle_of(holder)), range(many)))
        for number, kind in zip(objects, map(swift("FPDFPageObj_GetType"), objects), strict=True):
            if kind not in (_PATH, _FORM):
                continue
            if kind == _PATH:
                self._path(Handle(number), matrices)
            elif depth < _DEPTH:
                drawn = ctypes.cast(number, pdfium.FPDF_PAGEOBJECT)
                inside = (self._matrix(drawn), *matrices)
                self.objects(drawn, pdfium.FPDFFormObj_CountObjects, "FPDFFormObj_GetObject", inside, depth + 1)

    def _matrix(self, drawn: Any) -> Any:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
        return matrix

    def _path(self, drawn: Any, matrices: tuple[Any, ...]) -> None:
        fill, stroke = self._modes
        swift("FPDFPath_GetDrawMode")(drawn, *self._to_modes)
        segments = swift("FPDFPath_CountSegments")(drawn)
        if not (fill.value or stroke.value) or len(self._strokes.across) + len(self._strokes.down) > MAX_LINES:
            return
        if segments > 5:
            self._long_path(ctypes.cast(drawn, self._pdfium.FPDF_PAGEOBJECT), matrices, segments, bool(stroke.value))
            return
        if not swift("FPDFPageObj_GetBounds")(drawn, *self._to_numbers):
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

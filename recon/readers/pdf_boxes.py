"""Boxes of the characters of a PDF page, turned the way that the page is read, asked of PDFium many at a time.

A box is (x0, top, x1, bottom) in points from the upper left corner of the page as it is read.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from recon.readers.pdf_calls import Handle, swift

Box = tuple[float, float, float, float]
#: So many boxes are asked for in one go.
_AT_ONCE = 2_048


class Frame(NamedTuple):
    """How a page lies: its own corners, and how many quarters it is turned clockwise to be read."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    def turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page's own space, where heights count from the foot, on the page as read."""
        if self.quarters == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def own(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box on the page as read, in the page's own space: left, bottom, right, top."""
        if self.quarters == 0:
            return x0 + self.left, self.top - bottom, x1 + self.left, self.top - top
        if self.quarters == 1:
            return top + self.left, x0 + self.bottom, bottom + self.left, x1 + self.bottom
        if self.quarters == 2:
            return self.right - x1, top + self.bottom, self.right - x0, bottom + self.bottom
        return self.right - bottom, self.top - x1, self.right - top, self.top - x0


@cache
def _rectangles() -> tuple[ctypes.Array[ctypes.c_float], list[Handle]]:
    """Room for many boxes, as FS_RECTF has them, and where each of them begins."""
    numbers = (ctypes.c_float * (4 * _AT_ONCE))()
    begin = ctypes.addressof(numbers)
    return numbers, [Handle(begin + 16 * place) for place in range(_AT_ONCE)]


def own_boxes(handle: Handle, indices: Sequence[int]) -> list[Box]:
    """Left, top, right, bottom of characters in the page's own space, where heights count from the foot."""
    numbers, places = _rectangles()
    found: list[Box] = []
    for begin in range(0, len(indices), _AT_ONCE):
        asked = indices[begin : begin + _AT_ONCE]
        # One turn of the interpreter for all: a call takes less than a turn.
        deque(map(swift("FPDFText_GetLooseCharBox"), repeat(handle), asked, places), 0)
        every = numbers[: 4 * len(asked)]
        found += zip(every[::4], every[1::4], every[2::4], every[3::4], strict=True)
    return found


class Boxes(dict[int, Box]):
    """The boxes of characters by their number; one that is not there yet is asked for."""

    def __init__(self, handle: Handle, frame: Frame) -> None:
        self._handle, self._frame = handle, frame

    def ask(self, indices: Sequence[int]) -> None:
        """Have these at hand."""
        frame = self._frame
        quarters, edge, _, _, height = frame
        own = own_boxes(self._handle, indices)
        if quarters == 0:
            boxes = [(left - edge, height - top, right - edge, height - bottom) for left, top, right, bottom in own]
        else:
            boxes = [frame.turned(left, bottom, right, top) for left, top, right, bottom in own]
        self.update(zip(indices, boxes, strict=True))

    def __missing__(self, index: int) -> Box:
        self.ask((index,))
        return self[index]

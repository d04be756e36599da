"""Words of a PDF page with their boxes, turned the way that the page is read.

A box is (x0, top, x1, bottom) in points from the upper left corner of the page as it is read.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from recon.readers.pdf_calls import handle_of, swift

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]
#: The field between walls that a point (from the left, from the top) lies in; None outside all tables.
FieldAt = Callable[[float, float], object]

#: PDFium puts U+0002 or U+FFFE in the place of a hyphen at which a word goes on in the next line.
LINE_END_HYPHENS = "\x02\ufffe\u00ad"
#: Stands for a hyphen at the end of a line until the whole document tells whether it belongs to the word.
IN_DOUBT = "\ufffe"
_CHUNK = re.compile(f"[^\x00-\x1f\ufffe\u00ad]+[{LINE_END_HYPHENS}]?")
_WORD = re.compile(f"[^\\s\x00-\x1f\ufffe\u00ad]+[{LINE_END_HYPHENS}]?")
_BLANK = re.compile(r"\s")
_NUMBER = re.compile(r"[-–—(]?\d[\d\s]*(?:[.,]\d+)?\)?")
_HOLDS_FIGURES, _HOLDS_MARK = re.compile(r"\d\S*\s.*\d", re.S), re.compile(r"[^\W\d_][\d*]|\*")
#: Drawn letters that stand for no character come back as one of these.
_WITHOUT_MEANING = re.compile("[\x00\ufffd\ue000-\uf8ff]")
#: A raised mark is printed this much smaller than the word before it, and its foot stands this much higher.
SMALL, RAISED = 0.8, 0.12
#: Words that are asked which way they run.
_ASKED, _LONG_WORD = 15, re.compile(r"\w{3,}")
#: So far inside its ends a piece is asked for its field, and its letters may overlap.
_INSIDE = 2.0
#: A page of small print has some 20 000 characters.
MAX_CHARACTERS = 500_000


def _beside(first: Box, last: Box) -> bool:
    """Whether two characters stand in one line."""
    half = (first[3] - first[1]) / 2
    return last[1] < first[3] - half and last[3] > first[1] + half


def _several(text: str) -> bool:
    """Whether there may be more than one figure in a text."""
    return _HOLDS_FIGURES.search(text) is not None and _NUMBER.fullmatch(text) is None


class Word(NamedTuple):
    """A word, or words of one line between which nothing has to be told apart.

    start, end: its characters on the page. upright: it runs as the page does.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    start: int
    end: int
    upright: bool = True
    raised: bool = False


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


class PageText:
    """The words of one page. `close` gives the page's text back to PDFium."""

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as pdfium

        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._handle = handle_of(self._raw)
        self._rectangle = (ctypes.c_float * 4)()  # left, top, right, bottom, as FS_RECTF has them
        self._to_rectangle = ctypes.addressof(self._rectangle)
        self._box_of = swift("FPDFText_GetLooseCharBox")
        self.length: int = max(0, pdfium.FPDFText_CountChars(self._raw))
        self.text = self._read() if 0 < self.length <= MAX_CHARACTERS else ""
        self.frame = Frame(self._quarters(page), *page.get_cropbox())

    def close(self) -> None:
        self._page.close()

    @property
    def without_meaning(self) -> int:
        """How many characters are drawn that stand for no letter."""
        return len(_WITHOUT_MEANING.findall(self.text))

    def _read(self) -> str:
        """One character of text for each character of the page, so that positions stay true."""
        import pypdfium2.raw as pdfium

        buffer = (ctypes.c_ushort * (self.length + 1))()
        there = pdfium.FPDFText_GetText(self._raw, 0, self.length, buffer)
        text = bytes(buffer)[: 2 * (there - 1)].decode("utf-16-le", "replace")
        if len(text) == self.length:
            return text
        # Letters beyond the basic plane, or characters that the whole text leaves out.
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(self.length))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def box_of(self, index: int) -> Box:
        """The box of a character on the page as it is read."""
        return self.frame.turned(*self._own(index))

    def _own(self, index: int) -> Box:
        """Left, bottom, right, top of a character in the page's own space."""
        self._box_of(self._handle, index, self._to_rectangle)
        left, top, right, bottom = self._rectangle[:]
        return left, bottom, right, top

    def words(self, field_at: FieldAt) -> list[Word]:
        """The words of the page.

        Asking PDFium for places costs more than reading the text, so words of one line that stand in one field, or
        outside all tables without a row of figures, are taken as one piece; `parts` takes it apart.
        """
        found: list[Word] = []
        for match in _CHUNK.finditer(self.text):
            chunk = match[0].strip()
            if not chunk:
                continue
            start = match.start() + match[0].index(chunk[0])
            if len(chunk) == 1 or _BLANK.search(chunk) is None:
                found += self._word(start, start + len(chunk))
            else:
                found += self._line(start, chunk, field_at)
        return found

    def parts(self, word: Word) -> list[Word]:
        """The single words of a piece."""
        return self._parts(word.start, word.end) if " " in word.text else [word]

    def _parts(self, start: int, end: int) -> list[Word]:
        spans = [match.span() for match in _WORD.finditer(self.text, start, end)]
        return [word for first, last in spans for word in self._word(first, last)]

    def _line(self, start: int, chunk: str, field_at: FieldAt) -> list[Word]:
        """A line, or what PDFium holds for one, in as few pieces as tell its fields apart."""
        end = start + len(chunk)
        first, last = self._at(start), self._at(end - 1)
        if last[0] < first[2] - 1 or not _beside(first, last):
            return self._parts(start, end)  # not a line that runs to the right
        middle = (first[1] + first[3]) / 2
        field = field_at(first[0] + _INSIDE, middle)
        if field == field_at(last[2] - _INSIDE, middle):
            # Outside tables even the groups of one number stay apart: they may be columns.
            apart = field is None and _HOLDS_FIGURES.search(chunk)
            whole = None if apart else self._piece(first, start, chunk, last)
            return self._parts(start, end) if whole is None else [whole]
        found: list[Word] = []
        piece, begins, before = first, start, start
        for match in _WORD.finditer(self.text, start, end):
            place = self._at(match.start()) if match.start() > start else first
            other = field_at(place[0] + _INSIDE, middle)
            if other != field or other is None:
                if match.start() > start:
                    found += self._in_one_field(piece, begins, before, field, field_at)
                piece, begins, field = place, match.start(), other
            before = match.end()
        return found + self._in_one_field(piece, begins, before, field, field_at)

    def _in_one_field(self, first: Box, start: int, end: int, field: object, field_at: FieldAt) -> list[Word]:
        last = self._at(end - 1)
        ends_inside = field_at(last[2] - _INSIDE, (first[1] + first[3]) / 2) == field
        whole = self._piece(first, start, self.text[start:end], last) if ends_inside and _beside(first, last) else None
        return self._parts(start, end) if whole is None else [whole]

    def _piece(self, first: Box, start: int, text: str, last: Box) -> Word | None:
        """Words taken as one; None where a raised mark may be among them, or several figures."""
        if _several(text) or (last[3] < first[3] - RAISED * (first[3] - first[1]) and not text[-1].isalpha()):
            return None
        if _HOLDS_MARK.search(text):
            return None
        top, bottom = min(first[1], last[1]), max(first[3], last[3])
        return Word(first[0], top, last[2], bottom, " ".join(text.split()), start, start + len(text))

    def _quarters(self, page: PdfPage) -> int:
        """Which way most words run: a page may be turned by its own word, or its text may be set at a right angle."""
        votes: Counter[int] = Counter()
        for match in islice(_LONG_WORD.finditer(self.text), _ASKED):
            votes[self._runs(*match.span())] += 1
        return votes.most_common(1)[0][0] if votes else page.get_rotation() // 90 % 4

    def _at(self, index: int) -> Box:
        """The box of a character on the page as read."""
        self._box_of(self._handle, index, self._to_rectangle)
        left, top, right, bottom = self._rectangle[:]
        quarters, edge, _, _, height = self.frame
        if quarters == 0:
            return left - edge, height - top, right - edge, height - bottom
        return self.frame.turned(left, bottom, right, top)

    def _runs(self, start: int, end: int) -> int:
        first, last = self._own(start), self._own(end - 1)
        across, up = last[0] + last[2] - first[0] - first[2], last[1] + last[3] - first[1] - first[3]
        if abs(across) >= abs(up):
            return 0 if across >= 0 else 2
        return 1 if up > 0 else 3

    def _word(self, start: int, end: int) -> list[Word]:
        """A word, and apart from it a mark that is raised behind it."""
        x0, top, x1, bottom = first = self._at(start)
        text = self.text[start:end]
        if end - start == 1:
            return [Word(x0, top, x1, bottom, text, start, end)]
        to_x0, to_top, to_x1, to_bottom = last = self._at(end - 1)
        if to_top == top and to_bottom == bottom and to_x0 >= x0:
            return [Word(x0, top, to_x1, bottom, text, start, end)]
        upright = (to_x0 >= x0 and _beside(first, last)) or self._runs(start, end) == self.frame.quarters
        if upright and to_bottom < bottom - RAISED * (bottom - top):
            # Raised, or only without the descender that the first letter has: the feet of both tell.
            at = end
            while at > start + 1 and self._is_raised(start, at - 1):
                at -= 1
            if at < end:
                return [*self._word(start, at), *self._raised(at, end)]
        box = min(x0, to_x0), min(top, to_top), max(x1, to_x1), max(bottom, to_bottom)
        return [Word(*box, text, start, end, upright)]

    def _is_raised(self, first: int, index: int) -> bool:
        """Whether a character stands higher than the first of its word, and is printed smaller."""
        box, small = self._at(first), self._at(index)
        height = box[3] - box[1]
        return small[3] - small[1] < SMALL * height and self._foot(index) < self._foot(first) - RAISED * height

    def _foot(self, index: int) -> float:
        """How far below the page's upper edge the line runs that a character stands on."""
        import pypdfium2.raw as pdfium

        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, ctypes.byref(x), ctypes.byref(y))
        return self.frame.turned(x.value, y.value, x.value, y.value)[3]

    def _raised(self, start: int, end: int) -> list[Word]:
        first, last = self._at(start), self._at(end - 1)
        box = first[0], min(first[1], last[1]), last[2], max(first[3], last[3])
        return [Word(*box, self.text[start:end], start, end, raised=True)]

    def pieces(self, word: Word, walls: list[float]) -> list[Word]:
        """A word that runs over the walls between cells, taken apart at them."""
        parts: list[list[int]] = [[]]
        place = 0
        for index in range(word.start, word.end):
            x0, _, x1, _ = self._at(index)
            while place < len(walls) and (x0 + x1) / 2 > walls[place]:
                place += 1
                parts.append([])
            parts[-1].append(index)
        return [piece for part in parts if part for piece in self._word(part[0], part[-1] + 1)]

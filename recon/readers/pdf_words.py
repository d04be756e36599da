"""Words of a PDF page with their boxes, turned the way that the page is read."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from recon.readers.pdf_boxes import Box, Boxes, Frame, own_boxes
from recon.readers.pdf_calls import handle_of
from recon.readers.pdf_fields import INSIDE, Field, Span, Walls, field_at, fields_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


#: PDFium puts U+0002 or U+FFFE in the place of a hyphen at which a word goes on in the next line.
LINE_END_HYPHENS = "\x02\ufffe\u00ad"
#: Stands for a hyphen at the end of a line until the whole document tells whether it belongs to the word.
IN_DOUBT = "\ufffe"
_CHUNK = re.compile(f"[^\x00-\x1f\ufffe\u00ad]+[{LINE_END_HYPHENS}]?")
_WORD = re.compile(f"[^\\s\x00-\x1f\ufffe\u00ad]+[{LINE_END_HYPHENS}]?")
#: Words, or a number of groups of three digits. Where a wall parts the groups they are taken apart again.
_GROUPS = re.compile(rf"[-–—(]?\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}(?!\d))+(?:{_WORD.pattern})?|{_WORD.pattern}")
_BLANK = re.compile(r"\s")
_NUMBER = re.compile(r"[-–—(]?\d[\d\s]*(?:[.,]\d+)?\)?")
_HOLDS_DIGIT = re.compile(r"[0-9*]")
_HOLDS_FIGURES, _HOLDS_MARK = re.compile(r"\d\S*\s.*\d", re.S), re.compile(r"[^\W\d_][\d*]|\*")
#: Drawn letters that stand for no character come back as one of these.
_WITHOUT_MEANING = re.compile("[\x00\ufffd\ue000-\uf8ff]")
#: A raised mark is printed this much smaller than the word before it, and its foot stands this much higher.
SMALL, RAISED = 0.8, 0.12
#: Characters whose boxes differ by less than this part of their height stand side by side, and none is raised.
_LEVEL = 0.05
#: Words that are asked which way they run.
_ASKED, _LONG_WORD = 15, re.compile(r"\w{3,}")
#: A page of small print has some 20 000 characters.
MAX_CHARACTERS = 500_000


def _beside(first: Box, last: Box) -> bool:
    """Whether two characters stand in one line."""
    half = (first[3] - first[1]) / 2
    return last[1] < first[3] - half and last[3] > first[1] + half


def _is_one(text: str) -> bool:
    """Whether a text is one figure, or has neither several figures nor what may be a mark behind a word."""
    if _HOLDS_DIGIT.search(text) is None or _NUMBER.fullmatch(text) is not None:
        return True
    return _HOLDS_FIGURES.search(text) is None and _HOLDS_MARK.search(text) is None


def _runs(first: Box, last: Box) -> int:
    """Which way a word runs by its first and last character in the page's own space, in quarters."""
    across, up = last[0] + last[2] - first[0] - first[2], last[1] + last[3] - first[1] - first[3]
    if abs(across) >= abs(up):
        return 0 if across >= 0 else 2
    return 1 if up > 0 else 3


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


class PageText:
    """The words of one page. `close` gives the page's text back to PDFium."""

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as pdfium

        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._handle = handle_of(self._raw)
        self.length: int = max(0, pdfium.FPDFText_CountChars(self._raw))
        self.text = self._read() if 0 < self.length <= MAX_CHARACTERS else ""
        self.frame = Frame(self._quarters(page), *page.get_cropbox())
        self.boxes = Boxes(self._handle, self.frame)

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

    def words(self, tables: Sequence[Walls]) -> list[Word]:
        """The words of the page.

        Asking PDFium for places costs more than reading the text, so words of one line that stand in one field, or
        outside all tables without a row of figures, are taken as one piece; `parts` takes it apart.
        """
        chunks = self._chunks()
        self.boxes.ask([index for start, end, _ in chunks for index in (start, end - 1)])
        found: list[list[Word]] = []
        crossing: list[tuple[list[Word], list[Span]]] = []
        for start, end, chunk in chunks:
            line = self._line(start, end, chunk, tables)
            if line is None:
                line = []
                crossing.append((line, [match.span() for match in _GROUPS.finditer(self.text, start, end)]))
            found.append(line)
        self.boxes.ask([start for _, spans in crossing for start, _ in spans])
        pieces = [(line, fields_of(spans, self.boxes, tables)) for line, spans in crossing]
        self.boxes.ask([end - 1 for _, of_line in pieces for _, end, _ in of_line])
        for line, of_line in pieces:
            _, top, _, bottom = self.boxes[of_line[0][0]]
            slack = _LEVEL * (bottom - top)
            for start, end, field in of_line:
                x0, top0, _, bottom0 = self.boxes[start]
                _, top1, x1, bottom1 = self.boxes[end - 1]
                text = self.text[start:end]
                level = (
                    -slack < top0 - top < slack and -slack < bottom0 - bottom < slack
                    and -slack < top1 - top < slack and -slack < bottom1 - bottom < slack
                )  # fmt: skip
                if not (level and field and field[0] < x1 - INSIDE < field[1]):
                    line += self._in_one_field(start, end, field, tables)
                elif _is_one(text):
                    box = x0, min(top0, top1), x1, max(bottom0, bottom1)
                    line.append(Word(*box, " ".join(text.split()), start, end))
                else:
                    line += self._parts(start, end)
        return list(chain.from_iterable(found))

    def _chunks(self) -> list[tuple[int, int, str]]:
        """The pieces of text that PDFium does not part: first character, one past the last, and what they say."""
        chunks = []
        for match in _CHUNK.finditer(self.text):
            chunk = match[0].strip()
            if chunk:
                start = match.start() + match[0].index(chunk[0])
                chunks.append((start, start + len(chunk), chunk))
        return chunks

    def parts(self, word: Word) -> list[Word]:
        """The single words of a piece."""
        return self._parts(word.start, word.end) if " " in word.text else [word]

    def _parts(self, start: int, end: int) -> list[Word]:
        return [word for first, last in self._spans(start, end) for word in self._word(first, last)]

    def _spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """First and one past the last character of the words between two characters; their boxes are at hand."""
        spans = [match.span() for match in _WORD.finditer(self.text, start, end)]
        self.boxes.ask([index for first, last in spans for index in (first, last - 1)])
        return spans

    def _line(self, start: int, end: int, chunk: str, tables: Sequence[Walls]) -> list[Word] | None:
        """A line, or what PDFium holds for one, in one piece or word by word; None where it crosses fields."""
        if end - start == 1 or _BLANK.search(chunk) is None:
            return self._word(start, end)
        first, last = self.boxes[start], self.boxes[end - 1]
        x0, top, right, bottom = first
        from_x, top1, x1, bottom1 = last
        slack = _LEVEL * (bottom - top)
        level = -slack < top1 - top < slack and -slack < bottom1 - bottom < slack
        if from_x < right - 1 or not (level or _beside(first, last)):
            return self._parts(start, end)  # not a line that runs to the right
        middle = (top + bottom) / 2
        field = field_at(tables, x0 + INSIDE, middle)
        inside = field is not None and field[0] < x1 - INSIDE < field[1]
        if not inside and field != field_at(tables, x1 - INSIDE, middle):
            return None
        # Outside tables even the groups of one number stay apart: they may be columns.
        if not _is_one(chunk) or (field is None and _HOLDS_FIGURES.search(chunk)):
            return self._parts(start, end)
        if level:
            box = x0, min(top, top1), x1, max(bottom, bottom1)
            return [Word(*box, " ".join(chunk.split()), start, end)]
        whole = self._piece(first, start, chunk, last)
        return self._parts(start, end) if whole is None else [whole]

    def _in_one_field(self, start: int, end: int, field: Field | None, tables: Sequence[Walls]) -> list[Word]:
        first, last = self.boxes[start], self.boxes[end - 1]
        ends_inside = field_at(tables, last[2] - INSIDE, (first[1] + first[3]) / 2) == field
        text = self.text[start:end]
        if field is None and _BLANK.search(text) is not None:
            return self._parts(start, end)
        whole = self._piece(first, start, text, last) if ends_inside and _beside(first, last) else None
        return self._parts(start, end) if whole is None else [whole]

    def _piece(self, first: Box, start: int, text: str, last: Box) -> Word | None:
        """Words taken as one; None where a raised mark may be among them, or several figures."""
        if (last[3] < first[3] - RAISED * (first[3] - first[1]) and not text[-1].isalpha()) or not _is_one(text):
            return None
        top, bottom = min(first[1], last[1]), max(first[3], last[3])
        return Word(first[0], top, last[2], bottom, " ".join(text.split()), start, start + len(text))

    def _quarters(self, page: PdfPage) -> int:
        """Which way most words run: a page may be turned by its own word, or its text may be set at a right angle."""
        spans = [match.span() for match in islice(_LONG_WORD.finditer(self.text), _ASKED)]
        if not spans:
            return int(page.get_rotation()) // 90 % 4
        boxes = own_boxes(self._handle, [index for start, end in spans for index in (start, end - 1)])
        return Counter(map(_runs, boxes[::2], boxes[1::2])).most_common(1)[0][0]

    def _word(self, start: int, end: int) -> list[Word]:
        """A word, and apart from it a mark that is raised behind it."""
        x0, top, x1, bottom = first = self.boxes[start]
        text = self.text[start:end]
        if end - start == 1:
            return [Word(x0, top, x1, bottom, text, start, end)]
        to_x0, to_top, to_x1, to_bottom = last = self.boxes[end - 1]
        if to_top == top and to_bottom == bottom and to_x0 >= x0:
            return [Word(x0, top, to_x1, bottom, text, start, end)]
        upright = (to_x0 >= x0 and _beside(first, last)) or self._runs_as_the_page(start, end)
        if upright and to_bottom < bottom - RAISED * (bottom - top):
            # Raised, or only without the descender that the first letter has: the feet of both tell.
            at = end
            while at > start + 1 and self._is_raised(start, at - 1):
                at -= 1
            if at < end:
                return [*self._word(start, at), *self._raised(at, end)]
        box = min(x0, to_x0), min(top, to_top), max(x1, to_x1), max(bottom, to_bottom)
        return [Word(*box, text, start, end, upright)]

    def _runs_as_the_page(self, start: int, end: int) -> bool:
        return _runs(*own_boxes(self._handle, (start, end - 1))) == self.frame.quarters

    def _is_raised(self, first: int, index: int) -> bool:
        """Whether a character stands higher than the first of its word, and is printed smaller."""
        box, small = self.boxes[first], self.boxes[index]
        height = box[3] - box[1]
        return small[3] - small[1] < SMALL * height and self._foot(index) < self._foot(first) - RAISED * height

    def _foot(self, index: int) -> float:
        """How far below the page's upper edge the line runs that a character stands on."""
        import pypdfium2.raw as pdfium

        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, ctypes.byref(x), ctypes.byref(y))
        return self.frame.turned(x.value, y.value, x.value, y.value)[3]

    def _raised(self, start: int, end: int) -> list[Word]:
        first, last = self.boxes[start], self.boxes[end - 1]
        box = first[0], min(first[1], last[1]), last[2], max(first[3], last[3])
        return [Word(*box, self.text[start:end], start, end, raised=True)]

    def pieces(self, word: Word, walls: list[float]) -> list[Word]:
        """A word that runs over the walls between cells, taken apart at them."""
        parts: list[list[int]] = [[]]
        place = 0
        for index in range(word.start, word.end):
            x0, _, x1, _ = self.boxes[index]
            while place < len(walls) and (x0 + x1) / 2 > walls[place]:
                place += 1
                parts.append([])
            parts[-1].append(index)
        return [piece for part in parts if part for piece in self._word(part[0], part[-1] + 1)]

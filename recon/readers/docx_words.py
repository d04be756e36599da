"""What one paragraph of a DOCX says to a reader of the page: insertions in, deletions out, footnote marks apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.readers.footnote_marks import put_raised

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, RUN, TEXT, VALUE = f"{W}p", f"{W}r", f"{W}t", f"{W}val"
BOX = f"{W}txbxContent"
#: Wrappers that are not seen on the page: what is inside counts as if it stood there itself.
TRANSPARENT = frozenset(
    [f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink")]
    + [f"{W}{name}" for name in ("fldSimple", "dir", "bdo", "ruby", "rubyBase")]
    + [f"{MC}Choice", f"{MC}Fallback"]
)
ALTERNATIVES = f"{MC}AlternateContent"
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_FIELD, _SYMBOL = f"{W}fldChar", f"{W}sym"
_MARKED, _STYLED, _VANISHED = f"{W}vertAlign", f"{W}rStyle", f"{W}vanish"
_FORMULAS = frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})
#: A paragraph without any of these says no more and no less than the text elements inside it.
_NOT_PLAIN = (
    *_SIGNS, *_NOTES, *_DRAWINGS, *_FORMULAS, _FIELD, _SYMBOL, ALTERNATIVES, _MARKED, _STYLED, _VANISHED,
    f"{W}del", f"{W}moveFrom", f"{W}ruby",
)  # fmt: skip
#: signs of the font Symbol that stand among figures; its letters and digits lie where ASCII has them
_SYMBOLS = {0x2D: "−", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xBB: "≈", 0xB9: "≠", 0xD7: "·"}
_OFF = frozenset({"0", "false", "off"})


def first_alternative(element: _Element) -> _Element | None:
    """The branch of an mc:AlternateContent that counts: the first choice, so that nothing is read twice."""
    return next((child for child in element if child.tag in TRANSPARENT), None)


def is_on(element: _Element) -> bool:
    return element.get(VALUE) not in _OFF


class Words:
    """Puts the text of paragraphs together; knows which runs are raised or hidden, and counts footnotes."""

    def __init__(self, root: _Element, raised_styles: frozenset[str], labels: dict[_Element, str]) -> None:
        # Collected once by tag, so that an ordinary paragraph or run need not be looked through.
        self._raised: set[_Element | None] = set()
        self._hidden: set[_Element | None] = set()
        self.not_plain: set[_Element] = set()
        for mark in root.iter(*_NOT_PLAIN):
            paragraph = next(mark.iterancestors(PARAGRAPH), None)
            if paragraph is not None:
                self.not_plain.add(paragraph)
            if mark.tag in (_MARKED, _STYLED, _VANISHED):
                self._note(mark, raised_styles)
        self.labels = labels
        self._footnotes = 0
        #: text boxes anchored in the paragraphs read since the last `take_boxes`
        self.boxes: list[_Element] = []
        self.hidden_text = 0

    def _note(self, mark: _Element, raised_styles: frozenset[str]) -> None:
        properties = mark.getparent()
        run = properties.getparent() if properties is not None else None
        if mark.tag == _VANISHED:
            if is_on(mark):
                self._hidden.add(run)
        elif mark.get(VALUE) == "superscript" or (mark.tag == _STYLED and mark.get(VALUE) in raised_styles):
            self._raised.add(run)

    def take_boxes(self) -> list[_Element]:
        boxes, self.boxes = self.boxes, []
        return boxes

    def paragraph(self, paragraph: _Element, marks: list[str] | None = None) -> str:
        """The text of a paragraph. Footnote marks go to `marks`; where there is none they stay as raised digits."""
        if paragraph in self.not_plain:
            pieces: list[str] = []
            # A field that is never closed must not swallow what follows: its state ends with the paragraph.
            self._inside(paragraph, pieces, marks, [])
            text = "".join(pieces)
        else:
            text = "".join([part.text or "" for part in paragraph.iter(TEXT)])
        if "\u00ad" in text:
            text = text.replace("\u00ad", "")
        label = self.labels.get(paragraph) if self.labels else None
        return f"{label}{text}" if label else text

    def _inside(self, parent: _Element, out: list[str], marks: list[str] | None, fields: list[bool]) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                if self._hidden and child in self._hidden:
                    self.hidden_text += 1
                else:
                    self._run(child, out, marks, fields)
            elif tag in TRANSPARENT:
                self._inside(child, out, marks, fields)
            elif tag == ALTERNATIVES:
                branch = first_alternative(child)
                if branch is not None:
                    self._inside(branch, out, marks, fields)
            elif tag in _FORMULAS:
                out.extend(part.text or "" for part in child.iter(f"{MATH}t"))
            elif tag in _DRAWINGS:
                self._drawing(child)

    def _run(self, run: _Element, out: list[str], marks: list[str] | None, fields: list[bool]) -> None:
        for child in run:
            tag = child.tag
            if tag == TEXT:
                if child.text and not (fields and any(fields)):
                    self._text(child, run, out, marks)
            elif tag in _SIGNS:
                out.append(_SIGNS[tag])
            elif tag == _FIELD:
                self._field(child, fields)
            elif tag == _SYMBOL:
                out.append(_symbol(child))
            elif tag in _NOTES:
                self._footnotes += 1
                if child.get(f"{W}customMarkFollows") in (None, *_OFF):
                    put_raised(str(self._footnotes), out, marks)
            elif tag in _DRAWINGS:
                self._drawing(child)
            elif tag in TRANSPARENT or tag == ALTERNATIVES:
                branch = first_alternative(child) if tag == ALTERNATIVES else child
                if branch is not None:
                    self._run(branch, out, marks, fields)
            elif tag == RUN:  # the base of a ruby
                self._run(child, out, marks, fields)

    def _text(self, element: _Element, run: _Element, out: list[str], marks: list[str] | None) -> None:
        """The words of one text element."""
        if self._raised and run in self._raised:
            put_raised(element.text or "", out, marks)
        else:
            out.append(element.text or "")

    @staticmethod
    def _field(mark: _Element, fields: list[bool]) -> None:
        """Between `begin` and `separate` stands the instruction, between `separate` and `end` what is seen."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            fields.append(True)
        elif fields and kind == "separate":
            fields[-1] = False
        elif fields and kind == "end":
            fields.pop()

    def _drawing(self, drawing: _Element) -> None:
        for child in drawing.iter(BOX, ALTERNATIVES):
            if child.tag == BOX and not _within_other(child, drawing):
                self.boxes.append(child)


def _within_other(box: _Element, drawing: _Element) -> bool:
    """Whether a box lies inside another box, or in the second branch of an alternative: then it is not this one's."""
    child, parent = box, box.getparent()
    while parent is not None and child is not drawing:
        if parent.tag == BOX or (parent.tag == ALTERNATIVES and first_alternative(parent) is not child):
            return True
        child, parent = parent, parent.getparent()
    return False


def _symbol(symbol: _Element) -> str:
    try:
        code = int(symbol.get(f"{W}char") or "", 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
        return _SYMBOLS.get(code) or (chr(code) if 0x20 <= code < 0x7F else "\ufffd")
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"

"""What a paragraph of an OpenDocument file says: changes accepted, footnote marks apart, hidden text left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recon.readers.footnote_marks import put_raised
from recon.readers.odf_styles import DRAW, OFFICE, TEXT, Styles, count

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
BOX = f"{DRAW}text-box"
_NOTE, _CITATION, _BLANKS, _STYLED = f"{TEXT}note", f"{TEXT}note-citation", f"{TEXT}s", f"{TEXT}style-name"
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_OUT = frozenset(
    {f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text", f"{TEXT}tracked-changes", f"{TEXT}number"}
)
_HIDING = frozenset({f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph", f"{TEXT}conditional-text"})
_DRAWINGS = frozenset(
    f"{DRAW}{name}" for name in ("frame", "custom-shape", "rect", "g", "text-box", "a", "line", "polygon", "ellipse")
)
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 100


class Words:
    """Puts the text of paragraphs together, and keeps the text boxes that were met on the way."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.boxes: list[_Element] = []
        self.hidden_text = 0

    def take_boxes(self) -> list[_Element]:
        boxes, self.boxes = self.boxes, []
        return boxes

    def paragraph(self, paragraph: _Element, marks: list[str] | None = None) -> str:
        """The text of a paragraph. Footnote marks go to `marks`; where there is none they stay as raised digits."""
        if len(paragraph) == 0 and paragraph.get(_STYLED) not in self._styles.hidden:
            return _SPACE.sub(" ", paragraph.text or "").replace("\u00ad", "").strip(" ")
        out: list[str] = []
        self._inside(paragraph, out, marks)
        return "".join(out).replace("\u00ad", "").strip(" ")

    def _inside(self, parent: _Element, out: list[str], marks: list[str] | None) -> None:
        if self._is_hidden(parent):
            self.hidden_text += any(text and not text.isspace() for text in map(str, parent.itertext()))
            return
        _put(parent.text, out)
        for child in parent:
            tag = child.tag
            if tag in _SIGNS:
                out.append(_SIGNS[tag])
            elif tag == _BLANKS:
                out.append(" " * min(count(child, f"{TEXT}c", 1), _MOST_BLANKS))
            elif tag == _NOTE:
                citation = child.find(_CITATION)
                text = "" if citation is None else "".join(map(str, citation.itertext())).strip()
                put_raised(text or "*", out, marks)
            elif tag in _DRAWINGS:
                self.draw(child)
            elif child.get(_STYLED) in self._styles.raised and tag == f"{TEXT}span":
                inside: list[str] = []
                self._inside(child, inside, None)
                text = "".join(inside).strip()
                if text:
                    put_raised(text, out, marks)
            elif tag not in _OUT:
                self._inside(child, out, marks)
            _put(child.tail, out)

    def _is_hidden(self, element: _Element) -> bool:
        if element.tag in _HIDING and element.get(f"{TEXT}is-hidden") == "true":
            return True
        return element.get(_STYLED) in self._styles.hidden

    def draw(self, drawing: _Element) -> None:
        """Text boxes of a drawing; one inside another is found when the outer one is read."""
        if drawing.tag == BOX:
            self.boxes.append(drawing)
            return
        for child in drawing:
            if child.tag in PARAGRAPHS:
                self.boxes.append(drawing)
                return
            if child.tag in _DRAWINGS:
                self.draw(child)


def _put(text: str | None, out: list[str]) -> None:
    """Blanks are drawn as one, also over the borders of elements; further ones are elements of their own."""
    if text:
        text = _SPACE.sub(" ", text)
        out.append(text[1:] if text[0] == " " and (not out or out[-1][-1:] in (" ", "\n")) else text)

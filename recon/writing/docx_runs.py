"""Runs of a DOCX split where a figure begins and ends, with properties, tracked changes and all else kept."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recon.readers.docx_places import Place, Sign
from recon.readers.docx_words import BOX, PARAGRAPH, RUN, W
from recon.writing.elements import above, made, own_attributes

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES, _ID = f"{W}rPr", f"{W}id"
_CHANGES = (f"{W}rPrChange", f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")


@dataclass(slots=True)
class Stretch:
    """Runs that hold a figure and nothing else; none where it stands in no run of its own, as in a blank cell.

    paragraph: where to anchor then.
    """

    runs: list[_Element]
    paragraph: _Element | None


class Runs:
    """Splits runs on demand; a place may be asked for again after other splits."""

    def __init__(self, root: _Element) -> None:
        self._split: dict[_Element, tuple[int, _Element]] = {}
        numbers = [int(value) for mark in root.iter() if isinstance(mark.tag, str)
                   if (value := mark.get(_ID)) and value.isascii() and value.isdigit()]  # fmt: skip
        self._number = max(numbers, default=0)

    def next_id(self) -> str:
        """An id that no annotation of the document has."""
        self._number += 1
        return str(self._number)

    def stretch(self, place: Place, start: int, end: int) -> Stretch:
        """The signs `start` to `end` of a place as whole runs."""
        signs = [sign for sign in place.signs[start:end] if sign is not None]
        outside = _outside_boxes(place.paragraph)
        if not signs or outside is not place.paragraph:
            return Stretch([], outside)
        runs: list[_Element] = []
        for first, last in _pieces(signs):
            run = self._cut(*first, *last)
            if run not in runs:
                runs.append(run)
        return Stretch(runs, place.paragraph)

    def _cut(self, first: _Element, begin: int, last: _Element, final: int) -> _Element:
        """A run of its own for the signs from `begin` to `final` of one text element."""
        end_text, end = self._now(last, final)
        if end + 1 < len(end_text.text or "") or _follows(end_text):
            self._part(end_text, end + 1)
        text, at = self._now(first, begin)
        if at > 0 or _precedes(text):
            self._part(text, at)
            text, _ = self._now(first, begin)
        return next(text.iterancestors(RUN))

    def _now(self, text: _Element, at: int) -> Sign:
        """Where a sign stands after the splits so far."""
        while text in self._split and at >= self._split[text][0]:
            cut, text_behind = self._split[text]
            text, at = text_behind, at - cut
        return text, at

    def _part(self, text: _Element, at: int) -> None:
        """Let what stands behind the first `at` signs of a text element go on in a run of its own."""
        run = above(text)
        if run.tag != RUN:
            return  # inside an alternative of a run: it is marked as a whole
        behind = made(run, RUN, own_attributes(run))
        properties = self.properties_of(run)
        if properties is not None:
            behind.append(properties)
        later = list(text.itersiblings())
        words = text.text or ""
        rest = deepcopy(text)
        rest.tail = None
        rest.text, text.text = words[at:], words[:at]
        for part in (rest, text):
            part.set(_SPACE, "preserve")
        behind.append(rest)
        behind.extend(later)
        run.addnext(behind)
        self._split[text] = (at, rest)
        if not words[:at]:
            run.remove(text)
        if not words[at:]:
            behind.remove(rest)

    def properties_of(self, run: _Element) -> _Element | None:
        """A copy of a run's properties; a change that is recorded in them gets an id of its own."""
        properties = next(run.iterchildren(_PROPERTIES), None)
        if properties is None:
            return None
        copied = deepcopy(properties)
        for change in copied.iter(*_CHANGES):
            change.set(_ID, self.next_id())
        return copied


def _pieces(signs: Sequence[Sign]) -> list[tuple[Sign, Sign]]:
    """First and last sign of each text element, in order."""
    pieces: list[tuple[Sign, Sign]] = []
    for sign in signs:
        if pieces and pieces[-1][1][0] is sign[0]:
            pieces[-1] = (pieces[-1][0], sign)
        else:
            pieces.append((sign, sign))
    return pieces


def _follows(text: _Element) -> bool:
    return next(text.itersiblings(), None) is not None


def _precedes(text: _Element) -> bool:
    before = next(text.itersiblings(preceding=True), None)
    return before is not None and before.tag != _PROPERTIES


def _outside_boxes(paragraph: _Element | None) -> _Element | None:
    """The paragraph that a text box hangs at: Word allows no comment inside a box."""
    while paragraph is not None:
        box = next(paragraph.iterancestors(BOX), None)
        if box is None:
            return paragraph
        paragraph = next(box.iterancestors(PARAGRAPH), None)
    return None

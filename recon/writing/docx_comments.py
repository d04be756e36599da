"""Comments of recon in a DOCX: their texts beside those of others, and their anchors in the body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from recon.readers.docx_words import RUN, TEXT, W
from recon.writing.docx_runs import Stretch
from recon.writing.elements import made
from recon.writing.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "recon"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = f"{W}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def stamp(made: datetime) -> str:
    return f"{made:%Y-%m-%dT%H:%M:%SZ}"


class Comments:
    """Adds comments to one document; the part for them is made where there is none."""

    def __init__(self, parts: Parts, main: str, made: datetime) -> None:
        links = {link.kind: link.target for link in parts.package.relationships(main)}
        part = links.get("comments", "")
        if not part or part not in parts:
            part = parts.own_name(f"{main.rpartition('/')[0]}/comments.xml".lstrip("/"))
            parts.put(part, f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode())
            parts.declare(part, _TYPE)
            parts.link(main, "comments", part)
        self._root = parts.tree(part)
        self._made = stamp(made)
        numbers = [int(each.get(_ID) or 0) for each in self._root.iter(f"{W}comment")]
        self._number = max(numbers, default=-1)

    def add(self, stretch: Stretch, lines: Sequence[str]) -> None:
        """Write a comment and anchor it around the runs, or at the end of the paragraph where there are none."""
        self._number += 1
        number = str(self._number)
        comment = _made(self._root, "comment", id=number, author=AUTHOR, date=self._made, initials="r")
        for place, line in enumerate(lines):
            comment.append(_paragraph(comment, line, first=place == 0))
        self._root.append(comment)
        self._anchor(stretch, number)

    @staticmethod
    def _anchor(stretch: Stretch, number: str) -> None:
        if stretch.runs:
            first, last = stretch.runs[0], stretch.runs[-1]
            start, end = _made(first, "commentRangeStart", id=number), _made(last, "commentRangeEnd", id=number)
            first.addprevious(start)
            last.addnext(end)
        else:
            paragraph = stretch.paragraph
            assert paragraph is not None
            start, end = (_made(paragraph, f"commentRange{which}", id=number) for which in ("Start", "End"))
            paragraph.extend([start, end])
        reference = made(end, RUN)
        reference.append(_made(reference, "commentReference", id=number))
        end.addnext(reference)


def _made(near: _Element, name: str, **attributes: str) -> _Element:
    return made(near, W + name, {W + key: value for key, value in attributes.items()})


def _paragraph(near: _Element, line: str, first: bool) -> _Element:
    paragraph = _made(near, "p")
    if first:
        mark = _made(paragraph, "r")
        mark.append(_made(mark, "annotationRef"))
        paragraph.append(mark)
    run = _made(paragraph, "r")
    form = _made(run, "rPr")
    if first:
        form.append(_made(form, "b"))
    form.append(_made(form, "sz", val="20"))
    text = made(run, TEXT, {_SPACE: "preserve"})
    text.text = line.translate(_FORBIDDEN)
    run.extend([form, text])
    paragraph.append(run)
    return paragraph

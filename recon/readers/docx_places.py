"""Where each sign of a DOCX's text stands in its XML: the same walk as the reader's, with the elements kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.model.document import Block, Cell, Paragraph
from recon.readers.archives import Package
from recon.readers.docx import Walk, words_of
from recon.readers.docx_words import PARAGRAPH, W, Words

if TYPE_CHECKING:
    from lxml.etree import _Element

#: a text element and the place of one sign in it
Sign = tuple["_Element", int]


@dataclass(slots=True)
class Place:
    """A paragraph or a cell. signs: for each sign of `text` where it stands, None for what the reader put in itself.

    paragraph: one to anchor at where no sign is known, as in a blank cell. row, column, rows, columns: of a cell.
    """

    text: str
    signs: list[Sign | None]
    paragraph: _Element | None
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Places:
    """Blocks as the reader numbers them. cells: of each block that is a table; paragraphs: in order, from 0."""

    cells: dict[int, list[Place]] = field(default_factory=dict)
    paragraphs: list[Place] = field(default_factory=list)

    def covering(self, block: int, row: int, column: int) -> Place | None:
        """The cell that covers a place of a table."""
        for cell in self.cells.get(block, ()):
            if 0 <= row - cell.row < cell.rows and 0 <= column - cell.column < cell.columns:
                return cell
        return None


def places_of(package: Package, root: _Element) -> Places:
    """The places of all figures in the body `root` of a document's package."""
    words = words_of(package, root, _Words)
    assert isinstance(words, _Words)
    walk = _Places(root, words)
    blocks: list[Block] = []
    body = next(root.iter(f"{W}body"), None)
    if body is not None:
        walk.story(body, blocks)
    found = Places()
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            found.paragraphs.append(walk.told[id(block)])
        else:
            found.cells[number] = [_sized(walk.held[id(cell)], cell) for row in block.rows for cell in row]
    return found


def _sized(place: Place, cell: Cell) -> Place:
    """With the extent that later rows may have given the cell."""
    place.row, place.column, place.rows, place.columns = cell.row, cell.column, cell.rows, cell.columns
    return place


class _Words(Words):
    """Remembers of each paragraph which text element every piece of its text came from."""

    def __init__(self, root: _Element, raised_styles: frozenset[str], labels: dict[_Element, str]) -> None:
        super().__init__(root, raised_styles, labels)
        self.not_plain = set(root.iter(PARAGRAPH))  # the short way would leave out where its words stand
        self.signs: dict[_Element, list[Sign | None]] = {}
        self.before: dict[_Element, _Element | None] = {}
        self._last: _Element | None = None
        self._from: dict[int, _Element] = {}

    def paragraph(self, paragraph: _Element, marks: list[str] | None = None) -> str:
        before, self._from = self._from, {}
        pieces: list[str] = []
        self._inside(paragraph, pieces, marks, [])
        label = self.labels.get(paragraph) or ""
        signs: list[Sign | None] = [None] * len(label)
        text = [label]
        for number, piece in enumerate(pieces):
            element = self._from.get(number)
            for at, sign in enumerate(piece):
                if sign != "\u00ad":
                    text.append(sign)
                    signs.append((element, at) if element is not None else None)
        self.signs[paragraph] = signs
        self.before[paragraph], self._last = self._last, paragraph
        self._from = before
        return "".join(text)

    def _text(self, element: _Element, run: _Element, out: list[str], marks: list[str] | None) -> None:
        before = len(out)
        super()._text(element, run, out, marks)
        self._from.update(dict.fromkeys(range(before, len(out)), element))


class _Places(Walk):
    """Keeps the elements behind the paragraphs and cells that the reader makes."""

    def __init__(self, root: _Element, words: _Words) -> None:
        super().__init__(root, words)
        self._traced = words
        self.told: dict[int, Place] = {}
        self.held: dict[int, Place] = {}
        self._kept: list[object] = []  # so that no id is given twice
        self._latest: list[tuple[str, list[Sign | None]]] = []

    def paragraph(self, element: _Element, text: str) -> Paragraph:
        made = super().paragraph(element, text)
        self._kept.append(made)
        self.told[id(made)] = Place(made.text, self._signs(element, text)[: len(made.text)], element)
        return made

    def _signs(self, element: _Element, text: str) -> list[Sign | None]:
        """Those of a paragraph, and of the ones before it that run on into it."""
        signs: list[Sign | None] = []
        at: _Element | None = element
        while at is not None and len(signs) < len(text):
            signs = self._traced.signs[at] + signs
            at = self._traced.before[at]
        return signs if len(signs) == len(text) else [None] * len(text)

    def together(self, parts: list[tuple[_Element, str]]) -> str:
        self._latest = [
            (text, self._signs(element, text) if element.tag == PARAGRAPH else [None] * len(text))
            for element, text in parts
        ]
        return super().together(parts)

    def cell(self, cell: Cell, element: _Element) -> None:
        signs: list[Sign | None] = []
        for text, own in self._latest:
            begin = len(text) - len(text.lstrip())
            inside = own[begin : begin + len(text.strip())]
            if inside:
                signs += [None, *inside] if signs else inside
        self._kept.append(cell)
        self.held[id(cell)] = Place(cell.text, signs, next(element.iter(PARAGRAPH), None))

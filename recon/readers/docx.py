"""DOCX: paragraphs and tables of the body, in order, as the page shows them with all changes accepted.

A nested table is read twice on purpose: its text belongs to the cell that holds it (cells parted by tabs, rows by line
ends), and it is a table of its own behind the outer one. A text box counts as standing behind its paragraph.
Headers, footers and the texts of footnotes are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from recon.model.document import Block, Cell, Document, Paragraph, PlainRow, Table
from recon.readers.archives import Package, parse_xml
from recon.readers.docx_markup import condensed
from recon.readers.docx_rows import (
    MERGES,
    ROW_PROPERTIES,
    UNMERGED,
    Read,
    apart,
    cells_of,
    joined,
    merged,
    parted,
    whole,
    with_text,
    words_alone,
)
from recon.readers.docx_styles import labels_of, raised_styles
from recon.readers.docx_words import (
    ALTERNATIVES,
    PARAGRAPH,
    TRANSPARENT,
    W,
    Words,
    first_alternative,
    is_on,
)
from recon.readers.inner_tables import flat

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES: tuple[str, ...] = (".docx", ".docm")
_TABLE, _ROW = f"{W}tbl", f"{W}tr"
_BLOCKS, _ROWS = frozenset({PARAGRAPH, _TABLE}), frozenset({_ROW})
_CELL_PROPERTIES, _CELL_DELETED = f"{W}tcPr", f"{W}cellDel"
#: what a row may hold beside words in paragraphs, and is then read cell by cell
_ODD = (
    *TRANSPARENT, ALTERNATIVES, _TABLE, _CELL_DELETED, f"{W}tcPrChange", f"{W}del", f"{W}moveFrom",
)  # fmt: skip


def read(path: str, data: bytes, sha256: str) -> Document:
    """Paragraphs and tables of the body, with merged cells anchored at their upper left corner."""
    package = Package(path, data)
    main = package.main_part()
    root = parse_xml(path, main, condensed(package.read(main)))
    document = Document(path, sha256, "docx")
    body = next(root.iter(f"{W}body"), None)
    if body is not None:
        walk = Walk(root, words_of(package, root))
        walk.story(body, document.blocks)
        document.notes = walk.notes()
    return document


def words_of(package: Package, root: _Element, kind: type[Words] = Words) -> Words:
    """What puts the texts of a body together, with the styles and list numbers of its package."""
    related = {link.kind: link.target for link in package.relationships(package.main_part()) if link.target in package}
    styles = package.parse(related["styles"]) if "styles" in related else None
    numbering = package.parse(related["numbering"]) if "numbering" in related else None
    return kind(root, raised_styles(styles), labels_of(root, styles, numbering))


class Walk:
    """One pass over the body. What it makes of an element passes through `paragraph`, `cell` and `together`."""

    def __init__(self, root: _Element, words: Words) -> None:
        self._words = words
        # A paragraph whose end was deleted or moved away runs on into the next one.
        self._open_ended = set()
        for mark in root.iter(f"{W}del", f"{W}moveFrom"):
            properties = mark.getparent()
            above = properties.getparent() if properties is not None and properties.tag == f"{W}rPr" else None
            if above is not None and above.tag == f"{W}pPr":
                self._open_ended.add(above.getparent())
        # Collected once by tag, so that an ordinary row need not be looked through.
        odd = chain(root.iter(*_ODD), words.not_plain, words.labels)
        self._odd_rows = set(chain.from_iterable(mark.iterancestors(_ROW) for mark in odd))
        self._covered_texts = 0
        self._chunks = sum(1 for _ in root.iter(f"{W}altChunk"))

    def notes(self) -> list[tuple[str, dict[str, object]]]:
        counts = {
            "note.text-under-merge": self._covered_texts,
            "note.hidden-text": self._words.hidden_text,
            "note.embedded-document": self._chunks,
        }
        return [(key, {"count": count}) for key, count in counts.items() if count]

    def story(self, parent: _Element, blocks: list[Block]) -> None:
        """Blocks of the body or of a text box."""
        for element, text in self._blocks(parent, None):
            if element.tag == PARAGRAPH:
                if text and not text.isspace():
                    blocks.append(self.paragraph(element, text))
                for box in self._words.take_boxes():
                    self.story(box, blocks)
            elif frames := _frames(element):
                for frame in frames:
                    if not isinstance(frame, str):
                        self.story(frame, blocks)
                    elif frame.strip():
                        blocks.append(Paragraph(frame.rstrip()))
            else:
                self._table(element, blocks)

    def paragraph(self, element: _Element, text: str) -> Paragraph:
        """The paragraph that ends with this element."""
        return Paragraph(text.rstrip())

    def _blocks(self, content: Iterable[_Element], marks: list[str] | None) -> Iterator[tuple[_Element, str]]:
        """Paragraphs with their text, and tables."""
        before = ""
        for element in _children(content, _BLOCKS):
            if element.tag != PARAGRAPH:
                yield element, ""
                continue
            text = before + self._words.paragraph(element, marks)
            before = text if element in self._open_ended else ""
            if not before:
                yield element, text
        if before:
            yield element, before

    def _table(self, table: _Element, blocks: list[Block]) -> Table:
        rows: list[Sequence[Cell]] = []
        hidden: list[int] = []
        found = Table(rows)
        blocks.append(found)
        anchors: dict[int, Cell] = {}
        for element in _children(table, _ROWS):
            column, is_hidden = 1, False
            if not len(element) and (texts := words_alone(element)):
                rows.append(PlainRow(len(rows) + 1, column, texts))
                continue
            properties = next(element.iterchildren(ROW_PROPERTIES), None)
            if properties is not None:
                if next(properties.iterchildren(f"{W}del"), None) is not None:
                    continue
                column += whole(next(properties.iterchildren(f"{W}gridBefore"), None), 0)
                is_hidden = any(is_on(mark) for mark in properties.iterchildren(f"{W}hidden"))
            number = len(rows) + 1
            if is_hidden:
                hidden.append(number)
            rows.append(self._row(element, number, column, anchors, blocks))
        found.hidden_rows = frozenset(hidden)
        return found

    def _row(
        self, row: _Element, number: int, column: int, anchors: dict[int, Cell], blocks: list[Block]
    ) -> Sequence[Cell]:
        cells: list[Cell] = []
        plain: PlainRow | None = None  # what so far is the whole row
        for read in self._cells(row, blocks) if row in self._odd_rows else cells_of(row):
            if isinstance(read, str):
                texts = parted(read)
                if texts:
                    added = PlainRow(number, column, texts)
                    if plain is None and not cells:
                        plain = added
                    else:
                        cells, plain = [*(plain or cells), *added], None
                    column += len(texts)
                continue
            if plain is not None:
                cells, plain = [*plain], None
            element, text, mark, (columns, down, across) = read
            above = anchors.get(column)
            if across == "continue" and cells:
                cells[-1].columns += columns
                self._covered_texts += bool(text)
            elif down == "continue" and above is not None and above.row + above.rows == number:
                above.rows += 1
                self._covered_texts += bool(text)
            else:
                cell = Cell(text, number, column, 1, columns, mark=mark)
                if element is not None:
                    self.cell(cell, element)
                cells.append(cell)
                if down:
                    anchors[column] = cell
            column += columns
        return cells if plain is None else plain

    def _cells(self, row: _Element, blocks: list[Block]) -> Iterator[Read]:
        """The cells of any row, one by one, and the text of plain ones."""
        for element in with_text(row):
            if isinstance(element, str):
                yield from apart(element)
                continue
            content = list(element)
            properties = content.pop(0) if content and content[0].tag == _CELL_PROPERTIES else ()
            shape = UNMERGED
            for mark in properties:
                shape = merged(mark, mark.tag, shape)
            if all(mark.tag != _CELL_DELETED for mark in properties):
                yield element, *self._cell(content, blocks), shape

    def cell(self, cell: Cell, element: _Element) -> None:
        """The cell that this element anchors; `together` was last asked for its parts."""

    def _cell(self, content: list[_Element], blocks: list[Block]) -> tuple[str, str]:
        """Text and footnote marks of a cell. Tables inside it are added to `blocks` as well."""
        parts: list[tuple[_Element, str]] = []
        marks: list[str] = []
        if len(content) == 1 and content[0].tag == PARAGRAPH:
            # Nearly every cell is one paragraph: the short way takes a quarter off the time of a long table.
            parts.append((content[0], self._words.paragraph(content[0], marks)))
            self._boxes(parts, marks, blocks)
        else:
            for element, text in self._blocks(content, marks):
                parts.append((element, text if element.tag == PARAGRAPH else flat(self._table(element, blocks))))
                self._boxes(parts, marks, blocks)
        return self.together(parts), "".join(marks)

    def together(self, parts: list[tuple[_Element, str]]) -> str:
        """The text of a cell out of its paragraphs, inner tables and boxes."""
        return joined(text for _, text in parts)

    def _boxes(self, parts: list[tuple[_Element, str]], marks: list[str], blocks: list[Block]) -> None:
        if self._words.boxes:
            for box in self._words.take_boxes():
                text, mark = self._cell(list(box), blocks)
                parts.append((box, text))
                marks.append(mark)


def _children(parent: Iterable[_Element], wanted: frozenset[str]) -> Iterator[_Element]:
    """Children of the wanted kinds, those inside transparent wrappers included, in order."""
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield child
        elif tag in TRANSPARENT:
            yield from _children(child, wanted)
        elif tag == ALTERNATIVES:
            branch = first_alternative(child)
            yield from () if branch is None else _children(branch, wanted)


def _frames(table: _Element) -> list[_Element | str]:
    """The cells of a table that only frames others: a table was pasted into one, and none has a neighbour."""
    if next(table.iterdescendants(_TABLE), None) is None:
        return []
    cells: list[_Element | str] = []
    for row in _children(table, _ROWS):
        own: list[_Element | str] = []
        for read in with_text(row):
            own += [words.lstrip(MERGES) for words in parted(read)] if isinstance(read, str) else [read]
        if len(own) != 1:
            return []
        cells += own
    return cells

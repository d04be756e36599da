"""HTML: paragraphs and tables of a saved page, in order, as a browser without scripts shows them.

A table inside a cell is read twice on purpose, as in other forms: its text belongs to the cell, and it is a table of
its own behind the outer one. A table that only lays out the page is none. Text in `<pre>` is read as a text file is.
Nothing is fetched, no script is run; hidden text and struck text are not read, and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers import text as plain
from recon.readers.encodings import decode_page
from recon.readers.html_layout import layout_tables
from recon.readers.html_tables import GROUPS, AbsurdSpans, OpenTable
from recon.readers.html_words import BLOCKS, LINE_END, NOT_SHOWN, Words, is_hidden, is_raised, is_struck
from recon.readers.inner_tables import flat

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES: tuple[str, ...] = (".html", ".htm")
_CELLS = frozenset({"td", "th"})
_EMPTY_LINES = re.compile(r"\n{2,}")
#: A table inside a cell adds its words to the cell up to this length; a longer one is only a table of its own.
_MOST_WORDS = 20_000


def read(path: str, data: bytes, sha256: str) -> Document:
    """Paragraphs and tables of a page, with merged cells anchored at their upper left corner."""
    root = _parse(path, decode_page(path, data))
    document = Document(path, sha256, "html")
    if root is not None:
        walk = _Walk(document.blocks, layout_tables(root))
        try:
            walk.through(root)
        except AbsurdSpans as error:
            raise UnreadableDocument("error.absurd-structure", path=path) from error
        counts = {"note.hidden-text": walk.hidden, "note.struck-text": walk.struck}
        document.blocks = [block for block in document.blocks if isinstance(block, Paragraph) or _is_filled(block)]
        document.notes = [(key, {"count": count}) for key, count in counts.items() if count]
    return document


def _parse(path: str, page: str) -> _Element | None:
    from lxml import etree

    # Saved pages nest more deeply than the parser's usual limit, which would cut them off without a word.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(page.encode(), parser)
    except etree.XMLSyntaxError:  # nothing in it but comments and blanks
        return None
    if any(entry.level_name == "FATAL" and "Document is empty" not in entry.message for entry in parser.error_log):
        raise UnreadableDocument("error.absurd-structure", path=path)
    return root


@dataclass(slots=True)
class _OpenCell:
    cell: Cell
    words: Words
    parts: list[str] = field(default_factory=list)


class _Walk:
    """One pass over the page; what is open stands in stacks, so that no depth of nesting matters."""

    def __init__(self, blocks: list[Block], layout: set[_Element]) -> None:
        self._blocks = blocks
        self._layout = layout
        self._story = Words(None)
        self._words = self._story
        self._tables: list[OpenTable | None] = []  # None: a table that lays out the page
        self._cells: list[_OpenCell | None] = []  # one for each open td; None: it belongs to no table
        self._raised: set[_Element] = set()
        self._lists: list[int | None] = []
        self._preformatted_cells = 0
        self.hidden = 0
        self.struck = 0

    def through(self, root: _Element) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            if event == "start":
                if self._is_passed_over(element) or (element.tag == "pre" and self._preformatted(element)):
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._begin(element)
                    self._add(element.text)
            else:
                if element is not skipped:
                    self._end(element)
                skipped = None
                self._add(element.tail)
        self._end_paragraph()

    def _is_passed_over(self, element: _Element) -> bool:
        if element.tag in NOT_SHOWN:
            return True
        if is_hidden(element):
            self.hidden += _says_something(element)
            return True
        if is_struck(element):
            self.struck += _says_something(element)
            return True
        return False

    def _preformatted(self, element: _Element) -> bool:
        """Text that is drawn as it stands: tables of tabs, bars and lines among it, as in a text file."""
        if self._holder() is not None:
            return False
        self._end_paragraph()
        for block in plain.blocks_of(_as_it_stands(element)):
            if isinstance(block, Paragraph):
                self._blocks.append(Paragraph(block.text))
            else:
                for cell in (cell for row in block.rows for cell in row):
                    cell.line = None
                self._blocks.append(Table(block.rows))
        return True

    def _add(self, text: str | None) -> None:
        self._words.add(text.replace("\n", LINE_END) if text and self._preformatted_cells else text)

    def _begin(self, element: _Element) -> None:
        tag = element.tag
        if tag == "br":
            self._words.add(LINE_END)
        elif tag in BLOCKS:
            self._end_paragraph()
            if tag in ("ol", "ul"):
                start = element.get("start") or "1"
                self._lists.append(int(start[:9]) if tag == "ol" and start.isascii() and start.isdigit() else None)
            elif tag == "li":
                self._number(element)
            elif tag == "table":
                self._begin_table(element)
            elif self._tables and (table := self._tables[-1]) is not None:
                if tag == "tr":
                    table.begin_row()
                elif tag in GROUPS:
                    table.end_group()
            if tag in _CELLS:
                self._begin_cell(element)
            self._preformatted_cells += tag == "pre"
        elif is_raised(element):
            self._raised.add(element)
            self._words.begin_raised()

    def _number(self, item: _Element) -> None:
        """A numbered list shows its numbers; letters and bullets are left out."""
        if self._lists and (number := self._lists[-1]) is not None:
            parent = item.getparent()
            if parent is not None and parent.get("type", "1") == "1":
                self._words.add(f"{number}. ")
            self._lists[-1] = number + 1

    def _begin_table(self, element: _Element) -> None:
        if element in self._layout:
            self._tables.append(None)
            return
        opened = OpenTable()
        self._tables.append(opened)
        self._blocks.append(opened.table)

    def _begin_cell(self, element: _Element) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None:
            self._cells.append(None)
            return
        self._cells.append(_OpenCell(table.add(element), Words([])))
        self._choose()

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._end_paragraph()
            self._preformatted_cells -= tag == "pre"
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()
            elif tag in _CELLS and self._cells:
                self._end_cell()
            elif tag == "table" and self._tables:
                self._end_table()
            elif tag == "caption":
                self._lift_caption()
            elif self._tables and (table := self._tables[-1]) is not None:
                if tag == "tr":
                    table.end_row()
                elif tag in GROUPS:
                    table.end_group()
        elif element in self._raised:
            self._raised.discard(element)
            self._words.end_raised()

    def _end_cell(self) -> None:
        opened = self._cells.pop()
        if opened is not None:
            opened.cell.text = "\n".join(opened.parts)
            opened.cell.mark = "".join(opened.words.marks or ())
            self._choose()

    def _end_table(self) -> None:
        opened = self._tables.pop()
        if opened is None:
            return
        table = opened.close()
        holder = self._holder()
        if holder is not None:
            words = flat(table)
            if words and len(words) <= _MOST_WORDS:
                holder.parts.append(words)

    def _lift_caption(self) -> None:
        """A caption is drawn above its table."""
        table = self._tables[-1].table if self._tables and self._tables[-1] is not None else None
        place = len(self._blocks)
        while place and isinstance(self._blocks[place - 1], Paragraph):
            place -= 1
        if place and self._blocks[place - 1] is table:
            self._blocks[place - 1 :] = [*self._blocks[place:], self._blocks[place - 1]]

    def _holder(self) -> _OpenCell | None:
        """The innermost open cell that belongs to a table."""
        return next((cell for cell in reversed(self._cells) if cell is not None), None)

    def _choose(self) -> None:
        holder = self._holder()
        self._words = self._story if holder is None else holder.words

    def _end_paragraph(self) -> None:
        self._words.end_paragraph()
        holder = self._holder() if self._words is not self._story else None
        for text in self._words.take():
            if holder is not None:
                holder.parts.append(text)
            else:
                self._blocks.extend(Paragraph(piece.strip()) for piece in _EMPTY_LINES.split(text))


def _is_filled(table: Table) -> bool:
    return any(cell.text or cell.mark for row in table.rows for cell in row)


def _says_something(element: _Element) -> bool:
    return any(text and not text.isspace() for text in map(str, element.itertext()))


def _as_it_stands(element: _Element) -> str:
    """The text of preformatted words, line ends among them."""
    from lxml import etree

    parts = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            parts.append(part.tail if part is not element else "")
        else:
            parts.append("\n" if part.tag == "br" else part.text)
    return "".join(filter(None, parts))

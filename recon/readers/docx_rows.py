"""The cells of one row of a DOCX's table: their words and how they are merged, plain ones as text of the row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from recon.readers.docx_markup import CELL_END, MERGE_BEGINS, MERGE_GOES_ON
from recon.readers.docx_words import ALTERNATIVES, PARAGRAPH, TEXT, TRANSPARENT, VALUE, W, first_alternative

if TYPE_CHECKING:
    from lxml.etree import _Element

CELL, ROW_PROPERTIES = f"{W}tc", f"{W}trPr"
_SPAN, _MERGED_DOWN, _MERGED_ACROSS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_OF_PLAIN_ROWS = (ROW_PROPERTIES, TEXT, PARAGRAPH, CELL, _SPAN, _MERGED_DOWN, _MERGED_ACROSS)
#: columns, merged downwards, merged across
Shape = tuple[int, str, str]
UNMERGED: Shape = (1, "", "")
MERGES = MERGE_BEGINS + MERGE_GOES_ON
_DOWN = {MERGE_BEGINS: "restart", MERGE_GOES_ON: "continue"}
_MERGED_CELL = re.compile(rf"([{MERGES}])([^{CELL_END}]*){CELL_END}")
#: a cell with its text, its footnote marks and its shape; or the text between two cells (see `docx_markup.condensed`)
Read = tuple["_Element | None", str, str, Shape] | str
#: Word itself draws 63 columns; a file that claims more must not make a table of millions.
_MAX_COLUMNS = 1_000


def with_text(row: _Element) -> Iterator[_Element | str]:
    """The cells of a row and the text between them, in order, those inside transparent wrappers included."""
    if row.text:
        yield row.text
    for child in row:
        tag = child.tag
        if tag == CELL:
            yield child
        elif tag in TRANSPARENT:
            yield from with_text(child)
        elif tag == ALTERNATIVES:
            branch = first_alternative(child)
            yield from () if branch is None else with_text(branch)
        if child.tail:
            yield child.tail


def parted(text: str) -> list[str]:
    """The words of neighbouring cells that `docx_markup.condensed` left as text."""
    return [words.strip() for words in text.split(CELL_END)[:-1]]


def words_alone(row: _Element) -> list[str]:
    """The words of the cells of a row without elements; none where more is known of them than their words."""
    text = row.text or ""
    return [] if MERGE_BEGINS in text or MERGE_GOES_ON in text else parted(text)


def apart(text: str) -> Iterator[Read]:
    """Cells that were left as text: one by one where they are merged, those between them together."""
    begin = 0
    for cell in _MERGED_CELL.finditer(text):
        if cell.start() > begin:
            yield text[begin : cell.start()]
        yield None, cell[2].strip(), "", (1, _DOWN[cell[1]], "")
        begin = cell.end()
    if begin < len(text):
        yield text[begin:]


def cells_of(row: _Element) -> Iterator[Read]:
    """The cells of a row that holds nothing but words in paragraphs."""
    return plain_cells(row) if len(row) else apart(row.text or "")


def plain_cells(row: _Element) -> Iterator[Read]:
    """The same where elements are among them: one pass over the row, not some over each cell."""
    cell: _Element | None = None
    paragraphs: list[str] = []
    shape = UNMERGED
    if row.text:
        yield from apart(row.text)
    for element in row.iter(*_OF_PLAIN_ROWS):
        tag = element.tag
        if tag == TEXT:
            if paragraphs:
                paragraphs[-1] += element.text or ""
        elif tag == PARAGRAPH:
            paragraphs.append("")
        elif tag == CELL:
            if cell is not None:
                yield cell, joined(paragraphs), "", shape
                if cell.tail:
                    yield from apart(cell.tail)
            cell, paragraphs, shape = element, [], UNMERGED
        elif tag == ROW_PROPERTIES:
            if element.tail:
                yield from apart(element.tail)
        elif not paragraphs:
            shape = merged(element, tag, shape)
    if cell is not None:
        yield cell, joined(paragraphs), "", shape
        if cell.tail:
            yield from apart(cell.tail)


def merged(mark: _Element, tag: str, shape: Shape) -> Shape:
    """The shape of a cell with what one of its properties says of it."""
    columns, down, across = shape
    if tag == _SPAN:
        return max(1, whole(mark, 1)), down, across
    if tag == _MERGED_DOWN:
        return columns, mark.get(VALUE) or "continue", across
    if tag == _MERGED_ACROSS:
        return columns, down, mark.get(VALUE) or "continue"
    return shape


def joined(paragraphs: Iterable[str]) -> str:
    return "\n".join(filter(None, map(str.strip, paragraphs)))


def whole(mark: _Element | None, otherwise: int) -> int:
    value = None if mark is None else mark.get(VALUE)
    return min(int(value), _MAX_COLUMNS) if value and value.isascii() and value.isdigit() else otherwise

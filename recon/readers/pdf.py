"""PDF with a text layer: tables by their ruling lines, or by the blanks between columns, and prose between them.

A table that runs over pages is one table a page, with the rows of each counted from 1: nothing is joined here. Every
cell and paragraph knows its page and its box. Scripts, links and attached files are never followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recon.model.document import NOTHING_DEEP, Block, Cell, Document, OnPage, Paragraph, PlainRow, Table
from recon.model.errors import UnreadableDocument
from recon.readers.pdf_boxes import Box
from recon.readers.pdf_broken_words import settle_words
from recon.readers.pdf_columns import mixed_lines, segments_of, unruled_tables
from recon.readers.pdf_hyphens import settle
from recon.readers.pdf_lines import Line, broken_number, cell_text, lines_of, plain, prose_text, runs_on
from recon.readers.pdf_rulings import Ruled, grids_of
from recon.readers.pdf_strokes import strokes_of
from recon.readers.pdf_words import PageText, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

SUFFIXES: tuple[str, ...] = (".pdf",)
MAX_PAGES = 20_000
_PASSWORD = 4
#: A page with fewer words than this is a scan with a stamp on it, or blank.
_FEW_WORDS = 3
#: When more of the letters than this stand for no character, the text layer is of no use.
_MOST_WITHOUT_MEANING = 0.2
#: So many figures one below the other in one cell are rows of their own.
_STACK = 3
#: Lines farther apart than this many line heights, or beginning this much to the right, begin a paragraph.
_APART, _INDENT = 0.9, 12.0


def read(path: str, data: bytes, sha256: str) -> Document:
    """Tables and paragraphs of every page, from its top. UnreadableDocument: a scan, a password, damaged."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error)
        raise UnreadableDocument("error.encrypted-pdf" if locked else "error.damaged-pdf", path=path) from error
    try:
        return _Reading(path, Document(path, sha256, "pdf")).read(pdf)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument("error.damaged-pdf", path=path) from error
    finally:
        pdf.close()


class _Reading:
    """One walk over the pages."""

    def __init__(self, path: str, document: Document) -> None:
        self._path = path
        self._document = document
        self._without_text: list[int] = []
        self._letters = self._without_meaning = 0
        self._last: Ruled | None = None  # the lowest grid of the page before

    def read(self, pdf: PdfDocument) -> Document:
        pages = len(pdf)
        if not 0 < pages <= MAX_PAGES:
            raise UnreadableDocument("error.damaged-pdf", path=self._path)
        for number in range(1, pages + 1):
            page = pdf[number - 1]
            try:
                self._page(page, number)
            finally:
                page.close()
        if self._without_meaning > _MOST_WITHOUT_MEANING * self._letters:
            raise UnreadableDocument("error.meaningless-text-layer", path=self._path)
        if len(self._without_text) == pages:
            raise UnreadableDocument("error.no-text-layer", path=self._path)
        if self._without_text:
            listed = ", ".join(map(str, self._without_text[:10])) + ("…" if len(self._without_text) > 10 else "")
            self._document.notes.append(("note.pages-without-text", {"pages": listed}))
        settle(self._document)
        settle_words(self._document)
        return self._document

    def _page(self, page: PdfPage, number: int) -> None:
        text = PageText(page)
        try:
            self._letters += len(text.text)
            self._without_meaning += text.without_meaning
            if len(text.text.split(maxsplit=_FEW_WORDS)) < _FEW_WORDS:
                self._without_text.append(number)
            if text.text:
                grids = [grid for grid in grids_of(strokes_of(page, text.frame)) if len(grid.xs) > 2]
                if grids and self._last is not None:
                    grids[0] = grids[0].in_columns_of(self._last)
                self._last = grids[-1] if grids else None
                words = text.words([(grid.xs, grid.ys) for grid in grids])
                blocks, words = _ruled_tables(text, words, grids, number)
                blocks += _outside(text, words, grids, number)
                blocks.sort(key=lambda placed: placed[0])
                self._document.blocks += [block for _, block in blocks]
        finally:
            text.close()


Placed = tuple[tuple[float, float], Block]
#: text and mark of a cell, its column from 0, and over how many rows and columns it goes
Drawn = tuple[str, str, int, int, int]


def _ruled_tables(
    text: PageText, words: list[Word], grids: list[Ruled], page: int
) -> tuple[list[Placed], list[Word]]:
    """The ruled tables, and the words outside them. A grid that does not part its rows is taken out of `grids`."""
    inside: list[list[list[Word]]] = [[[] for _ in grid.cells] for grid in grids]
    outside: list[Word] = []
    sides = [(grid, *grid.sides()) for grid in grids]
    for word in words:
        x0, top, x1, bottom, _, _, _, upright, _ = word
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for (grid, lefts, rights), cells in zip(sides, inside, strict=True):
            cell = grid.cell_at(x, y)
            if cell is None:
                continue
            if upright and (x0 < lefts[cell] - 2 or x1 > rights[cell] + 2):
                for piece in _pieces(text, grid, word):
                    part = grid.cell_at((piece.x0 + piece.x1) / 2, y)
                    cells[cell if part is None else part].append(piece)
            else:
                cells[cell].append(word)
            break
        else:
            outside.append(word)
    placed: list[Placed] = []
    for grid, cells in zip(list(grids), inside, strict=True):
        if _lacks_lines_between_rows(grid, cells):
            grids.remove(grid)
            outside += [word for cell in cells for word in cell]
        else:
            placed.append(((grid.ys[0], grid.xs[0]), _ruled_table(grid, cells, page)))
    return placed, outside


def _lacks_lines_between_rows(grid: Ruled, cells: list[list[Word]]) -> bool:
    """Whether figures stand one below the other in several cells: a frame around rows that no line parts."""
    stacks = 0
    for (_, column, _, width), words in zip(grid.cells, cells, strict=True):
        if len(words) >= _STACK:
            lines = lines_of(words)
            figures = sum(all(segment.is_figure for segment in segments_of(line)) for line in lines)
            if figures >= _STACK and figures * 2 > len(lines):
                stacks += not broken_number(lines, grid.xs[column + width] - grid.xs[column])
    return stacks > 1


def _pieces(text: PageText, grid: Ruled, word: Word) -> list[Word]:
    """A word that crosses walls between cells, taken apart: two cells set so tight that no blank parts them."""
    y = (word.top + word.bottom) / 2
    walls = [x for x in grid.xs if word.x0 + 1 < x < word.x1 - 1 and grid.cell_at(x - 1, y) != grid.cell_at(x + 1, y)]
    return text.pieces(word, walls) if walls else [word]


def _ruled_table(grid: Ruled, words: list[list[Word]], page: int) -> Table:
    rows: list[list[Drawn]] = [[] for _ in range(len(grid.ys) - 1)]
    xs, ys = [round(x, 1) for x in grid.xs], [round(y, 1) for y in grid.ys]
    for (row, column, height, width), mine in zip(grid.cells, words, strict=True):
        text = mark = ""
        if len(mine) == 1:
            text = plain(mine[0].text)
        elif mine:
            lines = lines_of(mine)
            room = xs[column + width] - xs[column] if lines[0][0].upright else ys[row + height] - ys[row]
            text, mark = cell_text(lines, room)
        rows[row].append((text, mark, column, height, width))
    return Table([_row(cells, OnPage(page, xs, ys, row)) for row, cells in enumerate(rows)])


def _row(drawn: list[Drawn], at: OnPage) -> Sequence[Cell]:
    """Cells that stand one beside the other and are no more than their texts stay texts."""
    first = drawn[0][2] if drawn else 0
    for place, (_, mark, column, _, width) in enumerate(drawn, first):
        if mark or width > 1 or column != place:
            break
    else:
        deep = {column - first: height for _, _, column, height, _ in drawn if height > 1}
        return PlainRow(at.row + 1, first + 1, [each[0] for each in drawn], deep or NOTHING_DEEP, at)
    cells = []
    for text, mark, column, height, width in drawn:
        x0, top, _, bottom = at.box(column + 1, height)
        box = x0, top, at.walls[column + width], bottom
        cells.append(Cell(text, at.row + 1, column + 1, height, width, mark=mark, page=at.page, bbox=box))
    return cells


def _rounded(box: Box) -> Box:
    x0, top, x1, bottom = box
    return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def _outside(text: PageText, words: list[Word], grids: list[Ruled], page: int) -> list[Placed]:
    """What stands between the ruled tables: tables without lines, and prose."""
    lines = lines_of(words)
    # The blanks between columns have to be seen in every line.
    if any(len(line) > 1 and len(segments_of(line)) > 1 for line in lines):
        lines = lines_of([part for word in words for part in text.parts(word)])
    placed: list[Placed] = []
    for piece in unruled_tables(lines, [grid.box for grid in grids]):
        if isinstance(piece, Table):
            for row in piece.rows:
                for cell in row:
                    cell.page = page
            first = piece.rows[0][0].bbox or (0.0, 0.0, 0.0, 0.0)
            placed.append(((first[1], first[0]), piece))
        else:
            placed += _paragraphs(piece, page)
    return placed


def _paragraphs(lines: list[Line], page: int) -> list[Placed]:
    placed: list[Placed] = []
    if not lines:
        return placed
    left, right = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    mixed = mixed_lines(lines)
    gathered: list[Line] = []
    for number, line in enumerate(lines):
        told_apart = number in mixed and number - 1 not in mixed
        if gathered and (told_apart or not _continues(gathered[-1], line, left, right)):
            placed.append(_paragraph(gathered, page, number - 1 in mixed))
            gathered = []
        gathered.append(line)
    placed.append(_paragraph(gathered, page, len(lines) - 1 in mixed))
    return placed


def _continues(above: Line, line: Line, left: float, right: float) -> bool:
    if len(above) == len(line) == 1:  # as in most prose
        height, gap = above[0].bottom - above[0].top, line[0].top - above[0].bottom
    else:
        height = max(word.bottom - word.top for word in above)
        gap = min(word.top for word in line) - max(word.bottom for word in above)
    if gap > _APART * height or gap < -height:
        return False
    if line[0].x0 > left + _INDENT and line[0].x0 > above[0].x0 + _INDENT:
        return False
    return runs_on(above, line, right - max(left, above[0].x0))


def _paragraph(lines: list[Line], page: int, mixed: bool) -> Placed:
    box = (
        min(line[0].x0 for line in lines), min(word.top for word in lines[0]),
        max(line[-1].x1 for line in lines), max(word.bottom for word in lines[-1]),
    )  # fmt: skip
    return (box[1], box[0]), Paragraph(prose_text(lines), page=page, bbox=_rounded(box), mixed=mixed)

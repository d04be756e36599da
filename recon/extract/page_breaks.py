"""Pieces of one table that page breaks tore apart, joined before anything else is asked of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from itertools import zip_longest

from recon.extract.grids import Grid, GridRow, is_numbering_row, spread, width_of
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_of
from recon.extract.torn_rows import mend
from recon.extract.wording import Wording, normalise
from recon.model.document import Document, Paragraph, PlainRow, Table
from recon.model.errors import UnreadableDocument

#: A stray cell in the last column of a long sheet makes its table as wide as the sheet can be.
_MOST_PLACES = 30_000_000


def grids_of(document: Document, words: Wording, whole: Container[int] = ()) -> list[Grid]:
    """The document's tables in reading order, torn ones joined; numbered t1, t2, … whole: blocks never joined."""
    grids: list[Grid] = []
    above: list[Paragraph] = []
    furniture_only = False  # whether nothing but page furniture stands between this table and the last one
    for position, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            if not _is_page_furniture(block.text, words):
                above.append(block)
                furniture_only = False
            continue
        if _places(block) > _MOST_PLACES:
            raise UnreadableDocument("error.absurd-structure", path=document.path)
        last = grids[-1] if grids else None
        if last is not None and furniture_only and position not in whole and _continues(last, block):
            last.pieces.append((position, len(last.printed)))
            _append(last, block)
        else:
            grids.append(_grid(f"t{len(grids) + 1}", block, above))
            grids[-1].position, grids[-1].lines = position, block.lines
            grids[-1].pieces.append((position, 0))
        above, furniture_only = [], position not in whole
    for grid in grids:
        mend(grid)
    return grids


def _is_page_furniture(text: str, words: Wording) -> bool:
    plain = text.strip()
    return not plain or plain.isdigit() or (len(plain) < 60 and words.begins("continued", normalise(plain)) is not None)


def _places(table: Table) -> int:
    """How many places a table has once it is spread over all rows and columns that its cells cover."""
    merged = last = 0
    for row in table.rows:
        if isinstance(row, PlainRow):
            merged += sum(row.deep.values()) - len(row.deep)
            last = max(last, row.number - 1 + max(row.deep.values(), default=1))
        else:
            for cell in row:
                merged += cell.rows - 1
                last = max(last, cell.row + cell.rows - 1)
    return min(len(table.rows) + merged, last) * width_of(table)


def _grid(name: str, table: Table, above: list[Paragraph]) -> Grid:
    width = width_of(table)
    rows = spread(table, width)
    grid = Grid(name, [], width, above, table.sheet, table.line)
    grid.printed = _printed(rows, width)
    grid.every = rows
    numbering = _numbering(rows)
    grid.lost_head = bool(numbering) and numbering[0] == rows[0].number
    grid.rows = _without_repeats(_said(rows, numbering))
    grid.starts = _page_starts(numbering[1:], grid.rows)
    return grid


def _printed(rows: list[GridRow], width: int, below: int = 0) -> list[list[str]]:
    printed: list[list[str]] = []
    blank = [""] * width  # one for all: a sheet may begin in its last row
    for row in rows:
        printed.extend([blank] * (row.number - below - 1 - len(printed)))
        printed.append(row.texts)
    return printed


def _said(rows: list[GridRow], numbering: list[int]) -> list[GridRow]:
    """Rows that say something, without those that number the columns."""
    aside = set(numbering)
    return [row for row in rows if row.number not in aside and any(row.texts)]


def _without_repeats(kept: list[GridRow]) -> list[GridRow]:
    """Rows without the first one where a page repeats it."""
    if not kept:
        return kept
    first = kept[0].texts
    years = sum(period_of(text) is not None for text in first)
    return kept[:1] + [row for row in kept[1:] if row.texts != first or years == 0]


def _numbering(rows: list[GridRow]) -> list[int]:
    return [row.number for row in rows if is_numbering_row(row.texts)]


def _page_starts(numbering: list[int], kept: list[GridRow]) -> set[int]:
    """The kept rows above which the columns are numbered again: one table was made of all pages."""
    numbers = [row.number for row in kept]
    return {place for number in numbering if 0 < (place := bisect_right(numbers, number)) < len(numbers)}


def _continues(grid: Grid, table: Table) -> bool:
    """A piece goes on with a table of the same width unless it begins with a head of its own."""
    if (width := width_of(table)) != grid.width or (grid.sheet is not None and grid.sheet != table.sheet):
        return False
    rows = _first_rows(table, width)
    if not rows or is_numbering_row(rows[0].texts):
        return True
    own_head = any(sum(period_of(text) is not None for text in row.texts) >= 2 for row in rows[:3])
    return not own_head or _repeats(rows[0].texts, grid.printed[0])


def _first_rows(table: Table, width: int) -> list[GridRow]:
    """Three rows, or more."""
    rows = spread(Table(table.rows[:3]), width)
    return rows if len(rows) > 2 and rows[2].number == 3 else spread(table, width)


def _repeats(texts: list[str], head: list[str]) -> bool:
    """Whether a row says what a row of the head says, where a page may have cut a label short."""
    return all(own == full or (own and full.startswith(own)) for own, full in zip(texts, head, strict=True))


def _spilled(texts: list[str], head: list[str], row: GridRow) -> None:
    """Take what a page has cut off the labels of its head out of the row below, where it is printed."""
    for place, (own, full) in enumerate(zip(texts, head, strict=True)):
        rest, words = full[len(own) :].split(), row.texts[place].split()
        same = next((n for n, (one, other) in enumerate(zip_longest(rest, words)) if one != other), len(rest))
        if own and same:
            row.texts = [*row.texts[:place], " ".join(words[same:]), *row.texts[place + 1 :]]


def _is_words(texts: list[str]) -> bool:
    """Whether a row says something in two cells or more, and no number by itself."""
    said = [text for text in texts if text]
    return len(said) > 1 and not any(map(looks_like_number, said))


def _append(grid: Grid, table: Table) -> None:
    before = len(grid.printed)
    piece = spread(table, grid.width, before)
    head = grid.printed[:3]
    grid.printed = grid.printed + _printed(piece, grid.width, before)
    grid.every = grid.every + piece
    numbering = _numbering(piece)
    rows = _said(piece, numbering)
    years = any(period_of(text) for texts in head for text in texts)
    cut: list[tuple[list[str], list[str]]] = []
    while rows and years and (same := next((texts for texts in head if _repeats(rows[0].texts, texts)), None)):
        cut.append((rows[0].texts, same))
        rows = rows[1:]
    for own, full in cut if rows else ():
        _spilled(own, full, rows[0])
    if cut and rows and is_numbering_row(rows[0].texts):
        rows = rows[1:]
    if rows and rows[0].texts == head[0] and _is_words(rows[0].texts):
        rows = rows[1:]  # a page repeats the first row as its head, whatever that row says
    if rows:
        grid.starts.add(len(grid.rows))
        grid.starts.update(len(grid.rows) + place for place in _page_starts(numbering, rows))
    grid.rows.extend(rows)

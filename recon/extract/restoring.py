"""Tables that lost their borders, put back among a document's blocks where their sums prove how they stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from recon.extract import vertical as one_cell_a_line
from recon.extract.adds_up import Evidence
from recon.extract.flattened import flattened
from recon.extract.heads import layout_of
from recon.extract.layouts import Layout
from recon.extract.listed_cells import without_listings
from recon.extract.loose import Candidate, LooseTable, candidates, is_value, table_of
from recon.extract.lost_blanks import placements, with_nils
from recon.extract.page_breaks import grids_of
from recon.extract.pushed import rows_are_pushed
from recon.extract.row_meaning import best_meaning
from recon.extract.sound import is_sound
from recon.extract.spaced import spaced
from recon.extract.thousands import of_thousands
from recon.extract.wording import Wording
from recon.model.document import Block, Cell, Document, Paragraph, Table

_ABOVE = 4
_DRAWN = " +-=─━┼"
#: forms whose tables may have been flattened
FORMS = frozenset({"text", "markdown"})


@dataclass(slots=True)
class Restored:
    """A document with its lost tables put back. layouts: of those, by block; refused: blocks not understood."""

    document: Document
    layouts: dict[int, Layout] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)


def restore(document: Document, words: Wording, parted: bool = False) -> Restored:
    """Find flattened tables, prove them by their sums, and put them back as tables.

    parted: commas part the thousands of this document.
    """
    if document.form not in FORMS:
        return Restored(document)
    taken: list[tuple[int, int, Candidate]] = []
    refused: set[int] = set()
    for loose in _loose_tables(document, words, parted):
        if any(loose.first <= last and first <= loose.last for first, last, _ in taken):
            continue
        proved = _proved(_with_thousands(loose) if parted else loose, document.path, words)
        if proved is not None:
            taken.append((loose.first, loose.last, proved))
    for position, block in enumerate(document.blocks):
        inside = any(first <= position <= last for first, last, _ in taken)
        if isinstance(block, Table) and block.drawn and not inside and _is_torn(block, words):
            refused.add(position)
    return _put_back(document, sorted(taken, key=lambda t: t[0]), refused)


def _with_thousands(loose: LooseTable) -> LooseTable:
    rows = [replace(row, values=[cell and of_thousands(cell) for cell in row.values]) for row in loose.rows]
    return replace(loose, rows=rows)


def _proved(loose: LooseTable, document: str, words: Wording) -> Candidate | None:
    """How a table was understood; where rows have lost their blank cells, with those in the one place that adds up."""
    found = _best(loose, document, words)
    ways = [(way[0].rank, placed) for placed in placements(loose) if (way := _best(with_nils(placed), document, words))]
    most = max((rank for rank, _ in ways), default=None)
    soundest = [placed for rank, placed in ways if rank == most]
    if len(soundest) == 1:
        found = _best(soundest[0], document, words)
    elif found is not None and ways and found[0].broken:
        return None
    return found[1] if found is not None else None


def proved_candidate(loose: LooseTable, document: str, words: Wording) -> Candidate | None:
    """The candidate whose sums hold best; one that is told by words alone needs no more than a single sum."""
    best = _best(loose, document, words)
    return best[1] if best is not None else None


def _best(loose: LooseTable, document: str, words: Wording) -> tuple[Evidence, Candidate] | None:
    best: tuple[Evidence, Candidate] | None = None
    for candidate in candidates(loose, words):
        if words.has("indicators", candidate.layout.head) and not words.has("source-column", candidate.layout.head):
            continue
        meaning = best_meaning(candidate.grid, candidate.layout, candidate.layout.unit, document, words)
        if meaning is None or not is_sound(meaning, candidate, words):
            continue
        if best is None or meaning.evidence.rank > best[0].rank:
            best = (meaning.evidence, candidate)
    return best


def _loose_tables(document: Document, words: Wording, parted: bool = False) -> Iterator[LooseTable]:
    blocks = document.blocks
    yield from _bar_tables(blocks, words)
    for cells in _runs_of_cells(blocks, parted):
        rest = without_listings(cells)
        while rest:
            above = [
                block for block in blocks[max(0, rest[0][0] - _ABOVE) : rest[0][0]] if isinstance(block, Paragraph)
            ]
            found = one_cell_a_line.vertical(rest, above, words)
            if found is None:
                break
            loose, top, last = found
            before = [Paragraph(cell.text, cell.line) for _, cell in rest[max(0, top - 6) : top]]
            yield replace(loose, above=[*above, *before])
            rest = rest[last + 1 :]
    for lines in _runs_of_lines(blocks):
        yield from spaced(lines)


def _bar_tables(blocks: list[Block], words: Wording) -> Iterator[LooseTable]:
    """Tables of ragged rows; pieces that only a drawn line parts are one."""
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if not isinstance(block, Table) or not block.drawn:
            position += 1
            continue
        last = position
        rows = [*map(list, block.rows)]
        while last + 1 < len(blocks) and (_is_table(blocks[last + 1]) or _is_drawn(blocks, last + 1)):
            last += 1
            piece = blocks[last]
            if isinstance(piece, Table):
                rows += map(list, piece.rows)
        if _is_ragged(Table(rows)) or _head_is_pushed(rows, words) or rows_are_pushed(rows):
            above = [b for b in blocks[max(0, position - _ABOVE) : position] if isinstance(b, Paragraph)]
            found = flattened(_without_drawing(rows), position, last, above)
            if found is not None:
                yield found
        position = last + 1


def _is_table(block: Block) -> bool:
    return isinstance(block, Table) and block.drawn


def _is_drawn(blocks: list[Block], position: int) -> bool:
    block = blocks[position]
    drawn = isinstance(block, Paragraph) and not block.text.strip(" +-=¦|─━┼")
    return drawn and position + 1 < len(blocks) and _is_table(blocks[position + 1])


def _without_drawing(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows of a drawn table: lines between two drawn ones are one row, their labels joined."""
    drawn = [not any(cell.text.strip(_DRAWN) or cell.text == "-" for cell in row) for row in rows]
    kept: list[list[Cell]] = []
    parted = True
    for n, row in enumerate(rows):
        if drawn[n]:
            parted = any(cell.text for cell in row) or parted
            continue
        follows = kept and (row[0].line or 0) - (rows[n - 1][0].line or 0) == 1 and len(kept[-1]) == len(row)
        if any(drawn) and not parted and follows and not any(is_value(cell.text) for cell in row):
            texts = [f"{a.text} {b.text}".strip() for a, b in zip(kept[-1], row, strict=True)]
            kept[-1] = [replace(a, text=text) for a, text in zip(kept[-1], texts, strict=True)]
        else:
            kept.append(row)
        parted = False
    return kept


def _is_torn(table: Table, words: Wording) -> bool:
    if _has_merged(table):
        return rows_are_pushed(table.rows)
    return _is_ragged(table) or rows_are_pushed(table.rows) or _head_is_pushed([*map(list, table.rows)], words)


def _is_ragged(table: Table) -> bool:
    lengths = {len(row) for row in table.rows if any(cell.text for cell in row)}
    return len(lengths) > 1 or lengths == {1}


def _has_merged(table: Table) -> bool:
    """Whether the drawing tells which cells are merged: then rows of fewer cells have lost nothing."""
    return any(cell.rows > 1 or cell.columns > 1 for row in table.rows for cell in row)


def _head_is_pushed(rows: list[list[Cell]], words: Wording) -> bool:
    """Whether the years of a head stand over labels: merged cells before them were pushed to the end of the row."""
    grid = next(iter(grids_of(Document("", "", "", [Table(_numbered(rows))]), words)), None)
    layout = layout_of(grid, words) if grid is not None else None
    if grid is None or layout is None:
        return False
    data = [row.texts for row in grid.rows[layout.first :]]
    labels = [sum(bool(t[c.index]) and not is_value(t[c.index]) for t in data) for c in layout.columns]
    if any(2 * n > len(data) for n in labels):
        return True
    # Periods over the numbers of the rows, and nothing over the last figures.
    last = max((j for texts in data for j, text in enumerate(texts) if is_value(text)), default=0)
    return layout.columns[0].index == 0 and not any(row.texts[last] for row in grid.rows[: layout.first])


def _numbered(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [[replace(cell, row=n) for cell in row] for n, row in enumerate(rows, start=1)]


def _runs_of_cells(blocks: list[Block], parted: bool) -> Iterator[list[tuple[int, Cell]]]:
    """Lines that may each be one cell: short paragraphs, or rows of one cell."""
    run: list[tuple[int, Cell]] = []
    for position, block in enumerate(blocks):
        cells = _figures_alone(block) if parted else None
        cells = cells or _single_cells(block)
        if cells is None:
            if len(run) >= 6:
                yield _joined(run)
            run = []
            continue
        run += [(position, cell) for cell in cells]
    if len(run) >= 6:
        yield _joined(run)


def _joined(run: list[tuple[int, Cell]]) -> list[tuple[int, Cell]]:
    """Where a blank line parts the cells, words on the very next line are the same cell's."""
    steps = Counter((b.line or 0) - (a.line or 0) for (_, a), (_, b) in pairwise(run))
    if steps.most_common(1)[0][0] < 2:
        return run
    joined = [run[0]]
    for (_, before), (position, cell) in pairwise(run):
        known = joined[-1][1]
        if (cell.line or 0) - (before.line or 0) == 1 and not is_value(cell.text) and not is_value(known.text):
            joined[-1] = (joined[-1][0], replace(known, text=f"{known.text} {cell.text}"))
        else:
            joined.append((position, cell))
    return joined


def _figures_alone(block: Block) -> list[Cell] | None:
    """The figures of a line that holds nothing else; where commas part thousands, blanks part figures."""
    texts = block.text.split() if isinstance(block, Paragraph) else []
    if len(texts) < 2 or not all(is_value(text) for text in texts):
        return None
    return [Cell(text, 1, 1, line=block.line) for text in texts]


def _single_cells(block: Block) -> list[Cell] | None:
    if isinstance(block, Paragraph):
        short = len(block.text) <= one_cell_a_line.LONGEST_CELL
        return [Cell(block.text.strip(), 1, 1, line=block.line)] if short else None
    if not block.drawn:
        return None
    cells = [next((c for c in row if c.text), row[0]) for row in block.rows]
    return cells if all(sum(bool(c.text) for c in row) <= 1 for row in block.rows) else None


def _runs_of_lines(blocks: list[Block]) -> Iterator[list[tuple[int, Paragraph]]]:
    run: list[tuple[int, Paragraph]] = []
    for position, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            run.append((position, block))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _put_back(document: Document, taken: list[tuple[int, int, Candidate]], refused: set[int]) -> Restored:
    blocks: list[Block] = []
    layouts: dict[int, Layout] = {}
    still_refused: set[int] = set()
    position = 0
    for first, last, candidate in [*taken, (len(document.blocks), len(document.blocks), None)]:
        for n in range(position, first):
            if n in refused:
                still_refused.add(len(blocks))
            blocks.append(document.blocks[n])
        if candidate is not None:
            layouts[len(blocks)] = candidate.layout
            blocks.append(table_of(candidate.grid))
        position = last + 1
    return Restored(replace(document, blocks=blocks), layouts, still_refused)

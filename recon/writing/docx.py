"""A copy of a DOCX with comments at its figures, and proposals as tracked changes; untouched parts byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from recon.model.locator import Locator
from recon.readers.docx_places import Place, Places, places_of
from recon.readers.docx_words import PARAGRAPH, W
from recon.telling.remarks import Remark
from recon.writing.docx_comments import Comments
from recon.writing.docx_runs import Runs, Stretch
from recon.writing.docx_suggestions import respelled, suggest
from recon.writing.marked import Marked, what_is_lost
from recon.writing.parts import Parts


@dataclass(frozen=True, slots=True)
class Reading:
    """How the tables of a document were read: their cells, and the blocks that each was joined of."""

    grids: Mapping[str, Sequence[Sequence[str]]]
    pieces: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)


def mark_document(
    path: str, data: bytes, remarks: Sequence[Remark], reading: Reading, summary: Sequence[str], made: datetime,
    suggesting: bool = False,
) -> Marked:  # fmt: skip
    """Comment the figures. summary: said at the beginning; what has lost its place is said there as well."""
    parts = Parts(path, data)
    main = parts.package.main_part()
    root = parts.tree(main)
    places = places_of(parts.package, root)
    runs = Runs(root)
    comments = Comments(parts, main, made)
    marked = Marked(b"", what_is_lost(parts))
    beginning = next(root.iter(f"{W}body")).iter(PARAGRAPH)
    found = [(remark, placed(remark.at, reading, places)) for remark in remarks]
    lost = [remark for remark, place in found if place is None]
    first = next(beginning, None)
    if first is not None:
        whole = Stretch([], first)
        comments.add(whole, summary)
        for remark in lost:
            comments.add(whole, remark.lines)
    for remark, place in found:
        if place is None:
            continue
        start, end = remark.at.span or _figure(place.text)
        stretch = runs.stretch(place, start, end)
        if stretch.paragraph is None:
            continue
        words = None
        if suggesting and remark.repair is not None and stretch.runs:
            words = respelled(place.text[start:end], remark.repair.proposed, remark.repair.decimals)
        if words is not None:
            stretch = suggest(stretch, words, runs, made)
        comments.add(stretch, remark.lines)
    marked.data = parts.packed()
    return marked


def _figure(text: str) -> tuple[int, int]:
    """What of a cell is not blank."""
    return len(text) - len(text.lstrip()), len(text.rstrip())


def placed(at: Locator, reading: Reading, places: Places) -> Place | None:
    """The paragraph or cell at a locator; None where it does not say what was read there."""
    grid = reading.grids.get(at.table or "", [])
    if at.paragraph is not None:
        found = places.paragraphs[at.paragraph - 1] if at.paragraph <= len(places.paragraphs) else None
        said = grid[at.row - 1][0] if at.row is not None and at.row <= len(grid) else None
        return found if found is not None and said in (None, found.text) else None
    if at.table is None or at.row is None:
        return None
    block, before = max((piece for piece in reading.pieces.get(at.table, ()) if piece[1] < at.row), default=(-1, 0),
                        key=lambda piece: piece[1])  # fmt: skip
    found = places.covering(block, at.row - before, at.column or 1)
    if found is None:
        return None
    row, column = found.row + before, found.column
    said = grid[row - 1][column - 1] if row <= len(grid) and column <= len(grid[row - 1]) else None
    return found if said == found.text else None

"""Rows whose cells hold several lines, a source on each and its figures beside it: one row for each line."""

from __future__ import annotations

from dataclasses import replace

from recon.extract.grids import Grid, GridRow
from recon.extract.listed_cells import parts_of_listings
from recon.extract.numbers import looks_like_number
from recon.extract.wording import Wording, normalise
from recon.model.document import Cell

_LEADING = " ,;:()-–—"
#: what is not told of a cell with a figure on one of several lines: on which
_UNTOLD = " …"


def unstack(grid: Grid, words: Wording) -> None:
    """Part the rows of a table that say one thing a line; every part keeps the row's own number and cells."""
    rows: list[GridRow] = []
    starts: set[int] = set()
    for i, row in enumerate(grid.rows):
        if i in grid.starts:
            starts.add(len(rows))
        rows.extend(_parts(row, words) or [row] if "\n" in "".join(row.texts) else [row])
    grid.rows, grid.starts = rows, starts


def _parts(row: GridRow, words: Wording) -> list[GridRow]:
    """One row for each source that a cell lists, where figures are listed beside it; else none."""
    listed = parts_of_listings(row)
    if listed:
        return listed
    lines = [text.split("\n") if text else [] for text in row.texts]
    first = next((j for j, own in enumerate(lines) if len(own) > 1 and all(map(looks_like_number, own))), 0)
    for j in range(first):
        labels = [line for line in lines[j] if not _leads_on(line, words)]
        if len(labels) > 1 and sum(bool(words.source_of(label)) for label in labels) * 2 > len(labels):
            return [_part(row, n, j, labels, lines) for n in range(len(labels))]
    return []


def _part(row: GridRow, n: int, column: int, labels: list[str], lines: list[list[str]]) -> GridRow:
    """The n-th line of a row; what is said once for all lines stands in the first."""
    texts: list[str] = []
    cells: list[Cell | None] = []
    for j, (text, cell) in enumerate(zip(row.texts, row.cells, strict=True)):
        own = "" if n else text
        if j == column:
            own = labels[n]
        elif j > column and text and all(map(looks_like_number, lines[j])):
            # Blank lines are lost: with fewer figures than sources nothing tells whose they are.
            untold = text if len(lines[j]) > 1 else text + _UNTOLD
            own = lines[j][n] if len(lines[j]) == len(labels) else untold
        texts.append(own)
        cells.append(replace(cell, text=own, number=None) if cell is not None and own != text else cell)
    return GridRow(row.number, texts, cells, row.source)


def _leads_on(line: str, words: Wording) -> bool:
    """«в том числе:» stands on a line of its own and has no figure."""
    plain = normalise(line).strip(_LEADING)
    begun = words.begins("of-which", plain)
    return begun is not None and not plain[begun.end() :].strip(_LEADING)

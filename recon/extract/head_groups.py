"""Heads of two rows that lost their merged cells: the row of years moved below the label that they belong to.

Where empty cells were pushed to the end of their rows, years stand over codes and names. One label of the row above
covers them all; which one it is, the values below tell, and only if they leave one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recon.extract.grids import Grid, GridRow
from recon.extract.indicator_columns import holds_values
from recon.extract.layouts import Layout
from recon.extract.periods import period_of
from recon.extract.wording import Wording
from recon.model.document import Cell

_FEWEST_YEARS = 2


def with_years_put_back(grid: Grid, layout: Layout, words: Wording) -> Grid | None:
    """The grid with its years over the values; None where they fit nowhere, or in more ways than one."""
    # headings of sections may stand between the head and the first values
    below = (n for n in range(1, layout.first) if sum(map(bool, map(period_of, grid.rows[n].texts))) >= _FEWEST_YEARS)
    n = next(below, 0)
    upper, lower = grid.rows[n - 1], grid.rows[n]
    labels, years = _packed(upper), _packed(lower)
    if not n or not labels or not years or len(labels) + len(years) - 1 != grid.width:
        return None
    data = [row for row in grid.rows[n + 1 :] if sum(map(bool, row.texts)) * 2 > grid.width]
    fitting = [place for place in range(1, len(labels)) if _fits(place, years, data, words)]
    if len(fitting) != 1:
        return None
    place, gap = fitting[0], len(years) - 1
    moved = [
        _moved(upper, [*range(place + 1), *[None] * gap, *range(place + 1, len(labels))]),
        _moved(lower, [*[None] * place, *range(len(years)), *[None] * (len(labels) - place - 1)]),
    ]
    return replace(grid, rows=[*grid.rows[: n - 1], *moved, *grid.rows[n + 1 :]])


def _packed(row: GridRow) -> list[str]:
    """The texts of a row that has blanks at its end only; nothing for any other row."""
    filled = [text for text in row.texts if text]
    return filled if filled == row.texts[: len(filled)] and len(filled) < len(row.texts) else []


def _fits(place: int, years: Sequence[str], data: list[GridRow], words: Wording) -> bool:
    """Whether values stand below every year that begins at a place, and below nothing that is no year."""
    told = [(place + n, bool(period_of(text))) for n, text in enumerate(years)]
    if sum(is_year for _, is_year in told) < _FEWEST_YEARS or not data:
        return False
    return all(holds_values(data, column, words) is is_year for column, is_year in told)


def _moved(row: GridRow, places: Sequence[int | None]) -> GridRow:
    """The row with its cells at other places, each still knowing where it was read."""
    cells: list[Cell | None] = [row.cells[n] if n is not None else None for n in places]
    return replace(row, texts=[row.texts[n] if n is not None else "" for n in places], cells=cells, plain=None)

"""Several tables on one sheet, one below the other: other words over the columns of figures begin a new one."""

from __future__ import annotations

from dataclasses import replace

from recon.extract.grids import Grid, GridRow
from recon.extract.numbers import looks_like_number

_FEWEST_ROWS = 3


def pieces_of(grid: Grid) -> list[Grid]:
    """The tables of a grid, the first under its own name: t1, t1.2, …; heads that a page repeats part nothing."""
    numbers = [[looks_like_number(text) for text in row.texts] for row in grid.rows]
    figures = [j for j in range(grid.width) if sum(line[j] for line in numbers) >= _FEWEST_ROWS]
    starts = [0]
    for i, row in enumerate(grid.rows):
        if not _is_head(row, numbers[i], figures):
            continue
        known = any(row.texts == above.texts for above in grid.rows[starts[-1] : i])
        if not known and _has_figures(numbers[starts[-1] : i]):
            first = i
            while first - 1 > starts[-1] and not any(numbers[first - 1]):
                first -= 1
            if _has_figures(numbers[i + 1 :]):
                starts.append(first)
    if len(starts) == 1:
        return [grid]
    ends = [*starts[1:], len(grid.rows)]
    return [
        replace(
            grid,
            id=grid.id if n == 0 else f"{grid.id}.{n + 1}",
            rows=grid.rows[start:end],
            above=grid.above if n == 0 else [],
            starts={s - start for s in grid.starts if start <= s < end},
        )
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _is_head(row: GridRow, numbers: list[bool], figures: list[int]) -> bool:
    words = [j for j in figures if row.texts[j].strip()]
    return not any(numbers) and len(words) >= 2 and len(words) * 2 > len(figures)


def _has_figures(numbers: list[list[bool]]) -> bool:
    return sum(any(line[1:]) for line in numbers) >= _FEWEST_ROWS

"""Cells that a bar ends, one a line: a page turned into text so writes each cell, a row being so many bars.

    Источник финансирования |
    Объём, тыс. руб. |
    |||
    Областной бюджет |
    165 |
    …

How many bars make a row is told by the first bars that stand alone, which fill up the row of a merged cell. It is
believed only where every row that follows ends with a line and the last one is whole.
"""

from __future__ import annotations

from collections.abc import Sequence

#: rows that must come out whole before their number of bars is believed, and lines that one of them takes
_FEWEST_ROWS, _FEWEST_LINES = 3, 3


def rows_of(bars: Sequence[int], alone: Sequence[bool]) -> list[range]:
    """The lines of each row; none where lines are rows by themselves or do not come out.

    bars: how many bars each line has. alone: whether it has nothing else.
    """
    first = next((n for n, (count, bare) in enumerate(zip(bars, alone, strict=True)) if bare and count > 1), None)
    if first is None:
        return []
    width, rows, begin, held = sum(bars[: first + 1]), [], 0, 0
    for n, count in enumerate(bars):
        held += count
        if held > width or not count:
            return []
        if held == width:
            rows.append(range(begin, n + 1))
            begin, held = n + 1, 0
    whole = not held and len(rows) >= _FEWEST_ROWS and max(map(len, rows)) >= _FEWEST_LINES
    return rows if whole else []

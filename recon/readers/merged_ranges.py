"""Merged ranges of a sheet: each becomes one cell at its upper left corner, and what it covers is taken out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from recon.model.document import Cell
from recon.readers.xlsx_formulas import column_letters

#: Merged ranges may not overlap; a file whose ranges do could keep us busy for ever.
_MERGE_WORK = 5_000_000


def merge(rows: dict[int, dict[int, Cell]], ranges: Iterable[tuple[int, int, int, int]]) -> int:
    """Give every range (top, left, bottom, right) that touches a row with text one cell; how many texts it covered.

    ValueError: the ranges overlap beyond all measure.
    """
    numbers = sorted(rows)
    last_column = max((column for cells in rows.values() for column in cells), default=0)
    covered = work = 0
    for top, left, bottom, right in ranges:
        touched = numbers[bisect_left(numbers, top) : bisect_left(numbers, bottom + 1)]
        work += len(touched) + 1
        if work > _MERGE_WORK:
            raise ValueError("merged ranges overlap")
        for number in touched:
            cells = rows[number]
            inside = [column for column in cells if left <= column <= right]
            for column in inside:
                if (number, column) != (top, left):
                    covered += bool(cells.pop(column).text)
        if touched:
            anchors = rows.setdefault(top, {})
            anchor = anchors.setdefault(left, Cell("", top, left, ref=f"{column_letters(left)}{top}"))
            # A range that is drawn beyond everything else ends with the last cell that says something.
            anchor.rows = max(1, min(bottom, numbers[-1]) - top + 1)
            anchor.columns = max(1, min(right, last_column) - left + 1)
    return covered

"""A column of totals that no word names: «Общая стоимость» beside the years. Its sums tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.extract.adds_up import Evidence, weigh
from recon.extract.numbers import looks_like_number, read_number
from recon.model.period import is_part

if TYPE_CHECKING:
    from recon.extract.grids import GridRow
    from recon.extract.layouts import FigureColumn

#: rows of two or more figures whose sum it is, before a column is held to be their total
_LEAST = 2
#: rows in which it is not that sum, and none before them in which it is
_MOST = 60


def unnamed_total(labels: list[list[str]], data: list[GridRow], columns: list[FigureColumn]) -> int | None:
    """The one column of numbers beside the years that is their sum in most rows; None where years have a total,
    or more than one kind of figure."""
    years = [column.index for column in columns]
    if len(years) < 2 or any(not is_part(c.period) or c.role != "amount" or c.share for c in columns):
        return None
    if len({column.period for column in columns}) < len(columns):
        return None
    found = [j for j in range(len(labels)) if j not in years and labels[j] and _is_sum(j, years, data)]
    return found[0] if len(found) == 1 else None


def _is_sum(total: int, years: list[int], data: list[GridRow]) -> bool:
    seen = Evidence()
    for left, texts in zip(range(len(data), 0, -1), [row.texts for row in data], strict=True):
        if not texts[total] or not looks_like_number(texts[total]):
            continue
        if seen.holding + left < 2 * seen.broken or (seen.broken >= _MOST and not seen.holding):
            return False  # whatever the rest says: a long column of codes is left soon
        seen += weigh(read_number(texts[total]), [read_number(texts[j]) for j in years if texts[j].strip()])
    return seen.holding >= _LEAST and seen.holding >= 2 * seen.broken

"""Heads that lost their merged cells: «2031 год | 2032 год» over «Всего | федеральный бюджет | Всего | …».

Each total begins the group of one year. Where there are as many totals as years, and a label for every column of
figures, nothing else is left open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recon.extract.loose import is_value
from recon.extract.periods import period_of
from recon.extract.wording import Wording, normalise
from recon.model.document import Block, Cell, Document, Table

_FEWEST_YEARS, _DEEPEST = 2, 4


def with_years_over_groups(document: Document, words: Wording) -> Document:
    """The document with the years of such heads over all the columns of their groups."""
    blocks: list[Block] = [
        _with_years(block, words) if isinstance(block, Table) and block.drawn else block for block in document.blocks
    ]
    return replace(document, blocks=blocks)


def _with_years(table: Table, words: Wording) -> Table:
    widths = Counter(len(_filled(row)) for row in table.rows[2:])
    width = widths.most_common(1)[0][0] if widths else 0
    for n, (upper, lower) in enumerate(zip(table.rows[:_DEEPEST], table.rows[1:], strict=False)):
        groups = _groups(_filled(upper), _filled(lower), width, words)
        if groups:
            lead = len(_filled(upper)) - len(groups)
            return replace(table, rows=[*table.rows[:n], *_spread(upper, lower, lead, groups), *table.rows[n + 2 :]])
    return table


def _groups(upper: list[Cell], lower: list[Cell], width: int, words: Wording) -> list[int]:
    """How many columns each year of a head covers; nothing where that is not told."""
    years = [cell for cell in upper if period_of(cell.text)]
    lead = len(upper) - len(years)
    begins = [n for n, cell in enumerate(lower) if words.begins("total", normalise(cell.text))]
    if len(years) < _FEWEST_YEARS or upper[lead:] != years or lead < 1 or lead + len(lower) != width:
        return []
    if len(begins) != len(years) or begins[0] != 0 or any(is_value(cell.text) for cell in lower):
        return []
    return [end - begin for begin, end in zip(begins, [*begins[1:], len(lower)], strict=True)]


def _filled(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row up to the last that says anything."""
    last = max((n for n, cell in enumerate(row) if cell.text), default=-1)
    return list(row[: last + 1])


def _spread(upper: Sequence[Cell], lower: Sequence[Cell], lead: int, groups: Sequence[int]) -> list[list[Cell]]:
    """Both rows of the head with every cell over its columns; the labels before the years stand over both."""
    above = [replace(cell, column=n, rows=2) for n, cell in enumerate(upper[:lead], start=1)]
    at = lead + 1
    for cell, columns in zip(upper[lead:], groups, strict=False):
        above.append(replace(cell, column=at, columns=columns))
        at += columns
    return [above, [replace(cell, column=lead + 1 + n) for n, cell in enumerate(lower[: sum(groups)])]]

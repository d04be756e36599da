"""Bar rows of unequal length: merged cells were pushed to the end of their row, or a row was broken over lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recon.extract.grids import is_numbering_row
from recon.extract.loose import LooseRow, LooseTable, is_code, is_value, is_year
from recon.model.document import Cell, Paragraph


def flattened(rows: Sequence[Sequence[Cell]], first: int, last: int, above: list[Paragraph]) -> LooseTable | None:
    """The rows as labels and values; None where no number of figures is the usual one."""
    split = [_split(row) for row in rows if any(c.text for c in row) and not is_numbering_row([c.text for c in row])]
    years_first = _years_name_rows(split)
    split = _mended(split)
    counts = Counter(_printed(values) for labels, values in split if labels and _printed(values))
    if not counts:
        return None
    width = max(counts, key=lambda n: (counts[n], n))
    begins = next((n for n, (labels, values) in enumerate(split) if labels and _printed(values) == width), None)
    if begins is None or (width == 1 and not years_first):
        return None
    while begins and _is_heading(split[begins - 1]) and any(_lists_years(row) for row in split[: begins - 1]):
        begins -= 1  # «Подпрограмма …» right below the head names the rows that follow
    data: list[LooseRow] = []
    for labels, values in split[begins:]:
        fitted = _fitted(values, width) if any(v.text for v in values) else []
        if fitted is None:
            return None
        data.append(LooseRow(labels, fitted))
    head = [[*labels, *values] for labels, values in split[:begins]]
    return LooseTable(first, last, head, data, width, above)


_Split = tuple[list[Cell], list[Cell]]


def _split(row: Sequence[Cell]) -> _Split:
    """What names the row, and the figures behind it; blank cells at the end are counted as figures only later."""
    cells = list(row)
    end = len(cells)
    while end and not cells[end - 1].text:
        end -= 1
    begin = end
    while begin and (is_value(cells[begin - 1].text) or not cells[begin - 1].text or _stands_among(cells, begin - 1)):
        begin -= 1
    labels, values = cells[:begin], cells[begin:end]
    if not any(cell.text for cell in labels) and values and is_code(values[0].text) and len(values) == 1:
        return values, []
    return [cell for cell in labels if cell.text], values + [c for c in cells[end:] if values]


def _is_heading(row: _Split) -> bool:
    labels, values = row
    return len(labels) == 1 and not values


def _lists_years(row: _Split) -> bool:
    return sum(is_year(cell.text) for cells in row for cell in cells) > 1


def _stands_among(cells: Sequence[Cell], at: int) -> bool:
    """Whether an amount that looks like a year has figures before it, and the row's name before them."""
    before = at
    while before and (is_value(cells[before].text) or is_year(cells[before].text)):
        before -= 1
    figures = sum(is_value(cell.text) for cell in cells[before + 1 : at])
    return figures > 0 and bool(cells[before].text) and is_year(cells[at].text)


def _years_name_rows(split: list[_Split]) -> bool:
    """Whether bare years stand where rows are named."""
    named = [labels[-1].text for labels, values in split if labels and values]
    return sum(is_year(text) for text in named) >= 2


def _printed(values: list[Cell]) -> int:
    """How many figures a row has up to its last printed one."""
    return max((n for n, cell in enumerate(values, start=1) if cell.text), default=0)


def _mended(split: list[_Split]) -> list[_Split]:
    """A row whose label stands on one line and its figures on the next."""
    mended: list[_Split] = []
    for labels, values in split:
        before = mended[-1] if mended else None
        if not labels and values and before is not None and before[0] and not before[1]:
            mended[-1] = (before[0], values)
        else:
            mended.append((labels, values))
    return mended


def _fitted(values: list[Cell], width: int) -> list[Cell | None] | None:
    """A row's figures at their usual number: without the blanks that were pushed to the end or stand before them."""
    cells = list(values)
    while len(cells) > width and not cells[-1].text:
        cells.pop()
    while len(cells) > width and not cells[0].text:
        cells.pop(0)
    if len(cells) > width:
        return None
    return [*(cell if cell.text else None for cell in cells), *[None] * (width - len(cells))]

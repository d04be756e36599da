"""Which elements of a table are the sums of others: told by codes and order, and taken only where the sums hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from recon.extract.adds_up import along_elements
from recon.extract.slips import is_long
from recon.extract.wording import Wording, normalise
from recon.model.element import Element
from recon.model.figure import Figure

#: columns in which a row that no word calls a total is one; and rows of a table that is asked for such
_FEWEST_COLUMNS, _MOST_BALANCES = 3, 60
_LAST_PART = re.compile(r"(?:\.?\d+|[a-zа-я])$")


def settle_parents(elements: list[Element], figures: list[Figure], words: Wording) -> None:
    """Give elements the parents that codes, order and a row of totals suggest, where their sums hold."""
    if len(elements) < 2:
        return
    stated: dict[int, list[Figure]] = {}
    for figure in figures:
        stated.setdefault(figure.element, []).append(figure)
    groups: dict[int, list[int]] = {}
    by_code: dict[str, int] = {}
    last_coded = -1
    for child, element in enumerate(elements):
        code = _bare(element.code)
        parent = _above(code, by_code) if element.code else last_coded
        if parent >= 0:
            groups.setdefault(parent, []).append(child)
        if element.code:
            by_code[code] = last_coded = child
    for parent in sorted(groups, reverse=True):
        _keep_if_it_holds(elements, stated, parent, groups[parent])
    totals = [n for n, e in enumerate(elements) if words.begins("total", normalise(e.name))]
    if not _has_grand_total(elements, stated, totals):
        if _close_lists(elements, stated, totals):
            _has_grand_total(elements, stated, totals)
        elif len(elements) <= _MOST_BALANCES and not any(element.code for element in elements):
            _close_by_balances(elements, stated)


def settle_section_totals(elements: list[Element], figures: list[Figure], totals: list[int]) -> None:
    """«Итого по разделу 1» behind coded rows: the sum of those since the last such row, where that holds.

    totals: the rows without a code that words call totals, in their order. Where the heading of a section states
    its amounts itself, the row behind it only repeats them.
    """
    stated: dict[int, list[Figure]] = {}
    for figure in figures:
        stated.setdefault(figure.element, []).append(figure)
    begin = min(stated, default=0)
    for total in totals:
        rows = [n for n in range(begin, total) if n in stated]
        begin = total + 1
        above = elements[rows[-1]].parent if rows else total
        if above == total:
            continue
        section = [n for n in rows if elements[n].parent == above]
        others = any(elements[n].parent == above for n in stated if n not in section)
        bare = above >= 0 and above not in stated
        if (bare or above < 0 or others) and _keep_if_it_holds(elements, stated, total, section):
            elements[total].parent = elements[above].parent if bare else above


def _has_grand_total(elements: list[Element], stated: Mapping[int, list[Figure]], totals: list[int]) -> bool:
    """Whether a row of totals, the first row or the last one is the sum of all that stand above no other."""
    for total in dict.fromkeys([*totals, 0, len(elements) - 1]):
        if elements[total].parent < 0:
            roots = [n for n, e in enumerate(elements) if e.parent < 0 and n != total]
            if roots and _keep_if_it_holds(elements, stated, total, roots):
                return True
    return False


def _close_lists(elements: list[Element], stated: Mapping[int, list[Figure]], totals: list[int]) -> bool:
    """Whether rows of totals close the lists above them, each back to the total before it; other rows may follow."""
    begin, closed = 0, False
    for total in totals:
        above = [n for n in range(begin, total) if elements[n].parent < 0]
        if len(above) > 1 and elements[total].parent < 0:
            closed |= _keep_if_it_holds(elements, stated, total, above)
        begin = total + 1
    return closed


def _close_by_balances(elements: list[Element], stated: Mapping[int, list[Figure]]) -> None:
    """Rows that no word calls totals, as «Net Expenditure»: each the sum of all above that is of no other."""
    for row in range(2, len(elements)):
        above = [n for n in range(row) if elements[n].parent < 0]
        if len(above) > 1 and elements[row].parent < 0:
            _keep_if_it_holds(elements, stated, row, above, exactly=True)


def _keep_if_it_holds(
    elements: list[Element],
    stated: Mapping[int, list[Figure]],
    parent: int,
    children: list[int],
    *,
    exactly: bool = False,
) -> bool:
    """exactly: no word tells that it is a sum, so that it has to be one in several columns, and in all."""
    before = {child: elements[child].parent for child in children}
    for child in children:
        elements[child].parent = parent
    group = dict.fromkeys((parent, *children))
    found = along_elements([figure for element in group for figure in stated.get(element, ())], elements)
    if exactly:
        told = found.holding >= _FEWEST_COLUMNS <= _long_amounts(stated.get(parent, ()))
        kept = told and found.broken == found.slips <= 1  # one column may have a slip
    else:
        kept = found.mostly or (found.weak > 1 and not found.broken)
    if kept:
        return True
    for child, known in before.items():
        elements[child].parent = known
    return False


def _long_amounts(figures: Iterable[Figure]) -> int:
    """How many of these amounts have more digits than chance would meet."""
    readings = [figure.reading for figure in figures]
    return sum(r.value is not None and is_long(int(r.value.scaleb(r.decimals))) for r in readings)


def _bare(code: str) -> str:
    return code.strip().rstrip(".)")


def _above(code: str, by_code: Mapping[str, int]) -> int:
    """The last element so far whose code this one continues: 1.2 after 1, 1a after 1."""
    shorter = _LAST_PART.sub("", code)
    while shorter and shorter not in by_code and shorter != code:
        code, shorter = shorter, _LAST_PART.sub("", shorter)
    return by_code.get(shorter, -1) if shorter else -1

"""Which elements of a table are the sums of others: told by codes and order, and taken only where the sums hold."""

from __future__ import annotations

import re

from recon.extract.adds_up import along_elements
from recon.extract.wording import Wording, normalise
from recon.model.element import Element
from recon.model.figure import Figure


def settle_parents(elements: list[Element], figures: list[Figure], words: Wording) -> None:
    """Give elements the parents that codes, order and a row of totals suggest, where their sums hold."""
    if len(elements) < 2:
        return
    groups: dict[int, list[int]] = {}
    for child, element in enumerate(elements):
        parent = _by_code(elements, child) if element.code else _last_coded(elements, child)
        if parent >= 0:
            groups.setdefault(parent, []).append(child)
    for parent in sorted(groups, reverse=True):
        _keep_if_it_holds(elements, figures, parent, groups[parent])
    totals = [n for n, e in enumerate(elements) if words.begins("total", normalise(e.name))]
    for total in dict.fromkeys([*totals, 0, len(elements) - 1]):
        if elements[total].parent < 0:
            roots = [n for n, e in enumerate(elements) if e.parent < 0 and n != total]
            if roots and _keep_if_it_holds(elements, figures, total, roots):
                return


def _keep_if_it_holds(elements: list[Element], figures: list[Figure], parent: int, children: list[int]) -> bool:
    before = {child: elements[child].parent for child in children}
    for child in children:
        elements[child].parent = parent
    group = {parent, *children}
    found = along_elements([f for f in figures if f.element in group], elements)
    if found.mostly or (found.weak > 1 and not found.broken):
        return True
    for child, known in before.items():
        elements[child].parent = known
    return False


def _bare(code: str) -> str:
    return code.strip().rstrip(".)")


def _by_code(elements: list[Element], child: int) -> int:
    """The element whose code the child's continues: 1.2 after 1, 1a after 1."""
    code = _bare(elements[child].code)
    while code:
        code = re.sub(r"(?:\.?\d+|[a-zа-я])$", "", code)
        found = next((n for n in range(child - 1, -1, -1) if _bare(elements[n].code) == code), -1) if code else -1
        if found >= 0:
            return found
    return -1


def _last_coded(elements: list[Element], child: int) -> int:
    return next((n for n in range(child - 1, -1, -1) if elements[n].code), -1)

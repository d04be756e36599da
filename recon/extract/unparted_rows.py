"""Whether a table was understood whose rows no line parts: a name or a number may go on in the next one."""

from __future__ import annotations

from collections.abc import Sequence

from recon.extract.adds_up import evidence
from recon.model.amount import Reading, State
from recon.model.element import Element
from recon.model.figure import Figure
from recon.model.source import SourceTree

#: so many sums fail by more than an error would when a row is missing among the parts of another
_MANY = 3
#: one of so many figures may be unreadable
_FEW = 20


def is_understood(figures: Sequence[Figure], elements: list[Element], tree: SourceTree) -> bool:
    """Whether no sum is out by more than a slip, numbers are whole, and no row is stated twice.

    Where a name goes on in the next line, that line may be taken for another element, and parts of a sum are missing;
    where a number does, both of its parts are taken for figures. What fails then is the reading.
    """
    found = evidence(figures, elements, tree)
    if found.broken > found.slips:
        return False
    unreadable = 0
    stated: dict[tuple[str, ...], Reading | str] = {}
    for figure in figures:
        printed = figure.printed
        if not isinstance(printed, str) and printed.state is State.UNREADABLE:
            unreadable += 1
        place = elements[figure.element].key, figure.source, figure.period, figure.role
        if stated.setdefault(place, printed) != printed:
            return False
    return unreadable * _FEW <= len(figures)


def lacks_rows(figures: Sequence[Figure], elements: list[Element], tree: SourceTree) -> bool:
    """Whether several sums are far out, as those of all columns are where a row was taken for a part of another."""
    found = evidence(figures, elements, tree)
    return found.broken - found.near >= _MANY

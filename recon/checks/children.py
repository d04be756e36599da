"""Whether the children of an element are split as it is: only then do its figures have to be their sums.

A child that does not print a source has none of it only if it is split by sources at all; a child that prints a total
alone, or a coarser or finer split, leaves open how much it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.wholes import MOST_BITS, distinct, marks
from recon.model.period import is_year
from recon.model.source import TOTAL

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from recon.checks.lookup import Lookup
    from recon.model.source import SourceTree


@dataclass(slots=True)
class Bindable:
    """Which figures stand for the sum of the children of their line, by the class of their source and period."""

    has_children: NDArray[np.bool_]
    line: NDArray[np.int32]
    tests: list[tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[Any]]]

    def of(self, chunk: slice) -> NDArray[np.bool_]:
        line = self.line[chunk]
        stands = self.has_children[line]
        for refused, bit, code in self.tests:
            stands &= (refused[line] & bit[code[chunk]]) == 0
        return np.asarray(stands)


def split_alike(found: Lookup, parent: NDArray[np.int32], tree: SourceTree) -> Bindable:
    """parent: of each line, -1 for none. The figures that may be bound to the sum of their line's children."""
    peopled = np.zeros(found.lines, np.bool_)
    peopled[found.line] = True
    child = np.flatnonzero(peopled & (parent >= 0))
    has_children = np.zeros(found.lines, np.bool_)
    has_children[parent[child]] = True
    bindable = Bindable(has_children, found.line, [])
    chains = _source_classes(found.sources, tree)
    names = list(dict.fromkeys(chains.values()))
    of_code = [names.index(chains[code]) for code in found.sources]
    _refuse(bindable, found, child, parent, found.source, of_code, lambda word: _unresolved(word, names))
    kinds = ["year" if is_year(code) else code for code in found.periods]
    classes = list(dict.fromkeys(kinds))
    of_code = [classes.index(kind) for kind in kinds]
    _refuse(bindable, found, child, parent, found.period, of_code, lambda word: ~word)
    return bindable


def _refuse(
    bindable: Bindable,
    found: Lookup,
    child: NDArray[np.intp],
    parent: NDArray[np.int32],
    code: NDArray[Any],
    of_code: Sequence[int],
    open_classes: Any,
) -> None:
    """Forbid for each parent the classes that one of its children leaves open."""
    bits = min(max(of_code, default=-1) + 1, MOST_BITS)
    bit = [number if number < MOST_BITS else -1 for number in of_code]
    words, kind = distinct(marks(found.line, found.lines, code, bit, bits)[child])
    mask = (1 << bits) - 1
    left_open = np.array([open_classes(word) & mask for word in words], np.uint64)
    refused = np.zeros(found.lines, np.uint64)
    for b in range(bits):
        flag = np.uint64(1 << b)
        which = (left_open & flag) != 0
        if which.any():
            refused[parent[child[which.take(kind)]]] |= flag
    beyond = np.uint64(1 << MOST_BITS)
    if len(set(of_code)) > MOST_BITS:
        refused |= beyond
    if refused.any():
        flags = np.array([1 << b if b >= 0 else 1 << MOST_BITS for b in bit], np.uint64)
        bindable.tests.append((refused, flags, code))


#: A class of sources that stand in one relation to all others: its name ("" for leaves) and the sources above it.
#: A source outside the sums («из них», «кроме того») is a class of its own, whose name begins so.
_OUTSIDE = "<outside>"
_Class = tuple[str, tuple[str, ...]]


def _source_classes(codes: Collection[str], tree: SourceTree) -> dict[str, _Class]:
    above = {code: tuple(a for a in tree.ancestors(code) if a in codes) for code in codes}
    inner = {a for chain in above.values() for a in chain} | {TOTAL}
    outside = {code for code in codes if code != TOTAL and tree.get(code).edge != "addend"}
    names = {code: code if code in inner else _OUTSIDE + code if code in outside else "" for code in codes}
    return {code: (names[code], above[code]) for code in codes}


def _unresolved(word: int, classes: Sequence[_Class]) -> int:
    """Of the classes, as bits, those of which a child with the classes in `word` may have more than it prints."""
    present = [c for b, c in enumerate(classes) if word >> b & 1]
    names = {name for name, _ in present}
    is_split = any(name != TOTAL and not name.startswith(_OUTSIDE) for name in names)
    result = 0
    for b, (name, chain) in enumerate(classes):
        if name and name in names:
            continue
        if name == TOTAL or name.startswith(_OUTSIDE):
            settled = False  # a child that prints no such line may have some of it all the same
        elif any(name in other for _, other in present):
            settled = False  # a finer split: it has some, and does not print the sum
        else:
            nearest = next((a for a in chain if a in names), None)
            settled = is_split if nearest is None else any(nearest in other for _, other in present)
        if not settled:
            result |= 1 << b
    return result

"""A whole is the sum of its parts: sources of a total, years of a period, children of an element.

One law along three dimensions. For every figure the whole that it is a part of is worked out as a key and looked up;
figures of one whole are an identity. Which source or period is the whole depends on those that a line has, so it is
worked out once for each set that occurs and read from a table for all figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks import children, wholes
from recon.checks.bound import BoundIdentities
from recon.checks.lookup import Lookup, lookup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {"along": ("source", "period", "element")}
_CHUNK = 1 << 19


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    if not len(ledger):
        return BoundIdentities.none()
    found = lookup(ledger)
    along = str(parameters["along"])
    if along == "element":
        return _along_element(ledger, found, vocabulary)
    if along == "source":
        step = wholes.of_sources(found, vocabulary.source_tree, skip=(wholes.CONSOLIDATED,))
    else:
        step = wholes.of_periods(found, ledger)
    return along_steps(found, step)


def along_steps(found: Lookup, step: wholes.Steps) -> BoundIdentities:
    """Each figure is a part of the figure whose key lies `step` away from its own, if there is one."""
    whole = np.empty(len(found.key), np.int32)
    for start in range(0, len(whole), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        away = step.of(chunk)
        there = found.key[chunk] + away
        there[away == 0] = 0
        at = found.find(there)
        at[away == 0] = -1
        whole[chunk] = at
    _forget(whole, found)
    return gathered(whole)


def _along_element(ledger: Ledger, found: Lookup, vocabulary: Vocabulary) -> BoundIdentities:
    parent = found.parents(ledger.elements["parent"].to_numpy())
    stride: Any = found.key.dtype.type(len(found.sources) * len(found.periods))
    has_parent = parent >= 0
    away = np.where(has_parent, parent - np.arange(len(parent), dtype=np.int32), 0).astype(found.key.dtype) * stride
    bindable = children.split_alike(found, parent, vocabulary.source_tree)
    whole = np.empty(len(found.key), np.int32)
    stands = np.empty(len(found.key), np.bool_)
    for start in range(0, len(whole), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        line = found.line[chunk]
        step = away.take(line)
        there = found.key[chunk] + step
        there[step == 0] = 0
        at = found.find(there)
        at[step == 0] = -1
        whole[chunk] = at
        stands[chunk] = bindable.of(chunk)
    _forget(whole, found)
    return gathered(whole, found.countable(stands))


def _forget(whole: NDArray[np.int32], found: Lookup) -> None:
    """A figure that repeats another, or stands in a table that does not add up, is no part of anything."""
    if found.first is not None:
        whole[~found.first] = -1
    if found.added is not None:
        whole[~found.added] = -1


def gathered(whole: NDArray[np.int32], stands: NDArray[np.bool_] | None = None) -> BoundIdentities:
    """Figures of one whole are an identity. stands: the wholes that may be bound, also such as have no part at all."""
    member: NDArray[Any] = np.flatnonzero(whole >= 0).astype(np.int32)
    of = whole[member]
    if stands is None:
        stands = np.zeros(len(whole), np.bool_)
        stands[of] = True
        total = np.flatnonzero(stands).astype(np.int32)
    else:
        total = np.flatnonzero(stands).astype(np.int32)
        kept = stands[of]
        if not kept.all():
            member, of = member[kept], of[kept]
    number = np.cumsum(stands, dtype=np.int32)
    number -= 1
    return BoundIdentities(total, None, member, of=number.take(of))

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
from recon.ledger.chunks import in_chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {"along": ("source", "period", "element")}


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
    return _gathered(found, step.of, None)


def _along_element(ledger: Ledger, found: Lookup, vocabulary: Vocabulary) -> BoundIdentities:
    parent = found.parents(ledger.elements["parent"].to_numpy())
    stride: Any = found.key.dtype.type(len(found.sources) * len(found.periods))
    above = np.where(parent >= 0, parent - np.arange(len(parent), dtype=np.int32), 0).astype(found.key.dtype) * stride
    bindable = children.split_alike(found, parent, vocabulary.source_tree)
    stands = np.empty(len(found.key), np.bool_)

    def decide(chunk: slice) -> None:
        stands[chunk] = bindable.of(chunk)

    in_chunks(decide, len(stands))
    return _gathered(found, lambda chunk: above[found.line[chunk]], found.countable(stands))


def _gathered(
    found: Lookup, step: Callable[[slice], NDArray[Any]], stands: NDArray[np.bool_] | None
) -> BoundIdentities:
    """Figures of one whole are an identity. stands: the wholes that may be bound, also such as have no part at all;
    None: those that have parts."""
    rows = len(found.key)
    wanted = stands
    bound = np.zeros(rows, np.bool_) if wanted is None else wanted
    members: dict[int, NDArray[np.int32]] = {}
    owners: dict[int, NDArray[np.int32]] = {}

    def look(chunk: slice) -> None:
        away = step(chunk)
        there = found.key[chunk] + away
        nothing = away == 0
        there[nothing] = 0
        at = found.find(there)
        kept = at >= 0
        kept &= ~nothing
        # A figure that repeats another, or stands in a table that does not add up, is no part of anything.
        for allowed in (found.first, found.added):
            if allowed is not None:
                kept &= allowed[chunk]
        if wanted is not None:
            kept &= wanted[at]
        own = np.flatnonzero(kept).astype(np.int32)
        owners[chunk.start] = at[own]
        own += chunk.start
        members[chunk.start] = own
        if wanted is None:
            bound[owners[chunk.start]] = True

    in_chunks(look, rows)
    total = np.flatnonzero(bound).astype(np.int32)
    number = np.cumsum(bound, dtype=np.int32)
    number -= 1
    starts = sorted(members)
    member = np.concatenate([members.pop(start) for start in starts])
    of = np.concatenate([number[owners.pop(start)] for start in starts])
    return BoundIdentities(total, None, member, of=of)

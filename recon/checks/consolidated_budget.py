"""The consolidated budget of a region is its own budget and its local budgets, in one of two legal readings.

A: regional + local, the transfers between them lying inside the regional budget. B: the regional budget without
transfers + transfers + local. A document keeps to one of them; the one that breaks fewer identities is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.judge import undecided_by_figures
from recon.checks.lookup import codes, lookup
from recon.checks.parts_add_to_whole import along_steps
from recon.checks.sums import differences
from recon.checks.wholes import CONSOLIDATED, of_sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.checks.lookup import Lookup
    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
TRANSFERS = "transfers"


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    if not len(ledger):
        return BoundIdentities.none()
    found = lookup(ledger)
    if CONSOLIDATED not in found.sources:
        return BoundIdentities.none()
    without = along_steps(found, of_sources(found, vocabulary.source_tree, only=(CONSOLIDATED,)))
    if TRANSFERS not in found.sources:
        return without
    beside = _with_transfers(found, without)
    document = codes(ledger, "document")[without.total]
    fewer = _broken(ledger, beside, document) < _broken(ledger, without, document)
    taken = fewer[document]
    # The transfers of reading B stand behind the parts of reading A.
    kept = np.ones(len(beside.member), np.bool_)
    kept[len(without.member) :] = taken[beside.of[len(without.member) :]]
    bound = BoundIdentities(without.total, None, beside.member[kept], of=beside.of[kept])
    names = ledger.figures["document"].array.categories
    bound.readings = {str(names[d]): "B" if fewer[d] else "A" for d in np.unique(document).tolist()}
    return bound


def _with_transfers(found: Lookup, without: BoundIdentities) -> BoundIdentities:
    step = (found.sources.index(CONSOLIDATED) - found.sources.index(TRANSFERS)) * len(found.periods)
    transfers = np.flatnonzero(found.countable(found.source == found.sources.index(TRANSFERS))).astype(np.int32)
    number = np.full(len(found.key), -1, np.int32)
    number[without.total] = np.arange(len(without), dtype=np.int32)
    whole = found.find(found.key[transfers] + found.key.dtype.type(step))
    of = np.where(whole >= 0, number[whole], -1)
    member = np.concatenate((without.member, transfers[of >= 0]))
    return BoundIdentities(without.total, None, member, of=np.concatenate((without.of, of[of >= 0])).astype(np.int32))


def _broken(ledger: Ledger, bound: BoundIdentities, document: NDArray[np.int8]) -> NDArray[np.intp]:
    """How many identities of each document do not hold."""
    off = np.asarray(differences(ledger.figures["amount"].to_numpy(), bound) != 0, np.bool_)
    undecided = undecided_by_figures(ledger, bound)
    if undecided is not None:
        off &= ~undecided
    return np.bincount(document[off], minlength=len(ledger.figures["document"].array.categories))

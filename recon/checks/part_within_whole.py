"""A part that is printed inside its whole («в том числе», «из них») is no larger than the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import lookup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {"along": ("source",)}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    if not len(ledger):
        return BoundIdentities.none()
    found = lookup(ledger)
    totals, members = [], []
    for number, code in enumerate(found.sources):
        source = vocabulary.source_tree.get(code)
        if source.edge != "of-which" or source.parent not in found.sources:
            continue
        step = (found.sources.index(source.parent) - number) * len(found.periods)
        part = np.flatnonzero(found.countable(found.source == number))
        whole = found.find(found.key[part] + found.key.dtype.type(step))
        totals.append(whole[whole >= 0])
        members.append(part[whole >= 0].astype(np.int32))
    if not totals:
        return BoundIdentities.none()
    member = np.concatenate(members)
    of = np.arange(len(member), dtype=np.int32)
    return BoundIdentities(np.concatenate(totals), None, member, relation="at-most", of=of)

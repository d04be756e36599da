"""A printed difference is the difference of the two figures that it compares: variance, deviation, change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import categories, lookup
from recon.model.figure import operands

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """Figures whose role names two others of the same element and source."""
    roles = categories(ledger, "role") if len(ledger) else ()
    named = {number: operands(role) for number, role in enumerate(roles) if operands(role)}
    if not named:
        return BoundIdentities.none()
    found = lookup(ledger)
    totals, members = [], []
    of_role = found.line % found.roles
    width = len(found.periods)
    for number, sides in named.items():
        own = np.flatnonzero(found.countable(of_role == number)).astype(np.int64)
        parts = []
        for role, period in sides:
            known = role in roles and (not period or period in found.periods)
            line = found.line[own].astype(np.int64) - number + (roles.index(role) if known else 0)
            when = found.periods.index(period) if known and period else found.period[own]
            key = (line * len(found.sources) + found.source[own]) * width + when
            parts.append(found.find(key.astype(found.key.dtype)) if known else np.full(len(own), -1, np.int32))
        there = (parts[0] >= 0) & (parts[1] >= 0)
        totals.append(own[there].astype(np.int32))
        members.append(np.stack([parts[0][there], parts[1][there]], axis=1))
    total = np.concatenate(totals)
    member = np.concatenate(members).ravel().astype(np.int32)
    of = np.repeat(np.arange(len(total), dtype=np.int32), 2)
    return BoundIdentities(total, None, member, np.tile(np.array([1, -1], np.int8), len(total)), of=of)

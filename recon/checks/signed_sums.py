"""A row or a column of a table is what others come to with their signs: balances, surpluses, what is carried over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """The balances that the tables showed when they were read."""
    if not ledger.balances:
        return BoundIdentities.none()
    flat = [(figure, sign, k) for k, (_, parts) in enumerate(ledger.balances) for figure, sign in parts]
    member, weight, of = (np.array([each[n] for each in flat]) for n in range(3))
    total = np.array([whole for whole, _ in ledger.balances], np.int32)
    return BoundIdentities(
        total, None, member.astype(np.int32), weight.astype(np.int8), of=of.astype(np.int32)
    )

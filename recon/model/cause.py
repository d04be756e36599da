"""A cause: the fewest figures that, changed, settle a group of findings."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from recon.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Repair:
    """One figure and what it should read. It is a proposal: nothing is corrected silently."""

    code: str
    element: str
    source: str
    period: str
    stated: Decimal
    proposed: Decimal
    decimals: int
    unit: str
    slip: str
    at: Locator


@dataclass(frozen=True, slots=True)
class Cause:
    """Repairs that together settle `explains` (finding ids). unique: no other least set does."""

    id: str
    repairs: tuple[Repair, ...]
    explains: tuple[str, ...]
    unique: bool
    alternatives: tuple[tuple[Repair, ...], ...] = ()

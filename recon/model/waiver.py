"""A waiver: somebody answers for a finding that stays as it is, says why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from recon.model.case import Origin
from recon.model.scope import Scope


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of a waiver file.

    fingerprint, where: the findings that are meant; where both are stated, both have to fit. difference: only a
    finding that is off by just this much, None for any. expires: the last day on which it silences anything.
    folder: a file found beside documents speaks of those in this folder only; "" for all.
    """

    rule: str
    author: str
    reason: str
    expires: date
    origin: Origin
    fingerprint: str = ""
    where: Scope | None = None
    difference: Decimal | None = None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What a waiver came to in a run. state: `used`, `unused` or `expired`; findings: ids of those that it fits."""

    waiver: Waiver
    state: str
    findings: tuple[str, ...]

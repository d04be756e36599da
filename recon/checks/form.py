"""How a law about the form of a document says what it looked at: held, broken or not to be decided."""

from __future__ import annotations

from typing import Any

from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.locator import Locator


def holds() -> Comparison:
    return Comparison(Verdict.HOLDS, form=True)


def undecided() -> Comparison:
    return Comparison(Verdict.UNDECIDED, form=True)


def broken(noticed: Observation) -> Comparison:
    return Comparison(Verdict.BROKEN, (), noticed, form=True)


def told(message: str, at: Locator, said: dict[str, object] | None = None, **about: Any) -> Comparison:
    """Something broken at a place that is no figure of the ledger. about: what else an observation knows."""
    return broken(Observation(message, at, said or {}, **about))

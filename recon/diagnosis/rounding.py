"""Whether all that rounding is said to explain can be true at once: is there any set of unrounded values behind it?

An unrounded value lies within half a unit of the last printed place of its figure; a declared nil is exact. Each
verdict `rounding` is possible by itself. Together, and with the identities around them that hold, they need not be:
then some figure is wrong, and the verdicts that contradict each other are broken. A quick search settles what it can;
what it cannot is decided exactly, and where time does not suffice the answer is that it is not decided.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recon.checks.lookup import codes
from recon.diagnosis.rounded_parts import Contradiction, Key, decide
from recon.diagnosis.unrounded import PATIENT, QUICK, search
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

#: how long one connected part, and all of them together, may be thought about
SECONDS, ALTOGETHER = 5.0, 30.0


@dataclass(slots=True)
class Explained:
    """What became of the verdicts `rounding`. undecided: those on which the limit of time left no answer."""

    contradictions: list[Contradiction] = field(default_factory=list)
    undecided: list[Key] = field(default_factory=list)

    @property
    def broken(self) -> list[Key]:
        """Keys (number of the rule, number of the identity) of what rounding cannot explain, in order."""
        return sorted({key for each in self.contradictions for key in each.rounded})


def apply(
    ledger: Ledger, judgements: Sequence[Judgement], *, seconds: float = SECONDS, altogether: float = ALTOGETHER
) -> Explained:
    """Turn the verdicts that cannot be true at once from `rounding` into `broken`, and say which.

    A figure that is the rounding of another one stays so: what it leaves open, the other states.
    """
    explained = contradictory(ledger, judgements, seconds=seconds, altogether=altogether)
    for rule, identity in explained.broken:
        if judgements[rule].bound.twins:
            continue
        judgements[rule].judged.verdict[identity] = Verdict.BROKEN
    return explained


def contradictory(
    ledger: Ledger, judgements: Sequence[Judgement], *, seconds: float = SECONDS, altogether: float = ALTOGETHER
) -> Explained:
    """Find the verdicts `rounding` that cannot all be true. seconds: for one connected part; altogether: for all."""
    explained = Explained()
    until = time.monotonic() + altogether
    unsettled = _roundings(ledger, judgements)
    while unsettled:
        broken = set(explained.broken)
        doubted = {figure for each in explained.contradictions for figure in each.figures}
        for steps in (QUICK, PATIENT):
            found = search(ledger, judgements, doubted, set(unsettled.values()), steps=steps, until=until)
            unsettled = {k: where for k, where in unsettled.items() if where not in found.proved and k not in broken}
            if not unsettled:
                return explained
        # First around what the search could not reconcile; then all that is left.
        for seeds in (found.stuck, list(unsettled)):
            contradictions, undecided = decide(ledger, judgements, doubted, seeds, seconds=seconds, until=until)
            if contradictions:
                explained.contradictions += contradictions
                break
        else:
            explained.undecided = sorted(set(undecided) - broken)
            break
    return explained


def _roundings(ledger: Ledger, judgements: Sequence[Judgement]) -> dict[Key, int]:
    """Every verdict `rounding` with its document."""
    document = codes(ledger, "document")
    found: dict[Key, int] = {}
    for number, judgement in enumerate(judgements):
        rounded = judgement.judged.where(Verdict.ROUNDING)
        documents = document[judgement.bound.total[rounded]].tolist()
        found |= {(number, k): where for k, where in zip(rounded.tolist(), documents, strict=True)}
    return found

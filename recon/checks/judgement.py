"""A rule with what it bound and how that was judged: what the steps after judging are handed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recon.checks.bound import BoundIdentities
    from recon.checks.judge import Judged
    from recon.model.rule import Rule


@dataclass(slots=True)
class Judgement:
    """One rule's identities and their verdicts."""

    rule: Rule
    bound: BoundIdentities
    judged: Judged

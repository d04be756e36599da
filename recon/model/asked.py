"""How a report was asked for: language, severity, how much of it, when the run was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from recon.model.rule import Severity


def _nobody(key: str, parameters: dict[str, object]) -> None:
    """What is said of a file that is written is said to nobody, unless somebody listens."""


@dataclass(frozen=True, slots=True)
class Asked:
    """fail_on: the mildest severity that fails the run, None for none. everything: with all that is usually left out.

    arithmetic: with each cause's sums as they come out. suggest: proposals as tracked changes. made: when the run was.
    warn: told what a copy of a document could not keep, as a message key with parameters.
    """

    lang: str
    fail_on: Severity | None = Severity.ERROR
    everything: bool = False
    arithmetic: bool = False
    suggest: bool = False
    made: datetime = field(default_factory=lambda: datetime.now(UTC))
    warn: Callable[[str, dict[str, object]], None] = _nobody

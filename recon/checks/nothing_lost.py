"""Nothing was lost on the way: no continuation without a start, no table without its head, no unit left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: what is merely not printed or not taken, rather than lost
_INFORMATION = frozenset(
    {"gap.no-unit", "gap.figures-without-label", "gap.percent-columns", "gap.odd-columns", "gap.rows-not-bound"}
)


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """What extraction marked as torn or missing, each at its place."""
    for extraction in extractions:
        for gap in extraction.gaps:
            severity = Severity.INFORMATION if gap.kind in _INFORMATION else None
            yield Observation(gap.kind, gap.at, dict(gap.parameters), severity=severity)

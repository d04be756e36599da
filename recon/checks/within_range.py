"""A share lies between nought and a hundred percent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.indicator_rows import broken, holds, indicators, undecided
from recon.extract.wording import Wording, normalise, wording
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import Form, Indicator
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_WHOLE = 100
#: what stands where a number is due and says nothing yet; a dash says that there is none
_OPEN = frozenset({Form.BLANK, Form.AWAITED, Form.OTHER})


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Growth, ratios and the fulfilment of a plan may pass a hundred; a share of a whole may not."""
    words = wording(vocabulary)
    for indicator in indicators(extractions):
        if indicator.kind != "percent" or not _is_share(indicator, words):
            continue
        for value in indicator.values:
            number = value.number
            if number is None:
                if value.form in _OPEN:
                    yield undecided(value)
                continue
            if 0 <= number <= _WHOLE:
                yield holds(value)
            else:
                yield broken("finding.out-of-range", indicator, value, raw=value.reading.raw)


def _is_share(indicator: Indicator, words: Wording) -> bool:
    name = normalise(indicator.name).lstrip('" ')
    return words.begins("share-name", name) is not None and not words.has("growth-name", name)

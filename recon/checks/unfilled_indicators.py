"""Indicators that nobody filled in: nothing but zeros, or no value at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recon.checks.indicator_rows import broken, is_zero, printed
from recon.extract.wording import normalise, wording
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.indicator import SAYS, Form
from recon.model.rule import Severity, Vocabulary

_FEWEST = 2


def zero_indicators(extractions: Sequence[Extraction], vocabulary: Vocabulary) -> Iterator[Observation]:
    """Every year is zero; what is meant to be nothing, such as refusals and breaches, may be."""
    words = wording(vocabulary)
    for extraction in extractions:
        for indicator in extraction.indicators:
            yearly = indicator.yearly
            stated = [value for value in yearly if value.form in SAYS]
            if len(stated) < _FEWEST or not all(is_zero(value) for value in stated):
                continue
            if not words.has("falling-name", normalise(indicator.name)):
                found = broken("finding.zero-indicator", indicator, stated[0], row=printed(yearly)).observation
                assert found is not None
                yield found


def indicators_without_values(extractions: Sequence[Extraction]) -> Iterator[Observation]:
    """Dashes and footnote marks in every year: the values are to come."""
    for extraction in extractions:
        for indicator in extraction.indicators:
            yearly = indicator.yearly
            says = any(value.form in SAYS or value.form is Form.OTHER for value in indicator.values)
            if len(yearly) >= _FEWEST and not says:
                found = broken(
                    "finding.indicator-without-values", indicator, yearly[0], severity=Severity.INFORMATION,
                    row=printed(yearly),
                ).observation  # fmt: skip
                assert found is not None
                yield found

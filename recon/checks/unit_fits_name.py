"""The unit fits what the name counts: «Количество …» is not in percent, «Доля …» is, «да» is no number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from recon.checks.indicator_rows import broken, holds, indicators, undecided
from recon.extract.wording import Wording, normalise, wording
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import Form, Indicator
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: units of what can be counted or timed, in which a share cannot be
_COUNTED = frozenset({
    "count", "persons", "thousand-persons", "days", "working-days", "hours", "minutes", "months", "years",
    "kilometres", "hectares", "square-metres", "families", "objects",
})  # fmt: skip
_TIMES = re.compile(r"\bв \d+(?:[.,]\d+)? раз\w?\b|\b\d+ times\b|\b(?:two|three|ten)fold\b")
_ANSWERS = (Form.YES, Form.NO)


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Names that say what they are, against the unit printed for them."""
    words = wording(vocabulary)
    for indicator in indicators(extractions):
        yield from _of_name(indicator, words)
        yield from _of_values(indicator)


def _of_name(indicator: Indicator, words: Wording) -> Iterator[Comparison]:
    name = normalise(indicator.name).lstrip('" ')
    counted = words.begins("count-name", name) is not None
    shared = words.begins("share-name", name) is not None
    if not indicator.kind:
        if counted or shared:
            yield undecided()  # no unit is printed: nothing can be said
        return
    if counted and indicator.kind == "percent" and not words.has("relative-name", name) and not _grows(name, words):
        yield broken("finding.count-in-percent", indicator, unit=indicator.unit)
    elif shared and indicator.kind in _COUNTED:
        yield broken("finding.share-not-in-percent", indicator, unit=indicator.unit)
    elif counted or shared:
        yield holds(*indicator.values)
    if indicator.kind == "percent" and (found := _TIMES.search(name)):
        yield broken(
            "finding.times-in-percent", indicator, severity=Severity.INFORMATION, words=found[0], unit=indicator.unit
        )


def _grows(name: str, words: Wording) -> bool:
    """«Число …, рост к предыдущему году»: a count may be told by its growth."""
    return words.last("growth-name", name) > 0


def _of_values(indicator: Indicator) -> Iterator[Comparison]:
    """«да» among numbers, or a number among «да/нет» that is neither 0 nor 1."""
    answers = [value for value in indicator.values if value.form in _ANSWERS]
    numbers = [value for value in indicator.values if value.form is Form.NUMBER]
    if indicator.kind == "yes-no":
        odd = [value for value in numbers if value.number not in (0, 1)]
        if odd:
            yield broken(
                "finding.number-for-answer", indicator, odd[0], severity=Severity.WARNING, raw=odd[0].reading.raw
            )
        elif answers:
            yield holds(*answers)
    elif answers and numbers:
        yield broken(
            "finding.answer-for-number", indicator, answers[0], severity=Severity.WARNING, unit=indicator.unit,
            raw=answers[0].reading.raw,
        )  # fmt: skip

"""The values of an indicator go somewhere: they do not fall to nothing, and a share does not turn back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from recon.checks.indicator_rows import broken, holds, indicators, printed, undecided
from recon.extract.wording import Wording, normalise, wording
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import Form, Indicator, IndicatorValue
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FEWEST_VALUES, _FEWEST_ZEROS = 3, 2
#: a fall to nothing is how the indicator goes on where it is no more than so many times the largest step before
_STEEPER = 2
#: a share of fewer percent may vanish
_NEGLIGIBLE = 5
_NUMBERS = (Form.NUMBER, Form.AT_LEAST, Form.AT_MOST)


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Shares and levels only: a count of one year says nothing about the next."""
    words = wording(vocabulary)
    for indicator in indicators(extractions):
        name = normalise(indicator.name).lstrip('" ')
        stated = [value for value in indicator.yearly if value.form in _NUMBERS]
        level = words.begins("level-name", name) is not None and indicator.kind in ("percent", "points")
        if not level:
            continue
        if len(stated) < _FEWEST_VALUES:
            yield undecided(*stated)
            continue
        yield _way(indicator, stated, words)


def _way(indicator: Indicator, stated: list[IndicatorValue], words: Wording) -> Comparison:
    base = indicator.base
    before = [base] if base is not None and base.number is not None and base not in stated else []
    numbers = [value.number or Decimal(0) for value in [*before, *stated]]
    zeros = _zeros_at_end(stated)
    shown = printed([*before, *stated])
    until = numbers[: len(numbers) - zeros]
    small = indicator.kind == "percent" and bool(until) and until[-1] < _NEGLIGIBLE
    if _FEWEST_ZEROS <= zeros < len(stated) and not small and _falls_short(until, indicator, words):
        first = stated[-zeros]
        return broken("finding.falls-to-zero", indicator, first, about=stated, row=shown, zeros=zeros)
    turn = _turn(numbers[len(before) :])
    if turn is not None and not words.has("falling-name", normalise(indicator.name)):
        value = stated[turn]
        return broken("finding.turns-back", indicator, value, severity=Severity.WARNING, about=stated, row=shown)
    return holds(*stated)


def _zeros_at_end(stated: list[IndicatorValue]) -> int:
    zeros = 0
    while zeros < len(stated) and stated[-1 - zeros].form is Form.NUMBER and stated[-1 - zeros].number == 0:
        zeros += 1
    return zeros


def _falls_short(numbers: list[Decimal], indicator: Indicator, words: Wording) -> bool:
    """Whether the fall to zero is no step like those before: what falls step by step may arrive at nothing."""
    steps = [after - before for before, after in pairwise(numbers)]
    falling = bool(steps) and all(step <= 0 for step in steps) and any(steps)
    if not falling:
        return not (words.has("falling-name", normalise(indicator.name)) and not any(step > 0 for step in steps))
    return numbers[-1] > _STEEPER * max(-step for step in steps)


def _turn(numbers: list[Decimal]) -> int | None:
    """The one value that lies below both of its neighbours, where all others rise."""
    down = [k for k, (before, after) in enumerate(pairwise(numbers), 1) if after < before]
    up = [k for k, (before, after) in enumerate(pairwise(numbers), 1) if after > before]
    return down[0] if len(down) == 1 and len(up) >= 2 and down[0] < len(numbers) - 1 else None

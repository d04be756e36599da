"""An indicator that is printed more than once has one unit and one value for each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.indicator_rows import broken, comparable, holds, printed, spot, squeezed, undecided
from recon.extract.indicators import same_name
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import SAYS, Form, Indicator, IndicatorValue
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: a name of fewer words («Количество проведенных мероприятий») may be meant of each activity by itself
_WORDS_OF_A_NAME = 6
_ABSENT = frozenset({Form.DASH, Form.BLANK, Form.NOT_APPLICABLE})
#: how many letters of a word may change with its case
_ENDING, _SHORT = 2, 5


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Each later printing is held against the first one; a group that disagrees is reported once."""
    for extraction in extractions:
        groups: dict[str, list[Indicator]] = {}
        for indicator in extraction.indicators:
            groups.setdefault(same_name(indicator.name), []).append(indicator)
        for repeated in groups.values():
            if len(repeated) > 1:
                yield from _group(repeated)
        yield from _nearly_alike([repeated[0] for repeated in groups.values()])


def _group(repeated: list[Indicator]) -> Iterator[Comparison]:
    first = repeated[0]
    worst: Comparison | None = None
    respelled: Indicator | None = None
    for other in repeated[1:]:
        found = _pair(first, other)
        if found.observation is None:
            yield found
        elif worst is None or (worst.observation is not None and worst.observation.severity is not None):
            worst = found if found.observation.severity is None or worst is None else worst
        if first.unit != other.unit and first.kind == other.kind and squeezed(first.unit) == squeezed(other.unit):
            respelled = respelled or other
    if worst is not None:
        yield worst
    elif respelled is not None:
        yield broken(
            "finding.unit-respelled", first, severity=Severity.INFORMATION, expected=respelled.unit, unit=first.unit,
            other=respelled.unit, spot=spot(respelled.at),
        )  # fmt: skip


def _pair(first: Indicator, other: Indicator) -> Comparison:
    pairs = comparable(first, other)
    if not pairs:
        return undecided(*first.yearly, *other.yearly)
    both = [(one, two) for one, two in pairs if one.form in SAYS and two.form in SAYS]
    if first.kind and other.kind and first.kind != other.kind and both:
        return broken(
            "finding.repeat-unit", first, severity=_severity(first, other), expected=other.unit, unit=first.unit,
            other=other.unit, spot=spot(other.at),
        )  # fmt: skip
    conflict = next(((one, two) for one, two in both if one.number != two.number or _answers(one, two)), None)
    about = [value for pair in pairs for value in pair]
    if conflict is not None and first.kind == other.kind:
        one, two = conflict
        return broken(
            "finding.repeat-value", first, one, severity=_severity(first, other), expected=two.reading.raw,
            about=about, other=two.reading.raw, spot=spot(two.at), raw=one.reading.raw,
        )  # fmt: skip
    half = next(((a, b) for a, b in pairs if (a.form in SAYS) != (b.form in SAYS) and _absent(a, b)), None)
    if half is not None and both and first.kind == other.kind:
        one, two = half
        return broken(
            "finding.repeat-absent", first, one, severity=_milder(first, other), expected=two.reading.raw, about=about,
            raw=one.reading.raw, other=two.reading.raw, spot=spot(two.at), row=printed(first.yearly),
            other_row=printed(other.yearly),
        )  # fmt: skip
    return holds(*about) if both else undecided(*about)


def _answers(one: IndicatorValue, two: IndicatorValue) -> bool:
    """«да» against «нет»: forms without a number differ as such."""
    return one.number is None and one.form is not two.form


def _absent(one: IndicatorValue, two: IndicatorValue) -> bool:
    return one.form in _ABSENT or two.form in _ABSENT


def _severity(first: Indicator, other: Indicator) -> Severity | None:
    """The rule's own where the name can only mean one indicator."""
    specific = len(first.name.split()) >= _WORDS_OF_A_NAME or (first.code == other.code and first.code != "")
    return None if specific else Severity.INFORMATION


def _milder(first: Indicator, other: Indicator) -> Severity:
    return _severity(first, other) or Severity.WARNING


def _nearly_alike(names: list[Indicator]) -> Iterator[Comparison]:
    """Two names that differ in the endings of words only, with one unit and the same values."""
    stems: dict[tuple[object, ...], Indicator] = {}
    for indicator in names:
        words = same_name(indicator.name).split()
        if len(words) < _WORDS_OF_A_NAME:
            continue
        values = tuple(value.reading.raw for value in indicator.yearly)
        key = (tuple(w[:-_ENDING] if len(w) > _SHORT else w for w in words), indicator.kind, values)
        first = stems.setdefault(key, indicator)
        if first is not indicator and first.table == indicator.table:
            differing = _differing(first.name, indicator.name)
            if differing is not None:
                yield broken(
                    "finding.nearly-alike", first, severity=Severity.INFORMATION, expected=differing[1],
                    word=differing[0], other=differing[1], spot=spot(indicator.at),
                )  # fmt: skip


def _differing(one: str, two: str) -> tuple[str, str] | None:
    """The first two words that differ."""
    pairs = zip(same_name(one).split(), same_name(two).split(), strict=False)
    return next(((a, b) for a, b in pairs if a != b), None)

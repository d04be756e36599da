"""What is paid for is meant to reach something: a funded activity has an indicator, one with indicators has money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.extract.indicators import same_name
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: fewer activities in common than this, or than half of those with indicators, are numbered in another manner
_FEWEST = 3
_LISTED, _STEM = 12, 5


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """By the codes of the activities, where both tables number them alike; one finding for all that lack something."""
    for extraction in extractions:
        aimed = {indicator.code.strip(" .") for indicator in extraction.indicators if indicator.code.strip(" .")}
        if len(aimed) < _FEWEST:
            continue
        money = _money(extraction)
        if len(aimed & money.keys()) < _FEWEST or len(aimed & money.keys()) * 2 < len(aimed):
            continue
        if not _same_activities(extraction, money):
            continue
        leaves = [code for code in money if not any(other.startswith(f"{code}.") for other in money)]
        lost = any(gap.kind == "gap.lost-head" for gap in extraction.gaps if gap.at.table in _tables(extraction))
        without = [code for code in leaves if money[code][0] and not _reached(code, aimed)]
        for code in leaves:
            if code not in without:
                yield Comparison(Verdict.HOLDS)
        if lost:  # pages of the table are missing: what stood on them is not known
            yield from (Comparison(Verdict.UNDECIDED) for _ in without)
        elif without:
            yield _noticed("finding.money-without-indicator", without, money, None)
        idle = [code for code in leaves if code in aimed and not money[code][0]]
        if idle:
            yield _noticed("finding.indicator-without-money", idle, money, Severity.INFORMATION)


def _same_activities(extraction: Extraction, money: Mapping[str, tuple[bool, Locator, str]]) -> bool:
    """Whether codes mean activities: rows that are only numbered have the same codes and other names."""
    names = {indicator.code.strip(" ."): indicator.element for indicator in extraction.indicators}
    both = [code for code, name in names.items() if code in money and name]
    same = sum(bool(_words(names[code]) & _words(money[code][2])) for code in both)
    return same >= _FEWEST and same * 2 >= len(both)


def _words(name: str) -> set[str]:
    """What tells one activity from another: its words without endings."""
    return {word[:_STEM] for word in same_name(name).split() if len(word) >= _STEM or word.isdigit()}


def _tables(extraction: Extraction) -> set[str]:
    return {indicator.table for indicator in extraction.indicators}


def _money(extraction: Extraction) -> dict[str, tuple[bool, Locator, str]]:
    """By code: whether any amount is not zero, where the activity stands, and its name."""
    financing = {table.id for table in extraction.tables if table.role == "financing"}
    funded: dict[int, bool] = {}
    for figure in extraction.figures:
        if figure.table in financing and figure.adds:
            funded[figure.element] = funded.get(figure.element, False) or bool(figure.reading.value)
    found: dict[str, tuple[bool, Locator, str]] = {}
    for number, element in enumerate(extraction.elements):
        code = element.code.strip(" .")
        if number in funded and code:
            before = found.get(code)
            found[code] = (funded[number] or (before is not None and before[0]), element.at, element.name)
    return found


def _reached(code: str, aimed: set[str]) -> bool:
    """Whether an activity has an indicator of its own, or one of the activities above it has one for all below."""
    parts = code.split(".")
    return any(".".join(parts[:depth]) in aimed for depth in range(1, len(parts) + 1))


def _noticed(
    message: str, codes: list[str], money: Mapping[str, tuple[bool, Locator, str]], severity: Severity | None
) -> Comparison:
    shown = ", ".join(codes[:_LISTED]) + (", …" if len(codes) > _LISTED else "")
    _, at, name = money[codes[0]]
    said: dict[str, object] = {"codes": shown, "count": len(codes)}
    return Comparison(
        Verdict.BROKEN, (), Observation(message, at, said, code=codes[0], element=name, severity=severity)
    )

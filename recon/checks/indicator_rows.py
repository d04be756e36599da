"""How a law about indicators speaks of one: by its name, its unit and the place of the value in question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.indicator import Form, Indicator, IndicatorValue
from recon.model.locator import Locator
from recon.model.rule import Severity

_MARKS = re.compile(r"[\s.]+")


def indicators(extractions: Iterable[Extraction]) -> Iterator[Indicator]:
    """Every indicator of every document."""
    for extraction in extractions:
        yield from extraction.indicators


def holds(*values: IndicatorValue) -> Comparison:
    return Comparison(Verdict.HOLDS, values)


def undecided(*values: IndicatorValue) -> Comparison:
    return Comparison(Verdict.UNDECIDED, values)


def broken(
    message: str,
    indicator: Indicator,
    value: IndicatorValue | None = None,
    *,
    severity: Severity | None = None,
    expected: str = "",
    at: Locator | None = None,
    about: Iterable[IndicatorValue] = (),
    **parameters: object,
) -> Comparison:
    """What does not agree about an indicator, at one of its values or, without one, at its unit."""
    noticed = Observation(
        message,
        at or (value.at if value is not None else indicator.at),
        parameters,
        code=indicator.code if "." in indicator.code.strip(". ") else "",  # a row's number says less than its name
        element=indicator.name,
        period=value.period if value is not None else "",
        stated=value.reading.raw if value is not None else indicator.unit,
        unit="" if value is None else indicator.unit,
        expected=expected,
        severity=severity,
    )
    held = tuple(about) or ((value,) if value is not None else tuple(indicator.values))
    return Comparison(Verdict.BROKEN, held, noticed)


def printed(values: Iterable[IndicatorValue]) -> str:
    """Values as they are printed, a blank shown as such."""
    return "; ".join(value.reading.raw or "…" for value in values)


def squeezed(unit: str) -> str:
    """A unit without blanks and dots: «усл. ед.» and «усл.ед.» are spelled alike but for these."""
    return _MARKS.sub("", unit.lower())


def spot(at: Locator) -> tuple[str, dict[str, object]]:
    """A place inside the sentence of a finding: the line of a text, the cell of a workbook, else table and row."""
    if at.sheet is not None and at.cell is not None:
        return "spot.cell", {"sheet": at.sheet, "cell": at.cell}
    if at.line is not None:
        return "spot.line", {"line": str(at.line)}
    if at.page is not None:
        return "spot.page", {"page": str(at.page), "row": str(at.row or "")}
    return "spot.row", {"table": (at.table or "").removeprefix("t"), "row": str(at.row or "")}


def comparable(one: Indicator, other: Indicator) -> list[tuple[IndicatorValue, IndicatorValue]]:
    """Values of two rows for one period each; periods of lost heads can be held together inside one table only."""
    theirs = {value.period: value for value in other.yearly if value.period}
    known = one.table == other.table
    return [
        (value, theirs[value.period])
        for value in one.yearly
        if value.period in theirs and (known or not value.period.startswith("column"))
    ]


def is_zero(value: IndicatorValue) -> bool:
    return value.form is Form.NUMBER and value.number == 0

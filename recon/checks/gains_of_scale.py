"""Who gains points with a few more: the list names all of them, and each with the gain that the scale gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches

from recon.checks.indicator_rows import spot
from recon.checks.share_of_whole import Shares
from recon.extract.indicators import same_name
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.rule import Severity
from recon.model.statistics import GainList, Scale, StatisticsRow, StatisticsTable

#: two thirds of the names of a list have to be rows of the table before the list is held against it
_KNOWN = 3
_ALIKE = 0.85


def gains(extraction: Extraction, table: StatisticsTable, shares: Shares, scale: Scale) -> Iterator[Comparison]:
    """Every list of gains that speaks of the rows of this table."""
    rows = {same_name(row.label): row for row in table.rows if row.kind == "row"}
    for listed in extraction.gains:
        named = {same_name(name): (gain, at, name) for name, gain, at in listed.entries}
        if len(named.keys() & rows.keys()) * _KNOWN < len(named) * (_KNOWN - 1):
            continue
        for name in named.keys() - rows.keys():  # a body that the list names a little differently
            alike = get_close_matches(name, rows.keys() - named.keys(), 1, _ALIKE)
            named.update((row, named[name]) for row in alike)
        for key, row in rows.items():
            yield _row(row, named.get(key), listed, shares, scale)


def _row(
    row: StatisticsRow, entry: tuple[Decimal, Locator, str] | None, listed: GainList, shares: Shares, scale: Scale
) -> Comparison:
    ratio = shares.ratio(row)
    if ratio is None:
        return Comparison(Verdict.UNDECIDED)
    part, whole = ratio
    now, then = scale.points(part * 100, whole), scale.points((part + listed.more) * 100, whole)
    if now is None or then is None:
        return Comparison(Verdict.UNDECIDED)
    gain = then - now
    said: dict[str, object] = {
        "name": row.label,
        "gain": _printed(gain),
        "was": f"{_printed(part)}/{_printed(whole)}",
        "new": f"{_printed(part + listed.more)}/{_printed(whole)}",
        "spot": spot(row.at),
    }
    if entry is None:
        if gain <= 0:
            return Comparison(Verdict.HOLDS)
        noticed = Observation(
            "finding.gain-left-out", listed.at, said, code=row.code, element=row.label, expected=_printed(gain),
            severity=Severity.WARNING,
        )  # fmt: skip
        return Comparison(Verdict.BROKEN, (), noticed)
    printed, at, _ = entry
    if printed == gain:
        return Comparison(Verdict.HOLDS)
    noticed = Observation(
        "finding.gain-differs", at, {**said, "raw": _printed(printed)}, code=row.code, element=row.label,
        stated=_printed(printed), expected=_printed(gain),
    )  # fmt: skip
    return Comparison(Verdict.BROKEN, (), noticed)


def _printed(value: Decimal) -> str:
    whole = value.normalize()
    return f"{whole:f}".replace(".", ",")

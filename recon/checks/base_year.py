"""A base value is of the year that the name compares with: «от числа отказов в 2018 году»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from recon.checks.indicator_rows import broken, holds, indicators, undecided
from recon.extract.wording import normalise
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import Indicator
from recon.model.period import years_of
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_NEW_YEAR = re.compile(r"0?1[./]0?1[./]((?:19|20)\d\d)")
#: words that make a year one of comparison: «к уровню 2018 года», «от числа … в 2018 году», «по сравнению с 2018 годом»
_COMPARED = re.compile(
    r"(?:(?:к|от|относительно|против)\b[^,;]{0,80}?\b(?:уровн\w+|числ\w+|количеств\w+|объем\w+|показател\w+|значени\w+)"
    r"[^,;]{0,60}?|по (?:сравнению|отношению) (?:с|со|к)\b[^,;]{0,60}?|базов\w+[^,;]{0,40}?"
    r"|(?:compared (?:with|to)|relative to|base year)[^,;]{0,40}?)\b((?:19|20)\d\d)(?!\d)(?! ?-)"
)


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """The year that a name compares with, against the date of the base value."""
    for indicator in indicators(extractions):
        base = indicator.base
        found = _COMPARED.search(normalise(indicator.name))
        if base is None or found is None:
            continue
        named = int(found[1])
        first = min((year for value in indicator.yearly for year in years_of(value.period)), default=None)
        if first is not None and named >= first and not indicator.base_date:
            continue  # a year that lies ahead is a target, not a base
        dated = base_years(indicator)
        if not dated:
            yield undecided(base)
        elif named in dated:
            yield holds(base)
        else:
            printed = indicator.base_date or base.period
            yield broken("finding.base-year", indicator, base, expected=str(named), named=str(named), date=printed)


def base_years(indicator: Indicator) -> set[int]:
    """Years that the date of a base value may stand for: the first of January ends the year before."""
    base = indicator.base
    if indicator.base_date:
        new_year = _NEW_YEAR.fullmatch(indicator.base_date.strip(" г."))
        years = {int(year) for year in _YEAR.findall(indicator.base_date)}
        return years | {int(new_year[1]) - 1} if new_year else years
    return set(years_of(base.period)) if base is not None else set()

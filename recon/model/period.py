"""Periods: a year, a span of years, a total over the years, or a column whose head is lost."""

from __future__ import annotations

import re
from functools import lru_cache

TOTAL = "total"
_PART = "part "
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN = re.compile(r"((?:19|20)\d\d)-((?:19|20)\d\d)")


@lru_cache(maxsize=1024)
def years_of(period: str) -> range:
    """The years that a period covers: one for `2020`, several for `2019-2025`, none for `total`."""
    if _YEAR.fullmatch(period):
        return range(int(period), int(period) + 1)
    span = _SPAN.fullmatch(period)
    return range(int(span[1]), int(span[2]) + 1) if span else range(0)


@lru_cache(maxsize=1024)
def is_year(period: str) -> bool:
    return _YEAR.fullmatch(period) is not None


def unknown_column(number: int) -> str:
    """The period of a column whose head is lost: columns can be told apart, not named."""
    return f"column {number}"


def unnumbered_part(label: str) -> str:
    """A period that makes up a total and has no year's number: «последний год», or one that its sums show to be so."""
    return f"{_PART}{label}"


def printed_name(period: str) -> str:
    """A period as its head names it."""
    return period.removeprefix(_PART)


@lru_cache(maxsize=1024)
def is_part(period: str) -> bool:
    """Whether a period is one of those that make up a total: a year, or a part without a year's number."""
    return is_year(period) or period.startswith(_PART)

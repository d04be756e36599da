"""Periods: a year, a span of years, a total over the years, or a column whose head is lost."""

from __future__ import annotations

import re

TOTAL = "total"
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPAN = re.compile(r"((?:19|20)\d\d)-((?:19|20)\d\d)")


def years_of(period: str) -> range:
    """The years that a period covers: one for `2020`, several for `2019-2025`, none for `total`."""
    if _YEAR.fullmatch(period):
        return range(int(period), int(period) + 1)
    span = _SPAN.fullmatch(period)
    return range(int(span[1]), int(span[2]) + 1) if span else range(0)


def is_year(period: str) -> bool:
    return _YEAR.fullmatch(period) is not None


def unknown_column(number: int) -> str:
    """The period of a column whose head is lost: columns can be told apart, not named."""
    return f"column {number}"

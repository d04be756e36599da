"""Statements of one source that state their total without it: «из бюджета города: 2031 год – 40,0, …; всего – 90,0»."""

from __future__ import annotations

from collections.abc import Sequence

from recon.extract.adds_up import along_periods
from recon.model.figure import Figure
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL


def take_years_for_those_of_all(figures: Sequence[Figure]) -> str:
    """Where the years of the only source that is named make up the total, or nearly so, they are the total's own.

    figures: of one element. The source that they had, "" where nothing changed.
    """
    sources = {figure.source for figure in figures} - {TOTAL}
    totals = [figure for figure in figures if figure.source == TOTAL]
    years = [figure for figure in figures if figure.source != TOTAL]
    if len(sources) != 1 or len(totals) != 1 or totals[0].period != ALL_YEARS:
        return ""
    if any(figure.period == ALL_YEARS for figure in years):
        return ""
    source = sources.pop()
    for figure in years:
        figure.source = TOTAL
    found = along_periods(figures)
    if found.holding + found.near:
        return source
    give_back(years, source)
    return ""


def give_back(years: Sequence[Figure], source: str) -> None:
    for figure in years:
        figure.source = source

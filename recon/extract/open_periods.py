"""Columns of the years behind those that a table parts, where no total of the table counts them."""

from __future__ import annotations

from collections.abc import Sequence

from recon.extract.adds_up import along_periods
from recon.extract.periods import period_named
from recon.extract.wording import Wording
from recon.model.figure import Figure
from recon.model.period import printed_name

#: so many totals hold without it, before a column is held to be counted in none
_FEWEST = 3


def settle_open_periods(figures: Sequence[Figure], words: Wording) -> None:
    """«После 2026 года» may stand beside a total that does not count it: then it is no part of one."""
    parts = {period for period in {f.period for f in figures} if period != printed_name(period)}
    opened = {period for period in parts if period_named(printed_name(period), words) == period}
    if not opened:
        return
    tables: dict[str, list[Figure]] = {}
    for figure in figures:
        tables.setdefault(figure.table, []).append(figure)
    for table in tables.values():
        adding = [figure for figure in table if figure.adds]
        for period in opened.intersection(figure.period for figure in table):
            without = along_periods([figure for figure in adding if figure.period != period])
            if without.holding >= _FEWEST and not without.broken and not along_periods(adding).holding:
                for figure in table:
                    figure.period = printed_name(period) if figure.period == period else figure.period

"""Title, passport and tables of a programme speak of one period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from recon.checks.form import holds, told, undecided
from recon.checks.indicator_rows import spot
from recon.ledger.columns import columns_of
from recon.ledger.grouping import grouped
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.period import is_year
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """The title against the passport, then the years with money against the last year of the period."""
    for extraction in extractions:
        outline = extraction.outline()
        title, period = outline.title_period, outline.period
        if period is None and (title is not None or extraction.figures):
            yield undecided()
        if title is not None and period is not None:
            if title[:2] == period[:2]:
                yield holds()
            else:
                printed, stated = (f"{first}–{last}" for first, last, _ in (title, period))
                said: dict[str, object] = {"title": printed, "period": stated, "spot": spot(period[2])}
                yield told("finding.title-period", title[2], said, stated=printed, expected=stated)
        if period is not None:
            yield from _columns(extraction, period[0], period[1])


def _columns(extraction: Extraction, first: int, last: int) -> Iterator[Comparison]:
    """Years of the financing tables that lie behind the period and have money."""
    columns = columns_of(extraction)
    amounts = columns.period.are(is_year) & columns.adds & columns.role.are("amount".__eq__)
    inside = columns.period.are(lambda period: is_year(period) and first <= int(period) <= last)
    behind = columns.period.are(lambda period: is_year(period) and last < int(period)) & (columns.whole != 0)
    tables = grouped(np.flatnonzero(amounts), columns.table.codes)
    for number in range(len(tables)):
        own = tables[number]
        if not inside[own].any():
            yield undecided()  # a table of other years speaks of something else
            continue
        beyond = own[behind[own]]
        if not len(beyond):
            yield holds()
            continue
        figure = extraction.figures[int(beyond[0])]
        said: dict[str, object] = {"year": figure.period, "period": f"{first}–{last}"}
        yield told(
            "finding.year-behind-period", figure.at, said, source=figure.source, period=figure.period,
            stated=figure.reading.raw, unit=figure.unit,
        )  # fmt: skip

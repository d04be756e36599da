"""Tables that hold no money: of indicators, of statistics, and lists of those whose points rise."""

from __future__ import annotations

from recon.extract.gain_lists import gain_list_of
from recon.extract.heads import Layout
from recon.extract.indicator_columns import columns_of
from recon.extract.indicators import IndicatorTable
from recon.extract.page_breaks import Grid
from recon.extract.statistics import statistics_of
from recon.extract.wording import Wording
from recon.model.figure import Extraction, Gap, TableMeaning
from recon.model.locator import Locator


def read_indicators(grid: Grid, layout: Layout | None, title: str, extraction: Extraction, words: Wording) -> bool:
    """Whether the grid is a table of indicators, with or without its head; they go into the extraction."""
    columns = columns_of(grid, layout, words)
    if columns is None:
        return False
    found = IndicatorTable(grid, columns, extraction.document.path, words).read()
    if not found:
        return False
    meaning = _meaning(grid, "indicators", title, extraction)
    if columns.lost_head or grid.lost_head:
        extraction.gaps.append(Gap("gap.lost-head", meaning.at))
    extraction.indicators.extend(found)
    return True


def read_statistics(grid: Grid, title: str, extraction: Extraction, words: Wording) -> bool:
    """Whether the grid is a table of statistics, or a list of gains, that can be worked out again."""
    table = statistics_of(grid, extraction.document.path, words)
    gains = gain_list_of(grid, extraction.document.path) if table is None else None
    if table is None and gains is None:
        return False
    _meaning(grid, "statistics", title, extraction)
    extraction.statistics += [table] if table is not None else []
    extraction.gains += [gains] if gains is not None else []
    return True


def _meaning(grid: Grid, role: str, title: str, extraction: Extraction) -> TableMeaning:
    at = Locator(extraction.document.path, grid.line, grid.id, 1, 1, grid.sheet)
    meaning = TableMeaning(grid.id, role, title, "", at)
    extraction.tables.append(meaning)
    return meaning

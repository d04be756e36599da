"""A total of which only the years of each source are told equals all of them together.

«Общий объём – 90, в том числе: областной бюджет: 2024 год – 25, 2025 год – 35; местный бюджет: 2025 год – 30», or a
table of one total and, under each year, a column for each source: neither source has a total and neither year has one,
so that no other rule can hold the total against anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import lookup
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.period import is_part
from recon.model.source import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """One identity for each total beside which no total of a source and none of a year is stated."""
    if not len(ledger):
        return BoundIdentities.none()
    found = lookup(ledger)
    if TOTAL not in found.sources or ALL_YEARS not in found.periods:
        return BoundIdentities.none()
    tree = vocabulary.source_tree
    year = np.array([is_part(period) for period in found.periods])[found.period]
    addend = np.array([TOTAL in tree.ancestors(source) for source in found.sources])[found.source]
    grand = found.source == found.sources.index(TOTAL)
    grand &= found.period == found.periods.index(ALL_YEARS)
    usable = found.countable(np.ones(len(ledger), np.bool_))
    part = usable & addend & year
    # A line that tells anything else than its total and the years of sources is summed up another way.
    summed = np.zeros(found.lines, np.bool_)
    summed[found.line[usable & grand]] = True
    summed[found.line[usable & ~grand & ~part]] = False
    part &= summed[found.line]
    for line, sources in _sources_by_line(found.line[part], found.source[part]).items():
        named = {found.sources[source] for source in sources}
        if len(named) < 2 or any(named.intersection(tree.ancestors(source)) for source in named):
            summed[line] = False
    total = np.flatnonzero(usable & grand & summed[found.line]).astype(np.int32)
    number = np.full(found.lines, -1, np.int32)
    number[found.line[total]] = np.arange(len(total), dtype=np.int32)
    member = np.flatnonzero(part & (number[found.line] >= 0)).astype(np.int32)
    of = number[found.line[member]]
    peopled, renumbered = np.unique(of, return_inverse=True)
    return BoundIdentities(total[peopled], None, member, of=renumbered.astype(np.int32))


def _sources_by_line(lines: np.ndarray, sources: np.ndarray) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for line, source in zip(lines.tolist(), sources.tolist(), strict=True):
        found.setdefault(line, set()).add(source)
    return found

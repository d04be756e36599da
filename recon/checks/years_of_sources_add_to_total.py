"""A total of which a statement tells only the years of each source equals all of them together.

«Общий объём – 90, в том числе: областной бюджет: 2024 год – 25, 2025 год – 35; местный бюджет: 2025 год – 30»: neither
source has a total and neither year has one, so that no other rule can hold the total against anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import categories, codes, lookup
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.period import is_part
from recon.model.source import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """One identity for each total in prose whose line states no total of a source and none of a year."""
    roles = categories(ledger, "table_role") if len(ledger) else ()
    if "passport" not in roles:
        return BoundIdentities.none()
    found = lookup(ledger)
    if TOTAL not in found.sources or ALL_YEARS not in found.periods:
        return BoundIdentities.none()
    tree = vocabulary.source_tree
    of_all = found.source == found.sources.index(TOTAL)
    over_all = found.period == found.periods.index(ALL_YEARS)
    year = np.array([is_part(period) for period in found.periods])[found.period]
    addend = np.array([TOTAL in tree.ancestors(source) for source in found.sources])[found.source]
    usable = found.countable(codes(ledger, "table_role") == roles.index("passport"))
    # A line that tells anything else than its total and the years of sources is summed up another way.
    told_otherwise = np.zeros(found.lines, np.bool_)
    told_otherwise[found.line[usable & ~(of_all & over_all) & ~(addend & year)]] = True
    for line, sources in _sources_by_line(found.line[usable & addend], found.source[usable & addend]).items():
        named = {found.sources[source] for source in sources}
        if len(named) < 2 or any(named.intersection(tree.ancestors(source)) for source in named):
            told_otherwise[line] = True
    total = np.flatnonzero(usable & of_all & over_all & ~told_otherwise[found.line]).astype(np.int32)
    number = np.full(found.lines, -1, np.int32)
    number[found.line[total]] = np.arange(len(total), dtype=np.int32)
    member = np.flatnonzero(usable & addend & year & (number[found.line] >= 0)).astype(np.int32)
    of = number[found.line[member]]
    peopled, renumbered = np.unique(of, return_inverse=True)
    return BoundIdentities(total[peopled], None, member, of=renumbered.astype(np.int32))


def _sources_by_line(lines: np.ndarray, sources: np.ndarray) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for line, source in zip(lines.tolist(), sources.tolist(), strict=True):
        found.setdefault(line, set()).add(source)
    return found

"""The balances of one budget table, from its rows and columns into the extraction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from recon.extract.signed_sums import Signed, signed_columns, signed_rows
from recon.model.figure import Balance, Extraction, Figure

if TYPE_CHECKING:
    from recon.extract.budget_tables import Understood

#: the figures of a table, by row and column
Made = Mapping[tuple[int, int], Figure]


def add_balances(found: Understood, amounts: list[list[int]], made: Made, extraction: Extraction) -> set[int]:
    """Put every balance into the extraction; the rows that others make up."""
    columns, parents = found.columns, found.hierarchy.parent
    relations = (*columns.relations, *columns.differences)
    totals = {relation.total for relation in relations}
    taken = sorted({k for _, k in made})
    own = [k for k in taken if k not in totals and k not in columns.of_which]
    loose = [n for n, parent in enumerate(parents) if parent < 0 and n not in found.hierarchy.details]
    rows = signed_rows(amounts, own, loose, set(parents))
    for row, parts in rows.items():
        for k in taken:
            _add({n: made.get((n, k)) for n in (row, *(r for r, _ in parts))}, row, parts, extraction)
    if not relations and not columns.of_which:  # what follows from sums that are known already is no balance
        for column, parts in signed_columns(amounts, taken).items():
            for n in range(len(parents)):
                _add({k: made.get((n, k)) for k in (column, *(k for k, _ in parts))}, column, parts, extraction)
    return set(rows)


def _add(figures: Mapping[int, Figure | None], whole: int, parts: Signed, extraction: Extraction) -> None:
    stated = figures[whole]
    told = [(figure, sign) for place, sign in parts if (figure := figures[place]) is not None]
    if stated is not None and len(told) == len(parts):
        extraction.balances.append(Balance(stated, tuple(told)))

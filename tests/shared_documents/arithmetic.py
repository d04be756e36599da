"""What must add up in a financing table, worked out the slow and obvious way, apart from `recon`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tests.shared_documents.twins import FinancingTable

Cell = tuple[int, int]  # row and year of the table, both from 0


@dataclass(frozen=True)
class Sum:
    """A stated figure and its parts. name: rule, code, source, period."""

    name: tuple[str, str, str, str]
    stated: Cell
    parts: tuple[Cell, ...]


def source_of(printed: str) -> str:
    words = printed.lower()
    if words == "всего":
        return "total"
    return "federal" if "федеральный" in words else "regional" if "областной" in words else "local"


def sums(table: FinancingTable) -> list[Sum]:
    """Every total with its sources, and every parent with its children, per year."""
    rows: dict[str, dict[str, int]] = {}
    for number, row in enumerate(table.rows):
        rows.setdefault(table.codes[row.element], {})[source_of(row.source)] = number
    found = []
    for code, by_source in rows.items():
        children = [c for c in rows if c and (c.rpartition(".")[0] == code)]
        for at, year in enumerate(table.years):
            parts = tuple((row, at) for source, row in by_source.items() if source != "total")
            found.append(Sum(("SRC01", code, "total", year), (by_source["total"], at), parts))
            if children:
                for source, row in by_source.items():
                    below = tuple((rows[child][source], at) for child in children if source in rows[child])
                    found.append(Sum(("HIE01", code, source, year), (row, at), below))
    return found


def broken(table: FinancingTable) -> set[tuple[str, str, str, str, Decimal, Decimal]]:
    """Sums that do not agree: rule, code, source, period, stated, computed. One with a blank figure is left out."""
    found = set()
    for identity in sums(table):
        printed = [table.rows[row].amounts[year] for row, year in (identity.stated, *identity.parts)]
        if "" not in printed:
            stated, *parts = (Decimal(text.replace(",", ".")) for text in printed)
            if stated != sum(parts):
                found.add((*identity.name, stated, sum(parts, Decimal(0))))
    return found

"""Sums that prose lists, a total and its parts, as a table of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from recon.model.amount import Reading
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount. name: the words before it. at: its paragraph and its characters in it. text: of that paragraph."""

    reading: Reading
    name: str
    at: Locator
    text: str

    @property
    def value(self) -> Decimal:
        return self.reading.value or Decimal(0)


@dataclass(frozen=True, slots=True)
class Sum:
    total: Amount
    parts: list[Amount]


def take(sums: list[Sum], unit: str, extraction: Extraction) -> None:
    """Put sums into the extraction, as one table in which every total stands above its parts."""
    passports = sum(meaning.id.startswith("p") for meaning in extraction.tables)
    name = f"p{passports + 1}"
    used = {amount.at.paragraph: amount.text for one in sums for amount in [one.total, *one.parts]}
    rows = {paragraph: row for row, paragraph in enumerate(sorted(used, key=lambda n: n or 0), start=1)}
    extraction.grids[name] = [[used[paragraph]] for paragraph in rows]
    at = sums[0].parts[0].at._replace(table=name)
    extraction.tables.append(TableMeaning(name, "financing", "", unit, at))
    if not unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    if not any(_LETTER.search(part.name) for one in sums for part in one.parts[1:]):
        extraction.gaps.append(Gap("gap.lost-head", at))
    for number, one in enumerate(sums, start=1):
        root = len(extraction.elements)
        for n, amount in enumerate([one.total, *one.parts]):
            place = amount.at._replace(table=name, row=rows[amount.at.paragraph])
            label = amount.name if _LETTER.search(amount.name) else f"{number}.{n}" if n else f"{number}"
            key = f"{name} {number} {n}"
            extraction.elements.append(Element(name, "", label, key, root if n else -1, place))
            extraction.figures.append(Figure(name, root + n, TOTAL, ALL_YEARS, amount.reading, unit, place))

"""The ledger: every figure once, in columns, with exact whole-number amounts.

An amount is a whole number of minor units: multiples of 10**exponent of its unit's base (of rubles, not of
thousands), so that figures printed in different units of one currency compare and add without conversion.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from recon.model.amount import Unit
from recon.model.locator import Locator

if TYPE_CHECKING:
    import pandas as pd

#: The unit of a figure whose unit is not printed anywhere: comparable with its like only.
UNKNOWN_UNIT = Unit("", "", 0)


@dataclass(slots=True)
class Ledger:
    """All figures of a run.

    figures: one row a figure, schema `recon.ledger.schema.FIGURES`; the row number is the figure's name.
    elements: one row an element: document, table, code, name, key, parent (row number, -1 for a root).
    exponent: power of ten of the minor unit. units: units by code.
    """

    figures: pd.DataFrame
    elements: pd.DataFrame
    exponent: int
    units: dict[str, Unit]

    def unit(self, figure: int) -> Unit:
        return self.units.get(self.figures["unit"].iat[figure], UNKNOWN_UNIT)

    def in_unit(self, minor: int, unit: Unit) -> Decimal:
        """A whole number of minor units as an exact decimal of `unit`."""
        return Decimal(minor).scaleb(self.exponent - unit.power)

    def locator(self, figure: int) -> Locator:
        row = self.figures.iloc[figure]
        place = {name: row[name] for name in ("sheet", "cell") if name in row and row[name]}
        place |= {name: int(row[name]) for name in ("line", "row", "column", "page") if name in row and row[name] > 0}
        if "span_start" in row and row["span_end"] > 0:
            place["span"] = (int(row["span_start"]), int(row["span_end"]))
        return Locator(document=str(row["document"]), table=str(row["table"]) or None, **place)

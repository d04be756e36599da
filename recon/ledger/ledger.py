"""The ledger: every figure once, in columns, with exact whole-number amounts.

An amount is a whole number of minor units: multiples of 10**exponent of its unit's base (of rubles, not of
thousands), so that figures printed in different units of one currency compare and add without conversion.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from recon.model.amount import Unit
from recon.model.locator import Locator

if TYPE_CHECKING:
    import pandas as pd

#: The unit of a figure whose unit is not printed anywhere: comparable with its like only.
UNKNOWN_UNIT = Unit("", "", 0)
_NUMBERS = ("line", "row", "column", "page")


@dataclass(slots=True)
class Ledger:
    """All figures of a run.

    figures: one row a figure, schema `recon.ledger.schema.FIGURES`; the row number is the figure's name.
    elements: one row an element: document, table, code, name, key, parent (row number, -1 for a root).
    exponent: power of ten of the minor unit. units: units by code.
    derived: what the checks have worked out from the figures, once for all rules (see `recon.checks.lookup`).
    """

    figures: pd.DataFrame
    elements: pd.DataFrame
    exponent: int
    units: dict[str, Unit]
    derived: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.figures)

    def unit(self, figure: int) -> Unit:
        return self.units.get(str(self.figures["unit"].iat[figure]), UNKNOWN_UNIT)

    def in_unit(self, minor: int, unit: Unit) -> Decimal:
        """A whole number of minor units as an exact decimal of `unit`."""
        sign = 1 if minor < 0 else 0
        return Decimal((sign, tuple(map(int, str(abs(minor)))), self.exponent - unit.power))

    def locator(self, figure: int) -> Locator:
        frame = self.figures

        def at(name: str) -> Any:
            return frame[name].iat[figure] if name in frame else None

        place: dict[str, Any] = {name: str(at(name)) for name in ("sheet", "cell") if at(name)}
        place |= {name: int(value) for name in _NUMBERS if (value := at(name)) is not None and value > 0}
        if (end := at("span_end")) is not None and end > 0:
            place["span"] = (int(at("span_start")), int(end))
        return Locator(document=str(at("document")), table=str(at("table")) or None, **place)

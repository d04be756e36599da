"""The ledger: every figure once, in columns, with exact whole-number amounts.

An amount is a whole number of minor units: multiples of 10**exponent of its unit's base (of rubles, not of
thousands), so that figures printed in different units of one currency compare and add without conversion.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from recon.model.amount import WIDE, Unit
from recon.model.locator import Locator

if TYPE_CHECKING:
    import pandas as pd

#: The unit of a figure whose unit is not printed anywhere: comparable with its like only.
UNKNOWN_UNIT = Unit("", "", 0)
_NUMBERS = ("line", "row", "column", "page", "paragraph")
#: columns that hold the box of a figure on its page, in tenths of a point; not there where no document has pages
BOX = ("box_left", "box_top", "box_right", "box_bottom")


@dataclass(slots=True)
class Ledger:
    """All figures of a run.

    figures: one row a figure, schema `recon.ledger.schema.FIGURES`; the row number is the figure's name.
    elements: one row an element: document, table, code, name, key, parent (row number, -1 for a root).
    exponent: power of ten of the minor unit. units: units by code.
    indicators: values that are no money, schema `recon.ledger.indicators.schema`; None where there are none.
    balances: figures with those that make them up, each with its sign, by row.
    derived: what the checks have worked out from the figures, once for all rules (see `recon.checks.lookup`).
    """

    figures: pd.DataFrame
    elements: pd.DataFrame
    exponent: int
    units: dict[str, Unit]
    indicators: pd.DataFrame | None = None
    balances: list[tuple[int, tuple[tuple[int, int], ...]]] = field(default_factory=list)
    derived: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.figures)

    def at(self, column: str, figure: int) -> Any:
        """One value of the figures; text as `str`, numbers as `int`; None where the ledger lacks the column."""
        return self._value("figures", column, figure)

    def of_element(self, column: str, element: int) -> Any:
        """One value of the elements."""
        return self._value("elements", column, element)

    def _value(self, frame: str, column: str, row: int) -> Any:
        # A frame is slow at single values: what reports ask for again and again is taken out of it once.
        names, values = self.derived.get((frame, column)) or self._take_out(frame, column)
        if values is None:
            return None
        value = values[row]
        return names[value] if names is not None else value if isinstance(value, str) else int(value)

    def _take_out(self, frame: str, column: str) -> tuple[list[str] | None, Any]:
        whole = getattr(self, frame)
        names: list[str] | None = None
        values: Any = None
        if column in whole:
            values = whole[column].array
            if hasattr(values, "codes"):
                names, values = [str(name) for name in values.categories], values.codes
            elif values.dtype.kind == "i":
                values = values.to_numpy()
        taken = self.derived[frame, column] = names, values
        return taken

    def unit(self, figure: int) -> Unit:
        return self.units.get(self.at("unit", figure), UNKNOWN_UNIT)

    def in_unit(self, minor: int, unit: Unit) -> Decimal:
        """A whole number of minor units as an exact decimal of `unit`."""
        return Decimal(minor).scaleb(self.exponent - unit.power, WIDE)

    def locator(self, figure: int) -> Locator:
        place: dict[str, Any] = {name: value for name in ("sheet", "cell") if (value := self.at(name, figure))}
        place |= {name: value for name in _NUMBERS if (value := self.at(name, figure))}
        if end := self.at("span_end", figure):
            place["span"] = (self.at("span_start", figure), end)
        if place.get("page") and self.at(BOX[2], figure):
            place["bbox"] = tuple(self.at(side, figure) / 10 for side in BOX)
        return Locator(document=self.at("document", figure), table=self.at("table", figure) or None, **place)

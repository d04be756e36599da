"""How a table is laid out: which columns hold codes, names, sources and figures of which period and role."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures: 0-based index, period, role, and its own unit ("" where the table's holds).

    share: a column of percentages, or of what is counted and no money, among amounts.
    """

    index: int
    period: str
    role: str
    unit: str
    label: str
    share: bool = False


@dataclass(slots=True)
class Layout:
    """How a table is laid out. first: index of the first row of data; code, name, source: columns, None if absent.

    status: the column that says of each name on which level it stands, where the names do not («Подпрограмма 1»).
    units: the column that says for each row in which unit it is, where one of them is a unit of money.
    by_spender: what stands in the place of sources is those who spend, and they make up each element.
    """

    first: int
    columns: list[FigureColumn]
    code: int | None = None
    name: int | None = None
    source: int | None = None
    unit: str = ""
    head: str = ""
    units: int | None = None
    lost_head: bool = False
    status: int | None = None
    by_spender: bool = False

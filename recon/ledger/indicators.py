"""The part of the ledger that holds no money: values of indicators and statistics in columns, behind one schema.

It is a frame of its own, so that no sum over figures can take in an indicator.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from recon.model.amount import Reading, State
from recon.model.errors import InexactAmount
from recon.model.indicator import Form, IndicatorValue
from recon.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from recon.model.figure import Extraction

_ROLES = ("indicator", "base", "actual", "total", "count", "share", "points", "weight")
_TEXTS = {
    "document": "path of the document, as the user named it",
    "table": "number of the table in its document, `t1`, …",
    "code": "code of the activity, as printed",
    "element": "name of the indicator, or of the row of a table of statistics",
    "parent": "the activity that the indicator belongs to, by code or name",
    "period": "year, or what is known of the column whose head is lost; empty in statistics",
    "unit": "unit as printed; of statistics the head of the column",
    "amount": "the number with a point, as exact as it is printed; of «≥ 15» the bound; empty where none is printed",
    "raw": "as printed",
    "sheet": "sheet of a workbook, empty where there is none",
    "cell": "cell of a workbook, empty where there is none",
}
#: of one value, from the first to the finest printed one; no real indicator has as many
_MOST_DIGITS = 38
_NUMBERS = ("line", "row", "column", "page")
#: document, table role, code, element, parent, unit, and the value itself
_Row = tuple[str, str, str, str, str, str, IndicatorValue]


@cache
def schema() -> Any:
    """What the columns hold (pandera), checked at one border."""
    import pandera.pandas as pa

    columns = {name: pa.Column(object, description=text) for name, text in _TEXTS.items()}
    columns["amount"] = pa.Column(object, pa.Check.str_matches(r"^(?:-?\d+(?:\.\d+)?)?$"))
    columns |= {name: pa.Column("int32", pa.Check.ge(0)) for name in _NUMBERS}
    columns["table_role"] = pa.Column(object, pa.Check.isin(("indicators", "statistics")))
    columns["role"] = pa.Column(object, pa.Check.isin(_ROLES))
    columns["form"] = pa.Column(object, pa.Check.isin([form.value for form in Form]))
    columns["state"] = pa.Column("int8", pa.Check.in_range(0, len(State) - 1))
    columns["decimals"] = pa.Column("int8", pa.Check.in_range(-_MOST_DIGITS, _MOST_DIGITS))
    return pa.DataFrameSchema(columns, strict=True, name="indicators")


def refuse_inexact(extraction: Extraction) -> None:
    """InexactAmount: a value has more digits than any indicator, so it is none, and sums of it would take for ever."""
    for value in extraction.stated_values():
        number = value.number
        if number is not None and len(f"{number:f}".lstrip("-").replace(".", "")) > _MOST_DIGITS:
            line = value.at.line or value.at.row or 0
            path = extraction.document.path
            raise InexactAmount("error.amount-too-long", path=path, line=line, amount=value.reading.raw)


def build(extractions: Sequence[Extraction]) -> pd.DataFrame | None:
    """All values of these documents, one a row, in the order of `stated_values`; None where there are none."""
    rows = [row for extraction in extractions for row in _rows(extraction)]
    if not rows:
        return None
    import pandas as pd

    whole = schema()
    columns = _columns(rows)
    kinds = {name: str(column.dtype) for name, column in whole.columns.items()}
    frame = pd.DataFrame(
        {
            name: pd.Series(columns[name], dtype=kind if kind.startswith("int") else object)
            for name, kind in kinds.items()
        }
    )
    checked: pd.DataFrame = whole.validate(frame, lazy=True)
    return checked


def _columns(rows: Sequence[_Row]) -> dict[str, Sequence[Any]]:
    document, table_role, code, element, parent, unit, values = zip(*rows, strict=True)
    places = dict(zip(Locator._fields, zip(*(value.at for value in values), strict=True), strict=True))
    readings = dict(zip(Reading._fields, zip(*(value.reading for value in values), strict=True), strict=True))
    columns: dict[str, Sequence[Any]] = {
        "document": document, "table_role": table_role, "code": code, "element": element, "parent": parent,
        "unit": unit, "decimals": readings["decimals"], "raw": readings["raw"],
        "state": [int(state) for state in readings["state"]],
        "role": [value.role for value in values],
        "period": [value.period for value in values],
        "form": [value.form.value for value in values],
        "amount": ["" if (number := value.number) is None else f"{number:f}" for value in values],
    }  # fmt: skip
    columns |= {name: [text or "" for text in places[name]] for name in ("table", "sheet", "cell")}
    columns |= {name: [number or 0 for number in places[name]] for name in _NUMBERS}
    return columns


def _rows(extraction: Extraction) -> Iterator[_Row]:
    path = extraction.document.path
    for indicator in extraction.indicators:
        parent = indicator.element or indicator.code
        for value in indicator.values:
            yield path, "indicators", indicator.code, indicator.name, parent, indicator.unit, value
    for table in extraction.statistics:
        heads = {column.index: column.label for column in table.columns}
        for row in table.rows:
            for column, value in row.values.items():
                yield path, "statistics", row.code, row.label, "", heads[column], value

"""The part of the ledger that holds no money: values of indicators and statistics in columns, behind one schema.

It is a frame of its own, so that no sum over figures can take in an indicator.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from recon.model.amount import State
from recon.model.errors import InexactAmount
from recon.model.indicator import Form, IndicatorValue

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
    values = chain(
        (value for indicator in extraction.indicators for value in indicator.values),
        (value for table in extraction.statistics for row in table.rows for value in row.values.values()),
    )
    for value in values:
        if value.number is not None and len(f"{value.number:f}".lstrip("-").replace(".", "")) > _MOST_DIGITS:
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
    frame = pd.DataFrame(rows, columns=list(whole.columns))
    for name, column in whole.columns.items():
        kind = str(column.dtype)
        frame[name] = frame[name].astype(kind if kind.startswith("int") else object)
    checked: pd.DataFrame = whole.validate(frame, lazy=True)
    return checked


def _rows(extraction: Extraction) -> Iterator[dict[str, object]]:
    path = extraction.document.path
    for indicator in extraction.indicators:
        about = {"code": indicator.code, "element": indicator.name, "parent": indicator.element or indicator.code}
        for value in indicator.values:
            yield _row(path, "indicators", {**about, "unit": indicator.unit}, value)
    for table in extraction.statistics:
        heads = {column.index: column.label for column in table.columns}
        for row in table.rows:
            for column, value in row.values.items():
                about = {"code": row.code, "element": row.label, "parent": "", "unit": heads[column]}
                yield _row(path, "statistics", about, value)


def _row(path: str, table_role: str, about: dict[str, str], value: IndicatorValue) -> dict[str, object]:
    at, reading = value.at, value.reading
    return {
        "document": path,
        "table": at.table or "",
        "table_role": table_role,
        "role": value.role,
        "period": value.period,
        "form": value.form.value,
        "amount": "" if value.number is None else f"{value.number:f}",
        "decimals": reading.decimals,
        "state": int(reading.state),
        "raw": reading.raw,
        "sheet": at.sheet or "",
        "cell": at.cell or "",
        **{name: getattr(at, name) or 0 for name in _NUMBERS},
        **about,
    }

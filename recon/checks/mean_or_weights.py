"""A printed mean is the mean of the rows above it, and weights add up to one (or to a hundred percent)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from recon.checks.share_of_whole import number
from recon.extract.wording import normalise
from recon.ledger.ledger import Ledger
from recon.model.amount import WIDE
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.indicator import Form, IndicatorValue
from recon.model.rule import Severity, Vocabulary
from recon.model.statistics import StatisticsColumn, StatisticsRow, StatisticsTable

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FEWEST_ROWS, _FINE = 2, 2
#: a mean that can only be that of the rows; «в среднем по области» may be weighted, or over more than the rows
_PLAIN = re.compile(r"средн\w+ (?:арифметическ\w+|значени\w+)\W*$|^mean$|^(?:arithmetic )?mean value$")
_ONE, _HUNDRED = Decimal(1), Decimal(100)


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """An empty template says nothing: a blank among the rows leaves their mean undecided."""
    for extraction in extractions:
        for table in extraction.statistics:
            for place, row in enumerate(table.rows):
                if row.kind == "mean":
                    above = _above(table, place)
                    yield from (_mean(row, column, above) for column in table.columns if column.role != "weight")
            for column in table.of_role("weight"):
                rows = [row for row in table.rows if row.kind == "row"]
                yield _weights([row.values[column.index] for row in rows], column.label)
        weights: dict[str, list[IndicatorValue]] = {}
        for indicator in extraction.indicators:
            for value in indicator.values:
                if value.role == "weight":
                    weights.setdefault(indicator.table, []).append(value)
        for values in weights.values():
            yield _weights(values, "")


def _above(table: StatisticsTable, place: int) -> list[StatisticsRow]:
    """The rows above, back to the last total or mean."""
    rows: list[StatisticsRow] = []
    for row in reversed(table.rows[:place]):
        if row.kind == "mean":
            break
        if row.kind == "row":
            rows.append(row)
    return rows


def _mean(row: StatisticsRow, column: StatisticsColumn, above: list[StatisticsRow]) -> Comparison:
    value = row.values[column.index]
    printed = number(row, column)
    stated = [number(each, column) for each in above]
    terms = [term for term in stated if term is not None]
    if printed is None or len(terms) < len(stated) or len(terms) < _FEWEST_ROWS:
        return Comparison(Verdict.UNDECIDED, (value,))
    held = (value, *(each.values[column.index] for each in above))
    total, count = sum(terms, Decimal(0)), len(terms)
    half = Decimal(5).scaleb(-value.reading.decimals - 1)
    if abs(total - printed * count) <= half * count:
        return Comparison(Verdict.HOLDS, held)
    # the share of a whole group is not the mean of the shares: only what cannot be anything else is a breach
    if column.role == "share":
        return Comparison(Verdict.UNDECIDED, held)
    computed = (total / count).quantize(Decimal(1).scaleb(-max(value.reading.decimals, 0)), ROUND_HALF_UP, WIDE)
    noticed = Observation(
        "finding.mean-differs", value.at, {"raw": value.reading.raw, "computed": _comma(computed), "rows": count},
        code=row.code, element=row.label, stated=value.reading.raw, expected=f"{computed:f}",
        severity=None if _PLAIN.search(normalise(row.label)) else Severity.WARNING,
    )  # fmt: skip
    return Comparison(Verdict.BROKEN, held, noticed)


def _weights(values: list[IndicatorValue], label: str) -> Comparison:
    stated = [value.number for value in values if value.form is Form.NUMBER and value.number is not None]
    if len(stated) < _FEWEST_ROWS or len(stated) < len(values):
        return Comparison(Verdict.UNDECIDED, tuple(values))
    total = sum(stated, Decimal(0))
    whole = _HUNDRED if max(stated) > _ONE else _ONE
    digits = max(value.reading.decimals for value in values)
    thirds = Decimal(len(stated) * 5).scaleb(-digits - 1) if digits >= _FINE else Decimal(0)
    if abs(total - whole) <= thirds:  # 0,33 three times is one, as far as two digits can say so
        return Comparison(Verdict.HOLDS, tuple(values))
    if total % whole == 0 or abs(total - whole) * 2 > whole:
        return Comparison(Verdict.UNDECIDED, tuple(values))  # several groups, each with weights of its own
    noticed = Observation(
        "finding.weights-differ", values[-1].at, {"total": _comma(total), "whole": f"{whole:f}", "rows": len(stated)},
        element=label, stated=f"{total:f}", expected=f"{whole:f}",
    )  # fmt: skip
    return Comparison(Verdict.BROKEN, tuple(values), noticed)


def _comma(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")

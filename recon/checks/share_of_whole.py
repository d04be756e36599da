"""A printed percentage is part ÷ whole of its own row, at the digits that it is printed with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.indicator import Form, IndicatorValue
from recon.model.rule import Vocabulary
from recon.model.statistics import StatisticsColumn, StatisticsRow, StatisticsTable

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: rows in which two columns have to give the percentages before they are taken for part and whole
_FEWEST_ROWS = 3
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Shares:
    """A column of percentages with the columns of its parts and wholes."""

    share: StatisticsColumn
    part: StatisticsColumn
    whole: StatisticsColumn


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Part and whole are the two columns that give most of the percentages; no other row is judged by them."""
    for extraction in extractions:
        for table in extraction.statistics:
            for column in table.of_role("share"):
                found = shares_of(table, column)
                for row in table.rows:
                    if column.index in row.values:
                        yield _row(found, column, row)


def shares_of(table: StatisticsTable, column: StatisticsColumn) -> Shares | None:
    """The part and the whole of a column of percentages; None where no two columns give four of five rows."""
    others = [other for other in table.columns if other.role == "count"]
    best: tuple[int, Shares] | None = None
    for part, whole in permutations(others, 2):
        verdicts = [_agrees(row, column, part, whole) for row in table.rows]
        right, wrong = verdicts.count(True), verdicts.count(False)
        if right >= _FEWEST_ROWS and right >= 4 * wrong and (best is None or right > best[0]):
            best = right, Shares(column, part, whole)
    return best[1] if best is not None else None


def number(row: StatisticsRow, column: StatisticsColumn) -> Decimal | None:
    """The number of a row in a column; a dash is a declared nil, anything else is none."""
    value = row.values.get(column.index)
    if value is None:
        return None
    return Decimal(0) if value.form is Form.DASH else value.number if value.form is Form.NUMBER else None


def _agrees(
    row: StatisticsRow, share: StatisticsColumn, part: StatisticsColumn, whole: StatisticsColumn
) -> bool | None:
    """Whether the printed percentage lies within half its last digit of the exact one; None where it cannot be told."""
    printed, above, below = number(row, share), number(row, part), number(row, whole)
    if printed is None or above is None or not below:
        return None
    half = Decimal(5).scaleb(-row.values[share.index].reading.decimals - 1)
    return abs(above * _HUNDRED - printed * below) <= half * abs(below)


def _row(found: Shares | None, column: StatisticsColumn, row: StatisticsRow) -> Comparison:
    value = row.values[column.index]
    if found is None:
        return Comparison(Verdict.UNDECIDED, (value,))
    verdict = _agrees(row, column, found.part, found.whole)
    held = (value, row.values[found.part.index], row.values[found.whole.index])
    if verdict is None:
        return Comparison(Verdict.UNDECIDED, held)
    if verdict:
        return Comparison(Verdict.HOLDS, held)
    return Comparison(Verdict.BROKEN, held, _observed(found, row, value))


def _observed(found: Shares, row: StatisticsRow, value: IndicatorValue) -> Observation:
    part, whole = number(row, found.part), number(row, found.whole)
    assert part is not None
    assert whole
    decimals = max(value.reading.decimals, 0)
    computed = (part * _HUNDRED / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    expected = f"{computed:f}"
    mark = "," if "," in value.reading.raw else "."
    return Observation(
        "finding.share-differs",
        value.at,
        {
            "raw": value.reading.raw,
            "part": row.values[found.part.index].reading.raw,
            "whole": row.values[found.whole.index].reading.raw,
            "computed": expected.replace(".", mark),
        },
        code=row.code, element=row.label, stated=value.reading.raw, expected=expected,
    )  # fmt: skip

"""A printed percentage is part ÷ whole of its own row, at the digits that it is printed with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

from recon.ledger.ledger import Ledger
from recon.model.amount import WIDE
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
    """A column of percentages with its parts and its wholes: another column, or the total row of the parts' own."""

    share: StatisticsColumn
    part: StatisticsColumn
    whole: StatisticsColumn
    total: StatisticsRow | None = None

    def of(self, row: StatisticsRow) -> tuple[IndicatorValue, IndicatorValue] | None:
        """Part and whole of a row, as printed."""
        part, whole = row.values.get(self.part.index), (self.total or row).values.get(self.whole.index)
        return (part, whole) if part is not None and whole is not None else None

    def ratio(self, row: StatisticsRow) -> tuple[Decimal, Decimal] | None:
        """Part and whole as numbers; None where one of them is none, or the whole is nothing."""
        found = self.of(row)
        part, whole = (amount(value) for value in found) if found is not None else (None, None)
        return (part, whole) if part is not None and whole else None

    def agrees(self, row: StatisticsRow) -> bool | None:
        """Whether the printed percentage lies within half its last digit of the exact one; None: cannot be told."""
        value, ratio = row.values.get(self.share.index), self.ratio(row)
        printed = amount(value) if value is not None else None
        if value is None or printed is None or ratio is None:
            return None
        part, whole = ratio
        half = Decimal(5).scaleb(-value.reading.decimals - 1)
        return abs(part * _HUNDRED - printed * whole) <= half * abs(whole)


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
    """Parts and wholes of a column of percentages; None where none give four of five rows that are not nothing."""
    counts = [other for other in table.columns if other.role == "count"]
    total = next((row for row in table.rows if row.kind == "total"), None)
    candidates = [Shares(column, part, whole) for part, whole in permutations(counts, 2)]
    candidates += [Shares(column, part, part, total) for part in counts if total is not None]
    best: tuple[int, Shares] | None = None
    for shares in candidates:
        verdicts = [shares.agrees(row) for row in table.rows if number(row, column) and row is not shares.total]
        right, wrong = verdicts.count(True), verdicts.count(False)
        if right >= _FEWEST_ROWS and right >= 4 * wrong and (best is None or right > best[0]):
            best = right, shares
    return best[1] if best is not None else None


def number(row: StatisticsRow, column: StatisticsColumn) -> Decimal | None:
    """The number of a row in a column; a dash is a declared nil, anything else is none."""
    value = row.values.get(column.index)
    return amount(value) if value is not None else None


def amount(value: IndicatorValue) -> Decimal | None:
    return Decimal(0) if value.form is Form.DASH else value.number if value.form is Form.NUMBER else None


def _row(found: Shares | None, column: StatisticsColumn, row: StatisticsRow) -> Comparison:
    value = row.values[column.index]
    verdict = found.agrees(row) if found is not None else None
    held = (value, *(found.of(row) or ())) if found is not None else (value,)
    if found is None or verdict is None:
        return Comparison(Verdict.UNDECIDED, held)
    if verdict:
        return Comparison(Verdict.HOLDS, held)
    return Comparison(Verdict.BROKEN, held, _observed(found, row, value))


def _observed(found: Shares, row: StatisticsRow, value: IndicatorValue) -> Observation:
    ratio, values = found.ratio(row), found.of(row)
    assert ratio is not None
    assert values is not None
    decimals = max(value.reading.decimals, 0)
    computed = (ratio[0] * _HUNDRED / ratio[1]).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, WIDE)
    expected = f"{computed:f}"
    mark = "," if "," in value.reading.raw else "."
    part, whole = (each.reading.raw for each in values)
    said = {"raw": value.reading.raw, "part": part, "whole": whole, "computed": expected.replace(".", mark)}
    return Observation(
        "finding.share-differs", value.at, {**said}, code=row.code, element=row.label, stated=value.reading.raw,
        expected=expected,
    )  # fmt: skip

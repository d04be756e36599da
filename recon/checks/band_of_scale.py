"""Points are those of the band that a share lies in, on the scale that the document prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from recon.checks.gains_of_scale import gains
from recon.checks.share_of_whole import Shares, number, shares_of
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.identity import Verdict
from recon.model.rule import Vocabulary
from recon.model.statistics import Scale, StatisticsColumn, StatisticsRow, StatisticsTable

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: how many blocks lie at most between a table and its scale
_NEAR = 12
_FEWEST_ROWS = 3


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """The exact ratio is looked up, not the rounded one; a band that ends at 49,99 goes on to where the next begins."""
    for extraction in extractions:
        for table in extraction.statistics:
            for column in table.of_role("points"):
                scale, shares, share = _of(extraction, table, column)
                for row in table.rows:
                    if column.index in row.values:
                        yield _row(row, column, scale, shares, share)
                if scale is not None and shares is not None:
                    yield from gains(extraction, table, shares, scale)


def _of(
    extraction: Extraction, table: StatisticsTable, column: StatisticsColumn
) -> tuple[Scale | None, Shares | None, StatisticsColumn | None]:
    """The scale beside a table and the column that it is entered with, where most of the points follow it."""
    near = [scale for scale in extraction.scales if abs(scale.position - table.position) <= _NEAR]
    for scale in sorted(near, key=lambda scale: abs(scale.position - table.position)):
        for share in table.of_role("share") or table.of_role("count"):
            shares = shares_of(table, share)
            points = [_agrees(row, column, scale, shares, share) for row in table.rows]
            right, wrong = points.count(True), points.count(False)
            if right >= _FEWEST_ROWS and right >= 2 * wrong:
                return scale, shares, share
    return None, None, None


def points(row: StatisticsRow, scale: Scale, shares: Shares | None, share: StatisticsColumn) -> Decimal | None:
    """The points of a row by the scale."""
    ratio = shares.ratio(row) if shares is not None else None
    if ratio is not None:
        return scale.points(ratio[0] * 100, ratio[1])
    value = number(row, share)
    return None if value is None else scale.points(value)


def _agrees(
    row: StatisticsRow, column: StatisticsColumn, scale: Scale, shares: Shares | None, share: StatisticsColumn
) -> bool | None:
    printed, due = number(row, column), points(row, scale, shares, share)
    return None if printed is None or due is None else printed == due


def _row(
    row: StatisticsRow,
    column: StatisticsColumn,
    scale: Scale | None,
    shares: Shares | None,
    share: StatisticsColumn | None,
) -> Comparison:
    value = row.values[column.index]
    if scale is None or share is None:
        return Comparison(Verdict.UNDECIDED, (value,))
    due, printed = points(row, scale, shares, share), number(row, column)
    if due is None or printed is None:
        return Comparison(Verdict.UNDECIDED, (value,))
    if due == printed:
        return Comparison(Verdict.HOLDS, (value, row.values[share.index]))
    entered = row.values[share.index].reading.raw
    noticed = Observation(
        "finding.points-differ",
        value.at,
        {"raw": value.reading.raw, "share": entered, "points": f"{due:f}".replace(".", ",")},
        code=row.code, element=row.label, stated=value.reading.raw, expected=f"{due:f}",
    )  # fmt: skip
    return Comparison(Verdict.BROKEN, (value, row.values[share.index]), noticed)

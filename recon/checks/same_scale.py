"""An amount is of the size of its neighbours: not a thousand times as much, nor a thousandth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.form import holds, told, undecided
from recon.ledger.columns import columns_of
from recon.ledger.grouping import grouped
from recon.ledger.ledger import Ledger
from recon.model.amount import State
from recon.model.figure import Extraction, Figure
from recon.model.finding import Comparison
from recon.model.period import is_year
from recon.model.rule import Vocabulary

if TYPE_CHECKING:
    from recon.ledger.columns import Columns
    from recon.ledger.grouping import Groups

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FEWEST = 4
#: how far the neighbours may lie apart to be of one size, and how near the rescaled amount must come to them
_SPREAD, _NEAR = 5, 3
_SHIFTS = (Decimal(1000), Decimal("0.001"))
#: a little less than a shift over what is near, so that no line is missed
_APART = 333


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """The years of one row and source: all but one of one size, and that one a thousand times away."""
    for extraction in extractions:
        columns = columns_of(extraction)
        stated = columns.period.are(is_year) & (columns.state == int(State.STATED)) & (columns.whole != 0)
        lines = grouped(np.flatnonzero(stated), columns.lines())
        apart = _may_lie_apart(columns, lines)
        for number, count in enumerate(lines.count.tolist()):
            if count < _FEWEST:
                yield undecided()
                continue
            odd = _odd([extraction.figures[year] for year in lines[number].tolist()]) if apart[number] else None
            if odd is None:
                yield holds()
                continue
            row = extraction.elements[odd.element]
            yield told(
                "finding.other-scale", odd.at, {"raw": odd.reading.raw}, code=row.code, element=row.name,
                source=odd.source, period=odd.period, stated=odd.reading.raw, unit=odd.unit,
            )  # fmt: skip


def _may_lie_apart(columns: Columns, lines: Groups) -> list[bool]:
    """Of each line, whether its ends may lie so far apart that one is odd; what passes is looked at exactly."""
    if len(np.unique(columns.last[lines.figures])) > 1:
        return [True] * len(lines)  # written with different digits
    sizes = np.abs(columns.whole)
    least = lines.each(np.minimum, sizes)
    return list((lines.each(np.maximum, sizes) // _APART >= least).tolist())


def _odd(years: list[Figure]) -> Figure | None:
    """What is far from all others is the least or the greatest of them."""
    ends = (min(years, key=_size), max(years, key=_size))
    apart = _size(ends[1]) * _NEAR >= _size(ends[0]) * _SHIFTS[0]
    return next((figure for figure in ends if _is_far(figure, years)), None) if apart else None


def _size(figure: Figure) -> Decimal:
    return abs(figure.reading.value or Decimal(0))


def _is_far(figure: Figure, years: list[Figure]) -> bool:
    sizes = sorted(_size(other) for other in years if other is not figure)
    if sizes[-1] > _SPREAD * sizes[0]:
        return False
    size, middle = _size(figure), sizes[len(sizes) // 2]
    return any(middle <= size * shift * _NEAR and size * shift <= middle * _NEAR for shift in _SHIFTS)

"""Which column of a table names those who spend, in rows of their own under a row «всего» of each element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recon.extract.adds_up import Evidence, weigh
from recon.extract.grids import GridRow
from recon.extract.numbers import read_number
from recon.extract.wording import Wording
from recon.model.source import TOTAL

#: columns of «всего» that a single spender has to repeat, where none has two
_FEWEST_REPEATED = 3


def spenders_column(
    columns: Iterable[int], named_by: Sequence[int], figures: Sequence[int], rows: Sequence[GridRow], words: Wording
) -> int | None:
    """The first of `columns` whose rows make up their «всего», where most of these sums hold; None for none.

    named_by: the columns that name an element, blank in the rows of those who spend. figures: columns of amounts.
    """
    return next((j for j in columns if _makes_up_totals(j, named_by, figures, rows, words)), None)


def _makes_up_totals(
    column: int, named_by: Sequence[int], figures: Sequence[int], rows: Sequence[GridRow], words: Wording
) -> bool:
    found = Evidence()
    whole: GridRow | None = None
    parts: list[GridRow] = []
    for row in [*rows, None]:
        if row is not None and not any(row.texts[j] for j in named_by):
            parts.append(row)
            continue
        if whole is not None and words.source_of(whole.texts[column]) == TOTAL:
            if not all(part.texts[column] for part in parts):
                return False
            found += _held(whole, parts, figures)
        whole, parts = row, []
    alone = found.weak >= _FEWEST_REPEATED and found.broken == found.slips <= 1  # one spender repeats each «всего»
    return found.mostly if found.holding else alone


def _held(whole: GridRow, parts: Sequence[GridRow], figures: Sequence[int]) -> Evidence:
    sums = (weigh(read_number(whole.texts[j]), [read_number(part.texts[j]) for part in parts]) for j in figures)
    return sum(sums, Evidence())

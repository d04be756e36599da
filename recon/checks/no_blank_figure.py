"""No figure is left blank: a column of figures that is otherwise filled has no empty cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.noticed import observation
from recon.checks.unfilled_indicators import indicators_without_values
from recon.ledger.ledger import Ledger
from recon.model.amount import State
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """A blank is not a zero; a column that is blank more often than not is not one of figures for every row."""
    yield from indicators_without_values(extractions)
    figures = ledger.figures
    blank = figures["state"] == State.BLANK
    if not blank.any():
        return
    columns = [figures[name] for name in ("document", "table", "period", "role")]
    share = blank.groupby(columns, observed=True).transform("mean")
    for figure in figures.index[blank & (share < 0.5)]:
        yield observation("finding.blank-figure", ledger, int(figure))

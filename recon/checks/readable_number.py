"""Every number can be read: what stands where a figure should be is a number beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from recon.checks.noticed import observation
from recon.ledger.columns import columns_of
from recon.ledger.ledger import Ledger
from recon.model.amount import State
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """A letter among digits or a broken group is refused with its reason; it is never guessed."""
    figures = ledger.figures
    why = {
        (f.at.document, f.table, f.at.row, f.at.column): f.reading.why
        for e in extractions
        for f in (e.figures[n] for n in np.flatnonzero(columns_of(e).state == State.UNREADABLE).tolist())
    }
    for figure in figures.index[figures["state"] == State.UNREADABLE]:
        noticed = observation("finding.unreadable-number", ledger, int(figure))
        at = noticed.at
        reason = why.get((at.document, at.table or "", at.row, at.column), "number.shape")
        noticed.parameters["why"] = (reason, {})
        yield noticed

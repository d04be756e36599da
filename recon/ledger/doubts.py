"""What a ledger file says in words that nobody knows: sources and periods that may be misspelled."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import numpy as np

from recon.model.period import TOTAL, is_part, years_of
from recon.model.source import BESIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

#: no more of one kind are told
_MOST = 5


def doubts(ledger: Ledger, vocabulary: Vocabulary) -> list[tuple[str, dict[str, object]]]:
    """Notes about the first lines with a source or a period that is none of those known."""
    return [*_sources(ledger, vocabulary), *_periods(ledger)]


def _sources(ledger: Ledger, vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, object]]]:
    known = vocabulary.source_tree.sources
    unknown = [s for s in ledger.figures["source"].cat.categories if s not in known and not _is_path(s)]
    for source in unknown[:_MOST]:
        near = get_close_matches(source.lower(), known, 1, 0.75)
        key = "note.source-misspelled" if near else "note.source-unknown"
        line = _first_line(ledger, "source", source)
        yield key, {"source": source, "line": line, **({"meant": near[0]} if near else {})}


def _is_path(source: str) -> bool:
    """«regional/federal», «special-fund:roads»: money inside other money has a name of its own."""
    return source.startswith(BESIDES) or "/" in source or ":" in source


def _periods(ledger: Ledger) -> Iterator[tuple[str, dict[str, object]]]:
    periods = ledger.figures["period"].cat.categories
    unknown = [p for p in periods if p != TOTAL and not years_of(p) and not is_part(p) and not p.startswith("column ")]
    for period in unknown[:_MOST]:
        yield "note.period-unknown", {"period": period, "line": _first_line(ledger, "period", period)}


def _first_line(ledger: Ledger, column: str, value: str) -> int:
    codes = ledger.figures[column].cat.codes.to_numpy()
    number = list(ledger.figures[column].cat.categories).index(value)
    return int(ledger.figures["line"].to_numpy()[int(np.argmax(codes == number))])

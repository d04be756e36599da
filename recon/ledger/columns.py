"""The figures of one document in columns: what the ledger and the checks of long tables ask for, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.ledger.minors import wholes
from recon.model.amount import ADDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from recon.model.amount import Reading
    from recon.model.figure import Extraction, Figure
    from recon.model.locator import Locator


@dataclass(slots=True)
class Coded:
    """A column of few different texts: for each figure the number of its text among `names`."""

    codes: NDArray[np.int32]
    names: list[str]

    def are(self, wanted: Callable[[str], bool]) -> NDArray[np.bool_]:
        """The figures whose text is so."""
        return np.array([wanted(name) for name in self.names], np.bool_).take(self.codes)


def coded(values: Sequence[str]) -> Coded:
    """Texts in the order in which they are first met."""
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    if len(places) < 2:
        return Coded(np.zeros(len(values), np.int32), list(places))
    return Coded(np.fromiter(map(places.__getitem__, values), np.int32, len(values)), list(places))


@dataclass(slots=True)
class Columns:
    """All figures of one extraction, in their order.

    adds: whether a sum may hold it; stated: whether its state is one that adds. whole, last: its value is
    whole * 10**last, 0 where it has none. marked: the figures with a footnote mark.
    """

    table: Coded
    element: NDArray[np.int32]
    source: Coded
    period: Coded
    role: Coded
    unit: Coded
    adds: NDArray[np.bool_]
    state: NDArray[np.int8]
    decimals: NDArray[np.int64]
    whole: NDArray[np.int64]
    last: NDArray[np.int64]
    raw: tuple[str, ...]
    marked: NDArray[np.int64]
    places: tuple[tuple[Any, ...], ...]

    def __len__(self) -> int:
        return len(self.element)

    def lines(self) -> NDArray[np.int64]:
        """The element, source and role of each figure as one number."""
        line = self.element.astype(np.int64) * len(self.source.names) + self.source.codes
        return line * len(self.role.names) + self.role.codes

    @property
    def stated(self) -> NDArray[np.bool_]:
        return np.isin(self.state, [int(state) for state in ADDS])


def columns_of(extraction: Extraction) -> Columns:
    """The columns of a finished extraction. InexactAmount: a number has too many digits to be held at all."""
    known = extraction.derived.get("columns")
    if not isinstance(known, Columns):
        known = extraction.derived["columns"] = _columns(extraction.figures)
    return known


def _columns(figures: Sequence[Figure]) -> Columns:
    def texts(name: str) -> Coded:
        return coded(list(map(attrgetter(name), figures)))

    readings: list[Reading] = list(map(attrgetter("reading"), figures))
    states, values, printed, raw, marks, _ = zip(*readings, strict=True) if readings else ((),) * 6
    places: list[Locator] = list(map(attrgetter("at"), figures))
    state, decimals = np.array(states, np.int8), np.array(printed, np.int64)
    whole, last = wholes(figures, values, state, decimals)
    return Columns(
        texts("table"), np.fromiter(map(attrgetter("element"), figures), np.int32, len(figures)),
        texts("source"), texts("period"), texts("role"), texts("unit"),
        np.fromiter(map(attrgetter("adds"), figures), np.bool_, len(figures)),
        state, decimals, whole, last, raw,
        np.flatnonzero(np.fromiter(map(bool, marks), np.bool_, len(marks))),
        tuple(zip(*places, strict=True)),
    )  # fmt: skip

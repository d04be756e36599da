"""The figures of one document in columns: what the ledger and the checks of long tables ask for, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.ledger.minors import wholes
from recon.model.amount import ADDS
from recon.model.locator import Locator, PlaceOnPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from recon.model.amount import Reading
    from recon.model.figure import Extraction, Figure


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
class Places:
    """Where figures stand: for each the number of its place among `places`, and its column, 0 for that of the place.

    The figures of a row have one place between them.
    """

    codes: NDArray[np.int32]
    places: list[Locator]
    columns: NDArray[np.int32]

    def numbers(self, name: str, width: int = 1) -> NDArray[np.float64]:
        """A part of each figure's place as a row of so many numbers, 0 where it has none."""
        blank = (0,) * width
        parts = map(attrgetter(name), self.places)
        told = [blank if value is None else value if width > 1 else (value,) for value in parts]
        found = np.array(told, np.float64).reshape(-1, width).take(self.codes, 0)
        if name == "column":
            found[:, 0] = np.where(self.columns > 0, self.columns, found[:, 0])
        return found

    def boxes(self) -> NDArray[np.float64]:
        """The box of each figure; zeros where it has none."""
        if not any(isinstance(place, PlaceOnPage) for place in self.places):
            return self.numbers("bbox", 4)
        blank = (0.0,) * 4
        places = map(self.places.__getitem__, self.codes.tolist())
        told = [
            place.box(column) if column and isinstance(place, PlaceOnPage) else place.bbox or blank
            for place, column in zip(places, self.columns.tolist(), strict=True)
        ]
        return np.array(told, np.float64).reshape(-1, 4)

    def texts(self, name: str) -> Coded:
        """A part of each figure's place as text, "" where it has none."""
        own = coded([getattr(place, name) or "" for place in self.places])
        return Coded(own.codes.take(self.codes), own.names)


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
    raw: list[str]
    marked: NDArray[np.int64]
    places: Places

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

    def numbers(name: str, kind: Any) -> NDArray[Any]:
        return np.fromiter(map(attrgetter(name), figures), kind, len(figures))

    printed: list[Reading | str] = list(map(attrgetter("printed"), figures))
    raw = [each if isinstance(each, str) else each.raw for each in printed]
    read = [(place, each) for place, each in enumerate(printed) if not isinstance(each, str)]
    amounts = wholes(figures, raw, read)
    return Columns(
        texts("table"), numbers("element", np.int32), texts("source"), texts("period"), texts("role"), texts("unit"),
        numbers("adds", np.bool_), amounts.state, amounts.decimals, amounts.whole, amounts.last, raw,
        np.array([place for place, each in read if each.mark], np.int64), _places(figures),
    )  # fmt: skip


def _places(figures: Sequence[Figure]) -> Places:
    places: list[Locator] = list(map(attrgetter("place"), figures))
    ids = list(map(id, places))
    first = dict(zip(ids, places, strict=True))
    numbers = {own: number for number, own in enumerate(first)}
    codes = np.fromiter(map(numbers.__getitem__, ids), np.int32, len(ids))
    own = [figure.column or 0 for figure in figures]
    return Places(codes, list(first.values()), np.array(own, np.int32))

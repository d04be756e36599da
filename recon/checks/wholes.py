"""Which whole a figure is a part of: the nearest source or period above it that its line has.

A whole is given as a *step*: how far its key lies from the part's own; 0 where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.lookup import Lookup
from recon.ledger.chunks import in_chunks
from recon.model.period import TOTAL, is_part, years_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger
    from recon.model.source import SourceTree

CONSOLIDATED = "consolidated"
#: Sets are bits of a machine word; sources or periods beyond that are left unbound rather than bound wrongly.
MOST_BITS = 62


@dataclass(slots=True)
class Steps:
    """table: step by set (row) and code (column). code: of each figure. kind: set of each row of figures, None
    where all have one; a row of figures is a line (width 1), or a line and source (width: number of periods)."""

    table: NDArray[Any]
    code: NDArray[Any]
    kind: NDArray[np.int32] | None = None
    row: NDArray[Any] | None = None
    width: int = 1

    def of(self, chunk: slice) -> NDArray[Any]:
        code = self.code[chunk]
        if self.kind is None or self.row is None:
            return np.asarray(self.table[0][code])
        row = self.row[chunk] if self.width == 1 else self.row[chunk] // self.width
        return np.asarray(self.table.ravel()[self.kind[row] * np.int64(self.table.shape[1]) + code])


def marks(
    row: NDArray[Any], rows: int, code: NDArray[Any], bit: Sequence[int], bits: int, width: int = 1
) -> NDArray[Any]:
    """For each row of figures the set of bits of its codes. bit: of each code, -1 for none."""
    if not bits:
        return np.zeros(rows, np.uint8)
    room = bits + 1
    place = np.array([b if b >= 0 else bits for b in bit], np.int64)
    seen = np.zeros(rows * room, np.bool_)

    def see(chunk: slice) -> None:
        at = place[code[chunk]]
        at += (row[chunk] if width == 1 else row[chunk] // width) * np.int64(room)
        seen[at] = True

    in_chunks(see, len(row))
    columns = seen.reshape(rows, room)
    kind: Any = np.uint8 if bits <= 8 else np.uint16 if bits <= 16 else np.uint64
    word: Any = np.zeros(rows, kind)
    for b in range(bits):
        word |= columns[:, b].astype(kind) << kind(b)
    return np.asarray(word)


def distinct(words: NDArray[Any]) -> tuple[list[int], NDArray[np.int32]]:
    """The words that occur, and for each word its number among them."""
    if words.dtype.itemsize <= 2:
        count = np.bincount(words, minlength=1)
        values = np.flatnonzero(count)
        number = np.zeros(len(count), np.int32)
        number[values] = np.arange(len(values), dtype=np.int32)
        return values.tolist(), number.take(words)
    values, index = np.unique(words, return_inverse=True)
    return values.tolist(), index.astype(np.int32)


def of_sources(
    found: Lookup, tree: SourceTree, skip: Collection[str] = (), only: Collection[str] | None = None
) -> Steps:
    """Along addend edges. skip: wholes that are left to another rule; only: the wholes that are wanted."""
    codes = found.sources
    above = {code: [a for a in tree.ancestors(code) if a in codes] for code in codes}
    inner = [code for code in codes if any(code in chain for chain in above.values())][:MOST_BITS]
    stride = len(found.periods)

    def step(code: str, present: Collection[str]) -> int:
        whole = next((a for a in above[code] if a in present), None)
        if whole is None or whole in skip or (only is not None and whole not in only):
            return 0
        return (codes.index(whole) - codes.index(code)) * stride

    if len(inner) <= 1:
        table = np.array([[step(code, inner) for code in codes]], found.key.dtype)
        return Steps(table, found.source)
    bit = [inner.index(code) if code in inner else -1 for code in codes]
    words, kind = distinct(marks(found.line, found.lines, found.source, bit, len(inner)))
    sets = [[code for b, code in enumerate(inner) if word >> b & 1] for word in words]
    table = np.array([[step(code, present) for code in codes] for present in sets], found.key.dtype)
    return Steps(table, found.source, kind, found.line)


def of_periods(found: Lookup, ledger: Ledger) -> Steps:
    """Years make up the narrowest span of the row that covers them, spans and other years the total."""
    codes = found.periods
    spans = [code for code in codes if len(years_of(code)) > 1][: MOST_BITS - 1]
    if not spans:
        total = codes.index(TOTAL) if TOTAL in codes else None
        steps = [total - n if total is not None and is_part(code) else 0 for n, code in enumerate(codes)]
        return Steps(np.array([steps], found.key.dtype), found.period)
    wholes = [*spans, TOTAL]
    row, rows, width = _rows(found)
    bit = [wholes.index(code) if code in wholes else -1 for code in codes]
    word = marks(row, rows, found.period, bit, len(wholes), width).astype(np.int64)
    listed, kept = _years_by_line(found, ledger)
    line = np.zeros(rows, np.int64)
    line[row // width if width > 1 else row] = found.line
    pairs, kind = np.unique(word * len(listed) + kept[line], return_inverse=True)
    table = []
    for pair in pairs.tolist():
        present, years = pair // len(listed), listed[pair % len(listed)]
        parent = _covering([code for b, code in enumerate(wholes) if present >> b & 1], years)
        table.append([codes.index(parent[code]) - n if code in parent else 0 for n, code in enumerate(codes)])
    return Steps(np.array(table, found.key.dtype), found.period, kind.astype(np.int32), row, width)


def _rows(found: Lookup) -> tuple[NDArray[Any], int, int]:
    """Line and source of each figure as a row number (key // width), closely numbered where keys lie far apart."""
    width, rows = len(found.periods), found.lines * len(found.sources)
    if found.position is not None:
        return found.key, rows, width
    values, index = np.unique(found.key // width, return_inverse=True)
    return index.astype(np.int32), len(values), 1


def _years_by_line(found: Lookup, ledger: Ledger) -> tuple[list[frozenset[str]], NDArray[np.int64]]:
    """The different lists of years that tables have, and for each line the number of its table's list."""
    elements = ledger.elements
    table = elements["document"].array.codes.astype(np.int64) * len(elements["table"].array.categories)
    _, number = np.unique(table + elements["table"].array.codes, return_inverse=True)
    of_line = np.repeat(number, found.roles)
    width = len(found.periods)
    seen = np.zeros((int(number.max()) + 1) * width, np.bool_)
    seen[of_line.take(found.line) * width + found.period] = True
    rows, kind = np.unique(seen.reshape(-1, width), axis=0, return_inverse=True)
    years = [is_part(code) for code in found.periods]
    listed = [
        frozenset(c for c, s, y in zip(found.periods, row, years, strict=True) if s and y) for row in rows.tolist()
    ]
    return listed, kind.reshape(-1)[of_line].astype(np.int64)


def _covering(wholes: Sequence[str], years: Collection[str]) -> dict[str, str]:
    """For each period the whole that it is a part of, where that whole can be bound."""
    spans = sorted((code for code in wholes if code != TOTAL), key=lambda code: len(years_of(code)))
    parent: dict[str, str] = {}
    for part in [*years, *spans]:
        inside = set(years_of(part))
        wider = (s for s in spans if s != part and inside and inside < set(years_of(s)))
        whole = next(wider, TOTAL if TOTAL in wholes else "")
        if whole:
            parent[part] = whole
    for whole in [*spans, TOTAL]:
        parts = [part for part, above in parent.items() if above == whole]
        covered = [year for part in parts for year in years_of(part)]
        # Parts that overlap would count a year twice; a span that lists some of its years only proves nothing.
        sound = len(covered) == len(set(covered)) and (whole == TOTAL or set(covered) == set(years_of(whole)))
        if not sound:
            for part in parts:
                del parent[part]
    return parent

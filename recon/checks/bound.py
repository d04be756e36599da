"""Bound identities as index arrays: one total and its parts a row, in coordinate or compressed sparse row form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


@dataclass(slots=True, init=False)
class BoundIdentities:
    """Identities that one rule bound to figures of the ledger.

    total: figure of each identity's stated sum. member, of: each part's figure and its identity, in any order:
    sums need no more, and sorting ten million parts costs more than adding them.
    indptr, part, sign: the same in row form, where the parts of identity k are part[indptr[k]:indptr[k + 1]]; sorted
    when first asked for. weight: +1 or -1 for each member, None where all are +1.
    relation: `equal`, or `at-most`: the one part is within the total.
    twins: total and part are the same figure printed twice, so rounding explains half of the coarser last digit.
    despite_conflict: a figure in conflict does not make it undecided, for it is the conflict that is judged.
    readings: for a rule with several legal readings, the one taken, by document.
    """

    total: NDArray[np.int32]
    member: NDArray[np.int32]
    of: NDArray[np.int32]
    weight: NDArray[np.int8] | None
    relation: str
    twins: bool
    despite_conflict: bool
    readings: dict[str, str] = field(repr=False)
    _asked: bool = field(repr=False)
    _by_figure: tuple[_Ordered, _Ordered] | None = field(repr=False)
    _rows: tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int8] | None] | None = field(repr=False)

    def __init__(
        self,
        total: NDArray[np.int32],
        indptr: NDArray[np.int64] | None = None,
        part: NDArray[np.int32] | None = None,
        weight: NDArray[np.int8] | None = None,
        relation: str = "equal",
        *,
        of: NDArray[np.int32] | None = None,
        twins: bool = False,
        despite_conflict: bool = False,
    ) -> None:
        """By rows (`indptr` and `part`) or by coordinates (`part` and `of`); with neither, one part an identity."""
        self.total = total
        self.member = np.empty(0, np.int32) if part is None else part
        if of is None:
            ends = np.arange(len(total) + 1, dtype=np.int64) if indptr is None else indptr
            self._rows = (ends, self.member, weight)
            of = np.repeat(np.arange(len(total), dtype=np.int32), np.diff(ends))
        else:
            self._rows = None
        self.of = of
        self.weight, self.relation, self.twins, self.despite_conflict = weight, relation, twins, despite_conflict
        self.readings, self._asked, self._by_figure = {}, False, None

    def __len__(self) -> int:
        return len(self.total)

    @property
    def indptr(self) -> NDArray[np.int64]:
        return self._in_rows()[0]

    @property
    def part(self) -> NDArray[np.int32]:
        return self._in_rows()[1]

    @property
    def sign(self) -> NDArray[np.int8] | None:
        """Weights in the order of `part`."""
        return self._in_rows()[2]

    def _in_rows(self) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int8] | None]:
        if self._rows is None:
            order = np.argsort(self.of, kind="stable")
            indptr = np.zeros(len(self.total) + 1, np.int64)
            np.cumsum(np.bincount(self.of, minlength=len(self.total)), out=indptr[1:])
            self._rows = indptr, self.member[order], None if self.weight is None else self.weight[order]
        return self._rows

    def only(self, identities: Iterable[int] | NDArray[np.intp]) -> BoundIdentities:
        """These identities alone, numbered from 0 in ascending order: what reports and diagnosis look at."""
        if not isinstance(identities, np.ndarray):
            identities = np.fromiter(identities, np.intp)
        chosen = np.unique(identities)
        kept: NDArray[np.intp]
        # One pass over all parts costs less than sorting them; whoever asks again is better served by rows.
        if self._asked or self._rows is not None:
            indptr, part, sign = self._in_rows()
            begin, end = indptr[chosen], indptr[chosen + 1]
            rows = [np.arange(b, e) for b, e in zip(begin.tolist(), end.tolist(), strict=True)]
            kept = np.concatenate(rows) if rows else np.empty(0, np.intp)
            member, weight = part[kept], None if sign is None else sign[kept]
            of = np.repeat(np.arange(len(chosen), dtype=np.int32), end - begin)
        else:
            self._asked = True
            number = np.full(len(self), -1, np.int32)
            number[chosen] = np.arange(len(chosen), dtype=np.int32)
            of = number[self.of]
            kept = np.flatnonzero(of >= 0)
            member, of = self.member[kept], of[kept]
            weight = None if self.weight is None else self.weight[kept]
        narrow = BoundIdentities(
            self.total[chosen],
            None,
            member,
            weight,
            self.relation,
            of=of,
            twins=self.twins,
            despite_conflict=self.despite_conflict,
        )
        narrow.readings = self.readings
        return narrow

    def containing(self, figures: Iterable[int]) -> NDArray[np.intp]:
        """The identities that have one of these figures, in ascending order, without a pass over all parts."""
        if self._by_figure is None:
            self._by_figure = _in_order(self.total), _in_order(self.member)
        wanted = np.unique(np.fromiter(figures, np.int32))
        found = [_places(ordered, wanted) for ordered in self._by_figure]
        return np.union1d(found[0], self.of[found[1]]).astype(np.intp)

    @classmethod
    def none(cls) -> BoundIdentities:
        return cls(np.empty(0, np.int32))


#: Figures in ascending order, and where each stood before; None where they were in order already, as they mostly are.
_Ordered = tuple["NDArray[np.int32]", "NDArray[np.intp] | None"]


def _in_order(figures: NDArray[np.int32]) -> _Ordered:
    if bool((figures[1:] >= figures[:-1]).all()):
        return figures, None
    order = np.argsort(figures, kind="stable")
    return figures[order], order


def _places(ordered: _Ordered, wanted: NDArray[np.int32]) -> NDArray[np.intp]:
    figures, order = ordered
    begin, end = np.searchsorted(figures, wanted, "left"), np.searchsorted(figures, wanted, "right")
    ranges = [np.arange(b, e) for b, e in zip(begin.tolist(), end.tolist(), strict=True) if e > b]
    places = np.concatenate(ranges) if ranges else np.empty(0, np.intp)
    return places if order is None else order[places]

"""Figures by what they have in common: a whole column is put into groups at once, and each group is asked at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(slots=True)
class Groups:
    """Figures, group after group, the groups in the order in which they are first met, the figures in their own.

    begin, count: where each group begins and how many it has.
    """

    figures: NDArray[np.int64]
    begin: NDArray[np.int64]
    count: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.begin)

    def __getitem__(self, group: int) -> NDArray[np.int64]:
        begin = self.begin[group]
        return self.figures[begin : begin + self.count[group]]

    @property
    def first(self) -> NDArray[np.int64]:
        """The first figure of each group."""
        return self.figures[self.begin]

    def each(self, how: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
        """For each group its values put together: `np.minimum`, `np.logical_or`. values: of all figures there are."""
        return np.asarray(how.reduceat(values[self.figures], self.begin)) if len(self) else values[:0]


def grouped(figures: NDArray[np.int64], key: NDArray[Any]) -> Groups:
    """These figures by their key. key: of all figures there are."""
    if not len(figures):
        return Groups(figures, np.zeros(0, np.int64), np.zeros(0, np.int64))
    _, first, group = np.unique(key[figures], return_index=True, return_inverse=True)
    met = np.empty(len(first), np.int64)
    met[np.argsort(first)] = np.arange(len(first))
    group = met[group]
    count = np.bincount(group)
    return Groups(figures[np.argsort(group, kind="stable")], np.cumsum(count) - count, count)

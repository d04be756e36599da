"""What the base edition says of an explanation: which figures were amended, and which were left as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.diagnosis.fewest_changes import Changes
    from recon.diagnosis.left_behind import LeftBehind

#: stands in the base edition's amounts where it has no such figure
_ABSENT = np.iinfo(np.int64).min


class BaseEdition:
    """Amounts of every figure in the edition at hand and in the base edition, in the same minor units."""

    def __init__(self, amounts: NDArray[np.int64], base: NDArray[np.int64]) -> None:
        self._amounts = amounts
        self._base = base

    def confirms_chain(self, chain: LeftBehind) -> bool:
        """Every total left behind reads as it did, and what was amended differs by the amount of the amendment."""
        moved = [self._moved(figure) for figure in chain.amended]
        return all(self._moved(figure) == 0 for figure in chain.changes) and chain.amount in moved

    def confirms_figures(self, changes: Changes) -> bool:
        """Every figure read in the base edition as it is proposed to read: nothing but these was touched."""
        return all(self._moved(figure) == -change for figure, change in changes.items())

    def _moved(self, figure: int) -> int | None:
        """By how much a figure differs from the base edition; None where that has no such figure."""
        base = int(self._base[figure])
        return None if base == _ABSENT else int(self._amounts[figure]) - base

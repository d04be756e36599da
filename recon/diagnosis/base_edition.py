"""What the base edition says of an explanation: which figures were amended, and which were left as they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.diagnosis.diagnose import Explained
    from recon.diagnosis.fewest_changes import Changes
    from recon.diagnosis.left_behind import LeftBehind
    from recon.diagnosis.ranking import Ranking

#: stands in the base edition's amounts where it has no such figure
_ABSENT = np.iinfo(np.int64).min


class BaseEdition:
    """Amounts of every figure in the edition at hand and in the base edition, in the same minor units."""

    def __init__(self, amounts: NDArray[np.int64], base: NDArray[np.int64], ranking: Ranking) -> None:
        self._amounts = amounts
        self._base = base
        self._ranking = ranking

    def look_at(self, explained: Explained) -> None:
        """Note whether the base edition bears an explanation out, and of which figures it says that they were amended.

        Once one figure was amended and no total followed, the two editions look just as they would after a slip in
        that figure. Then a slip at the keyboard stands against an amendment; but one digit replaced is as well a round
        amount added.
        """
        chain = explained.chain
        if explained.part is not None and explained.part.absent:
            return  # nothing that is printed differs
        if chain is None:
            explained.confirmed = self.confirms_figures(explained.changes) and self._is_slip(explained.changes)
            return
        amended = self._amended(chain)
        explained.confirmed = amended is not None
        if amended is not None:
            explained.chain = replace(chain, amended=amended, rivals=())
            if len(amended) == 1:
                slip = self._ranking.slip_of(amended[0], -chain.amount)
                round_amount = slip == "digit" and self._ranking.is_round(chain.amount, amended)
                explained.confirmed = slip == "unexplained" or round_amount

    def confirms(self, chain: LeftBehind) -> bool:
        """What was amended differs by the amount of the amendment, and no total left behind does."""
        return self._amended(chain) is not None

    def confirms_figures(self, changes: Changes) -> bool:
        """Every figure read in the base edition as it is proposed to read: nothing but these was touched."""
        return all(self._moved(figure) == -change for figure, change in changes.items())

    def _amended(self, chain: LeftBehind) -> tuple[int, ...] | None:
        """The figures carried along that the base edition bears out. Totals may have moved for other reasons."""
        if any(self._moved(figure) == chain.amount for figure in chain.changes):
            return None
        return next((each for each in (chain.amended, *chain.rivals) if self._moved(each[0]) == chain.amount), None)

    def _is_slip(self, changes: Changes) -> bool:
        return all(self._ranking.slip_of(figure, change) != "unexplained" for figure, change in changes.items())

    def _moved(self, figure: int) -> int | None:
        """By how much a figure differs from the base edition; None where that has no such figure."""
        base = int(self._base[figure])
        return None if base == _ABSENT else int(self._amounts[figure]) - base

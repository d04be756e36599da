"""Which of several explanations is likelier: slips by their frequency, against an amendment not carried along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.diagnosis.fewest_changes import Changes
from recon.diagnosis.left_behind import LeftBehind
from recon.diagnosis.slips import slip
from recon.diagnosis.system import System
from recon.model.amount import State

if TYPE_CHECKING:
    from recon.ledger.ledger import Ledger
    from recon.model.plausibility import Plausibility

#: how far around a figure its neighbours in print are looked for, in figures of the ledger
_NEAR = 60


class Ranking:
    """Costs of explanations over one ledger."""

    def __init__(self, ledger: Ledger, system: System, plausibility: Plausibility) -> None:
        self._ledger = ledger
        self._system = system
        self.plausibility = plausibility
        self._amounts = ledger.figures["amount"].to_numpy()
        self._decimals = ledger.figures["decimals"].to_numpy()

    def of_changes(self, changes: Changes) -> float:
        """Independent wrong figures: each is one slip."""
        costs = self.plausibility
        return sum(costs.wrong_figure + costs.slips[self.slip_of(f, change)] for f, change in changes.items())

    def of_chain(self, chain: LeftBehind) -> float:
        """One amendment: dearer if it was carried nowhere, for every total left behind, and for an uneven amount."""
        costs = self.plausibility
        cost = costs.chain + costs.each_total * len(chain.changes)
        if len(chain.amended) < 2:
            cost += costs.alone
        if not self._is_round(chain):
            cost += costs.uneven
        return cost

    def slip_of(self, figure: int, change: int) -> str:
        """The slip that turned the figure as it should read into the figure as it stands."""
        place = self.last_place(figure)
        stated, true = int(self._amounts[figure]), int(self._amounts[figure]) + change
        if stated % place or true % place:
            return "unexplained"
        near, parts = self._near(figure, place), self._parts(figure, place)
        return slip(stated // place, true // place, near, parts)

    def last_place(self, figure: int) -> int:
        """One unit in the last printed place, in minor units."""
        decimals = int(self._decimals[figure])
        return int(10 ** max(self._ledger.unit(figure).power - decimals - self._ledger.exponent, 0))

    def _is_round(self, chain: LeftBehind) -> bool:
        place = max(self.last_place(figure) for figure in chain.amended)
        amount = abs(chain.amount) // place
        return amount % 10 == 0 and len(str(amount).rstrip("0")) <= 3

    def _near(self, figure: int, place: int) -> frozenset[int]:
        """Amounts in the same row or the same column nearby, which the hand may have copied."""
        figures = self._ledger.figures
        start, stop = max(0, figure - _NEAR), min(len(figures), figure + _NEAR + 1)
        window = figures.iloc[start:stop]
        own = figures.iloc[figure]
        same = (window["table"] == own["table"]) & (window["state"] == int(State.STATED))
        row = (window["element"] == own["element"]) & (window["source"] == own["source"])
        column = (window["element"] == own["element"]) & (window["period"] == own["period"])
        near = np.flatnonzero((same & (row | column)).to_numpy()) + start
        return frozenset(int(self._amounts[other]) // place for other in near if other != figure)

    def _parts(self, figure: int, place: int) -> frozenset[int]:
        """Amounts added in the sums that the figure states."""
        rows = (self._system.rows[number] for number in self._system.of_figure.get(figure, ()))
        return frozenset(
            int(self._amounts[part]) // place
            for row in rows
            if row.total == figure
            for part in row.terms
            if part != figure and self._amounts[part]
        )

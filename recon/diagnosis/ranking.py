"""Which of several explanations is likelier: slips by their frequency, against an amendment not carried along."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import log
from typing import TYPE_CHECKING

import numpy as np

from recon.diagnosis.fewest_changes import Changes
from recon.diagnosis.left_behind import LeftBehind
from recon.diagnosis.slips import slip
from recon.diagnosis.system import System, rests
from recon.diagnosis.whole_parts import WholePart
from recon.model.amount import State

if TYPE_CHECKING:
    from recon.ledger.ledger import Ledger
    from recon.model.plausibility import Plausibility

#: how far around a figure its neighbours in print are looked for, in figures of the ledger
_NEAR = 60
#: slips whose difference is not an amount that anybody would choose
_NOT_CHOSEN = frozenset({"digit-omitted", "digit-added", "digits-interchanged", "sign", "shift"})


class Ranking:
    """Costs of explanations over one ledger."""

    def __init__(self, ledger: Ledger, system: System, plausibility: Plausibility, noise: float) -> None:
        """noise: how often a sum of this ledger is off by what rounding explains."""
        figures = ledger.figures
        self._ledger = ledger
        self._system = system
        self.plausibility = plausibility
        self._amounts = figures["amount"].to_numpy()
        self._decimals = figures["decimals"].to_numpy()
        self._state = figures["state"].to_numpy()
        self._element = figures["element"].to_numpy()
        self._codes = {name: figures[name].array.codes for name in ("table", "source", "period")}
        self._rest = -log(noise)
        self._slips: dict[tuple[int, int, bool], str] = {}
        self._same: dict[int, frozenset[int]] = {}

    def of_changes(self, changes: Changes) -> float:
        """Independent wrong figures: each is one slip. Every sum that is then right within rounding only tells against
        them, the more so the less of that there is in the ledger."""
        costs = self.plausibility
        cost = sum(costs.wrong_figure + costs.slips[self.slip_of(f, by, changes)] for f, by in changes.items())
        return cost + self._rest * len(rests(self._system, changes))

    def of_chain(self, chain: LeftBehind) -> float:
        """One amendment: dearer if it was carried nowhere, for every total left behind, and for an uneven amount; and
        if a slip at the keyboard would have had the same outcome, which an amount that was chosen has by chance."""
        costs = self.plausibility
        cost = costs.chain + costs.each_total * len(chain.changes)
        if len(chain.amended) < 2 or not self._could_be_amended(chain.amended[0], chain.amount):
            cost += costs.alone
        if not self.is_round(chain.amount, chain.amended):
            cost += costs.uneven
        slips = {self.slip_of(chain.amended[0], -chain.amount)}
        if len(chain.changes) == 1:
            slips.update(self.slip_of(figure, change) for figure, change in chain.changes.items())
        if slips & _NOT_CHOSEN:
            cost += costs.wrong_figure
        return cost

    def likeliest_amended(self, chain: LeftBehind) -> LeftBehind:
        """The chain with those figures first that may have been amended, and of these the longest carried."""
        ways = [chain.amended, *chain.rivals]
        ways.sort(key=lambda way: (not self._could_be_amended(way[0], chain.amount), -len(way)))
        return replace(chain, amended=ways[0], rivals=tuple(ways[1:]))

    def amended(self, chain: LeftBehind) -> str:
        """What befell the figure that was rightly amended: `added` where it was nothing before, else `amended`."""
        return "added" if int(self._amounts[chain.amended[0]]) == chain.amount else "amended"

    def amended_instead(self, chain: LeftBehind) -> tuple[int, ...]:
        """Other figures that may just as well have been amended."""
        return tuple(
            dict.fromkeys(way[0] for way in chain.rivals if self._could_be_amended(way[0], chain.amount))
        )

    def _could_be_amended(self, figure: int, amount: int) -> bool:
        """Before an amendment a figure had the sign that it has now, or was nought."""
        stated = int(self._amounts[figure])
        before = stated - amount
        return before >= 0 if stated >= 0 else before <= 0

    def of_part(self, part: WholePart) -> float:
        """One part left out, counted twice or printed nowhere: dearer for every total that it concerns."""
        costs = self.plausibility
        return (costs.absent if part.absent else costs.left_out) + costs.each_total * (part.size - 1)

    def slip_of(self, figure: int, change: int, besides: Collection[int] = ()) -> str:
        """The slip that turned the figure as it should read into the figure as it stands.

        besides: figures that are taken for wrong as well, so that nothing was copied from them.
        """
        copied = self._copied(figure)
        copied_from = bool(copied) and not copied <= set(besides)
        known = self._slips.get((figure, change, copied_from))
        if known is None:
            known = self._slips[figure, change, copied_from] = self._slip(figure, change, copied_from=copied_from)
        return known

    def is_round(self, amount: int, amended: tuple[int, ...]) -> bool:
        """Whether a person would choose this amount: one to three digits and noughts, in the last printed place."""
        place = max(self.last_place(figure) for figure in amended)
        digits = str(abs(amount) // place)
        return digits.endswith("0") and len(digits.rstrip("0")) <= 3

    def last_place(self, figure: int) -> int:
        """One unit in the last printed place, in minor units."""
        decimals = int(self._decimals[figure])
        return int(10 ** max(self._ledger.unit(figure).power - decimals - self._ledger.exponent, 0))

    def _slip(self, figure: int, change: int, *, copied_from: bool) -> str:
        place = self.last_place(figure)
        stated, true = int(self._amounts[figure]), int(self._amounts[figure]) + change
        if stated % place or true % place:
            return "unexplained"
        return slip(stated // place, true // place, self._parts(figure, place), copied=copied_from)

    def _copied(self, figure: int) -> frozenset[int]:
        """Figures in the same row or the same column nearby that read the same: the hand may have copied one."""
        if figure not in self._same:
            window = slice(max(0, figure - _NEAR), figure + _NEAR + 1)
            codes = {name: column[window] == column[figure] for name, column in self._codes.items()}
            same = (self._state[window] == State.STATED) & (self._amounts[window] == self._amounts[figure])
            same &= codes["table"] & (self._element[window] == self._element[figure])
            near = np.flatnonzero(same & (codes["source"] | codes["period"])) + window.start
            self._same[figure] = frozenset(near.tolist()) - {figure}
        return self._same[figure]

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

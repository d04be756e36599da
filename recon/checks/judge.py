"""The verdict on all identities of one rule at once, by whole arrays; objects for those that are reported only."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.lookup import categories, codes, lookup
from recon.checks.sums import differences, nothing_but_zeros, touched
from recon.model.amount import WIDE, State
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from recon.checks.bound import BoundIdentities
    from recon.ledger.ledger import Ledger
    from recon.model.identity import Identity
    from recon.model.rule import Rule


@dataclass(slots=True)
class Judged:
    """Verdicts of the identities of one rule. difference: stated minus computed, minor units; not to be read where
    the verdict is undecided. It is int64, or Python integers where that could not hold it."""

    verdict: NDArray[np.int8]
    difference: NDArray[Any]

    def count(self, verdict: Verdict) -> int:
        return int(np.count_nonzero(self.verdict == verdict))

    def where(self, *verdicts: Verdict) -> NDArray[np.intp]:
        """Numbers of the identities with one of these verdicts."""
        return np.flatnonzero(np.isin(self.verdict, verdicts))


def judge(ledger: Ledger, bound: BoundIdentities, rule: Rule) -> Judged:
    """Undecided before vacuous before holds before rounding before broken."""
    amount = ledger.figures["amount"].to_numpy()
    difference = differences(amount, bound)
    verdict = np.zeros(len(bound), np.int8)
    undecided = undecided_by_figures(ledger, bound)
    if bound.relation == "at-most":
        stated = amount[bound.total]
        # Below zero a part is within its whole when it is no further down.
        off = np.flatnonzero(np.where(stated < 0, difference > 0, difference < 0))
    else:
        off = np.flatnonzero(difference)
    verdict[off] = Verdict.BROKEN
    if undecided is not None:
        off = off[~undecided[off]]
    _soften(ledger, bound, rule, verdict, difference, off)
    nothing = difference == 0
    nothing &= amount[bound.total] == 0
    if nothing.any():
        nothing_but_zeros(amount, bound, nothing)
        verdict[nothing] = Verdict.VACUOUS
    if undecided is not None:
        verdict[undecided] = Verdict.UNDECIDED
    return Judged(verdict, difference)


def covered(ledger: Ledger, bounds: Iterable[BoundIdentities], judgeds: Iterable[Judged]) -> NDArray[np.bool_]:
    """Figures that stand in at least one identity that was decided."""
    found = np.zeros(len(ledger), np.bool_)
    for bound, judged in zip(bounds, judgeds, strict=True):
        decided = judged.verdict != Verdict.UNDECIDED
        if decided.all():
            found[bound.total] = True
            found[bound.member] = True
        else:
            found[bound.total[decided]] = True
            found[bound.member[decided[bound.of]]] = True
    return found


def identity(ledger: Ledger, bound: BoundIdentities, judged: Judged, k: int, rule: Rule) -> Identity:
    """Identity k as an object, for a report."""
    from recon.checks.proof import proof

    return proof(ledger, bound, int(judged.verdict[k]), int(judged.difference[k]), k, rule)


def last_places(ledger: Ledger, figures: NDArray[Any]) -> NDArray[Any]:
    """One unit in the last printed place of each figure, in minor units; 0 for a declared nil, which is exact.

    Python integers: a unit of a figure without decimals may be large, and sums of them must not wrap.
    """
    known = ledger.derived.get("places")
    if known is None:
        names = categories(ledger, "unit")
        powers = [ledger.units[name].power if name in ledger.units else 0 for name in names]
        columns = (codes(ledger, "unit"), *(ledger.figures[name].to_numpy() for name in ("decimals", "state")))
        known = ledger.derived["places"] = powers, columns
    powers, columns = known
    of_figure, decimals, state = (column[figures].tolist() for column in columns)
    places = [
        10 ** max(powers[unit] - digits - ledger.exponent, 0) if here == State.STATED else 0
        for unit, digits, here in zip(of_figure, decimals, state, strict=True)
    ]
    return np.array(places, object)


def allowances(ledger: Ledger, bound: BoundIdentities) -> NDArray[Any]:
    """What independent rounding explains: half the sum of the last places of all figures, in half minor units.

    For one figure printed twice, half the coarser of the two last places, and only if they differ.
    """
    own, parts = last_places(ledger, bound.total), last_places(ledger, bound.member)
    if bound.twins:
        other = np.zeros(len(bound), object)
        np.maximum.at(other, bound.of, parts)
        return np.where(own == other, 0, np.maximum(own, other))
    np.add.at(own, bound.of, parts)
    return own


def tolerated(ledger: Ledger, rule: Rule) -> NDArray[Any]:
    """The rule's tolerance in minor units, by unit code: that of the unit where the rule states one."""
    return np.array([tolerated_in(ledger, rule, name) for name in categories(ledger, "unit")], object)


def tolerated_in(ledger: Ledger, rule: Rule, unit: str) -> int:
    """The same for one unit."""
    amount = rule.tolerances.get(unit, rule.tolerance)
    power = ledger.units[unit].power if unit in ledger.units else 0
    return 0 if amount == "exact" else int(Decimal(amount).scaleb(power - ledger.exponent, WIDE))


def _soften(
    ledger: Ledger,
    bound: BoundIdentities,
    rule: Rule,
    verdict: NDArray[np.int8],
    difference: NDArray[Any],
    off: NDArray[np.intp],
) -> None:
    """Among the identities that are off, find what tolerance accepts and what rounding explains."""
    if not len(off):
        return
    narrow = bound.only(off)
    size = np.abs(difference[off].astype(object))
    rounding = 2 * size <= allowances(ledger, narrow)
    verdict[off[rounding.astype(np.bool_)]] = Verdict.ROUNDING
    within = size <= tolerated(ledger, rule)[codes(ledger, "unit")[narrow.total]]
    verdict[off[within.astype(np.bool_)]] = Verdict.HOLDS
    _undecide_across_dimensions(ledger, narrow, verdict, off)


def _undecide_across_dimensions(
    ledger: Ledger, narrow: BoundIdentities, verdict: NDArray[np.int8], off: NDArray[np.intp]
) -> None:
    """Figures without a unit cannot be compared with others, nor those of one currency with those of another."""
    unit = codes(ledger, "unit")
    units = [ledger.units.get(name) for name in ledger.figures["unit"].array.categories]
    number = {d: n for n, d in enumerate({u.dimension if u else "" for u in units})}
    if len(number) < 2:
        return
    kinds = np.array([number[u.dimension if u else ""] for u in units])[unit]
    verdict[off[touched_by_other(kinds[narrow.total], kinds[narrow.member], narrow)]] = Verdict.UNDECIDED


def touched_by_other(own: NDArray[Any], parts: NDArray[Any], narrow: BoundIdentities) -> NDArray[np.bool_]:
    """The identities that have a part of another kind than their total."""
    found = np.zeros(len(narrow), np.bool_)
    found[narrow.of[parts != own[narrow.of]]] = True
    return found


def undecided_by_figures(ledger: Ledger, bound: BoundIdentities) -> NDArray[np.bool_] | None:
    """Identities with a figure that does not add, or that is in conflict with another of its key."""
    open_figure: Any = ledger.derived.get("open")
    if open_figure is None:
        state = ledger.figures["state"].to_numpy()
        open_figure = state > State.NIL
        open_figure = ledger.derived["open"] = open_figure if open_figure.any() else False
    conflict = None if bound.despite_conflict else lookup(ledger).conflict
    if conflict is not None:
        return touched(conflict if open_figure is False else conflict | open_figure, bound)
    return None if open_figure is False else touched(open_figure, bound)

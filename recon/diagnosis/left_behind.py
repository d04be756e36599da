"""Totals left behind: a figure was amended, and some of the sums above it were not carried along.

Every sum that the amended figure runs into changes by the same amount, or has changed already. Going up from the
amended figure, each identity says of its total whether it kept pace with its part, so the sums left behind follow
without search, in one pass over the path.
"""

from __future__ import annotations

from dataclasses import dataclass

from recon.diagnosis.fewest_changes import Changes
from recon.diagnosis.system import Neighbourhood, System


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """One amendment that was not carried all the way. amended: the figures that were carried along, lowest first.

    amount: what was added to them, in minor units. changes: what the totals left behind still have to take.
    """

    amended: tuple[int, ...]
    amount: int
    changes: Changes


def left_behind(neighbourhood: Neighbourhood, group: list[int]) -> list[LeftBehind]:
    """Every amendment that explains all failing rows of a group; those with the same consequences appear once."""
    system = neighbourhood.system
    sizes = {abs(system.rows[number].residual) for number in group}
    if len(sizes) != 1:
        return []
    size = sizes.pop()
    parts = {f for number in group for f, sign in system.rows[number].terms.items() if sign < 0}
    found: dict[frozenset[int], LeftBehind] = {}
    for seed in sorted(parts):
        for amount in (size, -size):
            chain = _follow(neighbourhood, set(group), seed, amount)
            if chain is None:
                continue
            known = found.get(frozenset(chain.changes))
            if known is None or len(chain.amended) > len(known.amended):
                found[frozenset(chain.changes)] = chain
    return list(found.values())


def _follow(neighbourhood: Neighbourhood, group: set[int], seed: int, amount: int) -> LeftBehind | None:
    """Climb from the amended figure; None where some sum neither kept pace nor stayed exactly behind."""
    system = neighbourhood.system
    behind: dict[int, bool] = {seed: False}
    order = [seed]
    settled: set[int] = set()
    for figure in order:
        neighbourhood.widen([figure])
        for number in system.of_figure[figure]:
            row = system.rows[number]
            if row.total == figure or number in settled:
                continue
            lag = _lag(system, number, behind, amount)
            if lag is None or behind.get(row.total, lag) != lag:
                return None
            settled.add(number)
            if row.total not in behind:
                behind[row.total] = lag
                order.append(row.total)
    changes = {figure: amount for figure, lags in behind.items() if lags}
    if not changes or not group <= settled or not _all_hold(system, changes, group):
        return None
    return LeftBehind(tuple(f for f in order if not behind[f]), amount, changes)


def _lag(system: System, number: int, behind: dict[int, bool], amount: int) -> bool | None:
    """Whether the row's total stayed behind: residual = amount of those behind among parts, less that of the total."""
    row = system.rows[number]
    parts = sum(behind.get(figure, False) * -sign for figure, sign in row.terms.items() if sign < 0)
    lag, rest = divmod(amount * parts - row.residual, amount)
    return bool(lag) if rest == 0 and lag in (0, 1) else None


def _all_hold(system: System, changes: Changes, group: set[int]) -> bool:
    """Whether every row of the group, and every row that a change touches, holds after the changes."""
    touched = group.union(*(system.of_figure[figure] for figure in changes))
    return all(
        system.rows[number].residual + sum(sign * changes.get(f, 0) for f, sign in system.rows[number].terms.items())
        == 0
        for number in touched
    )

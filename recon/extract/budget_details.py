"""Rows of a budget table that codes leave open or place wrongly, bound where the sums settle it.

Details below a row with a code, addends without a code among those that have one, rows left over with nothing in them.
"""

from __future__ import annotations

from recon.extract.budget_codes import Path
from recon.extract.budget_sums import families_of, last_prefix
from recon.extract.budget_told import ToldRows


def step_over_zeros(told: ToldRows) -> None:
    """A row of zeros whose rows below are none, left over from another year: they are of the row above it, if the sum
    of that needs them."""
    families = families_of(told.parent)
    for zero, parts in families.items():
        above = told.parent[zero]
        if above < 0 or any(told.amounts[zero]) or not any(any(told.amounts[part]) for part in parts):
            continue
        beside = families[above]
        if not told.weigh(above, beside).exact and told.weigh(above, [*beside, *parts]).exact:
            for part in parts:
                told.parent[part] = above


def bind_loose_addends(told: ToldRows) -> None:
    """Rows without a code that stand among the parts of a code, and without which these do not add up to it."""
    for total, parts in families_of(told.parent).items():
        loose = [i for i in range(total + 1, parts[-1]) if _is_loose(told, i)]
        if not any(any(told.amounts[i]) for i in loose) or told.weigh(total, parts).exact:
            continue
        found = told.weigh(total, [*parts, *loose])
        if found.exact and found.strong:
            for i in loose:
                told.parent[i] = total


def _is_loose(told: ToldRows, i: int) -> bool:
    return not told.paths[i] and told.parent[i] < 0 and not told.is_total[i] and not told.is_part[i]


def bind_details(told: ToldRows) -> None:
    """Rows below a row with a code, without one or with its own again: its details, if they add up to it."""
    has_children = {above for above in told.parent if above >= 0}
    i = run = 0
    code: Path = ()
    while i < len(told.rows):
        end = i + 1
        if told.paths[i] and i not in has_children:
            if i >= run or told.paths[i] != code:  # else still in the same run
                run, code = _end_of_run(told, i), told.paths[i]
            end = _end_of_details(told, i, run)
        told.parent[i + 1 : end] = [i] * (end - i - 1)
        i = end


def _end_of_run(told: ToldRows, above: int) -> int:
    """Where the rows behind a row end that may be its details: they have no code or its own."""
    run = above + 1
    while run < len(told.rows) and told.paths[run] in ((), told.paths[above]) and not told.is_total[run]:
        run += 1
    return run


def _end_of_details(told: ToldRows, above: int, run: int) -> int:
    """Where the details of a row end, of those that go on up to `run`; right behind it where there are none."""
    first = above + 1
    if run == first or (run - first == 1 and told.is_part[first]):  # «у тому числі» names a part, not all
        return first
    end = first + last_prefix(told.amounts[above], told.amounts[first:run])
    if end > first and (not any(told.paths[first:end]) or told.weigh(above, range(first, end)).strong):
        return end
    if any(told.paths[first:run]):
        return first
    found = told.weigh(above, range(first, run))
    marked = any(told.is_part[first:run]) or _announces(told, above)
    return run if found.held and (marked or (found.strong and found.held >= found.failed)) else first


def _announces(told: ToldRows, i: int) -> bool:
    return told.words.has("budget-of-which", told.rows[i].name) or told.rows[i].name.rstrip().endswith(":")

"""The signature of one wrong figure: the identities that contain it are all off by the same amount, and no others."""

from __future__ import annotations

from recon.diagnosis.system import System


def single_changes(system: System, group: list[int]) -> list[dict[int, int]]:
    """Every single figure that settles the whole group, with its change in minor units: found by look-up.

    Where rounding blurs the sums no change may fit all of them exactly: then one that brings every identity within
    its rounding is taken, the one that the most identities ask for.
    """
    candidates = set(system.rows[group[0]].terms)
    for row in group[1:]:
        candidates &= system.rows[row].terms.keys()
    found = []
    for figure in sorted(candidates):
        change = _change(system, figure, set(group))
        if change:
            found.append({figure: change})
    return found


def _change(system: System, figure: int, group: set[int]) -> int:
    """The change of `figure` that settles all its rows, 0 where there is none."""
    rows = [system.rows[number] for number in system.of_figure[figure]]
    failing = {number for number in system.of_figure[figure] if system.rows[number].failing}
    if failing != group:
        return 0
    asked = [-row.residual * row.terms[figure] for row in rows if abs(row.terms[figure]) == 1]
    if len(asked) < len(rows):
        return 0
    wanted = [change for row, change in zip(rows, asked, strict=True) if row.failing]
    likeliest_first = sorted(set(wanted), key=lambda change: (-wanted.count(change), abs(change)))
    for within_rounding in (False, True):
        for change in likeliest_first:
            rests = [(row.residual + change * row.terms[figure], row.slack) for row in rows]
            if all(rest == 0 or (within_rounding and 2 * abs(rest) <= slack) for rest, slack in rests):
                return change
    return 0

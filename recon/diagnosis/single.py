"""The signature of one wrong figure: the identities that contain it are all off by the same amount, and no others."""

from __future__ import annotations

from recon.diagnosis.system import System


def in_all(system: System, group: list[int]) -> set[int]:
    """The figures that stand in all these rows."""
    return set(system.rows[group[0]].terms).intersection(*(system.rows[number].terms for number in group[1:]))


def single_changes(system: System, group: list[int]) -> list[dict[int, int]]:
    """Every single figure that settles the whole group, with its change in minor units: found by look-up.

    Where rounding blurs the sums no change may fit all of them exactly: then one that brings every identity within
    its rounding is taken, the one that the most identities ask for. What fits exactly is not set beside what fits
    within rounding only: that several sums come out to the last digit is no accident.
    """
    candidates = in_all(system, group)
    wanted = set(group)
    proven = False
    exact: list[dict[int, int]] = []
    blurred: list[dict[int, int]] = []
    for figure in sorted(candidates):
        numbers = system.rows_of(figure)
        failing = {number for number in numbers if system.rows[number].failing}
        if failing != wanted or any(abs(system.rows[number].terms[figure]) != 1 for number in numbers):
            continue
        asked = [-system.rows[number].residual * system.rows[number].terms[figure] for number in group]
        for change in sorted(set(asked), key=lambda change: (-asked.count(change), abs(change))):
            rows = (system.rows[number] for number in numbers)
            rests = [(row.residual + change * row.terms[figure], row.slack) for row in rows]
            if not any(rest for rest, _ in rests):
                exact.append({figure: change})
                proven = proven or len(rests) > 1
                break
            if all(2 * abs(rest) <= slack for rest, slack in rests):
                blurred.append({figure: change})
                break
    return exact if proven else exact + blurred

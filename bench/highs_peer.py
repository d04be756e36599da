"""The peer: Fellegi and Holt's problem as textbooks put it, a big-M programme over the whole system, with HiGHS.

Minimise the number of figures that change, so that every identity holds: a figure's change lies within M times its
binary. Floats carry it, and amounts of very different size meet in one tolerance: that is what it is compared for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from injection_errors import Case
from injection_measure import run
from injection_programme import Programme, judged

LIMIT = 120.0


@dataclass
class Answer:
    """What the solver said. status: in its own words; changes: by figure, rounded to whole minor units."""

    status: str
    changes: dict[int, int]
    seconds: float


def solve(programme: Programme, cases: list[Case], limit: float = LIMIT) -> Answer:
    """The whole system as one mixed-integer programme; building it is not counted."""
    import highspy

    amounts = programme.value[programme.there].copy()
    for case in cases:
        for cell, change in case.changes.items():
            amounts[programme.row[cell]] += change
    judgements = [j for j in judged(programme, amounts) if j.bound.relation == "equal" and len(j.bound)]
    residuals = np.concatenate([j.judged.difference.astype(float) for j in judgements])
    figures = len(amounts)
    largest = 2.0 * float(np.abs(amounts).max())
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("time_limit", limit)
    free = np.full(figures, highspy.kHighsInf)
    none = (0, np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0))
    model.addCols(figures, np.zeros(figures), -free, free, *none)
    model.addCols(figures, np.ones(figures), np.zeros(figures), np.ones(figures), *none)
    model.changeColsIntegrality(
        figures, np.arange(figures, 2 * figures, dtype=np.int32), np.full(figures, 1, dtype=np.uint8)
    )
    columns, starts, values = [], [0], []
    for judgement in judgements:
        bound = judgement.bound
        indptr, part = bound.indptr, bound.part
        for k in range(len(bound)):
            members = part[indptr[k] : indptr[k + 1]].tolist()
            columns += [int(bound.total[k]), *members]
            values += [1.0, *([-1.0] * len(members))]
            starts.append(len(columns))
    own = np.arange(figures)
    rows = np.stack((own, own + figures), 1).ravel()
    model.addRows(
        len(residuals), -residuals, -residuals, len(columns), np.array(starts[:-1], np.int32),
        np.array(columns, np.int32), np.array(values),
    )  # fmt: skip
    ends = np.arange(0, 2 * figures, 2, dtype=np.int32)
    none_above = np.full(figures, highspy.kHighsInf)
    for sign in (1.0, -1.0):
        weights = np.tile([sign, largest], figures)
        model.addRows(figures, np.zeros(figures), none_above, 2 * figures, ends, rows.astype(np.int32), weights)
    begin = time.perf_counter()
    model.run()
    seconds = time.perf_counter() - begin
    status = model.modelStatusToString(model.getModelStatus())
    taken = np.array(model.getSolution().col_value)
    if len(taken) < figures:
        return Answer(status, {}, seconds)
    changes = {int(f): round(float(taken[f])) for f in np.flatnonzero(np.abs(taken[:figures]) > 0.5)}
    return Answer(status, changes, seconds)


def compare(
    make: Callable[[str, int], Programme],
    slips: Callable[[Programme, int, np.random.Generator], list[Case]],
    *sizes: tuple[int, int],
    trials: int = 3,
) -> None:
    """A table of both in one run."""
    print(f"\n| figures | errors | seed | HiGHS says (limit {LIMIT:.0f} s) | HiGHS, s | its set is true |", end="")
    print(" recon, s | its first answers are true | times |")
    print("|" + "---|" * 9)
    for figures, errors in sizes:
        known = make("regular", figures)
        for seed in range(trials):
            cases = slips(known, errors, np.random.default_rng([23, errors, seed]))
            run(known, cases)
            own = run(known, cases)
            peer = solve(known, cases)
            true = {int(known.row[cell]): -change for case in cases for cell, change in case.changes.items()}
            first = all(group.first for group in own.groups)
            print(
                f"| {len(known.ledger):,} | {errors} | {seed} | {peer.status}, {len(peer.changes)} figures |"
                f" {peer.seconds:.1f} | {'yes' if peer.changes == true else 'no'} | {own.diagnosing:.4f} |"
                f" {'yes' if first else 'no'} | {peer.seconds / own.diagnosing:,.0f} |",
                flush=True,
            )

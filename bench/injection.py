"""Injects errors of every kind into programmes of known size, and measures what the diagnosis makes of them.

    python bench/injection.py [--quick] [--only slips,interacting,left-behind,dense,speed,peer]

Seeds are fixed: the same call injects the same errors. Prints the tables of docs/diagnosis.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from injection_errors import (
    PATTERNS,
    ROW_SLIPS,
    SLIPS,
    Case,
    amendment,
    any_slip,
    betrayed,
    interacting,
    locatable,
    random_cell,
    row_slip,
    slip,
)
from injection_measure import Group, Outcome, run
from injection_programme import Programme, bound, grown

HEAD = "| {} | ledger | figures | groups | recall | first | listed | proved | certificates | ms |"


def programme(shape: str, figures: int, seed: int = 1) -> Programme:
    with tempfile.TemporaryDirectory() as folder:
        return bound(grown(shape, figures, np.random.default_rng(seed)), Path(folder))


def head(title: str) -> None:
    print("\n" + HEAD.format(title))
    print("|" + "---|" * 10)


def line(name: str, known: Programme, outcomes: list[Outcome], wanted: Callable[[Group], bool]) -> None:
    """One row of a table. wanted: the groups that count for the shares; recall and certificates are of all."""
    groups = [group for outcome in outcomes for group in outcome.groups if group.broken and wanted(group)]
    count = max(len(groups), 1)
    broken = sum(outcome.broken + outcome.within_rounding for outcome in outcomes)
    missed = sum(outcome.missed for outcome in outcomes)
    certificates = sum(outcome.certificates for outcome in outcomes)
    bad = sum(outcome.bad_certificates + outcome.false for outcome in outcomes)
    shares = [sum(getattr(group, what) for group in groups) / count for what in ("first", "listed", "proved")]
    spent = 1000 * float(np.median([outcome.diagnosing for outcome in outcomes]))
    told = " | ".join(f"{100 * share:.1f}" for share in shares)
    recall = 100 * (1 - missed / (broken + missed))
    print(
        f"| {name} | {known.shape} | {len(known.ledger):,} | {len(groups)} | {recall:.1f} | {told}"
        f" | {certificates - bad} of {certificates} | {spent:.0f} |",
        flush=True,
    )


def slips(ledgers: Iterable[Programme], trials: int) -> None:
    head("one error: slip")
    for known in ledgers:
        for number, kind in enumerate((*SLIPS, *ROW_SLIPS)):
            rng = np.random.default_rng([7, number])
            make = row_slip if kind in ROW_SLIPS else slip
            outcomes: list[Outcome] = []
            while len(outcomes) < trials:
                case = make(known, kind, random_cell(known, rng), rng)
                if case is not None and any(betrayed(known, *change) for change in case.changes.items()):
                    outcomes.append(run(known, [case]))
            line(kind, known, outcomes, lambda group, known=known: all_locatable(known, group))


def slips_beside_base(ledgers: Iterable[Programme], trials: int) -> None:
    """The base edition must not talk a slip into an amendment: it happened since then, or stood there already."""
    head("one slip of any kind, with the base edition")
    for known in ledgers:
        for stood in (False, True):
            rng = np.random.default_rng([29, stood])
            outcomes = []
            for _ in range(trials):
                case = any_slip(known, rng)
                if stood:
                    case.base = dict.fromkeys(case.changes, 0)
                outcomes.append(run(known, [case], base=True))
            name = "in the base edition already" if stood else "since the base edition"
            line(name, known, outcomes, lambda group, known=known: all_locatable(known, group))


def all_locatable(known: Programme, group: Group) -> bool:
    return all(locatable(known, cell) for case in group.cases for cell in case.changes)


def together(ledgers: Iterable[Programme], trials: int) -> None:
    head("errors that share identities")
    for known in ledgers:
        for errors in (2, 3):
            rng = np.random.default_rng([11, errors])
            outcomes = [run(known, [interacting(known, errors, rng)]) for _ in range(trials)]
            line(str(errors), known, outcomes, lambda group: True)


def left_behind(ledgers: Iterable[Programme], trials: int) -> None:
    head("totals left behind")
    for known in ledgers:
        for base in (False, True):
            every: list[Outcome] = []
            for number, pattern in enumerate(PATTERNS):
                rng = np.random.default_rng([13, number])
                outcomes: list[Outcome] = []
                while len(outcomes) < trials:
                    case = _amended(known, pattern, rng)
                    others = [_amended(known, "programme", rng, case) for _ in range(3)]
                    outcomes.append(run(known, [case], base=base, others=others if base else ()))
                line(f"{pattern}{', base edition' if base else ''}", known, outcomes, lambda group: True)
                every += outcomes
            line(f"**all{', base edition' if base else ''}**", known, every, lambda group: True)


def _amended(known: Programme, pattern: str, rng: np.random.Generator, beside: Case | None = None) -> Case:
    """An amendment; `beside` another, not of the same figure."""
    while True:
        case = amendment(known, pattern, rng)
        if case is not None and (beside is None or next(iter(case.changes)) not in beside.changes):
            return case


def dense(ledgers: Iterable[Programme], runs: int) -> None:
    head("errors at once")
    for known in ledgers:
        for errors in (10, 30, 100):
            rng = np.random.default_rng([17, errors])
            outcomes = [run(known, _slips(known, errors, rng)) for _ in range(runs)]
            for least, most, name in ((1, 1, "alone"), (2, 3, "two or three in a group"), (4, 999, "more in a group")):
                if any(least <= len(group.cases) <= most for outcome in outcomes for group in outcome.groups):
                    line(
                        f"{errors}, {name}",
                        known,
                        outcomes,
                        lambda group, least=least, most=most: least <= len(group.cases) <= most,
                    )


def _slips(known: Programme, errors: int, rng: np.random.Generator) -> list[Case]:
    """So many slips in different figures."""
    found: dict[object, Case] = {}
    while len(found) < errors:
        case = any_slip(known, rng)
        found.setdefault(next(iter(case.changes)), case)
    return list(found.values())


def speed(figures: int, errors: int, runs: int) -> None:
    known = programme("regular", figures)
    outcomes = [run(known, _slips(known, errors, np.random.default_rng([19, seed]))) for seed in range(runs)]
    judging, diagnosing = (sorted(getattr(o, what) for o in outcomes) for what in ("judging", "diagnosing"))
    print("\n| figures | errors | runs | judging, s (median) | diagnosis, s (median) | groups | first | recall |")
    print("|" + "---|" * 8)
    groups = [group for outcome in outcomes for group in outcome.groups]
    print(
        f"| {len(known.ledger):,} | {errors} | {runs} | {judging[runs // 2]:.3f} | {diagnosing[runs // 2]:.3f} |"
        f" {len(groups)} | {100 * sum(group.first for group in groups) / len(groups):.1f} |"
        f" {100 * (not sum(outcome.missed for outcome in outcomes)):.1f} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the trials, and no ten million figures")
    parser.add_argument("--only", default="slips,interacting,left-behind,dense,speed,peer")
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    share = 10 if arguments.quick else 1
    small = [programme("regular", 1_000), programme("ragged", 1_000)]
    large = [programme("regular", 100_000), programme("ragged", 100_000)]
    if "slips" in wanted:
        slips([small[0], large[0]], 200 // share)
        slips_beside_base([small[0], large[0]], 300 // share)
    if "interacting" in wanted:
        together([*small, *large], 300 // share)
    if "left-behind" in wanted:
        left_behind([*small, *large], 100 // share)
    if "dense" in wanted:
        dense([small[0], large[0]], 10 // share)
    if "peer" in wanted:
        from highs_peer import compare

        compare(programme, _slips, (5_000, 10), (10_000, 20))
    if "speed" in wanted and not arguments.quick:
        speed(10_000_000, 100, 7)


if __name__ == "__main__":
    main()

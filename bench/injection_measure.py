"""What a diagnosis made of injected errors: which were found, which were named first, and whether its claims hold."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from injection_errors import Case
from injection_programme import Cell, Name, Programme, judged

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "unit" / "diagnosis"))
from certificate_checker import Certificates

_ABSENT = np.iinfo(np.int64).min


@dataclass
class Group:
    """Errors that have to be told apart together. first, listed: whether their true repair is the first answer, or is
    among the answers. diagnoses: what was said of them."""

    cases: list[Case]
    first: bool
    listed: bool
    proved: bool
    broken: int
    told: list[Any] = field(repr=False)


@dataclass
class Outcome:
    """One document or ledger with its errors, diagnosed."""

    missed: int
    false: int
    broken: int
    within_rounding: int
    certificates: int
    bad_certificates: int
    groups: list[Group]
    judging: float
    diagnosing: float


def run(programme: Programme, cases: list[Case], *, base: bool = False, others: Sequence[Case] = ()) -> Outcome:
    """Inject, judge, diagnose, and compare with the truth.

    base: give the base edition too. others: amendments since the base edition that were carried all the way.
    """
    from recon.diagnosis.diagnose import diagnose
    from recon.model.identity import Verdict

    sound = programme.value[programme.there]
    amounts = sound.copy()
    before = sound.copy()
    for case in cases:
        for cell, change in case.changes.items():
            amounts[programme.row[cell]] += change
            if base:
                before[programme.row[cell]] += change - case.base.get(cell, change)
    for other in others:
        for cell, change in (other.changes | other.repair).items():
            before[programme.row[cell]] -= change
    begin = time.perf_counter()
    judgements = judged(programme, amounts)
    judging = time.perf_counter() - begin
    begin = time.perf_counter()
    diagnoses, _ = diagnose(
        programme.ledger, judgements, programme.plausibility, base=before if base else None
    )
    diagnosing = time.perf_counter() - begin
    keys = dict(enumerate(judgements))
    found = {(j.rule.code, int(total)) for j in judgements for total in j.bound.total[j.judged.where(Verdict.BROKEN)]}
    rounded = {
        (j.rule.code, int(total)) for j in judgements for total in j.bound.total[j.judged.where(Verdict.ROUNDING)]
    }
    off = _off(programme, cases)
    truth = {programme.total_row(name): name for name in off}
    named = {id(d): [(keys[rule].rule.code, int(keys[rule].bound.total[k])) for rule, k in d.rows] for d in diagnoses}
    certificates = [
        _verified(programme, off, [truth[row] for row in named[id(d)] if row in truth], explained)
        for d in diagnoses
        for explained in d.explanations
    ]
    return Outcome(
        len(truth.keys() - found - rounded),
        len((found | rounded) - truth.keys()),
        len(found),
        len(rounded),
        len(certificates),
        certificates.count(False),
        _groups(programme, cases, diagnoses, named, found, truth),
        judging,
        diagnosing,
    )


def _off(programme: Programme, cases: list[Case]) -> dict[Name, int]:
    changes: Counter[Cell] = Counter()
    for case in cases:
        changes.update(case.changes)
    return programme.off(dict(changes))


def _verified(programme: Programme, off: dict[Name, int], group: list[Name], explained: Any) -> bool:
    """The independent checker on the identities of the group and on all that the changes touch.

    A part that is printed nowhere stands in the sums of the group alone: it must be just what each of them is off by.
    """
    changes = explained.changes
    if not changes:
        return bool({int(programme.row[programme.cells_of(n)[0]]): off[n] for n in group} == explained.part.absent)
    cells = {figure: programme.cell(figure) for figure in changes}
    names = list(dict.fromkeys([*group, *(name for c in cells.values() for name, _ in programme.identities_of(c))]))
    identities, slack = [], []
    for name in names:
        members = [int(programme.row[cell]) for cell in programme.cells_of(name)]
        identities.append(({f: -1 if k else 1 for k, f in enumerate(members)}, off.get(name, 0)))
        slack.append(len(members))
    return Certificates(identities, slack).repairs(range(len(group)), changes)


def _groups(
    programme: Programme,
    cases: list[Case],
    diagnoses: list[Any],
    named: dict[int, list[tuple[str, int]]],
    found: set[tuple[str, int]],
    truth: dict[tuple[str, int], Name],
) -> list[Group]:
    """Errors joined where they share an identity, or their breaches a figure, or where a diagnosis joins them."""
    parent: dict[Any, Any] = {}

    def root(item: Any) -> Any:
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for number, case in enumerate(cases):
        for cell in case.changes:
            for name, _ in programme.identities_of(cell):
                parent[root(("row", programme.total_row(name)))] = root(("case", number))
    for row, name in truth.items():
        if row in found:
            for cell in programme.cells_of(name):
                parent[root(("row", row))] = root(("figure", cell))
    for diagnosis in diagnoses:
        for row in named[id(diagnosis)]:
            parent[root(("row", row))] = root(("diagnosis", id(diagnosis)))
    together: dict[Any, list[Case]] = {}
    for number, case in enumerate(cases):
        together.setdefault(root(("case", number)), []).append(case)
    told: dict[Any, list[Any]] = {}
    for diagnosis in diagnoses:
        told.setdefault(root(("diagnosis", id(diagnosis))), []).append(diagnosis)
    return [_group(programme, known, told.get(key, []), named) for key, known in together.items()]


def _group(programme: Programme, cases: list[Case], told: list[Any], named: dict[int, Any]) -> Group:
    repair: Counter[int] = Counter()
    for case in cases:
        repair.update({int(programme.row[cell]): change for cell, change in case.repair.items()})
    true = {figure: change for figure, change in repair.items() if change}
    first: dict[int, int] = {}
    listed: dict[int, int] = {}
    for diagnosis in told:
        if diagnosis.explanations:
            first |= diagnosis.explanations[0].changes
        for explained in diagnosis.explanations:
            if explained.changes.items() <= true.items():
                listed |= explained.changes
    proved = bool(told) and all(diagnosis.minimal for diagnosis in told)
    broken = sum(len(named[id(diagnosis)]) for diagnosis in told)
    return Group(cases, first == true, listed == true, proved, broken, told)

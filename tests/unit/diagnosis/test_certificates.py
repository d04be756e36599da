"""Every claim of the diagnosis is checked by a checker of its own, over many small programmes with known errors."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from certificate_checker import Certificates, faults
from made_ledger import VOCABULARY, rule
from made_ledger import ledger as made

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis.diagnose import Diagnosis, diagnose
from recon.ledger.ledger import Ledger
from recon.registry import module
from recon.rulebook.load import load

#: sets of so many figures are all tried
MOST = 3
Cell = tuple[str, str, str]


def sound(rng: random.Random, codes: list[str], sources: list[str], years: list[str]) -> dict[Cell, int]:
    """Amounts in tenths, summed along the codes, the sources and the years."""
    figures: dict[Cell, int] = {}
    for code in codes:
        above = [""] if "." not in code else [code.rpartition(".")[0], ""]
        for source in sources:
            for year in years:
                amount = rng.randrange(0, 10 ** rng.randrange(2, 6))
                for cell in ((e, s, p) for e in (code, *above) for s in (source, "total") for p in (year, "total")):
                    figures[cell] = figures.get(cell, 0) + amount
    return figures


def judged(figures: dict[Cell, int]) -> tuple[Ledger, list[Judgement]]:
    lines = [f"{c}|{s}|{p}|{'-' if v < 0 else ''}{abs(v) // 10}.{abs(v) % 10}" for (c, s, p), v in figures.items()]
    ledger = made("\n".join(lines))
    judgements = []
    for along in ("source", "period", "element"):
        known = rule(along=along)
        bound = module("checks", known.check).bind(ledger, VOCABULARY, known.parameters)
        judgements.append(Judgement(known, bound, judge(ledger, bound, known)))
    return ledger, judgements


def identities(judgements: list[Judgement]) -> tuple[list[tuple[dict[int, int], int]], dict[tuple[int, int], int]]:
    """All identities of the ledger for the checker, and which of them a diagnosis means by its key."""
    found, number = [], {}
    for rule_number, judgement in enumerate(judgements):
        bound = judgement.bound
        for k, total in enumerate(bound.total.tolist()):
            number[rule_number, k] = len(found)
            parts = bound.part[bound.indptr[k] : bound.indptr[k + 1]].tolist()
            found.append(({total: 1} | dict.fromkeys(parts, -1), int(judgement.judged.difference[k])))
    return found, number


def verify(judgements: list[Judgement], diagnoses: list[Diagnosis], most: int = MOST) -> None:
    known, number = identities(judgements)
    slack = [len(terms) for terms, _ in known]
    checker, exact = Certificates(known, slack), Certificates(known)
    for diagnosis in diagnoses:
        group = [number[key] for key in diagnosis.rows]
        assert diagnosis.explanations
        assert all(checker.repairs(group, each.changes) for each in diagnosis.explanations)
        if diagnosis.minimal:
            sets = [each.changes for each in diagnosis.explanations if len(each.changes) == diagnosis.searched]
            assert not list(faults(exact, group, sets, diagnosis.complete, most))


@pytest.mark.parametrize("errors", [1, 2, 3])
@pytest.mark.parametrize("seed", range(25))
def test_every_repair_settles_and_no_smaller_one_does(errors, seed) -> None:
    rng = random.Random(f"{seed} {errors}")
    codes = rng.choice([["1", "2"], ["1.1", "1.2"], ["1", "2", "3"]])
    figures = sound(rng, codes, ["federal", "regional"], rng.choice([["2024"], ["2024", "2025"]]))
    for cell in rng.sample(sorted(figures), errors):
        figures[cell] += rng.choice([-1, 1]) * rng.randrange(100, 10**5)
    ledger, judgements = judged(figures)
    diagnoses, _ = diagnose(ledger, judgements, load(None).plausibility)
    assert diagnoses
    verify(judgements, diagnoses, MOST if len(figures) < 40 else 2)


@pytest.mark.parametrize("seed", range(15))
def test_totals_left_behind_settle_what_fails(seed) -> None:
    rng = random.Random(seed)
    figures = sound(rng, ["1.1", "1.2", "2.1"], ["federal", "regional"], ["2024", "2025"])
    path = [(e, s, p) for e in ("1.1", "1", "") for s in ("federal", "total") for p in ("2025", "total")]
    left = set(rng.sample(path[1:], rng.randrange(1, 9)))
    for cell in path:
        if cell not in left:
            figures[cell] += 12300
    ledger, judgements = judged(figures)
    diagnoses, _ = diagnose(ledger, judgements, load(None).plausibility)
    verify(judgements, diagnoses, 2)
    proposed = [each.changes for diagnosis in diagnoses for each in diagnosis.explanations]
    cells = list(figures)
    union = {cells[figure] for changes in proposed for figure, by in changes.items() if by == 12300}
    assert left <= union


def test_a_search_that_reaches_its_limit_offers_a_repair_and_does_not_call_it_least() -> None:
    rng = random.Random(5)
    figures = sound(
        rng, [f"{n}.{m}" for n in range(1, 5) for m in range(1, 5)], ["federal", "regional"], ["2024", "2025"]
    )
    for cell in rng.sample(sorted(figures), 60):
        figures[cell] += rng.randrange(100, 10**5)
    ledger, judgements = judged(figures)
    diagnoses, _ = diagnose(ledger, judgements, load(None).plausibility, effort=2_000)
    verify(judgements, diagnoses, 1)
    assert not all(diagnosis.minimal for diagnosis in diagnoses)
    assert not any(diagnosis.complete for diagnosis in diagnoses if not diagnosis.minimal)


def test_the_checker_refuses_what_is_no_repair() -> None:
    figures = {("1", "total", "2024"): 300, ("1", "federal", "2024"): 120, ("1", "regional", "2024"): 280}
    _, judgements = judged(figures)
    known, _ = identities(judgements)
    checker = Certificates(known)
    group = [number for number, (_, residual) in enumerate(known) if residual]
    assert checker.repairs(group, {0: 100})
    assert not checker.repairs(group, {0: 99})
    assert not checker.repairs(group, {0: 100, 1: 0})
    assert checker.least_sets(group, 2) == [{0: 100}, {1: -100}, {2: -100}]
    assert list(faults(checker, group, [{0: 100}], True, 2)) == ["not listed: [{1: -100}, {2: -100}]"]
    assert list(faults(checker, group, [{0: 50, 1: -50}], False, 2)) == ["[0] are fewer than [0, 1]"]


def test_the_checker_is_short_and_on_its_own() -> None:
    text = (Path(__file__).parent / "certificate_checker.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100
    assert "recon" not in {
        line.split()[1].partition(".")[0] for line in text.splitlines() if line.startswith(("import", "from"))
    }

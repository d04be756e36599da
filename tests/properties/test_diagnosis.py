"""What holds for causes whatever the programme and its errors."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis.diagnose import Diagnosis, diagnose
from recon.ledger.ledger import Ledger
from recon.model.identity import Verdict
from recon.registry import module
from recon.rulebook.load import load

Cell = tuple[str, str, str]
PLAUSIBILITY = load(None).plausibility
SOURCES, YEARS = ("federal", "regional"), ("2024", "2025")
some = settings(max_examples=40, deadline=None)


@st.composite
def programmes(draw: st.DrawFn) -> dict[Cell, int]:
    """Amounts in tenths, summed upwards: every figure stands in at least two sums."""
    figures: dict[Cell, int] = {}
    for code in draw(st.sampled_from([("1", "2"), ("1", "2", "3"), ("1.1", "1.2", "2"), ("1.1", "1.2", "2.1", "2.2")])):
        above = ["", *([code.partition(".")[0]] if "." in code else [])]
        for source in SOURCES:
            for year in YEARS:
                amount = draw(st.integers(0, 10**6))
                for cell in ((e, s, p) for e in (code, *above) for s in (source, "total") for p in (year, "total")):
                    figures[cell] = figures.get(cell, 0) + amount
    return figures


@st.composite
def spoiled(draw: st.DrawFn, most: int) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """A programme with errors beyond what rounding explains, and the errors: stated less true."""
    figures = dict(draw(programmes()))
    cells = draw(st.lists(st.sampled_from(sorted(figures)), min_size=1, max_size=most, unique=True))
    errors = {cell: draw(st.integers(10, 10**7)) * draw(st.sampled_from((-1, 1))) for cell in cells}
    for cell, error in errors.items():
        figures[cell] += error
    return figures, errors


def judged(figures: dict[Cell, int]) -> tuple[Ledger, list[Judgement]]:
    lines = [f"{c}|{s}|{p}|{'-' if v < 0 else ''}{abs(v) // 10}.{abs(v) % 10}" for (c, s, p), v in figures.items()]
    made = ledger("\n".join(lines))
    judgements = []
    for along in ("source", "period", "element"):
        known = rule(along=along)
        bound = module("checks", known.check).bind(made, VOCABULARY, known.parameters)
        judgements.append(Judgement(known, bound, judge(made, bound, known)))
    return made, judgements


def told(figures: dict[Cell, int]) -> list[Diagnosis]:
    made, judgements = judged(figures)
    return diagnose(made, judgements, PLAUSIBILITY)[0]


def by_cell(figures: dict[Cell, int], changes: dict[int, int]) -> frozenset[tuple[Cell, int]]:
    cells = list(figures)
    return frozenset((cells[figure], by) for figure, by in changes.items())


@some
@given(programmes())
def test_a_sound_programme_has_no_cause(figures) -> None:
    assert told(figures) == []


@some
@given(spoiled(most=1))
def test_one_wrong_figure_is_the_only_least_answer(made) -> None:
    figures, errors = made
    (diagnosis,) = told(figures)
    least = [by_cell(figures, e.changes) for e in diagnosis.explanations if len(e.changes) == 1]
    assert diagnosis.minimal
    assert least == [frozenset((cell, -error) for cell, error in errors.items())]


@some
@given(spoiled(most=5))
def test_repaired_as_proposed_nothing_is_broken(made) -> None:
    figures, _ = made
    repaired = dict(figures)
    for diagnosis in told(figures):
        for cell, by in by_cell(figures, diagnosis.explanations[0].changes):
            repaired[cell] += by
    _, judgements = judged(repaired)
    assert sum(judgement.judged.count(Verdict.BROKEN) for judgement in judgements) == 0


@some
@given(spoiled(most=4))
def test_what_is_proved_to_be_least_is_no_more_than_the_errors_made(made) -> None:
    figures, errors = made
    diagnoses = told(figures)
    assert {key for diagnosis in diagnoses for key in diagnosis.rows} == {
        (number, k)
        for number, judgement in enumerate(judged(figures)[1])
        for k in judgement.judged.where(Verdict.BROKEN).tolist()
    }
    if all(diagnosis.minimal for diagnosis in diagnoses):
        assert sum(diagnosis.searched for diagnosis in diagnoses) <= len(errors)


@some
@given(spoiled(most=3), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_answer(made, random) -> None:
    figures, _ = made
    lines = list(figures.items())
    random.shuffle(lines)
    shuffled = dict(lines)

    def answers(own: dict[Cell, int]) -> set[frozenset[frozenset[tuple[Cell, int]]]]:
        return {frozenset(by_cell(own, e.changes) for e in d.explanations) for d in told(own) if d.complete}

    assert answers(figures) == answers(shuffled)


@some
@given(spoiled(most=3), st.integers(-9, 9))
def test_a_noise_within_rounding_takes_no_figure_of_its_own(made, noise) -> None:
    """A last digit that wavers somewhere else, as rounding makes it, is neither a cause nor in the way of one."""
    figures, errors = made
    wavering = next(cell for cell in sorted(figures) if cell not in errors)
    figures[wavering] += max(-1, min(1, noise))
    for diagnosis in told(figures):
        assert diagnosis.explanations

"""Cases from the test suites of R's errorlocate, editrules, deductive and deducorrect: figures and answers only.

Those that rest on inequalities, categories, weights or constants have no counterpart: docs/diagnosis.md lists them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pytest
from certificate_checker import Certificates
from made_ledger import ledger as made
from made_ledger import rule

from recon.checks.bound import BoundIdentities
from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis.diagnose import MOST_ANSWERS, diagnose
from recon.diagnosis.missing import missing
from recon.model.identity import Verdict
from recon.rulebook.load import load

Answer = dict[str, int]
SCHOLTUS = "x1 + x2 = x3; x2 = x4; x5 + x6 + x7 = x8; x3 + x8 = x9; x9 - x10 = x11"
WIDE = "x1 + x2 = x3; x4 + x5 + x6 = x7; x7 + x3 + x8 = x9"


@dataclass
class Record:
    """A flat record under balance edits, as a ledger of one figure a variable."""

    names: list[str]
    ledger: object
    judgement: Judgement

    @classmethod
    def of(cls, edits: str, values: str, decimals: str = ".00") -> Record:
        """edits: `a + 2 b - c = d; …`, each with its total alone on the right. values: `a 1, b 2`, `NA` for a blank."""
        pairs = [pair.split() for pair in values.split(",")]
        names = [name for name, _ in pairs]
        lines = "\n".join(f"{name}|total|2024|{'' if v == 'NA' else v + decimals}" for name, v in pairs)
        ledger = made(lines, unit="rubles")
        total, part, of, weight = [], [], [], []
        for number, edit in enumerate(edits.split(";")):
            left, right = edit.split("=")
            total.append(names.index(right.strip()))
            for sign, times, name in re.findall(r"([+-]?)\s*(\d*)\s*([a-z]\w*)", left):
                for _ in range(int(times or 1)):
                    part.append(names.index(name))
                    of.append(number)
                    weight.append(-1 if sign == "-" else 1)
        bound = BoundIdentities(
            np.array(total, np.int32),
            part=np.array(part, np.int32),
            of=np.array(of, np.int32),
            weight=np.array(weight, np.int8),
        )
        known = rule()
        return cls(names, ledger, Judgement(known, bound, judge(ledger, bound, known)))

    def causes(self) -> list[list[Answer]]:
        """By group, the least sets of changes as what each figure should read, likeliest first."""
        plausibility = load(None).plausibility
        diagnoses, self.ranking = diagnose(self.ledger, [self.judgement], plausibility)
        for diagnosis in diagnoses:
            assert diagnosis.minimal
            for known in diagnosis.explanations:
                assert self.checker().repairs([k for _, k in diagnosis.rows], known.changes)
        return [[self._read(e.changes) for e in d.explanations if len(e.changes) == d.searched] for d in diagnoses]

    def slip(self, name: str, reads: int) -> str:
        figure = self.names.index(name)
        return self.ranking.slip_of(figure, reads * 100 - int(self.ledger.figures["amount"].iat[figure]))

    def imputed(self) -> Answer:
        return {self.names[f]: m.value // 100 for f, m in missing(self.ledger, [self.judgement]).items()}

    def verdicts(self) -> set[str]:
        return {Verdict(int(verdict)).word for verdict in self.judgement.judged.verdict}

    def checker(self) -> Certificates:
        bound, judged = self.judgement.bound, self.judgement.judged
        terms: list[dict[int, int]] = [{int(total): 1} for total in bound.total]
        for k, figure, weight in zip(bound.of.tolist(), bound.member.tolist(), bound.weight.tolist(), strict=True):
            terms[k][figure] = terms[k].get(figure, 0) - weight
        return Certificates(list(zip(terms, judged.difference.tolist(), strict=True)))

    def _read(self, changes: dict[int, int]) -> Answer:
        amounts = self.ledger.figures["amount"]
        return {self.names[f]: (int(amounts.iat[f]) + change) // 100 for f, change in changes.items()}


# ---- localisation of errors: errorlocate, editrules


def test_a_record_that_adds_up_has_no_cause() -> None:
    assert Record.of("x + y = z", "x 1, y 1, z 2").causes() == []


@pytest.mark.parametrize("more", ["", ", u 5"])
def test_one_edit_that_fails_takes_one_figure_and_any_of_the_three(more) -> None:
    causes = Record.of("x + y = z", "x 1, y 1, z 3" + more).causes()
    assert len(causes) == 1
    assert sorted(map(sorted, causes[0])) == [["x"], ["y"], ["z"]]


def test_three_equal_figures_cannot_be_a_sum() -> None:
    (answers,) = Record.of("x + y = z", "x 1, y 1, z 1").causes()
    assert {name: value for answer in answers for name, value in answer.items()} == {"x": 0, "y": 0, "z": 2}


def test_profit_and_cost_against_turnover_names_the_profit_first() -> None:
    """Published with an inequality that leaves profit alone; without it the slip of a digit too many decides."""
    record = Record.of("p + c = t", "p 755, c 125, t 200")
    (answers,) = record.causes()
    assert answers[0] == {"p": 75}
    assert record.slip("p", 75) == "digit-added"


def test_a_figure_doubled_in_an_edit_is_held_by_its_other_edit() -> None:
    """x + y = z fails and 2y + one = z holds: only x is free to move."""
    record = Record.of("x + y = z; 2 y + one = z", "x 1, y 1, z 3, one 1")
    assert record.causes() == [[{"x": 2}]]


def test_a_figure_of_ten_thousand_million_is_as_good_as_any() -> None:
    """Where big-M programmes give up: profit = turnover - cost with a profit of 1e10."""
    (answers,) = Record.of("t - c = p", "p 10000000000, c 200, t 300").causes()
    assert {"p": 100} in answers
    assert len(answers) == 3


def test_figures_nine_orders_apart_take_as_few_changes_as_brute_force_finds() -> None:
    """Published as a case in which the mixed-integer programme is wrong."""
    record = Record.of(WIDE, ", ".join(f"x{p} {10**p}" for p in range(1, 10)))
    sets = record.checker().least_sets(range(3), 3)
    (answers,) = record.causes()
    assert {len(answer) for answer in answers} == {len(sets[0])} == {3}
    assert len(answers) == MOST_ANSWERS < len(sets)


# ---- typing errors: correctTypos, correct_typos


def test_a_sound_record_of_scholtus_has_no_typo() -> None:
    assert Record.of(SCHOLTUS, _scholtus()).causes() == []


def test_two_digits_interchanged_are_put_right() -> None:
    record = Record.of(SCHOLTUS, _scholtus(x4=161))
    assert record.causes() == [[{"x4": 116}]]
    assert record.slip("x4", 116) == "digits-interchanged"


def test_two_typos_of_one_record_are_two_causes() -> None:
    record = Record.of(SCHOLTUS, _scholtus(x4=161, x9=19979))
    assert sorted(record.causes(), key=str) == [[{"x4": 116}], [{"x9": 1979}]]
    assert record.slip("x9", 1979) == "digit-added"


def test_a_typo_is_certain_where_its_neighbours_are_open() -> None:
    """Published without an answer: three parts read nought, and any of them could hold what their total says."""
    causes = Record.of(SCHOLTUS, _scholtus(x4=161, x5=0, x6=0, x7=0, x9=19979)).causes()
    parts = [{part: 411, "x9": 1979} for part in ("x5", "x6", "x7")]
    assert [sorted(answers, key=str) for answers in sorted(causes, key=len)] == [[{"x4": 116}], parts]


def test_a_total_that_reads_nought_is_named_with_the_typos_beside_it() -> None:
    causes = Record.of(SCHOLTUS, _scholtus(x4=161, x8=0, x9=19979)).causes()
    first = {name: value for answers in causes for name, value in answers[0].items()}
    assert first == {"x4": 116, "x8": 411, "x9": 1979}


def test_a_typo_comes_before_the_other_figures_of_its_edit() -> None:
    (answers,) = Record.of("x1 + x2 = x3", "x2 1452, x1 161, x3 1568").causes()
    assert answers[0] == {"x1": 116}


def test_contradictory_edits_leave_noughts_only() -> None:
    """x1 = x2 and 9 x1 = x2: published as not corrected, for it is no typo; the fewest changes are both figures."""
    record = Record.of("x1 = x2; 9 x1 = x2", "x1 10, x2 99")
    assert record.causes() == [[{"x1": 0, "x2": 0}]]
    assert record.slip("x1", 0) == "unexplained"


def test_a_part_that_the_edit_forgets_is_taken_for_no_typo() -> None:
    record = Record.of("x2 + x3 + x5 + x6 = x1", "x1 42280000, x2 11289000, x3 4328000, x5 11201000, x6 11849000")
    (answers,) = record.causes()
    assert len(answers) == 5
    assert {record.slip(name, value) for answer in answers for name, value in answer.items()} == {"unexplained"}


# ---- signs: correctSigns


@pytest.mark.parametrize(
    ("edit", "values", "figure", "reads"),
    [("x + y = z", "x -1, y 1, z 2", "x", 1), ("x + y = z", "x 1, y 2, z 1", "x", -1)],
)
def test_a_wrong_sign_is_among_the_answers_and_called_so(edit, values, figure, reads) -> None:
    record = Record.of(edit, values)
    (answers,) = record.causes()
    assert {figure: reads} in answers
    assert record.slip(figure, reads) == "sign"


# ---- rounding: correctRounding


@pytest.mark.parametrize(
    ("edits", "values"),
    [
        (SCHOLTUS, "x1 12, x2 4, x3 15, x4 4, x5 3, x6 1, x7 8, x8 11, x9 27, x10 41, x11 -13"),
        ("x + y = z", "x 1, y 1, z 1"),
        ("x + y = z", "x 2, y 1, z 4"),
    ],
)
def test_what_rounding_explains_is_no_error_to_be_located(edits, values) -> None:
    record = Record.of(edits, values, decimals="")
    assert record.verdicts() <= {"rounding", "holds"}
    assert "rounding" in record.verdicts()
    assert record.causes() == []


# ---- missing figures: deduImpute, impute_lr


@pytest.mark.parametrize(
    ("edits", "values", "imputed"),
    [
        ("x + y = z", "x 1, y NA, z 2", {"y": 1}),
        ("x + y = z", "x NA, y 1, z 1", {"x": 0}),
        ("x + y = z", "x 1, y NA, z 3, w 9", {"y": 2}),
        ("a + b = c", "a NA, b 10, c 12", {"a": 2}),
        ("a + b + c = d", "a NA, b 0, c 4, d 5", {"a": 1}),
        (
            SCHOLTUS,
            "x1 145, x2 NA, x3 155, x4 NA, x5 NA, x6 NA, x7 NA, x8 86, x9 NA, x10 217, x11 NA",
            {"x2": 10, "x4": 10, "x9": 241, "x11": 24},
        ),
        (
            "x1 + x2 = x3; x4 + x5 + x6 = x1; x7 + x8 = x2; x9 + x10 = x3",
            "x1 100, x2 NA, x3 NA, x4 15, x5 NA, x6 NA, x7 25, x8 35, x9 NA, x10 5",
            {"x2": 60, "x3": 160, "x9": 155},
        ),
    ],
)
def test_a_blank_that_the_edits_determine_is_proposed_and_no_other(edits, values, imputed) -> None:
    assert Record.of(edits, values).imputed() == imputed


def _scholtus(**wrong: int) -> str:
    values = (1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137)
    record = {f"x{number}": value for number, value in enumerate(values, 1)} | wrong
    return ", ".join(f"{name} {value}" for name, value in record.items())

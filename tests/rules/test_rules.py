"""Every shipped rule against its cases: what holds, what breaks, what cannot be decided."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from recon import trial
from recon.model.case import Case
from recon.rulebook.cases import shipped_cases
from recon.rulebook.load import load

FOLDER = Path(__file__).parent
RULEBOOK = load()
RULES = {rule.code: rule for rule in RULEBOOK.rules}
CASES = [
    pytest.param(code, case, id=f"{code}: {case.name}")
    for code in sorted(path.stem for path in FOLDER.glob("*.yaml"))
    for case in shipped_cases(code)
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_rule_gives_the_verdicts_of_its_case(code: str, case: Case) -> None:
    assert list(trial.misses(case, RULES[code], RULEBOOK)) == []


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_names_every_sum_that_breaks_and_the_sentence_of_every_finding(code: str, case: Case) -> None:
    if case.verdicts is not None:
        assert len(case.broken or case.findings or ()) == case.verdicts.get("broken", 0)
        assert all(set(entry) == {"code", "source", "period", "stated", "computed", "difference"}
                   for entry in case.broken)  # fmt: skip
    assert all("message" in entry for entry in case.findings or ())


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_fixture_has_a_case_that_holds_and_one_that_breaks(code: str) -> None:
    cases = shipped_cases(code)
    sums = [case.verdicts for case in cases if case.verdicts is not None]
    if sums:
        compares = any(case.findings is not None for case in cases)
        for verdict in ("holds", "broken", "undecided") if compares else ("holds", "broken", "undecided", "vacuous"):
            assert any(verdict in counts for counts in sums), verdict
    else:
        assert any(not case.findings for case in cases)
        assert any(case.findings for case in cases)


_AMOUNT = re.compile(r"-?\d+(?: \d{3})*[.,]\d+\b(?!\.)")


def amounts(text: str) -> set[Decimal]:
    """The decimals of a text, as values."""
    return {Decimal(found.replace(" ", "").replace(",", ".")) for found in _AMOUNT.findall(text)}


@pytest.mark.parametrize("kind", ["holds", "breaks"])
@pytest.mark.parametrize("code", sorted(RULES))
def test_the_figures_of_an_explained_example_are_those_of_a_case(code: str, kind: str) -> None:
    example = RULES[code].example[kind]
    shown = amounts(example["en"])
    assert shown == amounts(example["ru"])
    for case in shipped_cases(code):
        outcome = ("broken" in case.verdicts) if case.verdicts is not None else bool(case.findings)
        stated = amounts(case.figures or case.document)
        for breach in case.broken:
            stated |= amounts(breach["computed"])
        if outcome == (kind == "breaks") and shown <= stated:
            return
    pytest.fail(f"no case of {code} {kind} with {sorted(map(str, shown))}")

"""Rules that speak of some figures only, tolerances by unit, and the cases that a rule file is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from recon import engine
from recon.cli import cli
from recon.ledger.files import from_frame
from recon.model.scope import Scope
from recon.rulebook.load import load
from recon.trial import _frame

FIGURES = """code | element | source  | period | amount | unit
1    | Roads   | total   | 2026   | 100,0  | thousand-rubles
1    | Roads   | federal | 2026   | 60,0   | thousand-rubles
1    | Roads   | local   | 2026   | 30,0   | thousand-rubles
2    | Parks   | total   | 2027   | 100,0  | rubles
2    | Parks   | federal | 2027   | 60,0   | rubles
2    | Parks   | local   | 2027   | 39,0   | rubles"""


@pytest.fixture
def broken(tmp_path: Path):
    """The codes of the elements whose sources do not add, under a rule file with this stanza for SRC01."""

    def under(stanza: str) -> list[str]:
        path = tmp_path / "own.yaml"
        path.write_text(f"extends: [state-programme]\nrules:\n  SRC01: {stanza}\n", encoding="utf-8")
        rulebook = load(str(path))
        result = engine.check_ledger(from_frame(_frame(FIGURES), rulebook.vocabulary), [], [], rulebook)
        return [f.code for f in result.findings if f.rule.code == "SRC01" and f.verdict == "broken"]

    return under


@pytest.mark.parametrize(
    ("stanza", "codes"),
    [
        ("{severity: error}", ["1", "2"]),
        ("{where: {code: 1}}", ["1"]),
        ("{where: {code: '1*'}}", ["1"]),
        ("{where: {element: parks}}", ["2"]),
        ("{where: {period: [2026, 2030]}}", ["1"]),
        ("{where: {period: years}}", ["1", "2"]),
        ("{where: {source: всего}}", ["1", "2"]),
        ("{where: {source: federal}}", []),
        ("{where: {document: '*.docx'}}", []),
        ("{where: {table: financing, role: amount}}", ["1", "2"]),
        ("{unless: {period: 2026, code: 1.}}", ["2"]),
        ("{where: {code: [1, 2]}, unless: {code: 2}}", ["1"]),
        ("{tolerance: 5}", ["1"]),
        ("{tolerance: {rubles: 1}}", ["1"]),
        ("{tolerance: {thousand-rubles: 10, otherwise: exact}}", ["2"]),
        ("{tolerance: {thousand-rubles: exact, otherwise: 1}}", ["1"]),
    ],
)
def test_a_rule_speaks_of_the_figures_that_its_scope_and_tolerance_leave(broken, stanza: str, codes: list[str]) -> None:
    assert broken(stanza) == codes


def test_an_observation_outside_the_scope_of_its_rule_is_not_made(tmp_path: Path) -> None:
    document = tmp_path / "programme.txt"
    document.write_text(
        "Ресурсное обеспечение, тыс. рублей\n"
        "№ п/п\tНаименование\tИсточник финансирования\t2023\t2024\n"
        "1\tРемонт дорог\tВсего\t100,0\t60,0\n\t\tфедеральный бюджет\t60,0\t60,0\n\t\tобластной бюджет\t40,0\t\n",
        encoding="utf-8",
    )
    own = tmp_path / "own.yaml"
    found = {}
    for scope in ("period: 2024", "period: 2023", "table: financing", "table: passport", "document: programme*"):
        own.write_text(f"extends: [state-programme]\nrules:\n  FRM01: {{where: {{{scope}}}}}\n", encoding="utf-8")
        result = engine.reconcile([str(document)], load(str(own)))
        found[scope] = len([f for f in result.findings if f.rule.code == "FRM01"])
    assert found == {"period: 2024": 1, "period: 2023": 0, "table: financing": 1, "table: passport": 0,
                     "document: programme*": 1}  # fmt: skip


def test_a_pattern_does_not_mind_quotes_dashes_and_letters_that_look_alike_in_print() -> None:
    assert Scope(element=("ремонт «дорог»*",)).has("element", 'Ремонт "дорог" – всё')
    assert not Scope(element=("ремонт",)).has("element", "ремонт дорог")


OWN = """extends: [state-programme]
rules:
  MIN01:
    name: roads-and-parks
    title: roads and parks do not add to the district
    check: selected-parts-add-to-whole
    whole: {code: 9}
    parts: {code: [1, 2]}
    less: {code: 3}
    why: The form says so.
    cases:
      roads and parks without the repair make up the district:
        figures: |
          code | element  | source | period | amount
          9    | District | local  | 2026   | 10,0
          1    | Roads    | local  | 2026   | 8,0
          2    | Parks    | local  | 2026   | 4,0
          3    | Repair   | local  | 2026   | 2,0
          2    | Parks    | local  | 2027   | 4,0
        verdicts: {holds: 1}
"""
BROKEN = """      a part is wrong:
        figures: |
          code | element  | source | period | amount
          9    | District | local  | 2026   | 10,0
          1    | Roads    | local  | 2026   | 8,0
          2    | Parks    | local  | 2026   | 5,0
        verdicts: {broken: 1}
        broken: [{code: 9, computed: "%s", difference: "-3,0"}]
"""


def tried(path: Path, *options: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(cli, ["rules", "--test", str(path), *options])
    return done.exit_code, done.output.replace(str(path.parent), "…").splitlines()


def test_a_rule_of_a_ministry_is_tried_on_the_cases_that_stand_in_it(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN + BROKEN % "13,0", encoding="utf-8")
    assert tried(path, "--lang", "en") == (0, [
        "MIN01 roads and parks do not add to the district",
        "  as expected  roads and parks without the repair make up the district",
        "  as expected  a part is wrong",
        "",
        "2\u00a0cases of 1\u00a0rule, 0 otherwise than expected",
    ])  # fmt: skip


def test_a_case_that_comes_out_otherwise_says_how_and_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN + BROKEN % "12,0", encoding="utf-8")
    assert tried(path, "--lang", "ru") == (1, [
        "MIN01 roads and parks do not add to the district",
        "  как ожидалось  roads and parks without the repair make up the district",
        "  ИНАЧЕ          a part is wrong",
        "      нарушенные равенства: ожидалось code 9, computed 12,0, difference -3,0, "
        "получено code 9, computed 13.0, difference -3.0",
        "      --> …/own.yaml:21",
        "",
        "2\u00a0примера, 1\u00a0правило; не как ожидалось: 1",
    ])  # fmt: skip


def test_cases_may_stand_in_a_file_beside_the_rules_and_a_rule_without_any_says_so(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    rule, cases = OWN.split("    cases:\n")
    path.write_text(rule, encoding="utf-8")
    assert tried(path, "--lang", "en")[1][1] == (
        "  no cases: write some under `cases:`, or into MIN01.yaml beside the rule file"
    )
    (tmp_path / "MIN01.yaml").write_text("rule: MIN01\ncases:\n" + cases, encoding="utf-8")
    assert tried(path, "--lang", "en")[1][1].startswith("  as expected")


def test_a_file_without_rules_of_its_own_has_nothing_to_try(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: [state-programme]\n", encoding="utf-8")
    assert tried(path, "--lang", "en") == (0, ["…/own.yaml states no rule of its own and no cases: nothing to try"])


def test_a_silenced_rule_fails_its_cases(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("    why:", "    disabled: Not this year.\n    why:"), encoding="utf-8")
    code, lines = tried(path, "--lang", "en")
    assert code == 1
    assert "      the rule is silenced: Not this year." in lines


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("verdicts: {holds: 1}\n        needed: [4]", "what blanks would have to be: expected 4, found –"),
        ("verdicts: {}", "sums by verdict: expected –, found holds 1"),
        ("findings: [{code: 9}]", "findings: expected 1, found 0"),
        ("findings: []\n        silent: [GAP01]", ""),
    ],
)
def test_each_kind_of_expectation_is_held_against_what_was_found(tmp_path: Path, case: str, said: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.replace("verdicts: {holds: 1}", case), encoding="utf-8")
    code, lines = tried(path, "--lang", "en")
    assert (code, lines[2].strip() if code else "") == (bool(said), said)

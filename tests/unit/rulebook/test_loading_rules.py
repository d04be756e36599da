"""How rule files build on one another and become a rulebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recon.messages import say
from recon.model.errors import WrongRules, WrongUsage
from recon.model.rule import Rule, Rulebook, Severity
from recon.rulebook.checks import known_checks, parameters_of
from recon.rulebook.explain import computing, explain, find
from recon.rulebook.extend import profiles
from recon.rulebook.fault import faults
from recon.rulebook.load import load

OWN = """
  MIN01:
    name: own-rule
    title: сумма не равна
    check: parts-add-to-whole
    along: period
    why: {ru: Потому что.}
"""


@pytest.fixture
def own(tmp_path: Path):
    """Load a rule file made of this text."""

    def of_text(text: str, name: str = "own.yaml") -> Rulebook:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load(str(path))

    return of_text


def rule(rulebook: Rulebook, code: str) -> Rule:
    return next(rule for rule in rulebook.rules if rule.code == code)


def test_the_standard_profile_holds_the_rules_of_state_programmes() -> None:
    rulebook = load(None)
    assert rulebook.profile == "state-programme"
    codes = " ".join(rule.code for rule in rulebook.in_force)
    assert codes == (
        "BAL01 BAL02 BAL03 CAL01 COD01 FML01 FRM01 FRM02 FRM03 FRM04 FRM05 FRM06 FRM07 GAP01 HIE01 IND01 IND02 IND03 "
        "IND04 IND05 IND06 IND07 NAM01 NAM02 NUM01 NUM02 PER01 PER02 RAT01 RAT02 RAT03 RAT04 RAT05 SET01 SRC01 SRC02 "
        "SRC03 SRC04 TAB01 TXT01 TXT02 TXT03 UNI01"
    )
    assert load("state-programme").digest == rulebook.digest


@pytest.mark.parametrize("profile", profiles())
def test_every_shipped_profile_loads(profile: str) -> None:
    assert load(profile).profile == profile


def test_a_rule_keeps_what_its_stanza_says_and_where_it_stands() -> None:
    found = rule(load(), "SRC01")
    assert found.check == "parts-add-to-whole"
    assert found.parameters == {"along": "source"}
    assert (found.severity, found.rounding, found.tolerance) == (Severity.ERROR, Severity.WARNING, "exact")
    assert found.origin.path == "rules/base/sums.yaml"
    assert found.origin.column == 3


def test_an_override_changes_single_fields_and_keeps_the_rest(own) -> None:
    changed = own("extends: state-programme\nrules:\n  SRC01: {severity: warning, tolerance: '0,05'}\n")
    found, before = rule(changed, "SRC01"), rule(load(), "SRC01")
    assert (found.severity, found.tolerance) == (Severity.WARNING, "0.05")
    assert (found.title, found.why, found.parameters, found.origin) == (
        before.title,
        before.why,
        before.parameters,
        before.origin,
    )
    assert changed.profile == "own"


def test_a_silenced_rule_keeps_its_reason_and_is_not_in_force(own) -> None:
    rulebook = own("extends: [state-programme]\nrules:\n  HIE01: {disabled: Annex 3 lists priority activities only.}\n")
    assert rule(rulebook, "HIE01").disabled == "Annex 3 lists priority activities only."
    assert "HIE01" not in [rule.code for rule in rulebook.in_force]


def test_an_own_rule_in_one_language_speaks_it_in_both(own) -> None:
    found = rule(own("extends: [state-programme]\ndefaults: {severity: warning}\nrules:" + OWN), "MIN01")
    assert found.title == {"en": "сумма не равна", "ru": "сумма не равна"}
    assert found.why == {"en": "Потому что.", "ru": "Потому что."}
    assert found.severity is Severity.WARNING


def test_defaults_fill_only_what_no_stanza_states(own) -> None:
    rulebook = own("extends: [state-programme]\ndefaults: {severity: information, tolerance: 0.1}\n")
    assert rule(rulebook, "SRC01").severity is Severity.ERROR
    assert rule(rulebook, "SRC01").tolerance == "0.1"


def test_files_extend_one_another_and_the_nearest_to_the_user_wins(own, tmp_path: Path) -> None:
    (tmp_path / "ministry.yaml").write_text(
        "profile: ministry\nextends: [state-programme]\n"
        "rules:\n  SRC01: {severity: warning}\n  PER01: {severity: warning}\n"
    )
    rulebook = own("profile: department\nextends: [./ministry]\nrules:\n  PER01: {severity: information}\n")
    assert rulebook.profile == "department"
    assert rule(rulebook, "SRC01").severity is Severity.WARNING
    assert rule(rulebook, "PER01").severity is Severity.INFORMATION


def test_a_file_reached_twice_does_not_undo_an_override(own, tmp_path: Path) -> None:
    (tmp_path / "first.yaml").write_text("extends: [base/sums]\nrules:\n  SRC01: {severity: warning}\n")
    (tmp_path / "second.yaml").write_text("extends: [base/sums]\nrules:\n  PER01: {severity: warning}\n")
    rulebook = own("extends: [first.yaml, second.yaml]\n")
    assert rule(rulebook, "SRC01").severity is Severity.WARNING
    assert rule(rulebook, "PER01").severity is Severity.WARNING


def test_the_digest_changes_with_a_rule_and_with_a_word_but_not_with_a_place(own) -> None:
    text = "extends: [state-programme]\nrules:\n  SRC01: {severity: warning}\n"
    first = own(text)
    assert own("# a remark\n" + text).digest == first.digest
    assert first.digest != load().digest
    assert own(text.replace("warning", "information")).digest != first.digest


def test_all_faults_of_a_file_come_together_in_the_order_of_its_lines(own) -> None:
    with pytest.raises(WrongRules) as caught:
        own(
            "extends: [state-programme]\nrules:\n  SRC02: {severity: bad}\n  SRC01: {colour: red}\n"
            + OWN.replace("whole", "hole")
        )
    assert [(fault.at.line, fault.key) for fault in faults(caught.value)] == [
        (3, "rules.fault.severity"),
        (4, "rules.fault.unknown-field"),
        (9, "rules.fault.unknown-check"),
    ]


def test_a_file_that_is_not_there_is_refused_at_the_line_that_asks_for_it(own) -> None:
    with pytest.raises(WrongRules) as caught:
        own("extends:\n  - state-programme\n  - ./absent.yaml\n")
    assert (caught.value.parameters["line"], caught.value.parameters["column"]) == (3, 5)


def test_the_parameters_read_from_the_text_of_a_check_are_those_that_it_has() -> None:
    from recon import registry

    for name in known_checks():
        assert parameters_of(name) == registry.module("checks", name).PARAMETERS, name


def test_a_module_of_the_folder_that_is_no_check_is_not_one_for_rules() -> None:
    assert "judge" not in known_checks()
    assert parameters_of("judge") is None
    assert parameters_of("../model/rule") is None


def test_loading_and_explaining_import_nothing_heavy() -> None:
    program = (
        "import sys; from recon.rulebook.load import load; from recon.rulebook.explain import explain, find;"
        "book = load(); explain(find(book, 'SRC01'), 'ru', book);"
        "heavy = ('numpy', 'pandas', 'pandera', 'pyarrow', 'lxml', 'openpyxl', 'difflib');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("word", ["SRC01", "src01", " sources-add-to-total "])
def test_a_rule_is_found_by_code_or_name_in_any_case(word: str) -> None:
    assert find(load(), word).code == "SRC01"


def test_an_unknown_rule_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(WrongUsage) as caught:
        find(load(), "SCR01")
    assert caught.value.parameters["hint"] == ("rules.hint.meant", {"word": "SRC01"})


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_an_explanation_says_why_shows_examples_and_how_to_silence(lang: str) -> None:
    rulebook = load()
    for each in rulebook.rules:
        text = explain(each, lang, rulebook)
        assert text.splitlines()[0].endswith(f"[{each.code}] {each.title[lang]}")
        flat = " ".join(text.split())
        assert f"  = {say('rules.explain.outcome.holds', lang)}" in text
        assert computing(each, lang) in flat
        for part in (each.must, each.why, each.misses, each.catches, each.example["holds"], each.example["breaks"]):
            assert " ".join(part[lang].split()) in flat
        assert f"{each.code}: {{disabled: " in text
        assert f"- rule: {each.code}" in text


def test_an_explained_rule_that_is_silenced_says_so_first(own) -> None:
    rulebook = own("extends: [state-programme]\nrules:\n  HIE01: {disabled: Annex 3 is a choice., tolerance: 0.5}\n")
    lines = explain(find(rulebook, "HIE01"), "en", rulebook).splitlines()
    assert lines[3:5] == ["Silenced, because", "  Annex 3 is a choice."]
    assert "more than 0.5" in " ".join(lines)


def test_what_an_explanation_says_to_write_silences_the_rule(own) -> None:
    from recon.rulebook.explain import silencing

    for each in load().rules:
        rulebook = own(silencing(each, "ru"))
        assert each.code not in [other.code for other in rulebook.in_force]


@pytest.mark.parametrize(
    "name", ['"./a\\0b.yaml"', f"./{'x' * 5000}", f"{'x' * 5000}/y", "/", "./", ".", "../", "/dev/null"]
)
def test_a_name_that_no_file_has_is_refused_and_not_a_crash(own, name: str) -> None:
    with pytest.raises(WrongRules) as caught:
        own(f"extends: [{name}]\n")
    assert [fault.key for fault in faults(caught.value)] == ["rules.fault.no-such-file"]


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "-", "absent.yaml"])
def test_a_profile_that_no_file_has_is_refused_and_not_a_crash(name: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        load(name)
    assert caught.value.key == "error.no-such-rules"

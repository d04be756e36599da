"""Every fault of a rule file beside this test: its exact words, first in English, then in Russian."""

from __future__ import annotations

from pathlib import Path

import pytest

from recon.messages import rule_faults, rule_scopes
from recon.model.errors import WrongRules, WrongUsage
from recon.rulebook.cases import of_file
from recon.rulebook.fault import faults
from recon.rulebook.load import load
from recon.rulebook.parse import LARGEST_FILE
from recon.telling.narration import fault

FOLDER = Path(__file__).parent
WRONG = sorted(path.stem for path in FOLDER.glob("*.txt"))
#: what no file beside this test can show: it depends on the machine, on size, or on the shipped files
SHOWN_ELSEWHERE = {"unreadable", "too-large", "syntax", "one-language", "case-of-other"}


def refused(path: str) -> WrongRules:
    with pytest.raises(WrongRules) as caught:
        load(path)
    return caught.value


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_rule_file_is_refused_in_these_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    error = refused(f"{name}.yaml")
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert f"{fault(error, 'en')}\n\n{fault(error, 'ru')}\n" == golden
    assert error.exit_status == 2
    assert {"path", "line", "column"} <= set(error.parameters)


def test_every_wrong_rule_file_has_its_words() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "cycle-second") == WRONG


def test_every_fault_has_a_rule_file_that_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    shown = {each.key for name in WRONG for each in faults(refused(f"{name}.yaml"))}
    keys = [*rule_faults.MESSAGES, *rule_scopes.MESSAGES]
    stated = {key for key in keys if key.startswith("rules.fault.") and not key.endswith(".help")}
    assert stated - shown == {f"rules.fault.{name}" for name in SHOWN_ELSEWHERE}


def test_a_file_larger_than_any_rule_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    text = fault(refused(str(path)), "en")
    assert text.startswith("error: the file has 500001 bytes, a rule file has at most 500000\n")


def test_cases_beside_a_rule_file_that_are_for_another_rule_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("MIN01.yaml").write_text("rule: MIN02\ncase: {}\n", encoding="utf-8")
    with pytest.raises(WrongRules) as caught:
        of_file(Path("MIN01.yaml"), "MIN01")
    assert fault(caught.value, "en") == (
        "error: the file is called after MIN01, so `rule:` has to say MIN01\n"
        "  --> MIN01.yaml:1:7\n\n"
        'error: unknown key "case" at the top of the file\n'
        "  --> MIN01.yaml:2:1\n"
        '  = did you mean "cases"?'
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", 'error: no profile and no file is called "state-programe"\n  = did you mean "state-programme"?'),
        (
            "ru",
            "ошибка: нет ни профиля, ни файла с именем «state-programe»\n"
            "  = возможно, имелось в виду «state-programme»?",
        ),
    ],
)
def test_an_unknown_profile_is_refused_with_the_nearest_one(lang: str, words: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        load("state-programe")
    assert fault(caught.value, lang) == words


def test_a_folder_is_no_rule_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    with pytest.raises(WrongUsage) as caught:
        load("words")
    assert fault(caught.value, "en") == (
        'error: "words" is a folder\n  --> words\n  = name one rule file; it may list others under `extends:`'
    )

"""What a rule file may say and cannot mean: the exact words of `recon rules --check`, in English, then in Russian."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli
from recon.messages.rule_advice import MESSAGES
from recon.rulebook.advice import advice
from recon.rulebook.load import examined

FOLDER = Path(__file__).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def said(name: str, lang: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["rules", "--check", f"{name}.yaml", "--lang", lang])
    return done.exit_code, done.output.replace("\u00a0", " ")


@pytest.mark.parametrize("name", FILES)
def test_a_rule_file_is_examined_in_these_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    (status, english), (_, russian) = said(name, "en"), said(name, "ru")
    assert f"{english}\n{russian}" == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert status == (0 if name == "nothing-wrong" else 2)


def test_every_advice_has_a_rule_file_that_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    shown = set()
    for name in FILES:
        rulebook, merged = examined(f"{name}.yaml")
        shown |= {fault.key for fault in advice(merged, rulebook)}
    stated = {key for key in MESSAGES if key.startswith("rules.advice.") and not key.endswith(".help")}
    assert stated - shown == {"rules.advice.no-cases", "rules.advice.counts"}


@pytest.mark.parametrize("name", [None, "draft", "municipal-programme", "regional-project", "budget-spreadsheet"])
def test_nothing_is_wrong_with_what_is_shipped(name: str | None) -> None:
    rulebook, merged = examined(name)
    assert advice(merged, rulebook) == []


def test_a_rule_file_that_does_not_load_is_refused_as_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: [by-document]\nrules:\n  SRC01: {severty: error}\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["rules", "--check", str(path), "--lang", "en"])
    assert done.exit_code == 2
    assert 'unknown field "severty"' in done.stderr


def test_check_and_test_together_try_the_cases_only_where_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    wrong = CliRunner().invoke(cli, ["rules", "--check", "never-applied.yaml", "--test", "never-applied.yaml"])
    assert (wrong.exit_code, "as expected" in wrong.output) == (2, False)
    right = CliRunner().invoke(
        cli, ["rules", "--check", "nothing-wrong.yaml", "--test", "nothing-wrong.yaml", "--lang", "en"]
    )
    assert (right.exit_code, "nothing to try" in right.output) == (0, True)

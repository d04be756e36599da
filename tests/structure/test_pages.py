"""The manual says what is there: its output is the tool's, its links lead somewhere, CI runs its command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli

ROOT = Path(__file__).parents[2]
FOLDERS = ("docs", "rules", "changes", "bench", "inputs", "outputs")
PAGES = sorted([*ROOT.glob("*.md"), *(page for name in FOLDERS for page in (ROOT / name).rglob("*.md"))])
READMES = {"en": ROOT / "README.md", "ru": ROOT / "README.ru.md"}
SAMPLE = "inputs/sample/programme.docx"
WIDTH = "100"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https:") or (page.parent / target).exists(), target


@pytest.mark.parametrize("lang", READMES)
def test_the_findings_of_the_first_screen_are_what_the_tool_prints(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", WIDTH)
    printed = CliRunner().invoke(cli, ["check", SAMPLE, "--lang", lang]).stdout
    shown = READMES[lang].read_text(encoding="utf-8").split("```\n")[1]
    pieces = [piece.strip("\n") for piece in shown.split("\n\n") if piece.strip() != "…"]
    assert len(pieces) > 2
    assert [piece for piece in pieces if piece not in printed] == [], "docs/make_first_screen.py writes them anew"


@pytest.mark.parametrize("lang", READMES)
def test_continuous_integration_runs_the_test_command_of_the_manual(lang: str) -> None:
    commands = re.findall(r"&& (\S+ -m pytest.*)", READMES[lang].read_text(encoding="utf-8"))
    assert len(commands) == 1
    assert f"\n{commands[0]}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", READMES)
def test_the_manual_names_every_rule_with_its_severity(lang: str) -> None:
    from recon.rulebook.load import load

    words = {
        "en": {"error": "error", "warning": "warning", "information": "information"},
        "ru": {"error": "ошибка", "warning": "предупреждение", "information": "сведения"},
    }
    rows = dict(re.findall(r"^\| ([A-Z]{3}\d\d) \|.*\| (\S+) \|$", READMES[lang].read_text(encoding="utf-8"), re.M))
    assert rows == {rule.code: words[lang][rule.severity.value] for rule in load().in_force}

"""A package beside recon adds a check, a reader or a report through an entry point; recon's own are never replaced."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recon import messages, registry
from recon.cli import cli
from recon.readers import opening
from recon.rulebook import checks

ENTRY_POINTS = """[recon.checks]
no-negative-figure = ministry.negative
parts-add-to-whole = ministry.negative
not-there = ministry.absent
[recon.readers]
piped = ministry.piped
[recon.reports]
codes = ministry.codes
"""
MODULES = {
    "__init__": "",
    "negative": '''
from recon.checks.noticed import observation
PARAMETERS = {}
MESSAGES = {"ministry.negative": {"en": "the amount is below zero", "ru": "сумма меньше нуля"}}
def inspect(ledger, extractions, vocabulary, parameters):
    for figure in ledger.figures.index[ledger.figures["amount"] < 0]:
        yield observation("ministry.negative", ledger, int(figure))
''',
    "piped": '''
from recon.model.document import Cell, Document, Table
SUFFIXES = (".piped",)
def read(path, data, sha256):
    lines = enumerate(data.decode().splitlines(), start=1)
    rows = [[Cell(t.strip(), n, c, line=n) for c, t in enumerate(line.split("|"), 1)] for n, line in lines]
    return Document(path, sha256, "piped", [Table(rows, line=1)])
''',
    "codes": '''
SUFFIX = "codes"
def pieces(result, asked):
    yield " ".join(finding.rule.code for finding in result.findings) + "\\n"
''',
}
RULES = """extends: [by-document]
rules:
  MIN01:
    name: no-negative-figure
    title: a figure is negative
    check: no-negative-figure
    severity: warning
    why: Our form has no negative amounts.
    cases:
      all above zero:
        figures: |
          code | element | source | period | amount
          1    | Roads   | local  | 2026   | 1,0
        findings: []
      one below:
        figures: |
          code | element | source | period | amount
          1    | Roads   | local  | 2026   | -1,0
        findings: [{code: 1, period: 2026}]
"""
TABLE = (
    "№ п/п|Наименование|Источник финансирования|2023, тыс. рублей|2024, тыс. рублей\n"
    "1|Дороги|Всего|100,0|-60,0\n||федеральный бюджет|100,0|-60,0\n"
)


@pytest.fixture
def ministry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with plug-ins, installed as pip would leave it, and a working folder."""
    site = tmp_path / "site"
    (site / "ministry").mkdir(parents=True)
    (site / "ministry-1.0.dist-info").mkdir()
    (site / "ministry-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: ministry\nVersion: 1.0\n")
    (site / "ministry-1.0.dist-info" / "entry_points.txt").write_text(ENTRY_POINTS)
    for name, text in MODULES.items():
        (site / "ministry" / f"{name}.py").write_text(text, encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.chdir(work)
    monkeypatch.setattr(messages, "_tables", {})
    _forget()
    Path("own.yaml").write_text(RULES, encoding="utf-8")
    Path("a.piped").write_text(TABLE, encoding="utf-8")
    yield work
    _forget()
    for name in [name for name in sys.modules if name.split(".")[0] == "ministry"]:
        del sys.modules[name]


def _forget() -> None:
    for known in (registry.plugged, opening._plugged_readers, checks.parameters_of, checks.adds_figures):
        known.cache_clear()


def run(*asked: str) -> Result:
    return CliRunner().invoke(cli, [*asked, "--lang", "en"])


def test_a_check_of_another_package_is_a_check_for_rules(ministry: Path) -> None:
    done = run("rules", "--check", "own.yaml", "--test", "own.yaml")
    assert done.exit_code == 0, done.output
    assert "2\u00a0cases of 1\u00a0rule, 0 otherwise than expected" in done.output


def test_its_findings_are_told_in_its_own_words(ministry: Path) -> None:
    said = run("check", "a.piped", "--rules", "own.yaml").output
    assert "warning[MIN01] a figure is negative\n  --> a.piped, line 2, table 1, row 2, column 5" in said
    assert "  = the amount is below zero\n" in said


def test_a_reader_of_another_package_reads_its_files_also_in_folders(ministry: Path) -> None:
    assert "not read" not in run("check", "a.piped").output
    assert "a.piped" in run("check", ".", "--rules", "own.yaml").output


def test_a_report_of_another_package_is_a_form(ministry: Path) -> None:
    assert run("check", "a.piped", "--rules", "own.yaml", "--format", "codes").output == "MIN01 MIN01\n"
    assert run("check", "a.piped", "--format", "kodes").exit_code == 2


def test_what_recon_has_itself_is_not_replaced(ministry: Path) -> None:
    assert registry.module("checks", "parts-add-to-whole").__name__ == "recon.checks.parts_add_to_whole"
    assert "parts-add-to-whole" not in registry.plugged("checks")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            "error: the plug-in not-there cannot be loaded: No module named 'ministry.absent'\n"
            "  = its entry point in the group recon.checks names ministry.absent; mend or uninstall the package that "
            "brings it\n",
        ),
        (
            "ru",
            "ошибка: дополнение not-there не загружается: No module named 'ministry.absent'\n"
            "  = его точка входа в группе recon.checks указывает на ministry.absent; исправьте или удалите пакет, где "
            "она записана\n",
        ),
    ],
)
def test_a_plug_in_that_cannot_be_loaded_is_no_fault_of_the_document(ministry: Path, lang: str, words: str) -> None:
    Path("own.yaml").write_text(RULES.replace("check: no-negative-figure", "check: not-there"), encoding="utf-8")
    done = CliRunner().invoke(cli, ["check", "a.piped", "--rules", "own.yaml", "--lang", lang])
    assert (done.exit_code, done.stderr) == (2, words)


def test_looking_for_plug_ins_is_not_paid_for_by_those_who_use_none() -> None:
    import subprocess

    program = (
        "import sys; from recon.cli import cli; from recon.rulebook.load import load; load();"
        "print('importlib.metadata' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""Each document is judged by the profile that it asks for, and the report says which and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import recon
from recon.cli import cli
from recon.model.document import Cell, Document, Paragraph, Table
from recon.rulebook.choose import choose, kinds
from recon.rulebook.load import load

TABLE = (
    "Ресурсное обеспечение, тыс. рублей\n"
    "№ п/п\tНаименование\tИсточник финансирования\t2023\t2024\n"
    "1\tДороги\tВсего\t100,0\t0,0\n\t\tфедеральный бюджет\t60,0\t0,0\n\t\tместный бюджет\t30,0\t0,0\n"
)


def document(
    *lines: str, form: str = "docx", rows: list[list[str]] | None = None, sheet: str | None = None
) -> Document:
    blocks: list[Paragraph | Table] = [Paragraph(line) for line in lines]
    if rows is not None:
        cells = [[Cell(text, r, c) for c, text in enumerate(row, 1)] for r, row in enumerate(rows, 1)]
        blocks.append(Table(cells, sheet=sheet))
    return Document("a", "", form, blocks)


@pytest.mark.parametrize(
    ("asking", "profile", "words"),
    [
        (document("Об утверждении", "государственной", "программы области"),
         "state-programme", "государственной программы"),
        (document("Муниципальная программа города"), "municipal-programme", "муниципальная программа"),
        (document("О внесении изменений в муниципальную программу", "государственная программа края"),
         "municipal-programme", "муниципальную программу"),
        (document("ПАСПОРТ регионального  проекта «Дороги»"), "regional-project", "регионального проекта"),
        (document(form="xlsx", rows=[["Приложение 1"], ["Об исполнении бюджета города"]], sheet="Лист1"),
         "budget-spreadsheet", "исполнении бюджета"),
        (document(form="xlsx", rows=[["Муниципальная программа"], ["Расходы бюджета"]], sheet="Лист1"),
         "municipal-programme", "муниципальная программа"),
        (document("Об исполнении бюджета города"), "state-programme", None),
        (document(form="csv", rows=[["a", "b"]]), "budget-spreadsheet", None),
        (document("Протокол"), "state-programme", None),
        (document("Программа", rows=[["строка"], ["строка"], ["строка"], ["субсидии муниципальным программам"]]),
         "state-programme", None),
    ],
)  # fmt: skip
def test_the_first_words_at_the_head_of_a_document_choose_its_profile(
    asking: Document, profile: str, words: str | None
) -> None:
    choice = choose(asking, kinds())
    assert choice.profile == profile
    assert choice.why[1].get("words") == words


def test_a_draft_is_judged_mildly_only_where_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ПРОЕКТ\nГосударственная программа\n" + TABLE, encoding="utf-8")
    assert {f.severity.value for f in recon.check(path).findings if f.rule.code == "SRC01"} == {"error"}
    mild = recon.check(path, "draft")
    assert {f.severity.value for f in mild.findings if f.rule.code == "SRC01"} == {"warning"}
    assert "error" not in {f.severity.value for f in mild.findings}
    assert mild.exit_status(None) == 0


@pytest.fixture
def several(tmp_path: Path) -> Path:
    (tmp_path / "state.txt").write_text("Государственная программа\n" + TABLE, encoding="utf-8")
    (tmp_path / "project.txt").write_text("Паспорт регионального проекта\n" + TABLE, encoding="utf-8")
    (tmp_path / "budget.csv").write_text(
        "Раздел;Наименование;2023 год\n01;Расходы;100\n0101;Школы;60\n0102;Дороги;30\n", encoding="utf-8"
    )
    (tmp_path / "ledger.csv").write_text(
        "code,element,source,period,amount\n1,Roads,federal,2026,10\n1.1,Repair,federal,2026,4\n1.2,Build,federal,2026,5\n"
    )
    return tmp_path


def test_documents_of_several_profiles_are_each_judged_by_their_own(several: Path) -> None:
    result = recon.check(several)
    names = {Path(document.path).name: document.profile for document in result.documents}
    assert names == {"state.txt": "state-programme", "project.txt": "regional-project",
                     "budget.csv": "budget-spreadsheet", "ledger.csv": "state-programme"}  # fmt: skip
    assert result.rulebook.profile == "budget-spreadsheet, regional-project, state-programme"
    titles = {Path(f.at.document).name: f.rule.title["en"] for f in result.findings if f.rule.code == "HIE01"}
    assert titles["ledger.csv"] == "children do not add to the parent"
    for name, title in titles.items():
        alone = recon.check(several / name)
        assert [f.rule.title["en"] for f in alone.findings if f.rule.code == "HIE01"] == [title]
    one_by_one = [f.fingerprint for name in sorted(names) for f in recon.check(several / name).findings]
    assert sorted(f.fingerprint for f in result.findings) == sorted(one_by_one)


def test_the_report_says_which_profile_and_why_for_each_document(several: Path, monkeypatch) -> None:
    monkeypatch.chdir(several)
    said = CliRunner().invoke(cli, ["check", ".", "--lang", "en"]).output
    assert said.endswith(
        "Rules:\n"
        "  budget-spreadsheet for ./budget.csv (it is CSV and names no programme)\n"
        "  regional-project for ./project.txt (it says «регионального проекта»)\n"
        "  state-programme for ./state.txt (it says «государственная программа»)\n"
        "  state-programme for ./ledger.csv (it is a ledger file)\n"
    )
    made = json.loads(CliRunner().invoke(cli, ["check", "project.txt", "--format", "json", "--lang", "ru"]).output)
    assert made["documents"][0]["profile"] == {
        "name": "regional-project", "why": "в документе сказано «регионального проекта»",
    }  # fmt: skip


def test_a_rule_file_builds_on_the_profile_of_the_document_and_its_silenced_rules_are_told(
    several: Path, monkeypatch
) -> None:
    monkeypatch.chdir(several)
    Path("own.yaml").write_text(
        "profile: ours\nextends: [by-document]\nrules:\n  SRC01: {disabled: Annex 3 is a choice.}\n", encoding="utf-8"
    )
    said = CliRunner().invoke(cli, ["check", "project.txt", "--rules", "own.yaml", "--lang", "en"]).output
    assert said.endswith(
        "Rules: ours, regional-project (it says «регионального проекта»)\n"
        "Silenced: SRC01, sources do not add to the total: Annex 3 is a choice.\n"
    )
    options = ["--rules", "own.yaml", "--format", "json"]
    made = json.loads(CliRunner().invoke(cli, ["check", "project.txt", *options]).output)
    assert made["rulebook"]["silenced"] == [{"rule": "SRC01", "why": "Annex 3 is a choice."}]


def test_a_profile_named_with_rules_is_that_of_all_documents(several: Path, monkeypatch) -> None:
    monkeypatch.chdir(several)
    said = CliRunner().invoke(cli, ["check", ".", "--rules", "state-programme", "--lang", "ru"]).output
    assert said.endswith("Правила: state-programme (указан в --rules)\n")


def test_a_profile_changes_what_it_says_it_changes() -> None:
    def of(profile: str) -> dict[str, tuple[str, str]]:
        return {rule.code: (rule.severity.value, rule.title["ru"]) for rule in load(profile).rules}

    standard = of("state-programme")
    changed = {name: sorted(code for code, said in of(name).items() if said != standard[code])
               for name in ("municipal-programme", "regional-project", "budget-spreadsheet")}  # fmt: skip
    assert changed == {"municipal-programme": ["SRC02"], "regional-project": ["HIE01"],
                       "budget-spreadsheet": ["FRM05", "HIE01"]}  # fmt: skip


def test_the_worst_severity_of_the_file_nearest_to_the_user_wins(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("extends: [draft]\nworst: information\n", encoding="utf-8")
    assert {rule.severity.value for rule in load(str(path)).rules} == {"information"}
    assert {rule.rounding.value for rule in load(str(path)).rules} == {"information"}

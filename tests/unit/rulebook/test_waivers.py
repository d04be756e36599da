"""Waivers set a finding apart, for a time and with a name; nothing is dropped, and idle ones are told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import recon
from recon.cli import cli
from recon.reports.json import schema
from recon.rulebook.extend import read
from recon.rulebook.load import load
from recon.rulebook.waivers import read_waivers
from recon.rulebook.waiving import apply

DOCUMENT = (
    "Государственная программа\nРесурсное обеспечение, тыс. рублей\n"
    "№ п/п\tНаименование\tИсточник финансирования\t2023\t2024\n"
    "1\tДороги\tВсего\t100,0\t60,0\n\t\tфедеральный бюджет\t60,0\t60,0\n\t\tместный бюджет\t30,0\t\n"
    "2\tПарки\tВсего\t50,0\t7,0\n\t\tфедеральный бюджет\t45,0\t3,0\n\t\tместный бюджет\t5,0\t4,0\n"
)
WAIVER = """waivers:
  - rule: SRC01
    author: И. Петрова
    reason: Остаток прошлого года.
    expires: {expires}
    {place}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("a.txt").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def checked(*options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "a.txt", "--lang", "en", *options])


def waive(place: str, expires: str = "2999-12-31", name: str = "recon-waivers.yaml") -> None:
    Path(name).write_text(WAIVER.format(place=place, expires=expires), encoding="utf-8")


def test_a_waived_finding_stands_apart_and_no_exit_status_counts_it(folder: Path) -> None:
    assert checked().exit_code == 1
    waive("where: {code: 1, period: 2023, source: всего}")
    done = checked()
    assert done.exit_code == 0
    said = done.output.replace("\u00a0", " ")
    assert said[said.index("waived:") :] == (
        "waived:\n"
        "  error[SRC01] 1 · total · 2023: stated 100,0, computed 90,0, difference +10,0 тыс. рублей\n"
        "    --> a.txt, line 4, table 1, row 2, column 4\n"
        "    = И. Петрова, until 2999-12-31 (recon-waivers.yaml:2): Остаток прошлого года.\n\n"
        "4 identities: 2 hold, 1 broken, 1 undecided (--all lists them). 12 figures, 3 are covered by no\n"
        "identity (recon figures lists them). An error in 9 of them would show, but not in which figure\n"
        "(column protection of recon figures). 1 finding: 1 warning. 1 finding is waived\n"
        "Rules: state-programme (it says «государственная программа»)\n"
    )
    assert "error[SRC01] sources do not add" not in done.output


def test_a_waived_finding_is_in_the_json_report_with_who_waived_it(folder: Path) -> None:
    waive("where: {code: 1}\n    difference: '10,0'")
    made = json.loads(checked("--format", "json").output)
    Draft202012Validator(schema()).validate(made)
    assert [f["rule"] for f in made["findings"]] == ["FRM01"]
    assert [(f["rule"], f["waiver"]["author"], f["waiver"]["expires"]) for f in made["waived"]] == [
        ("SRC01", "И. Петрова", "2999-12-31")
    ]
    assert [(use["state"], use["findings"], use["line"]) for use in made["waivers"]] == [("used", ["F1"], 2)]
    assert "waived" not in json.loads(checked("--format", "json", "--waivers", _other(folder)).output)


def _other(folder: Path) -> str:
    (folder / "none.yaml").write_text("waivers: []\n", encoding="utf-8")
    return "none.yaml"


def test_a_concise_report_says_which_findings_are_waived(folder: Path) -> None:
    waive("where: {code: 1}")
    assert (
        "a.txt:4:4: error[SRC01] sources do not add to the total (1 · total · 2023): stated 100,0, computed 90,0, "
        "difference +10,0 тыс. рублей; waived by И. Петрова until 2999-12-31: Остаток прошлого года.\n"
    ).replace("\u00a0", " ") in checked("--format", "concise").output.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("where: {code: 1}", "used"),
        ("where: {document: a.*, table: t1}", "used"),
        ("where: {table: financing, period: years}", "used"),
        ("where: {table: passport}", "unused"),
        ("where: {code: 2}", "unused"),
        ("where: {element: дороги}\n    difference: 10", "used"),
        ("where: {code: 1}\n    difference: '-10'", "unused"),
        ("where: {document: b.txt}", "unused"),
        ("fingerprint: 0123456789abcdef", "unused"),
    ],
)
def test_a_waiver_speaks_of_its_place_alone(folder: Path, place: str, state: str) -> None:
    waive(place)
    made = json.loads(checked("--format", "json").output)
    assert [use["state"] for use in made["waivers"]] == [state]
    assert len(made["waived"]) == (state == "used")


def test_a_fingerprint_names_one_finding(folder: Path) -> None:
    made = json.loads(checked("--format", "json").output)
    waive(f'fingerprint: "{made["findings"][0]["fingerprint"]}"')
    assert checked().exit_code == 0


def test_an_unused_waiver_is_told(folder: Path) -> None:
    waive("where: {code: 2}")
    done = checked()
    assert done.exit_code == 1
    assert done.output.replace("\n  ", " ").endswith(
        "unused waiver recon-waivers.yaml:2: SRC01 finds nothing there (code: 2); take it out\n"
    )


def test_an_expired_waiver_silences_nothing_and_says_so(folder: Path) -> None:
    waive("where: {code: 1}", expires="2020-01-31")
    done = checked()
    assert done.exit_code == 1
    assert done.output.replace("\n  ", " ").endswith(
        "expired waiver recon-waivers.yaml:2: SRC01 (code: 1) was waived until 2020-01-31 by И. Петрова; "
        "1\u00a0finding counts again\n"
    )
    assert "истекло: SRC01 (code: 1) до 31.01.2020, И. Петрова; 1\u00a0замечание снова" in (
        checked("--lang", "ru").output.replace("\n  ", " ")
    )


def test_a_waiver_holds_on_its_last_day_and_not_on_the_next(folder: Path) -> None:
    waive("where: {code: 1}", expires="2026-12-31")
    waivers = read_waivers(Path("recon-waivers.yaml"), ["SRC01"], load().vocabulary)
    for today, waived in ((date(2026, 12, 31), 1), (date(2027, 1, 1), 0)):
        result = recon.check("a.txt")
        apply(result, waivers, today)
        assert len(result.waived) == waived


def test_an_expired_waiver_of_nothing_is_told_to_be_taken_out(folder: Path) -> None:
    waive("where: {code: 2}", expires="2020-01-31")
    assert "was waived until 2020-01-31 by И. Петрова and finds nothing there now; take it out" in (
        checked().output.replace("\n  ", " ")
    )


def test_a_file_beside_documents_speaks_of_those_in_its_folder_only(folder: Path) -> None:
    for name in ("one", "other"):
        Path(name).mkdir()
        (Path(name) / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    waive("where: {code: 1}", name="one/recon-waivers.yaml")
    made = json.loads(CliRunner().invoke(cli, ["check", "one", "other", "--format", "json"]).output)
    assert [f["at"]["document"] for f in made["waived"]] == ["one/a.txt"]
    assert [f["at"]["document"] for f in made["findings"] if f["rule"] == "SRC01"] == ["other/a.txt"]


def test_a_file_in_the_working_folder_speaks_of_all_documents_and_is_read_once(folder: Path) -> None:
    waive("where: {code: 1}")
    made = json.loads(checked("--format", "json").output)
    assert len(made["waivers"]) == 1
    Path("sub").mkdir()
    Path("sub/a.txt").write_text(DOCUMENT, encoding="utf-8")
    made = json.loads(CliRunner().invoke(cli, ["check", "sub", "--format", "json"]).output)
    assert len(made["waived"]) == 1


def test_a_cause_that_explains_waived_findings_alone_leaves_with_them(folder: Path) -> None:
    result = recon.check("a.txt")
    assert result.causes
    for finding in result.findings:
        Path("w.yaml").write_text(WAIVER.format(place=f'fingerprint: "{finding.fingerprint}"', expires="2999-01-01")
                                  .replace("SRC01", finding.rule.code), encoding="utf-8")  # fmt: skip
        waived = recon.check("a.txt", waivers="w.yaml")
        left = {cause.id for cause in waived.causes}
        assert left == {f.cause for f in waived.findings if f.cause}
        assert {cause.id for cause in (*waived.causes, *waived.waived_causes)} == {c.id for c in result.causes}


def test_a_baseline_waives_all_that_was_found_and_nothing_that_changes(folder: Path) -> None:
    done = checked("--write-baseline", "base.yaml", "--author", 'I. "Petrova": budget', "--expires", "2999-01-31")
    assert done.exit_code == 1
    root, _ = read(Path("base.yaml"))
    assert len(root.entries["waivers"][1].items) == 2
    made = json.loads(checked("--format", "json", "--waivers", "base.yaml").output)
    assert (made["findings"], len(made["waived"]), made["exit_status"]) == ([], 2, 0)
    assert {f["waiver"]["author"] for f in made["waived"]} == {'I. "Petrova": budget'}
    assert made["waived"][0]["waiver"]["reason"].startswith("baseline of ")
    Path("a.txt").write_text(DOCUMENT.replace("100,0", "120,0"), encoding="utf-8")
    assert checked("--waivers", "base.yaml").exit_code == 1


def test_a_baseline_of_nothing_is_a_file_that_waives_nothing(folder: Path) -> None:
    Path("a.txt").write_text(DOCUMENT.replace("30,0\t", "40,0\t0,0"), encoding="utf-8")
    checked("--write-baseline", "base.yaml", "--author", "I. Petrova", "--reason", "none")
    assert checked("--waivers", "base.yaml").exit_code == 0


def test_a_waived_finding_is_a_suppressed_result_for_code_scanning(folder: Path) -> None:
    waive("where: {code: 1}")
    results = json.loads(checked("--format", "sarif").output)["runs"][0]["results"]
    suppressed = {result["ruleId"]: result.get("suppressions") for result in results}
    said = "waived by И. Петрова until 2999-12-31: Остаток прошлого года."
    assert suppressed == {
        "SRC01": [{"kind": "external", "status": "accepted", "justification": said}], "FRM01": None,
    }  # fmt: skip


def test_a_waived_finding_fails_no_case_of_a_build_server(folder: Path) -> None:
    assert 'failures="1"' in checked("--format", "junit").output
    waive("where: {code: 1}")
    said = checked("--format", "junit").output
    assert 'failures="1"' not in said
    assert "waived by И. Петрова until 2999-12-31: Остаток прошлого года." in said


def test_a_build_server_is_told_the_rules_of_each_document_once(folder: Path) -> None:
    Path("b.txt").write_text(DOCUMENT.replace("Государственная программа", "Региональный проект"), encoding="utf-8")
    suites = checked("b.txt", "--format", "junit").output.split("<testsuite ")[1:]
    assert [suite.count('name="HIE01 ') for suite in suites] == [1, 1]
    assert "children do not add" in suites[0]
    assert "results do not add" in suites[1]


def test_a_protocol_says_what_was_waived(folder: Path) -> None:
    from docx import Document

    waive("where: {code: 1}")
    checked("--format", "protocol", "-o", "p.docx")
    said = "\n".join(paragraph.text for paragraph in Document("p.docx").paragraphs).replace("\u00a0", " ")
    assert "SRC01, 1 · total · 2023: stated 100,0, computed 90,0, difference +10,0 тыс. рублей; waived by И. " in said


def test_the_page_says_what_was_waived_and_which_waivers_are_idle(folder: Path) -> None:
    waive("where: {code: 1}")
    said = checked("--format", "html").output
    assert "<h2>1\u00a0finding is waived</h2>" in said
    assert "И. Петрова, until 2999-12-31 (recon-waivers.yaml:2): Остаток прошлого года." in said
    assert "Rules: state-programme (it says «государственная программа»)" in said
    waive("where: {code: 2}")
    assert "unused waiver recon-waivers.yaml:2: SRC01 finds nothing there" in checked("--format", "html").output

"""The command line: exit statuses, languages, where output goes, and how little a start costs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recon import registry
from recon.cli import cli
from recon.messages import _table, say

PROGRAMME = """\
Государственная программа «Тихие дворы» на 2024–2025 годы
тыс. рублей
№\tНаименование\tИсточник\tВсего\t2024\t2025
1\tПодпрограмма «Дворы»\tВсего\t{total}\t150,0\t150,0
\t\tобластной бюджет\t200,0\t100,0\t100,0
\t\tместные бюджеты\t100,0\t50,0\t50,0
"""


def ask(*words: str, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, [*words, *(["--lang", lang] if "--lang" not in words else [])])


@pytest.fixture
def sound(tmp_path: Path) -> str:
    path = tmp_path / "sound.txt"
    path.write_text(PROGRAMME.format(total="300,0"), encoding="utf-8")
    return str(path)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    path = tmp_path / "wrong.txt"
    path.write_text(PROGRAMME.format(total="310,0"), encoding="utf-8")
    return str(path)


def test_a_sound_document_ends_with_0(sound: str) -> None:
    result = ask("check", sound)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "No discrepancy" in result.stdout


def test_a_wrong_sum_ends_with_1_unless_told_otherwise(wrong: str) -> None:
    assert ask("check", wrong).exit_code == 1
    assert ask("check", wrong, "--fail-on", "never").exit_code == 0


def test_a_missing_document_ends_with_3_and_says_where(tmp_path: Path) -> None:
    result = ask("check", str(tmp_path / "none.docx"))
    assert result.exit_code == 3
    assert f"--> {tmp_path / 'none.docx'}" in result.stdout


def test_a_finding_elsewhere_outweighs_an_unreadable_document(wrong: str, tmp_path: Path) -> None:
    assert ask("check", wrong, str(tmp_path / "none.docx")).exit_code == 1


def test_a_number_too_long_to_hold_refuses_its_own_document_only(wrong: str, tmp_path: Path) -> None:
    long = tmp_path / "long.csv"
    rows = "Наименование;Источник;2024;2025\nА;Всего;99999999999999999,99999;1\n;местный бюджет;1;1\n"
    long.write_text(rows, encoding="utf-8")
    result = ask("check", str(long), wrong)
    assert result.exit_code == 1
    assert "has too many digits to be held exactly" in result.stdout
    assert "error[PER01]" in result.stdout


def test_a_folder_without_documents_ends_with_3(tmp_path: Path) -> None:
    result = ask("check", str(tmp_path))
    assert result.exit_code == 3
    assert result.stderr.startswith("error: ")


def test_wrong_usage_ends_with_2_and_says_what_was_meant() -> None:
    assert ask("check").exit_code == 2
    result = CliRunner().invoke(cli, ["chek"])
    assert result.exit_code == 2
    assert "did you mean check?" in result.stderr
    result = CliRunner().invoke(cli, ["check", "x.txt", "--fail", "never"])
    assert result.exit_code == 2
    assert "--fail-on" in result.stderr


def test_an_unknown_rule_set_ends_with_2(sound: str) -> None:
    result = ask("check", sound, "--rules", "state-program")
    assert result.exit_code == 2
    assert "state-programme" in result.stderr


def test_an_unknown_rule_ends_with_2_and_names_the_nearest() -> None:
    result = ask("explain", "SRC001")
    assert result.exit_code == 2
    assert "SRC01" in result.stderr


def test_a_rule_is_explained_by_code_and_by_name_in_both_languages() -> None:
    assert ask("explain", "src01").stdout == ask("explain", "sources-add-to-total").stdout
    assert ask("explain", "SRC01", lang="ru").stdout.startswith("ошибка[SRC01]")


def test_the_rules_in_force_are_listed_with_their_origin() -> None:
    said = ask("rules").stdout
    assert re.search(r"HIE01 +error +children-add-to-parent .*sums\.yaml:\d+", said)


def test_output_goes_whole_into_a_file_and_the_form_is_told_from_its_name(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    result = ask("check", wrong, "-o", str(path))
    assert result.stdout == ""
    assert json.loads(path.read_text(encoding="utf-8"))["exit_status"] == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["report.json", "wrong.txt"]


def test_into_a_folder_output_is_named_after_the_first_document(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    ask("check", wrong, "-o", str(tmp_path / "out"), "--format", "json")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["wrong.json"]


def test_a_document_is_never_written_over(wrong: str) -> None:
    before = Path(wrong).read_bytes()
    result = ask("check", wrong, "-o", wrong)
    assert result.exit_code == 2
    assert "documents are never written" in result.stderr
    assert Path(wrong).read_bytes() == before


def test_a_form_that_there_is_not_is_not_promised_by_a_file_name(wrong: str, tmp_path: Path) -> None:
    result = ask("check", wrong, "-o", str(tmp_path / "report.rtf"))
    assert result.exit_code == 2
    assert "nothing is written in the form .rtf here" in result.stderr
    assert not (tmp_path / "report.rtf").exists()
    assert ask("check", wrong, "-o", str(tmp_path / "report.rtf"), "--format", "text").exit_code == 1


def test_output_into_a_folder_that_does_not_exist_is_refused(wrong: str, tmp_path: Path) -> None:
    result = ask("check", wrong, "-o", str(tmp_path / "none" / "report.txt"))
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_figures_are_listed_and_read_again_as_a_ledger(wrong: str, tmp_path: Path) -> None:
    listed = tmp_path / "figures.csv"
    assert ask("figures", wrong, "-o", str(listed)).exit_code == 0
    head, first = listed.read_text(encoding="utf-8-sig").splitlines()[:2]
    assert head.startswith("document,code,element,source,period,amount,parent,table,")
    assert ",total,total,310.0," in first
    again = json.loads(ask("check", str(listed), "--format", "json").stdout)
    at_first = json.loads(ask("check", wrong, "--format", "json").stdout)
    pairs = [{(f["rule"], f["stated"], f["computed"]) for f in made["findings"]} for made in (at_first, again)]
    assert pairs[0] == pairs[1] != set()


def test_init_makes_a_working_folder_whose_rules_load_and_overwrites_nothing(tmp_path: Path) -> None:
    for lang in ("en", "ru"):
        folder = tmp_path / lang
        said = ask("init", str(folder), lang=lang).stdout
        assert "recon check inputs --rules rules/my-rules.yaml" in said
        rules = folder / "rules" / "my-rules.yaml"
        assert ask("rules", "--rules", str(rules)).exit_code == 0
        rules.write_text("mine", encoding="utf-8")
        again = ask("init", str(folder), lang=lang)
        assert again.exit_code == 0
        assert rules.read_text(encoding="utf-8") == "mine"


def test_the_version_is_shown() -> None:
    assert re.fullmatch(r"recon \d+\.\d+\.\d+\S*\n", CliRunner().invoke(cli, ["--version"]).stdout)


def test_every_report_keeps_the_contract_and_can_be_asked_for(sound: str) -> None:
    for name in registry.names("reports"):
        report = registry.module("reports", name)
        assert report.SUFFIX
        assert hasattr(report, "write") is getattr(report, "BINARY", False) is not hasattr(report, "pieces")
        is_a_copy = name in ("docx", "pdf")  # and says so of a text; test_marked_forms.py asks it for what it does
        assert ask("check", sound, "--format", name).exit_code == (2 if is_a_copy else 0)


def test_every_sentence_is_there_in_both_languages() -> None:
    for key, languages in _table().items():
        assert {"en", "ru"} <= set(languages), key


def test_no_two_areas_say_different_things_under_one_key() -> None:
    from importlib import import_module
    from pkgutil import iter_modules

    import recon.messages

    owners: dict[str, str] = {}
    for module in iter_modules(recon.messages.__path__):
        for key in import_module(f"recon.messages.{module.name}").MESSAGES:
            assert key not in owners, f"{key}: {owners.get(key)} and {module.name}"
            owners[key] = module.name


def _start(*words: str, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        **more,  # type: ignore[call-overload]
    )  # fmt: skip


@pytest.mark.parametrize("words", [["--help"], ["explain", "SRC01"], ["rules"], ["init", "{folder}"]])
def test_what_needs_no_figures_imports_no_pandas(words: list[str], tmp_path: Path) -> None:
    asked = [word.format(folder=tmp_path / "w") for word in words]
    code = (
        "import sys; from recon.cli import cli; cli.main(sys.argv[1:], standalone_mode=False); "
        "heavy = {'pandas', 'numpy', 'pandera', 'openpyxl', 'pyarrow', 'lxml'} & set(sys.modules); "
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    process = _start("-c", code, *asked)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors


@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent as on POSIX")
def test_an_interrupt_ends_with_130_and_leaves_no_file(tmp_path: Path) -> None:
    code = (
        "import sys, time; from recon import cli, engine\n"
        "def reconcile(*asked):\n    print('working', file=sys.stderr, flush=True); time.sleep(60)\n"
        "engine.reconcile = reconcile; cli.main()"
    )
    (tmp_path / "a.txt").write_text("a\tb\n", encoding="utf-8")
    process = _start("-c", code, "check", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out.txt"), "--lang", "en")
    assert process.stderr is not None
    assert process.stderr.readline() == "working\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.strip() == say("cli.interrupted", "en")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="pipes break as on POSIX")
def test_a_reader_who_has_seen_enough_is_no_fault(wrong: str) -> None:
    with _start("-m", "recon", "check", wrong, "--format", "json", "--all") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 1


def test_figures_of_a_text_without_any_end_with_3_and_say_so_beside_the_list(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Уважаемые коллеги!\n", encoding="utf-8")
    result = ask("figures", str(path))
    assert result.exit_code == 3
    assert result.stdout.count("\n") == 1
    assert f"not read: {path}" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "не указано: PATH…"),
        (["check", "--foo", "x"], "параметра --foo нет; возможно, имелось в виду: --force, --format"),
        (["check", "x", "--fail-on", "y"], "--fail-on принимает значения error, warning, never; указано «y»"),
        (["chek"], "команды «chek» нет; возможно, имелось в виду: check"),
        (["explain", "A", "B"], "лишние слова: B"),
        (["check", "x", "--rules"], "параметру --rules нужно значение"),
    ],
)
def test_wrong_usage_is_told_in_the_language_asked_for(words: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, [words[0], "--lang", "ru", *words[1:]])
    assert result.exit_code == 2
    assert f"ошибка: {said}\n" in result.stderr


def test_files_of_a_folder_that_are_not_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "slides.pptx").write_bytes(b"x")
    (tmp_path / "a.csv").write_text("code,element,source,period,amount\n1,Roads,total,2026,1.0\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", str(tmp_path), "--lang", "en"])
    assert f"note: files in the folder {tmp_path} that are of no form recon reads (1): slides.pptx\n" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_a_refusal_and_no_verdict(wrong: str) -> None:
    refused = ask("check", wrong, "-o", "/dev/full")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: the output could not be written\n  --> /dev/full\n")


def test_a_name_that_no_file_can_have_is_a_refusal(wrong: str, tmp_path: Path) -> None:
    refused = ask("check", wrong, "-o", str(tmp_path / ("a" * 300)))
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: the output could not be written\n")

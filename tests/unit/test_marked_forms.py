"""Marked copies and the protocol on the command line: names of files, refusals word by word, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recon.cli import cli
from tests.unit.writing.rich_files import document, macro_workbook, workbook


def ask(*words: object, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, words), "--lang", lang])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, make in (("rich.docx", document), ("rich.xlsx", workbook), ("rich.xlsm", macro_workbook)):
        (tmp_path / name).write_bytes(make())
    (tmp_path / "out").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("document", "form", "written"),
    [
        ("rich.docx", "docx", "rich.marked.docx"),
        ("rich.docx", "xlsx", "rich.marked.xlsx"),
        ("rich.xlsx", "xlsx", "rich.marked.xlsx"),
        ("rich.xlsm", "xlsx", "rich.marked.xlsm"),
        ("rich.xlsx", "protocol", "rich.protocol.docx"),
    ],
)
def test_a_copy_in_a_folder_is_called_after_its_document(
    document: str, form: str, written: str, folder: Path
) -> None:
    assert ask(folder / document, "--format", form, "-o", folder / "out").exit_code == 1
    assert [path.name for path in (folder / "out").iterdir()] == [written]


@pytest.mark.parametrize(("name", "begins"), [("copy.docx", b"PK"), ("copy.xlsx", b"PK")])
def test_the_ending_of_a_file_asks_for_its_form(name: str, begins: bytes, folder: Path) -> None:
    assert ask(folder / "rich.docx", "-o", folder / name).exit_code == 1
    assert (folder / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        (["rich.docx", "rich.xlsx", "--format", "docx"], "en",
         "error: the form docx is written for one document at a time, here are 2\n"
         "  = name one document, or ask for --format protocol, which takes several\n"),
        (["rich.docx", "rich.xlsx", "--format", "xlsx"], "ru",
         "ошибка: вид xlsx записывается для одного документа, а здесь их 2\n"
         "  = укажите один документ или вид --format protocol, он составляется по нескольким\n"),
        (["rich.xlsx", "--format", "docx"], "en",
         "error: the form docx is a marked copy of a document in .docx / .docm, which this file is not\n"
         "  --> rich.xlsx\n"
         "  = --format xlsx marks the tables of any document, --format protocol lists the findings\n"),
        (["rich.xlsx", "--format", "xlsx", "--suggest"], "en",
         "error: the form xlsx holds no tracked changes\n  = --suggest goes with --format docx\n"),
        (["rich.xlsx", "--suggest"], "ru",
         "ошибка: вид text не содержит исправлений\n  = --suggest указывается вместе с --format docx\n"),
        (["rich.xlsm", "-o", "copy.xlsx"], "en",
         "error: a copy of a document with macros must end with .xlsm\n  --> copy.xlsx\n"
         "  = no office program opens it under another ending: -o copy.xlsm\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused_before_anything_is_read(
    words: list[str], lang: str, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    refused = ask(*words, lang=lang)
    assert (refused.exit_code, refused.output) == (2, said)


def test_suggestions_go_into_the_form_that_holds_them_when_several_are_asked_for(folder: Path) -> None:
    words = ["--format", "docx", "--format", "xlsx", "--suggest", "-o", folder / "out"]
    assert ask(folder / "rich.docx", *words).exit_code == 1
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["rich.marked.docx", "rich.marked.xlsx"]


def test_what_a_copy_cannot_keep_is_said_beside_it(folder: Path) -> None:
    told = ask(folder / "rich.xlsm", "-o", folder / "out")
    assert told.stderr == ""
    told = ask(folder / "rich.xlsm", "--format", "xlsx", "-o", folder / "out")
    assert told.stderr == "note: the digital signature of the document does not hold for a changed copy\n"


def test_the_document_that_was_marked_is_never_written(folder: Path) -> None:
    before = (folder / "rich.docx").read_bytes()
    refused = ask(folder / "rich.docx", "--format", "docx", "-o", folder / "rich.docx")
    assert refused.exit_code == 2
    assert (folder / "rich.docx").read_bytes() == before

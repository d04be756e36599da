"""Several reports of one run go into one folder; nothing is replaced unless that was asked for."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recon.cli import cli

TABLE = "тыс. рублей\nНаименование\tИсточник\tВсего\t2024\t2025\n1. Дороги\tВсего\t{total}\t10,0\t20,0\n"


def ask(*words: str) -> Result:
    return CliRunner().invoke(cli, ["check", *words, "--lang", "en"])


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.txt").write_text(TABLE.format(total="31,0"), encoding="utf-8")
    return "table.txt"


def test_without_a_folder_several_forms_go_into_outputs_under_the_name_of_the_document(wrong: str) -> None:
    result = ask(wrong, "--format", "json", "--format", "sarif", "--format", "html", "--format", "protocol")
    assert (result.exit_code, result.stdout) == (1, "")
    names = {path.name for path in Path("outputs/table").iterdir()}
    assert names == {"table.json", "table.sarif", "table.html", "table.protocol.docx"}
    assert json.loads(Path("outputs/table/table.json").read_text(encoding="utf-8"))["exit_status"] == 1


def test_every_form_has_a_name_of_its_own(wrong: str) -> None:
    forms = ["text", "concise", "json", "sarif", "junit", "github", "gitlab", "html", "xlsx", "protocol"]
    assert ask(wrong, *(word for form in forms for word in ("--format", form)), "-o", "all").exit_code == 1
    assert len(list(Path("all").iterdir())) == len(forms)


def test_a_file_of_an_earlier_run_is_replaced_only_if_asked(wrong: str) -> None:
    Path("report.json").write_text("mine", encoding="utf-8")
    refused = ask(wrong, "-o", "report.json")
    assert refused.exit_code == 2
    assert refused.stderr == (
        "error: the file is there already\n  --> report.json\n  = give --force to replace it, or -o another name\n"
    )
    assert Path("report.json").read_text(encoding="utf-8") == "mine"
    assert ask(wrong, "-o", "report.json", "--force").exit_code == 1
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["findings"]


def test_several_forms_do_not_go_into_one_file(wrong: str) -> None:
    Path("report").write_text("mine", encoding="utf-8")
    refused = ask(wrong, "--format", "json", "--format", "html", "-o", "report")
    assert refused.exit_code == 2
    assert refused.stderr == (
        "error: several forms cannot be written into one file\n  --> report\n"
        "  = give -o a folder, or leave it out: then they go into outputs/\n"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_no_file_takes_its_place(wrong: str) -> None:
    os.mkfifo("pipe")
    for _ in range(2):
        with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE) as reader:
            assert ask(wrong, "-o", "pipe", "--format", "json").exit_code == 1
            assert reader.stdout is not None
            assert json.loads(reader.stdout.read())["findings"]
    assert Path("pipe").is_fifo()

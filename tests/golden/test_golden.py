"""Whole documents against their reports, word by word: the reports are the manual's examples.

Each folder here holds one document and what recon says of it. RECON_GOLDEN=write records the reports anew;
read the difference before it is committed.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from recon.cli import cli

HERE = Path(__file__).parent
REPORTS = {"text.en.txt": ("text", "en"), "text.ru.txt": ("text", "ru"), "report.json": ("json", "en")}
PROTOCOLS = {"protocol.en.txt": "en", "protocol.ru.txt": "ru"}
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def document_of(folder: Path) -> str:
    (name,) = (path.name for path in folder.iterdir() if path.name not in REPORTS | PROTOCOLS)
    return name


def said_of(document: str, form: str, lang: str) -> str:
    result = CliRunner().invoke(cli, ["check", document, "--format", form, "--lang", lang])
    assert result.exit_code in (0, 1, 3), result.output
    return stable(result.stdout) if form == "json" else result.stdout


def stable(report: str) -> str:
    """The report without what may change while the verdict does not, in lines that can be compared."""
    made = json.loads(report)
    made["recon"] = "any"
    made["rulebook"]["digest"] = "any"
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", sorted(REPORTS))
@pytest.mark.parametrize("case", CASES)
def test_a_document_gets_exactly_its_report(case: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE / case)
    monkeypatch.setenv("COLUMNS", "100")
    form, lang = REPORTS[name]
    compare(said_of(document_of(HERE / case), form, lang), HERE / case / name)


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
@pytest.mark.parametrize("case", CASES)
def test_a_document_gets_exactly_its_protocol(
    case: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE / case)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    words = ["check", document_of(HERE / case), "--format", "protocol", "--lang", PROTOCOLS[name]]
    CliRunner().invoke(cli, [*words, "-o", str(tmp_path / "made.docx")])
    compare(words_of(tmp_path / "made.docx"), HERE / case / name)


def words_of(path: Path) -> str:
    """Paragraphs and rows of a DOCX, in order, without the digest of the rules and the version."""
    made = docx.Document(str(path))
    lines = []
    for block in made.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    lines = [re.sub(r"sha256:\w{64}|recon \d\S*", "…", line) for line in lines]
    return "\n".join(lines) + "\n"


def compare(said: str, golden: Path) -> None:
    if os.environ.get("RECON_GOLDEN") == "write":
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")

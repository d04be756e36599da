"""Whole documents against their reports, word by word: the reports are the manual's examples.

Each folder here holds one document and what recon says of it. RECON_GOLDEN=write records the reports anew;
read the difference before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli

HERE = Path(__file__).parent
REPORTS = {"text.en.txt": ("text", "en"), "text.ru.txt": ("text", "ru"), "report.json": ("json", "en")}
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def document_of(folder: Path) -> str:
    (name,) = (path.name for path in folder.iterdir() if path.name not in REPORTS)
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
    said = said_of(document_of(HERE / case), form, lang)
    golden = HERE / case / name
    if os.environ.get("RECON_GOLDEN") == "write":
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")

"""What build servers are handed of one document, word by word. RECON_GOLDEN=write records it anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli

HERE = Path(__file__).parent
KEPT = HERE / "_pipelines"
FORMS = {
    "sarif": "report.sarif",
    "junit": "report.junit.xml",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
}
DOCUMENT = "programme.txt"


@pytest.mark.parametrize("form", FORMS)
def test_a_pipeline_gets_exactly_its_report(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = HERE / "one_wrong_figure"
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(cli, ["check", DOCUMENT, "--format", form, "--lang", "en"])
    assert result.exit_code == 1, result.output
    said = result.stdout
    if form == "sarif":
        said = _without_the_catalogue(said)
    if form == "junit":
        said = "".join(line for line in said.splitlines(keepends=True) if not line.endswith('" />\n'))
    golden = KEPT / FORMS[form]
    if os.environ.get("RECON_GOLDEN") == "write":
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")


def _without_the_catalogue(report: str) -> str:
    """Without the rules that found nothing: they grow by themselves."""
    made = json.loads(report)
    (run,) = made["runs"]
    found = {each["ruleId"] for each in run["results"]}
    driver = run["tool"]["driver"]
    driver["semanticVersion"] = "any"
    run["properties"]["rulebook"]["digest"] = "any"
    driver["rules"] = [rule for rule in driver["rules"] if rule["id"] in found]
    for each in run["results"]:
        del each["ruleIndex"]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"

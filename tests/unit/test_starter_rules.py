"""What a new working folder holds as remarks is a rule file once the remark signs are taken away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from recon.cli import cli


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_remarks_of_the_starter_rules_are_rules(lang: str, tmp_path: Path) -> None:
    assert CliRunner().invoke(cli, ["init", str(tmp_path), "--lang", lang]).exit_code == 0
    path = tmp_path / "rules" / "my-rules.yaml"
    head, stanzas = path.read_text(encoding="utf-8").split("\nrules:\n")
    told = [line for line in stanzas.splitlines() if not re.match(r"  # \w[^:]*[ (].*:$", line)]
    uncovered = "\n".join(re.sub(r"^  # ", "  ", line) for line in told)
    path.write_text(f"{head}\nrules:\n{uncovered}\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["rules", "--check", str(path), "--test", str(path), "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert "1\u00a0own rule, 2 changed, 1 silenced" in done.output
    assert "1\u00a0case of 1\u00a0rule, 0 otherwise" in done.output

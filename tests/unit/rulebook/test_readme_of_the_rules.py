"""What rules/README.md shows can be copied and works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from recon import shipped
from recon.cli import cli
from recon.rulebook.checks import known_checks
from recon.rulebook.load import load

README = (shipped.rules() / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
OWN = [block for block in BLOCKS if "profile: our-ministry" in block]
TRIED = [block for block in BLOCKS if "    cases:" in block]


@pytest.mark.parametrize("text", OWN)
def test_a_rule_file_copied_from_the_readme_loads(text: str, tmp_path: Path) -> None:
    path = tmp_path / "our-rules.yaml"
    path.write_text(text, encoding="utf-8")
    rulebook = load(str(path))
    assert rulebook.profile == "our-ministry"
    assert "HIE01" not in [rule.code for rule in rulebook.in_force]
    assert "MIN01" in [rule.code for rule in rulebook.in_force]


def test_both_languages_show_a_rule_file_and_a_rule_with_its_cases() -> None:
    assert (len(OWN), len(TRIED)) == (2, 2)


def test_the_sums_of_the_table_in_the_readme_are_rules(tmp_path: Path) -> None:
    rows = re.findall(r"^\| .* \| (`whole: .*?) *(?:\(.*\))? *\|$", README, re.MULTILINE)
    assert len(rows) == 5
    for row in rows:
        fields = "\n".join(f"    {field}" for field in re.findall(r"`(\w+: (?:\{.*?\}|[\w-]+))`", row))
        path = tmp_path / "town.yaml"
        path.write_text(
            "extends: [by-document]\nrules:\n  TWN01:\n    name: own\n    title: own\n    why: own\n"
            f"    check: selected-parts-add-to-whole\n{fields}\n", encoding="utf-8"
        )  # fmt: skip
        assert "TWN01" in [rule.code for rule in load(str(path)).rules]


@pytest.mark.parametrize("text", TRIED)
def test_a_rule_with_cases_copied_from_the_readme_comes_out_as_it_says(text: str, tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["rules", "--test", str(path), "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert "2\u00a0cases of 1\u00a0rule, 0 otherwise" in done.output


def test_words_copied_from_the_readme_are_taken_in(tmp_path: Path) -> None:
    words = next(block for block in BLOCKS if "vocabulary: ours" in block)
    (tmp_path / "our-words.yaml").write_text(words, encoding="utf-8")
    (tmp_path / "our-rules.yaml").write_text("extends: [state-programme]\nvocabulary: [our-words.yaml]\n")
    vocabulary = load(str(tmp_path / "our-rules.yaml")).vocabulary
    assert vocabulary.sources[0] == ("казн* области", "regional")
    assert vocabulary.source_tree.ancestors("lottery") == ["extrabudgetary", "total"]


def test_the_readme_names_every_check() -> None:
    assert [check for check in known_checks() if f"`{check}`" not in README] == []

"""What rules/README.md shows can be copied and works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recon import shipped
from recon.rulebook.checks import known_checks
from recon.rulebook.load import load

README = (shipped.rules() / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
OWN = [block for block in BLOCKS if "extends:" in block]


@pytest.mark.parametrize("text", OWN)
def test_a_rule_file_copied_from_the_readme_loads(text: str, tmp_path: Path) -> None:
    path = tmp_path / "our-rules.yaml"
    path.write_text(text, encoding="utf-8")
    rulebook = load(str(path))
    assert rulebook.profile == "our-ministry"
    assert "HIE01" not in [rule.code for rule in rulebook.in_force]
    assert "MIN01" in [rule.code for rule in rulebook.in_force]


def test_both_languages_show_a_rule_file() -> None:
    assert len(OWN) == 2


def test_words_copied_from_the_readme_are_taken_in(tmp_path: Path) -> None:
    words = next(block for block in BLOCKS if "vocabulary: ours" in block)
    (tmp_path / "our-words.yaml").write_text(words, encoding="utf-8")
    (tmp_path / "our-rules.yaml").write_text("extends: [state-programme]\nvocabulary: [our-words.yaml]\n")
    vocabulary = load(str(tmp_path / "our-rules.yaml")).vocabulary
    assert vocabulary.sources[0] == ("казн* области", "regional")
    assert vocabulary.source_tree.ancestors("lottery") == ["extrabudgetary", "total"]


def test_the_readme_names_every_check() -> None:
    assert [check for check in known_checks() if f"`{check}`" not in README] == []

"""How vocabulary files become one vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from recon.model.rule import Vocabulary
from recon.rulebook.load import load
from recon.rulebook.vocabulary import read_vocabulary


@pytest.fixture
def with_words(tmp_path: Path):
    """The vocabulary with a file of one's own before the shipped ones."""

    def of_text(text: str) -> Vocabulary:
        path = tmp_path / "words.yaml"
        path.write_text(text, encoding="utf-8")
        vocabulary, faults = read_vocabulary([path])
        assert not faults
        assert vocabulary is not None
        return vocabulary

    return of_text


def test_the_shipped_vocabulary_knows_sources_units_words_and_levels() -> None:
    vocabulary = load().vocabulary
    assert vocabulary.source_tree.get("transfers").edge == "of-which"
    assert vocabulary.source_tree.ancestors("local")[-1] == "total"
    assert vocabulary.unit_table["thousand-rubles"].power == 3
    assert vocabulary.unit_titles["thousand-rubles"]["ru"] == "тыс. рублей"
    assert "total" in vocabulary.words
    assert {rank for _, rank in vocabulary.levels} >= {0, 1, 2, 3}


def test_a_spelling_of_ones_own_comes_before_the_shipped_ones(with_words) -> None:
    vocabulary = with_words("sources:\n  federal: {spelled: ['Казна   России']}\nwords:\n  total: [сводно]\n")
    assert vocabulary.sources[0] == ("казна россии", "federal")
    assert vocabulary.words["total"][0] == "сводно"
    assert len(vocabulary.words["total"]) > 1
    assert vocabulary.source_tree.get("federal").title_ru == "федеральный бюджет"


def test_a_source_of_ones_own_hangs_where_it_says(with_words) -> None:
    vocabulary = with_words(
        "sources:\n  lottery: {parent: extrabudgetary, edge: of-which, title: лотереи, spelled: ['лотере*']}\n"
    )
    lottery = vocabulary.source_tree.get("lottery")
    assert (lottery.parent, lottery.edge, lottery.title_en) == ("extrabudgetary", "of-which", "лотереи")


def test_a_source_without_a_parent_is_an_addend_of_the_total(with_words) -> None:
    assert with_words("sources:\n  lottery: {spelled: лотере*}\n").source_tree.ancestors("lottery") == ["total"]


def test_the_first_file_that_states_a_parent_decides_it(with_words) -> None:
    assert with_words("sources:\n  transfers: {edge: besides}\n").source_tree.get("transfers").edge == "besides"


def test_a_unit_of_ones_own_is_known_with_its_power(with_words) -> None:
    vocabulary = with_words("units:\n  kopecks: {dimension: RUB, power: -2, title: копеек, spelled: ['коп*']}\n")
    assert vocabulary.unit_table["kopecks"].power == -2
    assert vocabulary.units[0] == ("коп*", "kopecks")


def test_a_rule_file_names_vocabulary_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("levels:\n  - {rank: 2, spelled: [направлени*]}\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("extends: [state-programme]\nvocabulary: [words.yaml]\n")
    rulebook = load(str(tmp_path / "own.yaml"))
    assert rulebook.vocabulary.levels[0] == ("направлени*", 2)
    assert rulebook.digest != load().digest

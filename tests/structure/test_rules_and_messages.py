"""What every shipped rule and every sentence has to come with."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

import recon.messages
from recon.messages import LANGUAGES
from recon.rulebook.checks import OPTIONAL, SELECTOR, known_checks, parameters_of
from recon.rulebook.extend import profiles
from recon.rulebook.load import load

ROOT = Path(__file__).parents[2]
RULES = {rule.code: rule for profile in profiles() for rule in load(profile).rules}
MESSAGES = {
    key: said
    for module in iter_modules(recon.messages.__path__)
    for key, said in importlib.import_module(f"recon.messages.{module.name}").MESSAGES.items()
}


def test_every_shipped_rule_has_a_fixture_and_every_fixture_a_rule() -> None:
    assert sorted(path.stem for path in (ROOT / "tests" / "rules").glob("*.yaml")) == sorted(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_shipped_rule_says_everything_in_both_languages(code: str) -> None:
    rule = RULES[code]
    said = {"title": rule.title, "must": rule.must, "why": rule.why, "catches": rule.catches, "misses": rule.misses}
    texts = {**said, **rule.example}
    assert set(rule.example) == {"holds", "breaks"}
    for name, text in texts.items():
        assert set(text) == set(LANGUAGES), name
        assert text["en"] != text["ru"] or "«" not in text["en"], name
        assert text["en"].isascii() or name not in ("title", "why"), f"{name}: {text['en']}"


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_title_of_a_rule_reads_as_the_headline_of_a_breach(code: str) -> None:
    for title in RULES[code].title.values():
        assert title[0].islower()
        assert not title.endswith(".")


@pytest.mark.parametrize("check", known_checks())
def test_every_check_says_how_it_computes(check: str) -> None:
    parameters = parameters_of(check) or {}
    values = [value for allowed in parameters.values() for value in allowed if value not in (SELECTOR, OPTIONAL)]
    one = f"how.{check}" in MESSAGES
    assert one or (values and all(f"how.{check}.{value}" in MESSAGES for value in values))


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_a_sentence_is_in_both_languages_with_the_same_places_to_fill(key: str) -> None:
    said = MESSAGES[key]
    assert set(said) == set(LANGUAGES)
    places = {lang: {name for _, name, _, _ in Formatter().parse(said[lang]) if name is not None} for lang in LANGUAGES}
    assert places["en"] == places["ru"]
    assert all(said.values())


def test_no_sentence_has_two_keys_of_one_name() -> None:
    keys = [
        key
        for module in iter_modules(recon.messages.__path__)
        for key in importlib.import_module(f"recon.messages.{module.name}").MESSAGES
    ]
    assert len(keys) == len(set(keys))


def test_the_pages_about_rules_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    written = {path.name: path.read_text(encoding="utf-8") for path in maker.FOLDER.glob("*.md")}
    assert written == maker.pages(), "run python docs/make_rules.py"

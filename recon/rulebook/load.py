"""The way from a profile's name or a file to the rules in force, with a digest of all of them."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path

from recon import shipped
from recon.model.errors import WrongUsage
from recon.model.plausibility import Plausibility
from recon.model.rule import Rule, Rulebook, Vocabulary
from recon.rulebook.extend import STANDARD_PROFILE, Merged, is_file, merge, profiles
from recon.rulebook.fault import suggestion, wrong_rules
from recon.rulebook.plausibility import read_plausibility
from recon.rulebook.review import review
from recon.rulebook.vocabulary import read_vocabulary


def load(name_or_path: str | None = None, kind: str = STANDARD_PROFILE) -> Rulebook:
    """The rulebook of a shipped profile, by name, or of a rule file, by path; None is the profile that each document
    asks for. kind: the profile that stands for `by-document`, the standard one until the documents are known.

    WrongUsage: there is no such profile or file. WrongRules: something in the files is wrong; all faults that
    can be told apart come together, see `recon.rulebook.fault.faults`.
    """
    return examined(name_or_path, kind)[0]


def examined(name_or_path: str | None, kind: str = STANDARD_PROFILE) -> tuple[Rulebook, Merged]:
    """A rulebook as `load` gives it, with the stanzas that it is made of and their places."""
    merged = merge(_find(kind if name_or_path is None else name_or_path), kind)
    vocabulary, more = read_vocabulary(merged.vocabularies)
    rules, found = review(merged, vocabulary)
    found = [*merged.faults, *found, *more]
    if found:
        raise wrong_rules(found)
    assert vocabulary is not None
    plausibility = read_plausibility()
    digest = _digest(rules, vocabulary, plausibility)
    by_document = merged.by_document or name_or_path is None
    rulebook = Rulebook(merged.profile, rules, vocabulary, digest, plausibility, by_document, name_or_path or "")
    return rulebook, merged


def _find(name: str) -> Path:
    profile = shipped.rules() / "profiles" / f"{name}.yaml"
    if "/" not in name and "\\" not in name and is_file(profile):
        return profile
    path = Path(name)
    if is_file(path):
        return path
    if name and os.path.isdir(path):
        raise WrongUsage("error.rules-is-folder", path=name)
    raise WrongUsage("error.no-such-rules", name=name, hint=suggestion(name, profiles()))


def _digest(rules: tuple[Rule, ...], vocabulary: Vocabulary, plausibility: Plausibility) -> str:
    """A digest of everything that can change a result or a report, and of nothing else: not of places."""
    stated = [
        [
            rule.code, rule.name, rule.title, rule.check, rule.severity.value, rule.why,
            {name: str(value) for name, value in rule.parameters.items()},
            rule.tolerance, rule.rounding.value, rule.disabled, sorted(rule.tolerances.items()), str(rule.where),
            str(rule.unless),
        ]
        for rule in rules
    ]  # fmt: skip
    tree = [
        [s.code, s.parent, s.edge, s.title_en, s.title_ru] for _, s in sorted(vocabulary.source_tree.sources.items())
    ]
    units = [[u.code, u.dimension, u.power, vocabulary.unit_titles[u.code]] for u in vocabulary.unit_table.values()]
    words = [vocabulary.sources, vocabulary.units, sorted(vocabulary.words.items()), vocabulary.levels]
    content = json.dumps(
        [stated, tree, units, words, asdict(plausibility)], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return "sha256:" + hashlib.sha256(content.encode()).hexdigest()

"""Whatever a rule finds in its cases stands at a place and is said in both languages, with no hole in the sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recon import trial
from recon.messages import LANGUAGES
from recon.rulebook.cases import shipped_cases
from recon.rulebook.load import load
from recon.telling import narration

RULEBOOK = load()
CODES = sorted(path.stem for path in Path(__file__).parent.glob("*.yaml"))
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_a_place_and_a_sentence_in_both_languages(code: str) -> None:
    for case in shipped_cases(code):
        if not case.document:
            continue  # figures alone stand nowhere
        result = trial.reconciled(case, RULEBOOK)
        for finding in result.findings:
            said = {}
            for lang in LANGUAGES:
                assert narration.place(finding.at, lang), (case.name, finding.rule.code)
                said[lang] = f"{narration.headline(finding, lang)}: {narration.sentence(finding, result, lang)}"
                assert not re.search(r"[{}]|None|\b(?:part|column) \S+\)?$", said[lang]), said[lang]
            assert _CYRILLIC.search(said["ru"])
            assert said["en"] != said["ru"]

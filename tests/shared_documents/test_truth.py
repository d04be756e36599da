"""What the whole catalogue of rules finds of the truth about the five documents."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

import pytest

import recon
from recon.model.finding import Finding
from recon.rulebook.parse import Mapping, Scalar, parse
from tests.shared_documents import truth
from tests.shared_documents.conftest import DOCUMENTS

#: how many of the 45 may be missing: to be lowered with every rule that is added, to two
_MOST_MISSING = 10


@functools.cache
def findings(path: Path) -> tuple[Finding, ...]:
    return tuple(recon.check(path).findings)


@pytest.fixture(scope="module")
def every() -> list[truth.Check]:
    return truth.checks(DOCUMENTS / "truth.json")


@pytest.fixture(scope="module")
def found(every: list[truth.Check], document) -> dict[str, Finding | None]:
    return {c.id: truth.reproduced(c, findings(document(c.document))) for c in every if truth.wrong(c)}


def kept() -> dict[str, str]:
    """What is known not to be reproduced, with the reason."""
    root, faults = parse(truth.KEPT.read_bytes(), truth.KEPT.name)
    assert root is not None, faults
    assert not faults
    listed: dict[str, str] = {}
    for name, (_, value) in root.entries.items():
        assert isinstance(value, Mapping), name
        reason = value.entries["reason"][1]
        assert isinstance(reason, Scalar)
        listed[name] = reason.text
    return listed


def test_what_is_wrong_is_found_at_its_place_or_kept_with_the_reason(
    every: list[truth.Check], found: dict[str, Finding | None], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{truth.table(every, found)}\n")
    missing = {c.id: c.location for c in every if truth.wrong(c) and found[c.id] is None}
    assert {name: place for name, place in missing.items() if name not in kept()} == {}
    assert len(missing) <= _MOST_MISSING
    assert all(len(reason.split()) > 3 for reason in kept().values())


def test_nothing_is_found_where_the_truth_says_that_all_is_right(every: list[truth.Check], document) -> None:
    accused = {
        c.id: (c.location, finding.rule.code, finding.at.line)
        for c in every
        if c.verdict == "pass" and (finding := truth.accused(c, findings(document(c.document)), every)) is not None
    }
    assert accused == {}

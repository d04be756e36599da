"""Every kind of table that real documents hold: a right one is quiet, of a wrong one is said what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_tables import KINDS, Error

import recon
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity


def checked(folder: Path, text: str) -> Reconciliation:
    path = folder / "table.txt"
    path.write_text(text.replace("|", "\t") + "\n", encoding="utf-8")
    return recon.check(path)


def errors(result: Reconciliation) -> set[Error]:
    found = [f for f in result.findings if f.severity is Severity.ERROR]
    return {(f.rule.code, f.stated, str(f.identity.computed) if f.identity else "") for f in found}


@pytest.mark.parametrize("made", KINDS, ids=lambda made: made.__name__)
def test_a_kind_of_table_is_quiet_when_right_and_exact_when_wrong(tmp_path: Path, made) -> None:
    kind = made()
    right = checked(tmp_path, kind.text)
    assert errors(right) == set()
    assert right.identities.holds > 2
    assert errors(checked(tmp_path, kind.planted())) == kind.errors

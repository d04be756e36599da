"""A few damaged files of every form are checked from end to end; `nox -s fuzz` checks ten thousand of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.outcome import outcome, start
from tests.fuzz.wholes import FORMS

FILES, PER_TEST = 60, 20


@pytest.mark.parametrize("first", range(0, FILES, PER_TEST))
@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_file_gives_a_message_or_a_report(form: str, first: int, tmp_path: Path) -> None:
    start(form, tmp_path)
    for number in range(first, first + PER_TEST):
        done = outcome(form, number, tmp_path)
        assert not done.fault, f"{form} {number}: {done.fault}"
        assert done.said

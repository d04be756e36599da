"""How much of the truth about the corpus is found, with floors that may only rise."""

from __future__ import annotations

import functools

import pytest

from tests.shared_documents import corpus
from tests.shared_documents.corpus import Score

#: failures that are found, strong identities that are bound and hold, and the greatest share of false alarms
LEAST_FAILURES, LEAST_STRONG, MOST_FALSE = 1.0, 0.94, 0.0


@functools.cache
def scores() -> dict[str, Score]:
    if not corpus.documents():
        pytest.skip("the corpus is not beside this checkout (no folder ../shared/corpus)")
    return {slug: corpus.score(slug) for slug in corpus.russian(corpus.documents())}


def whole() -> Score:
    return sum(scores().values(), Score())


def test_the_failures_of_the_russian_part_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{corpus.table(scores())}")  # noqa: T201
    assert whole().failures_found >= LEAST_FAILURES * whole().failures, corpus.details(scores())


def test_hardly_a_reported_failure_of_the_russian_part_is_none() -> None:
    assert whole().false_alarms <= MOST_FALSE * max(whole().broken, 1), corpus.details(scores())


def test_most_strong_identities_of_the_russian_part_are_bound_and_hold() -> None:
    assert whole().strong_found >= LEAST_STRONG * whole().strong, corpus.details(scores())

"""Finds the real documents beside the checkout; where there are none, says so and passes the tests over."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.shared_documents import twins

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
_REASON = "the real documents are not beside this checkout (no folder ../shared/documents)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.shared)
            if not DOCUMENTS.is_dir():
                item.add_marker(pytest.mark.skip(reason=_REASON))


@functools.cache
def _path(number: str) -> Path:
    return next(DOCUMENTS.glob(f"{number}_*.txt"))


@pytest.fixture(scope="session")
def document():
    """The path of a real document by its number, such as `003`."""
    return _path


@pytest.fixture(scope="session")
def table(document) -> twins.FinancingTable:
    """The financing table of document 003, read by these tests' own routine."""
    return twins.read_table(document("003"))

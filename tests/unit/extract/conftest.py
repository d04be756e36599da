"""What the extraction tests share: the shipped vocabulary, and tables written as they stand in a text file."""

import pytest

from recon.extract import extract
from recon.extract.wording import Wording, wording
from recon.model.figure import Extraction
from recon.model.rule import Vocabulary
from recon.readers.text import read
from recon.rulebook.vocabulary import read_vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    vocabulary, faults = read_vocabulary([])
    assert not faults
    assert vocabulary is not None
    return vocabulary


@pytest.fixture(scope="session")
def words(vocabulary: Vocabulary) -> Wording:
    return wording(vocabulary)


@pytest.fixture
def extracted(vocabulary: Vocabulary):
    """Extract from text; `|` stands for a tab, so that tables can be read in the test."""

    def from_text(text: str) -> Extraction:
        return extract(read("document.txt", text.replace("|", "\t").encode(), "0" * 64), vocabulary)

    return from_text

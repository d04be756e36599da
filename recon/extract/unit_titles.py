"""How a table's unit is called: in the language of its document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from recon.model.document import Document, Paragraph, texts_of

if TYPE_CHECKING:
    from recon.extract.wording import Wording
    from recon.model.figure import Extraction

_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ]{2}")
#: so many texts show in which letters a document is written
_TEXTS = 2_000


def language_of(document: Document) -> str:
    """`ru` for a document with words in Cyrillic letters, else `en`: the languages that units have titles in."""
    texts = islice(_texts(document), _TEXTS)
    return "ru" if any(_CYRILLIC.search(text) for text in texts) else "en"


def unit_title(code: str, extraction: Extraction, words: Wording) -> str:
    """A unit in the words of the vocabulary, "" where none is known."""
    return words.vocabulary.unit_titles.get(code, {}).get(extraction.lang, code)


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from chain.from_iterable(texts_of(row) for row in block.rows)

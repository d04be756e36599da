"""Hyphens at line ends: whether one belongs to its word or only parts it, by the other words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recon.model.document import Document, Paragraph, PlainRow, texts_of
from recon.readers.pdf_words import IN_DOUBT

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(f"([^\\W\\d_]+(?:-[^\\W\\d_]+)*){IN_DOUBT}([^\\W\\d_]+(?:-[^\\W\\d_]+)*)")


def settle(document: Document) -> None:
    """Take every hyphen in doubt out of its word or leave it there.

    The document tells: the word stands elsewhere in one piece, or with its hyphen. Where it stands nowhere else, it
    is treated as most of those are that do: a document is hyphenated throughout, or not at all.
    """
    texts = list(_texts(document))
    doubtful = [text for text in texts if IN_DOUBT in text]
    if not doubtful:
        return
    known = {word.lower() for text in texts for word in _WORD.findall(text)}
    votes = 0
    for text in doubtful:
        for parted in _PARTED.finditer(text):
            votes += _in_one_piece(parted, known) - _with_hyphen(parted, known)

    def settled(text: str) -> str:
        return _PARTED.sub(whole_or_not, text).replace(IN_DOUBT, "-") if IN_DOUBT in text else text

    def whole_or_not(parted: re.Match[str]) -> str:
        whole, hyphened = _in_one_piece(parted, known), _with_hyphen(parted, known)
        goes = whole if whole != hyphened else votes > 0
        return parted[1] + ("" if goes else "-") + parted[2]

    for block in document.blocks:
        if isinstance(block, Paragraph):
            block.text = settled(block.text)
            continue
        for row in block.rows:
            if isinstance(row, PlainRow):
                row.texts[:] = map(settled, row.texts)
            else:
                for cell in row:
                    cell.text = settled(cell.text)


def _in_one_piece(parted: re.Match[str], known: set[str]) -> bool:
    return (parted[1] + parted[2]).lower() in known


def _with_hyphen(parted: re.Match[str], known: set[str]) -> bool:
    return f"{parted[1]}-{parted[2]}".lower() in known


def _texts(document: Document) -> Iterable[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield from texts_of(row)

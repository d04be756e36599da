"""Hyphens at line ends: whether one belongs to its word or only parts it, by the other words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recon.model.document import Cell, Document, Paragraph
from recon.readers.pdf_words import IN_DOUBT

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(f"([^\\W\\d_]+(?:-[^\\W\\d_]+)*){IN_DOUBT}([^\\W\\d_]+(?:-[^\\W\\d_]+)*)")


def settle(document: Document) -> None:
    """Take every hyphen in doubt out of its word or leave it there.

    The document tells: the word stands elsewhere in one piece, or with its hyphen. Where it stands nowhere else, it
    is treated as most of those are that do: a document is hyphenated throughout, or not at all.
    """
    pieces = list(_pieces(document))
    doubtful = [piece for piece in pieces if IN_DOUBT in piece.text]
    if not doubtful:
        return
    known = {word.lower() for piece in pieces for word in _WORD.findall(piece.text)}
    votes = 0
    for piece in doubtful:
        for parted in _PARTED.finditer(piece.text):
            votes += _in_one_piece(parted, known) - _with_hyphen(parted, known)

    def settled(parted: re.Match[str]) -> str:
        whole, hyphened = _in_one_piece(parted, known), _with_hyphen(parted, known)
        goes = whole if whole != hyphened else votes > 0
        return parted[1] + ("" if goes else "-") + parted[2]

    for piece in doubtful:
        piece.text = _PARTED.sub(settled, piece.text).replace(IN_DOUBT, "-")


def _in_one_piece(parted: re.Match[str], known: set[str]) -> bool:
    return (parted[1] + parted[2]).lower() in known


def _with_hyphen(parted: re.Match[str], known: set[str]) -> bool:
    return f"{parted[1]}-{parted[2]}".lower() in known


def _pieces(document: Document) -> Iterable[Cell | Paragraph]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                yield from row

"""The marked DOCX: a copy of a DOCX with a comment at every figure that does not agree, as its drafter reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from recon.model.asked import Asked
from recon.model.errors import WrongUsage
from recon.model.reconciliation import Reconciliation
from recon.telling import protocol
from recon.telling.remarks import remarks
from recon.writing.docx import Reading, mark_document
from recon.writing.originals import has_ending, original, refuse_several, the_one

FORMAT = "docx"
SUFFIX = "marked.docx"
BINARY = True
KEEPS = (".docm",)
#: proposals may be asked for as tracked changes
SUGGESTS = True

_DOCUMENTS = (".docx", ".docm")


def refuse(documents: Sequence[str]) -> None:
    """WrongUsage: a marked DOCX is a copy of one DOCX."""
    refuse_several(documents, FORMAT)
    if PurePath(documents[0]).suffix.lower() not in _DOCUMENTS:
        raise WrongUsage("error.no-copy-of", path=documents[0], format=FORMAT, endings=" / ".join(_DOCUMENTS))


def write(result: Reconciliation, asked: Asked) -> bytes:
    """The copy with its comments, and with proposals as tracked changes where they were asked for."""
    document = the_one(result, FORMAT)
    if not has_ending(document, _DOCUMENTS):
        raise WrongUsage("error.no-copy-of", path=document.path, format=FORMAT, endings=" / ".join(_DOCUMENTS))
    scene = protocol.unbroken(result, asked.lang)
    marked = mark_document(
        document.path,
        original(document),
        remarks(result, scene, document.path),
        Reading(document.grids, document.pieces),
        protocol.summary(result, scene),
        asked.made,
        asked.suggest,
    )
    for key, parameters in marked.warnings:
        asked.warn(key, parameters)
    return marked.data

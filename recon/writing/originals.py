"""The file behind a document that was checked, read again to be copied: the very bytes that were read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePath

from recon.model.errors import UnreadableDocument, WrongUsage
from recon.model.reconciliation import DocumentResult, Reconciliation


def refuse_several(documents: Sequence[str], form: str) -> None:
    """WrongUsage: there are several documents, and a copy is of one."""
    if len(documents) != 1:
        raise WrongUsage("error.one-document", format=form, count=len(documents))


def the_one(result: Reconciliation, form: str) -> DocumentResult:
    """The document of a run over one. WrongUsage: there are several."""
    refuse_several([document.path for document in result.documents], form)
    return result.documents[0]


def has_ending(document: DocumentResult, endings: Sequence[str]) -> bool:
    return PurePath(document.path).suffix.lower() in endings


def original(document: DocumentResult) -> bytes:
    """The bytes that were read. UnreadableDocument: the file could not be read, or was changed since."""
    if document.error is not None:
        raise document.error
    try:
        data = Path(document.path).read_bytes()
    except OSError as error:
        raise UnreadableDocument("error.changed-since-read", path=document.path) from error
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise UnreadableDocument("error.changed-since-read", path=document.path)
    return data

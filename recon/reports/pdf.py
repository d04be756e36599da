"""The marked PDF: a copy with every figure in question highlighted, and what is said of it in a note."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from recon.model.asked import Asked
from recon.model.errors import WrongUsage
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.telling import protocol
from recon.telling.remarks import Mark, Remark, remarks
from recon.writing.originals import has_ending, original, refuse_several, the_one
from recon.writing.pdf import Spot, mark_pdf

FORMAT = "pdf"
SUFFIX = "marked.pdf"
BINARY = True

_DOCUMENTS = (".pdf",)


def refuse(documents: Sequence[str]) -> None:
    """WrongUsage: a marked PDF is a copy of one PDF."""
    refuse_several(documents, FORMAT)
    if PurePath(documents[0]).suffix.lower() not in _DOCUMENTS:
        raise WrongUsage("error.no-copy-of", path=documents[0], format=FORMAT, endings=".pdf")


def write(result: Reconciliation, asked: Asked) -> bytes:
    """The copy: a note on the first page says what was checked, the others stand at the figures."""
    document = the_one(result, FORMAT)
    if not has_ending(document, _DOCUMENTS):
        raise WrongUsage("error.no-copy-of", path=document.path, format=FORMAT, endings=".pdf")
    scene = protocol.unbroken(result, asked.lang)
    said = remarks(result, scene, document.path)
    first = Spot(1, None, "", "", Mark.INFORMATION, tuple(protocol.summary(result, scene)))
    return mark_pdf(original(document), [first, *(_spot(remark, document) for remark in said)], asked.made)


def _spot(remark: Remark, document: DocumentResult) -> Spot:
    """Where a remark stands: the figure itself where its text is known, else its cell, else its page."""
    at = remark.at
    grid = document.grids.get(at.table or "", [])
    row = grid[at.row - 1] if at.row is not None and at.row <= len(grid) else []
    column = 0 if at.paragraph is not None else (at.column or 1) - 1
    text = row[column] if column < len(row) else ""
    start, end = at.span or (0, len(text))
    return Spot(at.page or 1, at.bbox, text[start:end], text[:start], remark.mark, tuple(remark.lines))

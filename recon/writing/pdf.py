"""A copy of a PDF with its figures highlighted and a note at each; the bytes that were read stay its beginning."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from recon.readers.pdf_boxes import Box
from recon.readers.pdf_words import PageText
from recon.telling.remarks import Mark

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

AUTHOR = "recon"
_COLOURS = {
    Mark.CAUSE: (244, 121, 90), Mark.POSSIBLE: (255, 205, 70), Mark.TOTAL: (250, 190, 165),
    Mark.WARNING: (255, 238, 130), Mark.INFORMATION: (170, 210, 245),
}  # fmt: skip
#: side of a note that stands at no figure, and how far it is from the edges of the page
_NOTE, _EDGE = 20.0, 12.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page, from 1, and what is said there. box: of the cell or paragraph, None for the page as a whole.

    figure: the words to highlight in the box; before: what of the box's text stands before them.
    """

    page: int
    box: Box | None
    figure: str
    before: str
    mark: Mark
    lines: tuple[str, ...]


def mark_pdf(data: bytes, spots: Sequence[Spot], made: datetime) -> bytes:
    """Highlight the figures. What has no box of its own gets a note in the corner of its page."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    by_page: dict[int, list[Spot]] = {}
    for spot in spots:
        by_page.setdefault(spot.page, []).append(spot)
    document: PdfDocument = pypdfium2.PdfDocument(data)
    out = io.BytesIO()
    try:
        for number, found in by_page.items():
            page = document[number - 1]
            try:
                _mark_page(page, found, f"D:{made:%Y%m%d%H%M%S}Z")
            finally:
                page.close()
        document.save(out, flags=pdfium.FPDF_INCREMENTAL)
    finally:
        document.close()
    return out.getvalue()


def _mark_page(page: PdfPage, spots: Sequence[Spot], made: str) -> None:
    import pypdfium2.raw as pdfium

    text = PageText(page)
    try:
        notes = 0
        for spot in spots:
            if spot.box is None:
                left = _EDGE + notes * (_NOTE + 4)
                place = text.frame.own(left, _EDGE, left + _NOTE, _EDGE + _NOTE)
                _annotate(page, pdfium.FPDF_ANNOT_TEXT, [place], spot, made)
                notes += 1
                continue
            boxes = [text.frame.own(*box) for box in _boxes(text, spot) or [spot.box]]
            _annotate(page, pdfium.FPDF_ANNOT_HIGHLIGHT, boxes, spot, made)
    finally:
        text.close()


def _boxes(text: PageText, spot: Spot) -> list[Box]:
    """The box of the figure, one a line; none where its words are not found in the box."""
    assert spot.box is not None
    x0, top, x1, bottom = spot.box
    text.boxes.ask(range(len(text.text)))
    inside = [
        (index, box)
        for index, sign in enumerate(text.text)
        if not sign.isspace() and sign.isprintable()
        for box in [text.boxes[index]]
        if x0 - 1 <= (box[0] + box[2]) / 2 <= x1 + 1 and top - 1 <= (box[1] + box[3]) / 2 <= bottom + 1
    ]
    said = "".join(text.text[index] for index, _ in inside)
    wanted, before = "".join(spot.figure.split()), "".join(spot.before.split())
    at = -1
    for _ in range(before.count(wanted) + 1 if wanted else 0):
        at = said.find(wanted, at + 1)
        if at < 0:
            return []
    return list(_lines([box for _, box in inside[at : at + len(wanted)]])) if at >= 0 else []


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    """Boxes of characters joined to one a line."""
    line: Box | None = None
    for box in boxes:
        if line is not None and box[1] < line[3] and box[3] > line[1]:
            line = min(line[0], box[0]), min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3])
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _annotate(page: PdfPage, kind: int, boxes: Sequence[Box], spot: Spot, made: str) -> None:
    """One annotation over these boxes of the page's own space."""
    import pypdfium2.raw as pdfium

    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, kind)
    try:
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_COLOURS[spot.mark], 255)
        pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
        for x0, y0, x1, y1 in boxes if kind == pdfium.FPDF_ANNOT_HIGHLIGHT else ():
            points = pdfium.FS_QUADPOINTSF(x0, y1, x1, y1, x0, y0, x1, y0)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, points)
        for key, value in (("T", AUTHOR), ("M", made), ("Contents", "\n".join(spot.lines))):
            encoded = ctypes.create_string_buffer(value.encode("utf-16-le") + b"\0\0")
            pdfium.FPDFAnnot_SetStringValue(annotation, key.encode(), ctypes.cast(encoded, pdfium.FPDF_WIDESTRING))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)

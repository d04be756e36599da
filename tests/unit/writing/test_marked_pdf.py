"""A marked PDF: the very figures highlighted, a note at each, and the bytes that were read kept as they were."""

from __future__ import annotations

import ctypes
import io
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import recon
from recon.model.asked import Asked
from recon.model.errors import WrongUsage
from recon.readers.pdf_boxes import Frame
from recon.reports import pdf
from tests.unit.readers.pdf_files import Page
from tests.unit.readers.pdf_files import pdf as file_of

MADE = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
XS, YS = (40, 80, 220, 330, 400, 470, 540), (100, 120, 140, 160, 180)
ROWS = (
    ("№", "Наименование", "Источник", "Всего", "2024 год", "2025 год"),
    ("1", "Дворы", "Всего", "330,0", "150,0", "150,0"),
    ("", "", "областной бюджет", "200,0", "100,0", "100,0"),
    ("", "", "местные бюджеты", "100,0", "50,0", "50,0"),
)


def programme() -> bytes:
    page = Page().text(40, 60, "Программа «Дворы»").text(40, 90, "тыс. рублей").grid(XS, YS)
    for y, row in zip(YS, ROWS, strict=False):
        page.row([x + 4 for x in XS], y + 14, *row)
    return file_of(page)


def marked(data: bytes, folder: Path, lang: str = "ru") -> bytes:
    path = folder / "programme.pdf"
    path.write_bytes(data)
    return pdf.write(recon.check(str(path)), Asked(lang, made=MADE))


def string_of(annotation: object, key: str) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(size)
    into = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), into, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def annotations(data: bytes) -> list[tuple[int, str, str, str]]:
    """Kind, author, words under it and note of each annotation of the first page."""
    found = []
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, box)
        words = text.get_text_bounded(box.left, box.bottom, box.right, box.top).strip()
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        found.append((kind, string_of(annotation, "T"), words, string_of(annotation, "Contents")))
        pdfium.FPDFPage_CloseAnnot(annotation)
    text.close()
    page.close()
    document.close()
    return found


def test_a_figure_is_highlighted_and_says_what_is_wrong(tmp_path: Path) -> None:
    first, figure = annotations(marked(programme(), tmp_path))
    assert first[:2] == (pdfium.FPDF_ANNOT_TEXT, "recon")
    assert first[3].startswith("Установлено: 2\u00a0замечания.")
    assert figure[:3] == (pdfium.FPDF_ANNOT_HIGHLIGHT, "recon", "330,0")
    assert "Указано 330,0, по расчёту 300,0, отклонение +30,0 тыс. рублей." in figure[3]
    assert "единственное объяснение" in figure[3]


def test_the_bytes_that_were_read_are_the_beginning_of_the_copy(tmp_path: Path) -> None:
    before = programme()
    assert marked(before, tmp_path).startswith(before)


def test_a_sentence_is_highlighted_at_the_amount_alone(tmp_path: Path) -> None:
    page = Page().text(40, 60, "Общий объём финансирования составляет 310,0 тыс. рублей, в том числе по годам:")
    page.text(40, 74, "2024 год – 150,0 тыс. рублей; 2025 год – 150,0 тыс. рублей.")
    words = [words for _, _, words, _ in annotations(marked(file_of(page), tmp_path, "en"))[1:]]
    assert sorted(words) == ["150,0", "150,0", "310,0"]


@pytest.mark.parametrize("quarters", range(4))
def test_a_turned_page_is_marked_where_it_was_read(quarters: int) -> None:
    frame = Frame(quarters, 10, 20, 610, 820)
    own = (100.0, 200.0, 150.0, 215.0)
    assert frame.own(*frame.turned(*own)) == own


@pytest.mark.parametrize("cropped", [None, (20.0, 500.0, 600.0, 800.0)], ids=["whole", "cropped"])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_very_figure_is_highlighted_on_turned_and_cropped_pages_beside_the_marks_of_others(
    turned: int, cropped: tuple[float, float, float, float] | None, tmp_path: Path
) -> None:
    document = pypdfium2.PdfDocument(programme())
    page = document[0]
    if cropped is not None:
        page.set_cropbox(*cropped)
    page.set_rotation(turned)
    other = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetRect(other, pdfium.FS_RECTF(50, 600, 100, 620))
    pdfium.FPDFPage_CloseAnnot(other)
    page.close()
    before = io.BytesIO()
    document.save(before)
    document.close()
    after = marked(before.getvalue(), tmp_path)
    assert after.startswith(before.getvalue())
    found = annotations(after)
    assert [author for _, author, _, _ in found] == ["", "recon", "recon"]
    assert found[-1][2] == "330,0"


def test_a_text_has_no_marked_pdf(tmp_path: Path) -> None:
    path = tmp_path / "programme.txt"
    path.write_text("Программа", encoding="utf-8")
    with pytest.raises(WrongUsage, match="no-copy-of"):
        pdf.refuse([str(path)])

"""What is written opens in LibreOffice, with its marks where they belong."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

import recon
from recon.model.asked import Asked
from recon.reports import docx, protocol, xlsx
from tests.made_by_office import needs_libreoffice, saved_as
from tests.unit.writing.rich_files import document, macro_workbook

MADE = datetime(2026, 11, 22, tzinfo=UTC)
SAMPLE = Path(__file__).parents[3] / "inputs" / "sample"
pytestmark = [pytest.mark.libreoffice, needs_libreoffice]


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_protocol_has_its_parts_on_its_pages(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "protocol.docx"
    path.write_bytes(protocol.write(recon.check(str(SAMPLE / "programme.docx")), Asked(lang, made=MADE)))
    shown = pages(saved_as("pdf", path, tmp_path))
    count = len(shown)  # three with the widths of Times New Roman; an office without it may need one more
    assert count in {3, 4}
    assert "39 865,1" in "".join(shown[1:-1]).replace("\u00a0", " ")
    assert f"{'Страница' if lang == 'ru' else 'Page'} {count} {'из' if lang == 'ru' else 'of'} {count}" in shown[-1]


def test_the_marked_docx_shows_its_proposal(tmp_path: Path) -> None:
    source, path = tmp_path / "rich.docx", tmp_path / "marked.docx"
    source.write_bytes(document())
    path.write_bytes(docx.write(recon.check(str(source)), Asked("ru", made=MADE, suggest=True)))
    kept = saved_as("odt", path, tmp_path)
    with zipfile.ZipFile(kept) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == 6
    assert content.count("<dc:creator>recon</dc:creator>") >= 5
    assert "text:insertion" in content
    assert "text:deletion" in content


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_the_marked_workbook_keeps_its_chart_and_shows_its_notes(tmp_path: Path) -> None:
    source, path = tmp_path / "rich.xlsm", tmp_path / "marked.xlsm"
    source.write_bytes(macro_workbook())
    path.write_bytes(xlsx.write(recon.check(str(source)), Asked("ru", made=MADE)))
    kept = openpyxl.load_workbook(io.BytesIO(saved_as("xlsx", path, tmp_path / "again").read_bytes()))
    sheet = kept["Финансирование"]
    assert len(sheet._charts) == 1
    assert "recon:" in sheet["D3"].comment.text


def without_saved_values(data: bytes) -> bytes:
    """LibreOffice computes only formulas that have no saved value."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", old.read(name)))
    return out.getvalue()


def test_the_live_sums_come_to_what_was_found(tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    path.write_bytes(xlsx.write(recon.check(str(SAMPLE / "programme.docx")), Asked("ru", made=MADE)))

    def checks(data: bytes) -> dict[str, object]:
        sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Таблица 2"]
        return {cell.coordinate: cell.value for row in sheet.iter_rows(min_col=9) for cell in row if cell.value}

    ours = checks(path.read_bytes())
    path.write_bytes(without_saved_values(path.read_bytes()))
    computed = checks(saved_as("xlsx", path, tmp_path / "again").read_bytes())
    assert sorted(value for value in ours.values() if isinstance(value, int | float)) == [-500, 500, 500]
    assert computed == ours

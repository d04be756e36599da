"""The MHTML reader: the page that a browser or Word saved in one file."""

from __future__ import annotations

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from recon.model.document import Document, Paragraph
from recon.readers import mhtml
from recon.readers.opening import open_document
from recon.readers.sniffing import form_of


def message(*pages: tuple[str, str]) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    for page, encoding in pages:
        whole.attach(MIMEText(page, "html", encoding))
    whole.attach(MIMEImage(b"GIF89a", "gif"))
    return whole.as_bytes()


def said(document: Document) -> list[str]:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row]
    return [block.text for block in document.blocks if isinstance(block, Paragraph)] + cells


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_the_page_is_read_in_its_own_encoding(encoding: str) -> None:
    page = "<html><p>Объём финансирования<table><tr><td>Всего<td>100,0</table>"
    assert said(mhtml.read("a.mht", message((page, encoding)), "")) == ["Объём финансирования", "Всего", "100,0"]


def test_what_the_page_frames_is_left_out() -> None:
    pages = ("<p>Всего 100,0", "utf-8"), ("<p>Реклама 5,0", "utf-8")
    assert said(mhtml.read("a.mht", message(*pages), "")) == ["Всего 100,0"]


def test_of_a_workbook_every_sheet_is_read() -> None:
    frame = "<html><frameset rows='*,39'><frame src='sheet001.htm'></frameset></html>"
    sheets = [(f"<table><tr><td>{name}</table>", "utf-8") for name in ("Доходы", "Расходы")]
    assert said(mhtml.read("a.mht", message((frame, "utf-8"), *sheets), "")) == ["Доходы", "Расходы"]


def test_a_message_is_told_from_a_text_that_speaks_of_one() -> None:
    assert form_of("a.doc", message(("<p>x", "utf-8"))) == "mhtml"
    assert form_of("a.txt", b"MIME-Version: 1.0\nis what a message begins with.\nContent-Type: text/html\n") == "text"


def test_it_is_read_under_the_name_of_an_old_document(tmp_path: Path) -> None:
    path = tmp_path / "programme.doc"
    path.write_bytes(message(("<p>Всего 100,0", "cp1251")))
    document = open_document(str(path))
    assert said(document) == ["Всего 100,0"]
    assert [key for key, _ in document.notes] == ["note.read-by-content"]

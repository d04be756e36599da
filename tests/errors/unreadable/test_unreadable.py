"""Every way in which a file cannot be read, with the exact words that a person is told, in both languages."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from recon.messages import say
from recon.messages.reading import MESSAGES
from recon.model.errors import UnreadableDocument
from recon.readers import by_libreoffice, opening
from recon.readers.opening import find_documents, open_document

HERE = Path(__file__).parent
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
LINKS = f'<Relationships><Relationship Id="r1" Type="{LINK}" Target="main.xml"/></Relationships>'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def write(name: str, data: bytes = b"") -> Callable[[], str]:
    def build() -> str:
        Path(name).write_bytes(data)
        return name

    return build


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def office(kind: str, main: str | None = "<a/>", **others: bytes) -> bytes:
    types = f'<Types><Override PartName="/main.xml" ContentType="{kind}"/></Types>'
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types, "_rels/.rels": LINKS, **others}
    return zipped(parts if main is None else parts | {"main.xml": main})


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"


def pdf(more: str = "", text: str = "") -> bytes:
    """A file of one page; a font whose letters stand for no character is at hand."""
    table = "1 beginbfrange <00> <ff> <e000> endbfrange"
    content = f"BT /F 9 Tf 50 700 Td {text} ET" if text else "0 0 595 842 re f"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >> >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
    ]
    objects = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, start=1))
    trailer = f"trailer\n<< /Size 6 /Root 1 0 R {more} /ID [<61> <61>] >>\n"
    return f"%PDF-1.4\n{objects}{trailer}startxref\n0\n%%EOF\n".encode()


SHEET = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
REPEATED = zipped(
    {
        "mimetype": SHEET,
        "content.xml": f'<a xmlns:office="{ODF}:office:1.0" xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0">'
        '<office:body><office:spreadsheet><table:table><table:table-row table:number-rows-repeated="999999">'
        '<table:table-cell table:number-columns-repeated="9999"><text:p>5</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></a>",
    }
)
LOCKED = zipped({"mimetype": SHEET, "META-INF/manifest.xml": "<a><encryption-data/></a>"})


def folder(name: str) -> Callable[[], str]:
    def build() -> str:
        Path(name).mkdir()
        return name

    return build


def pipe() -> str:
    os.mkfifo("programme.docx")
    return "programme.docx"


CASES: dict[str, Callable[[], str]] = {
    "missing-file": lambda: "programme.docx",
    "standard-input": lambda: "-",
    "empty-file": write("programme.docx"),
    "folder-given": folder("programme.docx"),
    "not-a-file": pipe,
    "unsupported-form": write("programme.pages", b"x"),
    "unsupported-form-without-suffix": write("programme", b"x"),
    "wrong-suffix-odt": write("programme.docx", zipped({"mimetype": "application/vnd.oasis.opendocument.text"})),
    "missing-part-odt": write("programme.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"})),
    "absurd-structure-ods": write("budget.ods", REPEATED),
    "encrypted-ods": write("budget.ods", LOCKED),
    "old-form-xlsb": write("budget.xlsb", office("application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
    "wrong-suffix-pdf": write("programme.docx", b"%PDF-1.7\n"),
    "wrong-suffix-page": write("budget.xlsx", b"<html><table></table></html>"),
    "wrong-suffix-page-text": write("programme.txt", b"<!DOCTYPE html>\n<p>x"),
    "wrong-suffix-workbook": write("programme.docx", office(EXCEL)),
    "wrong-suffix-document": write("budget.xlsx", office(WORD)),
    "wrong-suffix-old-document": write("programme.docx", stream("WordDocument")),
    "wrong-suffix-text": write("budget.xlsx", b"code;total\n1;2\n"),
    "content-differs-image": write("scan.docx", b"\x89PNG\r\n\x1a\n\0"),
    "content-differs-archive": write("programme.docx", zipped({"a.txt": "x"})),
    "wrong-suffix-rtf": write("programme.docx", b"{\\rtf1 x}"),
    "archive": write("documents.zip", zipped({"a.txt": "x"})),
    "encrypted-workbook": write("budget.xlsx", stream("EncryptedPackage")),
    "encrypted-document": write("programme.docx", stream("EncryptedPackage")),
    "damaged-archive": write("budget.xlsx", office(EXCEL)[:-40]),
    "damaged-workbook": write("budget.xls", stream("Workbook")),
    "wrong-suffix-old-workbook": write("budget.xlsx", stream("Workbook")),
    "damaged-pdf": write("programme.pdf", b"%PDF-1.7\n"),
    "encrypted-pdf": write("programme.pdf", pdf(LOCK)),
    "no-text-layer": write("programme.pdf", pdf()),
    "meaningless-text-layer": write("programme.pdf", pdf(text="(abc abc abc abc abc) Tj")),
    "damaged-xml": write("programme.docx", office(WORD, "<a><b></a>")),
    "missing-part": write("programme.docx", office(WORD, None)),
    "xml-with-entities": write("programme.docx", office(WORD, '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')),
    "zip-bomb": write("programme.docx", office(WORD, media=b"\0" * 40_000_000)),
    "absurd-structure": write("programme.html", b"<div>" * 5_000 + b"x"),
    "undecodable-text": write("programme.txt", "Государственная программа".encode("utf-32-le")),
    "open-quote": write("budget.csv", b'a;b\n1;"2\n3;4\n5;6\n'),
}


def told(error: UnreadableDocument) -> str:
    lines = []
    for lang in ("en", "ru"):
        lines.append(f"{lang}: {say(error.key, lang, **error.parameters)}")
        lines.append(f"    {say(error.key + '.help', lang, **error.parameters)}")
    return "\n".join(lines) + "\n"


def agrees(name: str, error: UnreadableDocument) -> None:
    assert told(error) == (HERE / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_cannot_be_read_is_refused_in_exact_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableDocument) as refused:
        open_document(CASES[name]())
    assert name.startswith(refused.value.key.removeprefix("error."))
    agrees(name, refused.value)


def test_a_folder_without_documents_is_refused_in_exact_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("inputs").mkdir()
    with pytest.raises(UnreadableDocument) as refused:
        find_documents(["inputs"])
    agrees("no-documents", refused.value)


def test_a_file_that_may_not_be_read_is_refused_in_exact_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.chdir(tmp_path)
    Path("programme.docx").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # the superuser may read everything, so rights alone do not tell
    with pytest.raises(UnreadableDocument) as refused:
        open_document("programme.docx")
    agrees("no-permission", refused.value)


def test_a_file_that_is_too_large_is_refused_unread_in_exact_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open("programme.docx", "wb") as sparse:
        sparse.truncate(opening.MAX_BYTES + 1)
    with pytest.raises(UnreadableDocument) as refused:
        open_document("programme.docx")
    agrees("file-too-large", refused.value)


def programme_that(does: str) -> Callable[[], str]:
    """A stand-in for LibreOffice."""

    def find() -> str:
        Path("soffice").write_text(f"#!/bin/sh\n{does}\n")
        Path("soffice").chmod(0o755)
        return str(Path("soffice").resolve())

    return find


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("no-libreoffice", lambda: None),
        ("not-converted", programme_that("exit 0")),
        ("conversion-too-long", programme_that("sleep 60")),
    ],
)
def test_an_old_document_that_libreoffice_does_not_turn_into_docx_is_refused_in_exact_words(
    name: str, found: Callable[[], str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(by_libreoffice, "program", found)
    monkeypatch.setattr(by_libreoffice, "TIME_LIMIT", 1)
    with pytest.raises(UnreadableDocument) as refused:
        open_document(write("programme.doc", stream("WordDocument"))())
    refused.value.parameters.pop("seconds", None)
    if name == "conversion-too-long":
        refused.value.parameters["seconds"] = 180
    agrees(name, refused.value)


def test_every_error_of_reading_has_a_golden_text_and_a_help_in_both_languages() -> None:
    golden = sorted(path.stem for path in HERE.glob("*.txt"))
    for key, words in MESSAGES.items():
        assert set(words) == {"en", "ru"}
        if key.startswith("error.") and not key.endswith(".help"):
            assert f"{key}.help" in MESSAGES
            assert any(name.startswith(key.removeprefix("error.")) for name in golden), key

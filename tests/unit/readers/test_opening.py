"""Opening: which files are documents, which reader they are for, and what a ledger file is."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from office_files import docx as make_docx
from office_files import odf as make_odf
from office_files import p, r
from office_files import xlsx as make_xlsx

from recon.model.errors import UnreadableDocument
from recon.readers.opening import find_documents, is_ledger_file, open_document

_CELL = "<table:table-cell><text:p>x</text:p></table:table-cell>"
ODS = f"<table:table><table:table-row>{_CELL}</table:table-row></table:table>"


def test_each_form_is_read_by_its_reader_and_carries_the_digest_of_its_bytes(tmp_path: Path) -> None:
    files = {
        "a.DOCX": (make_docx(p(r("x"))), "docx"),
        "b.xlsx": (make_xlsx('<row r="1"><c r="A1"><v>7</v></c></row>'), "xlsx"),
        "c.csv": (b"a;b\n", "csv"),
        "d.txt": (b"a\tb\n", "text"),
        "e.HTM": (b"<p>x", "html"),
        "f.odt": (make_odf("text", "<text:p>x</text:p>"), "odt"),
        "g.ods": (make_odf("spreadsheet", ODS), "ods"),
    }
    for name, (data, form) in files.items():
        path = tmp_path / name
        path.write_bytes(data)
        document = open_document(str(path))
        assert (document.form, document.path) == (form, str(path))
        assert document.sha256 == hashlib.sha256(data).hexdigest()
        assert document.blocks


@pytest.mark.parametrize(
    ("name", "data", "form", "content"),
    [
        ("programme.doc", b"<html><p>x", "html", "form.html"),
        ("budget.xls", b"\xef\xbb\xbf<table><tr><td>x</table>", "html", "form.html"),
        ("programme.doc", make_docx(p(r("x"))), "docx", "form.docx"),
        ("budget.XLS", make_xlsx('<row r="1"><c r="A1"><v>7</v></c></row>'), "xlsx", "form.xlsx"),
    ],
)
def test_what_an_office_opens_under_an_old_name_is_read_by_its_content_and_said_so(
    tmp_path: Path, name: str, data: bytes, form: str, content: str
) -> None:
    (tmp_path / name).write_bytes(data)
    document = open_document(str(tmp_path / name))
    assert document.form == form
    assert document.blocks
    suffix = Path(name).suffix.lower()
    assert document.notes == [("note.read-by-content", {"suffix": suffix, "content": (content, {})})]
    assert not document.passed_over


def test_folders_are_walked_in_sorted_order_without_hidden_and_temporary_files(tmp_path: Path) -> None:
    for name in ("b/2.docx", "b/1.TXT", "a.csv", ".hidden/x.txt", "b/.x.txt", "b/~$2.docx", "b/notes.md", "c.xlsx",
                 "README.md", "b/notes.rst"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = find_documents([str(tmp_path), str(tmp_path / "a.csv"), "missing.docx"])
    assert [path.removeprefix(f"{tmp_path}/") for path in found] == [
        "a.csv", "c.xlsx", "b/1.TXT", "b/2.docx", "b/notes.md", "missing.docx",
    ]  # fmt: skip


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    with pytest.raises(UnreadableDocument) as refused:
        find_documents([str(tmp_path)])
    assert refused.value.key == "error.no-documents"


@pytest.mark.parametrize(
    ("name", "content", "is_ledger"),
    [
        ("a.parquet", b"", True),
        ("a.csv", b"document,code,element,source,period,amount\n", True),
        ("a.csv", b'\xef\xbb\xbf"code";"element";"source";"period";"amount";"unit"\r\n1;2', True),
        ("a.csv", b"code,element,source,period\n", False),
        ("a.csv", "код;всего\n".encode("cp1251"), False),
        ("a.txt", b"code,element,source,period,amount\n", False),
    ],
)
def test_a_ledger_file_is_known_by_its_suffix_and_head(
    name: str, content: bytes, is_ledger: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert is_ledger_file(str(tmp_path / name)) is is_ledger


def test_a_missing_file_is_not_a_ledger_file() -> None:
    assert is_ledger_file("missing.csv") is False


def test_finding_the_readers_loads_no_heavy_library() -> None:
    program = (
        "import sys; from recon.readers.opening import find_documents, is_ledger_file; find_documents(['a.txt']);"
        "from recon.readers import opening; opening._readers();"
        "print([name for name in ('lxml', 'pandas', 'openpyxl', 'numpy', 'xlrd', 'pypdfium2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

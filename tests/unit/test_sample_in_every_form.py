"""The sample programme in every form gives the findings of its DOCX, whatever office or hand has made the form."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import openpyxl
import pytest

import recon
from recon.model.document import Paragraph
from recon.readers.opening import open_document
from tests.made_by_office import needs_libreoffice, saved_as

SAMPLE = Path(__file__).parents[2] / "inputs" / "sample"
WORD, EXCEL = SAMPLE / "programme.docx", SAMPLE / "programme.xlsx"
#: the two pages that the sample has, each as the other
_SIDES = (b'w:w="11906" w:h="16838"', b'w:w="16838" w:h="11906" w:orient="landscape"')

_WIDTH = re.compile(rb'(<w:(?:gridCol|tcW) (?:w:type="dxa" )?)w:w="(\d+)"')


def findings(path: Path) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            finding.rule.code, finding.severity, finding.code, finding.source, finding.period,
            finding.identity and (finding.identity.stated.amount, finding.identity.computed),
        )
        for finding in recon.check(path).findings
    )  # fmt: skip


@pytest.fixture(scope="module")
def of_the_sample() -> Counter[tuple[object, ...]]:
    found = findings(WORD)
    assert sum(found.values()) >= 7
    return found


def rows() -> Iterator[list[str]]:
    """The whole document as rows of one sheet, paragraphs in the first column."""
    for block in open_document(str(WORD)).blocks:
        if isinstance(block, Paragraph):
            yield [block.text]
            continue
        for row in block.rows:
            texts = [""] * max(cell.column for cells in block.rows for cell in cells)
            for cell in row:
                texts[cell.column - 1] = cell.text
            yield texts


def one_sheet(folder: Path) -> Path:
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    book.save(folder / "programme.xlsx")
    return folder / "programme.xlsx"


def one_csv(folder: Path) -> Path:
    content = io.StringIO()
    width = max(map(len, rows()))
    csv.writer(content, delimiter=";").writerows([*row, *[""] * (width - len(row))] for row in rows())
    path = folder / "programme.csv"
    path.write_bytes(content.getvalue().encode("cp1251"))
    return path


def text(folder: Path) -> Path:
    path = folder / "programme.txt"
    path.write_text("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows()), encoding="utf-8")
    return path


def page(folder: Path) -> Path:
    """A page without closing tags under the name of an old document, as portals hand them out."""
    cells = (f"<tr><td>{'<td>'.join(cell.replace(chr(10), '<br>') for cell in row)}" for row in rows() if len(row) > 1)
    words = [*rows()]
    passport = next(n for n, row in enumerate(words) if len(row) > 1)
    end = next(n for n in range(passport, len(words)) if len(words[n]) == 1)
    above = "".join(f"<p>{row[0]}" for row in words[:passport])
    between = "".join(f"<p>{row[0]}" for row in words[end:] if len(row) == 1)
    first, *others = cells
    path = folder / "programme.doc"
    tables = [f"<table border=1>{content}</table>" for content in (first, "".join(others))]
    content = f"<html><meta charset=windows-1251>{above}{tables[0]}{between}{tables[1]}"
    path.write_bytes(content.encode("cp1251", "xmlcharrefreplace"))
    return path


def page_in_one_file(folder: Path) -> Path:
    """The same page as a browser or Word saves it with its pictures."""
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(page(folder).read_text("cp1251"), "html", "cp1251"))
    message.attach(MIMEImage(b"GIF89a", "gif"))
    path = folder / "programme.mht"
    path.write_bytes(message.as_bytes())
    return path


def turned_pdf(folder: Path) -> Path:
    """High pages wide and wide pages high, with narrower columns to match."""
    turned = folder / "turned.docx"
    with zipfile.ZipFile(WORD) as old, zipfile.ZipFile(turned, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                assert all(side in content for side in _SIDES)
                high, wide = _SIDES
                content = content.replace(wide, b"<wide>").replace(high, wide).replace(b"<wide>", high)
                content = _WIDTH.sub(lambda found: b'%bw:w="%d"' % (found[1], int(found[2]) * 3 // 5), content)
            new.writestr(name, content)
    return saved_as("pdf", turned, folder)


BY_HAND: dict[str, Callable[[Path], Path]] = {
    "workbook": lambda folder: EXCEL, "one sheet": one_sheet, "csv": one_csv, "text": text, "page named .doc": page,
    "page in one file": page_in_one_file,
}  # fmt: skip
BY_OFFICE: dict[str, Callable[[Path], Path]] = {
    **{form: lambda folder, form=form: saved_as(form, WORD, folder) for form in ("odt", "rtf", "doc", "html", "pdf")},  # type: ignore[misc]
    "turned pdf": turned_pdf,
    **{f"{form} of sheets": lambda folder, form=form: saved_as(form, EXCEL, folder) for form in ("xls", "ods", "html")},  # type: ignore[misc]
    "ods of one sheet": lambda folder: saved_as("ods", one_sheet(folder), folder),
}


@pytest.mark.parametrize("form", BY_HAND)
def test_a_form_made_by_hand_gives_the_findings_of_the_sample(
    form: str, tmp_path: Path, of_the_sample: Counter[tuple[object, ...]]
) -> None:
    assert findings(BY_HAND[form](tmp_path)) == of_the_sample


@needs_libreoffice
@pytest.mark.libreoffice
@pytest.mark.parametrize("form", BY_OFFICE)
def test_a_form_made_by_libreoffice_gives_the_findings_of_the_sample(
    form: str, tmp_path: Path, of_the_sample: Counter[tuple[object, ...]]
) -> None:
    assert findings(BY_OFFICE[form](tmp_path)) == of_the_sample

"""Files that LibreOffice makes of others, for tests of the forms that only a program writes; passed over without it."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from recon.readers.by_libreoffice import program

needs_libreoffice = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


def saved_as(form: str, source: Path, folder: Path) -> Path:
    """The same document as `pdf`, `doc`, `rtf` or `xls`."""
    profile = (folder / "profile").as_uri()
    command = [str(program()), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    command += ["--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{form}"


def with_lines(source: Path, folder: Path, widths: list[int], page: tuple[int, int]) -> Path:
    """A DOCX twin with ruling lines, columns of these widths and a page of this size (in twentieths of a point)."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    table += f"<w:tblBorders>{sides}</w:tblBorders>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shape = (
        f'<w:sectPr><w:pgSz w:w="{page[0]}" w:h="{page[1]}"/>'
        '<w:pgMar w:top="567" w:right="567" w:bottom="567" w:left="567"/></w:sectPr>'
    )
    path = folder / f"{source.stem}-{'wide' if page[0] > page[1] else 'high'}.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode()
            if name == "word/document.xml":
                content = content.replace("<w:tblPr/>", f"<w:tblPr>{table}</w:tblPr>")
                content = content.replace("<w:gridCol/>" * len(widths), columns)
                content = content.replace("<w:r><w:t", '<w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t')
                content = content.replace("<w:p/></w:body>", f"<w:p/>{shape}</w:body>")
            new.writestr(name, content)
    return path

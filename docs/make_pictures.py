"""Draws the pictures of the reports that the READMEs show: the sample, as LibreOffice and Chromium show it.

    python docs/make_pictures.py
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from click.testing import CliRunner

from recon.cli import cli
from recon.readers.by_libreoffice import program

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = Path("inputs/sample/programme.docx")
DAY = "1795392000"
LANGUAGES = ("en", "ru")
MARGIN = 12
#: form, page of it that is shown, dots an inch, and how high a part of the page
SHOWN = (("xlsx", 2, 140, 420), ("protocol", 2, 85, 900))
DRAFT = ("docx", 2, 85, 420)  # which shows no words of ours: one picture does for both languages


def main() -> None:
    os.chdir(ROOT)
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lang in LANGUAGES:
            for form, page, dots, height in SHOWN:
                written = report(form, lang, folder)
                draw(as_pdf(written, folder), page, dots, height, PICTURES / f"{form}.{lang}.png")
            photograph(report("html", lang, folder), PICTURES / f"html.{lang}.png")
        form, page, dots, height = DRAFT
        draw(as_pdf(report(form, "en", folder), folder), page, dots, height, PICTURES / f"{form}.png")


def report(form: str, lang: str, folder: Path, document: Path = SAMPLE) -> Path:
    into = folder / form / lang
    into.mkdir(parents=True)
    asked = ["check", str(document), "--format", form, "--lang", lang, "-o", str(into)]
    CliRunner().invoke(cli, [*asked, *(["--suggest"] if form == "docx" else [])])
    (written,) = into.iterdir()
    return written


def as_pdf(document: Path, folder: Path) -> Path:
    command = [str(program()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", str(folder), str(document)], check=True,
                   capture_output=True)  # fmt: skip
    return folder / f"{document.stem}.pdf"


def draw(document: Path, page: int, dots: int, height: int, into: Path) -> None:
    """The upper part of one page without its white margins."""
    with pypdfium2.PdfDocument(document) as opened:
        drawn = opened[page - 1].render(scale=dots / 72, may_draw_forms=False).to_numpy()[:, :, 2::-1]
    dark = (drawn < 250).any(axis=2)
    rows, columns = dark.any(axis=1).nonzero()[0], dark.any(axis=0).nonzero()[0]
    top, left = max(0, rows[0] - MARGIN), max(0, columns[0] - MARGIN)
    into.write_bytes(png(drawn[top : min(rows[-1] + MARGIN, top + height), left : columns[-1] + MARGIN]))


def png(points: Any) -> bytes:
    """A picture of red, green and blue points, row by row."""
    height, width, _ = points.shape
    rows = b"".join(b"\0" + points[row].tobytes() for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks(("IHDR", head), ("IDAT", zlib.compress(rows, 9)), ("IEND", b"")))


def chunks(*parts: tuple[str, bytes]) -> Iterator[bytes]:
    for kind, data in parts:
        named = kind.encode() + data
        yield struct.pack(">I", len(data)) + named + struct.pack(">I", zlib.crc32(named))


def photograph(page: Path, into: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("the picture of the page needs Chromium")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,900"]
    subprocess.run([*command, f"--screenshot={into}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()

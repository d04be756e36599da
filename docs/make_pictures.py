"""Draws the pictures of the READMEs and of the gallery: reports on the sample, as LibreOffice and Chromium show them.

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
#: bytes of a picture
HEAVIEST = 150_000
#: name of the picture, form, page of it that is shown (0 the last), dots an inch, and how high a part of the page
SHOWN = (
    ("xlsx", "xlsx", 2, 140, 420), ("findings", "xlsx", 0, 110, 620), ("protocol", "protocol", 2, 85, 900),
    ("signatures", "protocol", 0, 70, 560),
)  # fmt: skip
#: which show no words of ours: one picture does for both languages
DRAFT, HIGHLIGHTED = ("docx", 2, 85, 420), ("pdf", 2, 85, 420)
#: picks a finding on the page, as a click does, and shows its table alone: a picture is taken of the top of a page
_PICKED = """<style>header, .documents, .cause, h2, .tree, .side, .sheet:not(#d0-t2) {{ display: none }}
.split {{ display: block }} .scroll {{ max-height: none }} .sheet {{ content-visibility: visible }}</style>
<script>Element.prototype.scrollIntoView = () => {{}};
document.querySelectorAll("ol.findings button")[{number}].click()</script>"""
SUM, PAGE, PART = 4, (1120, 760), (1120, 600)


def main() -> None:
    os.chdir(ROOT)
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lang in LANGUAGES:
            for name, form, page, dots, height in SHOWN:
                written = report(form, lang, folder)
                draw(as_pdf(written, folder), page, dots, height, PICTURES / f"{name}.{lang}.png")
            written = report("html", lang, folder)
            photograph(written, PAGE, PICTURES / f"html.{lang}.png")
            written.write_text(written.read_text(encoding="utf-8") + _PICKED.format(number=SUM), encoding="utf-8")
            photograph(written, PART, PICTURES / f"sum.{lang}.png")
        form, page, dots, height = DRAFT
        draw(as_pdf(report(form, "en", folder), folder), page, dots, height, PICTURES / f"{form}.png")
        form, page, dots, height = HIGHLIGHTED
        draw(report(form, "en", folder, as_pdf(SAMPLE, folder)), page, dots, height, PICTURES / f"{form}.png")
    heavy = [picture.name for picture in PICTURES.glob("*.png") if picture.stat().st_size > HEAVIEST]
    if heavy:
        sys.exit(f"too heavy for a page: {', '.join(heavy)}")


def report(form: str, lang: str, folder: Path, document: Path = SAMPLE) -> Path:
    into = folder / form / lang
    into.mkdir(parents=True, exist_ok=True)
    asked = ["check", str(document), "--format", form, "--lang", lang, "-o", str(into)]
    CliRunner().invoke(cli, [*asked, "--force", *(["--suggest"] if form == "docx" else [])])
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
        drawn = opened[(page or len(opened)) - 1].render(scale=dots / 72, may_draw_forms=False).to_numpy()[:, :, 2::-1]
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


def photograph(page: Path, size: tuple[int, int], into: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("the picture of the page needs Chromium")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               f"--window-size={size[0]},{size[1]}", "--virtual-time-budget=2000"]  # fmt: skip
    subprocess.run([*command, f"--screenshot={into}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    main()

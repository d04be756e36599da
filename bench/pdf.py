"""How long `recon check` of a PDF takes beside PDFium's own text extraction, start-up apart; and its memory.

`python bench/pdf.py [ROUNDS] [--pages 100] [--keep FOLDER] [--file FILE …]`: LibreOffice prints a financing table,
prose, and half of each, of about that many pages, with one wrong figure; or the files named are taken. Each round has
two processes for every one, which know nothing of it yet. Both check a short document first, for start-up. Then one
checks the whole file, the other only reads it; after that, both let PDFium alone extract the text of every page.
Processor time: medians, and the median of the ratios of one process. Memory: the most that the process which checks
held, above what it held before, beside the size of all streams of the file unpacked.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

import document
import pypdfium2
from document import Lean

from recon.readers import pdf
from recon.readers.by_libreoffice import program
from recon.rulebook.load import load

#: About so many rows, and so many paragraphs, are printed on a page.
_ROWS, _PARAGRAPHS = 33, 18
#: Columns of the table, in twentieths of a point, on a page that lies on its side.
_WIDTHS = (700, 5_600, 1_600, *[1_110] * len(document.YEARS))
_SIDES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="567" w:right="567" w:bottom="567" w:left="567"/></w:sectPr>'
)
_SHORT = "short"
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.S)


class Printed(Lean):
    """Small print, and a table with lines."""

    def paragraph(self, words: str) -> str:
        return f'<w:p><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>{words}</w:t></w:r></w:p>'

    def cell(self, words: str, merge: str = "") -> str:
        ruled = f"{merge}<w:tcBorders>{_SIDES}</w:tcBorders>"
        return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="WIDTH"/>{ruled}</w:tcPr>{self.paragraph(words)}</w:tc>'

    def row(self, cells: str) -> str:
        for width in _WIDTHS:
            cells = cells.replace("WIDTH", str(width), 1)
        return f"<w:tr>{cells}</w:tr>"


def bodies(pages: int) -> dict[str, str]:
    """What is printed, by name; prose has a short table behind it, as nothing is checked where there is none."""
    writer = Printed()
    made = {_SHORT: (7, 60), "table": (7, pages * _ROWS), "prose": (pages * _PARAGRAPHS, 60)}
    made["both"] = pages * _PARAGRAPHS // 2, pages * _ROWS // 2
    return {
        name: document.prose(writer, paragraphs) + document.table(rows, writer) + _PAGE
        for name, (paragraphs, rows) in made.items()
    }


def print_out(folder: Path, pages: int) -> list[Path]:
    """The documents, as LibreOffice prints them; the short one is the first."""
    soffice = program()
    if soffice is None:
        sys.exit("LibreOffice is not installed: name PDF files to be taken.")
    made = bodies(pages)
    for name, body in made.items():
        (folder / f"{name}.docx").write_bytes(document.packed(document.whole(body)))
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    sources = [str(folder / f"{name}.docx") for name in made]
    subprocess.run([*command, "--outdir", str(folder), *sources], check=True, capture_output=True)
    return [folder / f"{name}.pdf" for name in made]


def text_alone(path: str) -> float:
    begin = time.process_time()
    opened = pypdfium2.PdfDocument(path)
    for page in opened:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    opened.close()
    return time.process_time() - begin


def read_alone(path: str) -> float:
    gc.disable()  # as the engine does
    begin = time.process_time()
    pdf.read(path, Path(path).read_bytes(), "")
    taken = time.process_time() - begin
    gc.enable()
    return taken


def once(what: str, short: str, path: str) -> None:
    """Seconds and bytes of one check or of reading alone, and the seconds that the text alone takes."""
    rules = load(None)
    document.check(short, "", rules)  # start-up: imports, rules, vocabulary
    gc.collect()
    before = document.held("VmRSS:")
    taken = read_alone(path) if what == "read" else document.check(path, "", rules)
    memory = document.held("VmHWM:") - before
    gc.collect()
    print(taken, memory, text_alone(path))


def unpacked(path: Path) -> int:
    """The size of all streams of a file, unpacked."""
    size = 0
    for stream in _STREAM.findall(path.read_bytes()):
        try:
            size += len(zlib.decompressobj().decompress(stream))
        except zlib.error:  # kept as it is
            size += len(stream)
    return size


def tell(path: Path, checks: list[list[float]], reads: list[list[float]]) -> None:
    opened = pypdfium2.PdfDocument(path)
    pages = len(opened)
    opened.close()
    alone = statistics.median(run[2] for run in checks + reads)
    check, read = (statistics.median(run[0] for run in runs) for runs in (checks, reads))
    ratio, read_ratio = (statistics.median(run[0] / run[2] for run in runs) for runs in (checks, reads))
    size, memory = unpacked(path), statistics.median(run[1] for run in checks)
    print(
        f"{path.stem}: {pages} pages, text alone {alone:.3f} s, read {read:.3f} s, ratio {read_ratio:.2f}, "
        f"check {check:.3f} s, ratio {ratio:.2f}; memory {memory / 1e6:.1f} MB, "
        f"{memory / size:.1f} times the unpacked {size / 1e6:.1f} MB"
    )


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        once(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--keep", help="a folder to leave the documents in")
    parser.add_argument("--file", nargs="*", type=Path, help="PDF files to take instead; the first also for start-up")
    asked = parser.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.0f}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(asked.keep or temporary)
        folder.mkdir(exist_ok=True)
        short, *files = [asked.file[0], *asked.file] if asked.file else print_out(folder, asked.pages)
        runs: dict[tuple[Path, str], list[list[float]]] = {}
        for _ in range(asked.rounds):
            for path in files:
                for what in ("check", "read"):
                    command = [sys.executable, __file__, "--once", what, str(short), str(path)]
                    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                    runs.setdefault((path, what), []).append([*map(float, told.split())])
        for path in files:
            tell(path, runs[path, "check"], runs[path, "read"])


if __name__ == "__main__":
    main()

"""How long reading a PDF takes beside the text extraction of PDFium alone, in processor time.

`python bench/pdf.py FILE [ROUNDS]`: the two in turn, medians, and the median of the ratios of one round.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from pathlib import Path

import pypdfium2

from recon.readers import pdf


def text_alone(data: bytes) -> float:
    begin = time.process_time()
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()
    return time.process_time() - begin


def whole(path: str, data: bytes) -> float:
    gc.disable()  # as `open_document` does
    begin = time.process_time()
    pdf.read(path, data, "")
    taken = time.process_time() - begin
    gc.enable()
    return taken


def main(path: str, rounds: int = 5) -> None:
    data = Path(path).read_bytes()
    pairs = [(text_alone(data), whole(path, data)) for _ in range(rounds)]
    alone, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"text alone {alone:.3f} s, read {ours:.3f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))

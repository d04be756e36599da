"""Small PDF files for tests, written object by object. Coordinates count from the upper left corner of an A4 page."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842


class Page:
    """What one page draws. turn: what the page says of its rotation."""

    def __init__(self, turn: int = 0) -> None:
        self.turn = turn
        self.drawn: list[str] = []
        self.texts: list[str] = []

    def text(self, x: float, y: float, words: str, size: float = 10, matrix: str = "1 0 0 1", rise: float = 0) -> Page:
        self.texts.append(words)
        code = "".join(f"\\{ord(letter):03o}" for letter in f"\0{len(self.texts) - 1}\0")  # put in by `pdf`
        self.drawn.append(f"BT /F {size} Tf {rise} Ts {matrix} {x} {HEIGHT - y} Tm ({code}) Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.drawn.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> Page:
        self.drawn.append(f"{x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re {paint}")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Page:
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def row(self, xs: Sequence[float], y: float, *texts: str) -> Page:
        for x, words in zip(xs, texts, strict=False):
            if words:
                self.text(x, y, words)
        return self


def _stream(content: bytes, more: str = "") -> bytes:
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def pdf(*pages: Page, without_letters: bool = False) -> bytes:
    """A file of these pages, in Helvetica, with a table that says which letter each code stands for."""
    letters = sorted({letter for page in pages for words in page.texts for letter in words})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    meant = {letter: 0xE000 if without_letters else ord(letter) for letter in letters}
    mapped = "".join(f"<{code:02x}> <{meant[letter]:04x}>\n" for letter, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{mapped}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    widths = " ".join("250" if letter == " " else "500" for letter in letters)
    drawn = " ".join("/space" if letter == " " else "/n" for letter in letters)  # a letter has to have a shape
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    parts: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        (
            f"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 {drawn}] >> "
            "/BaseFont /Helvetica /ToUnicode 4 0 R /FirstChar 1 "
            f"/LastChar {max(1, len(codes))} /Widths [{widths}] /FontDescriptor 5 0 R >>"
        ).encode(),
        _stream(table.encode()),
        b"<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /Ascent 750 /Descent -250 /CapHeight 700"
        b" /ItalicAngle 0 /StemV 80 /FontBBox [0 -250 500 750] >>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(page.drawn)
        for place, words in enumerate(page.texts):
            mark = "".join(f"\\{ord(letter):03o}" for letter in f"\0{place}\0")
            content = content.replace(mark, "".join(f"\\{codes[letter]:03o}" for letter in words))
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.turn} "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>".encode()
        )
        parts.append(_stream(content.encode("latin-1")))
    data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    return data + (
        f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{entries}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    ).encode()

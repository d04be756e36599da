"""Small workbooks of Excel 97 for tests, written record by record so that every odd thing can be put in."""

from __future__ import annotations

import struct

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _text(text: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def font(raised: bool = False) -> bytes:
    return record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, int(raised), 0, 0, 1, 0) + _text("Arial", "<B"))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def formula(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x06, struct.pack("<HHHdHIH", row, column, style, value, 0, 0, 3) + b"\x1e\x01\x00")


def text(row: int, column: int, place: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, column, 0, place))


def boolean(row: int, column: int, value: int, is_error: bool = False) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, value, int(is_error)))


def row(place: int, hidden: bool = False) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", place, 0, 10, 255, 0, 0, 0x20 if hidden else 0))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    """Ranges as first row, last row, first column, last column, from 0."""
    return record(0xE5, struct.pack("<H", len(ranges)) + b"".join(struct.pack("<HHHH", *place) for place in ranges))


def string(content: str, *runs: tuple[int, int]) -> bytes:
    """A shared string; runs: from which character on which font."""
    flags = 1 | (8 if runs else 0)
    head = struct.pack("<HB", len(content), flags) + (struct.pack("<H", len(runs)) if runs else b"")
    return head + content.encode("utf-16-le") + b"".join(struct.pack("<HH", *run) for run in runs)


def stream(
    sheets: dict[str, bytes], strings: list[bytes] = [], formats: list[str] = [], hidden: str = "", more: bytes = b""  # noqa: B006
) -> bytes:
    """The records of a workbook. Style 0 is General, style n the n-th of `formats`; font 1 is raised."""

    def begin(kind: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))

    globals_ = begin(5) + more + record(0x42, struct.pack("<H", 1200)) + font() + font(raised=True)
    for place, code in enumerate(formats):
        globals_ += record(0x41E, struct.pack("<H", 164 + place) + _text(code))
    for place in [0, *range(164, 164 + len(formats))]:
        globals_ += record(0xE0, struct.pack("<HHH", 0, place, 1) + b"\0" * 14)
    shared = record(0xFC, struct.pack("<II", len(strings), len(strings)) + b"".join(strings))
    names = [(name.encode("utf-16-le"), int(name == hidden)) for name in sheets]
    length = len(globals_) + len(shared) + 4 + sum(4 + 8 + len(name) for name, _ in names)
    bodies = [begin(0x10) + body + record(0x0A, b"") for body in sheets.values()]
    for (name, state), body in zip(names, bodies, strict=True):
        globals_ += record(0x85, struct.pack("<IBBBB", length, state, 0, len(name) // 2, 1) + name)
        length += len(body)
    return globals_ + shared + record(0x0A, b"") + b"".join(bodies)


def container(content: bytes, name: str = "Workbook") -> bytes:
    """The file of an old Office program with that stream in it."""
    content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
    sectors = len(content) // 512
    table = [_FAT, _END, *range(3, sectors + 2), _END]
    table += [_FREE] * (128 - len(table))

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        spelled = title.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<HBBIII", len(spelled), kind, 1, _FREE, _FREE, child)
        return spelled.ljust(64, b"\0") + links + b"\0" * 36 + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, _END, 0) + entry(name, 2, _FREE, 2, len(content))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    return head + struct.pack("<128I", *table) + directory.ljust(512, b"\0") + content


def xls(*cells: bytes, **options: object) -> bytes:
    """A workbook of one sheet."""
    return container(stream({"Лист1": b"".join(cells)}, **options))  # type: ignore[arg-type]

"""Plain text: a line with tabs or bars is a row of a table, any other line is a paragraph.

Nothing is joined or guessed: a table ends where a line of another kind stands, and at a page break (form feed).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.readers import bars, boxes
from recon.readers.bars import BARS, Line
from recon.readers.encodings import decode

SUFFIXES: tuple[str, ...] = (".txt", ".md")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH_TAG = re.compile("</?p>")
_RULE = re.compile(r"-{2,}")


def read(path: str, data: bytes, sha256: str) -> Document:
    """Tables and paragraphs of a text file, with the line of every cell."""
    return Document(path, sha256, "text", blocks_of(decode(path, data)))


def blocks_of(text: str) -> list[Block]:
    """Tables and paragraphs of a text, with their lines in it."""
    blocks: list[Block] = []
    lines: list[Line] = []
    close: Callable[[list[Block], list[Line]], None] = _tabs
    for number, line in enumerate(_LINE_END.split(text), start=1):
        # A page break stands for an empty line; what is behind it is still on the same line of the file.
        for place, piece in enumerate(line.split("\f")):
            kind = _kind(piece)
            if close is _bars and lines and not place and bars.is_stroke(piece.strip()):
                kind = _bars  # a stroke under the head, or between rows, ends no drawn table
            if lines and (place or kind is not close):
                close(blocks, lines)
                lines.clear()
            close = kind
            if kind is _tabs or (piece and not piece.isspace()):
                lines.append(Line(piece, number))
    close(blocks, lines)
    return blocks


def _kind(piece: str) -> Callable[[list[Block], list[Line]], None]:
    """What lines like this one are together."""
    stripped = piece.strip()
    if bars.is_frame(stripped):
        return _bars
    if "\t" in piece:
        # A drawn table may be moved in by tabs.
        return _bars if stripped.startswith(tuple(BARS)) and "\t" not in stripped else _tabs
    return _bars if bars.may_be_row(stripped) else _prose


def _prose(blocks: list[Block], lines: list[Line]) -> None:
    blocks.extend(Paragraph(line.text.rstrip(), line.number) for line in lines)


def _bars(blocks: list[Block], lines: list[Line]) -> None:
    stripped = [Line(line.text.strip(), line.number) for line in lines]
    before = bars.prose_before(stripped)
    _prose(blocks, lines[:before])
    rows = stripped[before:]
    table = boxes.table_of(lines[before:]) if boxes.is_drawn(rows) else bars.table_of(rows)
    if table is not None:
        blocks.append(table)


def _tabs(blocks: list[Block], lines: list[Line]) -> None:
    rows: list[list[Cell]] = []
    for line in lines:
        fields = line.text.split("\t")
        if not all(_RULE.fullmatch(field.strip()) for field in fields):
            rows.append(_cells(fields, len(rows) + 1, line.number))
    if rows:
        blocks.append(Table(rows, line=rows[0][0].line))


def _cells(fields: list[str], row: int, line: int) -> list[Cell]:
    return [Cell(_clean(field), row, column, line=line) for column, field in enumerate(fields, start=1)]


def _clean(field: str) -> str:
    if "p>" in field:
        return "\n".join(filter(None, map(str.strip, _PARAGRAPH_TAG.split(field))))
    return field.strip()

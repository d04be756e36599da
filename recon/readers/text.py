"""Plain text: a line with tabs is a row of a table, any other line is a paragraph.

Nothing is joined or guessed: a table ends where a line without a tab stands, and at a page break (form feed).
"""

from __future__ import annotations

import re

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.readers.encodings import decode

SUFFIXES: tuple[str, ...] = (".txt",)
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH_TAG = re.compile(r"\s*</?p>\s*(?:</?p>\s*)*")
_RULE = re.compile(r"-{2,}")


def read(path: str, data: bytes, sha256: str) -> Document:
    """Tables and paragraphs of a text file, with the line of every cell."""
    blocks: list[Block] = []
    rows: list[list[Cell]] = []
    for number, line in enumerate(_LINE_END.split(decode(path, data)), start=1):
        # A page break stands for an empty line; what is behind it is still on the same line of the file.
        for place, piece in enumerate(line.split("\f")):
            if place:
                _close(blocks, rows)
            if "\t" in piece:
                fields = piece.split("\t")
                if not all(_RULE.fullmatch(field.strip()) for field in fields):
                    rows.append(_cells(fields, len(rows) + 1, number))
                continue
            _close(blocks, rows)
            if piece and not piece.isspace():
                blocks.append(Paragraph(piece.rstrip(), number))
    _close(blocks, rows)
    return Document(path, sha256, "text", blocks)


def _cells(fields: list[str], row: int, line: int) -> list[Cell]:
    return [Cell(_clean(field), row, column, line=line) for column, field in enumerate(fields, start=1)]


def _clean(field: str) -> str:
    if "p>" in field:
        field = _PARAGRAPH_TAG.sub("\n", field)
    return field.strip()


def _close(blocks: list[Block], rows: list[list[Cell]]) -> None:
    if rows:
        blocks.append(Table(list(rows), line=rows[0][0].line))
        rows.clear()

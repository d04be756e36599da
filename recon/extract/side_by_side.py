"""A position of a passport in a text of fixed width: its name on the left, what it states on the right.

Only blanks part the two. Where the right column begins is told by its lines that have nothing on the left.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from recon.extract.wording import Wording
from recon.model.document import Block, Cell, Document, Paragraph, Table

_LEAST, _MOST = 12, 60
_LEAST_LINES, _MOST_LINES = 2, 100
_MOST_INDENT = 8


def with_positions(document: Document, words: Wording) -> Document:
    """The document with each such position of volumes as a table of two columns, one row a line."""
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        found = _position(document.blocks, at, words)
        if found is None:
            blocks.append(document.blocks[at])
            at += 1
        else:
            table, at = found
            blocks.append(table)
    return replace(document, blocks=blocks)


def _position(blocks: list[Block], at: int, words: Wording) -> tuple[Table, int] | None:
    """The position that begins with this line, and the line behind it."""
    first = blocks[at]
    if not isinstance(first, Paragraph) or not first.text[:_MOST_INDENT].strip():
        return None
    lines = [first]
    while at + len(lines) < len(blocks) and len(lines) < _MOST_LINES:
        following = blocks[at + len(lines)]
        if not isinstance(following, Paragraph) or following.line != (lines[-1].line or 0) + 1:
            break
        lines.append(following)
    edge = _edge(lines)
    if edge is None:
        return None
    end = next((n for n, line in enumerate(lines) if not _is_split(line.text, edge)), len(lines))
    named = next((n for n, line in enumerate(lines[:end]) if not line.text[:edge].strip()), end)
    end = next((n for n in range(named, end) if lines[n].text[:edge].strip()), end)
    label = " ".join(line.text[:edge].strip() for line in lines[:named])
    if end - named < _LEAST_LINES or not words.has("statement", label):
        return None
    rows = [
        [Cell(label if n == 0 else "", n + 1, 1, line=line.line), Cell(line.text[edge:], n + 1, 2, line=line.line)]
        for n, line in enumerate(lines[:end])
    ]
    return Table(rows, line=first.line), at + end


def _edge(lines: list[Paragraph]) -> int | None:
    """The column at which the first lines with nothing on the left begin, as at least two of them do."""
    begins = Counter(len(line.text) - len(line.text.lstrip()) for line in lines)
    usual = [(n, edge) for edge, n in begins.items() if _LEAST <= edge <= _MOST and n >= _LEAST_LINES]
    return max(usual)[1] if usual else None


def _is_split(text: str, edge: int) -> bool:
    """Whether the right column begins at its edge, deeper for a line that is moved in."""
    return text[edge - 1 : edge] == " " and bool(text[edge:].strip())

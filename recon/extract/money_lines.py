"""Lines of a page in English: a name, then as many amounts as the lines beside it have, nothing but blanks between.

Where commas part thousands, each amount is one word, and no sum has to tell where one ends. Lines are put back as a
table only if sums of that table prove something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from recon.extract.budget_tables import AsBudget
from recon.extract.page_breaks import grids_of
from recon.extract.wording import Wording
from recon.model.document import Block, Cell, Document, Paragraph, Table

_PLAIN = r"[-–−]?(?:[$£€] ?)?[-–−]?\d{1,3}(?:,\d{3})*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?:\A|(?<=\s))({_PLAIN}%?|(?:[$£€] ?)?\({_PLAIN}\)%?|[$£€]? ?[-–—−])\s*\Z"
)
#: «17,943  -  - Physical plant  219,678»: what was spent before stands on the left of the name
_LEADING = re.compile(r"\s*((?:[$£€] ?)?\(?[$£€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?|[-–—−])(?=\s)")
_WORD = re.compile(r"(?:FY|CY) \d{4}(?:[/–-]\d{2,4})?|\S+", re.IGNORECASE)
_NILS = frozenset("-–—−")
_BREAK = re.compile(r"</?br ?/?>", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_HEAD_LINES = 4
_LONGEST_HEAD = 200
#: lines without amounts that may stand between two rows: a heading, a name that goes on
_BETWEEN = 2
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    amounts: list[str]
    line: int | None


def with_money_lines(document: Document, words: Wording) -> Document:
    """The document with each run of such lines as a table, where its sums hold."""
    rows = [_row(block) if isinstance(block, Paragraph) else None for block in document.blocks]
    blocks: list[Block] = []
    at = 0
    for first, last in _groups(rows):
        top = _head_begins(document.blocks, rows, first, at)
        table = _table(document.blocks, rows, top, first, last)
        if not _proves(table, document.blocks[at:top], words):
            continue
        blocks += [*document.blocks[at:top], table]
        at = last + 1
    return replace(document, blocks=[*blocks, *document.blocks[at:]]) if at else document


def _row(paragraph: Paragraph) -> _Row | None:
    """The row that a line is; None for a line without a name and two amounts, one of them beyond doubt."""
    rest, amounts = _BREAK.sub(" ", paragraph.text).rstrip(), list[str]()
    while (found := _AMOUNT.search(rest)) is not None:
        amounts.insert(0, found[1].replace(" ", ""))
        rest = rest[: found.start()].rstrip()
    before: list[str] = []
    while amounts and (found := _LEADING.match(rest)) is not None:
        before.append(found[1].replace(" ", ""))
        rest = rest[found.end() :]
    amounts = [*before, *amounts] if len(before) > 1 else amounts
    if len(amounts) < 2 or len(before) == 1 or not _LETTER.search(rest):
        return None
    if not any("," in amount or amount in _NILS for amount in amounts):
        return None  # «Section 2 1»
    return _Row(rest.strip(), amounts, paragraph.line)


def _groups(rows: list[_Row | None]) -> Iterator[tuple[int, int]]:
    """Where rows with as many amounts each stand together."""
    group: list[int] = []
    for n, row in enumerate(rows):
        if row is None:
            continue
        before = rows[group[-1]] if group else None
        if before is not None and (len(before.amounts) != len(row.amounts) or n - group[-1] > _BETWEEN + 1):
            if len(group) >= _FEWEST_ROWS:
                yield group[0], group[-1]
            group = []
        group.append(n)
    if len(group) >= _FEWEST_ROWS:
        yield group[0], group[-1]


def _head_begins(blocks: list[Block], rows: list[_Row | None], first: int, lowest: int) -> int:
    """The first of the lines right above that name as many columns."""
    row, top = rows[first], first
    while row is not None and top > lowest and first - top < _HEAD_LINES:
        block = blocks[top - 1]
        if not isinstance(block, Paragraph) or rows[top - 1] is not None or not _heads(block.text, len(row.amounts)):
            break
        top -= 1
    return top


def _heads(text: str, width: int) -> list[str]:
    """What a line says over each column, the name of the rows first; nothing where that is not told."""
    plain = _BREAK.sub(" ", text).strip()
    if len(plain) > _LONGEST_HEAD:
        return []
    for parts in (_GAP.split(plain), _WORD.findall(plain)):
        if len(parts) == width:
            return ["", *parts]
        if len(parts) == width + 1:
            return parts
    return []


def _table(blocks: list[Block], rows: list[_Row | None], top: int, first: int, last: int) -> Table:
    width = len(row.amounts) if (row := rows[first]) is not None else 0
    lines: list[list[Cell]] = []
    for n in range(top, last + 1):
        row, block = rows[n], blocks[n]
        text = block.text if isinstance(block, Paragraph) else ""
        if row is not None:
            texts = [row.name, *row.amounts]
        elif n < first:
            texts = _heads(text, width)
        else:
            texts = [_BREAK.sub(" ", text).strip(), *[""] * width]
        lines.append([Cell(t, len(lines) + 1, j, line=block.line) for j, t in enumerate(texts, start=1)])
    return Table(lines, line=blocks[top].line)


def _proves(table: Table, above: list[Block], words: Wording) -> bool:
    nearest = [block for block in above[-_HEAD_LINES:] if isinstance(block, Paragraph)]
    grids = grids_of(Document("", "", "", [*nearest, table]), words)
    return any(AsBudget(grid, words).proofs_with_slips >= _FEWEST_ROWS for grid in grids)

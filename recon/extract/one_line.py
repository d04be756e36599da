"""A table that was flattened into one line: a name, its amounts, the next name, its amounts, on and on.

The amounts of each name are as many as those of the others; where each ends is told by the way they are written. They
are put back as a table only if its sums prove something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recon.extract.budget_tables import AsBudget
from recon.extract.page_breaks import grids_of
from recon.extract.prose_amounts import flat
from recon.extract.wording import Wording
from recon.model.document import Block, Cell, Document, Paragraph, Table

_NIL = r"[-–—]"
#: amounts that each have a decimal comma, or that commas part into thousands: then a blank parts two of them
_WITH_DECIMALS = re.compile(rf"[-–−]?(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+),\d{{1,5}}(?![\d,])|(?<=\s){_NIL}(?=\s)")
_WITH_THOUSANDS = re.compile(
    rf"\(?[-–−]?[$£€]?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\)?(?![\d,/])|(?<=\s)\(?-?\d{{1,3}}(?:\.\d+)?\)?(?=\s|\Z)"
    rf"|(?<=\s){_NIL}(?=\s)"
)
_LETTER = re.compile(r"[^\W\d_]")
#: what a name cannot hold: it begins behind
_BEFORE_A_NAME = re.compile(r"[:¦|│+=]|[$£€]\d*")
_LONGEST_NAME = 160
_LONGEST_HEAD = 190
_FEWEST_ROWS, _FEWEST_AMOUNTS, _FEWEST_PROOFS = 4, 2, 2

#: from where to where amounts stand one behind the other, and they themselves
_Run = tuple[int, int, list[str]]


def with_tables_in_a_line(document: Document, words: Wording) -> Document:
    """The document with every such table between what stands before it in its line, and behind."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks += _parts(_line(block), words) or [block]
    return replace(document, blocks=blocks)


def _line(block: Block) -> Paragraph:
    """What one line says: bars in it part the cells of a head, so that it was read as a row."""
    if isinstance(block, Paragraph):
        return block
    return Paragraph(" ¦ ".join(cell.text for cell in block.rows[0]) if len(block.rows) == 1 else "", block.line)


def _parts(paragraph: Paragraph, words: Wording) -> list[Block]:
    """What stands before, in and behind the tables of a line; nothing where it holds none."""
    for amount in (_WITH_DECIMALS, _WITH_THOUSANDS):
        parts: list[Block] = []
        at = 0
        for rows in _tables(paragraph.text, amount):
            if _have_units(paragraph.text, rows, words):
                continue
            head, table = _put_back(paragraph, rows, at)
            grids = grids_of(Document("", "", "", [head, table]), words)
            if any(AsBudget(grid, words).proofs_with_slips >= _FEWEST_PROOFS for grid in grids):
                parts += [*_words(paragraph, at, rows[0][0] - len(head.text)), head, table]
                at = rows[-1][1]
        if parts:
            return [*parts, *_words(paragraph, at, len(paragraph.text))]
    return []


def _have_units(text: str, rows: Sequence[_Run], words: Wording) -> bool:
    """«2031 г. – 100,0 тыс. руб. (ОБ – 40,0; МБ – 60,0), 2032 г. – …»: units behind amounts are those of a sentence."""
    plain = flat(text)
    units = sum(bool(words.unit_at(plain, end)[0]) for _, end, _ in rows)
    return units > 1 and 3 * units >= len(rows)


def _words(paragraph: Paragraph, begin: int, end: int) -> list[Block]:
    text = paragraph.text[begin:end].strip()
    return [replace(paragraph, text=text)] if text else []


def _tables(text: str, amount: re.Pattern[str]) -> Iterator[list[_Run]]:
    """Runs of as many amounts each, one behind the other with words between."""
    runs = [run for run in _runs(text, amount) if len(run[2]) >= _FEWEST_AMOUNTS]
    if len(runs) < _FEWEST_ROWS:
        return
    width = Counter(len(run[2]) for run in runs).most_common(1)[0][0]
    group: list[_Run] = []
    for run in [*runs, (len(text), len(text), [])]:
        near = not group or run[0] - group[-1][1] <= _LONGEST_NAME
        if len(run[2]) != width or not near:
            if len(group) >= _FEWEST_ROWS:
                yield group
            group = []
        if len(run[2]) == width:
            group.append(run)


def _runs(text: str, amount: re.Pattern[str]) -> Iterator[_Run]:
    begin = end = 0
    amounts: list[str] = []
    for found in amount.finditer(text):
        if amounts and text[end : found.start()].strip():
            yield begin, end, amounts
            amounts = []
        begin = begin if amounts else found.start()
        end = found.end()
        amounts.append(found[0])
    if amounts:
        yield begin, end, amounts


def _put_back(paragraph: Paragraph, rows: Sequence[_Run], at: int) -> tuple[Paragraph, Table]:
    """The end of what stands before the first row, from `at` on; and the rows."""
    text = paragraph.text
    lines: list[list[Cell]] = []
    before = text[at : rows[0][0]]
    for number, (begin, _, amounts) in enumerate(rows, start=1):
        behind = rows[number - 2][1] if number > 1 else max(at, begin - _LONGEST_NAME)
        texts = [_name(text[behind:begin]), *amounts]
        lines.append([Cell(each, number, n, line=paragraph.line) for n, each in enumerate(texts, start=1)])
    return replace(paragraph, text=before[-_LONGEST_HEAD:]), Table(lines, line=paragraph.line)


def _name(between: str) -> str:
    """What stands behind the last sign that no name holds; all of it where that leaves no word."""
    parts = [part.strip() for part in _BEFORE_A_NAME.split(between)]
    return next((part for part in reversed(parts) if _LETTER.search(part)), between.strip())

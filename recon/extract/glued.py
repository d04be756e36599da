"""Tables whose cells were glued together: «Growth15 60516 32131 926», under a head that says «2031 | 2032 | Total» so.

The head tells how many figures a row has, and how a figure is written tells where one ends: three digits stand behind
each blank or comma, and as many behind every point. What the line gives apart, a name and then its figures, is joined.
A table is put back only if its figures add up along the rows, or its rows to one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from recon.extract.adds_up import weigh
from recon.extract.budget_tables import AsBudget
from recon.extract.numbers import read_number
from recon.extract.page_breaks import grids_of
from recon.extract.wording import Wording, normalise
from recon.model.document import Block, Cell, Document, Paragraph, Table

_YEAR = re.compile(r"((?:19|20)\d\d)(?:/\d\d(?!\d))?")
#: what may stand between two years of a head: their unit
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,12}\))?\s*")
_FEWEST_YEARS, _FEWEST_ROWS, _FEWEST_PROOFS = 3, 2, 3
#: figures at the end of a line; a name may end in a digit of its own
_TAIL = re.compile(r"[\d .,()£$€–-]+\Z")
_LEADING_ZERO = re.compile(r"\D*0\d")
#: lines without figures that may stand between two rows
_MOST_WORDS = 3


def with_glued_tables(document: Document, words: Wording) -> Document:
    """The document with each such table in the place of its lines."""
    blocks: list[Block] = []
    at = 0
    for position, block in enumerate(document.blocks):
        head = _head(block.text, words) if position >= at and isinstance(block, Paragraph) else None
        if head is None:
            continue
        rows, end = _rows(document.blocks, position + 1, len(head) - 1)
        table = _table(block.line, head, rows)
        if _adds_up(rows, head, words) or _proves(table, document.blocks[at:position], words):
            blocks += [*document.blocks[at:position], table]
            at = end
    return replace(document, blocks=[*blocks, *document.blocks[at:]]) if at else document


def _head(text: str, words: Wording) -> list[str] | None:
    """What stands over the names, then over each column of figures; None for a line that glues no years."""
    years = list(_YEAR.finditer(text))
    if len(years) < _FEWEST_YEARS or len(text) > 40 * len(years):
        return None
    gaps = [text[before.end() : after.start()] for before, after in pairwise(years)]
    following = [int(after[1]) - int(before[1]) for before, after in pairwise(years)]
    run = next((n for n, step in enumerate(following) if step != 1 or not _BETWEEN.fullmatch(gaps[n])), len(following))
    if run + 1 < _FEWEST_YEARS or all(gap.endswith(" ") for gap in gaps[:run]):
        return None
    unit = _BETWEEN.match(text, years[run].end())
    rest = text[unit.end() if unit else years[run].end() :].strip()
    if rest and not words.begins("total", normalise(rest)) and not words.begins("budget-total", normalise(rest)):
        return None
    heads = [text[year.start() : following.start()] for year, following in pairwise(years[: run + 1])]
    last = text[years[run].start() : unit.end() if unit else years[run].end()]
    return [text[: years[0].start()].strip(), *(head.strip() for head in [*heads, last]), *([rest] if rest else [])]


def _rows(blocks: Sequence[Block], at: int, width: int) -> tuple[list[tuple[str, list[str], int | None]], int]:
    """Name, figures and line of each row from here on, and the block behind the last one."""
    rows: list[tuple[str, list[str], int | None]] = []
    named: list[str] = []
    end = at
    for position in range(at, len(blocks)):
        block = blocks[position]
        if not isinstance(block, Paragraph) or len(named) > _MOST_WORDS:
            break
        text = block.text.strip()
        found = next(_readings(text, width), None)
        if found is None:
            named += [text] if text else []
            continue
        name, figures = found
        rows += [(word, [], block.line) for word in (named if name else named[:-1])]
        rows.append((name or "".join(named[-1:]), figures, block.line))
        named, end = [], position + 1
    return rows, end


def _readings(text: str, width: int) -> Iterator[tuple[str, list[str]]]:
    """The name and the figures of a line in each way to read it; first those in which the last is the sum."""
    tail = _TAIL.search(text)
    if tail is None:
        return
    every = [
        (text[:begin].strip(), figures)
        for begin in range(tail.start(), min(tail.start() + 4, len(text)))
        if (figures := _figures(text[begin:].strip(), width)) is not None
    ]
    yield from sorted(every, key=lambda reading: _distance(reading[1]))


def _figures(tail: str, width: int) -> list[str] | None:
    """As many figures as the head has columns."""
    plain = tail.replace(" ", "")
    for number in _ways_to_write(tail):
        found = number.findall(tail)
        whole = len(found) == width and "".join(found).replace(" ", "") == plain
        if whole and not any(map(_LEADING_ZERO.match, found)):
            return found
    parts = tail.split()
    if len(parts) == width * (size := len(parts) // width) > 0 and all(part.isdigit() for part in parts):
        return [" ".join(parts[n : n + size]) for n in range(0, len(parts), size)]  # every figure as many groups
    return None


def _ways_to_write(tail: str) -> Iterator[re.Pattern[str]]:
    """How the figures of a line may be written: a dash is a minus, or else a nil with the next figure behind it."""
    decimals = re.search(r"\.(\d+)\)?\Z", tail)
    groups = r"(?:,\d{3})*" if decimals or "," in tail else r"(?: \d{3})*"
    behind = rf"\.\d{{{len(decimals[1])}}}" if decimals else ""
    for minus in ("[-–]?", ""):
        yield re.compile(rf"{minus}\(?[£$€]?\d{{1,3}}{groups}{behind}\)?|[-–]")


def _distance(figures: list[str]) -> int:
    """0 where the last figure is the sum of the others, 1 where it may have been meant to be, else 2."""
    readings = [read_number(figure.replace(",", "")) for figure in figures]
    found = weigh(readings[-1], readings[:-1])
    return 0 if found.holding else 2 - found.near


def _adds_up(rows: list[tuple[str, list[str], int | None]], head: list[str], words: Wording) -> bool:
    """Whether the last column is called a total and is one, in most rows."""
    figures = [figures for _, figures, _ in rows if figures]
    total = any(words.begins(kind, normalise(head[-1])) for kind in ("total", "budget-total"))
    held = sum(_distance(each) == 0 for each in figures)
    return total and held >= _FEWEST_ROWS and 2 * held > len(figures)


def _table(line: int | None, head: list[str], rows: list[tuple[str, list[str], int | None]]) -> Table:
    blank = [""] * (len(head) - 1)
    texts = [(head, line), *(([name, *(figures or blank)], at) for name, figures, at in rows)]
    cells = [
        [Cell(text, n, j, line=at) for j, text in enumerate(row, start=1)] for n, (row, at) in enumerate(texts, start=1)
    ]
    return Table(cells, line=line)


def _proves(table: Table, above: Sequence[Block], words: Wording) -> bool:
    nearest = [block for block in above[-2:] if isinstance(block, Paragraph)]
    grids = grids_of(Document("", "", "", [*nearest, table]), words)
    return any(AsBudget(grid, words).proofs >= _FEWEST_PROOFS for grid in grids)

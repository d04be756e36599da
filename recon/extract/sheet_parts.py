"""One sheet on which a whole document stands: its tables and positions of a passport, each as a table of its own.

A sheet is parted only where a row of prose or a blank row stands above a head of its own, or above a position in
words, and something of the kind stands above that. Every row goes with what follows it, so titles and units stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recon.extract.grids import is_numbering_row
from recon.extract.numbers import looks_like_number
from recon.extract.periods import period_of
from recon.extract.wording import Wording
from recon.model.document import Block, Cell, Document, Table
from recon.model.source import TOTAL

#: forms that have one table for all that a sheet, or a page saved from one, holds
FORMS = frozenset({"xlsx", "xls", "ods", "csv", "html"})
#: a cell with more than this says something in words, as a position of a passport does: alone it is a title, and
#: among many a long name in a head
_LONG = 120
_MOST_OF_POSITION = 4
#: a title or a unit on a line of its own
_SHORT = 60
_MOST_HEAD_ROWS = 6
#: rows above the first table of a part; what stands higher is prose, and a head is looked for in the first rows only
_MOST_ABOVE, _KEPT_ABOVE = 20, 8
_HEADS = ("code-column", "name-column", "source-column", "indicator-unit-column", "money", "indicators")


@dataclass(slots=True)
class _Run:
    """Rows that stand together, from `first` to `end`.

    head: the first row of a head of its own; counted: columns that a row 1, 2, 3, … counts, 0 without one;
    last: the last column it uses.
    """

    first: int
    end: int
    head: list[str]
    counted: int
    numbers: bool
    long: bool
    last: int

    @property
    def substantial(self) -> bool:
        return self.long or (bool(self.head or self.counted) and self.numbers)


def with_parts(document: Document, words: Wording) -> Document:
    """The document with each such sheet as several tables."""
    blocks: list[Block] = []
    for block in document.blocks:
        blocks += _parts(block, words) if isinstance(block, Table) else [block]
    return replace(document, blocks=blocks)


def _parts(table: Table, words: Wording) -> list[Table]:
    runs = _runs(table.rows, words)
    cuts = _cuts(runs)
    if not cuts:
        return [table]
    parts = []
    for begin, end in zip([0, *cuts], [*cuts, len(table.rows)], strict=True):
        last = max((run.last for run in runs if begin <= run.first < end), default=1)
        rows = [_clipped(row, last) for row in table.rows[begin:end]]
        parts.append(replace(table, rows=[row for row in rows if row], line=rows[0][0].line if rows[0] else table.line))
    return parts


def _cuts(runs: list[_Run]) -> list[int]:
    """The rows with which a part begins, the first aside."""
    cuts: list[int] = []
    above: _Run | None = None  # the last run of this part that says something by itself
    end = 0  # of the part above, as far as it surely goes
    for run in runs:
        if above is not None and run.substantial and _is_another(above, run):
            cuts.append(end)
        first = cuts[-1] if cuts else 0
        if run.substantial and (above is None or cuts[-1:] == [end]) and run.first - first > _MOST_ABOVE:
            cuts.append(run.first - _KEPT_ABOVE)
        if run.substantial:
            run.counted = run.counted or (above.counted if above is not None and cuts[-1:] != [end] else 0)
            above = run
        if above is not None and (run.substantial or run.numbers):
            end = run.end
    return sorted({cut for cut in cuts if cut})


def _is_another(above: _Run, run: _Run) -> bool:
    if run.counted and above.counted and run.counted != above.counted:
        return True
    if run.head:
        return run.head != above.head
    if above.numbers and run.numbers:
        return False  # two tables whose heads say nothing: perhaps blocks of one
    return run.long and (run.last != above.last or above.numbers)


def _runs(rows: Sequence[Sequence[Cell]], words: Wording) -> list[_Run]:
    runs: list[_Run] = []
    first: int | None = None
    below = counted = 0
    titles = 0  # rows of one short text, in any column, right above
    for n, row in enumerate(rows):
        said = [cell for cell in row if cell.text]
        alone = not said or (len(said) == 1 and said[0].column == 1 and said[0].rows == 1)
        number = row[0].row if row else 0
        counts = _counts(said)
        # the next table of a document whose heads were lost, such as pages of a file without blank rows
        lost_head = 0 < counted != counts > 0 and n > 0 and any(_is_number(cell.text) for cell in rows[n - 1])
        titled = titles > 0 and len(said) > 1 and bool(_head(rows[n : n + _MOST_HEAD_ROWS], words))
        counted = counts or counted
        opens = alone and bool(said) and first is not None and _is_bare_head(rows[first:n], words)
        alone = alone and not opens  # the heading of the first section of a table, right below its head
        if first is not None and (alone or number != below or lost_head or titled):
            end = n - titles if titled else n
            if end > first:
                runs.append(_run(rows, first, end, words))
            first = None
        if first is None and not alone:
            first = n
        below = number + 1
        titles = titles + 1 if len(said) == 1 and len(said[0].text) <= _SHORT else 0
    if first is not None:
        runs.append(_run(rows, first, len(rows), words))
    return runs


def _run(rows: Sequence[Sequence[Cell]], first: int, end: int, words: Wording) -> _Run:
    last, long, numbers, counted = 1, False, False, 0
    for row in rows[first:end]:
        said = [cell for cell in row if cell.text]
        counted = counted or _counts(said)
        for cell in said:
            last = max(last, cell.column + cell.columns - 1)
            long = long or (len(cell.text) > _LONG and 1 < len(said) <= _MOST_OF_POSITION)
            numbers = numbers or _is_number(cell.text)
    head = _head(rows[first : min(end, first + _MOST_HEAD_ROWS)], words)
    return _Run(first, end, head, counted, numbers, long, last)


def _is_bare_head(rows: Sequence[Sequence[Cell]], words: Wording) -> bool:
    """Whether these rows are a head and nothing yet below it."""
    if len(rows) > _MOST_HEAD_ROWS or not _head(rows, words):
        return False
    said = [[cell for cell in row if cell.text] for row in rows]
    return not any(_is_number(cell.text) for row in said if not _counts(row) for cell in row)


def _counts(said: Sequence[Cell]) -> int:
    """How many columns a row counts that only numbers them, else 0."""
    return len(said) if said and said[0].text == "1" and is_numbering_row([cell.text for cell in said]) else 0


def _head(rows: Sequence[Sequence[Cell]], words: Wording) -> list[str]:
    """The first row of a run, where it begins a head."""
    texts = [[cell.text for cell in row if cell.text] for row in rows]
    if not texts or len(texts[0]) < 2 or any(map(_is_number, texts[0])):
        return []
    head = [row for row in texts if not any(map(_is_number, row))]
    numbered = any(is_numbering_row(row) for row in texts[1:])
    years = any(len({period_of(text) for text in row} - {None}) >= 2 for row in head)
    kinds = sum(any(words.has(kind, text) for text in texts[0] if len(text) <= _LONG) for kind in _HEADS)
    sources = {words.source_of(text) for text in texts[0] if len(text) <= _LONG} - {"", TOTAL}
    return texts[0] if numbered or years or kinds >= 2 or len(sources) >= 2 else []


def _is_number(text: str) -> bool:
    return looks_like_number(text) and period_of(text) is None


def _clipped(row: Sequence[Cell], last: int) -> list[Cell]:
    """A row without blank cells behind the last column, a title over all columns of the sheet over those used."""
    kept = [cell for cell in row if cell.column <= last or cell.text]
    wide = [cell.column <= last < cell.column + cell.columns - 1 for cell in kept]
    return [
        replace(cell, columns=last - cell.column + 1) if is_wide else cell
        for cell, is_wide in zip(kept, wide, strict=True)
    ]

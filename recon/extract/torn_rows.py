"""Rows that a page break tore: what stands below the break is put back to what stands above it.

Two rows are one where the numbers tell: they were broken inside, or each half lacks what every row of the table has.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from recon.extract.grids import Grid, GridRow
from recon.extract.numbers import looks_like_number
from recon.extract.torn_codes import code_goes_on, is_code
from recon.extract.torn_numbers import decimals_of, fits, has_figures, is_cut, one_line, whole_number
from recon.extract.torn_positions import position_goes_on
from recon.model.amount import digits_behind, is_ordinary

#: so many rows on each side of a break tell what every row of the table has
_AROUND, _FEWEST = 24, 4
#: codes stand in one of so many first columns
_CODES = 2
_BLANKS = re.compile(r"\s+")


def mend(grid: Grid) -> None:
    """Join the rows of a table that page breaks tore, and the cells over several rows that they cut."""
    if grid.lines or not grid.starts:
        return
    begins = [n in grid.starts for n in range(len(grid.rows))]
    place = 1
    while place < len(begins):
        if begins[place]:
            tear = _Tear(grid.rows, grid.width, begins, place)
            if tear.is_one_row() or tear.is_one_position():
                tear.join()
                continue  # what stands there now begins the page
            if tear.is_one_element():
                tear.join_names()
        place += 1
    grid.starts = {n for n, is_first in enumerate(begins) if is_first}


@dataclass
class _Tear:
    """A page break between a row and the one before it. begins: for every row, whether a page begins with it.

    joined: what the columns say once the halves are put together.
    """

    rows: list[GridRow]
    width: int
    begins: list[bool]
    place: int
    joined: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.upper, self.lower = self.rows[self.place - 1], self.rows[self.place]

    @cached_property
    def around(self) -> list[GridRow]:
        """Rows on both sides that no page break touches."""
        first, end = max(0, self.place - 1 - _AROUND), min(len(self.rows), self.place + 1 + _AROUND)
        near = [*range(first, self.place - 1), *range(self.place + 1, end)]
        return [self.rows[n] for n in near if not (self.begins[n] or (n + 1 < end and self.begins[n + 1]))]

    @cached_property
    def whole_rows(self) -> list[GridRow]:
        """Those with figures."""
        return [row for row in self.around if has_figures(row.texts)]

    def _always(self, column: int) -> bool:
        """Whether every row with figures says something in a column."""
        return len(self.whole_rows) >= _FEWEST and all(row.texts[column].strip() for row in self.whole_rows)

    def _decimals(self, column: int) -> int | None:
        """How many decimals the numbers of a column have, None where it is no column of numbers or they differ."""
        texts = [row.texts[column] for row in self.whole_rows if row.texts[column].strip()]
        numbers = Counter(decimals_of(one_line(text)) for text in texts)
        usual, count = numbers.most_common(1)[0] if numbers else (None, 0)
        return usual if count >= _FEWEST and count * 10 >= len(texts) * 9 else None

    def is_one_row(self) -> bool:
        """Whether the row below the break is the rest of the row above."""
        cut = broken = moved = 0
        self.joined = {}
        for column in range(self.width - 1, -1, -1):
            below = self.lower.texts[column].strip()
            if not below:
                continue
            head = self._head(column)
            above = head.texts[column].strip()
            if not above:
                moved += self._always(column)
                self.joined[column] = below
            elif is_ordinary(above) and (own := digits_behind(above)) and own == decimals_of(below):
                return False  # two numbers, as in most rows
            elif column < _CODES and is_code(above) and is_code(below) and self._holds_codes(column):
                self.joined[column] = self._code(column, head, below)
                cut += 1
            elif self._holds_words(column):
                self.joined[column] = self._words(column, above, below)
            else:
                self.joined[column] = self._number(column, above, below)
                cut += is_cut(above, below)
                broken += bool(self._decimals(column))
            if not self.joined[column]:
                return False
        if not (cut or broken or moved):
            return self._makes_known_text()
        if broken and self._says_known_text():
            return True
        return cut > 0 or (self._lacks() and (broken > 0 or self._is_whole()))

    def _is_whole(self) -> bool:
        """Whether both rows together have all that every row with figures has."""
        halves = zip(self.upper.texts, self.lower.texts, strict=True)
        return all(above.strip() or below.strip() or not self._always(n) for n, (above, below) in enumerate(halves))

    def _lacks(self) -> bool:
        """Whether the row below the break has nothing where every row with figures has something."""
        return any(not self.lower.texts[n].strip() and self._always(n) for n in range(self.width))

    def _makes_known_text(self) -> bool:
        """Whether the words below the break make a text whole that other rows of the column say, too."""
        if not all(self.upper.texts[column].strip() for column in self.joined):
            return False
        return self._lacks() and self._says_known_text()

    def _says_known_text(self) -> bool:
        return any(_same(row.texts[column], text) for column, text in self.joined.items() for row in self.around)

    def _words(self, column: int, above: str, below: str) -> str:
        """Two parts of a text; in one word where other rows have it so."""
        known = next((row.texts[column] for row in self.around if _same(row.texts[column], above + below)), None)
        if known is not None:
            return known
        if above.endswith("-") and below[:1].islower() and above[-2:-1].isalpha():
            return above[:-1] + below
        return f"{above} {below}".strip()

    def _number(self, column: int, above: str, below: str) -> str:
        """The number that begins above the break and ends below it, "" where two numbers stand there."""
        usual = self._decimals(column)
        if not fits(below, self.upper.texts) or (usual is None and not is_cut(above, below)):
            return ""
        return whole_number(above, below, usual)

    def _head(self, column: int) -> GridRow:
        """The row in which the cell begins that covers the row above the break in a column, over page breaks, too."""
        n = self.place - 1
        while True:
            cell = self.rows[n].cells[column]
            first = n
            while cell is not None and first > 0 and self.rows[first].number > cell.row:
                first -= 1
            if cell is None or self.rows[first].number != cell.row:
                return self.upper
            if self.rows[first].texts[column].strip() or not self.begins[first] or first == 0:
                return self.rows[first]
            n = first - 1

    def _holds_words(self, column: int) -> bool:
        texts = [text for row in self.around if (text := row.texts[column].strip())]
        return 2 * sum(map(looks_like_number, texts)) < len(texts)

    def _holds_codes(self, column: int) -> bool:
        texts = [text for row in self.around if (text := row.texts[column].strip())]
        return len(texts) > 1 and 5 * sum(map(is_code, texts)) >= 4 * len(texts)

    def _code(self, column: int, head: GridRow, below: str) -> str:
        """The code that begins above the break and ends below it, "" where two codes stand there."""
        first = next(n for n in range(self.place - 1, -1, -1) if self.rows[n] is head)
        before = next((t for row in reversed(self.rows[:first]) if (t := row.texts[column].strip())), "")
        after = next((t for row in self.rows[self.place + 1 :] if (t := row.texts[column].strip())), "")
        return code_goes_on(before, head.texts[column], below, after)

    def is_one_position(self) -> bool:
        """Whether the row below the break goes on with a text of a passport, in which no row has figures."""
        cell = self.lower.cells[0]
        if cell is None or cell.page is None:
            return False  # only a page that was printed breaks a text where it ends
        self.joined = dict(position_goes_on(self.upper.texts, self.lower.texts))
        return bool(self.joined) and not has_figures(self.upper.texts) and not self.whole_rows

    def is_one_element(self) -> bool:
        """Whether the row below the break goes on with the element above, whose code or name the break cut or moved."""
        codes = (n for n in range(min(_CODES, self.width)) if is_code(self._head(n).texts[n] or self.lower.texts[n]))
        column = next(codes, None)
        if column is None:
            return False
        head, tail = self._head(column), self.lower.texts[column].strip()
        if not head.texts[column].strip():
            code = tail if self._begins_with_code(column) else ""
        else:
            code = self._code(column, head, tail) if tail else ""
        if tail and not code:
            return False  # an element of its own, as most are that a page begins with
        own = [n for n in range(column + 1, self.width) if self._goes_on(n, head)]
        if not (code or own) or not self._holds_codes(column) or not (code or self._begins_with_code(column)):
            return False
        self.joined = {n: self._words(n, head.texts[n].strip(), self.lower.texts[n].strip()) for n in own}
        if code:
            self.joined[column] = code
        return self._sequence_goes_on(column)

    def _goes_on(self, column: int, head: GridRow) -> bool:
        """Whether a column has words below the break that go on in one cell with those in the row of the code."""
        text = self.lower.texts[column].strip()
        if not text or (is_ordinary(text) and digits_behind(text)) or self._head(column) is not head:
            return False
        return self._holds_words(column) and not self._always(column)

    def _begins_with_code(self, column: int) -> bool:
        """Whether the cells of a column, however many rows they cover, have codes."""
        own = [row for row in self.around if (cell := row.cells[column]) is not None and cell.row == row.number]
        return len(own) > 1 and 4 * sum(bool(row.texts[column].strip()) for row in own) >= 3 * len(own)

    def _sequence_goes_on(self, code: int) -> bool:
        """Whether the labels of the rows above and below the break follow one another in other elements, too."""
        rows = self.rows
        near = range(max(1, self.place - _AROUND), min(len(rows), self.place + _AROUND))
        inside = [n for n in near if n not in (self.place, self.place - 1) and not rows[n].texts[code].strip()]
        for column in range(code + 1, self.width):
            above, below = self.upper.texts[column], self.lower.texts[column]
            if not above.strip() or not below.strip() or not self._always(column):
                continue
            if any(_same(rows[n - 1].texts[column], above) and _same(rows[n].texts[column], below) for n in inside):
                return True
        return False

    def join(self) -> None:
        """Make one row of both, in the place of the upper one; the lower one is left without a word."""
        self.join_names()
        self.lower.say(dict.fromkeys(range(self.width), ""))
        del self.rows[self.place], self.begins[self.place]
        if self.place < len(self.begins):
            self.begins[self.place] = True

    def join_names(self) -> None:
        """Put what was torn off into the cells that it was torn off."""
        heads = {column: self._head(column) for column in self.joined}
        for column, text in self.joined.items():
            heads[column].say({column: text})
        self.lower.say(dict.fromkeys(self.joined, ""))


def _same(one: str, other: str) -> bool:
    return _BLANKS.sub("", one) == _BLANKS.sub("", other)

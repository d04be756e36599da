"""Tables drawn with lines: `+---+` and bars, or the signs for drawing. A record between two rules is one row.

Where the signs stand under one another, cells that run over several columns or rows are found by their place. Where
they do not (blanks were lost on the way), the cells of a record are counted from its left.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from recon.model.document import Cell, Table
from recon.readers.bars import BARS, CROSSINGS, HORIZONTAL, Line, clean, is_frame, is_rule

_PLUS = r"\+(?=--|==|[-=]\+)|(?<=--)\+|(?<===)\+|(?<=\+[-=])\+"
_SIGN = re.compile(rf"(?<!\\)[{BARS}]|[{CROSSINGS}]|{_PLUS}")
_STROKE = re.compile(rf"[-=—–{HORIZONTAL}]+")
#: A drawing of more places than this is taken for damage and not measured out.
_MOST_PLACES = 2_000_000
_LEAST_COLUMNS, _MANY_RULES = 3, 2


@dataclass(slots=True)
class _Piece:
    """What stands between two signs of a line, or that a stroke runs there. start, end: places of the signs."""

    start: int
    end: int
    text: str
    ruled: bool = False


@dataclass(slots=True)
class _Drawn:
    """A line taken apart. closed: it begins and ends with a sign."""

    number: int
    pieces: list[_Piece]
    closed: bool

    @property
    def ruled(self) -> bool:
        return any(piece.ruled for piece in self.pieces)

    @property
    def is_filled(self) -> bool:
        """Whether more than half of the cells say something, the last one among them."""
        texts = [piece.text for piece in self.pieces]
        return 2 * sum(map(bool, texts)) > len(texts) >= _LEAST_COLUMNS and bool(texts[-1])


@dataclass(slots=True)
class _Record:
    """Lines between two rules, with the rules above them. apart: nothing runs on into it from above."""

    rules: list[_Drawn]
    lines: list[_Drawn] = field(default_factory=list)
    apart: bool = False


@dataclass(slots=True)
class _Open:
    """A cell that may run on below. parts: its lines, with their numbers."""

    cell: Cell
    parts: list[tuple[int, str]]


def is_drawn(lines: list[Line]) -> bool:
    """Whether records have rules between them: frames, rules of dashes between more than two rows, strokes in a row."""
    if any(is_frame(line.text) for line in lines):
        return True
    dashes = [line.text.strip()[0] in BARS for line in lines if is_rule(line.text)]
    return sum(dashes) >= _MANY_RULES or any(_stroke_inside(line.text) for line in lines)


def _stroke_inside(text: str) -> bool:
    """Whether a row draws a rule under some of its cells only: `|     +-----+     |`."""
    drawn = _drawn(Line(text, 0))
    return drawn.closed and drawn.ruled and not is_rule(text)


def table_of(lines: list[Line]) -> Table | None:
    """One row for each record."""
    drawn = [_drawn(line) for line in lines]
    records = _records(drawn)
    grid = _grid(drawn)
    # Rules alone have no cells that their words could stand in.
    measurable = grid and len(grid) * len(records) <= _MOST_PLACES and any(record.lines for record in records)
    rows = _measured(records, grid) if measurable else _counted(records)
    said = [cell.line for cells in rows for cell in cells if cell.text]
    return Table(rows, line=min(line or 0 for line in said), drawn=True) if said else None


def _drawn(line: Line) -> _Drawn:
    text = line.text.expandtabs().rstrip()
    signs = [(match.start(), match[0] in BARS) for match in _SIGN.finditer(text)]
    edges = [(-1, True), *signs, (len(text), True)]
    whole = is_rule(text)
    pieces = []
    for (start, left_is_bar), (end, right_is_bar) in pairwise(edges):
        between = text[start + 1 : end]
        stroke = _STROKE.fullmatch(between) is not None and (whole or not (left_is_bar and right_is_bar))
        pieces.append(_Piece(start, end, "" if stroke else clean(between), stroke))
    closed = len(signs) > 1 and not text[: signs[0][0]].strip() and signs[-1][0] == len(text) - 1
    if signs and not text[: signs[0][0]].strip():
        del pieces[0]
    if len(pieces) > 1 and signs[-1][0] == len(text) - 1:
        del pieces[-1]
    return _Drawn(line.number, pieces, closed)


def _records(drawn: list[_Drawn]) -> list[_Record]:
    records = [_Record([])]
    for line in drawn:
        if not line.ruled:
            records[-1].lines.append(line)
        elif records[-1].lines:
            records.append(_Record([line]))
        else:
            records[-1].rules.append(line)
    if not records[-1].lines and len(records) > 1 and not any(p.text for r in records[-1].rules for p in r.pieces):
        del records[-1]
    # Some programs draw rules around the head and the end only. There every line is full, as no line is that only
    # carries on the text of the one above.
    several = [record for record in records[1:] or records if len(record.lines) > 1]
    if several and all(line.is_filled for record in several for line in record.lines):
        for record in several:
            at = records.index(record)
            records[at : at + 1] = [
                _Record(record.rules if not number else [], [line], apart=bool(number))
                for number, line in enumerate(record.lines)
            ]
    return records


def _grid(drawn: list[_Drawn]) -> list[int]:
    """The places of the columns' edges; none where the signs of rows and rules do not stand under one another."""
    places = {place for line in drawn if line.ruled for piece in line.pieces for place in (piece.start, piece.end)}
    last = max(places, default=0)
    for line in drawn:
        pieces = line.pieces
        if not line.closed and (line.ruled or pieces[0].start < 0):
            return []
        if not (places.issuperset(p.start for p in pieces) and places.issuperset(p.end for p in pieces[:-1])):
            return []
        if pieces[-1].end not in places if line.closed else pieces[-1].start == last:
            return []
    return sorted(places)


def _measured(records: list[_Record], grid: list[int]) -> list[list[Cell]]:
    """Cells by their place: one runs on below where the rule under it has a gap as wide as the cell."""
    column_at = {place: column for column, place in enumerate(grid)}
    rows: list[list[Cell]] = []
    cells: list[_Open] = []
    above: dict[tuple[int, int], _Open] = {}
    for record in records:
        cut, carried = _rules(record, column_at)
        number = len(rows) + 1
        # The last line of a fragment may break off: what is behind it is not there.
        edges = {0, max((_reach(line, column_at) for line in record.lines), default=len(grid) - 1)}
        edges.update(column_at[piece.start] for line in record.lines for piece in line.pieces)
        edges.update(column_at[piece.end] for line in record.lines for piece in line.pieces[:-1])
        spans = list(pairwise(sorted(edges)))
        runs_on = {s for s in spans if s in above and not record.apart and cut.isdisjoint(range(*s))}
        new = {s: _Open(Cell("", number, s[0] + 1, columns=s[1] - s[0]), []) for s in spans if s not in runs_on}
        here = {span: new.get(span) or above[span] for span in spans}
        for column, line_number, text in carried:
            _under(column, above or here).parts.append((line_number, text))
        at = {first: opened for (first, _), opened in here.items()}
        for line in record.lines:
            for piece in line.pieces:
                at[column_at[piece.start]].parts.append((line.number, piece.text))
        if record.lines:
            for span in runs_on:
                here[span].cell.rows += 1
            cells.extend(new.values())
            rows.append([opened.cell for opened in new.values()])
        above = here
    for opened in cells:
        _write(opened)
    return rows


def _reach(line: _Drawn, column_at: dict[int, int]) -> int:
    last = line.pieces[-1]
    return column_at[last.end] if line.closed else min(column_at[last.start] + 1, len(column_at) - 1)


def _rules(record: _Record, column_at: dict[int, int]) -> tuple[set[int], list[tuple[int, int, str]]]:
    """Columns that the rules above a record close, and the texts that stand in their gaps."""
    closed: set[int] = set()
    carried = []
    for rule in record.rules:
        gaps: set[int] = set()
        for piece in rule.pieces:
            first, last = column_at[piece.start], column_at[piece.end]
            if not piece.ruled:
                gaps.update(range(first, last))
                if piece.text:
                    carried.append((first, rule.number, piece.text))
        closed.update(set(range(len(column_at))) - gaps)
    return closed, carried


def _under(column: int, cells: dict[tuple[int, int], _Open]) -> _Open:
    spans = list(cells)
    return cells[spans[bisect_right(spans, column, key=lambda span: span[0]) - 1]]


def _write(opened: _Open) -> None:
    said = [(line, text) for line, text in opened.parts if text]
    opened.cell.text = "\n".join(text for _, text in said)
    opened.cell.line = next((line for line, _ in said or opened.parts), None)


def _counted(records: list[_Record]) -> list[list[Cell]]:
    """Cells by their order; the lines of a record are put together where all of them have as many cells."""
    rows: list[list[Cell]] = []
    for record in records:
        groups = [[rule] for rule in record.rules if any(piece.text for piece in rule.pieces)]
        alike = len({len(line.pieces) for line in record.lines}) == 1
        groups += [record.lines] if alike else [[line] for line in record.lines]
        for lines in groups:
            cells = []
            for column, pieces in enumerate(zip(*(line.pieces for line in lines), strict=True), start=1):
                parts = [(line.number, piece.text) for line, piece in zip(lines, pieces, strict=True)]
                opened = _Open(Cell("", len(rows) + 1, column), parts)
                _write(opened)
                cells.append(opened.cell)
            if cells:
                rows.append(cells)
    return rows

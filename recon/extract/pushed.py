"""Rows of full length whose blank cells were pushed to their end: their figures stand too far to the left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recon.extract.grids import Grid, GridRow
from recon.extract.loose import is_code, is_value
from recon.model.document import Cell


def rows_are_pushed(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the figures of some rows begin further left than those of others, with as many blanks at the end."""
    places = Counter(place for place in _places([[cell.text for cell in row] for row in rows]) if place is not None)
    if not places:
        return False
    usual = _usual(places)
    return any(_distance(place, usual) > 0 for place in places)


def aligned(grid: Grid) -> Grid:
    """The grid with such rows put back: their figures below those of the others, a name not in place of a code."""
    places = _places([row.texts for row in grid.rows])
    usual = _usual(Counter(place for place in places if place is not None)) if any(places) else (0, 0)
    rows = [
        _moved(row, place[0], _distance(place, usual)) if place and _distance(place, usual) > 0 else _kept(row)
        for row, place in zip(grid.rows, places, strict=True)
    ]
    return replace(grid, rows=rows, in_place=True)


def _places(rows: Sequence[Sequence[str]]) -> list[tuple[int, int] | None]:
    """Of every row, where its figures begin; a single figure tells only where no row has more."""
    places = [_figures(texts, 2) for texts in rows]
    return places if any(places) else [_figures(texts, 1) for texts in rows]


def _figures(texts: Sequence[str], least: int) -> tuple[int, int] | None:
    """Where the figures of a row begin, and how many blank cells stand behind them."""
    end = len(texts)
    while end and not texts[end - 1]:
        end -= 1
    begin = end
    while begin and (is_value(texts[begin - 1]) or not texts[begin - 1]):
        begin -= 1
    while begin < end and not texts[begin]:
        begin += 1
    # a single figure behind a blank cell may stand in one of several columns, such as income and expenditure
    told = begin > 0 and end - begin >= least and (least > 1 or bool(texts[begin - 1]))
    return (begin, len(texts) - end) if told else None


def _usual(places: Counter[tuple[int, int]]) -> tuple[int, int]:
    return max(places, key=lambda place: (place[0], places[place]))


def _distance(place: tuple[int, int], usual: tuple[int, int]) -> int:
    """How far the figures of a row were pushed; 0 where the blanks at its end do not tell."""
    return usual[0] - place[0] if usual[0] - place[0] == place[1] - usual[1] else 0


def _kept(row: GridRow) -> GridRow:
    return replace(row, cells=_cells(row))


def _cells(row: GridRow) -> list[Cell | None]:
    """The cells of a row, each knowing its own place."""
    anchor = next((cell for cell in row.cells if cell is not None), None)
    blank = Cell("", row.number, 1, line=anchor.line if anchor is not None else None)
    return [
        replace(cell or blank, text=row.texts[n], row=row.number, column=n + 1, rows=1, columns=1)
        for n, cell in enumerate(row.cells)
    ]


def _moved(row: GridRow, begin: int, distance: int) -> GridRow:
    cells = _cells(row)
    labels, figures, blanks = cells[:begin], cells[begin : len(cells) - distance], cells[len(cells) - distance :]
    code = 1 if labels and labels[0] is not None and is_code(labels[0].text) else 0
    made = [*labels[:code], *blanks, *labels[code:], *figures]
    return replace(row, cells=made, texts=[cell.text if cell is not None else "" for cell in made])

"""The grids of cells that the ruling lines of a PDF page draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recon.readers.pdf_boxes import Box
from recon.readers.pdf_strokes import Strokes

#: Lines closer than this are one: a double line, or the two borders of neighbouring cells. In points, like all here.
_TOGETHER = 2.5
_MOST_CROSSINGS = 4_000_000
#: a grid with fewer columns is no torn piece of a wide table, as far as its walls can tell
_FEWEST_COLUMNS = 3


@dataclass(slots=True)
class Ruled:
    """A grid that lines draw. xs, ys: all walls, from left to right and from the top.

    cells: (row, column, rows, columns) from 0, merged where a line is missing. owner: number of the cell that
    covers each field of the grid, row by row.
    """

    xs: list[float]
    ys: list[float]
    cells: list[tuple[int, int, int, int]]
    owner: list[list[int]]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> int | None:
        xs, ys = self.xs, self.ys
        if xs[0] <= x < xs[-1] and ys[0] <= y < ys[-1]:
            return self.owner[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
        return None

    def sides(self) -> tuple[list[float], list[float]]:
        """The left and the right wall of every cell."""
        xs = self.xs
        return [xs[c] for _, c, _, _ in self.cells], [xs[c + columns] for _, c, _, columns in self.cells]

    def in_columns_of(self, wider: Ruled) -> Ruled:
        """This grid with all walls of one that has each of its own and more; itself where it is no piece of it.

        A page may end so that no row on the next one parts two columns: their cells there are merged.
        """
        if not _FEWEST_COLUMNS < len(self.xs) < len(wider.xs):
            return self
        at = [min(range(len(wider.xs)), key=lambda n: abs(wider.xs[n] - x)) for x in self.xs]
        apart = any(abs(wider.xs[n] - x) > _TOGETHER for n, x in zip(at, self.xs, strict=True))
        if apart or at[0] != 0 or at[-1] != len(wider.xs) - 1 or len(set(at)) < len(at):
            return self
        cells = [(r, at[c], rows, at[c + columns] - at[c]) for r, c, rows, columns in self.cells]
        wide = [end - start for start, end in pairwise(at)]
        owner = [[n for n, times in zip(fields, wide, strict=True) for _ in range(times)] for fields in self.owner]
        xs = list(wider.xs)
        for n, x in zip(at, self.xs, strict=True):
            xs[n] = x
        return Ruled(xs, self.ys, cells, owner)


@dataclass(slots=True)
class _Wall:
    """All lines at one height (or one distance from the left), as pieces that do not touch."""

    at: float
    pieces: list[tuple[float, float]]

    def gaps(self, middles: list[float]) -> list[bool]:
        """At which of the middles between the walls that cross this one it has no line."""
        missing = [True] * len(middles)
        for low, high in self.pieces:
            first, last = bisect_left(middles, low - _TOGETHER), bisect_right(middles, high + _TOGETHER)
            missing[first:last] = [False] * (last - first)
        return missing


def _middles(walls: list[float]) -> list[float]:
    return [(start + end) / 2 for start, end in pairwise(walls)]


def grids_of(strokes: Strokes) -> list[Ruled]:
    """The grids of a page, from the top. A frame around a single field is no grid."""
    across, down = _walls(strokes.across), _walls(strokes.down)
    grids = [grid for group in _groups(across, down) if (grid := _grid(*group)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _walls(lines: list[tuple[float, float, float]]) -> list[_Wall]:
    gathered: list[tuple[float, list[tuple[float, float]]]] = []
    for at, start, end in sorted(lines):
        if not gathered or at - gathered[-1][0] > _TOGETHER:
            gathered.append((at, []))
        gathered[-1][1].append((start, end))
    return [_Wall(at, _united(pieces)) for at, pieces in gathered]


def _united(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if united and start <= united[-1][1] + _TOGETHER:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _groups(across: list[_Wall], down: list[_Wall]) -> Iterator[tuple[list[_Wall], list[_Wall]]]:
    """Lines that touch one another, group by group."""
    flat = [(wall.at, *piece) for wall in across for piece in wall.pieces]
    steep = [(wall.at, *piece) for wall in down for piece in wall.pieces]
    if len(flat) * len(steep) > _MOST_CROSSINGS:
        return
    waiting = set(range(len(steep)))
    seen: set[int] = set()
    for first in range(len(flat)):
        if first in seen:
            continue
        seen.add(first)
        mine, others, queue = [first], [], [first]
        while queue:
            y, x0, x1 = flat[queue.pop()]
            touched = [
                n for n in waiting
                if x0 - _TOGETHER <= steep[n][0] <= x1 + _TOGETHER
                and steep[n][1] - _TOGETHER <= y <= steep[n][2] + _TOGETHER
            ]  # fmt: skip
            waiting.difference_update(touched)
            others += touched
            for n in touched:
                x, top, bottom = steep[n]
                for k, (at, start, end) in enumerate(flat):
                    meets = top - _TOGETHER <= at <= bottom + _TOGETHER and start - _TOGETHER <= x <= end + _TOGETHER
                    if meets and k not in seen:
                        seen.add(k)
                        mine.append(k)
                        queue.append(k)
        if len(mine) > 1 and others:
            yield _walls([flat[k] for k in mine]), _walls([steep[n] for n in others])


def _grid(across: list[_Wall], down: list[_Wall]) -> Ruled | None:
    left, right = min(w.pieces[0][0] for w in across), max(w.pieces[-1][1] for w in across)
    top, bottom = min(w.pieces[0][0] for w in down), max(w.pieces[-1][1] for w in down)
    _close(down, left, right, top, bottom)
    _close(across, top, bottom, left, right)
    xs, ys = [wall.at for wall in down], [wall.at for wall in across]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    cells: list[tuple[int, int, int, int]] = []
    owner = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    between_rows, between_columns = _middles(ys), _middles(xs)
    gaps = [wall.gaps(between_rows) for wall in down[1:-1]]
    open_right = [[*row, False] for row in zip(*gaps, strict=True)] if gaps else [[False] for _ in between_rows]
    open_below = [wall.gaps(between_columns) for wall in across[1:-1]] + [[False] * (len(xs) - 1)]
    for r, fields in enumerate(owner):
        rightwards, downwards = open_right[r], open_below[r]
        for c in range(len(xs) - 1):
            if fields[c] >= 0:
                continue
            if not (rightwards[c] or downwards[c]):  # as most are
                fields[c] = len(cells)
                cells.append((r, c, 1, 1))
                continue
            columns = 1
            while rightwards[c + columns - 1] and fields[c + columns] < 0:
                columns += 1
            rows = 1
            while r + rows < len(owner) and all(open_below[r + rows - 1][c : c + columns]) and not any(
                number >= 0 for number in owner[r + rows][c : c + columns]
            ):
                rows += 1
            for down_to in range(r, r + rows):
                owner[down_to][c : c + columns] = [len(cells)] * columns
            cells.append((r, c, rows, columns))
    return Ruled(xs, ys, cells, owner) if len(cells) > 1 else None


def _close(walls: list[_Wall], first: float, last: float, start: float, end: float) -> None:
    """A table may lack its outermost lines: the ends of the lines that cross them stand for them."""
    if walls[0].at - first > 2 * _TOGETHER:
        walls.insert(0, _Wall(first, [(start, end)]))
    if last - walls[-1].at > 2 * _TOGETHER:
        walls.append(_Wall(last, [(start, end)]))

"""Errors as people make them: slips of the hand in one figure or one row, and totals left behind by an amendment."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from injection_programme import Cell, Name, Programme

SLIPS = ("replaced", "omitted", "added", "interchanged", "sign", "shift", "unit", "copied", "term")
#: several figures of one row at once
ROW_SLIPS = ("columns shifted", "rows interchanged", "row left out", "row counted twice")
PATTERNS = ("levels", "sources", "years", "alone", "programme", "mixed")


@dataclass
class Case:
    """One error: changes are stated less true, by cell. repair: what must be given back, minus the changes unless an
    amendment was right and the totals are what is wrong. base: changes against the base edition."""

    kind: str
    changes: dict[Cell, int]
    repair: dict[Cell, int] = field(default_factory=dict)
    base: dict[Cell, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.repair:
            self.repair = {cell: -change for cell, change in self.changes.items()}


def slip(programme: Programme, kind: str, cell: Cell, rng: np.random.Generator) -> Case | None:
    """This slip in this figure; None where the figure does not allow of it."""
    true = int(programme.value[cell])
    stated = _stated(programme, kind, cell, true, rng)
    if stated is None or stated == true or abs(stated) >= 2**53:
        return None
    return Case(kind, {cell: stated - true})


def _stated(programme: Programme, kind: str, cell: Cell, true: int, rng: np.random.Generator) -> int | None:
    digits = str(true)
    at = int(rng.integers(len(digits)))
    if kind == "replaced":
        return int(digits[:at] + str(rng.integers(0 if at else 1, 10)) + digits[at + 1 :])
    if kind == "omitted":
        return int(digits[:at] + digits[at + 1 :]) if len(digits) > 1 else None
    if kind == "added":
        return int(digits[:at] + str(rng.integers(0 if at else 1, 10)) + digits[at:])
    if kind == "interchanged":
        if at + 1 >= len(digits) or (at == 0 and digits[1] == "0"):
            return None
        return int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    if kind == "sign":
        return -true
    if kind == "shift":
        return true * 10 if rng.random() < 0.5 or true % 10 else true // 10
    if kind == "unit":
        return true * 1000
    if kind == "copied":
        d, e, s, p = cell
        _, _, sources, periods = programme.value.shape
        other = (d, e, s, int(rng.integers(periods))) if rng.random() < 0.5 else (d, e, int(rng.integers(sources)), p)
        return int(programme.value[other]) if programme.there[other] and other != cell else None
    sums = [name for name, sign in programme.identities_of(cell) if sign > 0]
    if not sums:
        return None
    parts = programme.cells_of(sums[int(rng.integers(len(sums)))])[1:]
    part = int(programme.value[parts[int(rng.integers(len(parts)))]])
    return true - part if rng.random() < 0.5 else true + part


def row_slip(programme: Programme, kind: str, cell: Cell, rng: np.random.Generator) -> Case | None:
    """Two to four years of a row moved one column on, or written into the row of another source; or an element that its
    parent leaves out, or counts twice, in every source and year."""
    d, e, s, _ = cell
    if kind.startswith("row "):
        parent, sign = programme.form.parents[e], 1 if kind == "row counted twice" else -1
        row = {(d, e, *at): int(programme.value[d, e, at[0], at[1]]) for at in np.ndindex(programme.value.shape[2:])}
        own = {at: value for at, value in row.items() if parent >= 0 and programme.there[at] and value}
        return Case(kind, {(d, parent, *at[2:]): sign * value for at, value in own.items()}) if len(own) > 1 else None
    _, _, sources, periods = programme.value.shape
    first = int(rng.integers(0, periods - 3))
    columns = range(first, min(first + int(rng.integers(2, 5)), periods - 1))
    changes: dict[Cell, int] = {}
    if kind == "columns shifted":
        for column in columns:
            left = int(programme.value[d, e, s, column - 1]) if column > first else 0
            changes[d, e, s, column] = left - int(programme.value[d, e, s, column])
    else:
        other = int(rng.integers(1, sources))
        if s == 0 or other == s:
            return None
        for column in list(columns)[:2]:
            gap = int(programme.value[d, e, other, column] - programme.value[d, e, s, column])
            changes[d, e, s, column], changes[d, e, other, column] = gap, -gap
    changes = {at: change for at, change in changes.items() if change}
    if len(changes) < 2 or not all(programme.there[at] for at in changes):
        return None
    return Case(kind, changes)


def betrayed(programme: Programme, cell: Cell, change: int) -> bool:
    """Whether some identity is off by more than rounding explains (half a last digit for each of its figures)."""
    return any(2 * abs(change) > len(programme.cells_of(name)) for name, _ in programme.identities_of(cell))


def any_slip(programme: Programme, rng: np.random.Generator) -> Case:
    """A slip of any kind in any figure, beyond what rounding explains."""
    while True:
        kind = SLIPS[int(rng.integers(len(SLIPS)))]
        made = slip(programme, kind, random_cell(programme, rng), rng)
        if made is not None and all(betrayed(programme, *known) for known in made.changes.items()):
            return made


def interacting(programme: Programme, errors: int, rng: np.random.Generator) -> Case:
    """So many slips, each in an identity with one before it."""
    while True:
        case = any_slip(programme, rng)
        changes = dict(case.changes)
        for _ in range(200):
            if len(changes) == errors:
                return Case(f"{errors} interacting", changes)
            near = list(changes)[int(rng.integers(len(changes)))]
            names = [name for name, _ in programme.identities_of(near)]
            cells = programme.cells_of(names[int(rng.integers(len(names)))])
            cell = cells[int(rng.integers(len(cells)))]
            more = slip(programme, SLIPS[int(rng.integers(len(SLIPS)))], cell, rng)
            if cell not in changes and more is not None and betrayed(programme, cell, more.changes[cell]):
                changes |= more.changes


def amendment(programme: Programme, pattern: str, rng: np.random.Generator) -> Case | None:
    """An activity is amended by one amount, and some of the sums above it are not carried along."""
    d, e, s, p = random_cell(programme, rng)
    periods = programme.value.shape[3]
    if programme.children[e] or s == 0 or p == periods - 1:
        return None
    path = [e]
    while programme.form.parents[path[-1]] >= 0:
        path.append(programme.form.parents[path[-1]])
    closure = [(d, at, own, period) for at in path for own in (s, 0) for period in (p, periods - 1)]
    left = set(_left(pattern, closure, path, (d, e, s, p), rng)) - {(d, e, s, p)}
    if not left:
        return None
    amount = _amount(int(programme.value[d, e, s, p]), rng)
    carried = {cell: amount for cell in closure if cell not in left}
    return Case(f"left behind: {pattern}", carried, dict.fromkeys(left, amount), dict(carried))


def _left(pattern: str, closure: list[Cell], path: list[int], seed: Cell, rng: np.random.Generator) -> list[Cell]:
    depth = {element: level for level, element in enumerate(path)}
    periods_total = max(cell[3] for cell in closure)
    lowest = int(rng.integers(0, 2))
    if pattern == "levels":
        above = int(rng.integers(1, len(path)))
        return [cell for cell in closure if depth[cell[1]] >= above]
    if pattern == "programme":
        return [cell for cell in closure if depth[cell[1]] == len(path) - 1]
    if pattern == "sources":
        return [cell for cell in closure if cell[2] == 0 and depth[cell[1]] >= lowest]
    if pattern == "years":
        return [cell for cell in closure if cell[3] == periods_total and depth[cell[1]] >= lowest]
    if pattern == "alone":
        return closure
    return [cell for cell in closure if rng.random() < 0.4]


def _amount(true: int, rng: np.random.Generator) -> int:
    """Sixty in a hundred are round: one to three digits and noughts; all are of the figure's own size."""
    size = max(len(str(true)), 4)
    if rng.random() < 0.6:
        amount = int(rng.integers(1, 200)) * 10 ** int(rng.integers(max(size - 3, 1), size))
    else:
        amount = int(rng.integers(10 ** (size - 2), 10**size))
    return -amount if amount < true and rng.random() < 0.4 else amount


def random_cell(programme: Programme, rng: np.random.Generator) -> Cell:
    places = programme.places
    place = places[int(rng.integers(len(places)))]
    d, e, s, p = (int(i) for i in np.unravel_index(place, programme.value.shape))
    return d, e, s, p


def signature(programme: Programme, cell: Cell) -> frozenset[tuple[Name, int]]:
    return frozenset(programme.identities_of(cell))


def locatable(programme: Programme, cell: Cell) -> bool:
    """No other figure stands in the same identities, up to the sign: only then can arithmetic tell them apart."""
    own = signature(programme, cell)
    if not own:
        return False
    turned = frozenset((name, -sign) for name, sign in own)
    others = programme.cells_of(next(iter(own))[0])
    return not any(other != cell and signature(programme, other) in (own, turned) for other in others)

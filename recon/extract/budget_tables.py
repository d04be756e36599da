"""Budget tables: rows by classification codes, funds or kinds of figures across, mostly without years.

A grid is taken for one only if its own sums say so; else it is left to be reported as not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from recon.extract.budget_additive import unadditive
from recon.extract.budget_columns import Columns, columns_of
from recon.extract.budget_hierarchy import Hierarchy, hierarchy_of
from recon.extract.budget_long import long_of, read_long
from recon.extract.budget_meanings import meanings_of
from recon.extract.budget_pieces import pieces_of
from recon.extract.budget_rows import BudgetRow, BudgetTable, rows_of
from recon.extract.budget_signed import add_balances
from recon.extract.budget_sums import families_of
from recon.extract.grids import Grid
from recon.extract.layouts import Layout
from recon.extract.places import place_in
from recon.extract.shares import shares
from recon.extract.unit_titles import unit_title
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.source import TOTAL

#: sums that hold with two addends or more, before a grid is taken for a budget table; more where no word says so
_FEWEST_STRONG, _MANY_STRONG = 3, 10
_FEWEST_BLANK_SUMS = 5
_CLASSIFICATION = re.compile(r"\d{4,}|\d[\d ]{5,}")
_DOTTED = re.compile(r"\d+(?:\.\d+)*\.?")
_FEWEST_CODES = 4
#: signs of a currency before a number name its unit
_CURRENCIES = frozenset("$£€")


@dataclass(slots=True)
class Understood:
    """A budget table with its structure. unit: code, "" where none is printed. nil: whether a blank is a nil."""

    table: BudgetTable
    hierarchy: Hierarchy
    columns: Columns
    unit: str
    nil: bool


def understood(grid: Grid, words: Wording) -> Understood | None:
    """The budget table that a grid holds; None where its sums do not tell."""
    table = rows_of(grid, words)
    if table is None:
        return None
    amounts, unit_of_last_place = _whole(table.rows)
    columns = columns_of(table, amounts, words)
    columns.percent |= shares(amounts, columns.aside, unit_of_last_place)
    hierarchy = _hierarchy(table, amounts, columns, words)
    while odd := unadditive(hierarchy.parent, amounts, columns.aside, unit_of_last_place):
        percent = columns.percent - odd
        columns = columns_of(table, amounts, words, columns.odd | odd)
        columns.percent |= percent
        hierarchy = _hierarchy(table, amounts, columns, words)  # without them more rows are seen to add up
    unit = _unit(table, words)
    named = bool(unit) or words.has("budget-figures", table.said) or any(any(codes) for codes in hierarchy.codes)
    strong = hierarchy.strong + hierarchy.slips + columns.strong
    if strong < (_FEWEST_STRONG if named else _MANY_STRONG) and not (named and unit and hierarchy.totals):
        return None
    return Understood(table, hierarchy, columns, unit, _blank_is_nil(table.rows, amounts, hierarchy, columns))


def _hierarchy(table: BudgetTable, amounts: list[list[int]], columns: Columns, words: Wording) -> Hierarchy:
    money = [k for k in range(len(table.columns)) if k not in columns.aside]
    return hierarchy_of(table.rows, [[row[k] for k in money] for row in amounts], words)


class AsBudget:
    """A grid looked at as budget tables: when it is first asked, and once."""

    def __init__(self, grid: Grid, words: Wording) -> None:
        self.grid, self.words = grid, words

    @cached_property
    def whole(self) -> Understood | None:
        """The grid as one table."""
        return understood(self.grid, self.words)

    @cached_property
    def pieces(self) -> list[tuple[Grid, Understood | None]]:
        """The same as the tables that stand in it one below the other."""
        return [
            (piece, self.whole if piece is self.grid else understood(piece, self.words))
            for piece in pieces_of(self.grid)
        ]

    @property
    def proofs(self) -> int:
        """How many sums of two figures or more hold."""
        return sum(u.hierarchy.strong + u.columns.strong for _, u in self.pieces if u is not None)

    @property
    def proofs_with_slips(self) -> int:
        """The same with those that a slip breaks."""
        return self.proofs + sum(u.hierarchy.slips for _, u in self.pieces if u is not None)


def is_budget(seen: AsBudget, layout: Layout | None) -> bool:
    """Whether a table with years in its head is one of codes, or of plain rows that no source of money tells apart."""
    grid, words = seen.grid, seen.words
    if layout is None or has_codes(grid, layout, words):
        return True
    if layout.units is not None or layout.by_spender:
        return False
    rows = grid.rows[layout.first :]
    named = (layout.source, layout.name, layout.code)  # the column that names a source soonest, if there is one, first
    labels = dict.fromkeys(row.texts[j] for j in named if j is not None for row in rows)
    dotted = layout.code is not None and sum(
        _DOTTED.fullmatch(row.texts[layout.code].strip()) is not None for row in rows
    ) * 2 > len(rows)
    told = dotted or any(words.source_of(label) not in ("", TOTAL) for label in labels)
    found = None if told else seen.whole
    return found is not None and found.hierarchy.strong >= _FEWEST_STRONG


def has_codes(grid: Grid, layout: Layout | None, words: Wording) -> bool:
    """Whether the column of codes of a table holds classification codes, whose levels no point parts."""
    if layout is None or layout.code is None:
        return False
    texts = [row.texts[layout.code].replace("\u00a0", "").strip() for row in grid.rows[layout.first :]]
    codes = [text for text in texts if text[:1].isdigit()]
    long = [text for text in codes if _CLASSIFICATION.fullmatch(text)]
    return len(long) >= _FEWEST_CODES and len(long) * 10 >= len(codes) * 9 and any(t.endswith("0") for t in long)


def read_budget(seen: AsBudget, extraction: Extraction) -> bool:
    """Put the figures of a grid into the extraction, if it is a budget table beyond doubt; whether it was."""
    grid, words = seen.grid, seen.words
    long = long_of(grid, words)
    if long is not None:
        read_long(grid, long, extraction, words)
        return True
    if all(found is None for _, found in seen.pieces):
        return False
    for piece, found in seen.pieces:
        extraction.grids[piece.id] = grid.printed
        extraction.pieces[piece.id] = grid.pieces
        if piece.id != grid.id:
            extraction.inside[piece.id] = grid.id
        if found is not None:
            _read_rows(piece, found, extraction, words)
        else:
            at = Locator(extraction.document.path, grid.line, piece.id, piece.rows[0].number, 1, grid.sheet)
            extraction.tables.append(TableMeaning(piece.id, "other", "", "", at, False, "table.other-not-read"))
    return True


def _read_rows(grid: Grid, found: Understood, extraction: Extraction, words: Wording) -> None:
    """Put the elements and figures of a budget table into the extraction."""
    table, hierarchy = found.table, found.hierarchy
    at = Locator(extraction.document.path, grid.line, grid.id, 1, 1, grid.sheet)
    title = max(table.above[-6:], key=len, default="")[:160]
    extraction.tables.append(TableMeaning(grid.id, "financing", title, unit_title(found.unit, extraction, words), at))
    meanings = meanings_of(table, found.columns, words)
    first = len(extraction.elements)
    usual = max((r.decimals for row in table.rows for r in row.readings if r.state is State.STATED), default=0)
    made: dict[tuple[int, int], Figure] = {}
    rows = zip(table.rows, hierarchy.parent, hierarchy.codes, strict=True)
    for n, (row, parent, codes) in enumerate(rows):
        element = len(extraction.elements)
        printed = [text for text, code in zip(row.codes, codes, strict=True) if code]
        code = max(printed, key=len, default="")  # of several, the one that tells most
        place = place_in(extraction.document.path, grid, row.row, table.name)
        above = parent + first if parent >= 0 else -1
        key = " ".join(printed) or normalise(row.name)
        extraction.elements.append(Element(grid.id, code, row.name, key, above, place))
        for k, meaning in meanings.items():
            reading = row.readings[k]
            if reading.state is State.NIL or (reading.state is State.BLANK and found.nil):
                reading = Reading(State.NIL, Decimal(0), usual, reading.raw, reading.mark)
            where = place_in(extraction.document.path, grid, row.row, table.columns[k])
            made[n, k] = Figure(
                grid.id, element, meaning.source, meaning.period, reading, found.unit, where, meaning.role,
                meaning.label,
            )  # fmt: skip
            extraction.figures.append(made[n, k])
    bound = add_balances(found, _whole(table.rows)[0], made, extraction)
    found.hierarchy.doubtful = [row for row in found.hierarchy.doubtful if row not in bound]
    _say_what_was_left(grid, found, extraction, at)


def _say_what_was_left(grid: Grid, found: Understood, extraction: Extraction, at: Locator) -> None:
    table = found.table
    if not found.unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    if table.scratch:
        place = at._replace(row=table.scratch[0].number)
        extraction.gaps.append(Gap("gap.figures-without-label", place, {"rows": len(table.scratch)}))
    for kind, left in (("percent", found.columns.percent), ("odd", found.columns.odd)):
        for k in left:
            extraction.aside[grid.id, table.columns[k] + 1] = f"untaken.{kind}"
        if left:
            place = at._replace(column=table.columns[min(left)] + 1)
            extraction.gaps.append(Gap(f"gap.{kind}-columns", place, {"columns": len(left)}))
    if found.hierarchy.doubtful:
        row = table.rows[found.hierarchy.doubtful[0]].row.number
        extraction.gaps.append(Gap("gap.rows-not-bound", at._replace(row=row), {"rows": len(found.hierarchy.doubtful)}))


def _whole(rows: Sequence[BudgetRow]) -> tuple[list[list[int]], int]:
    """Amounts as whole numbers of the last place that the table has, and how many of it make one; what does not add
    is zero."""
    values = [[r.value for r in row.readings] for row in rows]
    finest = max((-int(v.as_tuple().exponent) for row in values for v in row if v is not None), default=0)
    places = max(finest, 0)
    return [[int(v.scaleb(places)) if v is not None else 0 for v in row] for row in values], 10**places


def _unit(table: BudgetTable, words: Wording) -> str:
    heads = [label for path in table.head.values() for label in path]
    short = [text for text in reversed(table.above) if len(text) < 200]
    printed = (r.raw.lstrip("(-")[:1] for row in table.rows for r in row.readings)
    signs = (sign for sign in printed if sign in _CURRENCIES)
    return next((unit for text in [*heads, *short, *signs] if text and (unit := words.unit_of(text))), "")


def _blank_is_nil(
    rows: Sequence[BudgetRow], amounts: Sequence[Sequence[int]], hierarchy: Hierarchy, columns: Columns
) -> bool:
    """Whether sums with blanks hold as if these were zeros, as they do in tables that leave zeros out."""
    blank = [[r.state is State.BLANK for r in row.readings] for row in rows]
    held = failed = 0
    sums = [
        ([(total, k)], [(part, k) for part in parts])
        for total, parts in families_of(hierarchy.parent).items()
        for k in range(len(amounts[0]))
        if k not in columns.aside
    ]
    for relation in columns.relations:
        sums += [([(i, relation.total)], [(i, j) for j, _ in relation.parts]) for i in range(len(rows))]
    for (whole,), parts in sums:
        cells = [whole, *parts]
        if any(blank[i][k] for i, k in cells) and any(amounts[i][k] for i, k in cells):
            agrees = amounts[whole[0]][whole[1]] == sum(amounts[i][k] for i, k in parts)
            held, failed = held + agrees, failed + (not agrees)
    return held >= _FEWEST_BLANK_SUMS and held >= 4 * failed

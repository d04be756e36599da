"""A new workbook of the tables as read, with live formulas beside them that check every sum that was bound."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from recon.extract.numbers import read_number
from recon.messages import say
from recon.model.amount import State
from recon.model.identity import Identity, Term
from recon.model.locator import Locator
from recon.readers.xlsx_formulas import column_letters
from recon.telling.excerpts import Scene
from recon.writing.xlsx_findings import lines_of, quoted

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_767
#: a double holds no more digits exactly; a formula has no more signs
_DIGITS, _LONGEST_FORMULA = 15, 8_000
_WIDEST, _NARROWEST, _BLANK = 48, 8, 3
_PARTS_A_SUM = 200
#: width of a check
_CHECK = 14
#: points of a line, and of the highest row that there may be
_LINE, _HIGHEST = 15, 409
#: figures that a formula can count: a blank one once it is filled
_COUNTED = frozenset({State.STATED, State.NIL, State.BLANK})


@dataclass(slots=True)
class _Sheet:
    """A table on its sheet. checks: column of each rule's check of each column, in order of their first use."""

    name: str
    rows: Sequence[Sequence[str]]
    numbers: dict[tuple[int, int], Term] = field(default_factory=dict)
    checks: dict[tuple[str, int], list[tuple[Identity, str]]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


class Tables:
    """The tables of one document as sheets of a workbook; statements in prose stand together on one sheet."""

    def __init__(self, grids: Mapping[str, Sequence[Sequence[str]]], names: Mapping[str, str], scene: Scene) -> None:
        self._scene = scene
        self._sheets: list[_Sheet] = []
        self._of: dict[str, tuple[_Sheet, int]] = {}
        prose: list[Sequence[str]] = []
        taken: set[str] = set()
        statements = _Sheet(_free(say("marked.statements", scene.lang), taken), prose)
        for table, rows in grids.items():
            same = next((sheet for sheet in self._sheets if sheet.rows is rows), None)
            if same is not None:
                self._of[table] = same, 0
            elif table.startswith("p"):
                self._of[table] = statements, len(prose)
                prose += rows
            else:
                number = table.removeprefix("t")
                name = names.get(table) or say("marked.table", scene.lang, number=number)
                self._sheets.append(_Sheet(_free(name, taken), rows))
                self._of[table] = self._sheets[-1], 0
        if prose:
            self._sheets.insert(0, statements)

    def cell(self, at: Locator) -> tuple[str, str] | None:
        """Sheet and cell of a place; a place that names no column is that of its row's first cell."""
        if at.table not in self._of or at.row is None:
            return None
        sheet, before = self._of[at.table]
        return sheet.name, f"{column_letters(at.column or 1)}{at.row + before}"

    def workbook(self, proofs: Iterable[Identity], made: datetime) -> bytes:
        """The file, with a check for each proof whose figures all stand in cells of their own."""
        from xlsxwriter import Workbook

        for identity in proofs:
            self._bind(identity)
        out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(out, options) as book:
            book.set_properties({"created": made})
            styles = _Styles(book)
            for sheet in self._sheets or [_Sheet("1", [])]:
                self._write(book.add_worksheet(sheet.name), sheet, styles)
        return out.getvalue()

    def _bind(self, identity: Identity) -> None:
        """Remember the figures of a sum as numbers, and its check where all of them are."""
        together = (identity.stated, *identity.terms)
        for term in together:
            place = self._number(term)
            if place is not None:
                place[0].numbers.setdefault(place[1], term)
        formula = self._formula(identity)
        if formula:
            sheet, _ = self._of[identity.stated.at.table or ""]
            key = identity.rule, identity.stated.at.column or 1
            sheet.checks.setdefault(key, []).append((identity, formula))

    def _number(self, term: Term) -> tuple[_Sheet, tuple[int, int]] | None:
        """Sheet, row and column of a figure that fills a cell by itself."""
        at = term.at
        if at.table not in self._of or at.row is None or at.column is None or at.span is not None:
            return None
        sheet, before = self._of[at.table]
        return sheet, (at.row + before, at.column)

    def _formula(self, identity: Identity) -> str:
        """Stated minus computed, by the cells; "" where a figure is in no cell, or cannot be read."""
        together = (identity.stated, *identity.terms)
        if any(term.state not in _COUNTED or self._number(term) is None for term in together):
            return ""
        here = self._number(identity.stated)
        assert here is not None
        factors = {_factor(term) for term in together}
        if None in factors:
            return ""
        sums = [
            f"{sign}{self._sum([t for t in identity.terms if t.weight == weight and _factor(t) == factor], here[0])}"
            f"{_times(factor)}"
            for sign, weight in (("-", 1), ("+", -1))
            for factor in sorted(f for f in factors if f is not None)
            if any(t.weight == weight and _factor(t) == factor for t in identity.terms)
        ]
        if any(abs(term.weight) != 1 for term in identity.terms):
            return ""
        stated = self._ref(identity.stated, here[0])
        digits = max(term.decimals for term in together)
        formula = f"ROUND(N({stated}){_times(_factor(identity.stated))}{''.join(sums)},{digits})"
        if identity.relation == "at-most":
            formula = f"MIN(0,{formula})"
        blank = [self._ref(term, here[0]) for term in together if term.state is State.BLANK]
        if blank:
            formula = f'IF({"+".join(f"COUNTBLANK({ref})" for ref in blank)}>0,"",{formula})'
        return f"={formula}" if len(formula) < _LONGEST_FORMULA else ""

    def _ref(self, term: Term, beside: _Sheet) -> str:
        place = self._number(term)
        assert place is not None
        sheet, (row, column) = place
        ref = f"{column_letters(column)}{row}"
        return ref if sheet is beside else f"{quoted(sheet.name)}!{ref}"

    def _sum(self, terms: Sequence[Term], beside: _Sheet) -> str:
        refs = [self._ref(term, beside) for term in terms]
        sums = [f"SUM({','.join(refs[n : n + _PARTS_A_SUM])})" for n in range(0, len(refs), _PARTS_A_SUM)]
        return sums[0] if len(sums) == 1 else f"({'+'.join(sums)})"

    def _write(self, target: Worksheet, sheet: _Sheet, styles: _Styles) -> None:
        widths = _widths(sheet)
        for c, width in enumerate(widths):
            target.set_column(c, c, width)
        first = sheet.width + 1
        heads = self._check_heads(sheet)
        for n, (r, head) in heads.items():
            target.write_string(r, first + n, head, styles.head)
        for r, row in enumerate(sheet.rows):
            for c, text in enumerate(row):
                _put(target, r, c, text, sheet.numbers.get((r + 1, c + 1)), styles)
            beside = [lines_of(head, _CHECK) for at, head in heads.values() if at == r]
            lines = max([1, *beside, *(lines_of(text, width) for text, width in zip(row, widths, strict=False))])
            if lines > 1:
                target.set_row(r, min(_HIGHEST, _LINE * lines))
        for n, (_, checks) in enumerate(sorted(sheet.checks.items())):
            target.set_column(first + n, first + n, _CHECK)
            for identity, formula in checks:
                digits = max(term.decimals for term in (identity.stated, *identity.terms))
                value = "" if identity.difference is None else _cached(identity)
                line = (identity.stated.at.row or 1) - 1
                target.write_formula(line, first + n, formula, styles.number(digits), value)
        if sheet.checks:
            last = first + len(sheet.checks) - 1
            target.conditional_format(
                0, first, max(0, len(sheet.rows) - 1), last,
                {"type": "formula", "criteria": f"=N({column_letters(first + 1)}1)<>0", "format": styles.alarm},
            )  # fmt: skip
        target.set_landscape()
        target.set_paper(9)
        target.fit_to_pages(1, 0)


    def _check_heads(self, sheet: _Sheet) -> dict[int, tuple[int, str]]:
        """Over each column of checks what they check; none where a check stands in the first row."""
        heads = {}
        for n, ((rule, _), checks) in enumerate(sorted(sheet.checks.items())):
            top = min(identity.stated.at.row or 1 for identity, _ in checks)
            period = self._scene.period(checks[0][0].stated.period)
            if top > 1:
                heads[n] = top - 2, say("marked.check", self._scene.lang, rule=rule, period=period)
        return heads


def _widths(sheet: _Sheet) -> list[int]:
    """Of each column what its longest text needs, within limits; a blank column is narrow.

    A text above the figures that runs on over blank cells beside it, as a merged head does, needs no width of its own.
    """
    body = min((row for row, _ in sheet.numbers), default=1) - 1
    widths = []
    for c in range(sheet.width):
        texts = [
            row[c] for r, row in enumerate(sheet.rows)
            if c < len(row) and row[c] and (r >= body or c == 0 or c + 1 >= len(row) or row[c + 1])
        ]  # fmt: skip
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        widths.append(min(_WIDEST, max(_NARROWEST, longest) + 2) if texts else _BLANK)
    return widths


class _Styles:
    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        lined = {"border": 1, "border_color": "#A6A6A6", "valign": "top"}
        self.text = book.add_format({**lined, "text_wrap": True, "num_format": "@"})
        self.head = book.add_format({**lined, "text_wrap": True, "bold": True, "bg_color": "#E7E6E6"})
        self.alarm = book.add_format({"bg_color": "#F4977B"})
        self._lined = lined

    def number(self, digits: int) -> Format:
        if digits not in self._numbers:
            code = "#,##0" + ("." + "0" * digits if digits > 0 else "")
            self._numbers[digits] = self._book.add_format({**self._lined, "num_format": code})
        return self._numbers[digits]


def _put(target: Worksheet, row: int, column: int, text: str, term: Term | None, styles: _Styles) -> None:
    """A figure as a number where a workbook holds it exactly; everything else as text, whatever it begins with."""
    value = _own(term) if term is not None and term.state is State.STATED else None
    if value is not None and term is not None and len(value.as_tuple().digits) <= _DIGITS:
        target.write_number(row, column, value, styles.number(max(0, term.decimals)))
    elif text:
        target.write_string(row, column, text[:_LONGEST_TEXT], styles.text)
    else:
        target.write_blank(row, column, None, styles.text)


def _own(term: Term) -> Decimal | None:
    """The figure in the unit that its cell is in."""
    return read_number(term.raw).value


def _factor(term: Term) -> int | None:
    """The power of ten between a cell and its sum; None where there is another relation than that."""
    own = _own(term) if term.state is State.STATED else None
    if own is None or term.amount is None or not own or not term.amount:
        return 0 if not term.amount and not own else None
    for power in range(-9, 10):
        if own.scaleb(power) == term.amount:
            return power
    return None


def _times(factor: int | None) -> str:
    return "" if not factor else f"*{10**factor}" if factor > 0 else f"/{10**-factor}"


def _cached(identity: Identity) -> float:
    """What a viewer that computes no formulas shows."""
    difference = identity.difference or Decimal()
    return float(min(difference, Decimal()) if identity.relation == "at-most" else difference)


def _free(name: str, taken: set[str]) -> str:
    """A sheet's name of at most 31 signs that no other sheet has."""
    plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in name).strip("'")[:31] or "_"
    made, number = plain, 1
    while made.lower() in taken:
        number += 1
        made = f"{plain[:26]} ({number})"
    taken.add(made.lower())
    return made

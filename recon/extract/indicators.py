"""Tables of indicators: rows become indicators with unit, base value and values by year."""

from __future__ import annotations

from recon.extract.grids import Grid, GridRow
from recon.extract.indicator_columns import IndicatorColumns
from recon.extract.indicator_values import is_unit, kind_of, read_value, split_unit, whole_unit
from recon.extract.places import place_in
from recon.extract.torn_codes import whole_code
from recon.extract.wording import Wording, normalise
from recon.model.document import Cell
from recon.model.indicator import Form, Indicator, IndicatorValue

_LONGEST_DATE = 24


class IndicatorTable:
    """Reads one table of indicators, row by row."""

    def __init__(self, grid: Grid, columns: IndicatorColumns, document: str, words: Wording) -> None:
        self.grid = grid
        self.columns = columns
        self.document = document
        self.words = words
        self.code = ""
        self.element = ""
        self.found: list[Indicator] = []
        self.owner: Indicator | None = None  # the last indicator: what a page break tore off belongs to it
        self.lost_starts = 0

    def read(self) -> list[Indicator]:
        for i, row in enumerate(self.grid.rows[self.columns.first :], self.columns.first):
            if not _is_heading(row):
                self._row(row, starts_page=i in self.grid.starts)
        return self.found

    def _row(self, row: GridRow, *, starts_page: bool) -> None:
        columns, shift = self.columns, self._shift(row)
        code = whole_code(self._text(row, columns.code))
        element, name = self._text(row, columns.element), self._text(row, columns.name)
        unit = self._text(row, columns.unit)
        if shift:
            name = next((text.strip() for text in row.texts if text.strip()), "")
            code, element, unit = "", "", row.texts[columns.name].strip()
        unit = whole_unit(unit, self.words)
        cells = [(column + shift, period) for column, period in columns.values]
        values = [self._value(row, j, period, self._role(j - shift)) for j, period in cells]
        if columns.base is not None and columns.base not in {j for j, _ in columns.values}:
            values.insert(0, self._value(row, columns.base, "", "base"))
        if columns.weight is not None:
            values.append(self._value(row, columns.weight, "", "weight"))
        printed = any(value.form is not Form.BLANK for value in values)
        if not printed:
            self._words_only(code, element, name, unit, starts_page=starts_page)
            return
        if starts_page and element and not code and self.element:
            self.element = joined(self.element, element)
        elif code or element:
            self.code, self.element = code or ("" if element else self.code), element or self.element
        if not name:
            return  # values of nobody: nothing can be said of them
        if columns.unit is None:
            name, unit = split_unit(name, self.words)
        at = place_in(self.document, self.grid, row, columns.unit if columns.unit is not None else columns.name)
        date = self._text(row, columns.date)
        self.owner = Indicator(
            self.grid.id, self.code, self.element, name, unit, kind_of(unit, self.words), at, values,
            date if len(date) <= _LONGEST_DATE else "",
        )  # fmt: skip
        self.found.append(self.owner)

    def _words_only(self, code: str, element: str, name: str, unit: str, *, starts_page: bool) -> None:
        """The tail of a name that a page break tore off, an indicator without values, or a heading."""
        if starts_page and not code:
            if name and self.owner is not None:
                self._extend(self.owner, name)
            if element:
                self.element = joined(self.element, element)
            if self.owner is not None and self.owner.code == self.code and element:
                self.owner.element = self.element
            return
        if code or element:
            self.code, self.element = code, element or name
        if name and unit and is_unit(unit, self.words):
            return  # an indicator whose values are all blank: a form not filled in

    def _extend(self, owner: Indicator, tail: str) -> None:
        """A unit printed at the end of the name stands behind the page break."""
        owner.name = joined(owner.name, tail)
        if self.columns.unit is None and not owner.unit:
            owner.name, owner.unit = split_unit(owner.name, self.words)
            owner.kind = kind_of(owner.unit, self.words)

    def _shift(self, row: GridRow) -> int:
        """-1 where a row lost a merged cell, so that all of it stands one column to the left."""
        columns = self.columns
        if columns.unit is None or columns.name != columns.unit - 1:
            return 0
        last = max(j for j, _ in columns.values)
        moved = is_unit(row.texts[columns.name], self.words) and not row.texts[last]
        return -1 if moved and not is_unit(row.texts[columns.unit], self.words) else 0

    def _role(self, column: int) -> str:
        return "base" if column == self.columns.base else self.columns.roles.get(column, "indicator")

    def _value(self, row: GridRow, column: int, period: str, role: str) -> IndicatorValue:
        cell: Cell | None = row.cells[column]
        form, reading = read_value(cell, row.texts[column], self.words)
        return IndicatorValue(role, period, form, reading, place_in(self.document, self.grid, row, column))

    def _text(self, row: GridRow, column: int | None) -> str:
        return row.texts[column].strip() if column is not None else ""


def joined(head: str, tail: str) -> str:
    """A name over a page break; a hyphen at the end of its line goes."""
    if head.endswith("-") and tail[:1].islower() and not head.endswith(" -"):
        return head[:-1] + tail
    return f"{head} {tail}".strip()


def _is_heading(row: GridRow) -> bool:
    """One text alone, in the first column: the name of a section above its rows."""
    filled = [j for j, text in enumerate(row.texts) if text.strip()]
    cell = row.cells[0]
    return filled == [0] and cell is not None and len(cell.text) > 1 and not cell.text.strip()[0].isdigit()


def same_name(name: str) -> str:
    """A name as it is compared: what differs in case, dashes, quotes, «ё» and blanks only is the same."""
    plain = normalise(name).replace('"', "").replace("-", " ")
    return " ".join(plain.replace(",", " ").replace("/", " ").replace("  ", " ").split()).strip(" .;:*")

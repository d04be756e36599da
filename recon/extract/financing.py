"""Financing tables: rows become elements, sources and figures."""

from __future__ import annotations

import re
from collections.abc import Set

from recon.extract.element_tree import ElementTree
from recon.extract.grids import Grid, GridRow
from recon.extract.layouts import Layout
from recon.extract.lone_sources import settle_lone_sources
from recon.extract.parents import settle_section_totals
from recon.extract.places import place_in, place_of_row
from recon.extract.printed_rows import printed_cells
from recon.extract.said_rows import is_spread_label, is_spread_source
from recon.extract.several_of_a_source import name_apart, own_name
from recon.extract.source_lists import wholes_of_sources
from recon.extract.torn_codes import whole_code
from recon.extract.usual_digits import give_nils_the_usual_digits
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State
from recon.model.figure import Extraction, Figure, Gap
from recon.model.locator import Locator
from recon.model.source import BESIDES, TOTAL

_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
#: a label longer than this is a name in which a source is mentioned, not a source
_LONGEST_SOURCE = 80
#: words that begin a label of money outside the total
_OUTSIDE = ("besides", "for-reference")
_ALL_STATED = frozenset({State.STATED})
_SEPARATORS = " ,:;-()"
#: period, unit, role, and whether a sum may hold it
_Meaning = tuple[str, str, str, bool]


def _states(printed: list[Reading | str]) -> Set[State]:
    """What the cells of a row are, blanks apart."""
    if set(map(type, printed)) == {str}:
        return _ALL_STATED  # as in most rows
    return {State.STATED if isinstance(each, str) else each.state for each in printed} - {State.BLANK}


class FinancingTable:
    """Reads one financing table, row by row, into an extraction."""

    def __init__(self, grid: Grid, layout: Layout, unit: str, extraction: Extraction, words: Wording) -> None:
        self.grid = grid
        self.layout = layout
        self.unit = unit
        self.words = words
        self.into = extraction
        self.tree = ElementTree(grid.id, extraction.elements, words)
        self.pending = ""  # the head of a source label whose tail and figures stand on the next page
        self.first_figure = len(extraction.figures)
        self.sources_of_element: dict[str, str] = {}  # each with the label that named it first
        self.lone = False  # whether an element so far has one source only
        self.several: set[str] = set()  # sources of which one element has two kinds
        self.whole = TOTAL  # the source that a line «из них» right below would be a part of
        self.opener = ""  # «в том числе» or the like, where the label of that source began with it
        self.begun: dict[str, tuple[str, re.Match[str] | None, re.Match[str] | None]] = {}
        self.label_only: int | None = None
        self.last_row: list[Figure] = []
        self.lone_word = self._lone_word()
        self.wholes = wholes_of_sources([self._text(row, layout.source) for row in grid.rows[layout.first :]], words)
        self.indices = [column.index for column in layout.columns]
        self.meanings: dict[tuple[str, str], list[_Meaning]] = {}

    def read(self) -> None:
        for i, row in enumerate(self.grid.rows[self.layout.first :], self.layout.first):
            self._row(row, starts_page=i in self.grid.starts)
        self.tree.close()
        mine = self.into.figures[self.first_figure :]
        if self.lone or self._is_lone():
            settle_lone_sources(self.into.elements, mine, self.tree.repeated)
        if self.tree.repeated:
            settle_section_totals(self.into.elements, mine, self.tree.repeated)
        name_apart(mine, self.several)
        give_nils_the_usual_digits(mine)

    def _is_lone(self) -> bool:
        """Whether the current element has one source, and that is not its total."""
        return len(self.sources_of_element) == 1 and TOTAL not in self.sources_of_element

    def _lone_word(self) -> str:
        """«Прочие» in a list of expenses: the only source that a column of names would name, once and in one word."""
        if self.layout.source != self.layout.name:
            return ""
        labels = [self._text(row, self.layout.name) for row in self.grid.rows[self.layout.first :]]
        sources = [label for label in labels if self.words.source_of(label) not in ("", TOTAL)]
        return sources[0] if len(sources) == 1 and len(sources[0].split()) == 1 else ""

    def _text(self, row: GridRow, column: int | None) -> str:
        return row.texts[column].strip() if column is not None else ""

    def _row(self, row: GridRow, *, starts_page: bool) -> None:
        printed = printed_cells(row, self.indices)
        code, name, label = self._labels(row)
        if not (states := _states(printed)):
            self._row_without_figures(row, code, name, label, starts_page=starts_page)
            return
        if states == {State.UNREADABLE} and not code:
            return  # a line of words over the figure columns, not a row of the table
        label = self._whole_label(label)
        if starts_page and name and not code and self._goes_on(label):
            self.tree.extend_name(name)
            name = ""
        if row.source:
            if code or name or not self.tree.has_current:
                self._begin(row, code, name)
            source = row.source
        else:
            source = self._apart(self._standing(self._source(row, code, name, label), label), label)
        if starts_page and not code and not name and not label and not self.tree.has_current:
            self.into.gaps.append(Gap("gap.continuation-without-start", self._locator(row, None)))
        self.sources_of_element.setdefault(source, label)
        named = self._text(row, self.layout.units)
        money = self.words.unit_of(named)
        other = "" if money else normalise(named)  # kilometres, families: told beside the money, never added to it
        money = money or self.words.unit_of(label)
        place = place_of_row(self.into.document.path, self.grid, row, self.indices)
        table, element = self.grid.id, self.tree.current
        told = [*zip(self.indices, printed, self._meanings(money, other), strict=True)]
        if row.source:
            told = [each for each in told if row.has(each[0])]
        self.last_row = [
            Figure(table, element, source, period, each, unit, place, role, label, adds, index + 1)
            if place is not None
            else Figure(table, element, source, period, each, unit, self._locator(row, index), role, label, adds)
            for index, each, (period, unit, role, adds) in told
        ]
        self.into.figures.extend(self.last_row)

    def _whole_label(self, label: str) -> str:
        """A label with the head of it that stood above without figures; a source that has no figures stays apart."""
        head, self.pending = self.pending, ""
        one, other = self.words.source_of(head), self.words.source_of(label)
        if one and other and one != other and (len(label.split()) > 1 or other == TOTAL):
            return label
        return f"{head} {label}".strip()

    def _meanings(self, money: str, other: str) -> list[_Meaning]:
        """What each column says of the figures of a row in this unit; the same for most rows."""
        known = self.meanings.get((money, other))
        if known is None:
            known = self.meanings[money, other] = [
                (
                    column.period,
                    "" if column.share or other else money or column.unit or self.unit,
                    other or column.role,
                    not column.share and not other,
                )
                for column in self.layout.columns
            ]
        return known

    def _labels(self, row: GridRow) -> tuple[str, str, str]:
        """Code, name and source of a row; a source that slipped into the column of names is still a source."""
        layout = self.layout
        code, label = whole_code(self._text(row, layout.code)), self._text(row, layout.source)
        if layout.name == layout.source:
            return ("", "", code) if is_spread_label(code, label, self.words) else (code, "", label)
        if is_spread_source(code, self._text(row, layout.name) + label, self.words):
            return "", "", code
        name = f"{self._text(row, layout.status)} {self._text(row, layout.name)}".strip()
        slipped = name and not label and not code and self.tree.has_current and len(name) <= _LONGEST_SOURCE
        if slipped and self.words.source_of(name) not in ("", TOTAL) and self.words.level_of(name) is None:
            return code, "", name
        if not name and self.words.begins("total", normalise(code)):
            return "", code, label  # «Итого по программе» over the columns of codes and names
        return code, name, label

    def _source(self, row: GridRow, code: str, name: str, label: str) -> str:
        """The source of a row with figures; begins a new element where the row names one."""
        whole = label if label in self.wholes else ""
        source = self.words.source_of(label) if label and not whole else ""
        own_column = self.layout.source != self.layout.name
        if not own_column and label == self.lone_word:
            source = ""
        again = source == TOTAL and TOTAL in self.sources_of_element  # «Итого» below a row that has its own total
        if own_column:
            closes = again and self.wholes  # «Разом» below them
            if code or name or whole or closes or not self.tree.has_current:
                self._begin(row, code, name or whole)
            return source or (normalise(label) if label and not whole else TOTAL)
        named = not source or (source == TOTAL and not self._is_bare_total(label))
        if (code or named or again) and not self._repeats(source):
            self._begin(row, code, label)
            return TOTAL
        if not self.tree.has_current:
            self._begin(row, code, "")
        return source

    def _standing(self, source: str, label: str) -> str:
        """What is outside the total, or inside the source above, is no addend beside the others."""
        plain, outside, begun = self._begun(label)
        if outside is not None:
            name = self.words.source_of(label) or plain[outside.end() :].strip(_SEPARATORS)
            return BESIDES + name if name else source
        tree = self.words.vocabulary.source_tree
        if tree.get(source).edge != "addend":
            return source
        opener = begun[0] if begun else ""
        apart = self.whole in (TOTAL, source) or self.whole in tree.ancestors(source)
        if begun is not None and not apart and not self._beside(opener, source, plain, label):
            return f"{self.whole}/{plain[begun.end() :].strip(_SEPARATORS) if source == plain else source}"
        self.whole, self.opener = source, opener
        return source

    def _beside(self, opener: str, source: str, plain: str, label: str) -> bool:
        """«в том числе областной бюджет», «в том числе местный бюджет»: parts of one total, one beside the other."""
        return opener == self.opener and source != plain and not self.words.has("grant", label)

    def _apart(self, source: str, label: str) -> str:
        """«Собственные средства», «иные источники»: a second kind of one source is an addend under its own name."""
        first = self.sources_of_element.get(source)
        if source in ("", TOTAL) or not first or not label or normalise(first) == normalise(label):
            return source
        if source != self.words.source_of(label):
            return source
        self.several.add(source)
        return own_name(label)

    def _begun(self, label: str) -> tuple[str, re.Match[str] | None, re.Match[str] | None]:
        """A label as it is compared, with the «кроме того» or the «в том числе» that it begins with."""
        known = self.begun.get(label)
        if known is None:
            plain = normalise(label)
            outside = next((begun for kind in _OUTSIDE if (begun := self.words.begins(kind, plain))), None)
            known = self.begun[label] = plain, outside, self.words.begins("of-which", plain)
        return known

    def _is_bare_total(self, label: str) -> bool:
        """«Всего» alone is the element's own total; «Всего по подпрограмме …» names an element."""
        return len(normalise(label).split()) <= 2 and self.words.level_of(label) is None

    def _repeats(self, source: str) -> bool:
        return bool(source) and source != TOTAL and self.tree.has_current and source not in self.sources_of_element

    def _begin(self, row: GridRow, code: str, name: str) -> None:
        if self.label_only is not None and not code and self.into.elements[self.label_only].name == name:
            self.label_only = None
            return
        self.label_only = None
        self.lone |= self._is_lone()
        self.tree.begin(code, name, self._locator(row, self.layout.name))
        self.sources_of_element = {}
        self.whole, self.opener = TOTAL, ""

    def _row_without_figures(self, row: GridRow, code: str, name: str, label: str, *, starts_page: bool) -> None:
        """A heading, the head or the tail of a label that a page break split, or a row of nothing but words."""
        own_column = self.layout.source != self.layout.name
        if starts_page and not code and self.tree.has_current:
            if name:
                self.tree.extend_name(name)
            if own_column and label and self._completes(label):
                self._complete_label(label)
            elif own_column and label:
                self.pending = f"{self.pending} {label}".strip()
            return
        if own_column and label and not name and not code:
            self.pending = label
            return
        if code and _CODE.fullmatch(code):
            self._begin(row, code, name or label)

    def _goes_on(self, label: str) -> bool:
        """Whether a page begins with a further source of its last element, beside the tail of the element's name."""
        source = self.words.source_of(label)
        seen = self.sources_of_element
        if not self.tree.has_current or source in ("", TOTAL) or source in seen:
            return False
        # where rows have codes, one without is of the element above, whether that has a total of its own or not
        return TOTAL in seen or bool(seen and self.into.elements[self.tree.current].code)

    def _completes(self, tail: str) -> bool:
        """Whether a label without figures ends the label above the page break and does not begin one of its own."""
        above = self.last_row[0].source_name if self.last_row and not self.pending else ""
        own = {self.words.source_of(above), self.words.source_of(tail)}
        if not above or "" in own:
            return bool(above)
        # «прочие источники: федеральный | бюджет»: each half names some source, and together they name another
        return len(tail.split()) == 1 and self.words.source_of(f"{above} {tail}") not in own

    def _complete_label(self, tail: str) -> None:
        """The source of the last row before a page break ends on the next page: its figures stand above."""
        above = self.last_row[0].source_name
        label = f"{above} {tail}"
        source = self.words.source_of(label) or normalise(label)
        begun = self.words.source_of(above)
        narrower = begun in self.words.vocabulary.source_tree.ancestors(source)  # «бюджет | города»
        known = bool(begun) and not narrower and not self.words.source_of(tail)
        for figure in self.last_row:
            figure.source_name = label
            if not known:
                figure.source = source
        self.sources_of_element.setdefault(self.last_row[0].source, label)

    def _locator(self, row: GridRow, column: int | None) -> Locator:
        return place_in(self.into.document.path, self.grid, row, column)

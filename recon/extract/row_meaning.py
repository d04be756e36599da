"""What the rows of a financing table mean where no column says so: elements, sources, totals, parts of a source.

The same words can stand for several structures. Each is tried as a whole; the one whose sums hold is taken.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from recon.extract.adds_up import Evidence, evidence, weigh
from recon.extract.grids import Grid, GridRow
from recon.extract.layouts import Layout
from recon.extract.parents import settle_parents
from recon.extract.printed_rows import PrintedRow, place_in_row, printed_rows
from recon.extract.said_rows import SaidRow, said_rows
from recon.extract.source_lists import wholes_of_sources
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading
from recon.model.element import Element
from recon.model.figure import Extraction, Figure
from recon.model.source import TOTAL, inside, of_which

#: signs that mean a path in a source's code
_PART = inside("", "")
_NO_PATH = str.maketrans(f"/{_PART}", "  ")
_CODE = re.compile(r"(\d+(?:\.\d+)*[.)]?[a-zа-я]?)[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Manner:
    """headings: rows of words name elements. unknown: what a row is that names no known source."""

    headings: bool
    unknown: str  # `part` of the source above it, `source`, or `element`; `every`: every row is an element


MANNERS = [Manner(h, u) for h, u in itertools.product((True, False), ("part", "source", "element"))]
#: for a list in which hardly a row names a source: what looks like one may be an expense («Прочие»)
_WITHOUT_SOURCES = [Manner(True, "every"), Manner(False, "every")]


@dataclass(slots=True)
class Meaning:
    """A table as understood in one manner, with the sums that speak for it."""

    elements: list[Element]
    figures: list[Figure]
    evidence: Evidence

    def says_the_same(self, elements: list[Element], figures: list[Figure], behind: int) -> bool:
        """Whether these figures mean the same by other words, their elements counted behind so many others."""
        if len(elements) != len(self.elements) or len(figures) != len(self.figures):
            return False
        parents = (max(element.parent - behind, -1) for element in elements)
        return all(own.parent == other for own, other in zip(self.elements, parents, strict=True)) and all(
            own.element + behind == other.element and own.source == other.source and own.period == other.period
            and own.role == other.role and own.adds == other.adds
            for own, other in zip(self.figures, figures, strict=True)
        )  # fmt: skip

    def add_to(self, extraction: Extraction) -> None:
        """Append elements and figures, renumbered behind those that are there."""
        behind = len(extraction.elements)
        for element in self.elements:
            element.parent += behind if element.parent >= 0 else 0
        for figure in self.figures:
            figure.element += behind
        extraction.elements += self.elements
        extraction.figures += self.figures


def best_meaning(grid: Grid, layout: Layout, unit: str, document: str, words: Wording) -> Meaning | None:
    """The manner of reading in which most sums hold; None where no manner gives each figure one meaning."""
    seen: set[object] = set()
    said = said_rows(printed_rows(grid, layout, document), layout, words)
    labels = [row.texts[layout.source] for row in grid.rows[layout.first :] if layout.source is not None]
    known = sum(words.source_of(label) not in ("", TOTAL) for label in labels)
    manners = [*_WITHOUT_SOURCES, *MANNERS] if known < 2 and 2 * known < len(labels) else MANNERS
    wholes = wholes_of_sources(labels, words)
    every = (_meaning(_Rows(grid, layout, said, document, words, wholes, manner), unit, seen) for manner in manners)
    # one by one, since each meaning of a long table is as large as the table
    return max(filter(None, every), key=lambda meaning: meaning.evidence.rank, default=None)


def _meaning(rows: _Rows, unit: str, seen: set[object]) -> Meaning | None:
    """The rows in their manner; None where it gives no meaning, or one that was `seen` in another."""
    if not rows.read() or rows.said in seen:
        return None
    seen.add(rows.said)
    figures = rows.figures(unit)
    adding = [f for f in figures if f.adds] if any(column.share for column in rows.layout.columns) else figures
    _settle_parts(adding)
    settle_parents(rows.elements, adding, rows.words)
    return Meaning(rows.elements, figures, evidence(adding, rows.elements, rows.words.vocabulary.source_tree))


def _settle_parts(figures: list[Figure]) -> None:
    """Rows inside a source make it up where their sums hold; else they are only of it."""
    cells: dict[tuple[int, str], dict[str, dict[str, Reading]]] = {}
    for f in figures:
        whole, _, part = f.source.partition(_PART)
        if part:
            cells.setdefault((f.element, whole), {}).setdefault(f.period, {})[part] = f.reading
    if not cells:
        return
    stated = {(f.element, f.source, f.period): f.reading for f in figures}
    refused = set()
    for (element, whole), periods in cells.items():
        sums = (weigh(stated.get((element, whole, period)), parts.values()) for period, parts in periods.items())
        total = sum(sums, Evidence())
        if total.holding + total.weak <= total.broken:
            refused.add((element, whole))
    for f in figures:
        whole, _, part = f.source.partition(_PART)
        if part and (f.element, whole) in refused:
            f.source = of_which(whole, part)


@dataclass(slots=True)
class _Rows:
    grid: Grid
    layout: Layout
    rows: list[SaidRow]
    document: str
    words: Wording
    wholes: set[str]  # labels that list the sources of the rows below
    manner: Manner
    elements: list[Element] = field(default_factory=list)
    #: rows of figures: what is printed, the element, the source, the label
    placed: list[tuple[PrintedRow, int, str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # sources of the current element
    whole: str = ""  # the source that the last row stated, whose parts may follow
    opened: bool = False  # «в том числе» stands between that row and this one
    clash: bool = False

    def read(self) -> bool:
        """Whether there are figures and each got a meaning of its own."""
        for row in self.rows:
            self._row(row)
            if self.clash:
                return False
        rows = {(element, source) for _, element, source, _ in self.placed}
        columns = {(column.period, column.role) for column in self.layout.columns}
        distinct = len(rows) == len(self.placed) and len(columns) == len(self.layout.columns)
        return bool(columns and rows) and distinct

    @property
    def said(self) -> tuple[object, ...]:
        """What tells this reading from those in other manners."""
        elements = tuple((element.code, element.name, element.at) for element in self.elements)
        return elements, tuple((element, source) for _, element, source, _ in self.placed)

    def figures(self, unit: str) -> list[Figure]:
        """A figure for every column of each row. unit: where neither the row nor the column has its own."""
        found: list[Figure] = []
        for printed, element, source, label in self.placed:
            own = self.words.unit_of(label)
            found += [
                Figure(
                    self.grid.id, element, source, column.period, each,
                    "" if column.share else own or column.unit or unit,
                    at, column.role, label, not column.share, beside,
                )
                for column, each, (at, beside) in zip(
                    self.layout.columns, printed.printed, printed.places, strict=True
                )
                if printed.row.has(column.index)
            ]  # fmt: skip
        return found

    def _row(self, said: SaidRow) -> None:
        row, code, name = said.printed.row, said.code, said.name
        if not said.printed.places:
            if said.is_blank:
                self._row_of_words(row, code, name or said.label)
            return
        if row.source:
            if code or name or not self.elements:
                self._begin(row, code, name)
            source = row.source
        else:
            own_column = self.layout.source != self.layout.name
            source = self._own_column(row, code, name, said.label) if own_column else self._plain(said)
        self.seen.add(source)
        self.placed.append((said.printed, len(self.elements) - 1, source, said.label or name))

    def _row_of_words(self, row: GridRow, code: str, label: str) -> None:
        plain = normalise(label).strip(" :.")
        opener = self.words.begins("of-which", plain)
        if opener is not None:
            rest = plain[opener.end() :].strip(" :,.")
            self.opened = True
            names = rest and not self.words.has("not-a-heading", rest) and not self.words.source_of(rest)
            if not (names and self.manner.headings):
                return
            label = rest
        if self.manner.headings and plain and not self.words.source_of(plain) not in ("", TOTAL):
            self._begin(row, code, label)

    def _own_column(self, row: GridRow, code: str, name: str, label: str) -> str:
        if not name and self.words.begins("total", normalise(code)):
            code, name = "", code
        whole = label if label in self.wholes else ""
        source = self.words.source_of(label) if label and not whole else TOTAL
        closes = self.wholes and source == TOTAL in self.seen  # «Разом» below them
        if code or name or whole or closes or not self.elements:
            self._begin(row, code, name or whole)
        return self._distinct(source, label)

    def _plain(self, said: SaidRow) -> str:
        """The source of a row with one label; a row that names an element begins it and states its total."""
        row, code, label, known = said.printed.row, said.code, said.name, said.source
        if self.manner.unknown == "every" or label in self.wholes:
            self._begin(row, code, label)
            return TOTAL
        if not label and self.elements and TOTAL not in self.seen:
            known = TOTAL
        if known and known != TOTAL and not said.physical:
            if not self.elements:
                self._begin(row, "", "")
            self.whole, self.opened = self._distinct(known, label), False
            return self.whole
        if known == TOTAL and not (self.elements and TOTAL in self.seen):
            if not self.elements:
                self._begin(row, "", "")
            self.whole, self.opened = "", False
            return TOTAL
        within = self.whole and (self.opened or said.dashed or _PART in self._last())
        if known != TOTAL and not said.physical and self.elements:
            if within and self.manner.unknown == "part":
                return self._distinct(inside(self.whole, said.plain.translate(_NO_PATH)), label)
            if self.manner.unknown == "source" or (self.manner.unknown == "part" and not said.coded):
                self.whole, self.opened = "", False
                return self._distinct("", label)
        if known != TOTAL and not self.elements and self.manner.unknown == "source" and not code:
            self._begin(row, "", "")
            return self._distinct("", label)
        self._begin(row, code, label)
        return TOTAL

    def _last(self) -> str:
        return self.placed[-1][2] if self.placed else ""

    def _distinct(self, source: str, label: str) -> str:
        """A second row of one kind of source is an addend of its own under its own name."""
        if not source or source in self.seen:
            source = normalise(label).translate(_NO_PATH)
        self.clash |= source in self.seen
        return source

    def _begin(self, row: GridRow, code: str, name: str) -> None:
        found = _CODE.match(name) if not code else None
        if found:
            code, name = found[1], name[found.end() :]
        key = code.rstrip(".)") or ("" if self._whole_programme(name) else normalise(name))
        place = place_in_row(self.document, self.grid, row, None)
        self.elements.append(Element(self.grid.id, code, name, key, -1, place))
        self.seen, self.whole, self.opened = set(), "", False

    def _whole_programme(self, name: str) -> bool:
        return not name or self.words.begins("total", normalise(name)) is not None

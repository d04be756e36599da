"""Where a document states its volumes in words: the passport's position on financing, and like paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from recon.extract.adds_up import evidence
from recon.extract.page_breaks import Grid
from recon.extract.sentences import StatedSum, flat, stated_sums
from recon.extract.wording import Wording, normalise
from recon.model.document import Document, Paragraph
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.period import is_year, years_of
from recon.model.source import TOTAL

#: a paragraph longer than this is no words that lead on to a list
_LONGEST_LEAD = 160
_SUBPROGRAMME = re.compile(r"паспорт\w*\s+подпрограмм\w*\s*(?:№\s*)?(\d+(?:\.\d+)*)?\s*(\"[^\"]+\")?")


@dataclass(slots=True)
class Statement:
    """One statement as joined text, with the place that each piece of it came from.

    position: where it begins among the document's blocks.
    """

    heading: str
    position: int
    pieces: list[tuple[str, Locator]] = field(default_factory=list)

    def text(self) -> str:
        return " ".join(text for text, _ in self.pieces)

    def locate(self, start: int, end: int) -> Locator:
        """The place of characters start..end of the joined text, with their span in the piece."""
        begins, at = [], 0
        for text, _ in self.pieces:
            begins.append(at)
            at += len(text) + 1
        piece = bisect_right(begins, start) - 1
        place = self.pieces[piece][1]
        span = (start - begins[piece], min(end - begins[piece], len(self.pieces[piece][0])))
        return replace(place, span=span)


def statements_of_table(grid: Grid, document: str, words: Wording) -> list[Statement]:
    """Passport positions that speak of volumes; a position runs on over rows whose label is blank."""
    found: list[Statement] = []
    current: Statement | None = None
    for row in grid.rows:
        cells = [(j, text) for j, text in enumerate(row.texts) if text.strip()]
        if not cells:
            continue
        label, rest = (cells[0][1], cells[1:]) if cells[0][0] == 0 else ("", cells)
        if label:
            current = None
            if words.has("statement", label):
                current = Statement(label, grid.position)
                found.append(current)
        if current is not None:
            for j, text in rest:
                cell = row.cells[j]
                current.pieces.append(
                    (
                        text,
                        Locator(
                            document,
                            cell.line if cell else None,
                            grid.id,
                            row.number,
                            j + 1,
                            grid.sheet,
                            cell.ref if cell else None,
                            cell.page if cell else None,
                            cell.bbox if cell else None,
                        ),
                    )
                )
    return [statement for statement in found if statement.pieces]


def statements_of_prose(document: Document, words: Wording) -> list[Statement]:
    """Paragraphs that speak of volumes, each with the list that follows it."""
    found: list[Statement] = []
    current: Statement | None = None
    number = 0
    for position, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            current = None
            continue
        number += 1
        if words.has("change", block.text):
            current = None  # «увеличить на … тыс. рублей» states a difference, not a volume
            continue
        amounts = stated_sums(block.text, "", words)
        begins = bool(words.has("statement", block.text))
        if begins and (amounts or block.text.rstrip().endswith(":")):
            if current is None or len(amounts) > 1 or words.last("total", normalise(block.text)) >= 0:
                current = Statement(block.text[:80], position)
                found.append(current)
        elif not amounts:
            if current is not None and _leads_on(block.text, words):
                current.pieces.append((block.text, Locator(document.path, block.line, column=1, paragraph=number)))
            elif block.text.strip() and not block.text.strip().isdigit():
                current = None
            continue
        if current is not None:
            place = Locator(
                document.path, block.line, row=len(current.pieces) + 1, column=1, page=block.page, bbox=block.bbox,
                paragraph=number,
            )  # fmt: skip
            current.pieces.append((block.text, place))
    return [statement for statement in found if statement.pieces]


def _leads_on(text: str, words: Wording) -> bool:
    """«Из них за счет средств:» stands between the amounts of one statement, and does not end it."""
    plain = normalise(text)
    if not plain.endswith(":") or len(plain) > _LONGEST_LEAD:
        return False
    return bool(words.begins("of-which", plain) or words.source_of(plain) or words.has("by-years", plain))


class Passport:
    """Turns statements into figures of tables of their own."""

    def __init__(self, extraction: Extraction, words: Wording) -> None:
        self.into = extraction
        self.words = words
        self.contexts = _contexts(extraction.document)

    def read(self, statement: Statement, table: str | None) -> bool:
        """Take the statement's sums into the extraction; False where it states fewer than two."""
        sums = stated_sums(statement.text(), self.words.unit_of(statement.heading), self.words)
        lone_total = table is None and [(s.source, s.period) for s in sums] == [(TOTAL, ALL_YEARS)]
        if len(sums) < 2 and not lone_total:
            return False
        at = statement.pieces[0][1]
        for part in _parts(sums):
            self._take(statement, part, table, at)
        return True

    def _take(self, statement: Statement, sums: list[StatedSum], table: str | None, at: Locator) -> None:
        passports = sum(meaning.role == "passport" for meaning in self.into.tables)
        name = table if table and not any(m.id == table for m in self.into.tables) else f"p{passports + 1}"
        meaning = TableMeaning(name, "passport", statement.heading[:120], self._unit(sums), at)
        self.into.tables.append(meaning)
        doubtful = _is_told_twice(sums) or any(self._is_unnamed(stated) for stated in sums[1:])
        if _is_told_twice(sums):
            _tell_apart(sums)
        if _is_told_twice(sums):
            self._refuse(meaning, at)
            return
        first = len(self.into.figures)
        if table not in (None, name):
            self.into.inside[name] = table
        if table is None:
            self.into.grids[name] = [[text] for text, _ in statement.pieces]
        element = self._element(name, statement.position, at)
        whole = _wider_span(sums)
        for stated in sums:
            if stated.period == ALL_YEARS and whole:
                stated.period = whole
            place = replace(statement.locate(stated.start, stated.end), table=name)
            self.into.figures.append(
                Figure(
                    name,
                    element,
                    stated.source,
                    stated.period,
                    stated.reading,
                    stated.unit,
                    place,
                    source_name=stated.source_name,
                )
            )
        tree = self.words.vocabulary.source_tree
        found = evidence(self.into.figures[first:], self.into.elements, tree)
        if doubtful and found.broken > found.holding:
            del self.into.figures[first:]
            self._refuse(meaning, at)

    def _refuse(self, meaning: TableMeaning, at: Locator) -> None:
        meaning.read, meaning.why = False, "table.statement-not-understood"
        self.into.gaps.append(Gap("gap.statement-not-understood", at))

    def _is_unnamed(self, stated: StatedSum) -> bool:
        """Whether an amount was taken for a total although its words name none."""
        name = normalise(stated.source_name)
        grand = (stated.source, stated.period) == (TOTAL, ALL_YEARS)
        return grand and self.words.last("total", name) < 0 and not self.words.has("statement", name)

    def _unit(self, sums: list[StatedSum]) -> str:
        units = [stated.unit for stated in sums]
        code = max(units, key=units.count)
        return self.words.vocabulary.unit_titles.get(code, {}).get("ru", code)

    def _element(self, table: str, position: int, at: Locator) -> int:
        """The programme, or the subprogramme whose passport is the nearest one named above."""
        code = name = ""
        above = [context for context in self.contexts if context[0] <= position]
        if above:
            _, code, name = above[-1]
        key = code or (normalise(name) if name else "")
        self.into.elements.append(Element(table, code, name, key, -1, at))
        return len(self.into.elements) - 1


def _is_told_twice(sums: list[StatedSum]) -> bool:
    return len({(s.source, s.period) for s in sums}) < len(sums)


def _tell_apart(sums: list[StatedSum]) -> None:
    """A second money of one kind, with years of its own, is a source of its own under its own name."""
    begun: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for stated in sums:
        kind = stated.source
        if kind != TOTAL and stated.period == ALL_YEARS:
            own = normalise(stated.source_name).replace("/", " ").replace(":", " ")
            if kind in begun and begun[kind] != own:
                renamed[kind] = own
            begun.setdefault(kind, own)
        stated.source = renamed.get(kind, kind)


def _parts(sums: list[StatedSum]) -> list[list[StatedSum]]:
    """A second grand total begins a statement of its own."""
    parts: list[list[StatedSum]] = [[]]
    for stated in sums:
        grand = stated.source == TOTAL and stated.period == ALL_YEARS
        if grand and any(s.source == TOTAL and s.period == ALL_YEARS for s in parts[-1]):
            parts.append([])
        parts[-1].append(stated)
    return [part for part in parts if part]


def _wider_span(sums: list[StatedSum]) -> str:
    """The span that the total is stated for, where the years that are listed do not fill it: they need not add up."""
    span = next((stated.span for stated in sums if stated.source == TOTAL and stated.span), "")
    listed = {int(stated.period) for stated in sums if is_year(stated.period)}
    return span if listed and not listed.issuperset(years_of(span)) else ""


def _contexts(document: Document) -> list[tuple[int, str, str]]:
    """Where a passport begins: (position, code, name) of its subprogramme, blank for the programme's own."""
    found: list[tuple[int, str, str]] = []
    for position, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            continue
        plain = flat(block.text)
        if "паспорт" not in plain:
            continue
        named = _SUBPROGRAMME.search(plain)
        code, name = (named[1] or "", (named[2] or "").strip('"')) if named else ("", "")
        found.append((position, code, name))
    return found

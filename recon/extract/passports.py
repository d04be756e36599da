"""Turns the statements of a document into figures of tables of their own, in the reading that its sums prove best."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recon.extract import exhaustive
from recon.extract.adds_up import Evidence, along_years_of_sources, evidence
from recon.extract.exhaustive import Told
from recon.extract.one_source import take_years_for_those_of_all
from recon.extract.prose_amounts import flat
from recon.extract.sentences import StatedSum, readings
from recon.extract.statements import Statement
from recon.extract.unit_titles import unit_title
from recon.extract.wording import Wording, normalise
from recon.model.document import Document, Paragraph
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.period import is_year, years_of
from recon.model.source import TOTAL

_SUBPROGRAMME = re.compile(r"паспорт\w*\s+подпрограмм\w*\s*(?:№\s*)?(\d+(?:\.\d+)*)?\s*(\"[^\"]+\")?")
#: not behind «изм.», «им.», «ст.»: a word cut short ends no sentence
_SENTENCE_END = re.compile(r"(?<!\bизм)(?<!\bим)(?<!\bст)(?<!\bсм)\.\s+(?=(?:\d{1,2}[.)] *)?[\"«(]?[А-ЯA-ZІЇЄ])")
GRAND_TOTAL = ((), TOTAL, ALL_YEARS, "amount")
STATEMENT_UNTOLD = "gap.statement-not-understood"
#: so many amounts in a row are stated as volumes, and not by the way
_A_LIST = 3
_NO_PATH = str.maketrans("/:", "  ")


@dataclass(slots=True)
class _Part:
    """One grand total of a statement with what it is made of, as one reading has it.

    Elements and figures number from 0. doubtful: not all of its amounts are named beyond doubt. left: the sums of the
    sentences behind it that were not understood with it.
    """

    sums: list[StatedSum]
    doubtful: bool
    left: list[StatedSum] = field(default_factory=list)
    readable: bool = True
    elements: list[Element] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    evidence: Evidence = field(default_factory=Evidence)


class Passport:
    """Reads statement after statement into one extraction."""

    def __init__(self, extraction: Extraction, words: Wording) -> None:
        self.into = extraction
        self.words = words
        self.contexts = _contexts(extraction.document)

    def read(self, statement: Statement, table: str | None) -> bool:
        """Take the statement's sums into the extraction; False where it states fewer than two."""
        unit = self.words.unit_of(statement.heading)
        best: list[_Part] = []
        for listed in readings(statement.text(), unit, self.words):
            sums = _without_last_list(listed) if statement.cut else listed
            lone_total = table is None and [s.key for s in sums] == [GRAND_TOTAL]
            if len(sums) < 2 and not lone_total:
                return False
            parts = self._apart(sums, statement)
            if not best or _proves_more(parts, best):
                best = parts
        if statement.weak and not _states_volumes(best):
            return False
        for part in best:
            self._take(part, statement, table)
        if statement.cut:
            self.into.gaps.append(Gap("gap.list-breaks-off", statement.pieces[-1][1]))
        return True

    def _apart(self, sums: list[StatedSum], statement: Statement) -> list[_Part]:
        """The grand totals of a statement, each with its own; sentences that a part's sums do without stand apart."""
        found: list[_Part] = []
        for grand in _parts(sums):
            whole = self._part(grand, statement)
            found.append(whole)
            proves = whole.evidence.holding + whole.evidence.weak + whole.evidence.near > 0
            if proves and whole.readable and whole.evidence.broken <= whole.evidence.near:
                continue
            for end in self._sentence_ends(statement.text(), grand):
                first = self._part([s for s in grand if s.start < end], statement)
                if first.readable and first.evidence.holding and not first.evidence.broken:
                    if first.evidence.holding >= whole.evidence.holding:
                        found[-1] = first
                        first.left = [stated for stated in grand if stated.start >= end]
                    break
        return found

    def _sentence_ends(self, text: str, sums: list[StatedSum]) -> list[int]:
        """Where a sentence ends between two sums and what follows does not go on with a list, nor with the volume of a
        further stage; the last one first."""
        ends = (stop.end() for stop in _SENTENCE_END.finditer(text))
        inside = [end for end in ends if sums[0].start < end <= sums[-1].start]
        goes_on = ("of-which", "by-years")
        plain = flat(text)
        following = {end: next(stated for stated in sums if stated.start >= end) for end in inside}
        return [
            end
            for end, first in reversed(following.items())
            if not any(self.words.begins(kind, plain[end:]) for kind in goes_on)
            and (first.period == ALL_YEARS or not self.words.has("statement", plain[end : first.start]))
        ]

    def _part(self, sums: list[StatedSum], statement: Statement) -> _Part:
        twice = _is_told_twice(_without_repeats(sums))
        if twice:
            _tell_apart(sums)
        sums = _without_repeats(sums)
        tree = self.words.vocabulary.source_tree
        told = exhaustive.told([(s.part, tree.get(s.source).parent, s.source_name) for s in sums], self.words)
        part = _Part(sums, twice or any(self._is_doubtful(stated, sums, told) for stated in sums))
        part.readable = not _is_told_twice(sums)
        if part.readable:
            self._fill(part, statement)
            if len(part.elements) == 1:
                take_years_for_those_of_all(part.figures)
            exhaustive.settle(part.elements, part.figures, tree, told)
            part.readable = exhaustive.lists_its_years(part.figures)
            part.evidence = evidence(part.figures, part.elements, tree) + along_years_of_sources(part.figures, tree)
        return part

    def _fill(self, part: _Part, statement: Statement) -> None:
        root = self._element(statement.position, statement.pieces[0][1])
        part.elements.append(root)
        numbers: dict[tuple[str, ...], int] = {(): 0}
        _name_the_total(part.sums)
        for stated in part.sums:
            at = statement.locate(stated.start, stated.end)
            for depth in range(1, len(stated.part) + 1):
                path = stated.part[:depth]
                if path not in numbers:
                    numbers[path] = len(part.elements)
                    above = numbers[path[:-1]]
                    part.elements.append(Element("", "", path[-1], normalise(path[-1]), above, at))
            element = numbers[stated.part]
            figure = Figure("", element, stated.source, stated.period, stated.reading, stated.unit, at)
            figure.source_name, figure.role = stated.source_name, stated.role
            part.figures.append(figure)

    def _take(self, part: _Part, statement: Statement, table: str | None) -> None:
        passports = sum(meaning.role == "passport" for meaning in self.into.tables)
        name = table if table and not any(m.id == table for m in self.into.tables) else f"p{passports + 1}"
        at = statement.pieces[0][1]
        meaning = TableMeaning(name, "passport", statement.heading[:120], self._unit(part.sums), at)
        self.into.tables.append(meaning)
        wrong = part.evidence.broken - part.evidence.near
        if not part.readable or (part.doubtful and wrong > part.evidence.holding):
            meaning.read, meaning.why = False, "table.statement-not-understood"
            self.into.gaps.append(Gap(STATEMENT_UNTOLD, at))
            return
        if table not in (None, name):
            self.into.inside[name] = table
        if table is None:
            self.into.grids[name] = [[text] for text, _ in statement.pieces]
        if len(part.left) >= _A_LIST:
            left = part.left[0]
            self.into.gaps.append(Gap(STATEMENT_UNTOLD, statement.locate(left.start, left.end)))
        first = len(self.into.elements)
        for element in part.elements:
            element.table = name
            element.parent += first if element.parent >= 0 else 0
        for figure in part.figures:
            figure.table, figure.element = name, figure.element + first
            figure.at = figure.at._replace(table=name)
        self.into.elements += part.elements
        self.into.figures += part.figures

    def _is_doubtful(self, stated: StatedSum, sums: list[StatedSum], told: Told) -> bool:
        """Whether an amount is added to another one although no word that is known says that it belongs to it."""
        if stated.part:
            return stated.part[:-1] not in told.parts and any(s.part == stated.part[:-1] for s in sums)
        tree = self.words.vocabulary.source_tree
        if stated.key == GRAND_TOTAL:
            return not stated.grand
        known = stated.source in tree.sources or "/" in stated.source
        wholes = set(tree.ancestors(stated.source)) - told.sources
        return not known and any(s.source in wholes for s in sums)

    def _unit(self, sums: list[StatedSum]) -> str:
        units = [stated.unit for stated in sums]
        code = max(units, key=units.count)
        return unit_title(code, self.into, self.words)

    def _element(self, position: int, at: Locator) -> Element:
        """The programme, or the subprogramme whose passport is the nearest one named above."""
        code = name = ""
        above = [context for context in self.contexts if context[0] <= position]
        if above:
            _, code, name = above[-1]
        return Element("", code, name, code or (normalise(name) if name else ""), -1, at)


def _states_volumes(parts: list[_Part]) -> bool:
    """Whether a paragraph that speaks of money states volumes: its sums show it, or it names all they are made of."""
    total = sum((part.evidence for part in parts), Evidence())
    if total.holding or (total.near and sum(len(part.sums) for part in parts) > 1):
        return True
    return len(parts) == 1 and not parts[0].doubtful and _names_its_parts(parts[0].sums)


def _names_its_parts(sums: list[StatedSum]) -> bool:
    """Whether words name one total, and behind it two sources of it or two years."""
    sources = {stated.source for stated in sums if stated.period == ALL_YEARS and stated.source != TOTAL}
    years = {stated.period for stated in sums if stated.source == TOTAL and is_year(stated.period)}
    return sums[0].key == GRAND_TOTAL and (len(sources) > 1 or len(years) > 1)


def _proves_more(parts: list[_Part], than: list[_Part]) -> bool:
    """Whether one reading is better than another: it proves more sums, or nearly so, and breaks none beyond a slip."""
    if not all(part.readable for part in parts):
        return False
    if not all(part.readable for part in than):
        return True
    one, other = (sum((part.evidence for part in side), Evidence()) for side in (parts, than))
    more = one.holding + one.near > other.holding + other.near and one.holding >= other.holding
    return more and one.broken - one.near <= other.broken - other.near


def _without_repeats(sums: list[StatedSum]) -> list[StatedSum]:
    """«Всего» at the end says once more what stands at the beginning."""
    found: dict[object, StatedSum] = {}
    for stated in sums:
        found.setdefault((*stated.key, stated.unit, stated.reading.value), stated)
    return list(found.values())


def _is_told_twice(sums: list[StatedSum]) -> bool:
    return len({stated.key for stated in sums}) < len(sums)


def _tell_apart(sums: list[StatedSum]) -> None:
    """A second money of one kind, with years of its own, is a source of its own under the name that heads it."""
    begun: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for stated in sums:
        kind = stated.source
        name = stated.source_name if stated.period == ALL_YEARS else stated.headed
        if kind != TOTAL and name:
            own = normalise(name).translate(_NO_PATH)
            if kind in begun and begun[kind] != own:
                renamed[kind] = own
            begun.setdefault(kind, own)
        stated.source = renamed.get(kind, kind)


def _parts(sums: list[StatedSum]) -> list[list[StatedSum]]:
    """A second grand total begins a statement of its own."""
    parts: list[list[StatedSum]] = [[]]
    for stated in sums:
        grand = stated.key == GRAND_TOTAL
        first = next((s for s in parts[-1] if s.key == stated.key), None) if grand else None
        if first is not None and first.reading.value != stated.reading.value:
            parts.append([])
        parts[-1].append(stated)
    return [part for part in parts if part]


def _name_the_total(sums: list[StatedSum]) -> None:
    """A total whose span the listed years do not fill is that span's: the years need not add up to it."""
    span = next((stated.span for stated in sums if stated.source == TOTAL and stated.span), "")
    listed = {year for stated in sums if stated.period != ALL_YEARS for year in years_of(stated.period)}
    if any(is_year(stated.period) for stated in sums) and not listed.issuperset(years_of(span)):
        for stated in sums:
            if stated.period == ALL_YEARS:
                stated.period = span


def _without_last_list(sums: list[StatedSum]) -> list[StatedSum]:
    """Without the years behind the last total, of which the text gives only some."""
    last = max((n for n, stated in enumerate(sums) if stated.period == ALL_YEARS), default=len(sums) - 1)
    return sums[: last + 1]


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

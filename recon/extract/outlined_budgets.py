"""Budgets in numbered items, as decisions of Kazakhstan approve them: revenue, expenditure, net lending, financing.

«1) доходы – …, в том числе: налоговые поступления – …; 2) затраты – …; 3) чистое бюджетное кредитование – …: бюджетные
кредиты – …; погашение – …; 5) дефицит (профицит) – …; 6) финансирование – …». An article is read only if it has these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recon.extract.prose_amounts import ProseAmount, amounts_of, flat, without_list_marks
from recon.extract.statements import Statement
from recon.extract.wording import Wording
from recon.model.document import Document, Paragraph
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL

_REVENUE, _OUTLAY, _RESULT = "balance-revenue", "balance-outlay", "balance-result"
_NET = ("balance-lending", "balance-assets")
_FINANCING = "balance-financing"
_KINDS = (_REVENUE, _OUTLAY, *_NET, _RESULT, _FINANCING)
#: items below whose number stand lines without one, also where no words open them
_WITH_PARTS = (_REVENUE, *_NET, _FINANCING)
_YEAR = re.compile(r"на\s+((?:19|20)\d\d)\s*(?:год|г\.)")
#: a further article begins with its number and a word, also right behind a note on the one before
_ARTICLE = re.compile(r"(?:\A|.*\)\s*\.)\s*\"?\s*\d{1,2}(?:-\d{1,2})?\.(?!\d)\s*[^\W\d]")
_NAME_BEGINS = re.compile(r"[;:\n]")
_MAY_STATE = re.compile(r"\d|[-–—:]\s*_{2}")
_AROUND = " \t\n,;:.–—-\"()"
_MOST_PARAGRAPHS = 40


@dataclass(slots=True)
class _Line:
    """One line. kind: "" for one that no word knows. parts: the lines below it that its words open."""

    kind: str
    name: str
    amount: ProseAmount
    opens: bool = False
    parts: list[_Line] = field(default_factory=list)


def read_outlined_budgets(document: Document, extraction: Extraction, words: Wording) -> set[int]:
    """Put each such budget into the extraction as a table of its own; the paragraphs that were read, from 1."""
    read: set[int] = set()
    for passage, year in _passages(document, words):
        lines = _lines(flat(passage.text()), words)
        if lines and _is_whole(lines):
            _take(passage, lines, year, extraction)
            read |= {at.paragraph for _, at in passage.pieces if at.paragraph}
    return read


def _passages(document: Document, words: Wording) -> Iterator[tuple[Statement, str]]:
    """The paragraphs from one that states the revenue on, with the year that the words before them name."""
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    taken = 0
    year = ALL_YEARS
    for first, block in enumerate(blocks):
        if first < taken or not _states_revenue(block.text, words):
            continue
        pieces: list[tuple[str, Locator]] = []
        for n, each in enumerate(blocks[first : first + _MOST_PARAGRAPHS], first):
            ends = _ARTICLE.match(each.text) or not _MAY_STATE.search(each.text) or _states_revenue(each.text, words)
            if n > first and ends:
                break
            at = Locator(document.path, each.line, row=n - first + 1, column=1, page=each.page, paragraph=n + 1)
            pieces.append((each.text, at))
        taken = first + len(pieces)
        before = [flat(each.text) for each in blocks[max(0, first - 3) : first]]
        # a further budget of the same decision, «По … сельскому округу:», is of the year that was named before
        year = next((years[-1] for text in reversed(before) if (years := _YEAR.findall(text))), year)
        yield Statement("", first, pieces), year


def _states_revenue(text: str, words: Wording) -> bool:
    plain, _ = without_list_marks(flat(text))
    name = re.split(r"\s[-:]\s|\d", plain.strip(_AROUND), maxsplit=1)[0].strip(_AROUND)
    return words.begins(_REVENUE, name) is not None and any(map(str.isdigit, plain))


def _lines(plain: str, words: Wording) -> list[_Line]:
    """The items of an article with their parts; nothing where one is not understood."""
    plain, depths = without_list_marks(plain)
    items: list[_Line] = []
    at = 0
    for amount in amounts_of(plain, "", words):
        between = plain[at : amount.begins]
        numbered = any(at <= place < amount.begins for place in depths)
        name = _NAME_BEGINS.split(between.rstrip(_AROUND))[-1].strip(_AROUND)
        name = name[begun.end() :].strip(_AROUND) if (begun := words.begins("of-which", name)) else name
        kind = next((kind for kind in _KINDS if words.begins(kind, name)), "")
        line = _Line(kind, " ".join(name.split()), amount)
        opened = words.has("of-which", between) or ":" in between
        at = amount.after
        if not name:
            return []
        if numbered or (kind and not any(item.kind == kind for item in items)) or not items:
            items.append(line)
            continue
        if opened and items[-1].parts:
            return []  # a list inside a list: what it is of is not told
        if not (opened or items[-1].opens or items[-1].kind in _WITH_PARTS):
            return []
        items[-1].opens = True
        items[-1].parts.append(line)
    return items


def _is_whole(lines: Sequence[_Line]) -> bool:
    kinds = [line.kind for line in lines if line.kind]
    once = len(set(kinds)) == len(kinds)
    return once and {_REVENUE, _OUTLAY, _RESULT} < set(kinds)


def _take(passage: Statement, lines: Sequence[_Line], year: str, extraction: Extraction) -> None:
    name = f"p{sum(table.id.startswith('p') for table in extraction.tables) + 1}"
    extraction.grids[name] = [[text] for text, _ in passage.pieces]
    at = passage.pieces[0][1]._replace(table=name)
    extraction.tables.append(TableMeaning(name, "passport", "", lines[0].amount.unit, at))
    root = len(extraction.elements)
    extraction.elements.append(Element(name, "", "", name, -1, at))

    def place_of(line: _Line) -> Locator:
        return passage.locate(line.amount.begins, line.amount.end)._replace(table=name)

    def element(line: _Line, above: int) -> int:
        key = f"{name} {line.name}"
        extraction.elements.append(Element(name, "", line.name, key, above, place_of(line)))
        return len(extraction.elements) - 1

    def figure(line: _Line, of: int) -> None:
        reading, unit = line.amount.reading, line.amount.unit
        extraction.figures.append(Figure(name, of, TOTAL, year, reading, unit, place_of(line)))

    for line in lines:
        own = element(line, root)
        figure(line, own)
        # parts of all but the revenue have signs of their own: they are no addends, and stand beside their line
        above = own if line.kind == _REVENUE and len(line.parts) > 1 else root
        for part in line.parts:
            figure(part, element(part, above))

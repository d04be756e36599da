"""What a decision on a budget states of the whole of it: revenue, expenditure, deficit or surplus, of each year.

«Утвердить основные характеристики бюджета на 2031 год: 1) общий объем доходов … в сумме …; 2) общий объем расходов …
на 2032 год в сумме … и на 2033 год …; 3) дефицит …». An article is read only if it states all three of a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from recon.extract.passports import STATEMENT_UNTOLD
from recon.extract.prose_amounts import ProseAmount, amounts_of, flat, without_list_marks
from recon.extract.statements import Statement
from recon.extract.wording import Wording
from recon.model.amount import State
from recon.model.document import Document, Paragraph
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL

_REVENUE, _OUTLAY, _RESULT = _LINES = ("decision-revenue", "decision-outlay", "decision-result")
_YEAR = re.compile(r"(?:на|за)\s+((?:19|20)\d\d)\s*(?:год|г\.)")
_SPAN = re.compile(r"(?:19|20)\d\d\s*(?:-|и|год\w* и на)\s*(?:19|20)\d\d|планов\w+ период")
#: an item ends where the next begins
_ITEM_ENDS = re.compile(r";|(?<=[\s.])[а-я]\)")
#: an article begins a paragraph, or stands behind the end of another, with its number
_ARTICLE = re.compile(r"(?:\A|(?<=[.:;]\s)|(?<=\n))\s*(?:статья\s+)?\d{1,2}\.(?!\d)\s*(?=[а-яё])")
#: what may stand between the beginning of an item, a mark that was blanked too, and the name of a line
_BEFORE = re.compile(r"(?:\A|[,;:.-]|\n {2}|\bи|[а-я]\))[\s-]*(?:(?:и|с|прогнозируем\w*|размер)\s+)*\Z")
_LONGEST_BEFORE = 60
#: paragraphs before and behind the one that tells the result
_BEFORE_RESULT, _BEHIND_RESULT = 16, 2
#: a result that is off by more than such a part of the expenditure was misread rather than misprinted
_FAR = 10


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a budget. kind: of the three. name: as printed. begin, end: of the amount in the passage."""

    kind: str
    name: str
    year: str
    begin: int
    end: int
    amount: ProseAmount


def read_budget_decisions(document: Document, extraction: Extraction, words: Wording, taken: Set[int]) -> set[int]:
    """Put the lines of each article that states a budget as a whole into the extraction, as a table of its own.

    taken: paragraphs that were read already. Returns those that are read so, from 1: no other statement begins there.
    """
    read: set[int] = set()
    for passage in _passages(document, words):
        if any(at.paragraph in taken for _, at in passage.pieces):
            continue
        plain = flat(passage.text())
        begins = [found.start() for found in _ARTICLE.finditer(plain)]
        for begin, end in pairwise([0, *begins, len(plain)]):
            changes = words.has("change", plain[begin:end])  # «увеличить на … рублей» tells a difference
            told = [] if changes else list(_lines(plain, begin, end, words))
            lines = _complete(told)
            if lines:
                _take(passage, lines, extraction)
            places = [passage.locate(line.begin, line.end) for line in told]
            if lines or read & {at.paragraph for at in places}:
                read |= {at.paragraph for at in places if at.paragraph}
                extraction.gaps += [Gap(STATEMENT_UNTOLD, places[0])] if len(lines) < len(told) else []
    return read


def _passages(document: Document, words: Wording) -> Iterator[Statement]:
    """Paragraphs around each that tells a result: with those before it, from the beginning of its article on."""
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    told = [n for n, block in enumerate(blocks) if words.has("balance-result", block.text)]
    last = -1
    for n in told:
        if n <= last:
            continue
        earliest = max(last + 1, n - _BEFORE_RESULT)
        first = next((k for k in range(n, earliest, -1) if _ARTICLE.match(flat(blocks[k].text))), earliest)
        last = min(n + _BEHIND_RESULT, len(blocks) - 1)
        pieces = [
            (block.text, Locator(document.path, block.line, row=row, column=1, page=block.page, paragraph=k))
            for row, (k, block) in enumerate(list(enumerate(blocks, start=1))[first : last + 1], start=1)
        ]
        yield Statement("", first, pieces)


def _lines(plain: str, begin: int, end: int, words: Wording) -> Iterator[_Line]:
    """The lines of one article, in order."""
    article, _ = without_list_marks(plain[begin:end])
    amounts = [amount for amount in amounts_of(article, "", words) if amount.reading.state is State.STATED]
    names = sorted(_names(article, words))
    lead = article[: names[0][0]] if names else ""
    years = [] if _SPAN.search(lead) else _YEAR.findall(lead)
    for (start, stop, kind), (following, *_) in pairwise([*names, (len(article), len(article), "")]):
        ends = _ITEM_ENDS.search(article, stop)
        until = min(following, ends.start()) if ends else following
        name = " ".join(article[start:stop].split())
        inside = [amount for amount in amounts if stop <= amount.start < until]
        for year, amount in _by_years(article, stop, until, inside, years[-1] if years else "", words):
            yield _Line(kind, name, year, begin + amount.begins, begin + amount.end, amount)


def _names(article: str, words: Wording) -> Iterator[tuple[int, int, str]]:
    """Where lines of the budget as a whole are named: at the beginning of an item, not inside one."""
    for kind in _LINES:
        for found in words.every(kind, article):
            before = article[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
            if found[0].startswith("по ") or _BEFORE.search(before):
                yield found.start(), found.end(), kind


def _by_years(
    article: str, start: int, stop: int, amounts: Sequence[ProseAmount], year: str, words: Wording
) -> Iterator[tuple[str, ProseAmount]]:
    """The amount of each year that an item tells; what stands behind «в том числе» is inside the one before."""
    at = start
    waiting: ProseAmount | None = None
    for amount in amounts:
        between = article[at : amount.start]
        told = _YEAR.findall(between)
        first = at == start
        part = words.last_match("of-which", between)
        if waiting is not None and told:
            yield told[0], waiting  # «в сумме 5,0 рублей на 2031 год»
            waiting = None
        elif part is None and (first or told):
            year = told[-1] if told else year
            if year:
                yield year, amount
            elif first:
                waiting = amount
        elif part is not None and first:
            return
        at = amount.after
    if waiting is not None:
        yield next(iter(_YEAR.findall(article[at:stop])), ALL_YEARS), waiting


def _complete(lines: Iterable[_Line]) -> list[_Line]:
    """The lines of the years that are told whole: the first of each kind, none of them far off the others."""
    years: dict[str, dict[str, _Line]] = {}
    for line in lines:
        years.setdefault(line.year, {}).setdefault(line.kind, line)
    return [line for told in years.values() if _is_whole(told) for line in told.values()]


def _is_whole(told: Mapping[str, _Line]) -> bool:
    if len(told) < len(_LINES) or len({line.amount.unit for line in told.values()}) > 1:
        return False
    revenue, outlay, result = (told[kind].amount.reading.value or Decimal(0) for kind in _LINES)
    return min(abs(abs(revenue - outlay) - abs(result)), abs(revenue - outlay - result)) * _FAR <= abs(outlay)


def _take(passage: Statement, lines: Sequence[_Line], extraction: Extraction) -> None:
    places = [passage.locate(line.begin, line.end) for line in lines]
    name = f"p{sum(table.id.startswith('p') for table in extraction.tables) + 1}"
    extraction.grids[name] = [[text] for text, _ in passage.pieces]
    at = passage.pieces[0][1]._replace(table=name)
    extraction.tables.append(TableMeaning(name, "passport", "", lines[0].amount.unit, at))
    root = len(extraction.elements)
    extraction.elements.append(Element(name, "", "", name, -1, at))
    rows: dict[str, int] = {}
    for line, place in zip(lines, places, strict=True):
        if line.kind not in rows:
            rows[line.kind] = len(extraction.elements)
            key = f"{name} {line.kind}"
            extraction.elements.append(Element(name, "", line.name, key, root, place._replace(table=name)))
        extraction.figures.append(
            Figure(
                name, rows[line.kind], TOTAL, line.year, line.amount.reading, line.amount.unit,
                place._replace(table=name),
            )
        )  # fmt: skip

"""Amounts of a page in English that were flattened one behind the other, with their total among them or apart.

A page read column by column keeps its amounts in lists and its names elsewhere. That many long numbers add up to
another one is no chance, so a list is taken where its sum holds, or where a slip of the pen is all that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recon.extract.numbers import read_number
from recon.extract.slips import is_slip
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State
from recon.model.document import Document, Paragraph
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL

_AMOUNT = re.compile(r"(?<![\w.,])(?:\(\d{1,3}(?:,\d{3})+\)|-?\d{1,3}(?:,\d{3})+)(?![\w.,]\d)")
_LETTER = re.compile(r"[^\W\d_]")
#: amounts of a list, before its sum can prove that it is one
_FEWEST = 4
#: amounts that stand alone on a line, before it is a list of its own
_MOST_ALONE = 2


@dataclass(frozen=True, slots=True)
class _Amount:
    """One amount. name: the words before it. at: its paragraph and its characters in it. text: of that paragraph."""

    value: int
    raw: str
    name: str
    at: Locator
    text: str


@dataclass(frozen=True, slots=True)
class _Sum:
    total: _Amount
    parts: list[_Amount]


def read_figure_lists(document: Document, extraction: Extraction, words: Wording) -> None:
    """Put the lists of a document whose sums hold into its extraction, as one table."""
    taken = {figure.at.line for figure in extraction.figures}
    lines = [line for line in _lines(document) if line and line[0].at.line not in taken]
    alone = [amount for line in lines if len(line) <= _MOST_ALONE for amount in line]
    lists = [line for line in lines if len(line) > _FEWEST]
    found = [one for line in lists for one in _sums(line, alone, len(lists) == 1, words)]
    unit = words.unit_of("$") if any("$" in b.text for b in document.blocks if isinstance(b, Paragraph)) else ""
    if found:
        _take(found, unit, extraction)


def _lines(document: Document) -> Iterator[list[_Amount]]:
    number = 0
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        number += 1
        amounts: list[_Amount] = []
        end = 0
        for found in _AMOUNT.finditer(block.text):
            at = Locator(document.path, block.line, row=1, column=1, paragraph=number, span=found.span())
            value = int(re.sub(r"[^\d-]", "", found[0])) * (-1 if found[0].startswith("(") else 1)
            name = block.text[end : found.start()].strip(" $:;,-–—")
            amounts.append(_Amount(value, found[0], name, at, block.text))
            end = found.end()
        yield amounts


def _sums(line: list[_Amount], alone: list[_Amount], only: bool, words: Wording) -> list[_Sum]:
    """The sums that a list holds; all of it as one sum where its total is named in it, or stands apart."""
    named = sum(bool(_LETTER.search(amount.name)) for amount in line[1:])
    if named and words.begins("budget-total", normalise(line[-1].name)) is None:
        return []  # amounts among words are prose
    if not named:
        inner = _inner_sums(line)
        if inner:
            return inner
        total = sum(amount.value for amount in line)
        lone = {amount.value: amount for amount in reversed(alone)}
        if total in lone:
            return [_Sum(lone[total], line)]
        near = [amount for amount in alone if only and len(lone) == 1 and is_slip(amount.value, total)]
        return [_Sum(near[0], line)] if near else []
    total = sum(amount.value for amount in line[:-1])
    return [_Sum(line[-1], line[:-1])] if total == line[-1].value or is_slip(line[-1].value, total) else []


def _inner_sums(line: list[_Amount]) -> list[_Sum]:
    """Amounts, their total, other amounts, their total: where one total stands twice, one of its sums may fail."""
    found: list[_Sum] = []
    parts: list[_Amount] = []
    for n, amount in enumerate(line):
        if len(parts) >= _FEWEST and (
            sum(part.value for part in parts) == amount.value
            or (found and found[-1].total.value == amount.value)
            or _closes_second(line, n)
        ):
            found.append(_Sum(amount, parts))
            parts = []
        else:
            parts = [*parts, amount]
    return found


def _closes_second(line: list[_Amount], n: int) -> bool:
    """Whether the amounts behind this one add up to it, and it stands there once more."""
    total = 0
    for count, amount in enumerate(line[n + 1 :]):
        if amount.value == line[n].value:
            return count >= _FEWEST and total == amount.value
        total += amount.value
    return False


def _take(sums: list[_Sum], unit: str, extraction: Extraction) -> None:
    passports = sum(meaning.id.startswith("p") for meaning in extraction.tables)
    name = f"p{passports + 1}"
    used = {amount.at.paragraph: amount.text for one in sums for amount in [one.total, *one.parts]}
    rows = {paragraph: row for row, paragraph in enumerate(sorted(used, key=lambda n: n or 0), start=1)}
    extraction.grids[name] = [[used[paragraph]] for paragraph in rows]
    at = sums[0].parts[0].at._replace(table=name)
    extraction.tables.append(TableMeaning(name, "financing", "", unit, at))
    if not unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    if not any(_LETTER.search(part.name) for one in sums for part in one.parts[1:]):
        extraction.gaps.append(Gap("gap.lost-head", at))
    for number, one in enumerate(sums, start=1):
        root = len(extraction.elements)
        for n, amount in enumerate([one.total, *one.parts]):
            place = amount.at._replace(table=name, row=rows[amount.at.paragraph])
            label = amount.name if _LETTER.search(amount.name) else f"{number}.{n}" if n else f"{number}"
            key = f"{name} {number} {n}"
            extraction.elements.append(Element(name, "", label, key, root if n else -1, place))
            reading = Reading(State.STATED, read_number(str(amount.value)).value, 0, amount.raw)
            extraction.figures.append(Figure(name, root + n, TOTAL, ALL_YEARS, reading, unit, place))

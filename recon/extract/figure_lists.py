"""Amounts of a page in English that were flattened one behind the other, with their total among them or apart.

A page read column by column keeps its amounts in lists and its names elsewhere. That many long numbers add up to
another one is no chance, so a list is taken where its sum holds, or where a slip of the pen is all that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from recon.extract.listed_sums import Amount, Sum, take
from recon.extract.slips import is_slip
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State
from recon.model.document import Document, Paragraph
from recon.model.figure import Extraction
from recon.model.locator import Locator

_AMOUNT = re.compile(r"(?<![\w.,])(?:\(\d{1,3}(?:,\d{3})+\)|-?\d{1,3}(?:,\d{3})+)(?![\w.,]\d)")
_LETTER = re.compile(r"[^\W\d_]")
#: amounts of a list, before its sum can prove that it is one
_FEWEST = 4
#: amounts that stand alone on a line, before it is a list of its own
_MOST_ALONE = 2


def read_figure_lists(document: Document, extraction: Extraction, words: Wording) -> None:
    """Put the lists of a document whose sums hold into its extraction, as one table."""
    taken = {figure.place.line for figure in extraction.figures}
    lines = [line for line in _lines(document) if line and line[0].at.line not in taken]
    alone = [amount for line in lines if len(line) <= _MOST_ALONE for amount in line]
    lists = [line for line in lines if len(line) > _FEWEST]
    found = [one for line in lists for one in _sums(line, alone, len(lists) == 1, words)]
    unit = words.unit_of("$") if any("$" in b.text for b in document.blocks if isinstance(b, Paragraph)) else ""
    if found:
        take(found, unit, extraction)


def _lines(document: Document) -> Iterator[list[Amount]]:
    number = 0
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        number += 1
        amounts: list[Amount] = []
        end = 0
        for found in _AMOUNT.finditer(block.text):
            at = Locator(document.path, block.line, row=1, column=1, paragraph=number, span=found.span())
            value = Decimal(re.sub(r"[^\d-]", "", found[0])) * (-1 if found[0].startswith("(") else 1)
            name = block.text[end : found.start()].strip(" $:;,-–—")
            amounts.append(Amount(Reading(State.STATED, value, 0, found[0]), name, at, block.text))
            end = found.end()
        yield amounts


def _sums(line: list[Amount], alone: list[Amount], only: bool, words: Wording) -> list[Sum]:
    """The sums that a list holds; all of it as one sum where its total is named in it, or stands apart."""
    named = sum(bool(_LETTER.search(amount.name)) for amount in line[1:])
    if named and words.begins("budget-total", normalise(line[-1].name)) is None:
        return []  # amounts among words are prose
    if not named:
        inner = _inner_sums(line)
        if inner:
            return inner
        total = sum((amount.value for amount in line), Decimal(0))
        lone = {amount.value: amount for amount in reversed(alone)}
        if total in lone:
            return [Sum(lone[total], line)]
        near = [amount for amount in alone if only and len(lone) == 1 and is_slip(int(amount.value), int(total))]
        return [Sum(near[0], line)] if near else []
    total = sum((amount.value for amount in line[:-1]), Decimal(0))
    return [Sum(line[-1], line[:-1])] if total == line[-1].value or is_slip(int(line[-1].value), int(total)) else []


def _inner_sums(line: list[Amount]) -> list[Sum]:
    """Amounts, their total, other amounts, their total: where one total stands twice, one of its sums may fail."""
    found: list[Sum] = []
    parts: list[Amount] = []
    for n, amount in enumerate(line):
        if len(parts) >= _FEWEST and (
            sum(part.value for part in parts) == amount.value
            or (found and found[-1].total.value == amount.value)
            or _closes_second(line, n)
        ):
            found.append(Sum(amount, parts))
            parts = []
        else:
            parts = [*parts, amount]
    return found


def _closes_second(line: list[Amount], n: int) -> bool:
    """Whether the amounts behind this one add up to it, and it stands there once more."""
    total = Decimal(0)
    for count, amount in enumerate(line[n + 1 :]):
        if amount.value == line[n].value:
            return count >= _FEWEST and total == amount.value
        total += amount.value
    return False

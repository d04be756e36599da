"""Lines that each name one amount, closed by a line that calls its amount the total: «Grants £1.169m … Total £3.981m».

What is added is told by the lines themselves, so that no words have to lead to them; but such a list is taken only
where its sum holds, or where a slip of the pen is all that it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recon.extract.adds_up import weigh
from recon.extract.listed_sums import Amount, Sum, take
from recon.extract.prose_amounts import ProseAmount, amounts_of, flat
from recon.extract.wording import Wording, normalise
from recon.model.amount import State
from recon.model.document import Document, Paragraph
from recon.model.figure import Extraction
from recon.model.locator import Locator

_NAME = re.compile(r"[^\W\d].{0,100}", re.DOTALL)
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 200
_FEWEST_PARTS = 3


def read_closed_lists(document: Document, extraction: Extraction, words: Wording) -> None:
    """Put the lists whose sums hold into the extraction; lines that something else was read from are not asked."""
    found = [*_lists(document, words)]
    taken = {figure.place.paragraph for figure in extraction.figures} if found else set()
    for unit, parts, total in found:
        told = {amount.at.paragraph for amount in (*parts, total)}
        proof = weigh(total.reading, [part.reading for part in parts])
        if not told & taken and (proof.holding or proof.slips):
            take([Sum(total, parts)], unit, extraction)


def _lists(document: Document, words: Wording) -> Iterator[tuple[str, list[Amount], Amount]]:
    """Unit, parts and total of each run of such lines."""
    run: list[Amount] = []
    unit = ""
    number = 0
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            run = []
            continue
        number += 1
        if not block.text.strip():
            continue
        one = _only_amount(block.text, words)
        if run and one is not None and one.unit != unit and one.reading.value == 0:
            continue  # «£0» among millions
        if one is None or (run and one.unit != unit):
            run = []
        if one is None:
            continue
        unit = one.unit
        name = block.text[: one.begins].strip(" \t:-–—.")
        at = Locator(document.path, block.line, row=1, column=1, paragraph=number, span=(one.start, one.end))
        amount = Amount(one.reading, name, at, block.text)
        closes = any(words.begins(kind, normalise(name)) for kind in ("total", "budget-total"))
        if closes and len(run) >= _FEWEST_PARTS:
            yield unit, run, amount
        run = [] if closes else [*run, amount]


def _only_amount(text: str, words: Wording) -> ProseAmount | None:
    """The amount that ends a line and is alone in it, behind a name without a number."""
    if len(text) > _LONGEST_LINE or not _DIGIT.search(text):
        return None
    plain = flat(text)
    amounts = amounts_of(plain, "", words)
    if len(amounts) != 1 or amounts[0].reading.state is not State.STATED:
        return None
    name, behind = plain[: amounts[0].begins].strip(" -:"), plain[amounts[0].after :].strip(" ;,.")
    return amounts[0] if _NAME.fullmatch(name) and not behind and not _DIGIT.search(name) else None

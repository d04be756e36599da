"""Whether commas part thousands in a document («1,250» is twelve hundred and fifty), as its other numbers show.

One number does not tell: «1,250» is one and a quarter in a Russian table. All numbers of a document together do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from recon.extract.numbers import read_number
from recon.model.amount import State
from recon.model.document import Cell, Document, Table, texts_of

#: «1,309,408,999», «1,234.5»: no decimal comma looks so
_SURE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d+)(?![\d,])")
#: what each such number has in it, and is found far faster
_THREE_BEHIND = re.compile(r",\d{3}")
#: «12,5», «0,125», «1234,567», «14 861,917»: a decimal comma
_DECIMAL = re.compile(
    r"(?<![\d.,])(?:\d+,(?:\d{1,2}|\d{4,})|0\d*,\d+|\d{4,},\d+|\d{1,3}[ \u00a0\u2009\u202f]\d{3},\d{3})(?![\d,])"
)
_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])")
#: a whole number of a thousand and more without any mark, where it is no year
_UNMARKED = re.compile(r"(?<![\d.,/-])(?!(?:19|20)\d\d(?!\d))[1-9]\d{3,}(?![\d,/-])")
_SMALL = re.compile(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w.,/-])")
_PRICED = re.compile(r"[$£]\s?[1-9]\d{0,2},\d{3}(?![\d,])")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_PARTED = re.compile(r"\W{0,3}\d{1,3}(?:,\d{3})+\W*")


def commas_part_thousands(document: Document) -> bool:
    """Whether a number of this document shows it beyond doubt, or all of them together do, and none denies it."""
    rows = list(_rows(document))
    whole = "\n".join(map("\n".join, rows))  # one search, not one for each cell: no number goes on over a line end
    sure = _THREE_BEHIND.search(whole) is not None and _SURE.search(whole) is not None
    if sure or not _CYRILLIC.search(whole):
        return not _DECIMAL.search(whole) and (sure or _shown_together([*chain.from_iterable(rows)]))
    return False


def _shown_together(texts: list[str]) -> bool:
    """Commas with three digits behind them only, small numbers without any or signs of a currency before them, and no
    large number without one."""
    listed = [text for text in texts if _COMMA.search(text)]
    commas = sum(len(_COMMA.findall(text)) for text in listed)
    small = any(_SMALL.search(text) or _PRICED.search(text) for text in listed)
    small = small or any(_SMALL.fullmatch(text) for text in texts)
    return commas > 1 and small and not any(_UNMARKED.search(text) for text in texts)


def _rows(document: Document) -> Iterator[list[str]]:
    """The texts of each row, and each paragraph by itself."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from map(texts_of, block.rows)
        else:
            yield [block.text]


def with_thousands(document: Document) -> Document:
    """The document with the exact value of every cell that such a number fills."""
    blocks = [
        replace(block, rows=[[of_thousands(cell) for cell in row] for row in block.rows])
        if isinstance(block, Table)
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=blocks)


def of_thousands(cell: Cell) -> Cell:
    if cell.number is not None or not _PARTED.fullmatch(cell.text):
        return cell
    reading = read_number(cell.text.replace(",", ""))
    return replace(cell, number=reading.value, decimals=0) if reading.state is State.STATED else cell

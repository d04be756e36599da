"""Cells that list what their amount is made of, «1 450,0 (у тому числі: … – 1 300,0; … – 150,0)»: taken apart as rows.

The names stand in the first cell of a row alone; the cells beside it repeat only their amounts: «500,0», «– 450,0;»,
«– 50,0».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recon.extract.grids import GridRow
from recon.extract.loose import is_value
from recon.model.document import Cell

_ITEM = re.compile(r"(?P<name>.*?)\s*[-–—]\s*(?P<amount>\d[\d\s.,]*\d|\d)\s*(?P<goes_on>;?)[)\s.]*")
_OPENED = re.compile(r"(?P<amount>[^(:]*\d)\s*(?:\([^()]*)?:?")


@dataclass(slots=True)
class _Listing:
    """An amount and the items behind it. length: how many lines they take up."""

    length: int
    amount: str
    names: list[str]
    amounts: list[str]


def without_listings(cells: Sequence[tuple[int, Cell]]) -> list[tuple[int, Cell]]:
    """The same cells, one a line, with every row whose cells list their parts followed by a row for each part.

    cells: each with the position of its block.
    """
    lines = [cell.text for _, cell in cells]
    found: list[tuple[int, Cell]] = []
    at = 0
    while at < len(cells):
        row = _row_of_listings(lines, at)
        if not row:
            found.append(cells[at])
            at += 1
            continue
        begins = [at + sum(own.length for own in row[:n]) for n in range(len(row))]
        found += [_said(cells[begin], own.amount) for begin, own in zip(begins, row, strict=True)]
        for n, name in enumerate(row[0].names, start=1):
            found.append(_said(cells[at + n], name))
            found += [_said(cells[begin + n], own.amounts[n - 1]) for begin, own in zip(begins, row, strict=True)]
        at += sum(own.length for own in row)
    return found


def _said(cell: tuple[int, Cell], text: str) -> tuple[int, Cell]:
    return cell[0], replace(cell[1], text=text)


def parts_of_listings(row: GridRow) -> list[GridRow]:
    """The same row and one for each part that its cells list; nothing where they list none."""
    lines = [[line for line in text.split("\n") if line.strip()] for text in row.texts]
    listed = {j: own for j, each in enumerate(lines) if (own := _listing(each)) and own.length == len(each)}
    first = min(listed, default=0)
    if not first or not _are_of_one_row([*listed.values()]):
        return []
    parts = [_with_texts(row, {j: own.amount for j, own in listed.items()})]
    for n, name in enumerate(listed[first].names):
        blank = dict.fromkeys(range(len(lines)), "")
        parts.append(_with_texts(row, {**blank, first - 1: name, **{j: own.amounts[n] for j, own in listed.items()}}))
    return parts


def _with_texts(row: GridRow, texts: dict[int, str]) -> GridRow:
    said = [texts.get(j, text) for j, text in enumerate(row.texts)]
    cells = [
        replace(cell, text=text, number=None) if cell is not None and text != cell.text else cell
        for text, cell in zip(said, row.cells, strict=True)
    ]
    return GridRow(row.number, said, cells, row.source)


def _row_of_listings(lines: Sequence[str], at: int) -> list[_Listing]:
    """The listings of one row that follow one another from here."""
    row: list[_Listing] = []
    while (own := _listing(lines, at)) is not None and (not row or _are_of_one_row([*row, own])):
        row.append(own)
        at += own.length
    return row if _are_of_one_row(row) else []


def _are_of_one_row(listings: Sequence[_Listing]) -> bool:
    """Whether the first has names, and the others as many amounts without."""
    return len(listings) > 1 and all(listings[0].names) and all(
        not any(own.names) and len(own.amounts) == len(listings[0].amounts) for own in listings[1:]
    )


def _listing(lines: Sequence[str], begin: int = 0) -> _Listing | None:
    """An amount on this line, then at least two items, each but the last with a semicolon behind it."""
    opened = _OPENED.fullmatch(lines[begin]) if begin < len(lines) else None
    if opened is None or not is_value(opened["amount"]):
        return None
    names: list[str] = []
    amounts: list[str] = []
    for at in range(begin + 1, len(lines)):
        item = _ITEM.fullmatch(lines[at])
        if item is None or not is_value(item["amount"]):
            return None
        names.append(item["name"])
        amounts.append(item["amount"])
        if not item["goes_on"]:
            break
    return _Listing(1 + len(amounts), opened["amount"], names, amounts) if len(amounts) > 1 else None

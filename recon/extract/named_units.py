"""Indicators that other parts of a document name with their unit: «Количество услуг, единиц» among activities."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from recon.extract.grids import Grid
from recon.extract.indicator_values import is_money, kind_of, split_unit
from recon.extract.indicators import joined
from recon.extract.places import place_in
from recon.extract.wording import Wording
from recon.model.document import Document, Paragraph
from recon.model.indicator import NamedUnit
from recon.model.locator import Locator

_SHORTEST = 20
_LONGEST = 1500
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|[-–—•])\s*")
_PARTS = re.compile(r";|\n")


def named_units(document: Document, grids: Iterable[Grid], aside: Container[str], words: Wording) -> list[NamedUnit]:
    """Every text that ends with a unit, in prose and in tables that are not of indicators (`aside` are those)."""
    texts = [*_of_prose(document)]
    for grid in grids:
        if grid.id not in aside:
            texts += _of_table(grid, document.path, words)
    found = []
    for text, at in texts:
        name, unit = split_unit(_NUMBERED.sub("", text), words)
        if unit and len(name) >= _SHORTEST and not is_money(unit, words):
            found.append(NamedUnit(name, unit, kind_of(unit, words), at))
    return found


def _of_prose(document: Document) -> Iterator[tuple[str, Locator]]:
    prose = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            prose += 1
            at = Locator(document.path, block.line, column=1, paragraph=prose, page=block.page, bbox=block.bbox)
            if len(block.text) <= _LONGEST:
                yield from ((part, at) for part in _PARTS.split(block.text) if len(part) >= _SHORTEST)


def _of_table(grid: Grid, document: str, words: Wording) -> Iterator[tuple[str, Locator]]:
    """Texts of each column; one that has no unit yet goes on behind a page break."""
    for column in range(grid.width):
        begun: tuple[str, Locator] | None = None
        for i, row in enumerate(grid.rows):
            text = " ".join(row.texts[column].split())
            if not text:
                continue
            goes_on = i in grid.starts and begun is not None and not split_unit(begun[0], words)[1]
            if goes_on and begun is not None:
                begun = joined(begun[0], text), begun[1]
                continue
            if begun is not None:
                yield begun
            parts = _PARTS.split(row.texts[column])
            at = place_in(document, grid, row, column)
            yield from ((part, at) for part in parts[:-1] if len(part) >= _SHORTEST)
            begun = (" ".join(parts[-1].split()), at)
        if begun is not None:
            yield begun

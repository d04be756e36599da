"""Scales of points as footnotes and texts print them: «5,0 - обучено 50 – 100,00%», «свыше 90 % – 5 баллов»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from recon.extract.wording import normalise
from recon.model.document import Document, Paragraph, Table
from recon.model.locator import Locator
from recon.model.statistics import Band, Scale

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_PERCENT = r"(?: ?(?:%|процент\w*))?"
_UP = r"(более|свыше|выше|больше|>|не менее|не ниже|>=|≥|от|at least|more than|over)"
_DOWN = r"(?:менее|ниже|меньше|до|не более|<=|<|≤|less than|under|below)"
#: the range of a band: from–to, from on, up to
_RANGE = (
    rf"(?:(?:от )?{_NUMBER}{_PERCENT} ?(?:-|до|to) ?{_NUMBER}{_PERCENT}"
    rf"|{_UP} ?{_NUMBER}{_PERCENT}(?: и (?:более|выше))?|{_NUMBER}{_PERCENT} и (?:более|выше)"
    rf"|{_DOWN} ?{_NUMBER}{_PERCENT})"
)
_BALLS = r" ?(?:балл\w*|б\.?|points?)?"
_POINTS_FIRST = re.compile(rf"{_NUMBER}{_BALLS} ?[-:=] ?(?:[^\d%:;]*? )??{_RANGE}(?: [^\d%]*)?")
_RANGE_FIRST = re.compile(rf"(?:[^\d%:;]*? )??{_RANGE}(?: [^\d%:;-]*?)? ?[-:=] ?{_NUMBER}{_BALLS}")
_EXCLUSIVE = frozenset({"более", "свыше", "выше", "больше", ">", "more than", "over"})
_FEWEST_BANDS = 3
_LONGEST_LINE = 120
#: how far one band may end before the next begins: «49,99» and «50», «49» and «50»
_WIDEST_GAP = 1


def scales_of(document: Document) -> list[Scale]:
    """Every scale of a document, wherever three bands or more stand one under another and follow on each other."""
    found = []
    run: list[tuple[Band, Locator, int]] = []
    for line in [*_lines(document), None]:
        band = band_of(line[0]) if line is not None else None
        if band is not None and line is not None:
            run.append((band, line[1], line[2]))
            continue
        scale = _scale(run)
        if scale is not None:
            found.append(scale)
        run = []
    return found


def _lines(document: Document) -> Iterator[tuple[str, Locator, int]]:
    """Paragraphs, the parts of one that semicolons set apart, and rows of narrow tables."""
    prose = 0
    for position, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            prose += 1
            at = Locator(document.path, block.line, column=1, paragraph=prose, page=block.page, bbox=block.bbox)
            for piece in block.text.replace("\n", ";").split(";"):
                if piece.strip():
                    yield piece, at, position
        elif isinstance(block, Table) and all(len(row) <= 3 for row in block.rows):
            for row in block.rows:
                texts = [cell.text for cell in row if cell.text.strip()]
                if len(texts) >= 2:
                    yield f"{texts[-2]} - {texts[-1]}", Locator(document.path, row[0].line, row=row[0].row), position


def band_of(text: str) -> Band | None:
    """One line of a scale; None for any other line."""
    if len(text) > _LONGEST_LINE:
        return None
    plain = normalise(text).strip(" .,;*")
    found = _POINTS_FIRST.fullmatch(plain)
    if found is not None:
        band = _band(found[1], found.groups()[1:])
        if band is not None:
            return band
    found = _RANGE_FIRST.fullmatch(plain)
    return _band(found.groups()[-1], found.groups()[:-1]) if found is not None else None


def _band(points: str | None, limits: tuple[str | None, ...]) -> Band | None:
    low, high, up, from_on, and_more, up_to = limits
    if points is None:
        return None
    least, most = low or from_on or and_more or "0", high or up_to
    bottom, top = _decimal(least), _decimal(most) if most else None
    if top is not None and bottom >= top:
        return None
    return Band(bottom, top, _decimal(points), up in _EXCLUSIVE)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _scale(run: list[tuple[Band, Locator, int]]) -> Scale | None:
    """The bands in ascending order, where each begins at the end of the one below and points differ."""
    if len(run) < _FEWEST_BANDS:
        return None
    bands = sorted((band for band, _, _ in run), key=lambda band: band.low)
    for below, above in pairwise(bands):
        gap = None if below.high is None else above.low - below.high
        if gap is None or not 0 <= gap <= _WIDEST_GAP or below.low == above.low:
            return None
    points = [band.points for band in bands]
    if points not in (sorted(set(points)), sorted(set(points), reverse=True)):
        return None
    return Scale(bands, run[0][1], run[0][2])

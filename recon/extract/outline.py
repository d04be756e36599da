"""What the rows of all tables are called and numbered, whatever the tables were taken for, and the stated period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from recon.extract.grids import Grid, GridRow, is_numbering_row
from recon.extract.head_labels import labels_of
from recon.extract.places import place_in
from recon.extract.torn_codes import whole_code
from recon.extract.wording import Wording, normalise
from recon.model.document import Document, Paragraph
from recon.model.locator import Locator
from recon.model.outline import Outline, OutlineRow, OutlineTable

#: The number of an item; what is longer is an account or a fault, and takes for ever as a number.
CODE = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,9}\.?")
_DEEPEST_HEAD = 6
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)(?: ?г(?:од\w*|\.)?)? ?- ?(?:\d\d\.\d\d\.)?((?:19|20)\d\d)(?!\d)")
_DATE = re.compile(r"\d\d\.\d\d\.((?:19|20)\d\d)")
#: «2024-2026»
_SHORTEST_PERIOD = 9
#: how far into a document its title may stand
_TITLE_BLOCKS = 40


def outline_of(document: Document, grids: Sequence[Grid], words: Wording) -> Outline:
    """All tables as rows with codes and names."""
    outline = Outline([_table(grid, document.path) for grid in grids])
    outline.title_period = _title_period(document, words)
    outline.period = next(
        (found for table in outline.tables for row in table.rows if (found := _stated_period(row, words))), None
    )
    return outline


def _table(grid: Grid, path: str) -> OutlineTable:
    rows = [row for row in grid.every if any(map(str.strip, row.texts))]
    numbered = next((n for n, row in enumerate(rows[:_DEEPEST_HEAD]) if _seems_numbering(row.texts)), None)
    first = numbered if numbered is not None else _plain_head(rows)
    head = [" ".join(dict.fromkeys(labels)) for labels in labels_of(rows[:first], grid.width)]
    table = OutlineTable(grid.id, grid.position, head, at=Locator(path, grid.line, grid.id, 1, 1, grid.sheet))
    heads = [row.texts for row in rows[:first]]
    body = [(row, _seems_numbering(row.texts)) for row in rows[first:] if row.texts not in heads]
    filled = [row for row, numbers in body if not numbers]
    code = _code_column(filled)
    named = _name_column(filled, code)
    for row, numbers in body:
        at = place_in(path, grid, row, None)
        if numbers and (is_numbering_row(row.texts) or row is body[0][0]):
            table.numbering.append(OutlineRow("", "", row.texts, at))
            continue
        own = whole_code(row.texts[code].strip()) if code is not None else ""
        own = own if CODE.fullmatch(own) else ""
        if table.rows and not row.texts[0].strip():
            table.rows[-1].torn = True
        name = row.texts[named] if own and named is not None else ""
        table.rows.append(OutlineRow(own, name, row.texts, at))
    return table


def _seems_numbering(texts: list[str]) -> bool:
    """Whether a row holds nothing but small whole numbers that ascend from one: it numbers columns, perhaps wrongly."""
    numbers: list[int] = []
    for text in texts:
        label = text.strip()
        if label:
            if not label.isdecimal() or len(label) > 2:
                return False
            numbers.append(int(label))
    if len(numbers) < 3:
        return False
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    return numbers[0] == 1 and all(0 <= step <= 2 for step in steps) and steps.count(1) * 4 >= len(steps) * 3


def _plain_head(rows: list[GridRow]) -> int:
    """A first row of words over at least three columns is a head; else there is none."""
    texts = [text for text in rows[0].texts if text.strip()] if rows else []
    return int(len(texts) >= 3 and not CODE.fullmatch(rows[0].texts[0].strip()) and len(rows) > 1)


def _code_column(rows: list[GridRow]) -> int | None:
    """The first of the first two columns that mostly holds codes."""
    for column in range(min(2, len(rows[0].texts) if rows else 0)):
        texts = [whole_code(text) for row in rows if (text := row.texts[column].strip())]
        codes = [text for text in texts if CODE.fullmatch(text)]
        if len(codes) >= 2 and len(codes) * 2 >= len(texts):
            return column
    return None


def _name_column(rows: list[GridRow], code: int | None) -> int | None:
    """Behind the codes, the column that says most, each text counted once."""
    if code is None:
        return None
    behind = range(code + 1, min(code + 4, len(rows[0].texts)))
    said = {column: sum(map(len, {row.texts[column] for row in rows})) for column in behind}
    return max(said, key=lambda column: said[column], default=None)


def _title_period(document: Document, words: Wording) -> tuple[int, int, Locator] | None:
    """The years that the programme has in its title, where the document has one title and amends nothing."""
    found: dict[tuple[int, int], Locator] = {}
    for block in document.blocks[:_TITLE_BLOCKS]:
        if not isinstance(block, Paragraph):
            continue
        plain = normalise(block.text)
        if words.has("amending", plain):
            return None
        if words.has("programme-title", plain) and (span := _SPAN.search(plain)):
            found.setdefault((int(span[1]), int(span[2])), Locator(document.path, block.line, page=block.page))
    if len(found) != 1:
        return None
    (first, last), at = next(iter(found.items()))
    return first, last, at


def _stated_period(row: OutlineRow, words: Wording) -> tuple[int, int, Locator] | None:
    """The period that a row of a passport states for the whole, its stages taken together."""
    for label, value in pairwise(row.texts):
        if len(value) < _SHORTEST_PERIOD or label.lower() == label.upper():
            continue  # too short to hold two years, or behind no letter, as most cells are
        if words.begins("period-label", normalise(label).lstrip("0123456789. ")) is None:
            continue
        plain = normalise(value)
        years = [int(year) for span in _SPAN.findall(plain) for year in span]
        years += [int(year) for year in _DATE.findall(plain)]
        if len(years) >= 2 and min(years) < max(years):
            return min(years), max(years), row.at
    return None

"""What one code names in one table, it names in the others; and one long text reads the same to the comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from recon.checks.code_names import Named, named_tables, same_numbering
from recon.checks.form import holds, told, undecided
from recon.checks.indicator_rows import spot
from recon.extract.wording import normalise
from recon.ledger.ledger import Ledger
from recon.model.document import Cell, texts_of
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
#: what a name may begin with in one table and not in another
_LEVEL = re.compile(
    r"^(?:(?:основное |ведомственный |региональный |муниципальный )?(?:мероприятие|проект|результат|задача)"
    r"|подпрограмма|кт|контрольная точка)[ :.\d№]*"
)
_LONG = 60
_MARKS = re.compile(r"[,;:()]")
_BETWEEN = re.compile(r"\w+")
_NO_WORD = re.compile(r"[\W_]+")


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Names by code over the tables that number alike; then texts that differ in punctuation alone."""
    for extraction in extractions:
        tables = named_tables(extraction)
        for number, first in enumerate(tables):
            for other in tables[number + 1 :]:
                if same_numbering(first, other):
                    yield from (_pair(first[code], other[code]) for code in first if code in other)
        yield from _punctuation(extraction)


def _pair(one: Named, other: Named) -> Comparison:
    left, right = _plain(one.name), _plain(other.name)
    if left == right:
        return holds()
    if not left or not right or left.startswith(right) or right.startswith(left):
        return undecided()  # a name may go on over the page
    said: dict[str, object] = {"name": other.name, "other": one.name, "spot": spot(one.at)}
    return told(
        "finding.named-otherwise", other.at, said, code=other.code, element=other.name, stated=other.name,
        expected=one.name,
    )  # fmt: skip


def _plain(name: str) -> str:
    """Letters and digits only, without the word for the level that a name may begin with."""
    return "".join(filter(str.isalnum, _LEVEL.sub("", normalise(name).lstrip('" '))))


def _punctuation(extraction: Extraction) -> Iterator[Comparison]:
    """Long cells of tables that say the same but for a comma, a bracket or a colon."""
    first: dict[str, tuple[str, Sequence[Cell], int]] = {}
    told_of: set[str] = set()
    for table in extraction.document.tables:
        for row in table.rows:
            texts = texts_of(row)
            for place in [place for place, text in enumerate(texts) if len(text) >= _LONG]:
                text = normalise(texts[place]).strip(" .;,")
                plain = _NO_WORD.sub("", text)
                known, first_row, first_place = first.setdefault(plain, (text, row, place))
                if known == text or _marks(known) == _marks(text) or plain in told_of:
                    continue
                told_of.add(plain)
                where, cell = first_row[first_place], row[place]
                there = _place(extraction, cell)
                yield told(
                    "finding.punctuation-differs", _place(extraction, where),
                    {"here": _around(known, text), "there": _around(text, known), "spot": spot(there)},
                    element=where.text, stated=where.text, expected=cell.text, severity=Severity.INFORMATION,
                )  # fmt: skip


def _marks(text: str) -> list[str]:
    """What stands between the words wherever a comma, a colon or a bracket does, with its blanks."""
    return [between for between in _BETWEEN.split(text.replace('"', "").replace("-", "")) if _MARKS.search(between)]


def _place(extraction: Extraction, cell: Cell) -> Locator:
    return Locator(
        extraction.document.path, cell.line, row=cell.row, column=cell.column, cell=cell.ref, page=cell.page,
        bbox=cell.bbox,
    )  # fmt: skip


def _around(text: str, other: str) -> str:
    """The words about the first place where two texts part."""
    place = next((n for n, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    begin, end = text.rfind(" ", 0, max(place - 12, 0)) + 1, text.find(" ", place + 12)
    return text[begin : end if end > 0 else len(text)]

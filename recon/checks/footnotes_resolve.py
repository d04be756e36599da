"""A footnote mark has its note, a note its mark, and figures alike are marked alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recon.checks.form import holds, told, undecided
from recon.ledger.columns import columns_of
from recon.ledger.ledger import Ledger
from recon.model.document import Cell, Paragraph, PlainRow, Table
from recon.model.figure import Extraction, Figure
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_NOTE = re.compile(r"(\*{1,3})(?!\*)\s*[^\W\d_]")
_MARKED = re.compile(r"[^\W_] ?(\*{1,3})[)»\"]?$")
#: marks in a formula are signs of multiplication
_FORMULA = re.compile(r"[=\\$]|\s\*\s|\d\*\d")
_FEWEST, _MOST = 5, 4


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Stars behind figures and words of tables against the paragraphs and cells that begin with stars."""
    for extraction in extractions:
        if not extraction.figures and not extraction.indicators:
            continue  # nothing was read, so nothing is known of its marks either
        marks, notes = _marks(extraction), _notes(extraction)
        for mark, at in marks.items():
            if mark in notes:
                yield holds()
            elif notes or len(mark) == 1:
                yield told("finding.mark-without-note", at, {"mark": mark}, stated=mark)
            else:
                yield undecided()
        idle = [mark for mark in notes if mark not in marks and not _in_prose(mark, extraction)]
        if idle:
            # Conversion to text drops raised marks more often than an author forgets them.
            said: dict[str, object] = {"mark": ", ".join(idle)}
            yield told("finding.note-without-mark", notes[idle[0]], said, stated=idle[0],
                       severity=Severity.INFORMATION)  # fmt: skip
        yield from _alike(extraction)


def _marks(extraction: Extraction) -> dict[str, Locator]:
    """The first place of each mark."""
    found: dict[str, Locator] = {}
    for figure in (extraction.figures[number] for number in columns_of(extraction).marked.tolist()):
        if set(figure.reading.mark) == {"*"}:
            found.setdefault(figure.reading.mark, figure.at)
    for value in extraction.stated_values():
        raw = value.reading.raw.strip()
        if raw and set(raw) == {"*"}:
            found.setdefault(raw, value.at)
    for table, cell in _cells(extraction):
        mark = _MARKED.search(cell.text.strip())
        stars = cell.mark if set(cell.mark) == {"*"} else mark[1] if mark and not _FORMULA.search(cell.text) else ""
        if stars:
            found.setdefault(stars, _place(extraction, table, cell))
    return found


def _in_prose(mark: str, extraction: Extraction) -> bool:
    paragraphs = (block.text for block in extraction.document.blocks if isinstance(block, Paragraph))
    return any(re.search(rf"[^\W_]{re.escape(mark)}(?!\*)", text) for text in paragraphs)


def _notes(extraction: Extraction) -> dict[str, Locator]:
    """The first place of each note. Two stars before a text and behind it are bold print in Markdown."""
    found: dict[str, Locator] = {}
    paragraphs = [block for block in extraction.document.blocks if isinstance(block, Paragraph)]
    bold = any(block.text.rstrip().endswith("**") for block in paragraphs)
    for block in paragraphs:
        note = _NOTE.match(block.text.strip())
        if note and not (bold and len(note[1]) > 1):
            found.setdefault(note[1], Locator(extraction.document.path, block.line, page=block.page))
    for table, cell in _cells(extraction):
        if note := _NOTE.match(cell.text.strip()):
            found.setdefault(note[1], _place(extraction, table, cell))
    return found


def _cells(extraction: Extraction) -> Iterator[tuple[Table, Cell]]:
    for table in extraction.document.tables:
        for row in table.rows:
            if isinstance(row, PlainRow) and "*" not in "".join(row.texts):
                continue
            for cell in row:
                if "*" in cell.text or cell.mark:
                    yield table, cell


def _place(extraction: Extraction, table: Table, cell: Cell) -> Locator:
    return Locator(
        extraction.document.path, cell.line, row=cell.row, column=cell.column, sheet=table.sheet, cell=cell.ref,
        page=cell.page, bbox=cell.bbox,
    )  # fmt: skip


def _alike(extraction: Extraction) -> Iterator[Comparison]:
    """Where nearly all figures of a table bear one mark, the same figure without it is a slip."""
    marked = {extraction.figures[number].table for number in columns_of(extraction).marked.tolist()}
    tables: dict[str, list[Figure]] = {}
    for figure in extraction.figures if marked else ():
        if figure.reading.value is not None and figure.table in marked:
            tables.setdefault(figure.table, []).append(figure)
    for figures in tables.values():
        marks = Counter(figure.reading.mark for figure in figures)
        mark, count = max(((m, n) for m, n in marks.items() if m), key=lambda pair: pair[1], default=("", 0))
        if len(figures) < _FEWEST or count * (_MOST + 1) < len(figures) * _MOST:
            continue
        values = {figure.reading.value for figure in figures if figure.reading.mark == mark}
        bare = [figure for figure in figures if not figure.reading.mark and figure.reading.value in values]
        for figure in bare:
            row = extraction.elements[figure.element]
            raw = figure.reading.raw
            yield told(
                "finding.mark-missing", figure.at, {"raw": raw, "mark": mark, "count": count}, code=row.code,
                element=row.name, source=figure.source, period=figure.period, stated=raw, unit=figure.unit,
                expected=f"{raw}{mark}",
            )  # fmt: skip
        if not bare:
            yield holds()

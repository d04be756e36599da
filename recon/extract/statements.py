"""Where a document states its volumes in words: the passport's position on financing, and like paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from recon.extract.editors_notes import without_notes
from recon.extract.grids import Grid
from recon.extract.prose_amounts import ProseAmount, amounts_of, flat, without_list_marks
from recon.extract.wording import Wording, normalise
from recon.extract.wrapped_lines import lines_that_go_on
from recon.model.document import Document, Paragraph, Table, texts_of
from recon.model.figure import Gap
from recon.model.locator import Locator

#: forms that have rows of a sheet where others have paragraphs
_SHEETS = frozenset({"xlsx", "xls", "ods", "csv"})
_DIGIT = re.compile(r"[0-9]")
_YEAR_ALONE = re.compile(r"(?:в|на)?\s*(?:19|20)\d\d(?:\s*(?:год\w*|г\.?))?\s*[-:]?")
#: a paragraph longer than this is no words that lead on to a list
_LONGEST_LEAD = 160
#: so many characters before «в том числе» are more than the name of an item
_LONGEST_ITEM = 100
#: the first groups of a number behind a dash or a colon, and a group that can only go on with one
_NUMBER_ENDS = re.compile(r"[-–—:]\s*\d{1,3}(?:[ \u00a0]\d{3})*\Z")
_GROUP_BEGINS = re.compile(r"\d{3}(?:[ \u00a0]\d{3})*(?:[.,]\d+)?\s*[^\W\d]")


@dataclass(slots=True)
class _Line:
    """A line of prose. text: without an editor's notes. number: of its paragraph in the document, from 1; None for a
    row of a sheet, which has `sheet` and `cell`."""

    text: str
    block: Paragraph
    number: int | None
    sheet: str | None = None
    cell: str | None = None


@dataclass(slots=True)
class Statement:
    """One statement as joined text, with the place that each piece of it came from.

    position: where it begins among the document's blocks. weak: only its sums can show that it states volumes.
    cut: its text breaks off at a year without an amount, and with it the list of that year.
    unit: the last one that its amounts name. running_on: the pieces that are lines whose words go on in the next one.
    """

    heading: str
    position: int
    pieces: list[tuple[str, Locator]] = field(default_factory=list)
    weak: bool = False
    cut: bool = False
    unit: str = ""
    running_on: set[int] = field(default_factory=set)

    def add(self, lines: list[_Line], document: str) -> None:
        """A further paragraph, with the place of each of its lines."""
        for n, line in enumerate(lines, start=1):
            block = line.block
            at = Locator(
                document, block.line, row=len(self.pieces) + 1, column=1, sheet=line.sheet, cell=line.cell,
                page=block.page, bbox=block.bbox, paragraph=line.number,
            )  # fmt: skip
            if n < len(lines):
                self.running_on.add(len(self.pieces))
            self.pieces.append((line.text, at))

    def text(self) -> str:
        joined = ""
        for n, (text, _) in enumerate(self.pieces, start=-1):
            # A page may end inside «229 | 517,8»: one blank as in any number, and positions stay true.
            torn = n in self.running_on or (_NUMBER_ENDS.search(joined) and _GROUP_BEGINS.match(text))
            joined += (" " if torn else "\n") + text
        return joined[1:]

    def locate(self, start: int, end: int) -> Locator:
        """The place of characters start..end of the joined text, with their span in the piece."""
        begins, at = [], 0
        for text, _ in self.pieces:
            begins.append(at)
            at += len(text) + 1
        piece = bisect_right(begins, start) - 1
        place = self.pieces[piece][1]
        span = (start - begins[piece], min(end - begins[piece], len(self.pieces[piece][0])))
        return place._replace(span=span)


def statements_of_table(grid: Grid, document: str, words: Wording) -> list[Statement]:
    """Passport positions that speak of volumes; a position runs on over rows whose label is blank."""
    found: list[Statement] = []
    current: Statement | None = None
    for row in grid.rows:
        cells = [(j, text) for j, text in enumerate(row.texts) if text.strip()]
        if not cells:
            continue
        label, rest = (cells[0][1], cells[1:]) if cells[0][0] == 0 else ("", cells)
        if label:
            current = None
            if words.has("statement", label):
                current = Statement(label, grid.position)
                found.append(current)
        if current is not None:
            for j, text in rest:
                cell = row.cells[j]
                current.pieces.append(
                    (
                        text,
                        Locator(
                            document,
                            cell.line if cell else None,
                            grid.id,
                            row.number,
                            j + 1,
                            grid.sheet,
                            cell.ref if cell else None,
                            cell.page if cell else None,
                            cell.bbox if cell else None,
                        ),
                    )
                )
    return [statement for statement in found if statement.pieces]


def statements_of_prose(document: Document, words: Wording) -> list[Statement]:
    """Paragraphs that speak of volumes, each with the list that follows it."""
    found: list[Statement] = []
    current: Statement | None = None
    for position, lines in _paragraphs(document):
        if not lines or any(line.block.mixed for line in lines):
            current = None  # `gaps_of_prose` says so of what is mixed
            continue
        text = " ".join(line.text for line in lines)
        if not text.strip(" ;-–—") and any(line.block.text.strip() for line in lines):
            continue  # nothing but an editor's note
        plain = normalise(text).rstrip(" -")
        if current is None and not (_may_state(plain) or plain.endswith(":") or _is_heading(plain)):
            continue  # as most prose is
        unit = words.unit_of(current.heading) or current.unit if current is not None else ""
        stated = _amounts(text, unit, words) if _may_state(plain) else []
        amounts = len(stated)
        speaks = amounts > 0 or plain.endswith(":") or _is_heading(plain)
        if current is None and not speaks:
            continue
        if words.has("change", text):
            current = None  # «увеличить на … тыс. рублей» states a difference, not a volume
            continue
        if current is not None and stated and _is_another_sentence(current, plain, stated[0], words):
            current = None
        begins = ""
        if speaks:
            begins = _begins(plain, amounts, words, inside=current is not None)
        if begins:
            whole = words.last("total", plain) >= 0 and not plain.startswith(("всего", "итого"))
            if current is None or len(current.pieces) == 0 or amounts > 1 or whole:
                current = Statement(text[:80], position, weak=begins == "weak")
                found.append(current)
        elif not amounts:
            if current is not None and _leads_on(plain, words):
                current.add(lines, document.path)
            elif plain and not plain.isdigit():
                if current is not None:
                    current.cut = _YEAR_ALONE.fullmatch(plain) is not None
                current = None
            continue
        if current is not None:
            current.add(lines, document.path)
            current.unit = next((amount.unit for amount in reversed(stated) if not amount.assumed), current.unit)
    return [statement for statement in found if statement.pieces]


def _paragraphs(document: Document) -> Iterator[tuple[int, list[_Line]]]:
    """Where each paragraph begins, with its lines: one, where the document does not break it; none for a table."""
    texts, going_on = without_notes(document), lines_that_go_on(document)
    lines: list[_Line] = []
    number = 0
    for position, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph):
            yield from ((position, row) for row in (_rows_of_prose(block) if document.form in _SHEETS else [[]]))
            continue
        number += 1
        lines.append(_Line(texts[position], block, number))
        if position not in going_on:
            yield position - len(lines) + 1, lines
            lines = []


def _rows_of_prose(table: Table) -> Iterator[list[_Line]]:
    """Rows of a sheet that hold nothing but words in their first column, as paragraphs; no line for any other row."""
    for row in table.rows:
        texts = texts_of(row)
        if any(texts[1:]) or not texts or not texts[0].strip() or row[0].column > 1:
            yield []
            continue
        cell = row[0]
        yield [_Line(cell.text, Paragraph(cell.text, cell.line), None, table.sheet, cell.ref)]
    yield []


def gaps_of_prose(document: Document) -> list[Gap]:
    """Text that was read across two columns and holds numbers: what its amounts belong to is not known."""
    torn = [p for p in document.blocks if isinstance(p, Paragraph) and p.mixed and any(map(str.isdigit, p.text))]
    if not torn:
        return []
    pages = ", ".join(dict.fromkeys(str(p.page) for p in torn))
    return [Gap("gap.mixed-columns", Locator(document.path, page=torn[0].page, bbox=torn[0].bbox), {"pages": pages})]


def _amounts(text: str, unit: str, words: Wording) -> list[ProseAmount]:
    unmarked, _ = without_list_marks(flat(text))
    return amounts_of(unmarked, unit, words) if _may_state(unmarked) or ":" in unmarked else []


def _may_state(plain: str) -> bool:
    return "-" in plain or _DIGIT.search(plain) is not None


def _begins(plain: str, amounts: int, words: Wording, *, inside: bool) -> str:
    """How a paragraph begins a statement: `strong` by its own words, `weak` by words of money, "" not at all.

    inside: it follows on another statement, which a bare «…, в том числе …» goes on with rather than begins anew.
    """
    if words.has("statement", plain):
        return "strong"
    ends = plain.endswith(":")
    parted = words.has("of-which", plain)
    if amounts and parted and (amounts > 1 or ends) and (not inside or _parts_by_fund(plain, words)):
        return "weak"
    if amounts and words.has("money", plain) and (amounts > 2 or parted or words.has("by-years", plain) or ends):
        return "weak"
    return ""


def _is_another_sentence(current: Statement, plain: str, first: ProseAmount, words: Wording) -> bool:
    """«…тис. грн.» «Відповідно до … вносились зміни, в тому числі … в сумі 5,0»: it tells of parts of its own whole."""
    ended = not current.pieces or current.pieces[-1][0].rstrip().endswith(".")
    lists = next((found.start() for found in words.every("of-which", plain)), -1)
    return ended and _LONGEST_ITEM < lists < first.start


def _parts_by_fund(plain: str, words: Wording) -> bool:
    """«Повернення … – 9,7, у тому числі загального фонду – 8,3»: such a list has a whole of its own before it."""
    funds, lists = words.every("fund-of-a-budget", plain), words.every("of-which", plain)
    return bool(funds and lists) and lists[0].start() < funds[0].start()


def _is_heading(plain: str) -> bool:
    return len(plain) <= _LONGEST_LEAD and not plain.endswith((".", ";", ","))


def _leads_on(plain: str, words: Wording) -> bool:
    """«Из них за счет средств:» stands between the amounts of one statement, and does not end it."""
    if len(plain) > _LONGEST_LEAD or not plain.endswith((":", ",")):
        return False
    kinds = ("of-which", "of-the-whole", "besides", "for-reference")
    named = any(words.begins(kind, plain) for kind in kinds) or words.has("by-years", plain)
    return bool(named or words.source_of(plain))

"""Codes of a table and numbers of sections ascend: none twice for two things, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from recon.checks.code_names import torn_tables
from recon.checks.form import holds, told, undecided
from recon.checks.indicator_rows import spot
from recon.ledger.ledger import Ledger
from recon.model.document import Paragraph
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.locator import Locator
from recon.model.outline import OutlineRow, OutlineTable
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FEWEST = 3
_LISTED = 12
#: numbers between two codes, above which they are not of one numbering
_WIDEST_GAP = 50
_SECTION = re.compile(r"(\d{1,2})\. +([А-ЯЁA-Z][^.;:]{3,90})")

_Code = tuple[int, ...]


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Each table with codes by itself, then the numbered headings of the document."""
    for extraction in extractions:
        torn = torn_tables(extraction)
        budgets = extraction.document.form in ("xlsx", "xls", "ods", "csv")
        for table in extraction.outline().tables:
            rows = [row for row in table.rows if row.code]
            if len(rows) >= _FEWEST and not budgets:
                yield from _of_table(table, rows, lost=table.id in torn)
        yield from _of_sections(extraction)


def _number(code: str) -> _Code:
    return tuple(int(part) for part in code.strip(".").split("."))


def _of_table(table: OutlineTable, rows: list[OutlineRow], lost: bool) -> Iterator[Comparison]:
    first: dict[_Code, OutlineRow] = {}
    twice, late = [], []
    before: dict[_Code, _Code] = {}
    for row in rows:
        code = _number(row.code)
        if code in first:
            if _differ(first[code].name, row.name):
                twice.append((row, first[code]))
            continue
        first[code] = row
        last = before.get(code[:-1])
        if last is not None and code < last and len(row.code) < 20:
            late.append((row, last))
        before[code[:-1]] = max(code, last or code)
    # Where rows are numbered anew under each heading, a number says nothing by itself.
    anew = len(twice) > 1 or sum(_number(row.code) == (1,) for row in rows) > 1
    if anew or (len(first) < len(rows) and all(len(code) == 1 for code in first)):
        yield undecided()
        return
    for row, other in twice:
        yield told(
            "finding.code-twice", row.at, {"code": row.code, "spot": spot(other.at)}, code=row.code, element=row.name,
            stated=row.code,
        )  # fmt: skip
    if late:
        row, last = late[0]
        said: dict[str, object] = {"code": row.code, "last": _spelled(last), "count": len(late)}
        yield told(
            "finding.code-late", row.at, said, code=row.code, element=row.name, stated=row.code,
            severity=Severity.INFORMATION,
        )  # fmt: skip
    missing = _missing(first)
    if missing and lost:
        yield undecided()  # pages of the table are missing: what stood on them is not known
    elif missing:
        after = first[missing[0][1]]
        shown = ", ".join(_spelled(code) for code, _ in missing[:_LISTED]) + (", …" if len(missing) > _LISTED else "")
        yield told(
            "finding.code-gap", after.at, {"codes": shown, "count": len(missing)}, code=after.code,
            element=after.name, severity=Severity.INFORMATION,
        )  # fmt: skip
    if not (twice or late or missing):
        yield holds()


def _differ(one: str, other: str) -> bool:
    """Two names that are not the beginning of one another, as a name torn by a page is."""
    plain = ["".join(filter(str.isalnum, name.lower())) for name in (one, other)]
    return bool(plain[0] and plain[1]) and not plain[0].startswith(plain[1]) and not plain[1].startswith(plain[0])


def _missing(first: Mapping[_Code, OutlineRow]) -> list[tuple[_Code, _Code]]:
    """Codes that are left out between two of one level, each with the code that follows the gap.

    A table may begin with any number, and a number far behind the last one is numbered by something else: a year, an
    account, a digit that a scan added.
    """
    found = []
    for before, code in pairwise(sorted(first, key=lambda code: (len(code), code))):
        if before[:-1] == code[:-1] and code[-1] - before[-1] <= _WIDEST_GAP:
            found += [((*code[:-1], number), code) for number in range(before[-1] + 1, code[-1])]
    return sorted(found)


def _spelled(code: _Code) -> str:
    return ".".join(map(str, code))


def _of_sections(extraction: Extraction) -> Iterator[Comparison]:
    """Headings «1. …», «2. …» that stand alone and are numbered through."""
    outline = {table.position: table for table in extraction.outline().tables}
    lost = {gap.at.table for gap in extraction.gaps if gap.kind == "gap.lost-head"}
    found: list[tuple[int, Locator, int]] = []
    for position, block in enumerate(extraction.document.blocks):
        if isinstance(block, Paragraph) and (heading := _SECTION.fullmatch(block.text.strip(" *#"))):
            found.append((int(heading[1]), Locator(extraction.document.path, block.line, page=block.page), position))
    numbers = [number for number, _, _ in found]
    if len(numbers) < _FEWEST or numbers[0] != 1 or numbers != sorted(set(numbers)):
        return
    for (number, _, start), (following, at, end) in pairwise(found):
        if following == number + 1:
            yield holds()
            continue
        between = [table for position, table in outline.items() if start < position < end and table.id in lost]
        place = between[0].at if between and between[0].at is not None else at
        said: dict[str, object] = {"before": number, "after": following}
        yield told(
            "finding.section-gap.lost" if between else "finding.section-gap", place, said, stated=str(following),
            severity=None if between else Severity.INFORMATION,
        )  # fmt: skip

"""CSV and its kin: one table, with the delimiter taken by evidence and the line on which each record begins.

Blanks between thousands, decimal commas and the like stay as printed; every field is a cell, blank ones included.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from recon.model.document import Cell, Document, Table
from recon.model.errors import UnreadableDocument
from recon.readers.encodings import decode

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")
#: A comma may be a decimal mark, so it yields to any other delimiter that fits as well.
_DELIMITERS = "\t;|,"
_EVIDENCE = 200
#: Excel's own hint, as the first line of a file
_HINT = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.I)
_LINE_END = re.compile(r"\r\n|\r")


def read(path: str, data: bytes, sha256: str) -> Document:
    """One table, whose rows are the records of the file and are counted as a spreadsheet program counts them."""
    text = decode(path, data)
    hint = _HINT.match(text)
    skipped = 1 if hint else 0
    if hint:
        text = text[hint.end() :]
    rows = []
    for number, (line, record) in enumerate(_records(path, text, hint[1] if hint else delimiter_of(text)), start=1):
        if any(record):
            row = number + skipped
            cells = enumerate(record, start=1)
            rows.append([Cell(_clean(field), row, column, line=line + skipped) for column, field in cells])
    return Document(path, sha256, "csv", [Table(rows, line=rows[0][0].line)] if rows else [])


def delimiter_of(text: str) -> str:
    """The delimiter that parts all records, else most of them, into the same number of fields.

    Commas and semicolons stand inside quoted fields as well: there they part lines of a field, never all records.
    """
    best, most = ",", (False, 0)
    # csv reads line by line, so only the beginning of a long file is parsed here.
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths: Counter[int] = Counter()
        try:
            widths.update(len(record) for record in islice(reader, _EVIDENCE) if record)
        except csv.Error:
            continue
        all_agree = len(widths) == 1
        agreeing = max((count for width, count in widths.items() if width > 1), default=0)
        if agreeing and (all_agree, agreeing) > most:
            best, most = delimiter, (all_agree, agreeing)
    return best


def _records(path: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins, lines = 1, 0
    try:
        for record in reader:
            begins, lines = lines + 1, reader.line_num
            yield begins, record
    except csv.Error as error:  # a field beyond all measure: its quotation mark was never closed
        raise UnreadableDocument("error.open-quote", path=path, line=lines + 1) from error
    if lines > begins and _is_open(text, begins):
        raise UnreadableDocument("error.open-quote", path=path, line=begins)


def _is_open(text: str, begins: int) -> bool:
    """Whether the last record, which began on that line and took several, is still inside quotation marks."""
    rest = "".join(islice(io.StringIO(text, newline=""), begins - 1, None))
    return rest.count('"') % 2 == 1


def _clean(field: str) -> str:
    return _LINE_END.sub("\n", field).strip()

"""No number of a table is passed over in silence: digit by digit, line by line, against the file itself."""

from __future__ import annotations

from collections import Counter

import pytest

from recon.figures import list_figures
from recon.model.document import Table
from recon.readers.opening import open_document
from recon.rulebook.load import load


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_digit_of_a_table_is_taken_or_listed_with_a_reason(document, number: str) -> None:
    path = str(document(number))
    tables = [block for block in open_document(path).blocks if isinstance(block, Table)]
    printed: Counter[int | None] = Counter()
    for table in tables:
        for row in table.rows:
            for cell in row:
                printed[cell.line] += sum(map(str.isdecimal, cell.text))
    columns = list_figures([path], load(None)).columns("ru")
    listed: Counter[int | None] = Counter()
    for raw, line, taken, why in zip(*(columns[n] for n in ("raw", "line", "taken", "explanation")), strict=True):
        assert taken == "yes" or why
        if int(line or 0) in printed:
            listed[int(line)] += sum(map(str.isdecimal, raw))
    missed = {line: (digits, listed[line]) for line, digits in printed.items() if digits != listed[line]}
    assert not missed

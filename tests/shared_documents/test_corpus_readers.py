"""Every figure of the real workbooks and the real PDF of the corpus is read in its place, as the truth says."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from recon.readers.opening import open_document

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
WORKBOOKS = ("60", "62", "64")
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")


def folder(number: str) -> Path:
    return next(CORPUS.glob(f"{number}_*"))


def truth(number: str) -> list[dict]:
    return json.loads((folder(number) / "expected.json").read_text(encoding="utf-8"))["cells"]


@pytest.mark.parametrize("number", WORKBOOKS)
def test_every_figure_of_a_workbook_stands_at_its_address(number: str) -> None:
    document = open_document(str(folder(number) / "source.xls"))
    held = {cell.ref: cell.number for table in document.tables for row in table.rows for cell in row}
    cells = [cell for cell in truth(number) if cell["value"] is not None]
    assert len(cells) > 200
    assert [c["loc"] for c in cells if held.get(c["loc"]) != Decimal(c["value"])] == []


def test_every_figure_of_the_turned_pdf_stands_in_its_row_and_column() -> None:
    expected: dict[tuple[str, str], list[Decimal]] = {}
    for cell in truth("56"):
        expected.setdefault((cell["source"], cell["loc"]), []).append(Decimal(cell["value"]))
    found: list[list[Decimal]] = []
    for table in open_document(str(folder("56") / "source.pdf")).tables:
        for row in table.rows:
            texts = [cell.text for cell in row[1:]]
            if len(row) == 7 and all(re.fullmatch(r"\(?[\d,]+\)?", text) for text in texts):
                found.append([Decimal(text.replace("(", "-").strip(")").replace(",", "")) for text in texts])
    in_order = sorted(expected, key=lambda place: [int(digits) for digits in re.findall(r"\d+", place[1])])
    assert found == [expected[place] for place in in_order]

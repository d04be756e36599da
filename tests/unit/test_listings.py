"""Figures as CSV, JSON and a workbook: digits kept, nothing run as a formula."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import openpyxl
import pytest

from recon.figures import COLUMNS, _amount
from recon.listings import csv as csv_listing
from recon.listings import json as json_listing
from recon.listings import xlsx as xlsx_listing


@pytest.fixture
def columns() -> dict[str, list[str]]:
    figure = dict.fromkeys(COLUMNS, "")
    figure |= {"document": "a.docx", "code": "01.10", "element": "=1+1", "amount": "310175.90", "raw": "-5,0"}
    figure |= {"source": "total", "period": "2024", "line": "7", "decimals": "2", "covered": "yes", "parent": "-x"}
    blank = figure | {"amount": "", "element": "@SUM", "raw": "-", "line": "", "covered": "no", "parent": "+7 999"}
    return {name: [figure[name], blank[name]] for name in COLUMNS}


def written(listing, columns) -> bytes:
    stream = io.BytesIO()
    listing.write(columns, stream)
    return stream.getvalue()


def test_csv_keeps_digits_and_disarms_formulas(columns: dict[str, list[str]]) -> None:
    rows = list(csv.DictReader(io.StringIO(written(csv_listing, columns).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["amount"], rows[1]["amount"], rows[0]["code"]) == ("310175.90", "", "01.10")
    assert (rows[0]["element"], rows[1]["element"], rows[0]["parent"]) == ("'=1+1", "'@SUM", "'-x")
    assert (rows[0]["raw"], rows[1]["raw"], rows[1]["parent"]) == ("-5,0", "-", "+7 999")


def test_csv_spells_what_is_not_a_blank_so_that_it_is_not_read_as_one(columns: dict[str, list[str]]) -> None:
    columns["state"] = ["not-applicable", "blank"]
    rows = list(csv.DictReader(io.StringIO(written(csv_listing, columns).decode("utf-8-sig"))))
    assert [row["amount"] for row in rows] == ["x", ""]


def test_json_holds_amounts_as_texts_and_what_is_not_there_as_null(columns: dict[str, list[str]]) -> None:
    figures = json.loads(written(json_listing, columns))
    assert (figures[0]["amount"], figures[1]["amount"]) == ("310175.90", None)
    assert (figures[0]["line"], figures[1]["line"], figures[0]["covered"]) == (7, None, True)
    assert json.loads(written(json_listing, {name: [] for name in COLUMNS})) == []


def test_a_workbook_holds_numbers_with_their_digits_and_no_formula(columns: dict[str, list[str]]) -> None:
    columns = {name: [*values, values[0]] for name, values in columns.items()}
    columns["amount"][2] = "12345678901234567.89"
    sheet = openpyxl.load_workbook(io.BytesIO(written(xlsx_listing, columns))).active
    rows = list(sheet.iter_rows(min_row=2))
    places = {name: k for k, name in enumerate(COLUMNS)}
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert rows[0][places["element"]].value == "=1+1"
    amount = rows[0][places["amount"]]
    assert (Decimal(str(amount.value)), amount.number_format) == (Decimal("310175.9"), "0.00")
    assert rows[2][places["amount"]].value == "12345678901234567.89"
    assert rows[0][places["code"]].value == "01.10"


@pytest.mark.parametrize(
    ("minor", "places", "digits", "expected"),
    [
        (5586440, 2, 1, "55864.4"),
        (5586445, 2, 1, "55864.45"),
        (-5, 2, 2, "-0.05"),
        (7, 0, 0, "7"),
        (7, 1, 0, "0.7"),
        (0, 2, 1, "0.0"),
        (12, -3, 0, "12000"),
    ],
)
def test_an_amount_keeps_its_printed_digits_and_never_loses_one(
    minor: int, places: int, digits: int, expected: str
) -> None:
    assert _amount(minor, places, digits) == expected

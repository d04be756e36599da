"""The reader of old workbooks: true addresses, exact numbers, and what a viewer shows."""

from __future__ import annotations

import contextlib
import random
from decimal import Decimal
from pathlib import Path

import pytest
from biff_files import boolean, container, formula, merged, number, record, row, stream, string, text
from biff_files import xls as make

from recon.model.document import Cell, Document
from recon.model.errors import UnreadableDocument
from recon.readers import xls
from recon.readers.opening import open_document


def read(*content: bytes, **options: object) -> Document:
    return xls.read("a.xls", make(*content, **options), "")


def cells(document: Document) -> dict[str, Cell]:
    return {cell.ref or "": cell for table in document.tables for line in table.rows for cell in line}


@pytest.mark.parametrize(
    ("value", "code", "shown", "held", "decimals"),
    [
        (310175.90000000002, "#,##0.0", "310175.9", "310175.9", 1),
        (-2.5, "0", "-3", "-2.5", 0),
        (150000.0, "General", "150000", "150000", 0),
        (0.125, "0.0%", "12.5%", "12.5", 1),
        (310175900.0, "#,##0.0,", "310175.9", "310175.9", 1),
        (0.0, '#,##0.0;-#,##0.0;"-"', "-", "0", 0),
    ],
)
def test_a_number_is_exact_and_its_text_is_what_a_viewer_shows(
    value: float, code: str, shown: str, held: str, decimals: int
) -> None:
    cell = cells(read(number(2, 1, value, 1), formats=[code]))["B3"]
    assert (cell.text, cell.number, cell.decimals) == (shown, Decimal(held), decimals)
    assert (cell.row, cell.column) == (3, 2)


def test_a_computed_sum_is_taken_at_fifteen_digits() -> None:
    assert cells(read(formula(0, 0, 0.1 + 0.2)))["A1"].number == Decimal("0.3")


def test_dates_truths_and_errors_have_text_and_no_number() -> None:
    document = read(
        number(0, 0, 43466.0, 1), number(0, 1, 43466.0, 2), boolean(0, 2, 1), boolean(0, 3, 7, is_error=True),
        formats=["dd.mm.yyyy", "yyyy"],
    )  # fmt: skip
    assert [(cell.text, cell.number) for cell in cells(document).values()] == [
        ("2019-01-01", None), ("2019", None), ("TRUE", None), ("#DIV/0!", None),
    ]  # fmt: skip


def test_a_raised_mark_is_kept_out_of_the_text() -> None:
    found = cells(read(text(0, 0, 0), text(0, 1, 1), strings=[string("444,4¹*", (5, 1), (6, 0)), string(" строка ")]))
    assert (found["A1"].text, found["A1"].mark) == ("444,4*", "¹")
    assert found["B1"].text == "строка"


def test_merged_cells_appear_once_and_hidden_rows_are_known() -> None:
    document = read(
        row(0), row(1, hidden=True), row(9, hidden=True), text(0, 0, 0), number(1, 1, 5.0), number(1, 0, 9.0),
        merged((0, 1, 0, 0), (0, 0, 1, 2)), strings=[string("Имя")],
    )  # fmt: skip
    assert {ref: (c.text, c.rows, c.columns) for ref, c in cells(document).items()} == {
        "A1": ("Имя", 2, 1), "B1": ("", 1, 1), "B2": ("5", 1, 1),
    }  # fmt: skip
    assert document.tables[0].hidden_rows == {2}
    assert document.notes == [("note.text-under-merge", {"count": 1})]


def test_a_hidden_sheet_is_reported_and_an_empty_one_passed_over() -> None:
    sheets = {"Первый": number(0, 0, 1.0), "Пустой": b"", "Черновик": number(0, 0, 3.0)}
    document = xls.read("a.xls", container(stream(sheets, hidden="Черновик")), "")
    assert [table.sheet for table in document.tables] == ["Первый"]
    assert document.notes == [("note.hidden-sheet", {"sheet": "Черновик"})]


def test_an_old_workbook_is_opened_by_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(make(number(0, 0, 7.0)))
    document = open_document(str(tmp_path / "a.xls"))
    assert (document.form, cells(document)["A1"].text) == ("xls", "7")


def test_a_workbook_behind_a_password_is_refused_as_such() -> None:
    locked = container(stream({"Лист1": number(0, 0, 1.0)}, more=record(0x2F, b"\1\0\1\0\1\0" + b"\0" * 48)))
    with pytest.raises(UnreadableDocument) as refused:
        xls.read("a.xls", locked, "")
    assert refused.value.key == "error.encrypted"


def test_damaged_bytes_give_a_message_or_a_document_and_never_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    whole = make(text(0, 0, 0), number(0, 1, 5.0), merged((0, 0, 1, 2)), strings=[string("Имя" * 20, (3, 1))])
    chance = random.Random(97)
    for _ in range(1_500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(0, 3_000)] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        with contextlib.suppress(UnreadableDocument):
            xls.read("a.xls", bytes(data), "")
    assert capsys.readouterr() == ("", "")

"""The workbook reader: true addresses, exact numbers, and what a viewer shows."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from office_files import xlsx as make
from openpyxl.formula.translate import Translator

from recon.model.document import Cell, Document
from recon.model.errors import UnreadableDocument
from recon.readers import xlsx
from recon.readers.opening import open_document
from recon.readers.xlsx_formulas import moved
from recon.readers.xlsx_sheet import Workbook, read_sheet


def read(rows: str, **parts: str) -> Document:
    return xlsx.read("a.xlsx", make(rows, **parts), "")


def cells(document: Document) -> dict[str, Cell]:
    return {cell.ref or "": cell for table in document.tables for row in table.rows for cell in row}


def shown(value: object, code: str, tmp_path: Path) -> Cell:
    book = openpyxl.Workbook()
    cell = book.active.cell(3, 2, value)
    cell.number_format = code
    book.save(tmp_path / "a.xlsx")
    return cells(open_document(str(tmp_path / "a.xlsx")))["B3"]


@pytest.mark.parametrize(
    ("value", "code", "text", "number", "decimals"),
    [
        (310175.90000000002, "#,##0.0", "310175.9", "310175.9", 1),
        (310175.94, "#,##0.0", "310175.9", "310175.94", 1),
        (2.5, "0", "3", "2.5", 0),
        (-2.5, "0", "-3", "-2.5", 0),
        (1.005, "0.00", "1.01", "1.005", 2),
        (150000, "General", "150000", "150000", 0),
        (1.5, "General", "1.5", "1.5", 1),
        (0.125, "0.0%", "12.5%", "12.5", 1),
        (310175900, "#,##0.0,", "310175.9", "310175.9", 1),
        (0, '#,##0.0;-#,##0.0;"-"', "-", "0", 0),
        (0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', "-", "0", 0),
        (-5.5, '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-', "-5.5", "-5.5", 1),
        (0, "0.0;-0.0;;@", "", "0", 0),
        (1, "00", "01", "1", 0),
        (1.5, "0.0##", "1.5", "1.5", 1),
        (12.3, '#,##0.00\\ "₽"', "12.30", "12.3", 2),
        (12.3, "[$₽-419]#,##0.00", "12.30", "12.3", 2),
        (-12.3, "#,##0.00_);[Red](#,##0.00)", "-12.30", "-12.3", 2),
        (44.4, "@", "44.4", "44.4", 1),
    ],
)
def test_a_number_is_exact_and_its_text_is_what_a_viewer_shows(
    value: float, code: str, text: str, number: str, decimals: int, tmp_path: Path
) -> None:
    cell = shown(value, code, tmp_path)
    assert (cell.text, cell.number, cell.decimals) == (text, Decimal(number), decimals)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (datetime.date(2019, 12, 31), "dd.mm.yyyy", "2019-12-31"),
        (datetime.date(2019, 1, 1), "yyyy", "2019"),
        (datetime.datetime(2019, 1, 1, 10, 30), "yyyy-mm-dd hh:mm", "2019-01-01T10:30:00"),
        (datetime.time(10, 5), "h:mm", "10:05:00"),
        (True, "General", "TRUE"),
        ("#REF!", "General", "#REF!"),
        ("1.10", "@", "1.10"),
        (" 1\u00a0310,5 ", "General", "1\u00a0310,5"),
    ],
)
def test_what_is_not_an_amount_has_text_and_no_number(value: object, code: str, text: str, tmp_path: Path) -> None:
    cell = shown(value, code, tmp_path)
    assert (cell.text, cell.number) == (text, None)


def test_a_cached_sum_is_read_at_fifteen_digits_and_a_whole_number_as_written() -> None:
    found = cells(
        read(
            '<row r="2"><c r="A2"><f>A1+1</f><v>0.30000000000000004</v></c><c r="B2"><v>12345678901234567</v></c>'
            '<c r="C2" t="str"><f>B2&amp;""</f><v>x</v></c>'
            '<c r="D2"><v>0.30000000000000004</v></c></row>'
        )
    )
    assert found["A2"].number == Decimal("0.3")
    assert found["A2"].formula == "A1+1"
    typed = found["D2"]
    assert (typed.number, typed.text, typed.decimals) == (Decimal("0.30000000000000004"), "0.3", 1)
    assert found["B2"].number == Decimal("12345678901234567")
    assert (found["C2"].text, found["C2"].formula) == ("x", 'B2&""')


def test_a_formula_without_a_saved_value_is_blank_and_reported() -> None:
    document = read('<row r="5"><c r="C5"><f>SUM(A1:A4)</f></c><c r="D5"><f>1</f></c></row>')
    assert (cells(document)["C5"].text, cells(document)["C5"].formula) == ("", "SUM(A1:A4)")
    assert document.notes == [("note.formula-without-value", {"count": 2, "cell": "C5", "sheet": "Лист1"})]


def test_a_shared_formula_is_said_in_the_place_of_each_cell() -> None:
    document = read(
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">A1+$B$1</f><v>1</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    assert cells(document)["C2"].formula == "A2+$B$1"


@pytest.mark.parametrize(
    "formula", ["A1+$B2-C$3*$D$4", "SUM(A1:B20)", "LOG10(A1)", '"A1"&B2', "'Лист A1'!A1+Лист2!B2", "AA10/A1"]
)
def test_formulas_move_as_they_do_in_openpyxl(formula: str) -> None:
    assert "=" + moved(formula, 4, 2) == Translator("=" + formula, "C5").translate_formula("E9")


def test_merged_cells_appear_once_and_leading_blanks_keep_addresses_true(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["C4"], sheet["D5"], sheet["D6"] = "Наименование", "1", "2"
    sheet.merge_cells("C4:D4")
    sheet.merge_cells("C5:C6")
    sheet.merge_cells("A900:B999")
    book.save(tmp_path / "a.xlsx")
    found = cells(open_document(str(tmp_path / "a.xlsx")))
    assert {ref: (c.text, c.row, c.column, c.rows, c.columns) for ref, c in found.items()} == {
        "C4": ("Наименование", 4, 3, 1, 2), "C5": ("", 5, 3, 2, 1), "D5": ("1", 5, 4, 1, 1), "D6": ("2", 6, 4, 1, 1),
    }  # fmt: skip


def test_each_visible_sheet_is_a_table_and_a_hidden_one_is_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Первый"
    book.active["A1"] = 1
    book.active["A2"] = 2
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("Пустой")
    book.create_sheet("Второй")["B2"] = 2
    hidden = book.create_sheet("Черновик")
    hidden["A1"] = 3
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    document = open_document(str(tmp_path / "a.xlsx"))
    assert [(table.sheet, table.hidden_rows) for table in document.tables] == [("Первый", {2}), ("Второй", set())]
    assert document.notes[0] == ("note.hidden-sheet", {"sheet": "Черновик"})


def test_hidden_rows_and_columns_are_read_and_said_to_be_and_the_document_is_read_in_full(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Свод"
    for row in range(1, 4):
        sheet.append([row, row, row])
    sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = sheet.column_dimensions["F"].hidden = True
    book.save(tmp_path / "a.xlsx")
    document = open_document(str(tmp_path / "a.xlsx"))
    assert document.tables[0].hidden_columns == {3, 6}
    assert sum(len(row) for row in document.tables[0].rows) == 9
    assert document.notes == [
        ("note.hidden-rows", {"count": 2, "sheet": "Свод"}), ("note.hidden-columns", {"count": 1, "sheet": "Свод"}),
    ]  # fmt: skip
    assert not document.passed_over


def test_a_raised_mark_and_phonetic_hints_are_kept_out_of_the_text() -> None:
    strings = (
        '<si><r><t>444,4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>'
        "<si><t>строка_x000D_&#10;вторая</t><rPh><t>x</t></rPh></si>"
    )
    found = cells(read('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', strings=strings))
    assert (found["A1"].text, found["A1"].mark) == ("444,4", "1")
    assert found["B1"].text == "строка\nвторая"


def test_cells_without_an_address_stand_behind_the_one_before() -> None:
    empty = '<row><c s="0"/><c s="0"/></row>' * 20_000
    found = cells(read(f'{empty}<row><c s="0"/><c><v>5</v></c><c r="F20001"><v>6</v></c><c><v>7</v></c></row>'))
    assert sorted(found) == ["B20001", "F20001", "G20001"]


def test_hundreds_of_thousands_of_empty_formatted_rows_are_passed_over() -> None:
    empty = "".join(
        f'<row r="{number}" ht="15"><c r="A{number}" s="0"/><c r="B{number}" s="0"></c></row>'
        for number in range(1, 200_001)
    )
    data = make(f'{empty}<row r="200001"><c r="A200001" s="0"/><c r="C200001" s="0"><v>5</v></c></row>')
    document = xlsx.read("a.xlsx", data, "")
    assert [(cell.ref, cell.row) for cell in cells(document).values()] == [("C200001", 200_001)]


def test_a_merged_range_ends_with_the_last_cell_that_says_something() -> None:
    merges = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    document = read('<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>', behind=merges)
    assert [(c.ref, c.rows, c.columns) for c in cells(document).values()] == [("A1", 3, 3)]
    assert document.notes == [("note.text-under-merge", {"count": 1})]


def test_a_document_type_is_refused_even_behind_a_long_comment() -> None:
    sheet = f'<!--{"x" * 5_000}--><!DOCTYPE worksheet [<!ENTITY x "5">]><worksheet/>'.encode()
    with pytest.raises(UnreadableDocument) as refused:
        read_sheet(Workbook("a.xlsx", [], [], False), "sheet1.xml", sheet)
    assert refused.value.key == "error.xml-with-entities"


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>7</v></c></row>',
        '<row r="x"><c r="A1"><v>7</v></c></row>',
        '<row r="1"><c r="A1"><v>7</c></row>',
        '<row r="1"><c r="-A1"><v>7</v></c></row>',
        '<row r="1"><c r="XFE1"><v>7</v></c></row>',
    ],
)
def test_a_sheet_that_names_what_is_not_there_is_refused(row: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(row)
    assert refused.value.key == "error.damaged-xml"


def test_macro_workbooks_are_read_like_others(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsm"
    path.write_bytes(make('<row r="1"><c r="A1"><v>7</v></c></row>'))
    assert open_document(str(path)).tables[0].rows[0][0].number == 7

"""The ODS reader: true addresses, exact numbers, and the digits that are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from office_files import odf

from recon.model.document import Cell, Document
from recon.model.errors import UnreadableDocument
from recon.readers import odf as reader


def book(tables: str, styles: str = "") -> Document:
    return reader.read("a.ods", odf("spreadsheet", tables, styles), "")


def read(rows: str) -> Document:
    return book(f'<table:table table:name="Лист1"><table:table-column/>{rows}</table:table>')


def cells(document: Document) -> list[Cell]:
    return [cell for table in document.tables for row in table.rows for cell in row]


def td(text: str = "", properties: str = "") -> str:
    return f"<table:table-cell {properties}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def tr(*inside: str, properties: str = "") -> str:
    return f"<table:table-row {properties}>{''.join(inside)}</table:table-row>"


def number(value: str, shown: str, kind: str = "float", formula: str = "") -> Cell:
    properties = f'office:value-type="{kind}" office:value="{value}" {formula}'
    return cells(read(tr(td(shown, properties))))[0]


def test_blank_rows_and_columns_that_are_repeated_keep_addresses_true() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16383"/>'
    document = read(
        tr(blank, properties='table:number-rows-repeated="2"')
        + tr('<table:table-cell table:number-columns-repeated="3"/>', td("а"), blank)
        + tr(blank, properties='table:number-rows-repeated="1048573"')
    )
    assert [(c.text, c.row, c.column, c.ref) for c in cells(document)] == [("а", 3, 4, "D3")]
    assert (document.tables[0].sheet, document.form) == ("Лист1", "ods")


def test_values_that_are_repeated_are_written_out_each_at_its_address() -> None:
    document = read(tr(td("0,0", 'table:number-columns-repeated="2"'), properties='table:number-rows-repeated="2"'))
    assert [(c.text, c.row, c.column, c.ref) for c in cells(document)] == [
        ("0,0", 1, 1, "A1"), ("0,0", 1, 2, "B1"), ("0,0", 2, 1, "A2"), ("0,0", 2, 2, "B2"),
    ]  # fmt: skip


def test_a_value_that_fills_the_sheet_to_its_end_stands_once() -> None:
    document = read(
        tr(td("а"))
        + tr(td("0", 'table:number-columns-repeated="16384"'), properties='table:number-rows-repeated="1048575"')
    )
    assert [(c.text, c.ref) for c in cells(document)] == [("а", "A1"), ("0", "A2")]


def test_repetition_beyond_all_measure_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(tr(td("0", 'table:number-columns-repeated="9999"'), properties='table:number-rows-repeated="99999"'))
    assert refused.value.key == "error.absurd-structure"


def test_cells_below_the_last_row_of_any_sheet_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(tr(td("0"), properties='table:number-rows-repeated="1048576"') + tr(td("1")))
    assert refused.value.key == "error.absurd-structure"


@pytest.mark.parametrize(
    ("value", "shown", "kind", "text", "held", "decimals"),
    [
        ("1234.5", "1 234,5", "float", "1234.5", "1234.5", 1),
        ("1234.5", "1\u00a0234,50 ₽", "currency", "1234.50", "1234.5", 2),
        ("1234", "1,234", "float", "1234", "1234", 0),
        ("1.234", "1,234", "float", "1.234", "1.234", 3),
        ("-1234.56", "(1.234,6)", "float", "-1234.6", "-1234.56", 1),
        ("0.455", "45,5%", "percentage", "45.5%", "45.5", 1),
        ("0", "0,0", "float", "0.0", "0", 1),
        ("0.5", ",5", "float", "0.5", "0.5", 1),
        ("0", "-", "float", "-", "0", 0),
        ("1234567", "1 234,6", "float", "1234.6", "1234.567", 1),
        ("2.675", "2,68", "float", "2.68", "2.675", 2),
        ("5.25", "###", "float", "###", "5.25", 2),
        ("5.25", "", "float", "5.25", "5.25", 2),
        ("12345678901234567", "12345678901234567", "float", "12345678901234567", "12345678901234567", 0),
    ],
)  # fmt: skip
def test_a_number_is_exact_and_has_the_digits_that_are_shown(
    value: str, shown: str, kind: str, text: str, held: str, decimals: int
) -> None:
    cell = number(value, shown, kind)
    assert (cell.text, cell.number, cell.decimals) == (text, Decimal(held), decimals)


def test_a_sum_kept_as_a_binary_fraction_is_taken_at_fifteen_digits() -> None:
    cell = number("0.30000000000000004", "0,3", formula='table:formula="of:=SUM([.A1:.B2];[$Лист2.$C$3])"')
    assert (cell.number, cell.formula) == (Decimal("0.3"), "SUM(A1:B2;Лист2!$C$3)")


def test_texts_dates_truth_values_and_errors_are_read_as_they_are_shown() -> None:
    document = read(
        tr(
            '<table:table-cell office:value-type="string"><text:p>а</text:p><text:p>б</text:p></table:table-cell>',
            td("14.03.25", 'office:value-type="date" office:date-value="2025-03-14"'),
            td("2025", 'office:value-type="date" office:date-value="2025-01-01"'),
            td("ИСТИНА", 'office:value-type="boolean" office:boolean-value="true"'),
            td("#ДЕЛ/0!", 'office:value-type="string" office:string-value="" table:formula="of:=1/0"'),
            td("", 'office:value-type="string" office:string-value="только здесь"'),
            '<table:table-cell office:value-type="float" office:value="7"><office:annotation><text:p>9</text:p>'
            "</office:annotation><text:p>7</text:p></table:table-cell>",
            td("x", 'office:value-type="float" office:value="семь"'),
        )
    )
    assert [c.text for c in cells(document)] == [
        "а\nб", "2025-03-14", "2025", "TRUE", "#ДЕЛ/0!", "только здесь", "7", "x",
    ]  # fmt: skip
    assert [c.number for c in cells(document)] == [None] * 6 + [Decimal(7), None]


def test_merged_ranges_end_with_the_last_cell_that_says_something() -> None:
    spans = 'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'
    under = "<table:covered-table-cell><text:p>99</text:p></table:covered-table-cell>"
    document = read(tr(td("а", spans), under) + tr("<table:covered-table-cell/>", td("б")))
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in cells(document)] == [
        ("а", 1, 1, 2, 2), ("б", 2, 2, 1, 1),
    ]  # fmt: skip
    assert document.notes == [("note.text-under-merge", {"count": 1})]


def test_hidden_rows_are_known_and_hidden_sheets_and_copies_of_other_files_are_left_out() -> None:
    hidden = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    filtered = tr(td("б"), properties='table:visibility="filter"')
    group = f"<table:table-row-group>{filtered}</table:table-row-group>"
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    )
    document = book(
        f'<table:table table:name="А">{columns}{tr(td("а"))}{group}</table:table>'
        f'<table:table table:name="Б" table:style-name="h">{tr(td("в"))}</table:table>'
        f'<table:table table:name="В"><table:table-source/>{tr(td("г"))}</table:table>'
        f'<table:table table:name="Г">{tr(td())}</table:table>',
        hidden,
    )
    assert [table.sheet for table in document.tables] == ["А"]
    assert (document.tables[0].hidden_rows, document.tables[0].hidden_columns) == ({2}, {3, 4})
    assert document.notes == [("note.hidden-sheet", {"sheet": "Б"})]

"""CSV: the delimiter by evidence, and addresses that stay true."""

from __future__ import annotations

import pytest

from recon.model.document import Cell, Document
from recon.model.errors import UnreadableDocument
from recon.readers import delimited


def read(content: str, encoding: str = "utf-8") -> Document:
    return delimited.read("a.csv", content.encode(encoding), "")


def cells(document: Document) -> list[Cell]:
    return [cell for table in document.tables for row in table.rows for cell in row]


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        ("код;всего\n1;2,5\n", ";"),
        ("1,5;2,5\n3,5;4,5\n", ";"),
        ("код\tвсего\n1,0\t2,5\n", "\t"),
        ("a|b\n1,5|2\n", "|"),
        ('a,b\n"1,5",2\n', ","),
        ("Программа развития;;\nкод, №;имя, источник;всего\n1;а, б;2,5\n", ";"),
        ('Объем;"всего – 3,5 тыс. рублей,\nиз них 1,5;\n2,5 из бюджета"\nСрок;2024\n', ";"),
    ],
)
def test_the_delimiter_is_the_one_that_parses_records_alike(content: str, delimiter: str) -> None:
    assert delimited.delimiter_of(content) == delimiter


def test_a_field_with_line_breaks_keeps_the_line_where_its_record_begins() -> None:
    document = read('a;"x\r\ny\r\nz"\r\n\r\nb;1\r\n')
    assert [(c.text, c.row, c.column, c.line) for c in cells(document)] == [
        ("a", 1, 1, 1), ("x\ny\nz", 1, 2, 1), ("b", 3, 1, 5), ("1", 3, 2, 5),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_are_told_apart_and_hard_blanks_stay_in_the_text(encoding: str) -> None:
    document = read("источник;всего\nобластной бюджет;1\u00a0310,5\n", encoding)
    assert [c.text for c in cells(document)] == ["источник", "всего", "областной бюджет", "1\u00a0310,5"]


def test_the_hint_of_excel_is_obeyed_and_counts_as_a_line() -> None:
    document = read("sep=|\na;b|c\n")
    assert [(c.text, c.row, c.line) for c in cells(document)] == [("a;b", 2, 2), ("c", 2, 2)]


def test_leading_blank_records_keep_row_numbers_true() -> None:
    assert [(c.text, c.row, c.line) for c in cells(read(";\n\na;b\n")) if c.text] == [("a", 3, 3), ("b", 3, 3)]


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read('a;b\n1;2\n3;"4\n5;6\n7;8\n')
    assert refused.value.key == "error.open-quote"
    assert refused.value.parameters["line"] == 3


def test_a_file_of_blank_records_has_no_table() -> None:
    assert read(";;\n;;\n").blocks == []

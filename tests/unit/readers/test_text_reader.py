"""The text reader: lines with tabs are rows, other lines are paragraphs, and every address is the file's own."""

from __future__ import annotations

import pytest

from recon.model.document import Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers import text


def read(content: str, encoding: str = "utf-8") -> Document:
    return text.read("a.txt", content.encode(encoding), "")


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_consecutive_lines_with_tabs_are_one_table_with_rows_lines_and_columns() -> None:
    document = read("Раздел 1\n\nКод\tВсего\n1\t5,0\n\nконец\n")
    first, table, last = document.blocks
    assert first == Paragraph("Раздел 1", 1)
    assert isinstance(table, Table)
    assert table.line == 3
    assert [(c.text, c.row, c.column, c.line) for row in table.rows for c in row] == [
        ("Код", 1, 1, 3), ("Всего", 1, 2, 3), ("1", 2, 1, 4), ("5,0", 2, 2, 4),
    ]  # fmt: skip
    assert last == Paragraph("конец", 6)


def test_blank_cells_stay_where_they_are() -> None:
    assert texts(read("\tобластной бюджет\t\t1,0\t\n").tables[0]) == [["", "областной бюджет", "", "1,0", ""]]


def test_conversion_rules_are_passed_over_and_a_dash_is_not_one() -> None:
    assert texts(read("a\tb\n---\t--\n-\t-\n").tables[0]) == [["a", "b"], ["-", "-"]]


def test_paragraph_tags_become_line_ends_inside_a_cell() -> None:
    assert texts(read("<p>до-</p><p>ля</p>\tx <p>y</p>\n").tables[0]) == [["до-\nля", "x\ny"]]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_count_the_same(end: str) -> None:
    document = read(end.join(["a", "b\tc", "d\te", "f"]))
    assert document.blocks[0] == Paragraph("a", 1)
    assert [row[0].line for row in document.tables[0].rows] == [2, 3]
    assert document.blocks[2] == Paragraph("f", 4)


def test_a_page_break_parts_tables_and_adds_no_line() -> None:
    document = read("a\t1\n\fb\t2\nc\f\nd\t3\n")
    assert [texts(table) for table in document.tables] == [[["a", "1"]], [["b", "2"]], [["d", "3"]]]
    assert [table.line for table in document.tables] == [1, 2, 4]
    assert document.blocks[2] == Paragraph("c", 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_the_encoding_is_taken_by_evidence(encoding: str) -> None:
    document = read("Всего – 1 000,0 «тыс. рублей» № 5\n", encoding)
    assert document.blocks == [Paragraph("Всего – 1 000,0 «тыс. рублей» № 5", 1)]


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "utf-32-le", "iso8859-5"])
def test_a_text_in_another_encoding_is_refused_and_not_read_as_rubbish(encoding: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read("Государственная программа, всего по источникам", encoding)
    assert refused.value.key == "error.undecodable-text"


def test_a_text_cut_inside_a_letter_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        text.read("a.txt", "Государственная программа".encode()[:-1], "")


def test_a_huge_text_of_one_line_is_one_paragraph() -> None:
    document = read("слово " * 200_000)
    assert len(document.blocks) == 1

"""Rows of bars in a text: one line is one row, with the cells that stand in it and no more."""

from __future__ import annotations

import pytest

from recon.model.document import Cell, Document, Paragraph, Table
from recon.readers import text


def read(content: str) -> Document:
    return text.read("a.txt", content.encode(), "")


def texts(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


MARKDOWN = "До\n| Код | Всего |\n|-----|------:|\n| 1 | 5,0 |\n\nпосле\n"


def test_a_markdown_table_is_read_without_its_rule_and_with_the_lines_of_the_file() -> None:
    before, table, after = read(MARKDOWN).blocks
    assert isinstance(table, Table)
    assert (before, after, table.line) == (Paragraph("До", 1), Paragraph("после", 6), 2)
    assert table.rows == [
        [Cell("Код", 1, 1, line=2), Cell("Всего", 1, 2, line=2)],
        [Cell("1", 2, 1, line=4), Cell("5,0", 2, 2, line=4)],
    ]


@pytest.mark.parametrize("rule", ["|---|---|", "| :--- | ---: |", "---|---", "----+----", "|----+----|", "│────┼────│"])
def test_rules_of_every_kind_are_passed_over(rule: str) -> None:
    assert texts(read(f"| Код | Всего |\n{rule}\n| 1 | 5,0 |\n")) == [[["Код", "Всего"], ["1", "5,0"]]]


def test_markdown_inside_a_cell_is_what_its_page_shows() -> None:
    content = "| a | b |\n|---|---|\n| **Всего** | 1<br>2 |\n| x \\| y | <p>до</p><p>ля</p> |\n| * | a_b_ |\n"
    assert texts(read(content))[0][1:] == [["Всего", "1\n2"], ["x | y", "до\nля"], ["*", "a_b_"]]


def test_where_every_cell_is_closed_by_a_bar_each_row_keeps_its_own_number_of_cells() -> None:
    content = (
        "N | Имя | Источник | 2011 | Всего за |\n1. | Дороги | Местный | 2,5 | 10,0 |\n"
        "Федеральный | 47,5 | 190,0 | ||\nв том числе: |\n|\n| |||\n|||\n"
    )
    assert texts(read(content)) == [[
        ["N", "Имя", "Источник", "2011", "Всего за"], ["1.", "Дороги", "Местный", "2,5", "10,0"],
        ["Федеральный", "47,5", "190,0", "", ""], ["в том числе:"], [""], ["", "", "", ""], ["", "", ""],
    ]]  # fmt: skip


def test_a_bar_at_the_beginning_is_behind_an_empty_cell_where_other_rows_begin_without_one() -> None:
    assert texts(read("2001 | 2002 | |\nобластной бюджет |\n| 356 | 431 |\n")) == [
        [["2001", "2002", ""], ["областной бюджет"], ["", "356", "431"]]
    ]


def test_under_a_rule_a_bar_at_the_beginning_only_opens_the_row() -> None:
    assert texts(read("| Код | 2000 | 2001 |\n|---|---|---|\n1. A | 1 | 2 |\n| B | | 3 |\n| C | 4 |\n")) == [
        [["Код", "2000", "2001"], ["1. A", "1", "2"], ["B", "", "3"], ["C", "4"]]
    ]


def test_bars_between_cells_only_leave_the_last_cell_and_the_first_one_open() -> None:
    assert texts(read("a | b | c\nd | e |\n | f | g\n")) == [[["a", "b", "c"], ["d", "e", ""], ["", "f", "g"]]]


def test_a_cell_on_a_line_of_its_own_is_a_row_of_one_cell() -> None:
    assert texts(read("Годы |\nМестный бюджет |\n2016 |\n15105,2 |\n")) == [
        [["Годы"], ["Местный бюджет"], ["2016"], ["15105,2"]]
    ]


@pytest.mark.parametrize("line", ["Глава 5 | сайт", "---- + ----", "--------------------", "a + b", "||", "x \\| y |z"])
def test_a_line_that_is_not_seen_to_be_a_row_stays_prose_or_says_nothing(line: str) -> None:
    assert read(f"до\n\n{line}\n\nпосле\n").tables == []


def test_lines_with_one_bar_are_rows_where_there_are_several_of_them() -> None:
    assert texts(read("Источник | Всего\nместный бюджет | 5,0\n")) == [
        [["Источник", "Всего"], ["местный бюджет", "5,0"]]
    ]


def test_a_line_with_one_bar_above_rows_that_are_closed_by_bars_is_prose() -> None:
    document = read("Программа области | сайт\nИсточник | 2019 |\nместный | 5,0 |\n")
    assert document.blocks[0] == Paragraph("Программа области | сайт", 1)
    assert texts(document) == [[["Источник", "2019"], ["местный", "5,0"]]]
    assert texts(read("Код | Всего\n|---|---|\n| 1 | 5,0 |\n")) == [[["Код", "Всего"], ["1", "5,0"]]]


@pytest.mark.parametrize("bar", "|¦│┃║")
def test_bars_of_every_kind_part_cells(bar: str) -> None:
    assert texts(read(f"{bar} a {bar} b {bar}\n")) == [[["a", "b"]]]


def test_rows_of_tabs_and_rows_of_bars_are_tables_apart_and_tabs_before_bars_are_an_indent() -> None:
    assert texts(read("a\tb|c\n\t| d | e |\n\t\n")) == [[["a", "b|c"]], [["d", "e"]], [["", ""]]]


def test_a_page_break_parts_rows_of_bars() -> None:
    assert texts(read("| a | b |\n\f| c | d |\n")) == [[["a", "b"]], [["c", "d"]]]


def test_a_huge_line_of_bars_or_blanks_takes_no_time() -> None:
    read("|" * 300_000 + "\n" + "|" + " " * 300_000 + "<x\n" + "-" * 300_000 + "x|\n" + "\t" + " " * 300_000 + "p>\n")


def test_a_bar_that_closes_a_cell_of_several_lines_makes_no_table_of_one_cell() -> None:
    document = read("Объём составит 7,0 тыс. рублей, из них:\nместный бюджет - 4,0;\nиные - 3,0. |\nконец\n")
    assert document.tables == []
    assert [block.text for block in document.blocks][2] == "иные - 3,0. |"


@pytest.mark.parametrize("stroke", ["-" * 40, "=" * 12, "—" * 9])
def test_a_stroke_under_the_head_or_between_rows_ends_no_table(stroke: str) -> None:
    content = f"| Код | Всего | 2024 |\n{stroke}\n| 1 | 5,0 | 2,0 |\n{stroke}\n| 2 | 6,0 | 3,0 |\n{stroke}\n"
    assert texts(read(content)) == [[["Код", "Всего", "2024"], ["1", "5,0", "2,0"], ["2", "6,0", "3,0"]]]


def test_one_cell_a_line_a_lone_dash_is_a_declared_nil_and_no_rule() -> None:
    assert texts(read("Reserves |\n5,0 |\n- |\n- |\n7,0 |\n")) == [[["Reserves"], ["5,0"], ["-"], ["-"], ["7,0"]]]


CELL_A_LINE = "Источник |\nОбъём, тыс. руб. |\n||\n2024 год |\n2025 год |\n||\nОбластной |\n1,0 |\n|\n2,0 |\n"


def test_cells_one_a_line_are_rows_of_as_many_bars_as_those_that_stand_alone_fill_up() -> None:
    assert texts(read(CELL_A_LINE)) == [
        [["Источник", "Объём, тыс. руб."], ["2024 год", "2025 год"], ["Областной", "1,0", "", "2,0"]]
    ]
    assert [row[0].line for row in read(CELL_A_LINE).tables[0].rows] == [1, 4, 7]


@pytest.mark.parametrize("more", ["Местный |\n3,0 |\n", "Местный | 3,0 |\n4,0 | 5,0 | 6,0 |\n"])
def test_cells_one_a_line_whose_rows_do_not_come_out_are_rows_by_themselves(more: str) -> None:
    rows = texts(read(CELL_A_LINE + more))[0]
    assert rows[:2] == [["Источник"], ["Объём, тыс. руб."]]


def test_a_heading_over_the_whole_width_is_one_cell() -> None:
    assert texts(read(CELL_A_LINE + "Подпрограмма 1 | |||\n"))[0][-1] == ["Подпрограмма 1"]

"""Tables drawn with lines: a record between two rules is one row, and merged cells are found by their place."""

from __future__ import annotations

import pytest

from recon.model.document import Cell, Document, Paragraph, Table
from recon.readers import text


def read(content: str) -> Document:
    return text.read("a.txt", content.encode(), "")


def texts(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


def shape(table: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [[(c.text, c.row, c.column, c.rows, c.columns) for c in row] for row in table.rows]


def drawn(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


RECORDS = """\
до
+-----+-----------+-------+
| N   | Имя       | Всего |
+-----+-----------+-------+
| 1.  | дороги,   | 5,0   |
|     | мосты     |       |
+-----+-----------+-------+
| 2.  | школы     | 6,0   |
+-----+-----------+-------+
после
"""
PLAIN_LINES = str.maketrans("┌┬┐├┼┤└┴┘─│", "+++++++++-|")


def test_a_record_over_several_lines_is_one_row() -> None:
    before, table, after = read(RECORDS).blocks
    assert (before, after) == (Paragraph("до", 1), Paragraph("после", 10))
    assert isinstance(table, Table)
    assert table.line == 3
    assert table.rows[1] == [
        Cell("1.", 2, 1, line=5), Cell("дороги,\nмосты", 2, 2, line=5), Cell("5,0", 2, 3, line=5),
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[2]] == ["2.", "школы", "6,0"]


MERGED = """\
┌─────┬───────────────┬───────────────┐
│ N   │ Источник      │ Объём, в том  │
│     │               │ числе по годам│
│     │               ├───────┬───────┤
│     │               │ 2019  │ 2020  │
├─────┼───────────────┼───────┼───────┤
│ 1.1 │ всего         │  5,0  │  6,0  │
│     ├───────────────┼───────┼───────┤
│     │ федеральный   │  2,0  │       │
└─────┴───────────────┴───────┴───────┘
"""


@pytest.mark.parametrize("content", [MERGED, MERGED.translate(PLAIN_LINES), MERGED.replace("│", "¦")])
@pytest.mark.parametrize("indent", ["", "   ", "\t"])
def test_merged_cells_are_found_by_their_place(content: str, indent: str) -> None:
    moved = "".join(indent + line for line in content.splitlines(keepends=True))
    assert shape(read(moved).tables[0]) == [
        [("N", 1, 1, 2, 1), ("Источник", 1, 2, 2, 1), ("Объём, в том\nчисле по годам", 1, 3, 1, 2)],
        [("2019", 2, 3, 1, 1), ("2020", 2, 4, 1, 1)],
        [("1.1", 3, 1, 2, 1), ("всего", 3, 2, 1, 1), ("5,0", 3, 3, 1, 1), ("6,0", 3, 4, 1, 1)],
        [("федеральный", 4, 2, 1, 1), ("2,0", 4, 3, 1, 1), ("", 4, 4, 1, 1)],
    ]


def test_text_beside_a_stroke_belongs_to_the_cell_that_it_runs_through() -> None:
    content = drawn("+------+-----+------+", "|дороги|5,0  |отдел |", "|и     +-----+стро- |", "|мосты |6,0  |ек    |")
    assert texts(read(content)) == [[["дороги\nи\nмосты", "5,0", "отдел\nстро-\nек"], ["6,0"]]]
    fragment = "|дороги+-----+отдел |\n|мосты |6,0  |строек|\n"
    assert texts(read(fragment)) == [[["дороги\nмосты", "6,0", "отдел\nстроек"]]]


def test_a_fragment_whose_last_line_breaks_off_is_read_as_far_as_it_goes() -> None:
    content = "¦1.¦всего  ¦5,0  ¦6,0  ¦\n¦  +-------+-----+-----+\n¦  ¦местный¦2,0  ¦3,"
    assert texts(read(content)) == [[["1.", "всего", "5,0", "6,0"], ["местный", "2,0", "3,"]]]
    assert [cell.columns for cell in read(content).tables[0].rows[1]] == [1, 1, 1]


def test_a_line_with_one_bar_above_a_drawing_is_prose() -> None:
    document = read("Область | сайт\n" + RECORDS.removeprefix("до\n"))
    assert document.blocks[0] == Paragraph("Область | сайт", 1)
    assert len(document.tables[0].rows) == 3


def test_rules_of_dashes_between_all_records_part_them_as_frames_do() -> None:
    rule = "|---|-------|-----|"
    content = drawn(rule, "| N | Имя   |Всего|", rule, "| 1 |дороги,| 5,0 |", "|   |мосты  |     |", rule)
    assert texts(read(content)) == [[["N", "Имя", "Всего"], ["1", "дороги,\nмосты", "5,0"]]]


def test_where_rules_stand_around_the_head_and_the_end_only_each_full_line_is_a_row() -> None:
    rule = "+---+----+-----+"
    content = drawn(rule, "| N | Имя|Всего|", rule, "| 1 | а  | 5,0 |", "|   | б  | 6,0 |", "| 3 | в  | 7,0 |", rule)
    table = read(content).tables[0]
    assert texts(read(content)) == [[["N", "Имя", "Всего"], ["1", "а", "5,0"], ["", "б", "6,0"], ["3", "в", "7,0"]]]
    assert [(row[-1].row, row[-1].line) for row in table.rows] == [(1, 2), (2, 4), (3, 5), (4, 6)]


def test_a_drawing_that_lost_its_blanks_is_read_by_the_order_of_its_cells() -> None:
    rule = "+-----+-----------+-------+"
    content = drawn(rule, "| N | Имя | Всего |", rule, "| 1. | дороги, | 5,0 |", "| | мосты | |", "+---+")
    assert texts(read(content)) == [[["N", "Имя", "Всего"], ["1.", "дороги,\nмосты", "5,0"]]]


@pytest.mark.parametrize("line", ["+", "+++", "+7 (000) 000-00-00", "┌────┐", "+----+----+", "─────────"])
def test_lines_without_cells_make_no_table(line: str) -> None:
    assert read(f"до\n{line}\nпосле\n").tables == []


def test_a_sign_or_dash_inside_a_cell_stays_text() -> None:
    content = "+-------+------+\n| a + b | -5,0 |\n+-------+------+\n| --    | +1-2 |\n+-------+------+\n"
    assert texts(read(content)) == [[["a + b", "-5,0"], ["--", "+1-2"]]]


@pytest.mark.parametrize(
    "content",
    ["+" * 200_000, "+--" * 100_000 + "+\n" + "|\n" * 50_000, "+--+\n|" * 50_000, "|" + " " * 200_000 + "+--+\n+----+"],
)
def test_an_absurd_drawing_takes_no_time(content: str) -> None:
    read(content)


def test_words_in_the_gap_of_a_rule_that_stands_alone_are_kept() -> None:
    assert "1" in str(read("|1│=├\n").blocks)


def test_words_in_the_gap_of_a_lone_rule_and_behind_the_frame_are_not_lost() -> None:
    assert texts(read("|дороги+-----+отдел |\n")) == [[["дороги", "", "отдел"]]]
    assert texts(read("+--+\n|а |б\n+--+\n")) == [[["а", "б"]]]

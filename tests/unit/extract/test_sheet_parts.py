"""A sheet on which a whole document stands is read as its tables, and one table stays one."""

from decimal import Decimal

import pytest

from recon.extract import extract
from recon.extract.sheet_parts import with_parts
from recon.extract.wording import Wording
from recon.model.document import Cell, Document, Table
from recon.model.figure import Extraction
from recon.readers import delimited

PASSPORT = (
    "Паспорт программы;;;;\n"
    '"Объемы и источники финансирования";"Общий объем финансирования программы составляет 30,0 тыс. рублей, в том '
    'числе по годам реализации: 2024 год – 10,0 тыс. рублей; 2025 год – 20,0 тыс. рублей, из областного бюджета";;;\n'
)
HEAD = "№;Наименование;Источник финансирования;2024 год;2025 год\n"
ROADS = "1;Дороги;Всего;10,0;20,0\n;;областной бюджет;10,0;20,0\n"
BRIDGES = "2;Мосты;Всего;3,0;4,0\n;;областной бюджет;3,0;4,0\n"
INDICATORS = "№;Наименование показателя;Единица измерения;2024 год;2025 год\n1;Доля дорог;процентов;50;60\n"


@pytest.fixture
def tables(words: Wording):
    def of(text: str) -> list[Table]:
        return with_parts(delimited.read("a.csv", text.encode(), ""), words).tables

    return of


@pytest.fixture
def read(vocabulary):
    def of(text: str) -> Extraction:
        return extract(delimited.read("a.csv", text.encode(), ""), vocabulary)

    return of


def test_a_passport_and_a_table_on_one_sheet_are_read_apart(read) -> None:
    found = read(PASSPORT + "Ресурсное обеспечение, тыс. рублей;;;;\n" + HEAD + ROADS)
    assert [(f.table, f.source, f.period, f.reading.value, f.at.line) for f in found.figures] == [
        ("t1", "total", "total", Decimal(30), 2), ("t1", "total", "2024", Decimal(10), 2),
        ("t1", "total", "2025", Decimal(20), 2), ("t2", "total", "2024", Decimal(10), 5),
        ("t2", "total", "2025", Decimal(20), 5), ("t2", "regional", "2024", Decimal(10), 6),
        ("t2", "regional", "2025", Decimal(20), 6),
    ]  # fmt: skip
    assert {figure.unit for figure in found.figures} == {"thousand-rubles"}


def test_tables_with_heads_of_their_own_are_parted_and_keep_their_addresses(tables) -> None:
    money, indicators = tables("тыс. рублей;;;;\n" + HEAD + ROADS + ";;;;\n\nПоказатели;;;;\n" + INDICATORS)
    assert [row[0].row for row in money.rows] == [1, 2, 3, 4]
    assert [row[0].row for row in indicators.rows if any(cell.text for cell in row)] == [7, 8, 9]


@pytest.mark.parametrize(
    "between",
    ["Раздел 2;;;;\n", ";;;;\n", "продолжение;;;;\n" + HEAD, ";;;;\n1;2;3;4;5\n", "Исполнитель;Иванова И.И.;;;\n"],
)
def test_a_table_goes_on_below_headings_and_repeated_heads(tables, between: str) -> None:
    assert len(tables(HEAD + "1;2;3;4;5\n" + ROADS + between + BRIDGES)) == 1


def test_a_block_with_the_unit_above_a_table_stays_with_it(read) -> None:
    block = "Наименование органа;Министерство;;;\nЕдиница измерения:;тыс. рублей;;;\nкод;383;;;\n;;;;\n"
    assert {figure.unit for figure in read(block + HEAD + ROADS).figures} == {"thousand-rubles"}


def test_a_row_that_numbers_more_columns_begins_another_table(tables) -> None:
    other = "1;2;3;4;5;6\n1;Доля дорог;процентов;50;60;70\n"
    assert [len(table.rows) for table in tables(HEAD + "1;2;3;4;5\n" + ROADS + other)] == [4, 2]


def test_sums_below_a_table_stay_with_it_where_titles_of_the_next_stand_in_other_columns(tables) -> None:
    below = "Глава города;;;;\n;;;13,0;24,0\n;;;;Приложение 2\n;тыс. рублей;;;\n"
    first, second = tables(HEAD + ROADS + below + HEAD.replace("2024", "2023") + ROADS)
    assert [row[0].row for row in first.rows] == [1, 2, 3, 4, 5]
    assert second.rows[0][4].text == "Приложение 2"


def test_blocks_of_numbers_without_a_head_of_their_own_are_one_table(tables) -> None:
    block = ROADS.replace("Дороги", "Дороги " * 20)
    assert len(tables(HEAD + block + ";;;;\nГлава города;;;;\n" + block.replace("\n", ";5\n"))) == 1


def test_long_prose_above_a_table_does_not_hide_its_head(read) -> None:
    prose = "".join(f"Пункт {n} постановления;;;;\n" for n in range(60))
    assert len(read(prose + "тыс. рублей;;;;\n" + HEAD + ROADS).figures) == 4


def test_a_title_over_all_columns_does_not_widen_a_position_of_two(words: Wording) -> None:
    title = [Cell("Паспорт программы", 1, 1, columns=9)]
    position = [Cell("Объемы", 2, 1), Cell("Общий объем – 3 тыс. рублей, " + "из областного бюджета " * 9, 2, 2)]
    table = [
        [Cell(text, row, n + 1) for n, text in enumerate(line.split(";"))]
        for row, line in enumerate((HEAD + ROADS).splitlines(), 4)
    ]
    first, second = with_parts(Document("a", "", "xlsx", [Table([title, position, *table], "Лист1")]), words).tables
    assert [max(c.column + c.columns - 1 for row in t.rows for c in row) for t in (first, second)] == [2, 5]
    assert {first.sheet, second.sheet} == {"Лист1"}


def test_a_semicolon_inside_quoted_words_does_not_part_a_sheet_saved_by_an_office(read) -> None:
    found = read(PASSPORT.replace("; 2025", ";\n2025").replace(", в том", ",\nв том").replace(";;;\n", "\n"))
    assert [f.period for f in found.figures] == ["total", "2024", "2025"]


def test_a_head_of_long_names_is_no_position_of_a_passport(tables) -> None:
    title = ";;" + "Распределение бюджетных ассигнований по главным распорядителям средств бюджета " * 2 + ";;;;\n"
    name = "Наименование главного распорядителя средств и кода классификации расходов " * 2
    head = f"№;Код;{name};Фонд;;;Всего\n;;;;;;\n;;;Расходы;Субсидии;Расходы;\n1;2;3;4;5;6;7\n"
    rows = "1;01;Администрация;1,0;2,0;3,0;6,0\n2;02;Школы;1,0;1,0;1,0;3,0\n"
    assert len(tables("Приложение 3;;;;;;\n" + title + head + rows)) == 1


def test_the_heading_of_the_first_section_does_not_part_a_table_from_its_head(read) -> None:
    found = read("Решение совета;;;;\n" * 30 + "Перечень, тыс. рублей;;;;\n" + HEAD + "Раздел 1. Пути;;;;\n" + ROADS)
    assert {(f.source, f.period) for f in found.figures} == {
        (source, year) for source in ("total", "regional") for year in ("2024", "2025")
    }


STATED = (
    '"Объем финансирования программы – 30,0 тыс. рублей, в том числе: 2024 год – 10,0 тыс. рублей; 2025 год – 20,0 '
    'тыс. рублей";;;;\n'
)
BY_YEARS = (
    "Год;Всего;областной бюджет;местный бюджет;\n2024;10,0;6,0;4,0;\n2025;20,0;9,0;11,0;\nИтого;30,0;15,0;15,0;\n"
)


def test_a_table_whose_head_names_sources_is_parted_from_the_one_above(read) -> None:
    found = read("тыс. рублей;;;;\n" + HEAD + ROADS + ";;;;\nПо годам;;;;\n" + BY_YEARS)
    assert {figure.table for figure in found.figures} == {"t1", "t2"}
    years = [(f.source, f.period, str(f.reading.value)) for f in found.figures if f.table == "t2"]
    assert ("local", "2025", "11.0") in years
    assert len(years) == 9


def test_a_statement_in_a_row_of_a_sheet_is_read_at_its_cell(read) -> None:
    found = read("Паспорт программы;;;;\n" + STATED + ";;;;\nРесурсное обеспечение, тыс. рублей;;;;\n" + HEAD + ROADS)
    stated = [(f.period, str(f.reading.value), f.at.line) for f in found.figures if f.table == "p1"]
    assert stated == [("total", "30.0", 2), ("2024", "10.0", 2), ("2025", "20.0", 2)]
    left = [number.raw for number in found.untaken() if number.at.line == 2]
    assert left == ["2024", "2025"]  # its years, not its amounts


def test_rows_of_numbers_above_the_head_of_a_table_are_told(read) -> None:
    machines = "Трактор;2;3;;\nКомбайн;5;6;;\nПлуг;7;8;;\n"
    found = read(machines + HEAD + ROADS)
    assert [gap.parameters for gap in found.gaps if gap.kind == "gap.rows-above"] == [{"rows": 3}]
    assert [gap for gap in read(HEAD + ROADS).gaps if gap.kind == "gap.rows-above"] == []

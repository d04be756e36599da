"""How financing tables are read: heads, page breaks, elements, sources and periods."""

from decimal import Decimal

from recon.model.amount import State

HEAD = """№ п/п|Наименование мероприятия|Источник финансирования|Объем финансирования, тыс. рублей||
|||2024 год|2025 год|Всего
1|2|3|4|5|6
"""


def coordinates(extraction):
    return [(extraction.elements[f.element].code, f.source, f.period, f.reading.value) for f in extraction.figures]


def test_a_two_row_head_names_code_name_source_and_periods(extracted) -> None:
    found = extracted(HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n||областной бюджет|10,0|20,0|30,0\n")
    assert coordinates(found) == [
        ("1", "total", "2024", Decimal("10.0")),
        ("1", "total", "2025", Decimal("20.0")),
        ("1", "total", "total", Decimal("30.0")),
        ("1", "regional", "2024", Decimal("10.0")),
        ("1", "regional", "2025", Decimal("20.0")),
        ("1", "regional", "total", Decimal("30.0")),
    ]
    assert {f.unit for f in found.figures} == {"thousand-rubles"}
    assert found.figures[0].at.line == 4


def test_a_numbering_row_at_a_page_break_is_not_data(extracted) -> None:
    whole = HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n\n1|2|3|4|5|6\n||областной бюджет|10,0|20,0|30,0\n"
    found = extracted(whole)
    assert [table.id for table in found.tables] == ["t1"]
    assert len(found.figures) == 6
    assert found.elements[0].name == "Дороги"
    assert found.figures[-1].at.line == 7


def test_a_repeated_head_that_a_page_cuts_short_is_the_same_head_and_its_rest_is_no_name(extracted) -> None:
    head = "N|Наименование подпрограммы, основного мероприятия|Источник|2024 год|2025 год\n"
    again = "N|Наименование подпрограммы,|Источник|2024 год|2025 год\n|основного|областной бюджет|2,0|3,0\n"
    found = extracted(
        head + "1|Дороги|Всего|5,0|6,0\n||федеральный бюджет|3,0|3,0\n\n" + again + "2|Мосты|Всего|1,0|1,0\n"
    )
    assert [(element.code, element.name) for element in found.elements] == [("1", "Дороги"), ("2", "Мосты")]
    assert [(f.source, f.reading.value) for f in found.figures[4:6]] == [("regional", 2), ("regional", 3)]
    assert len(found.tables) == 1


def test_a_source_label_split_by_a_page_break_is_one_row(extracted) -> None:
    torn = (
        HEAD
        + "1|Дороги|Всего|10,0|20,0|30,0\n||прочие не запрещенные законом|||\n\n1|2|3|4|5|6\n"
        + "||источники: федеральный бюджет|10,0|20,0|30,0\n"
    )
    found = extracted(torn)
    assert [(f.source, f.at.line) for f in found.figures[3:]] == [("federal", 8)] * 3


def test_halves_of_a_source_label_that_name_sources_themselves_are_one_label(extracted) -> None:
    torn = HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n||прочие источники: федеральный|10,0|20,0|30,0\n\n||бюджет|||\n"
    assert [f.source for f in extracted(torn).figures[3:]] == ["federal"] * 3


def test_the_tail_of_a_source_label_may_say_whose_budget_it_is(extracted) -> None:
    torn = HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n||бюджет|10,0|20,0|30,0\n\n||города|||\n"
    assert [f.source for f in extracted(torn).figures[3:]] == ["local"] * 3


def test_a_source_without_figures_behind_a_page_break_is_not_the_tail_of_the_one_above(extracted) -> None:
    torn = HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n||федеральный бюджет|10,0|20,0|30,0\n\n||областной бюджет|||\n"
    assert [f.source for f in extracted(torn).figures[3:6]] == ["federal"] * 3


def test_a_page_repeats_the_first_row_of_a_passport_and_its_last_position_runs_on(extracted) -> None:
    found = extracted(
        "Срок реализации|2024 – 2025 годы, в два этапа по одному году каждый\n"
        "Объем финансирования|Общий объем – 2 300 тыс. рублей, в том числе: 2024 год – 2 100 тыс. руб.; 2025 год –\n\n"
        "Срок реализации|2024 – 2025 годы, в два этапа по одному году каждый\n|200 тыс. рублей\n"
    )
    assert [(f.period, f.reading.value) for f in found.figures] == [("total", 2300), ("2024", 2100), ("2025", 200)]


def test_a_number_that_a_page_break_tears_is_one_number(extracted) -> None:
    found = extracted(
        "Объем финансирования|Общий объем – 330 тыс. рублей, в том числе: 2024 год – 229\n\n"
        "|517,8 тыс. рублей; 2025 год – 100 тыс. рублей\n"
    )
    assert found.figures[1].reading.value == Decimal("229517.8")
    assert found.figures[1].at.row == 1


def test_a_unit_in_brackets_below_the_total_leaves_it_an_amount(extracted) -> None:
    found = extracted(
        "Источники|Всего|В том числе||\nфинансирования|(млн. руб.)|2024 год|2025 год|2026 год\n"
        "Всего|60,0|10,0|20,0|30,0\nобластной бюджет|60,0|10,0|20,0|30,0\n"
    )
    assert {(f.role, f.unit) for f in found.figures} == {("amount", "million-rubles")}


def test_years_over_words_are_not_read_as_the_years_of_those_words(extracted) -> None:
    found = extracted(
        "N|Наименование финансовых ресурсов|Объем ассигнований, тыс. рублей|||\nВсего|2024 год|2025 год|2026 год||\n"
        "1|Бюджет республики|60,0|10,0|20,0|30,0\n2|Бюджеты районов|6,0|1,0|2,0|3,0\n"
    )
    assert not found.figures
    assert not found.tables[0].read


def test_a_name_split_by_a_page_break_is_joined_to_its_element(extracted) -> None:
    torn = (
        HEAD
        + "1|Ремонт дорог,|Всего|10,0|20,0|30,0\n||областной бюджет|10,0|20,0|30,0\n\n1|2|3|4|5|6\n"
        + "|мостов и набережных||||\n2|Сады|Всего|1,0|1,0|2,0\n"
    )
    found = extracted(torn)
    assert [element.name for element in found.elements] == ["Ремонт дорог, мостов и набережных", "Сады"]


def test_codes_are_text_and_make_the_tree(extracted) -> None:
    rows = ["|Государственная программа «Край»", "1|Подпрограмма", "1.1|А", "1.9|Б", "1.10|В", "1.10.2|Г", "2.3.1|Д"]
    found = extracted(HEAD + "".join(f"{row}|Всего|1,0|1,0|2,0\n" for row in rows))
    parents = {e.code: found.elements[e.parent].code if e.parent >= 0 else None for e in found.elements}
    assert parents == {"": None, "1": "", "1.1": "1", "1.9": "1", "1.10": "1", "1.10.2": "1.10", "2.3.1": ""}


def test_level_words_make_the_tree_where_there_are_no_codes(extracted) -> None:
    head = "Наименование|Источник финансирования|2024 год|2025 год\n"
    rows = ["Муниципальная программа", "Подпрограмма «А»", "Основное мероприятие «Б»", "Подпрограмма «В»"]
    found = extracted(head + "".join(f"{row}|Всего|1,0|1,0\n" for row in rows))
    assert [e.parent for e in found.elements] == [-1, 0, 1, 0]


def test_a_prefix_does_not_change_a_source(words) -> None:
    assert words.source_of("иные не запрещенные законодательством источники: федеральный бюджет") == "federal"
    assert words.source_of("федеральный бюджет (в т.ч. межбюджетные трансферты краю)") == "federal"
    assert words.source_of("бюджеты муниципальных образований (без учета межбюджетных трансфертов)") == "local"
    assert words.source_of("вне- бюд- жетные сред- ства, млн руб.") == "extrabudgetary"
    assert words.source_of("бюджет- ные средства") == "budgetary"


def test_columns_of_another_role_are_not_added(extracted) -> None:
    head = (
        "Наименование|Источники финансирования|2024 год||2025 год||Всего\n"
        "||объем средств, млн руб.|предусмотрено бюджетом|объем средств, млн руб.|предусмотрено бюджетом|\n"
    )
    found = extracted(head + "Программа|Всего|1,0|0,5|2,0|0,5|3,0\n|областной бюджет|1,0|0,5|2,0|0,5|3,0\n")
    assert [f.role for f in found.figures[:5]] == [
        "amount",
        "предусмотрено бюджетом",
        "amount",
        "предусмотрено бюджетом",
        "amount",
    ]


def test_a_blank_cell_is_blank_and_a_dash_takes_the_digits_of_its_table(extracted) -> None:
    found = extracted(HEAD + "1|Дороги|Всего|10,00|–|\n||областной бюджет|10,00|5,00|15,00\n")
    assert [f.reading.state for f in found.figures[:3]] == [State.STATED, State.NIL, State.BLANK]
    assert found.figures[1].reading.decimals == 2


def test_a_table_without_a_head_keeps_its_columns_apart(extracted) -> None:
    found = extracted("федеральный бюджет|1,0|2,0\nобластной бюджет|3,0|4,0\nвнебюджетные источники|5,0|6,0\n")
    assert {f.period for f in found.figures} == {"column 2", "column 3"}
    assert "gap.lost-head" in {gap.kind for gap in found.gaps}


def test_an_indicator_table_is_not_taken_for_money(extracted) -> None:
    found = extracted("Наименование показателя|Единица измерения|2024 год|2025 год\nДоля школ|%|10|20\n")
    assert not found.figures
    assert [(t.role, t.read) for t in found.tables] == [("indicators", True)]
    assert [value.reading.raw for value in found.indicators[0].yearly] == ["10", "20"]


def test_a_unit_is_taken_from_the_line_above_and_never_guessed(extracted) -> None:
    table = "Наименование|Источник финансирования|2024 год|2025 год\nПрограмма|Всего|1,0|2,0\n"
    table += "|областной бюджет|1,0|2,0\n"
    assert {f.unit for f in extracted("Расходы на программу\n(млн рублей)\n" + table).figures} == {"million-rubles"}
    without = extracted(table)
    assert {f.unit for f in without.figures} == {""}
    assert [gap.kind for gap in without.gaps] == ["gap.no-unit"]


def test_a_letter_in_a_number_is_refused_not_guessed(extracted) -> None:
    found = extracted(HEAD + "1|Дороги|Всего|1О,0|20,0|30,0\n")
    assert found.figures[0].reading.state is State.UNREADABLE


def test_a_whole_label_is_not_known_by_its_end(words) -> None:
    assert words.has("code-column", "№")
    assert words.has("code-column", " N ")
    assert not words.has("code-column", "Plan")
    assert not words.has("budget-code-column", "Промокод")


def test_a_cell_behind_a_page_break_has_the_number_of_its_row_in_the_whole_table(words) -> None:
    from recon.extract.page_breaks import grids_of
    from recon.model.document import Cell, Document, Table

    def piece(*rows: str) -> Table:
        return Table([[Cell(text, r, c) for c, text in enumerate(row.split(), 1)] for r, row in enumerate(rows, 1)])

    (grid,) = grids_of(Document("", "", "docx", [piece("а 1", "б 2"), piece("в 3", "г 4")]), words)
    assert [(row.number, cell.row) for row in grid.rows for cell in row.cells[:1] if cell] == [
        (1, 1), (2, 2), (3, 3), (4, 4),
    ]  # fmt: skip
    assert grid.pieces == [(0, 0), (1, 2)]


def test_codes_and_sources_that_a_narrow_column_breaks_are_whole(extracted) -> None:
    found = extracted(
        HEAD + "1|Дороги|Всего|10,0|20,0|30,0\n||федеральны й бюджет|10,0|20,0|30,0\n"
        "1.<p>1</p>|Мосты|Всего|10,0|20,0|30,0\n||област ной бюджет|1,0|2,0|3,0\n||неведомы й источник|1,0|2,0|3,0\n"
    )
    assert [element.key for element in found.elements] == ["1", "1.1"]
    assert found.elements[1].parent == 0
    assert [f.source for f in found.figures[::3]] == ["total", "federal", "total", "regional", "неведомы й источник"]


def test_a_source_with_blank_cells_only_is_no_head_of_the_label_below(extracted) -> None:
    rows = "1|Дороги|Всего|10,0|20,0|30,0\n||федеральный бюджет|||\n||областной бюджет|10,0|20,0|30,0\n"
    found = extracted(HEAD + rows + "2|Мосты|Всего|1,0|2,0|3,0\n||федеральный бюджет|||\n3|Огни|Всего|4,0|4,0|8,0\n")
    assert [(code, source) for code, source, period, _ in coordinates(found) if period == "total"] == [
        ("1", "total"), ("1", "regional"), ("2", "total"), ("3", "total"),
    ]  # fmt: skip

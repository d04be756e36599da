"""How sums stated in prose are read: nesting by source and by year, in either order."""

from decimal import Decimal

import pytest

from recon.extract.sentences import stated_sums


def sums(words, text, unit=""):
    return [(s.source, s.period, str(s.reading.value)) for s in stated_sums(text, unit, words)]


def test_years_then_sources_with_their_own_years(words) -> None:
    text = (
        "Общий объем – 1 030,0 тыс. рублей, в том числе по годам: 2024 год – 500,0 тыс. рублей; 2025 год – "
        "530,0 тыс. рублей; из них: средства областного бюджета – 930,0 тыс. рублей, в том числе по годам: "
        "2024 год – 450,0 тыс. рублей; 2025 год – 480,0 тыс. рублей; иные источники, в том числе: средства "
        "федерального бюджета – 100,0 тыс. рублей, в том числе по годам: 2024 год – 50,0 тыс. рублей; "
        "2025 год – 50,0 тыс. рублей"
    )
    assert sums(words, text) == [
        ("total", "total", "1030.0"),
        ("total", "2024", "500.0"),
        ("total", "2025", "530.0"),
        ("regional", "total", "930.0"),
        ("regional", "2024", "450.0"),
        ("regional", "2025", "480.0"),
        ("federal", "total", "100.0"),
        ("federal", "2024", "50.0"),
        ("federal", "2025", "50.0"),
    ]


def test_years_with_sources_inside_each(words) -> None:
    text = (
        "Всего 300 тыс. руб., в том числе: в 2024 году – 100 тыс. руб., из них: федеральный бюджет – 40 тыс. руб., "
        "областной бюджет – 60 тыс. руб.; в 2025 году – 200 тыс. руб., из них: федеральный бюджет – 80 тыс. руб., "
        "областной бюджет – 120 тыс. руб."
    )
    assert sums(words, text) == [
        ("total", "total", "300"),
        ("total", "2024", "100"),
        ("federal", "2024", "40"),
        ("regional", "2024", "60"),
        ("total", "2025", "200"),
        ("federal", "2025", "80"),
        ("regional", "2025", "120"),
    ]


def test_sources_first_and_the_total_last(words) -> None:
    text = (
        "Ассигнования областного бюджета в размере 30,00* руб., в том числе: в 2024 году – 10,00*руб. "
        "в 2025 году – 20,00* руб. Внебюджетные средства в размере 7,00 руб., в том числе: в 2024 году – 3,00*руб. "
        "в 2025 году – 4,00*руб. Общий объем необходимого финансирования в размере 37,00*руб."
    )
    assert sums(words, text) == [
        ("regional", "total", "30.00"),
        ("regional", "2024", "10.00"),
        ("regional", "2025", "20.00"),
        ("extrabudgetary", "total", "7.00"),
        ("extrabudgetary", "2024", "3.00"),
        ("extrabudgetary", "2025", "4.00"),
        ("total", "total", "37.00"),
    ]


def test_an_amount_may_stand_before_its_source(words) -> None:
    text = (
        "составляет 56 тысяч рублей, из них 19 тысяч рублей - средства федерального бюджета, "
        "26 тысяч рублей - средства областного бюджета, 11 тысяч рублей - средства местных бюджетов"
    )
    assert [source for source, _, _ in sums(words, text)] == ["total", "federal", "regional", "local"]


def test_each_amount_keeps_its_own_unit_and_place(words) -> None:
    text = "Общий объем – 2,0 млн рублей, в том числе: 2024 год – 2 000,00 рублей"
    found = stated_sums(text, "", words)
    assert [s.unit for s in found] == ["million-rubles", "rubles"]
    assert [text[s.start : s.end] for s in found] == ["2,0", "2 000,00"]


def test_an_inherited_unit_serves_amounts_without_one(words) -> None:
    assert sums(words, "Всего – 30,0; в том числе: 2024 год – 10,0; 2025 год – 20,0", "thousand-rubles") == [
        ("total", "total", "30.0"),
        ("total", "2024", "10.0"),
        ("total", "2025", "20.0"),
    ]


@pytest.mark.parametrize("text", ["от 20.09.2013 № 400", "на 2014 – 2024 годы", "пункты 1.2 и 1.3", "до 2025 года"])
def test_dates_numbers_of_acts_and_periods_are_not_amounts(words, text: str) -> None:
    assert sums(words, text) == []


def test_money_besides_the_total_is_marked(words) -> None:
    text = "Всего – 10 тыс. рублей; кроме того, средства предприятий – 5 тыс. рублей"
    assert [s.source for s in stated_sums(text, "", words)] == ["total", "besides/extrabudgetary"]


def test_years_of_money_besides_the_total_stay_with_it(words) -> None:
    text = (
        "Всего – 10 тыс. рублей, в том числе: 2024 год – 10 тыс. рублей; кроме того, ссуды – 5 тыс. рублей, "
        "в том числе: 2024 год – 5 тыс. рублей"
    )
    assert [(source, period) for source, period, _ in sums(words, text)] == [
        ("total", "total"), ("total", "2024"), ("besides/ссуды", "total"), ("besides/ссуды", "2024"),
    ]  # fmt: skip


def test_years_that_begin_anew_after_a_source_are_its_own(words) -> None:
    text = "Всего: 9,0; 2024 - 3,0; 2025 - 6,0; федеральный бюджет: 9,0; 2024 - 3,0; 2025 - 6,0"
    assert [(source, period) for source, period, _ in sums(words, text, "thousand-rubles")] == [
        ("total", "total"), ("total", "2024"), ("total", "2025"),
        ("federal", "total"), ("federal", "2024"), ("federal", "2025"),
    ]  # fmt: skip


def test_words_that_lead_on_to_a_list_do_not_end_a_statement(extracted) -> None:
    found = extracted(
        "Общий объем финансирования составляет 9,0 тыс. руб., в том числе:\n2024 год - 9,0 тыс. руб.\n12\n"
        "Из них за счет средств:\nфедерального бюджета - 9,0 тыс. руб., в том числе:\n2024 год - 9,0 тыс. руб.\n"
    )
    assert [(f.source, f.period, f.at.line) for f in found.figures] == [
        ("total", "total", 1), ("total", "2024", 2), ("federal", "total", 5), ("federal", "2024", 6),
    ]  # fmt: skip


def test_an_instruction_to_change_amounts_states_no_volume(extracted) -> None:
    found = extracted("Объем финансирования в 2024 году увеличить на 1,0 тыс. руб., в 2025 году - на 2,0 тыс. руб.\n")
    assert (found.figures, found.tables) == ([], [])


def test_a_source_stated_inside_another_is_an_of_which_line(words) -> None:
    text = (
        "Общий объем – 10 тыс. рублей, в том числе: областной бюджет – 10 тыс. рублей, "
        "из них средства федерального бюджета – 4 тыс. рублей"
    )
    assert [source for source, _, _ in sums(words, text)] == ["total", "regional", "regional/federal"]


def test_a_passport_position_runs_on_over_a_page_break(extracted) -> None:
    found = extracted(
        "Срок|2024 - 2025 годы\nОбъемы и источники финансирования|Общий объем – 30,0 тыс. рублей, в том числе по "
        "годам: 2024 год – 10,0 тыс. рублей;\n\n|<p>2025 год – 20,0 тыс. рублей</p>\n"
    )
    assert [(f.period, f.reading.value, f.at.line) for f in found.figures] == [
        ("total", Decimal("30.0"), 2),
        ("2024", Decimal("10.0"), 2),
        ("2025", Decimal("20.0"), 4),
    ]
    assert found.tables[0].role == "passport"


def test_a_statement_that_names_one_sum_twice_is_not_understood(extracted) -> None:
    found = extracted("Объемы финансирования составляют: 2024 год – 10 тыс. рублей; 2024 год – 12 тыс. рублей\n")
    assert not found.figures
    assert [gap.kind for gap in found.gaps] == ["gap.statement-not-understood"]


def test_a_total_over_years_that_are_not_all_listed_is_a_span_and_not_their_sum(extracted) -> None:
    """An amendment often lists only the years that change."""
    found = extracted(
        "Объемы финансирования: общий объем на 2020 – 2025 годы – 90,0 тыс. рублей, в том числе: "
        "2024 год – 10,0 тыс. рублей; 2025 год – 20,0 тыс. рублей\n"
    )
    assert [f.period for f in found.figures] == ["2020-2025", "2024", "2025"]


def test_a_total_over_the_years_that_are_listed_is_their_total(extracted) -> None:
    found = extracted(
        "Объемы финансирования: общий объем на 2024 – 2025 годы – 30,0 тыс. рублей, в том числе: "
        "2024 год – 10,0 тыс. рублей; 2025 год – 20,0 тыс. рублей\n"
    )
    assert [f.period for f in found.figures] == ["total", "2024", "2025"]


def test_a_statement_under_a_subprogrammes_passport_is_about_the_subprogramme(extracted) -> None:
    sums = "Объемы финансирования: общий объем – 10,0 тыс. рублей, в том числе: 2024 год – 10,0 тыс. рублей\n"
    found = extracted(f"Паспорт программы\n\n{sums}\nПаспорт подпрограммы 2 «Дороги края»\n\n{sums}")
    assert [(e.code, e.key, e.name) for e in found.elements] == [("", "", ""), ("2", "2", "дороги края")]


def test_a_subprogramme_known_by_its_name_finds_its_row_in_the_table(extracted) -> None:
    found = extracted(
        "Паспорт подпрограммы «Дороги края»\n\nОбъемы финансирования: общий объем – 10,0 тыс. рублей, в том числе: "
        "2024 год – 10,0 тыс. рублей\n\n№ п/п|Наименование|Источник|2024 год, тыс. рублей|2025 год\n"
        "|Программа|Всего|10,0|20,0\n2|Подпрограмма «Дороги края»|Всего|10,0|20,0\n"
    )
    assert [e.key for e in found.elements if e.table == "p1"] == ["2"]

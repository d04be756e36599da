"""Tables of indicators are read whatever their head looks like, and money is never taken for one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recon.extract import extract
from recon.extract.indicator_values import is_unit, kind_of, read_value, split_unit, whole_unit
from recon.extract.wording import Wording
from recon.model.document import Cell, Document, Table
from recon.model.figure import Extraction
from recon.model.indicator import Form

HEAD = "№ п/п|Мероприятие|Наименование показателя|Единица измерения|2023 год|2024 год\n"


def rows(extraction: Extraction) -> list[tuple[str, str, str, list[str]]]:
    return [(i.code, i.name, i.unit, [v.reading.raw for v in i.values]) for i in extraction.indicators]


def test_an_indicator_has_its_activity_name_unit_and_values_by_year(extracted) -> None:
    found = extracted(HEAD + "1.1|Дороги|Доля дорог|%|10,5|20\n||Количество мостов|ед.|1|-\n")
    assert rows(found) == [("1.1", "Доля дорог", "%", ["10,5", "20"]), ("1.1", "Количество мостов", "ед.", ["1", "-"])]
    assert [(v.period, v.form) for v in found.indicators[1].yearly] == [("2023", Form.NUMBER), ("2024", Form.DASH)]
    assert {i.element for i in found.indicators} == {"Дороги"}
    assert found.figures == []


def test_the_unit_may_stand_behind_the_name_and_the_base_value_among_the_years(extracted) -> None:
    head = "№ п/п|Наименование показателей, единица измерения|2018 год (базовый)|2019 год|2020 год\n"
    found = extracted(head + "1|Доля услуг, оказанных в срок, проценты|5|10|20\n2|Число услуг (единиц)|1|2|3\n")
    assert [(i.name, i.unit, i.kind) for i in found.indicators] == [
        ("Доля услуг, оказанных в срок", "проценты", "percent"),
        ("Число услуг", "единиц", "count"),
    ]
    assert [(v.role, v.period) for v in found.indicators[0].values] == [
        ("base", "2018"), ("indicator", "2019"), ("indicator", "2020"),
    ]  # fmt: skip


def test_a_base_value_has_its_date(extracted) -> None:
    head = "№|Показатель|Единица измерения|Базовое значение||Период, год|\n|||значение|дата|2023|2024\n"
    (found,) = extracted(head + "1|Доля услуг|%|5,0|31.12.2022|10|20\n").indicators
    assert found.base is not None
    assert (found.base.reading.raw, found.base_date) == ("5,0", "31.12.2022")
    assert [v.reading.raw for v in found.yearly] == ["10", "20"]


def test_a_plan_is_the_indicator_and_what_was_reached_is_not(extracted) -> None:
    head = "№|Наименование показателя|Единица измерения|2022||2023|\n|||план|факт|план|факт\n"
    (found,) = extracted(head + "1|Доля услуг|%|10|11|20|21\n").indicators
    assert [(v.role, v.period, v.reading.raw) for v in found.values] == [
        ("indicator", "2022", "10"), ("actual", "2022", "11"), ("indicator", "2023", "20"), ("actual", "2023", "21"),
    ]  # fmt: skip


def test_a_total_over_the_years_is_no_year(extracted) -> None:
    head = "Показатель|Единица измерения|2023|2024|Всего\n"
    (found,) = extracted(head + "Ремонт дорог|км|10|20|30\n").indicators
    assert [v.role for v in found.values] == ["indicator", "indicator", "total"]


@pytest.mark.parametrize("page_break", ["\n1|2|3|4|5|6\n", "1|2|3|4|5|6\n"], ids=["two pieces", "one table"])
@pytest.mark.parametrize("above", ["1|2|3|4|5|6\n", "1|2|3|4|5|6\n1|А|Доля парков|%|1|2\n\n1|2|3|4|5|6\n"])
def test_a_name_goes_on_behind_a_page_break(extracted, page_break: str, above: str) -> None:
    table = f"{above}1.1|Дороги и|Доля дорог, отвеча-|%|10|20\n{page_break}"
    table += "|мосты|ющих нормам|||\n1.2|Парки|Число парков|ед.|1|2\n"
    found = extracted(HEAD + table).indicators[-2:]
    assert [(i.name, i.element) for i in found] == [
        ("Доля дорог, отвечающих нормам", "Дороги и мосты"),
        ("Число парков", "Парки"),
    ]


def test_a_table_whose_head_is_lost_is_known_by_its_units(extracted) -> None:
    found = extracted(
        "1|2|3|4|5\n1.1|Доля дорог|%|10|20\n1.2|Число парков|единиц|1|2\n1.3|Наличие сайта|да/нет|да|да\n"
    )
    assert [i.unit for i in found.indicators] == ["%", "единиц", "да/нет"]
    assert {v.period for i in found.indicators for v in i.values} == {"column 4", "column 5"}
    assert [gap.kind for gap in found.gaps] == ["gap.lost-head"]


def test_a_heading_may_part_a_head_from_its_rows_and_rows_from_rows(extracted) -> None:
    text = HEAD + "Подпрограмма 1\n1.1|Дороги|Доля дорог|%|10|20\nПодпрограмма 2\n2.1|Парки|Число парков|ед.|1|2\n"
    found = extracted(text)
    assert [(i.name, [v.period for v in i.values]) for i in found.indicators] == [
        ("Доля дорог", ["2023", "2024"]), ("Число парков", ["2023", "2024"]),
    ]  # fmt: skip
    assert not found.gaps


def test_a_row_that_lost_a_merged_cell_is_put_back(extracted) -> None:
    found = extracted(HEAD + "1.1|Дороги|Доля дорог|%|10|20\nснижение аварий||%|1,5|2,5|\n")
    assert rows(found)[1] == ("1.1", "снижение аварий", "%", ["1,5", "2,5"])


@pytest.mark.parametrize(
    "table",
    [
        "№|Показатель|Источник финансирования|2023|2024\n1|Дороги|Всего|10|20\n||областной бюджет|10|20\n",
        "№|Показатель|Единица измерения|2023|2024\n1|Расходы на дороги|тыс. руб.|10|20\n2|Расходы|млн рублей|1|2\n",
        "Показатель|Единица измерения|2023|2024\nВсего|тыс. рублей|3|4\nобластной бюджет|тыс. рублей|3|4\n",
    ],
)
def test_money_is_no_indicator(extracted, table: str) -> None:
    assert extracted(table).indicators == []


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("≥ 15", Form.AT_LEAST, 15),
        ("не менее 15", Form.AT_LEAST, 15),
        ("< 5 %", Form.AT_MOST, 5),
        ("да", Form.YES, None),
        ("Нет", Form.NO, None),
        ("-", Form.DASH, None),
        ("", Form.BLANK, None),
        ("x", Form.NOT_APPLICABLE, None),
        ("*", Form.AWAITED, None),
        ("10 %", Form.NUMBER, 10),
        ("до 10 рабочих дней", Form.OTHER, None),
        ("1О", Form.OTHER, None),
    ],
)
def test_what_stands_for_a_value_is_told_apart(words: Wording, text: str, form: Form, number: int | None) -> None:
    found, reading = read_value(None, text, words)
    assert found is form
    assert reading.raw == text
    if form is not Form.DASH:
        assert reading.value == number


def test_units_of_one_kind_are_one_unit_however_they_are_spelled(words: Wording) -> None:
    assert {kind_of(unit, words) for unit in ("ед.", "единиц", "штук", "шт.", "усл. ед.", "усл.ед.")} == {"count"}
    assert {kind_of(unit, words) for unit in ("%", "процентов", "ПРОЦ", "Процент")} == {"percent"}
    assert kind_of("тыс. посещений", words) == kind_of("тыс.посещений", words) != ""
    assert not is_unit("проценты выполнения плана по району", words)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Доля услуг, процентов", ("Доля услуг", "процентов")),
        ("Доля услуг (процентов)", ("Доля услуг", "процентов")),
        ("Доля услуг, оказанных в срок", ("Доля услуг, оказанных в срок", "")),
        ("Ввод дорог, км.", ("Ввод дорог", "км")),
    ],
)
def test_a_unit_at_the_end_of_a_name_is_parted_from_it(words: Wording, text: str, split: tuple[str, str]) -> None:
    assert split_unit(text, words) == split


def test_a_budget_that_calls_its_rows_indicators_is_read_as_a_budget(extracted) -> None:
    lines = ["Код|Наименование показателя|2023|2024", "100|Доходы|60|90", "101|Налог на доходы|30|40"]
    lines += ["102|Акцизы|20|30", "103|Пошлина|10|20", "200|Расходы|40|50", "201|Дороги|15|20", "202|Парки|15|20"]
    assert extracted("\n".join([*lines, "203|Школы|10|10"]) + "\n").indicators == []


@pytest.mark.parametrize(
    ("printed", "whole"),
    [("проценто\nв", "процентов"), ("едини ц", "единиц"), ("кв. м", "кв. м"), ("тонн в", "тонн в")],
)
def test_a_unit_that_a_narrow_column_breaks_is_one_word(words: Wording, printed: str, whole: str) -> None:
    assert whole_unit(printed, words) == whole
    assert is_unit("проценто в", words)


def test_a_page_whose_narrow_columns_break_years_units_and_their_own_numbers_is_read(vocabulary) -> None:
    texts = [
        ["N", "Показатель", "Единица измерения", "202\n4 год", "202\n5\nгод"],
        ["1", "2", "3", "4", "5"],
        ["1", "Доля дорог, отвечающих нормам", "проценто\nв", "10\n,5", "20"],
    ]
    wide = [[*row, *(str(n) if row[0] == "1" and row[1] == "2" else "" for n in range(6, 12))] for row in texts]
    wide[1][-1] = "1\n1"
    cells = [[Cell(text, n, m) for m, text in enumerate(row, 1)] for n, row in enumerate(wide, 1)]
    (found,) = extract(Document("a.pdf", "", "pdf", [Table(cells)]), vocabulary).indicators
    assert (found.unit, found.kind) == ("процентов", "percent")
    assert [(v.period, v.reading.value) for v in found.yearly] == [("2024", Decimal("10.5")), ("2025", 20)]

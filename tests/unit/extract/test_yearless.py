"""Tables with rows of sources whose heads tell no years apart: plan and fact of one year, quarters, or nothing."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

ABOVE = "Отчет об исполнении программы за 2031 год, тыс. рублей\n"
REPORT = ABOVE + """№|Наименование|Источники|План на 2031 год|Факт за 2031 год|% исполнения|Отклонение
|Программа, всего|всего|110,0|88,0|80,0|22,0
||областной бюджет|80,0|68,0|85,0|12,0
||местный бюджет|30,0|20,0|66,7|10,0
1|Дороги|всего|70,0|58,0|82,9|12,0
||областной бюджет|50,0|44,0|88,0|6,0
||местный бюджет|20,0|14,0|70,0|6,0
2|Мосты|всего|40,0|30,0|75,0|10,0
||областной бюджет|30,0|24,0|80,0|6,0
||местный бюджет|10,0|6,0|60,0|4,0
"""
QUARTERS = """План расходов, тыс. рублей
Мероприятие|Источник|Всего на год|I квартал|II квартал|III квартал|IV квартал
Дороги|всего|100,0|10,0|20,0|30,0|40,0
|областной бюджет|60,0|5,0|15,0|20,0|20,0
|местный бюджет|40,0|5,0|5,0|10,0|20,0
"""


def columns(extraction: Extraction) -> list[tuple[str, str]]:
    return list(dict.fromkeys((figure.period, figure.role) for figure in extraction.figures))


def test_plan_and_fact_are_kinds_of_figures_of_their_year_and_no_head_is_lost(extracted) -> None:
    extraction = extracted(REPORT)
    assert [(period, role) for period, role in columns(extraction)][:3] == [
        ("2031", "план на 2031 год"), ("2031", "факт за 2031 год"), ("2031", "% исполнения"),
    ]  # fmt: skip
    assert not extraction.gaps
    assert [element.code for element in extraction.elements] == ["", "1", "2"]
    assert {figure.unit for figure in extraction.figures if figure.adds} == {"thousand-rubles"}


def test_a_deviation_is_that_of_plan_and_fact_though_a_percentage_stands_between(extracted) -> None:
    role = columns(extracted(REPORT))[3][1]
    assert "план на 2031 год" in role
    assert "факт за 2031 год" in role


def test_a_column_of_percentages_is_never_added(extracted) -> None:
    assert {figure.role for figure in extracted(REPORT).figures if not figure.adds} == {"% исполнения"}


def test_quarters_that_make_up_the_year_are_its_parts(extracted) -> None:
    found = columns(extracted(QUARTERS))
    assert {role for _, role in found} == {"amount"}
    assert found[0][0] == "total"


def test_columns_that_make_up_nothing_are_kinds_of_figures(extracted) -> None:
    other = QUARTERS.replace("|100,0|", "|70,0|").replace("|60,0|", "|35,0|").replace("|40,0|5,0|", "|35,0|5,0|")
    assert len({role for _, role in columns(extracted(other))}) == 5


ONE = """Затраты программы на 2031 год
№|Мероприятие|Источник|Сумма, тыс. рублей
1|Дороги|Всего|30,0
||областной бюджет|20,0
||местный бюджет|{}
2|Мосты|Всего|40,5
||областной бюджет|20,5
||местный бюджет|20,0
"""


@pytest.mark.parametrize("amount", ["10,0", "70,0"])
def test_one_column_of_money_is_read_whether_its_sums_hold_or_not(extracted, amount: str) -> None:
    extraction = extracted(ONE.format(amount))
    assert [figure.source for figure in extraction.figures] == ["total", "regional", "local"] * 2
    assert columns(extraction) == [("2031", "amount")]


def test_one_column_of_anything_else_is_no_money(extracted) -> None:
    other = ONE.replace("Затраты программы на 2031 год\n", "").replace("Сумма, тыс. рублей", "Число договоров")
    assert not extracted(other.format("10,0")).figures


def test_a_table_without_any_head_still_says_that_it_is_lost(extracted) -> None:
    rows = "\n".join(QUARTERS.split("\n")[2:])
    assert [gap.kind for gap in extracted(rows).gaps][:1] == ["gap.lost-head"]

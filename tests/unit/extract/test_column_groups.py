"""The years of a head that names several kinds of figures: money beside values of indicators, plan beside fact."""

from __future__ import annotations

from recon.model.figure import Extraction

BESIDE = """План реализации программы
№|Мероприятие|Источник|Объем средств, тыс. рублей|||Планируемое значение показателя||
|||всего|2031 год|2032 год|2031 год|2032 год|2033 год
1|Число участников, единиц|x|x|x|x|15|16|17
2|Выставки|областной бюджет|30,0|10,0|20,0|x|x|x
3|Ярмарки|областной бюджет|70,5|30,5|40,0|x|x|x
|Итого|областной бюджет|100,5|40,5|60,0|x|x|x
"""
PLAN_AND_FACT = """Финансирование программы, тыс. рублей
Мероприятие|Источник|План|||Факт||
||всего|2031 год|2032 год|всего|2031 год|2032 год
Выставки|всего|30,0|10,0|20,0|27,0|9,0|18,0
|областной бюджет|10,0|4,0|6,0|9,0|4,0|5,0
|местный бюджет|20,0|6,0|14,0|18,0|5,0|13,0
"""
KINDS = """Финансирование программы, тыс. рублей
Мероприятие|Источник|2031 год, план|2031 год, оценка|2032 год
Выставки|всего|30,0|29,0|20,0
|областной бюджет|10,0|9,0|6,0
|местный бюджет|20,0|20,0|14,0
"""


def roles(extraction: Extraction) -> dict[str, list[str]]:
    """The periods of each role."""
    found: dict[str, list[str]] = {}
    for figure in extraction.figures:
        if figure.period not in found.setdefault(figure.role, []):
            found[figure.role].append(figure.period)
    return found


def test_the_only_group_of_money_keeps_the_amounts_with_its_total(extracted) -> None:
    assert roles(extracted(BESIDE)) == {
        "amount": ["total", "2031", "2032"],
        "планируемое значение показателя": ["2031", "2032", "2033"],
    }


def test_values_of_indicators_have_no_unit_of_money_and_are_not_added(extracted) -> None:
    counted = [figure for figure in extracted(BESIDE).figures if figure.role != "amount"]
    assert {(figure.unit, figure.adds) for figure in counted} == {("", False)}


def test_each_of_several_groups_has_its_years_and_its_total(extracted) -> None:
    assert roles(extracted(PLAN_AND_FACT)) == {
        "план": ["total", "2031", "2032"],
        "факт": ["total", "2031", "2032"],
    }


def test_labels_without_a_group_are_kinds_themselves(extracted) -> None:
    assert roles(extracted(KINDS)) == {"2031 год, план": ["2031"], "2031 год, оценка": ["2031"], "amount": ["2032"]}

"""Years stand down beside the names of elements, and a single column holds money."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

TABLE = """Перечень мероприятий программы

№ п/п|Наименование мероприятия|Срок реализации|{money}
1|Программа «Двор»|2031|16,6
||2032|30,4
||Всего|47,0
1.1|Ремонт|2031|10,5
||2032|20,3
||Всего|30,8
1.2|Сады|2031|6,1
||2032|10,1
||Всего|16,2
"""
SUMS = "Объем финансирования, тыс. рублей"


def places(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(extraction.elements[f.element].code, f.source, f.period) for f in extraction.figures}


@pytest.mark.parametrize(("money", "source"), [(SUMS, "total"), ("Местный бюджет, тыс. рублей", "local")])
def test_each_year_is_of_the_element_above(extracted, money: str, source: str) -> None:
    extraction = extracted(TABLE.replace("{money}", money))
    periods = ("2031", "2032", "total")
    assert places(extraction) == {(code, source, period) for code in ("1", "1.1", "1.2") for period in periods}
    assert [element.parent for element in extraction.elements] == [-1, 0, 0]
    assert {figure.unit for figure in extraction.figures} == {"thousand-rubles"}


def test_one_wrong_figure_leaves_it_so(extracted) -> None:
    assert len(places(extracted(TABLE.replace("{money}", SUMS).replace("|20,3", "|20,8")))) == 9


def test_years_whose_figures_make_up_no_total_are_left_unread(extracted) -> None:
    table = TABLE.replace("{money}", SUMS)
    for right, wrong in (("47,0", "9,9"), ("30,8", "9,8"), ("16,2", "9,7"), ("16,6", "3,1"), ("30,4", "4,7")):
        table = table.replace(right, wrong)
    assert not extracted(table).figures


def test_two_columns_of_figures_are_no_single_one(extracted) -> None:
    table = TABLE.replace("{money}", SUMS + "|Мощность, м").replace(",5\n", ",5|71\n").replace(",3\n", ",3|92\n")
    assert not extracted(table).figures

"""Those who spend stand in rows of their own under «всего» of each element, in a column that no word calls sources."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

TABLE = """Расходы бюджета района на реализацию программы, тыс. рублей
Статус|Наименование|Ответственный исполнитель, соисполнители|ГРБС|ЦСР|2031 год|2032 год|Итого
Муниципальная программа|«Музеи»|всего|Х|Х|40,0|50,5|90,5
||Управление культуры|057|Х|25,5|35,0|60,5
||Управление строительства|075|Х|14,5|15,5|30,0
Подпрограмма 1|«Фонды»|всего|Х|Х|22,0|24,5|46,5
||Управление культуры|057|Х|15,5|17,0|32,5
||Управление строительства|075|Х|6,5|7,5|14,0
Подпрограмма 2|«Залы»|всего|Х|Х|18,0|26,0|44,0
||Управление культуры|057|Х|10,0|18,0|28,0
||Управление строительства|075|Х|8,0|8,0|16,0
"""


def spenders(extraction: Extraction) -> set[str]:
    return {figure.source for figure in extraction.figures} - {"total"}


def names(extraction: Extraction) -> list[str]:
    return [element.name for element in extraction.elements]


def test_they_are_no_elements_and_make_up_the_total_of_each(extracted) -> None:
    extraction = extracted(TABLE)
    assert spenders(extraction) == {"управление культуры", "управление строительства"}
    assert names(extraction) == ["Муниципальная программа «Музеи»", "Подпрограмма 1 «Фонды»", "Подпрограмма 2 «Залы»"]
    assert [element.parent for element in extraction.elements] == [-1, 0, 0]


@pytest.mark.parametrize(("right", "wrong"), [("|15,5|17,0|", "|51,5|17,0|"), ("|18,0|26,0|44,0", "|19,0|26,0|44,0")])
def test_they_are_known_where_one_figure_is_wrong(extracted, right: str, wrong: str) -> None:
    assert len(spenders(extracted(TABLE.replace(right, wrong, 1)))) == 2


def test_a_column_whose_rows_do_not_make_up_their_total_is_none_of_those_who_spend(extracted) -> None:
    within = TABLE.replace("14,5|15,5|30,0", "3,5|4,5|8,0").replace("6,5|7,5|14,0", "1,5|2,5|4,0")
    within = within.replace("8,0|8,0|16,0", "2,0|2,0|4,0")
    assert not spenders(extracted(within))


def test_a_total_beside_a_row_without_a_spender_is_not_made_up(extracted) -> None:
    assert not spenders(extracted(TABLE.replace("||Управление строительства|075", "|||075")))


ALONE = """Расходы бюджета района на реализацию программы, тыс. рублей
Статус|Наименование|Ответственный исполнитель, соисполнители|ГРБС|ЦСР|2031 год|2032 год|Итого
Муниципальная программа|«Музеи»|всего|Х|Х|40,0|50,5|90,5
||Управление культуры|057|Х|40,0|50,5|90,5
||Управление строительства|075|Х|-|-|-
Основное мероприятие 1|«Фонды»|Управление культуры|057|0110100|22,0|24,5|46,5
Основное мероприятие 2|«Залы»|Управление культуры|057|0110200|18,0|26,0|44,0
"""


def test_one_of_them_may_spend_all(extracted) -> None:
    extraction = extracted(ALONE)
    assert spenders(extraction) == {"управление культуры", "управление строительства"}
    assert len(extraction.elements) == 3


def test_one_that_spends_another_amount_than_the_total_is_no_spender_of_it(extracted) -> None:
    assert not spenders(extracted(ALONE.replace("057|Х|40,0|50,5|90,5", "057|Х|4,1|5,2|9,3")))

"""Below «Всего по программе» sources stand in cells merged over all columns of labels, that of codes the first."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

TABLE = """Перечень мероприятий программы, тыс. рублей
№ п/п|Мероприятие|Исполнитель|Источник|2031 год|2032 год
1|Ремонт дорог|Управление|Областной бюджет|10,5|20,5
|||Местный бюджет|1,5|2,5
2|Ремонт мостов|Управление|Областной бюджет|4,5|5,5
|||Местный бюджет|2,0|3,0
Всего по программе, в том числе:||||18,5|31,5
Областной бюджет||||15,0|26,0
Местный бюджет||||3,5|5,5
"""
WITHOUT_COLUMN = """Перечень мероприятий программы, тыс. рублей
№ п/п|Мероприятие, источники|2031 год|2032 год
1|Ремонт дорог|12,0|23,0
|Областной бюджет|10,5|20,5
|Местный бюджет|1,5|2,5
2|Ремонт мостов|6,5|8,5
|Областной бюджет|4,5|5,5
|Местный бюджет|2,0|3,0
Всего по программе, в том числе:||18,5|31,5
Областной бюджет||15,0|26,0
Местный бюджет||3,5|5,5
"""


def last_sources(extraction: Extraction) -> set[str]:
    last = len(extraction.elements) - 1
    return {figure.source for figure in extraction.figures if figure.element == last}


@pytest.mark.parametrize("table", [TABLE, WITHOUT_COLUMN])
def test_they_are_the_sources_of_the_row_above(extracted, table: str) -> None:
    extraction = extracted(table)
    assert last_sources(extraction) == {"total", "regional", "local"}
    assert extraction.elements[-1].name.startswith("Всего по программе")
    children = [element.code for element in extraction.elements if element.parent == len(extraction.elements) - 1]
    assert children == ["1", "2"]


def test_a_code_with_digits_names_no_source(extracted) -> None:
    extraction = extracted(TABLE.replace("Местный бюджет||||3,5", "3. Местный бюджет||||3,5"))
    assert last_sources(extraction) != {"total", "regional", "local"}


def test_the_tail_of_a_name_below_a_page_break_leaves_its_row_to_the_element_above(extracted) -> None:
    head, second = TABLE.split("2|Ремонт мостов")
    torn = f"{head}2|Ремонт мостов{second}".replace("|||Местный бюджет|2,0", "\n|через реки||Местный бюджет|2,0")
    extraction = extracted(torn)
    assert [element.name for element in extraction.elements][:2] == ["Ремонт дорог", "Ремонт мостов через реки"]
    assert len(extraction.elements) == 3

"""Years across, and the sources of each below it: a source whose name holds the word «источник» is one of them."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

TABLE = """Перечень мероприятий программы, тыс. рублей
№ п/п|Наименование мероприятия|2031 год|2031 год|2031 год|2032 год|2032 год|2032 год
№ п/п|Наименование мероприятия|Всего|Местный бюджет|{other}|Всего|Местный бюджет|{other}
1|Ремонт дорог|16,0|10,5|5,5|26,0|20,5|5,5
2|Ремонт мостов|4,0|1,5|2,5|7,0|2,5|4,5
|Итого по программе|20,0|12,0|8,0|33,0|23,0|10,0
"""


def sources(extraction: Extraction) -> set[tuple[str, str]]:
    return {(figure.source, figure.role) for figure in extraction.figures}


@pytest.mark.parametrize("other", ["Внебюджетные источники", "Иные источники", "Прочие источники финансирования"])
def test_sources_called_sources_stand_beside_the_others(extracted, other: str) -> None:
    found = {source for source, role in sources(extracted(TABLE.replace("{other}", other))) if role == "amount"}
    assert {"total", "local"} < found
    assert len(found) == 3


def test_the_head_of_the_column_that_names_sources_is_none(extracted) -> None:
    table = TABLE.replace("№ п/п|Наименование мероприятия", "№ п/п|Источник финансирования").replace("{other}", "МБ")
    assert all("источник" not in source for source, _ in sources(extracted(table)))

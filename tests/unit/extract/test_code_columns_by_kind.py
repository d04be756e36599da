"""Columns of groups, subgroups and kinds behind the names of a budget hold codes and no money."""

from __future__ import annotations

TABLE = """Доходы районного бюджета (рублей)
Наименование|Группа|Подгруппа|Вид|Раздел|Подраздел|Сумма
Налоговые доходы|1|00|00|00|00|150 450,00
Налоги на доходы|1|10|00|00|00|90 250,00
Подоходный налог|1|11|01|00|00|90 250,00
Налоги на собственность|1|20|00|00|00|60 200,00
Налог на недвижимость|1|21|01|00|00|40 100,00
Земельный налог|1|21|02|00|00|20 100,00
Неналоговые доходы|2|00|00|00|00|30 050,00
Штрафы|2|10|00|00|00|30 050,00
Всего доходов|0|00|00|00|00|180 500,00
"""


def test_only_the_sums_are_figures(extracted) -> None:
    extraction = extracted(TABLE)
    assert {figure.reading.raw for figure in extraction.figures} == {
        line.rsplit("|", 1)[1] for line in TABLE.splitlines()[2:]
    }

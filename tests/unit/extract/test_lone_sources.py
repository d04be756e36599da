"""An activity of one source has nothing else: it is added where the total above it is parted by no source."""

from __future__ import annotations

from recon.model.figure import Extraction

HEAD = "Перечень мероприятий программы, тыс. рублей\n№|Мероприятие|Источник|2031 год|2032 год|Всего\n"
TABLE = HEAD + """1|Дороги|Всего, в том числе:|12,0|23,0|35,0
1.1|Ремонт дорог|Местный бюджет|10,5|20,5|31,0
1.2|Ремонт мостов|Областной бюджет|1,5|2,5|4,0
2|Дома|Всего, в том числе:|6,5|8,5|15,0
2.1|Ремонт крыш|Местный бюджет|4,5|5,5|10,0
2.2|Ремонт стен|Областной бюджет|2,0|3,0|5,0
|Итого||18,5|31,5|50,0
"""


def sources(extraction: Extraction) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for figure in extraction.figures:
        found.setdefault(extraction.elements[figure.element].code, set()).add(figure.source)
    return found


def test_it_is_the_total_of_its_activity_where_the_sums_above_show_it(extracted) -> None:
    assert set().union(*sources(extracted(TABLE)).values()) == {"total"}


def test_one_wrong_figure_leaves_it_so(extracted) -> None:
    found = sources(extracted(TABLE.replace("|10,5|20,5|31,0", "|10,5|25,5|31,0")))
    assert found["1.1"] == {"total"}


def test_it_stays_a_source_where_the_total_above_is_something_else(extracted) -> None:
    found = sources(extracted(TABLE.replace("|12,0|23,0|35,0", "|72,0|93,0|165,0")))
    assert found["1.1"] == {"local"}
    assert found["2.1"] == {"total"}


def test_it_stays_a_source_below_a_total_that_has_such_a_source(extracted) -> None:
    parted = TABLE.replace("1.1|", "||Местный бюджет|10,5|20,5|31,0\n||Областной бюджет|1,5|2,5|4,0\n1.1|", 1)
    found = sources(extracted(parted))
    assert found["1"] == {"total", "local", "regional"}
    assert found["1.1"] == {"local"}

"""Rows of totals behind coded rows: «Итого по разделу 1» is the sum of its section, «Всего» that of the sections."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

HEAD = "Перечень мероприятий программы, тыс. рублей\n№ п/п|Мероприятия|2031 год|2032 год|Всего\n"
FIRST = "1.1|Ремонт дорог|10,5|11,5|22,0\n1.2|Ремонт мостов|20,0|30,0|50,0\n"
SECOND = "2.1|Посадка лип|1,5|2,5|4,0\n2.2|Посадка роз|3,0|4,0|7,0\n2.3|Полив|5,5|6,5|12,0\n"
FIRST_TOTAL, SECOND_TOTAL, GRAND = "30,5|41,5|72,0", "10,0|13,0|23,0", "|Всего по программе|40,5|54,5|95,0\n"
#: what stands over a section and what closes it, with a place for its number
SECTIONS = {
    "a line of words": ("Раздел {}. Работы||||\n", "|Итого по разделу {}|"),
    "a heading without a code": ("|Подпрограмма {}||||\n", "|Итого по подпрограмме {}|"),
    "a heading with a code": ("{}|Задача {}. Условия|||\n", "|Итого по задаче {}|"),
    "a total without a number": ("Раздел {}. Работы||||\n", "|Итого по разделу:|"),
}


def table(heading: str, closing: str, second_total: str = SECOND_TOTAL) -> str:
    first = heading.format(1, 1) + FIRST + closing.format(1) + FIRST_TOTAL + "\n"
    second = heading.format(2, 2) + SECOND + closing.format(2) + second_total + "\n"
    return HEAD + first + second + GRAND


def children(extraction: Extraction) -> dict[str, list[str]]:
    """The codes, or the names, below each row of a total, those without figures apart."""
    stated = {figure.element for figure in extraction.figures}
    found: dict[str, list[str]] = {}
    for n, element in enumerate(extraction.elements):
        if n in stated and element.parent >= 0:
            above = extraction.elements[element.parent]
            found.setdefault(above.name, []).append(element.code or element.name)
    return found


@pytest.mark.parametrize("kind", SECTIONS)
def test_each_section_is_closed_by_its_total_and_all_by_the_last(extracted, kind: str) -> None:
    extraction = extracted(table(*SECTIONS[kind]))
    closed = [e.name for e in extraction.elements if e.name.startswith("Итого")]
    below: dict[int, list[str]] = {}
    for n, element in enumerate(extraction.elements):
        if element.parent >= 0 and any(figure.element == n for figure in extraction.figures):
            below.setdefault(element.parent, []).append(element.code or element.name)
    assert sorted(below.values()) == [["1.1", "1.2"], ["2.1", "2.2", "2.3"], closed]


def test_a_total_with_a_slip_in_one_year_still_closes_its_section(extracted) -> None:
    extraction = extracted(table(*SECTIONS["a line of words"], second_total="10,0|31,0|23,0"))
    assert children(extraction)["Итого по разделу 2"] == ["2.1", "2.2", "2.3"]


def test_a_total_that_its_section_does_not_make_up_closes_nothing(extracted) -> None:
    extraction = extracted(table(*SECTIONS["a line of words"], second_total="17,0|28,0|45,0"))
    assert "Итого по разделу 2" not in children(extraction)


def test_a_total_that_repeats_its_coded_heading_takes_nothing_from_it(extracted) -> None:
    heading = "1|Задача 1. Дороги|30,5|41,5|72,0\n"
    extraction = extracted(HEAD + heading + FIRST + "|Итого по задаче 1|30,5|41,5|72,0\n")
    assert children(extraction) == {"Задача 1. Дороги": ["1.1", "1.2"]}


CROSSING = """Перечень мероприятий программы, тыс. рублей
№ п/п|Мероприятия|Всего|2031||2032|
|||ОБ|МБ|ОБ|МБ
1.|Ремонт дорог|10,0|1,0|2,0|3,0|4,0
2.|Ремонт мостов|26,0|5,0|6,0|7,0|8,0
3.|Ремонт труб|11,0|2,0|2,5|3,0|3,5
|Всего по программе|{}|8,0|10,5|13,0|15,5
"""


def sources(extraction: Extraction) -> set[str]:
    return {figure.source for figure in extraction.figures}


def test_years_of_sources_across_speak_for_a_total_that_stands_alone(extracted) -> None:
    extraction = extracted(CROSSING.format("47,0"))
    assert sources(extraction) == {"total", "regional", "local"}
    assert {figure.role for figure in extraction.figures} == {"amount"}


def test_totals_that_the_years_of_sources_are_nowhere_near_are_of_their_own(extracted) -> None:
    other = CROSSING.replace("|10,0|", "|90,0|").replace("|26,0|", "|81,0|").replace("|11,0|", "|55,0|")
    extraction = extracted(other.format("226,0"))
    assert {f.role for f in extraction.figures if f.source == "total"}.isdisjoint({"amount"})


def test_totals_of_sections_are_not_that_of_the_programme(extracted) -> None:
    extraction = extracted(table(*SECTIONS["a heading with a code"]))
    keys = {element.name: element.key for element in extraction.elements if not element.code}
    assert keys["Итого по задаче 1"]
    assert keys["Всего по программе"] == ""

"""Heads of indicator tables whose merged cells were lost: years go back over their values where one way fits."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

HEAD = "№ п/п | Наименование показателя | Единица измерения | Значения показателей |||\n"
YEARS = "2023 год | 2024 год | 2025 год ||||\n"
ROWS = "1 | Доля дорог в порядке | процентов | 10,5 | 20 | 30 |\n2 | Число мостов | единиц | 1 | - | 3 |\n"


@pytest.fixture
def read(extracted):
    return lambda text: extracted(text.replace("|", "¦"))


def values(extraction: Extraction) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [(i.name, i.unit, [(v.period, v.reading.raw) for v in i.values]) for i in extraction.indicators]


FOUND = [
    ("Доля дорог в порядке", "процентов", [("2023", "10,5"), ("2024", "20"), ("2025", "30")]),
    ("Число мостов", "единиц", [("2023", "1"), ("2024", "-"), ("2025", "3")]),
]


def test_years_pushed_to_the_left_belong_over_the_values(read) -> None:
    assert values(read(HEAD + YEARS + ROWS)) == FOUND


def test_the_heading_of_a_section_may_stand_under_the_years(read) -> None:
    assert values(read(HEAD + YEARS + "Цель: дороги без ям ||||||\n" + ROWS)) == FOUND


def test_a_column_behind_the_years_has_its_label_in_their_row_or_in_the_one_above(read) -> None:
    rows = ROWS.replace("30 |", "30 | статистика |").replace("3 |\n", "3 | отчёты |\n")
    below = YEARS.replace("2025 год |", "2025 год | Источник |")
    assert values(read(HEAD.replace("|||", "||||") + below + rows)) == FOUND
    above = HEAD.replace("|||", "| Исполнитель |||")
    assert values(read(above + YEARS.replace("||||", "|||||") + rows)) == FOUND


def test_years_that_fit_over_two_runs_of_values_are_not_put_anywhere(read) -> None:
    """A column of numbers without a year stands beside them, so that no count tells which columns are meant."""
    head = "№ п/п | Наименование показателя | Единица измерения | Значения показателей | Вес |||\n"
    rows = ROWS.replace("30 |", "30 | 5 |").replace("3 |\n", "3 | 7 |\n")
    assert read(head + YEARS.replace("||||", "|||||") + rows).indicators == []


def test_a_head_with_a_label_too_few_is_left_alone(read) -> None:
    head = "Наименование показателя | Единица измерения | Значения показателей ||||\n"
    assert read(head + YEARS + ROWS).indicators == []

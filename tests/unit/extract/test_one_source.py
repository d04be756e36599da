"""A total that stands alone behind the years of the only source that is named."""

from __future__ import annotations

from recon.model.figure import Extraction

YEARS = """Объём финансирования мероприятий программы из бюджета города составляет:
в 2031 году – 1 200 тыс. рублей;
в 2032 году – 1 300 тыс. рублей.
Общая сумма – {} тыс. рублей.
"""


def sources(extraction: Extraction) -> set[str]:
    return {figure.source for figure in extraction.figures}


def test_years_are_those_of_the_total_that_they_make_up(extracted) -> None:
    assert sources(extracted(YEARS.format("2 500"))) == {"total"}


def test_years_keep_their_source_where_the_sum_behind_them_is_another(extracted) -> None:
    assert "local" in sources(extracted(YEARS.format("9 700")))

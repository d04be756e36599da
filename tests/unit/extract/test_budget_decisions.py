"""Decisions on a budget: revenue, expenditure and deficit of each year, as articles state them."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction
from tests.unit.extract.test_budget_tables import verdicts

YEAR = """О бюджете поселения
1. Утвердить основные характеристики бюджета поселения на 2031 год:
1) прогнозируемый общий объем доходов в сумме 9 025,1 тыс. рублей, в том числе дотации в сумме 7 000,0 тыс. рублей;
2) общий объем расходов бюджета в сумме 9 325,1 тыс. рублей;
3) дефицит бюджета в сумме 300,0 тыс. рублей;
4) верхний предел долга на 1 января 2032 года в сумме 5,0 тыс. рублей.
"""
TWO_YEARS = """2. Утвердить основные характеристики бюджета на плановый период 2032 и 2033 годов:
а) общий объем доходов бюджета на 2032 год в сумме 8 000,0 тыс. рублей и на 2033 год в сумме 8 100,0 тыс. рублей;
б) общий объем расходов бюджета на 2032 год в сумме 8 000,0 тыс. рублей, в том числе условно утвержденные
расходы в сумме 200,0 тыс. рублей, и на 2033 год в сумме 8 150,0 тыс. рублей, в том числе условные 400,0 тыс. рублей;
в) дефицит бюджета на 2032 год в сумме 0,0 тыс. рублей и на 2033 год в сумме 50,0 тыс. рублей.
"""
REPORT = (
    "1. Утвердить отчет об исполнении бюджета поселения за 2030 год по доходам в сумме 10 793 447,40 рублей, "
    "по расходам в сумме 10 935 044,57 рублей, с превышением расходов над доходами в сумме 141 597,17 рублей."
)
TOLD = [("2031", "9 025,1"), ("2031", "9 325,1"), ("2031", "300,0")]


def told(extraction: Extraction) -> list[tuple[str, str]]:
    return [(figure.period, figure.reading.raw) for figure in extraction.figures]


def results(extraction: Extraction) -> list[str]:
    return [verdict.name.lower() for _, _, verdict in verdicts(extraction, "BAL01")]


def test_the_lines_of_one_year_are_told_by_the_words_that_lead_to_them(extracted) -> None:
    found = extracted(YEAR)
    assert told(found) == TOLD
    names = [found.elements[figure.element].name for figure in found.figures]
    assert names == ["общий объем доходов", "общий объем расходов", "дефицит"]
    assert [figure.at.line for figure in found.figures] == [3, 4, 5]
    assert results(found) == ["holds"]


def test_each_line_may_tell_two_years_with_parts_between_them(extracted) -> None:
    found = extracted(TWO_YEARS)
    assert told(found) == [
        ("2032", "8 000,0"), ("2032", "8 000,0"), ("2032", "0,0"),
        ("2033", "8 100,0"), ("2033", "8 150,0"), ("2033", "50,0"),
    ]  # fmt: skip
    assert results(found) == ["holds", "holds"]


def test_a_report_states_all_three_in_one_sentence(extracted) -> None:
    found = extracted(REPORT)
    assert told(found) == [("2030", "10 793 447,40"), ("2030", "10 935 044,57"), ("2030", "141 597,17")]
    assert results(found) == ["holds"]


def test_a_result_behind_the_sentence_on_a_line_of_its_own_is_told_too(extracted) -> None:
    text = REPORT.replace(", по расходам", " и по расходам").replace(", с превышением", ".\nРезультат – превышение")
    found = extracted(text.replace("над доходами в сумме", "над\nдоходами составляет –"))
    assert len(told(found)) == 3
    assert results(found) == ["holds"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [(YEAR, "300,0 -> 800,0"), (TWO_YEARS, "8 150,0 -> 8 510,0"), (REPORT, "10 935 044,57 -> 10 935 944,57")],
)
def test_a_wrong_line_is_found(extracted, text: str, slip: str) -> None:
    found = extracted(text.replace(*slip.split(" -> ")))
    assert "broken" in results(found)


def test_an_article_that_does_not_tell_all_three_is_left(extracted) -> None:
    assert "9 025,1" not in {raw for _, raw in told(extracted(YEAR.replace("дефицит", "резерв")))}


def test_a_line_that_is_far_from_the_others_was_misread(extracted) -> None:
    assert results(extracted(YEAR.replace("9 325,1", "93,2"))) == []


def test_what_is_raised_by_an_amount_is_no_line(extracted) -> None:
    text = YEAR.replace("Утвердить основные характеристики", "Увеличить на 10,0 тыс. рублей характеристики")
    assert results(extracted(text)) == []


def test_a_year_that_is_not_told_whole_is_named(extracted) -> None:
    found = extracted(TWO_YEARS.replace(" и на 2033 год в сумме 50,0 тыс. рублей", ""))
    assert {period for period, _ in told(found)} == {"2032"}
    assert [gap.kind for gap in found.gaps] == ["gap.statement-not-understood"]

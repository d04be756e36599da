"""Scales of points and formulas, as footnotes, texts and cells print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recon.extract.formulas import plain
from recon.extract.scales import band_of
from recon.model.figure import Extraction


def formulas(extraction: Extraction) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    return [(formula.variables, formula.defined) for formula in extraction.formulas]


@pytest.mark.parametrize(
    ("text", "low", "high", "points"),
    [
        ("5,0 - обучено 50 – 100,00%", "50", "100.00", "5.0"),
        ("0 – обучено 0 - 1,99%", "0", "1.99", "0"),
        ("свыше 90 % – 5 баллов", "90", None, "5"),
        ("от 80 до 90 процентов - 3 балла", "80", "90", "3"),
        ("менее 50% – 0 баллов", "0", "50", "0"),
        ("5 баллов - 90 % и более", "90", None, "5"),
    ],
)
def test_a_line_of_a_scale_is_read_either_way_round(text: str, low: str, high: str | None, points: str) -> None:
    band = band_of(text)
    assert band is not None
    assert (band.low, band.high, band.points) == (Decimal(low), Decimal(high) if high else None, Decimal(points))


@pytest.mark.parametrize(
    "text", ["2014 - 2025 годы", "в 2020 году – 0,00 руб.", "10 - 20 тыс. рублей", "1. Аппарат", ""]
)
def test_a_line_of_anything_else_is_no_line_of_a_scale(text: str) -> None:
    assert band_of(text) is None


def test_bands_that_do_not_follow_on_each_other_are_no_scale(extracted) -> None:
    assert extracted("5 - от 50 до 100%\n\n3 - от 20 до 30%\n\n0 - от 0 до 10%\n").scales == []
    (scale,) = extracted("5 - от 50 до 100%\n\n3 - от 20 до 49,99%\n\n0 - от 0 до 19,99%\n").scales
    assert [scale.points(Decimal(part), Decimal(200)) for part in (3998, 4000, 9999, 10000)] == [0, 3, 3, 5]


def test_latex_and_plain_formulas_are_the_same_formula(extracted) -> None:
    tail = " где: N1 - число услуг, N2 - общее число услуг."
    assert formulas(extracted(r"$D = \frac{N_{1}}{N_{2}} \cdot 100\%$" + tail)) == [(("N1", "N2"), (1, 1))]
    assert formulas(extracted("D = N1 / N2 * 100 %," + tail)) == [(("N1", "N2"), (1, 1))]
    assert plain(r"$\text{МО}_i / \text{МО}^*$") == " МОi / МО "


def test_the_definitions_may_stand_in_the_next_cells_and_pages(extracted) -> None:
    table = "№|Показатель|Методика\n1|Доля услуг|D = А1 / А2 * 100 %\n\n1|2|3\n||А1 – число услуг\n||А2 – всего услуг\n"
    assert formulas(extracted(table)) == [(("А1", "А2"), (1, 1))]


def test_two_formulas_do_not_share_their_definitions(extracted) -> None:
    text = "D = А1 / А2 * 100, где А1 – число, А2 – всего\nK = В1 / В2 * 100, где В1 – часть, В2 – целое\n"
    assert formulas(extracted(text)) == [(("А1", "А2"), (1, 1)), (("В1", "В2"), (1, 1))]


@pytest.mark.parametrize(
    "text",
    [
        "Доля = число услуг / общее число услуг * 100 %",
        "N = (A общ + B / C * 100",
        "13=3+6",
        "Итого = 5 + 6",
        r"$S = \sum_{i} K_i / N$",
    ],
)
def test_what_is_put_in_words_or_cannot_be_told_is_left_alone(extracted, text: str) -> None:
    assert formulas(extracted(text)) == []

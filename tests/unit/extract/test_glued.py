"""Tables whose cells were glued together, head and rows."""

from __future__ import annotations

from recon.model.figure import Extraction
from tests.unit.extract.test_budget_tables import broken

WITH_BLANKS = """(EUR million)
APPROPRIATIONS203120322033Total 2031-2033

1. Growth

49 713 72 047 62 771 184 531

1a: Competitiveness

15 60516 32116 72648 652

1b: Cohesion

34 10855 72646 045135 879

2. Resources: natural

146 981 159 765 158 204 464 950
3. Security1 6372 2692 3066 212
"""
WITH_POINTS = """The programme is funded as set out below.
Funded By2031/32 (£m)2032/33 (£m)2033/34 (£m)Total (£m)
Grants20.0622.9221.27324.257
S1063.2080.220-3.428
Borrowing164.65779.451-244.108
Total Funding187.92782.5931.273271.793
The programme remains under review.
"""


def rows(extraction: Extraction) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for figure in extraction.figures:
        found.setdefault(extraction.elements[figure.element].name, []).append(figure.reading.raw)
    return found


def test_three_digits_stand_behind_each_blank(extracted) -> None:
    found = extracted(WITH_BLANKS)
    assert rows(found) == {
        "1. Growth": ["49 713", "72 047", "62 771", "184 531"],
        "1a: Competitiveness": ["15 605", "16 321", "16 726", "48 652"],
        "1b: Cohesion": ["34 108", "55 726", "46 045", "135 879"],
        "2. Resources: natural": ["146 981", "159 765", "158 204", "464 950"],
        "3. Security": ["1 637", "2 269", "2 306", "6 212"],
    }
    assert {figure.period for figure in found.figures} == {"2031", "2032", "2033", "total"}
    assert {found.elements[e.parent].name for e in found.elements if e.parent >= 0} == {"1. Growth"}


def test_as_many_digits_stand_behind_each_point_and_a_dash_may_be_nothing(extracted) -> None:
    assert rows(extracted(WITH_POINTS)) == {
        "Grants": ["20.062", "2.922", "1.273", "24.257"],
        "S106": ["3.208", "0.220", "-", "3.428"],
        "Borrowing": ["164.657", "79.451", "-", "244.108"],
        "Total Funding": ["187.927", "82.593", "1.273", "271.793"],
    }


def test_an_error_in_a_glued_row_is_found(extracted) -> None:
    assert broken(extracted(WITH_BLANKS), "HIE01") == []
    found = extracted(WITH_BLANKS.replace("34 10855 726", "34 10855 762"))
    assert broken(found, "HIE01") == [("1. Growth", "total")]
    assert broken(found, "PER01") == [("1b: Cohesion", "total")]


def test_lines_whose_figures_add_up_nowhere_stay_lines(extracted) -> None:
    text = WITH_POINTS
    for figure in ("24.257", "3.428", "244.108", "271.793", "187.927", "82.593"):
        text = text.replace(figure, "9" + figure[1:])
    assert not extracted(text).figures


def test_years_with_blanks_between_are_no_glued_head(extracted) -> None:
    assert not extracted(WITH_BLANKS.replace("203120322033Total", "2031 2032 2033 Total")).figures

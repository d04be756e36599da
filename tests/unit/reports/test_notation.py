"""How numbers are written back, and how wide texts are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recon.messages import plural, say
from recon.telling.notation import cut, cut_front, exact, notation, pad, squeezed, width, written


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["55 864,4"], "1 234 567,8"),
        (["55\u00a0864,4"], "1 234 567,8"),
        (["55864,4"], "1234567,8"),
        (["55864.4"], "1234567.8"),
        (["1,234.5"], "1,234,567.8"),
        (["0,0"], "1 234 567,8"),
    ],
)
def test_a_computed_figure_is_written_as_its_document_writes_figures(printed: list[str], expected: str) -> None:
    assert written(Decimal("1234567.8"), 1, notation(printed, "en")).replace("\u00a0", " ") == expected


def test_digits_are_never_lost_and_exponents_never_shown() -> None:
    assert exact(Decimal("55864.40"), 1) == "55864.4"
    assert exact(Decimal("55864.45"), 1) == "55864.45"
    assert exact(Decimal("0E+3"), 0) == "0"
    assert exact(Decimal("-0"), 1) == "0.0"
    assert exact(Decimal("9223372036854775807E+3"), 2) == "9223372036854775807000.00"


def test_a_difference_carries_its_sign() -> None:
    style = notation(["1 000,0"], "ru")
    assert written(Decimal("30"), 1, style, signed=True) == "+30,0"
    assert written(Decimal("-30"), 1, style, signed=True) == "-30,0"
    assert written(Decimal("0"), 1, style, signed=True) == "0,0"


def test_width_counts_wide_signs_twice_and_combining_marks_not_at_all() -> None:
    assert width("予算") == 4
    assert width("й".encode().decode() + "и\u0306") == 2
    assert pad("予算", 6) == "予算  "


def test_a_long_text_is_cut_with_a_sign_that_it_is() -> None:
    assert cut("подпрограмма", 6) == "подпр…"
    assert cut("予算予算", 5) == "予算…"
    assert cut_front("inputs/programme.docx", 10) == "…mme.docx" or width(cut_front("inputs/x.docx", 10)) <= 10
    assert squeezed("a \n b 1 234,5") == "a b 1\u00a0234,5"


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "сумма"), (2, "суммы"), (5, "сумм"), (11, "сумм"), (21, "сумма"), (112, "сумм")]
)
def test_russian_nouns_follow_their_numbers(number: int, expected: str) -> None:
    assert plural(number, ["сумма", "суммы", "сумм"]) == expected


def test_a_count_takes_its_noun_and_parts_its_thousands() -> None:
    assert say("report.figures.all", "en", count=1057, open=0) == "1\u00a0057\u00a0figures, all covered"
    assert say("report.figures.all", "ru", count=1, open=0).startswith("1\u00a0сумма,")

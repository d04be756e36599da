"""Commas between thousands: all numbers of a document together tell what one of them cannot."""

from decimal import Decimal
from pathlib import Path

import pytest

import recon
from recon.extract.thousands import commas_part_thousands
from recon.model.document import Document, Paragraph
from recon.model.rule import Severity


def of(*lines: str) -> Document:
    return Document("document.txt", "0" * 64, "text", [Paragraph(line) for line in lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Roads 1,250 900 2,150", "Bridges 310 1,090 1,400"),
        ("Roads 1,250,000 900,000",),
        ("Дороги 1,250,000.50",),
    ],
)
def test_numbers_that_no_decimal_comma_could_make_show_commas_between_thousands(lines: tuple[str, ...]) -> None:
    assert commas_part_thousands(of(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("Дороги 1,250 900 2,150", "Мосты 310 1,090 1,400"),
        ("Roads 1 250,125 900,500", "Bridges 310,000 1 090,250"),
        ("Roads 1,250 900 2,150", "Bridges 0,125 90"),
        ("Roads 1,250 12500 2,150",),
        ("Roads 1,250 900,5 2,150",),
        ("Roads 1,250 2,100 3,350",),
    ],
)
def test_numbers_that_may_have_a_decimal_comma_are_left_as_they_are(lines: tuple[str, ...]) -> None:
    assert not commas_part_thousands(of(*lines))


TABLE = """Multi-annual programme (EUR million)

2021 2022 2023 Total
1. Roads and bridges 1,250 1,310 940 3,500
Resurfacing 750 810 440 2,000
Bridges 500 500 500 1,500
"""


def test_years_on_both_sides_of_a_thousand_add_up(tmp_path: Path) -> None:
    path = tmp_path / "programme.txt"
    path.write_text(TABLE, encoding="utf-8")
    assert not [f for f in recon.check(path).findings if f.severity is Severity.ERROR]
    path.write_text(TABLE.replace("1,310", "1,370"), encoding="utf-8")
    found = [f for f in recon.check(path).findings if f.severity is Severity.ERROR]
    assert found
    named = [{t.amount for t in (f.identity.stated, *f.identity.terms)} for f in found if f.identity is not None]
    assert len(named) == len(found)
    assert all(Decimal(1370) in amounts for amounts in named)

"""Lines that each name one amount, closed by a line that calls its amount the total."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction
from tests.unit.extract.test_budget_tables import broken

ENGLISH = """F      proposed financing –

Capital Grant                     £1.169m

Borrowing                         £0

Vehicle Receipts (RCCO)           £0.031m

Capital Reserves                  £1.641m

Revenue Contribution              £1.140m

Total                             £3.981m

"""
RUSSIAN = """Сборы за торговлю 120,5 тыс. рублей
Сборы за стоянку 79,5 тыс. рублей
Прочие поступления 11,2 тыс. рублей
Итого 211,2 тыс. рублей
"""


def told(extraction: Extraction) -> list[tuple[str, str]]:
    return [(extraction.elements[f.element].name, f.reading.raw) for f in extraction.figures]


def test_each_line_is_a_part_of_the_total(extracted) -> None:
    found = extracted(ENGLISH)
    assert told(found) == [
        ("Total", "3.981"), ("Capital Grant", "1.169"), ("Vehicle Receipts (RCCO)", "0.031"),
        ("Capital Reserves", "1.641"), ("Revenue Contribution", "1.140"),
    ]  # fmt: skip
    assert {figure.unit for figure in found.figures} == {"million-pounds"}
    assert [figure.at.line for figure in found.figures] == [13, 3, 7, 9, 11]


def test_a_list_in_russian_is_read_alike(extracted) -> None:
    assert [raw for _, raw in told(extracted(RUSSIAN))] == ["211,2", "120,5", "79,5", "11,2"]


@pytest.mark.parametrize(("text", "slip"), [(ENGLISH, "1.641 -> 1.461"), (RUSSIAN, "211,2 -> 271,2")])
def test_a_slip_of_the_pen_is_found(extracted, text: str, slip: str) -> None:
    assert len(broken(extracted(text.replace(*slip.split(" -> "))), "HIE01")) == 1


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.replace("£3.981m", "£7.5m"),
        ENGLISH.replace("Total", "Others"),
        ENGLISH.replace("£1.641m", "£1.641m of £2.0m"),
        ENGLISH.replace("£1.641m", "$1.641m"),
    ],
    ids=["far off", "no total", "two amounts on a line", "two currencies"],
)
def test_a_list_that_is_not_closed_by_its_sum_is_left(extracted, text: str) -> None:
    assert told(extracted(text)) == []

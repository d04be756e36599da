"""How printed numbers are read, and which are refused."""

from decimal import Decimal

import pytest

from recon.extract.numbers import read_cell, read_number
from recon.model.amount import State, are_ordinary, is_ordinary
from recon.model.document import Cell

READ = [
    ("55864,4", "55864.4", 1),
    ("55864.4", "55864.4", 1),
    ("1 416 742,3", "1416742.3", 1),
    ("1\u00a0416\u00a0742,3", "1416742.3", 1),
    ("1\u202f416\u2009742,30", "1416742.30", 2),
    ("1500 000,0", "1500000.0", 1),
    ("81, 168", "81.168", 3),
    ("1 416 742\n,3", "1416742.3", 1),
    ("1\u00a0416 \n .25", "1416.25", 2),
    ("0", "0", 0),
    ("0,00", "0.00", 2),
    ("-30,5", "-30.5", 1),
    ("−30,5", "-30.5", 1),
    ("– 30,5", "-30.5", 1),
    ("+30,5", "30.5", 1),
    ("(1 234,5)", "-1234.5", 1),
    ("1,234,567.89", "1234567.89", 2),
    ("1.234.567,89", "1234567.89", 2),
    ("1'234'567,8", "1234567.8", 1),
    ("12345678901234567890,12", "12345678901234567890.12", 2),
]


@pytest.mark.parametrize(("printed", "value", "decimals"), READ)
def test_a_number_is_read_exactly_with_its_printed_digits(printed: str, value: str, decimals: int) -> None:
    reading = read_number(printed)
    assert (reading.state, reading.value, reading.decimals) == (State.STATED, Decimal(value), decimals)


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("", State.BLANK),
        ("  \u00a0", State.BLANK),
        ("-", State.NIL),
        ("—", State.NIL),
        ("----", State.NIL),
        ("x", State.NOT_APPLICABLE),
        ("Х", State.NOT_APPLICABLE),
        ("…", State.LEFT_OUT),
        ("...", State.LEFT_OUT),
    ],
)
def test_blank_dash_cross_and_dots_are_different_things(printed: str, state: State) -> None:
    assert read_number(printed).state is state


def test_a_dash_adds_as_zero_and_a_blank_does_not() -> None:
    assert read_number("–").value == 0
    assert read_number("").value is None


@pytest.mark.parametrize("printed", ["О,0", "З5,1", "12 34", "1 2345,6", "5,5,5", "12.05.2020", "1.10.2", "10 90 83"])
def test_what_is_not_a_number_beyond_doubt_is_refused(printed: str) -> None:
    reading = read_number(printed)
    assert reading.state is State.UNREADABLE
    assert reading.why in {"number.letters", "number.shape"}


@pytest.mark.parametrize(("printed", "mark"), [("0,00*", "*"), ("444,4¹", "¹"), ("12,5**", "**"), ("7 [2]", "[2]")])
def test_a_footnote_mark_is_kept_apart_from_the_number(printed: str, mark: str) -> None:
    reading = read_number(printed)
    assert reading.state is State.STATED
    assert reading.mark == mark


def test_a_workbook_number_is_what_its_format_shows() -> None:
    cell = Cell("310175.9", 1, 1, number=Decimal("310175.90000000002"), decimals=1)
    reading = read_cell(cell)
    assert (reading.value, reading.decimals) == (Decimal("310175.9"), 1)


def test_a_workbook_number_without_a_format_keeps_its_own_digits() -> None:
    reading = read_cell(Cell("12.25", 1, 1, number=Decimal("12.25")))
    assert (reading.value, reading.decimals) == (Decimal("12.25"), 2)


def test_numbers_one_below_the_other_are_not_read_as_one() -> None:
    stacked = read_number("100\n200")
    assert (stacked.state, stacked.value, stacked.why) == (State.UNREADABLE, None, "number.two-lines")
    assert read_number("100\n").value == 100


@pytest.mark.parametrize("texts", [["1", "1 416 742,3", "0,00"], ["1", ""], ["1 4167"], ["1", "-"], ["1\n2"], ["1\n"]])
def test_a_row_is_looked_at_once_and_told_as_its_cells_are(texts: list[str]) -> None:
    assert are_ordinary(texts) == all(map(is_ordinary, texts))

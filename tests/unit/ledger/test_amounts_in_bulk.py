"""Amounts read eight characters at a time are what Decimal reads, or are refused."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recon.ledger import amounts
from recon.ledger.long_form import parsed
from recon.model.amount import State


def read(texts: list[str]) -> list[tuple[int, int, int]]:
    result = parsed(pa.array(texts, pa.string()))
    amounts.settle(result, result.rest)
    return list(zip(result.mantissa.tolist(), result.decimals.tolist(), result.state.tolist(), strict=True))


numbers = st.builds(
    lambda sign, whole, fraction, mark: f"{sign}{whole}{mark}{fraction}" if fraction else f"{sign}{whole}",
    st.sampled_from(["", "-"]),
    st.text("0123456789", min_size=1, max_size=11),
    st.text("0123456789", max_size=7),
    st.sampled_from(".,"),
)


@given(st.lists(numbers, min_size=1, max_size=40))
@example(["12345678.9"] * 3)
@example(["99999999", "100000000"])
@example(["-0.1", "0.1"])
@example(["1234567890123456", "1"])
@example(["1.5", "1,5", "12.5"])
def test_amounts_read_in_bulk_are_what_decimal_reads(texts: list[str]) -> None:
    for text, (mantissa, decimals, state) in zip(texts, read(texts), strict=True):
        assert state == State.STATED
        assert Decimal(mantissa).scaleb(-decimals) == Decimal(text.replace(",", "."))
        assert decimals == len(text.replace(",", ".").partition(".")[2])


@pytest.mark.parametrize(
    "wrong", ["1 000", "1.2.3", "12,345.6", "1e5", "+5", "a", "1-", "--1", "1.-5", "٣", "0x1", ":1"]
)
@pytest.mark.parametrize("before", [[], ["1.5"], ["10", "20"]])
def test_what_is_no_number_is_refused_with_its_place(before: list[str], wrong: str) -> None:
    with pytest.raises(ValueError) as refusal:
        read([*before, wrong])
    assert refusal.value.args == (len(before), wrong)


@pytest.mark.parametrize(
    ("text", "state"),
    [("", State.BLANK), (" ", State.BLANK), ("-", State.NIL), ("—", State.NIL), ("x", State.NOT_APPLICABLE), ("…", 4)],
)
def test_what_stands_in_place_of_a_number_keeps_its_meaning(text: str, state: int) -> None:
    assert read(["1.0", text, "2.0"])[1] == (0, 0, state)


def test_amounts_of_an_array_that_begins_inside_another_are_its_own() -> None:
    column = pa.array(["99.9", "1.5", "22.5"], pa.string())
    assert parsed(column.slice(1)).mantissa.tolist() == [15, 225]


def test_a_number_that_no_machine_word_holds_is_refused() -> None:
    with pytest.raises(OverflowError):
        read(["9223372036854775808"])

"""Amounts as text to exact whole numbers, whole columns at a time: `-1234.50` is -123450 with two printed digits.

The digits of a number are read eight at a time as one machine word (the characters of a text lie side by side in an
Arrow buffer). What this cannot read is read one by one with Decimal, or named as not a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.model.amount import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

#: Texts at a time: fewer, and threads wait for each other; more, and the work leaves the cache.
_BLOCK = 1 << 17
_PAD = 32
_MOST_IN_WORD, _MOST_WHOLE, _MOST_DIGITS = 7, 16, 18
_NUMBER = re.compile(r"(-?)(?:(\d+)(?:[.,](\d*))?|[.,](\d+))")
_STATES = {
    "": State.BLANK,
    **dict.fromkeys("-–—", State.NIL),
    **dict.fromkeys("xXхХ", State.NOT_APPLICABLE),
    **dict.fromkeys(("…", "..."), State.LEFT_OUT),
}

_U = np.uint64
_ZEROS, _DOTS, _COMMAS = (_U(int.from_bytes(character * 8, "little")) for character in (b"0", b".", b","))
_LOW7, _HIGH, _ABOVE_NINE = _U(0x7F7F7F7F7F7F7F7F), _U(0x8080808080808080), _U(0x7676767676767676)
#: Keeps the last m bytes of a word.
_LAST = np.array([(2**64 - 1) ^ ((1 << 8 * (8 - m)) - 1) if m else 0 for m in range(9)], np.uint64)
_TENS = np.array([10**m for m in range(_MOST_IN_WORD + 1)], np.int64)


@dataclass(slots=True)
class Amounts:
    """mantissa: the number without its mark, decimals: digits behind the mark, state: recon.model.amount.State.

    rest: (place, text) of what is to be read one by one.
    """

    mantissa: NDArray[np.int64]
    decimals: NDArray[np.int8]
    state: NDArray[np.int8]
    rest: list[tuple[int, str]]


def parse(ends: NDArray[np.int32], data: NDArray[np.uint8]) -> Amounts:
    """The texts data[ends[i]:ends[i + 1]] as numbers. What is neither plain nor blank is handed back as `rest`."""
    count = len(ends) - 1
    amounts = Amounts(np.empty(count, np.int64), np.empty(count, np.int8), np.zeros(count, np.int8), [])
    for start in range(0, count, _BLOCK):
        stop = min(start + _BLOCK, count)
        _parse_block(ends[start : stop + 1], data, amounts, start, stop)
    return amounts


def read_one(text: str) -> tuple[int, int, State]:
    """Mantissa, decimals and state of one text. ValueError: it is no number; OverflowError: it has too many digits."""
    text = text.strip()
    if text in _STATES:
        return 0, 0, _STATES[text]
    number = _NUMBER.fullmatch(text)
    if number is None or not text.isascii():
        raise ValueError(text)
    fraction = number[3] or number[4] or ""
    mantissa = int(number[1] + (number[2] or "") + fraction)
    if abs(mantissa) >= 2**63 or len(fraction) > 38:
        raise OverflowError(text)
    return mantissa, len(fraction), State.STATED


def _parse_block(ends: NDArray[np.int32], data: NDArray[np.uint8], amounts: Amounts, start: int, stop: int) -> None:
    base = int(ends[0])
    block = np.empty(int(ends[-1]) - base + _PAD, np.uint8)
    block[:_PAD] = 0
    block[_PAD:] = data[base : int(ends[-1])]
    words = np.ndarray((len(block) - 7,), "<u8", block, strides=(1,))
    end = ends[1:].astype(np.int64)
    end += _PAD - base
    length = np.diff(ends)
    if _parse_even(block, words, end, length, amounts, start, stop):
        return
    minus = block.take(end - length, mode="clip") == 45
    minus &= length > 0
    last = words[end - 8]
    mark = _equal_bytes(last, _DOTS)
    if (block == 44).any():
        mark |= _equal_bytes(last, _COMMAS)
    mark &= _LAST.take(np.minimum(length, 8))
    # A mark in byte k leaves one bit, number 8k + 7; without a mark, subtracting gives 64 ones.
    digits = (63 - np.bitwise_count(mark - _U(1)).astype(np.int32)) >> 3
    marked = mark != 0
    digits *= marked
    whole = length - digits
    whole -= marked
    whole -= minus
    end -= digits
    end -= marked
    odd = (whole < 1) | (whole > _MOST_WHOLE) | (whole + digits > _MOST_DIGITS) | ((mark & (mark - _U(1))) != 0)
    np.clip(whole, 0, _MOST_WHOLE, out=whole)
    number, wrong = _digits(words[end - 8], np.minimum(whole, 8))
    if whole.size and int(whole.max()) > 8:
        upper, wrong_upper = _digits(words[end - 16], np.maximum(whole - 8, 0))
        number += upper * np.int64(100_000_000)
        wrong |= wrong_upper
    fraction, wrong_fraction = _digits(last, digits)
    wrong |= wrong_fraction
    number *= _TENS.take(digits)
    number += fraction
    np.negative(number, out=number, where=minus)
    odd |= wrong != 0
    if odd.any():
        number[odd] = 0
        digits[odd] = 0
        blank = length == 0
        amounts.state[start:stop][blank] = State.BLANK
        for i in np.flatnonzero(odd & ~blank).tolist():
            text = block[int(ends[i]) - base + _PAD : int(ends[i + 1]) - base + _PAD].tobytes().decode()
            amounts.rest.append((start + i, text))
    amounts.mantissa[start:stop] = number
    amounts.decimals[start:stop] = digits


def _parse_even(
    block: NDArray[np.uint8],
    words: NDArray[np.uint64],
    end: NDArray[np.int64],
    length: NDArray[np.int32],
    amounts: Amounts,
    start: int,
    stop: int,
) -> bool:
    """The short way for a block of numbers that all have the same digits behind the mark and no minus, as most do.

    The mark then stands in one place, and leaving it out is a matter of two words. False: it is not such a block.
    """
    tail = block[int(end[0]) - int(length[0]) : int(end[0])].tobytes()
    digits = len(tail) - 1 - max(tail.rfind(b"."), tail.rfind(b",")) if b"." in tail or b"," in tail else 0
    marked = int(digits > 0)
    shortest, longest = int(length.min()), int(length.max())
    if shortest < digits + marked + 1 or longest > _MOST_WHOLE + marked or digits > _MOST_IN_WORD - 1:
        return False
    if (block[_PAD:] == 45).any():
        return False
    word = words[end - 8]
    count = length
    if marked:
        mark = (word >> _U(8 * (7 - digits))) & _U(0xFF)
        if not ((mark == 46) | (mark == 44)).all():
            return False
        word &= _LAST[digits]
        word |= words[end - 9] & ~_LAST[digits]
        count = length - 1
    number, wrong = _digits(word, np.minimum(count, 8))
    long = np.flatnonzero(count > 8) if longest - marked > 8 else ()
    if len(long):
        upper, wrong_upper = _digits(words[end[long] - (16 + marked)], count[long] - 8)
        number[long] += upper * np.int64(100_000_000)
        wrong[long] |= wrong_upper
    if wrong.any():
        return False
    amounts.mantissa[start:stop] = number
    amounts.decimals[start:stop] = digits
    return True


def _equal_bytes(word: NDArray[np.uint64], character: np.uint64) -> Any:
    """The high bit of each byte that is this character."""
    other = word ^ character
    mark = other & _LOW7
    mark += _LOW7
    mark |= other
    mark |= _LOW7
    return ~mark


def _digits(word: NDArray[np.uint64], count: NDArray[np.int32]) -> tuple[NDArray[np.int64], Any]:
    """The number that the last `count` bytes spell, and bits wherever one of them is no digit."""
    value = (word ^ _ZEROS) & _LAST.take(count)
    wrong = value + _ABOVE_NINE
    wrong |= value
    wrong &= _HIGH
    # Pairs, then fours, then all eight digits, in three multiplications.
    pairs = value * _U(10)
    pairs += value >> _U(8)
    upper = pairs & _U(0x000000FF000000FF)
    upper *= _U(0x000F424000000064)
    pairs >>= _U(16)
    pairs &= _U(0x000000FF000000FF)
    pairs *= _U(0x0000271000000001)
    upper += pairs
    upper >>= _U(32)
    return upper.view(np.int64), wrong


def settle(amounts: Amounts, rest: Iterable[tuple[int, str]]) -> None:
    """Read the rest one by one. ValueError, OverflowError: (place, text) of the first that cannot be."""
    for place, text in rest:
        try:
            mantissa, decimals, state = read_one(text)
        except (ValueError, OverflowError) as error:
            raise type(error)(place, text) from None
        amounts.mantissa[place], amounts.decimals[place], amounts.state[place] = mantissa, decimals, state

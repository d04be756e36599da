"""Columns of a table that print what share of one column another is, known where no head says so."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import permutations

from recon.extract.numbers import read_number

#: rows that must agree, with as many shares that differ
_FEWEST = 4
#: a share is seldom larger, in per cent
_LARGEST = 1000
#: more columns than this are not searched
_MOST = 12

Matrix = Sequence[Sequence[int]]


def printed_shares(rows: Sequence[Sequence[str]]) -> set[int]:
    """Of columns of printed numbers, those that print shares. rows: what each prints, one text a column."""
    amounts, unit = whole_amounts(rows)
    return shares(amounts, (), unit)


def whole_amounts(rows: Sequence[Sequence[str]]) -> tuple[list[list[int]], int]:
    """Printed numbers in their finest last place, blanks as zero, and what one whole is in it."""
    values = [[read_number(text).value for text in row] for row in rows]
    finest = max((-int(v.as_tuple().exponent) for row in values for v in row if v is not None), default=0)
    places = max(finest, 0)
    return [[int(v.scaleb(places)) if v is not None else 0 for v in row] for row in values], 10**places


def shares(amounts: Matrix, aside: Container[int], unit: int) -> set[int]:
    """aside: columns that are known already. unit: what one whole is in the last place of the amounts."""
    columns = [j for j in range(len(amounts[0]) if amounts else 0) if j not in aside]
    if not 3 <= len(columns) <= _MOST:
        return set()
    return {
        j
        for j in columns
        if all(abs(row[j]) <= _LARGEST * unit for row in amounts)
        and any(_is_share(amounts, j, a, b, unit) for a, b in permutations([k for k in columns if k != j], 2))
    }


def _is_share(amounts: Matrix, j: int, part: int, whole: int, unit: int) -> bool:
    """Whether column j is the part over the whole in per cent, to the last place that it prints; an error apart."""
    last = _last_place([row[j] for row in amounts], unit)
    told = set()
    wrong = 0
    for row in amounts:
        if row[j] and 2 * abs(100 * unit * row[part] - row[j] * row[whole]) <= last * abs(row[whole]) != 0:
            told.add(row[j])
        else:
            wrong += row[j] != 0
            if wrong * _FEWEST > len(amounts):
                return False
    return len(told) >= _FEWEST


def _last_place(column: Sequence[int], unit: int) -> int:
    """The last place that any number of a column prints, in the last place of the table."""
    place = unit
    while place > 1 and any(number % place for number in column):
        place //= 10
    return place

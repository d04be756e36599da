"""Formulas that several cells of a sheet share: what each of them says in its own place."""

from __future__ import annotations

import re
from functools import lru_cache

#: text, quoted sheet names, then references such as `$B12`; a name before `(` is a function (LOG10)
_TOKEN = re.compile(r"""("[^"]*"|'[^']*')|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])""")
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """`A` is 1, `XFD` is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=20_000)
def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def moved(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads that many rows down and columns to the right; `$` holds a reference in place."""

    def move(match: re.Match[str]) -> str:
        if match[1]:
            return match[0]
        column = column_number(match[3]) + (0 if match[2] else columns)
        row = int(match[5]) + (0 if match[4] else rows)
        if not (0 < column <= _LAST_COLUMN and 0 < row <= _LAST_ROW):
            return "#REF!"
        return f"{match[2]}{column_letters(column)}{match[4]}{row}"

    return _TOKEN.sub(move, formula)

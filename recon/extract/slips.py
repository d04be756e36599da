"""Whether a slip of the pen explains what a sum lies apart by: one wrong digit, or two neighbours that changed places.

Among sums of other figures hardly one in a hundred comes so near to a long number: such an error speaks for the
structure it breaks, as a sum that holds does.
"""

from __future__ import annotations

#: a shorter number lies a slip away from too many others
_LONG = 1000


def is_long(number: int) -> bool:
    """Whether a number has more digits than chance would meet; round numbers count by those before their zeros."""
    number = abs(number)
    while number >= _LONG and number % 10 == 0:
        number //= 10
    return number >= _LONG


def is_slip(stated: int, computed: int) -> bool:
    """Both in units of the last digit; round numbers count by the digits before their common zeros."""
    apart = abs(stated - computed)
    if not apart:
        return False
    shorter = min(abs(stated), abs(computed))
    while apart % 10 == 0 and shorter % 10 == 0:
        apart, shorter = apart // 10, shorter // 10
    while apart % 10 == 0:
        apart //= 10
    return shorter >= _LONG and (apart < 10 or (apart % 9 == 0 and apart < 90))

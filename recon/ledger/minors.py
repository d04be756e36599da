"""The amounts of figures as exact whole numbers of one minor unit, a whole column at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.ledger.amounts import parse
from recon.ledger.ledger import UNKNOWN_UNIT
from recon.model.amount import ADDS
from recon.model.errors import InexactAmount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from recon.model.amount import Reading
    from recon.model.figure import Figure
    from recon.model.rule import Vocabulary

#: Amounts are below this in magnitude, so that int64 holds them with room for a sign.
LIMIT = 2**63
MOST_DIGITS = 38
_TENS = np.array([10**scale for scale in range(19)], np.int64)
_ROOM = (LIMIT - 1) // _TENS


def minors(figures: Sequence[Figure], vocabulary: Vocabulary) -> tuple[NDArray[np.int64], int]:
    """Every amount in the minor unit, and its power of ten: the finest digit of all figures, printed or held.

    InexactAmount: a number has too many digits to be held exactly.
    """
    powers = _powers(figures, vocabulary)
    printed = np.fromiter((figure.reading.decimals for figure in figures), np.int64, len(figures))
    whole, last = _wholes(figures, printed)
    adds = np.fromiter((figure.reading.state in ADDS for figure in figures), bool, len(figures))
    finest = powers + np.minimum(-printed, last)
    exponent = int(finest[adds].min(initial=np.iinfo(np.int64).max)) if adds.any() else 0
    scale = np.where(whole != 0, last + powers - exponent, 0)  # never negative, by what the exponent is
    too_long = (scale >= len(_TENS)) | (np.abs(whole) > _ROOM[np.minimum(scale, len(_TENS) - 1)])
    if too_long.any():
        raise _too_long(figures[int(too_long.argmax())])
    return whole * _TENS[scale], exponent


def _powers(figures: Sequence[Figure], vocabulary: Vocabulary) -> NDArray[np.int64]:
    units = {figure.unit for figure in figures}
    known = {unit: vocabulary.unit_table.get(unit, UNKNOWN_UNIT).power for unit in units}
    return np.fromiter((known[figure.unit] for figure in figures), np.int64, len(figures))


def _wholes(figures: Sequence[Figure], printed: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each value as a whole number and the power of ten of its last digit; 0 and 0 where nothing adds."""
    values = (figure.reading.value if figure.reading.state in ADDS else None for figure in figures)
    texts = [str(value) if value else "" for value in values]
    ends = np.zeros(len(texts) + 1, np.int32)
    np.cumsum(np.fromiter(map(len, texts), np.int32, len(texts)), out=ends[1:])
    plain = parse(ends, np.frombuffer("".join(texts).encode(), np.uint8))
    whole, last = plain.mantissa, -plain.decimals.astype(np.int64)
    odd = {place for place, _ in plain.rest}
    odd |= set(np.flatnonzero((plain.decimals > printed) | (printed > MOST_DIGITS)).tolist())
    for place in sorted(odd):
        reading = figures[place].reading
        number, power = _whole(reading)
        if not -LIMIT < number < LIMIT or abs(power) > MOST_DIGITS or reading.decimals > MOST_DIGITS:
            raise _too_long(figures[place])
        whole[place], last[place] = number, power
    return whole, last


def _whole(reading: Reading) -> tuple[int, int]:
    """The value as a whole number times a power of ten, no finer than it has to be."""
    value = reading.value if reading.state in ADDS else None
    if not value:
        return 0, 0
    sign, digits, last = value.as_tuple()
    text = "".join(map(str, digits))
    behind = -int(last)
    short = text if 0 <= behind <= reading.decimals else text.rstrip("0")  # no digit that is not printed
    return int(short) * (-1 if sign else 1), int(last) + len(text) - len(short)


def _too_long(figure: Figure) -> InexactAmount:
    at = figure.at
    return InexactAmount(
        "error.amount-too-long", path=at.document, line=at.line or at.row or 0, amount=figure.reading.raw
    )

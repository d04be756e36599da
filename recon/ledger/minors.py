"""The amounts of figures as exact whole numbers of one minor unit, a whole column at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from recon.ledger.amounts import parse
from recon.ledger.ledger import UNKNOWN_UNIT
from recon.model.amount import ADDS
from recon.model.errors import InexactAmount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from recon.ledger.columns import Columns
    from recon.model.amount import Reading
    from recon.model.figure import Figure
    from recon.model.rule import Vocabulary

#: Amounts are below this in magnitude, so that int64 holds them with room for a sign.
LIMIT = 2**63
MOST_DIGITS = 38
#: what may stand between the thousands of an ordinary number
_BLANKS = (" ", "\u00a0", "\u2009", "\u202f")
_TENS = np.array([10**scale for scale in range(19)], np.int64)
_ROOM = (LIMIT - 1) // _TENS


def minors(
    columns: Sequence[Columns], figures: Sequence[Sequence[Figure]], vocabulary: Vocabulary
) -> tuple[NDArray[np.int64], int]:
    """Every amount in the minor unit, and its power of ten: the finest digit of all figures, printed or held.

    InexactAmount: a number has too many digits to be held exactly.
    """
    powers = [_powers(each, vocabulary) for each in columns]
    finest = (
        (power + np.minimum(-each.decimals, each.last))[each.stated].min(initial=np.iinfo(np.int64).max)
        for each, power in zip(columns, powers, strict=True)
    )
    exponent = int(min(finest, default=0))
    exponent = 0 if exponent == np.iinfo(np.int64).max else exponent
    found = [np.zeros(0, np.int64)]
    for each, power, own in zip(columns, powers, figures, strict=True):
        scale = np.where(each.whole != 0, each.last + power - exponent, 0)  # never negative, by what the exponent is
        too_long = (scale >= len(_TENS)) | (np.abs(each.whole) > _ROOM[np.minimum(scale, len(_TENS) - 1)])
        if too_long.any():
            raise _too_long(own[int(too_long.argmax())])
        found.append(each.whole * _TENS[scale])
    return np.concatenate(found), exponent


def _powers(columns: Columns, vocabulary: Vocabulary) -> NDArray[np.int64]:
    known = [vocabulary.unit_table.get(unit, UNKNOWN_UNIT).power for unit in columns.unit.names]
    return np.array(known, np.int64).take(columns.unit.codes)


@dataclass(slots=True)
class Wholes:
    """Of each figure its state, its printed digits, and its value: whole * 10**last, 0 and 0 where nothing adds."""

    state: NDArray[np.int8]
    decimals: NDArray[np.int64]
    whole: NDArray[np.int64]
    last: NDArray[np.int64]


def wholes(figures: Sequence[Figure], raw: Sequence[str], read: Sequence[tuple[int, Reading]]) -> Wholes:
    """Ordinary numbers straight from their texts. read: the places and readings of all others.

    InexactAmount: a number has too many digits to be held at all.
    """
    texts = list(raw)
    for place, reading in read:
        texts[place] = str(reading.value) if reading.value and reading.state in ADDS else ""
    joined = "\n".join(texts)
    for blank in _BLANKS:
        joined = joined.replace(blank, "")
    texts = joined.split("\n") if texts else []
    ends = np.zeros(len(texts) + 1, np.int32)
    data = [text.encode() for text in texts] if not joined.isascii() else texts
    np.cumsum(np.fromiter(map(len, data), np.int32, len(texts)), out=ends[1:])
    plain = parse(ends, np.frombuffer(joined.replace("\n", "").encode(), np.uint8))
    found = Wholes(
        np.zeros(len(texts), np.int8), plain.decimals.astype(np.int64), plain.mantissa, -plain.decimals.astype(np.int64)
    )
    for place, reading in read:
        found.state[place], found.decimals[place] = reading.state, reading.decimals
    odd = {place for place, _ in plain.rest}
    for place in odd:
        found.decimals[place] = figures[place].reading.decimals
    odd |= set(np.flatnonzero((plain.decimals > found.decimals) | (found.decimals > MOST_DIGITS)).tolist())
    for place in sorted(odd):
        reading = figures[place].reading
        number, power = _whole(reading)
        if not -LIMIT < number < LIMIT or abs(power) > MOST_DIGITS or reading.decimals > MOST_DIGITS:
            raise _too_long(figures[place])
        found.whole[place], found.last[place] = number, power
    return found


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

"""From what documents say to one ledger: figures in columns, amounts as exact whole numbers of one minor unit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from recon.ledger import indicators
from recon.ledger.ledger import BOX, UNKNOWN_UNIT, Ledger
from recon.model.amount import ADDS
from recon.model.errors import InexactAmount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from recon.model.amount import Reading
    from recon.model.figure import Extraction, Figure
    from recon.model.rule import Vocabulary

#: Amounts are below this in magnitude, so that int64 holds them with room for a sign.
LIMIT = 2**63
MOST_DIGITS = 38


def refuse_inexact(extraction: Extraction, vocabulary: Vocabulary) -> None:
    """InexactAmount: this document alone has a number with too many digits, so the others need not suffer for it."""
    powers = [vocabulary.unit_table.get(figure.unit, UNKNOWN_UNIT).power for figure in extraction.figures]
    _minors(extraction.figures, powers)
    indicators.refuse_inexact(extraction)


def build(extractions: Sequence[Extraction], vocabulary: Vocabulary) -> Ledger:
    """The ledger of these documents. InexactAmount: a number has too many digits to be held exactly."""
    import numpy as np
    import pandas as pd

    from recon.ledger.schema import FIGURES

    figures = list(chain.from_iterable(extraction.figures for extraction in extractions))
    powers = [vocabulary.unit_table.get(figure.unit, UNKNOWN_UNIT).power for figure in figures]
    minors, exponent = _minors(figures, powers)
    columns: dict[str, Any] = {}
    columns["document"] = _category(e.document.path for e in extractions for _ in e.figures)
    columns["table"] = _category(figure.table for figure in figures)
    offsets = np.cumsum([0, *(len(e.elements) for e in extractions)])
    owners = (int(offset) for offset, e in zip(offsets, extractions, strict=False) for _ in e.figures)
    columns["element"] = np.array([o + f.element for o, f in zip(owners, figures, strict=True)], np.int32)
    columns["source"] = _category(figure.source for figure in figures)
    columns["period"] = _category(figure.period for figure in figures)
    columns["role"] = _category(figure.role for figure in figures)
    columns["unit"] = _category(figure.unit for figure in figures)
    roles = {(id(e), table.id): table.role for e in extractions for table in e.tables}
    columns["table_role"] = _category(
        roles.get((id(e), f.table), "other") if f.adds else "statistics" for e in extractions for f in e.figures
    )
    columns["amount"] = np.array(minors, np.int64)
    columns["decimals"] = np.array([figure.reading.decimals for figure in figures], np.int8)
    columns["state"] = np.array([int(figure.reading.state) for figure in figures], np.int8)
    columns |= _places(figures)
    columns["raw"] = pd.array([figure.reading.raw for figure in figures], object)
    columns["source_name"] = pd.array([figure.source_name for figure in figures], object)
    frame = FIGURES.validate(pd.DataFrame(columns), lazy=True)
    no_money = indicators.build(extractions)
    return Ledger(frame, _elements(extractions), exponent, dict(vocabulary.unit_table), no_money)


def _category(values: Iterable[str]) -> Any:
    import numpy as np
    import pandas as pd

    listed = list(values)
    places = {value: place for place, value in enumerate(dict.fromkeys(listed))}
    codes = np.fromiter(map(places.__getitem__, listed), np.int32, len(listed))
    return pd.Categorical.from_codes(codes, categories=pd.Index(list(places)))


def _places(figures: Sequence[Figure]) -> dict[str, Any]:
    import numpy as np
    import pandas as pd

    places = [figure.at for figure in figures]
    columns: dict[str, Any] = {
        name: np.array([getattr(at, name) or 0 for at in places], np.int32)
        for name in ("line", "row", "column", "page", "paragraph")
    }
    columns["sheet"] = _category(at.sheet or "" for at in places)
    columns["cell"] = pd.array([at.cell or "" for at in places], object)
    if any(at.bbox for at in places):  # in tenths of a point, as `ledger.BOX` names them
        box = np.array([at.bbox or (0, 0, 0, 0) for at in places], np.float64)
        tenths = np.rint(np.clip(box, 0, 1e8) * 10).astype(np.int32)
        columns |= {name: tenths[:, side].copy() for side, name in enumerate(BOX)}
    spans = np.array([at.span or (0, 0) for at in places], np.int32).reshape(-1, 2)
    columns["span_start"], columns["span_end"] = spans[:, 0].copy(), spans[:, 1].copy()
    return columns


def _elements(extractions: Sequence[Extraction]) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    elements = list(chain.from_iterable(extraction.elements for extraction in extractions))
    parents: list[int] = []
    for extraction in extractions:
        offset = len(parents)
        parents += [e.parent + offset if e.parent >= 0 else -1 for e in extraction.elements]
    texts = {name: pd.array([getattr(e, name) for e in elements], object) for name in ("code", "name", "key")}
    return pd.DataFrame(
        {
            "document": _category(e.document.path for e in extractions for _ in e.elements),
            "table": _category(element.table for element in elements),
            **texts,
            "parent": np.array(parents, np.int32),
        }
    )


def _whole(reading: Reading) -> tuple[int, int]:
    """The value as a whole number times a power of ten, no finer than it has to be; (0, 0) where nothing adds."""
    value = reading.value if reading.state in ADDS else None
    if not value:
        return 0, 0
    text = str(value)
    point = text.find(".")
    behind = len(text) - point - 1 if point >= 0 else 0
    if behind <= reading.decimals and "E" not in text:  # as nearly all figures are: no digit that is not printed
        return int(text.replace(".", "")), -behind
    sign, digits, last = value.as_tuple()
    text = "".join(map(str, digits))
    short = text.rstrip("0")
    return int(short) * (-1 if sign else 1), int(last) + len(text) - len(short)


def _minors(figures: Sequence[Figure], powers: Sequence[int]) -> tuple[list[int], int]:
    """Every amount in the minor unit, and its power of ten: the finest digit of all figures, printed or held."""
    wholes = [_whole(figure.reading) for figure in figures]
    finest: list[int] = []
    for figure, power, (whole, last) in zip(figures, powers, wholes, strict=True):
        reading = figure.reading
        if not -LIMIT < whole < LIMIT or abs(last) > MOST_DIGITS or reading.decimals > MOST_DIGITS:
            raise _too_long(figure)
        if reading.state in ADDS:
            finest.append(power + min(-reading.decimals, last if whole else 0))
    exponent = min(finest, default=0)
    # Never a negative power: the exponent is the finest digit of all figures.
    scales = [10**scale for scale in range(max(powers, default=0) + MOST_DIGITS - exponent + 1)]
    minors = [
        whole * scales[last + power - exponent] if whole else 0
        for (whole, last), power in zip(wholes, powers, strict=True)
    ]
    if minors and max(max(minors), -min(minors)) >= LIMIT:
        raise _too_long(next(figure for figure, minor in zip(figures, minors, strict=True) if abs(minor) >= LIMIT))
    return minors, exponent


def _too_long(figure: Figure) -> InexactAmount:
    at = figure.at
    return InexactAmount(
        "error.amount-too-long", path=at.document, line=at.line or at.row or 0, amount=figure.reading.raw
    )

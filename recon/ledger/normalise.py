"""From what documents say to one ledger: figures in columns, amounts as exact whole numbers of one minor unit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from recon.ledger import indicators
from recon.ledger.ledger import BOX, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from recon.ledger.columns import Coded, Columns
    from recon.model.figure import Extraction
    from recon.model.rule import Vocabulary


def refuse_inexact(extraction: Extraction, vocabulary: Vocabulary) -> None:
    """InexactAmount: this document alone has a number with too many digits, so the others need not suffer for it."""
    from recon.ledger.columns import columns_of
    from recon.ledger.minors import minors

    minors([columns_of(extraction)], [extraction.figures], vocabulary)
    indicators.refuse_inexact(extraction)


def build(extractions: Sequence[Extraction], vocabulary: Vocabulary) -> Ledger:
    """The ledger of these documents. InexactAmount: a number has too many digits to be held exactly."""
    import numpy as np
    import pandas as pd

    from recon.ledger.columns import coded, columns_of
    from recon.ledger.minors import minors
    from recon.ledger.schema import FIGURES

    each = [columns_of(extraction) for extraction in extractions]
    amounts, exponent = minors(each, [extraction.figures for extraction in extractions], vocabulary)
    offsets = np.cumsum([0, *(len(extraction.elements) for extraction in extractions)])
    paths = [coded([e.document.path] * len(own)) for own, e in zip(each, extractions, strict=True)]
    columns: dict[str, Any] = {"document": _category(paths), "table": _category([own.table for own in each])}
    columns["element"] = _joined([own.element + np.int32(n) for own, n in zip(each, offsets, strict=False)], np.int32)
    columns["source"] = _category([own.source for own in each])
    columns["period"] = _category([own.period for own in each])
    columns["role"] = _category([own.role for own in each])
    columns["unit"] = _category([own.unit for own in each])
    columns["table_role"] = _category([_table_roles(own, e) for own, e in zip(each, extractions, strict=True)])
    columns["amount"] = amounts
    columns["decimals"] = _joined([own.decimals for own in each], np.int8)
    columns["state"] = _joined([own.state for own in each], np.int8)
    columns |= _places(each)
    columns["raw"] = pd.Series([raw for own in each for raw in own.raw], dtype=object)
    frame = FIGURES.validate(pd.DataFrame(columns), lazy=True)
    no_money = indicators.build(extractions)
    balances = list(_balances(extractions))
    return Ledger(frame, _elements(extractions), exponent, dict(vocabulary.unit_table), no_money, balances)


def _balances(extractions: Sequence[Extraction]) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """By row of the ledger; one of a reading that was taken back has no figures there."""
    first = 0
    for extraction in extractions:
        rows = {id(f): n for n, f in enumerate(extraction.figures, first)} if extraction.balances else {}
        for balance in extraction.balances:
            if id(balance.whole) in rows and all(id(part) in rows for part, _ in balance.parts):
                yield rows[id(balance.whole)], tuple((rows[id(part)], sign) for part, sign in balance.parts)
        first += len(extraction.figures)


def _joined(parts: Sequence[Any], kind: Any) -> Any:
    import numpy as np

    return np.concatenate([np.zeros(0, kind), *parts]).astype(kind)


def _category(parts: Sequence[Coded]) -> Any:
    """One column of several; the texts in the order in which figures first have them."""
    import numpy as np
    import pandas as pd

    places: dict[str, int] = {}
    codes = []
    for part in parts:
        own = [places.setdefault(name, len(places)) for name in part.names]
        codes.append(np.array(own, np.int32).take(part.codes))
    return pd.Categorical.from_codes(_joined(codes, np.int32), categories=pd.Index(list(places)))


def _table_roles(columns: Columns, extraction: Extraction) -> Coded:
    """What the table of each figure was taken for; a percentage among amounts is of no table that adds up."""
    from recon.ledger.columns import Coded, coded

    known = {table.id: table.role for table in extraction.tables}
    of_table = [known.get(table, "other") for table in columns.table.names]
    if columns.adds.all() and len(set(of_table)) < 2:
        return Coded(columns.table.codes * 0, of_table[:1])
    told = zip(columns.table.codes.tolist(), columns.adds.tolist(), strict=True)
    return coded([of_table[table] if adds else "statistics" for table, adds in told])


def _places(each: Sequence[Columns]) -> dict[str, Any]:
    import numpy as np

    def numbers(name: str, width: int = 1) -> Any:
        return np.concatenate([np.zeros((0, width)), *(own.places.numbers(name, width) for own in each)])

    columns: dict[str, Any] = {
        name: numbers(name).astype(np.int32).ravel() for name in ("line", "row", "column", "page", "paragraph")
    }
    for name in ("sheet", "cell"):
        columns[name] = _category([own.places.texts(name) for own in each])
    if any(place.bbox for own in each for place in own.places.places):  # in tenths of a point, as `ledger.BOX` names
        boxes = np.concatenate([np.zeros((0, 4)), *(own.places.boxes() for own in each)])
        tenths = np.rint(np.clip(boxes, 0, 1e8) * 10).astype(np.int32)
        columns |= {name: tenths[:, side].copy() for side, name in enumerate(BOX)}
    spans = numbers("span", 2).astype(np.int32)
    columns["span_start"], columns["span_end"] = spans[:, 0].copy(), spans[:, 1].copy()
    return columns


def _elements(extractions: Sequence[Extraction]) -> pd.DataFrame:
    import numpy as np
    import pandas as pd

    from recon.ledger.columns import coded

    elements = list(chain.from_iterable(extraction.elements for extraction in extractions))
    parents: list[int] = []
    for extraction in extractions:
        offset = len(parents)
        parents += [e.parent + offset if e.parent >= 0 else -1 for e in extraction.elements]
    texts = {name: pd.Series([getattr(e, name) for e in elements], dtype=object) for name in ("code", "name", "key")}
    return pd.DataFrame(
        {
            "document": _category([coded([e.document.path for e in extractions for _ in e.elements])]),
            "table": _category([coded([element.table for element in elements])]),
            **texts,
            "parent": np.array(parents, np.int32),
        }
    )

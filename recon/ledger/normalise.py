"""From what documents say to one ledger: figures in columns, amounts as exact whole numbers of one minor unit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from recon.ledger import indicators
from recon.ledger.ledger import BOX, Ledger
from recon.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from recon.model.figure import Extraction, Figure
    from recon.model.rule import Vocabulary


def refuse_inexact(extraction: Extraction, vocabulary: Vocabulary) -> None:
    """InexactAmount: this document alone has a number with too many digits, so the others need not suffer for it."""
    from recon.ledger.minors import minors

    minors(extraction.figures, vocabulary)
    indicators.refuse_inexact(extraction)


def build(extractions: Sequence[Extraction], vocabulary: Vocabulary) -> Ledger:
    """The ledger of these documents. InexactAmount: a number has too many digits to be held exactly."""
    import numpy as np
    import pandas as pd

    from recon.ledger.minors import minors
    from recon.ledger.schema import FIGURES

    figures = list(chain.from_iterable(extraction.figures for extraction in extractions))
    amounts, exponent = minors(figures, vocabulary)
    columns: dict[str, Any] = {}
    columns["document"] = _category(e.document.path for e in extractions for _ in e.figures)
    columns["table"] = _category(figure.table for figure in figures)
    offsets = np.cumsum([0, *(len(e.elements) for e in extractions)])[:-1]
    own = np.fromiter((figure.element for figure in figures), np.int32, len(figures))
    columns["element"] = own + np.repeat(offsets, [len(e.figures) for e in extractions]).astype(np.int32)
    columns["source"] = _category(figure.source for figure in figures)
    columns["period"] = _category(figure.period for figure in figures)
    columns["role"] = _category(figure.role for figure in figures)
    columns["unit"] = _category(figure.unit for figure in figures)
    roles = {(id(e), table.id): table.role for e in extractions for table in e.tables}
    columns["table_role"] = _category(
        roles.get((id(e), f.table), "other") if f.adds else "statistics" for e in extractions for f in e.figures
    )
    columns["amount"] = amounts
    columns["decimals"] = np.array([figure.reading.decimals for figure in figures], np.int8)
    columns["state"] = np.array([int(figure.reading.state) for figure in figures], np.int8)
    columns |= _places(figures)
    columns["raw"] = pd.array([figure.reading.raw for figure in figures], object)
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

    by_name = zip(Locator._fields, zip(*(figure.at for figure in figures), strict=True), strict=False)
    at: dict[str, Sequence[Any]] = dict(by_name) or dict.fromkeys(Locator._fields, ())
    columns: dict[str, Any] = {
        name: np.array([number or 0 for number in at[name]] if any(at[name]) else np.zeros(len(figures)), np.int32)
        for name in ("line", "row", "column", "page", "paragraph")
    }
    columns["sheet"] = _category(sheet or "" for sheet in at["sheet"])
    columns["cell"] = _category(cell or "" for cell in at["cell"])
    if any(at["bbox"]):  # in tenths of a point, as `ledger.BOX` names them
        box = np.array([box or (0, 0, 0, 0) for box in at["bbox"]], np.float64)
        tenths = np.rint(np.clip(box, 0, 1e8) * 10).astype(np.int32)
        columns |= {name: tenths[:, side].copy() for side, name in enumerate(BOX)}
    spans = np.zeros((len(figures), 2), np.int32)
    if any(at["span"]):
        spans[:] = [span or (0, 0) for span in at["span"]]
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

"""Several ledgers as one: categories united, elements numbered on, amounts brought to the finest minor unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from recon.ledger.ledger import Ledger
from recon.ledger.schema import FIGURES
from recon.model.errors import InexactAmount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recon.model.amount import Unit

_MISSING: dict[str, Any] = {"raw": ""}


def joined(ledgers: Sequence[Ledger]) -> Ledger:
    exponent = min((ledger.exponent for ledger in ledgers if len(ledger)), default=0)
    offsets = np.cumsum([0, *(len(ledger.elements) for ledger in ledgers)]).tolist()
    names = list(dict.fromkeys(name for ledger in ledgers for name in ledger.figures.columns))
    columns: dict[str, Any] = {}
    for name in names:
        if name == "element":
            parts = [ledger.figures[name].to_numpy() + np.int32(o) for ledger, o in zip(ledgers, offsets, strict=False)]
            columns[name] = np.concatenate(parts)
        elif name == "amount":
            columns[name] = np.concatenate([_amounts(ledger, exponent) for ledger in ledgers])
        else:
            columns[name] = _column(name, [ledger.figures for ledger in ledgers])
    elements = {name: _column(name, [ledger.elements for ledger in ledgers]) for name in ("document", "table")}
    for name in ("code", "name", "key"):
        elements[name] = np.concatenate([np.asarray(ledger.elements[name], object) for ledger in ledgers])
    parents = [ledger.elements["parent"].to_numpy() for ledger in ledgers]
    elements["parent"] = np.concatenate(
        [np.where(own < 0, own, own + o).astype(np.int32) for own, o in zip(parents, offsets, strict=False)]
    )
    units: dict[str, Unit] = {}
    for ledger in ledgers:
        units |= ledger.units
    frame = FIGURES.validate(pd.DataFrame(columns, copy=False), lazy=True, inplace=True)
    no_money = [ledger.indicators for ledger in ledgers if ledger.indicators is not None]
    indicators = pd.concat(no_money, ignore_index=True) if no_money else None
    starts = np.cumsum([0, *(len(ledger) for ledger in ledgers)]).tolist()
    balances = [
        (whole + start, tuple((part + start, sign) for part, sign in parts))
        for ledger, start in zip(ledgers, starts, strict=False)
        for whole, parts in ledger.balances
    ]
    return Ledger(frame, pd.DataFrame(elements, copy=False), exponent, units, indicators, balances)


def _amounts(ledger: Ledger, exponent: int) -> Any:
    amount = ledger.figures["amount"].to_numpy()
    factor = 10 ** (ledger.exponent - exponent) if len(ledger) else 1
    if factor == 1:
        return amount
    wide = np.flatnonzero(np.abs(amount) > (2**63 - 1) // factor)
    if len(wide):
        figure = int(wide[0])
        at = ledger.locator(figure)
        printed = ledger.in_unit(int(amount[figure]), ledger.unit(figure))
        raise InexactAmount(
            "error.amount-too-long", path=at.document, line=at.line or at.row or 0, amount=f"{printed:f}"
        )
    return amount * factor


def _column(name: str, frames: Sequence[pd.DataFrame]) -> Any:
    like = next(frame[name] for frame in frames if name in frame)
    if isinstance(like.dtype, pd.CategoricalDtype):
        return _united([frame[name].array if name in frame else len(frame) for frame in frames])
    parts = []
    for frame in frames:
        if name in frame:
            parts.append(np.asarray(frame[name]))
        else:
            parts.append(np.full(len(frame), _MISSING.get(name, 0), np.asarray(like).dtype))
    return np.concatenate(parts)


def _united(parts: Sequence[Any]) -> Any:
    """Categories of all parts in order of appearance; a number stands for so many rows without the column."""
    known: dict[str, int] = {}
    codes = []
    for part in parts:
        if isinstance(part, int):
            codes.append(np.full(part, known.setdefault("", len(known)), np.int32))
        else:
            place = [known.setdefault(str(name), len(known)) for name in part.categories]
            codes.append(np.array(place, np.int32)[np.asarray(part.codes)] if len(part) else np.empty(0, np.int32))
    return pd.Categorical.from_codes(np.concatenate(codes), dtype=pd.CategoricalDtype(list(known)))

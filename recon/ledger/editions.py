"""Two editions of one document: what each figure read in the base edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.model.amount import State

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger

#: stands where the base edition has no such figure
ABSENT = np.iinfo(np.int64).min

_KEY = ["table_role", "key", "source", "period", "role", "nth"]


def amounts_in_base(ledger: Ledger, base: Ledger) -> NDArray[np.int64]:
    """The base edition's amount of every figure of `ledger`, in the minor units of `ledger`; ABSENT where it has none.

    A figure is known again by the role of its table, the code or name of its element, its source, period and role.
    """
    here, there = _keys(ledger), _keys(base)
    there = there[base.figures["state"].to_numpy() <= State.NIL].reset_index()
    # positions, not amounts, are merged: a column with gaps would turn whole numbers into floats
    position = here.merge(there, how="left", on=_KEY)["index"]
    known = position.notna().to_numpy()
    taken = base.figures["amount"].to_numpy()[position[known].astype(np.int64).to_numpy()]
    amounts = np.full(len(ledger), ABSENT, np.int64)
    amounts[known] = [_rescaled(int(value), base.exponent - ledger.exponent) for value in taken]
    return amounts


def _keys(ledger: Ledger) -> pd.DataFrame:
    figures = ledger.figures
    keys = figures[["table_role", "source", "period", "role"]].astype(str)
    keys["key"] = ledger.elements["key"].astype(str).to_numpy()[figures["element"].to_numpy()]
    keys["nth"] = keys.groupby(["table_role", "key", "source", "period", "role"]).cumcount()
    return keys


def _rescaled(amount: int, power: int) -> int:
    if power >= 0:
        scaled = amount * 10**power
        return scaled if abs(scaled) < 2**62 else int(ABSENT)
    whole, rest = divmod(amount, 10**-power)
    return int(ABSENT) if rest else whole

"""Bound identities as index arrays: one total and its parts a row, in compressed sparse row form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(slots=True)
class BoundIdentities:
    """Identities that one rule bound to figures of the ledger.

    total: figure of each identity's stated sum. indptr: where the parts of identity k begin and end in `part`.
    part: figures of the parts. weight: +1 or -1 for each part, None where all are +1.
    relation: `equal`, or `at-most`: the one part is within the total.
    """

    total: NDArray[np.int32]
    indptr: NDArray[np.int64]
    part: NDArray[np.int32]
    weight: NDArray[np.int8] | None = None
    relation: str = "equal"

    def __len__(self) -> int:
        return len(self.total)

    @classmethod
    def none(cls) -> BoundIdentities:
        return cls(np.empty(0, np.int32), np.zeros(1, np.int64), np.empty(0, np.int32))

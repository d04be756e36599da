"""The lines of a budget are their parts with their signs, and the financing is what the deficit comes to.

Net lending is what is lent less what is paid back; the balance of operations with financial assets is what they cost
less what they bring; financing is what is borrowed less what is repaid, and the balances that are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.budget_balances import budgets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FINANCING, _RESULT = "balance-financing", "balance-result"
#: what each line is made of; repayments and sales are subtracted, unless they are printed with a minus of their own
_MADE_OF: dict[str, tuple[tuple[str, int], ...]] = {
    "balance-lending": (("balance-lent", 1), ("balance-paid-back", -1)),
    "balance-assets": (("balance-bought", 1), ("balance-sold", -1)),
    _FINANCING: (("balance-borrowed", 1), ("balance-repaid", -1), ("balance-used", 1)),
}
_KINDS = (*(part for parts in _MADE_OF.values() for part, _ in parts), *_MADE_OF, _RESULT)


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """One identity for each line whose parts are told, and one for the financing of each deficit or surplus."""
    total: list[int] = []
    members: list[list[tuple[int, int]]] = []
    amount = ledger.figures["amount"].to_numpy() if len(ledger) else np.empty(0, np.int64)
    for lines in budgets(ledger, vocabulary, _KINDS):
        single = {kind: figures[0] for kind, figures in lines.items() if len(figures) == 1}
        for line, parts in _MADE_OF.items():
            told = [(single[part], sign) for part, sign in parts if part in single]
            if line in single and told and all(part in single or part not in lines for part, _ in parts):
                total.append(single[line])
                members.append([(figure, 1 if amount[figure] < 0 else sign) for figure, sign in told])
        if _FINANCING in single and _RESULT in single:
            financing, result = single[_FINANCING], single[_RESULT]
            total.append(financing)  # «дефицит 735» is −735 printed without its sign
            members.append([(result, 1 if amount[result] > 0 and amount[financing] > 0 else -1)])
    if not total:
        return BoundIdentities.none()
    flat = [(figure, sign, k) for k, parts in enumerate(members) for figure, sign in parts]
    member, weight, of = (np.array([each[n] for each in flat]) for n in range(3))
    return BoundIdentities(
        np.array(total, np.int32), None, member.astype(np.int32), weight.astype(np.int8), of=of.astype(np.int32)
    )

"""What a budget takes in less what it spends and lends is its surplus, or its deficit with the other sign.

The lines of a decision on a budget: revenue, expenditure, net lending, the balance of operations with financial
assets, deficit or surplus. Balances of earlier years cover a deficit and do not lessen it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import Lookup, categories, codes, lookup
from recon.extract.wording import normalise, wording
from recon.model.figure import operands
from recon.model.source import TOTAL
from recon.model.source import inside as inside_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_REVENUE, _SPENT, _RESULT = "balance-revenue", ("balance-outlay", "balance-lending", "balance-assets"), "balance-result"
_KINDS = (_REVENUE, *_SPENT, _RESULT)
#: figures of one kind, by the lines' parent and the period
Lines = dict[str, list[int]]


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """One identity for each deficit or surplus in prose beside one revenue and one expenditure of its period."""
    total: list[int] = []
    member: list[int] = []
    of: list[int] = []
    weight: list[int] = []
    amount = ledger.figures["amount"].to_numpy() if len(ledger) else np.empty(0, np.int64)
    for lines in budgets(ledger, vocabulary, _KINDS):
        known = [(lines[kind][0], 1 if kind == _REVENUE else -1) for kind in (_REVENUE, *_SPENT) if kind in lines]
        single = all(len(figures) == 1 for figures in lines.values())
        if not single or not {_REVENUE, _SPENT[0], _RESULT} <= lines.keys():
            continue
        result = lines[_RESULT][0]
        # «дефицит 735» is −735 printed without its sign
        turned = amount[result] > 0 and sum(int(amount[figure]) * sign for figure, sign in known) < 0
        for figure, sign in known:
            member.append(figure)
            of.append(len(total))
            weight.append(-sign if turned else sign)
        total.append(result)
    if not total:
        return BoundIdentities.none()
    whole, parts, owners = (np.array(each, np.int32) for each in (total, member, of))
    return BoundIdentities(whole, None, parts, np.array(weight, np.int8), of=owners)


def budgets(ledger: Ledger, vocabulary: Vocabulary, kinds: Sequence[str]) -> Iterator[Lines]:
    """The lines of each budget that prose tells, by kind, the first that their names begin with."""
    roles = categories(ledger, "table_role") if len(ledger) else ()
    if "passport" not in roles:
        return
    found, words = lookup(ledger), wording(vocabulary)
    # net lending is told as a difference, its two parts as figures of the same line
    whole = np.array([role == "amount" or bool(operands(role)) for role in categories(ledger, "role")])
    told = (codes(ledger, "table_role") == roles.index("passport")) & whole[codes(ledger, "role")]
    found_in: dict[tuple[int, str, int], Lines] = {}
    for figure in np.flatnonzero(found.countable(told)).tolist():
        name, above = _line(ledger, found, figure)
        kind = next((kind for kind in kinds if words.begins(kind, name)), None)
        if kind is not None:
            found_in.setdefault((*above, int(found.period[figure])), {}).setdefault(kind, []).append(figure)
    yield from found_in.values()


def _line(ledger: Ledger, found: Lookup, figure: int) -> tuple[str, tuple[int, str]]:
    """The name of a figure's line, and what the line is of: a part of the whole, or of the budget that is named."""
    element, source = int(found.line[figure]) // found.roles, found.sources[found.source[figure]]
    budget, inside, name = source.rpartition(inside_of("", ""))
    if inside:
        return name, (element, budget)
    parent = int(ledger.elements["parent"].to_numpy()[element])
    return normalise(str(ledger.elements["name"].iat[element])) if source == TOTAL else "", (parent, source)

"""Chosen figures add up to a chosen figure: the sum that a rule file spells out by itself.

Whole and parts are chosen by selectors. What neither of them names is the same in all figures of one identity: a rule
that names sources binds them within each document, table, element, period and role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import codes, lookup
from recon.checks.scoped import figures_of
from recon.model.scope import NAMES, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {
    "whole": ("<figures>",),
    "parts": ("<figures>",),
    "less": ("<figures>", ""),
    "relation": ("equal", "at-most", ""),
}
#: an element is known by its code and its name: a rule that names one of them names the element
_ELEMENT = frozenset({"code", "element"})


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """Each whole with the parts that share all that no selector names; a whole without any part is not bound."""
    if not len(ledger):
        return BoundIdentities.none()
    scopes = {name: scope for name in ("whole", "parts", "less") if isinstance(scope := parameters.get(name), Scope)}
    found = lookup(ledger)
    chosen = {name: np.flatnonzero(_firsts(figures_of(ledger, scope), found.first)) for name, scope in scopes.items()}
    named = {name for scope in scopes.values() for name in scope.named}
    key = _keys(ledger, frozenset(named))
    whole = chosen["whole"]
    order = np.argsort(key[whole], kind="stable")
    ordered = key[whole][order]
    members, owners, weights = [], [], []
    for name, weight in (("parts", 1), ("less", -1)):
        part = chosen.get(name, np.empty(0, np.intp))
        begin, end = np.searchsorted(ordered, key[part], "left"), np.searchsorted(ordered, key[part], "right")
        times = end - begin
        member = np.repeat(part, times)
        nth = np.arange(len(member)) - np.repeat(np.cumsum(times) - times, times)
        owner = order[np.repeat(begin, times) + nth]
        other = member != whole[owner]  # a figure is no part of itself
        members.append(member[other])
        owners.append(owner[other])
        weights.append(np.full(int(other.sum()), weight, np.int8))
    of = np.concatenate(owners)
    bound, number = np.unique(of, return_inverse=True)
    return BoundIdentities(
        whole[bound].astype(np.int32),
        None,
        np.concatenate(members).astype(np.int32),
        np.concatenate(weights) if "less" in scopes else None,
        str(parameters.get("relation", "equal")),
        of=number.astype(np.int32),
    )


def _firsts(chosen: NDArray[np.bool_], first: NDArray[np.bool_] | None) -> NDArray[np.bool_]:
    """Without the figures that repeat another of their key: a sum holds each once."""
    return chosen if first is None else chosen & first


def _keys(ledger: Ledger, named: frozenset[str]) -> NDArray[np.int64]:
    """A number for each figure that two of them share where they agree in all that is not named."""
    import pandas as pd

    columns: list[NDArray[Any]] = [
        codes(ledger, name) for name in NAMES if name not in named and name not in _ELEMENT
    ]
    if not named & _ELEMENT:
        subject, _ = pd.factorize(np.asarray(ledger.elements["key"], object))
        columns.append(subject[ledger.figures["element"].to_numpy()])
    key = np.zeros(len(ledger), np.int64)
    for column in columns:
        # Numbered anew after each column, so that the product of the counts never leaves int64.
        _, key = np.unique(key * (int(column.max()) + 1) + column, return_inverse=True)
    return key.astype(np.int64)

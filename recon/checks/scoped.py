"""Which identities and observations a rule speaks of, where it does not speak of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.lookup import categories, codes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.checks.bound import BoundIdentities
    from recon.ledger.ledger import Ledger
    from recon.model.finding import Observation
    from recon.model.rule import Rule
    from recon.model.scope import Scope


def figures_of(ledger: Ledger, scope: Scope) -> NDArray[np.bool_]:
    """The figures that a scope means."""
    meant = np.ones(len(ledger), np.bool_)
    for name in scope.named:
        if name == "table":
            meant &= _by_name(ledger, scope, "table", "table") | _by_name(ledger, scope, "table", "table_role")
        elif name in ("code", "element"):
            texts = ledger.elements["code" if name == "code" else "name"].tolist()
            known = {text: scope.has(name, str(text)) for text in dict.fromkeys(texts)}
            fits = np.fromiter((known[text] for text in texts), np.bool_, len(texts))
            meant &= fits[ledger.figures["element"].to_numpy()]
        else:
            meant &= _by_name(ledger, scope, name, name)
    return meant


def _by_name(ledger: Ledger, scope: Scope, name: str, column: str) -> NDArray[np.bool_]:
    fits = np.array([scope.has(name, value) for value in categories(ledger, column)], np.bool_)
    return np.asarray(fits[codes(ledger, column)])


def within(ledger: Ledger, bound: BoundIdentities, rule: Rule) -> BoundIdentities:
    """The identities whose stated figure the rule speaks of."""
    if not rule.is_scoped or not len(bound):
        return bound
    meant = np.ones(len(ledger), np.bool_)
    if rule.documents is not None:
        of_rule = np.array([name in rule.documents for name in categories(ledger, "document")], np.bool_)
        meant &= of_rule[codes(ledger, "document")]
    if rule.where is not None:
        meant &= figures_of(ledger, rule.where)
    if rule.unless is not None:
        meant &= ~figures_of(ledger, rule.unless)
    stands = meant[bound.total]
    return bound if stands.all() else bound.only(np.flatnonzero(stands))


def concerns(rule: Rule, noticed: Observation, tables: Mapping[tuple[str, str], str], ledger: Ledger) -> bool:
    """Whether the rule speaks of the place of an observation. tables: roles by document and table."""
    if not rule.is_scoped:
        return True
    at, table = noticed.at, noticed.at.table or ""
    if rule.documents is not None and at.document not in rule.documents:
        return False
    role = tables.get((at.document, table), "")
    if noticed.figure >= 0:
        role = str(ledger.at("table_role", noticed.figure))
    column = str(ledger.at("role", noticed.figure)) if noticed.figure >= 0 else ""
    values = {
        "document": (at.document,), "table": (table, role), "code": (noticed.code,), "element": (noticed.element,),
        "source": (noticed.source,), "period": (noticed.period,), "role": (column,),
    }  # fmt: skip
    if rule.where is not None and not rule.where.fits(values):
        return False
    return rule.unless is None or not rule.unless.fits(values)

"""The passport of a programme states what the passports of its subprogrammes come to, value by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from recon.checks.bound import BoundIdentities
from recon.checks.lookup import categories, codes, lookup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from recon.checks.lookup import Lookup
    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_FEWEST = 2


def bind(ledger: Ledger, vocabulary: Vocabulary, parameters: Mapping[str, object]) -> BoundIdentities:
    """In each document with one statement of the programme and several of subprogrammes."""
    roles = categories(ledger, "table_role") if len(ledger) else ()
    if "passport" not in roles:
        return BoundIdentities.none()
    found = lookup(ledger)
    stated = np.flatnonzero(found.countable(codes(ledger, "table_role") == roles.index("passport")))
    elements = ledger.elements
    root = (elements["parent"].to_numpy() < 0)[found.line[stated] // found.roles]
    whole = (np.asarray(elements["key"], object) == "")[found.line[stated] // found.roles]
    totals: list[int] = []
    members: list[list[int]] = []
    for document in np.unique(codes(ledger, "document")[stated]).tolist():
        here = root & (codes(ledger, "document")[stated] == document)
        bound = _of_document(ledger, found, stated[here & whole], stated[here & ~whole])
        totals += [total for total, _ in bound]
        members += [parts for _, parts in bound]
    if not totals:
        return BoundIdentities.none()
    of = np.repeat(np.arange(len(totals), dtype=np.int32), [len(parts) for parts in members])
    return BoundIdentities(
        np.array(totals, np.int32), None, np.array([part for parts in members for part in parts], np.int32), of=of
    )


def _of_document(
    ledger: Ledger, found: Lookup, programme: NDArray[np.intp], below: NDArray[np.intp]
) -> list[tuple[int, list[int]]]:
    """Each value of the programme with those of its subprogrammes; none where most do not agree at all."""
    if len(np.unique(found.line[programme])) != 1 or len(np.unique(found.line[below])) < _FEWEST:
        return []
    amount = ledger.figures["amount"].to_numpy()
    parts: dict[tuple[int, int], list[int]] = {}
    for figure in below.tolist():
        parts.setdefault((int(found.source[figure]), int(found.period[figure])), []).append(figure)
    bound = [
        (figure, parts[key])
        for figure in programme.tolist()
        if (key := (int(found.source[figure]), int(found.period[figure]))) in parts
    ]
    holding = sum(amount[total] == amount[own].sum() and amount[total] != 0 for total, own in bound)
    telling = sum(bool(amount[total]) or bool(amount[own].any()) for total, own in bound)
    # A programme that pays for more than its subprogrammes states another sum by right.
    return bound if 2 * holding > telling else []

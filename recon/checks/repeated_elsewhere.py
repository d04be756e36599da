"""A row of one table that another table of its kind repeats: the pairs of figures that must be the same.

Two tables number their rows alike by chance as well, and one may split a row of the other among several. They are held
against one another only where their rows bear the same names, stand once each under the same row, and most of their
figures agree already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.checks.lookup import categories, codes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.lookup import Lookup
    from recon.ledger.ledger import Ledger

_KINDS = ("financing", "passport")
#: so many figures must agree before two tables are taken to repeat one another
_FEWEST = 3


def repeated_elsewhere(ledger: Ledger, found: Lookup) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Figures that a later table of the same kind repeats, and the repetitions."""
    pairs = [_of_kind(ledger, found, kind) for kind in _KINDS if kind in categories(ledger, "table_role")]
    empty = np.empty(0, np.int32)
    return (
        np.concatenate([empty, *(pair[0] for pair in pairs)]).astype(np.int32),
        np.concatenate([empty, *(pair[1] for pair in pairs)]).astype(np.int32),
    )


def _of_kind(ledger: Ledger, found: Lookup, kind: str) -> tuple[NDArray[Any], NDArray[Any]]:
    role = codes(ledger, "table_role") == categories(ledger, "table_role").index(kind)
    none = np.empty(0, np.int32), np.empty(0, np.int32)
    table = _tables(ledger)
    if not role.any() or table[role].min() == table[role].max():
        return none
    own = np.flatnonzero(found.countable(role.copy()))
    subject = _subjects(ledger)
    own = own[_stand_once(ledger, subject)[found.line[own] // found.roles]]
    if not len(own):
        return none
    key = subject[found.line[own] // found.roles] * found.roles
    key = (key + found.line[own] % found.roles) * len(found.sources) + found.source[own]
    key = key * len(found.periods) + found.period[own]
    order = np.argsort(key, kind="stable")
    ordered, figures = key[order], own[order]
    fresh = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    first = figures[np.flatnonzero(fresh)[np.cumsum(fresh) - 1]]
    again = ~fresh & (table[figures] != table[first])
    total, member = first[again], figures[again]
    if not len(total):
        return none
    unit = codes(ledger, "unit")
    kept = (unit[total] == unit[member]) & _namesakes(ledger, total, member)
    total, member = total[kept], member[kept]
    kept = _agree(ledger, table, total, member)
    return total[kept], member[kept]


def _tables(ledger: Ledger) -> NDArray[np.int64]:
    """A number for the table of each figure, told apart over documents."""
    document: NDArray[np.int64] = codes(ledger, "document").astype(np.int64)
    tables: NDArray[np.int64] = document * max(len(categories(ledger, "table")), 1) + codes(ledger, "table")
    return tables


def _subjects(ledger: Ledger) -> NDArray[np.int64]:
    """For each element a number that elements of one key have in all tables of their document."""
    import pandas as pd

    key, keys = pd.factorize(np.asarray(ledger.elements["key"], object))
    document: NDArray[np.int64] = np.asarray(ledger.elements["document"].array.codes, np.int64)
    subject: NDArray[np.int64] = document * max(len(keys), 1) + key
    return subject


def _namesakes(ledger: Ledger, total: NDArray[Any], member: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether the rows of a pair bear one name under one row above; the programme itself needs none."""
    from recon.extract.wording import normalise

    element = ledger.figures["element"].to_numpy()
    couples, pair = np.unique(np.stack([element[total], element[member]], axis=1), axis=0, return_inverse=True)
    keys, names, parents = (ledger.elements[name].tolist() for name in ("key", "name", "parent"))

    def known(number: int) -> tuple[str, str]:
        name = normalise(str(names[number])).strip('". ') if keys[number] else ""
        return name, "" if parents[number] < 0 else str(keys[parents[number]])

    alike = [known(one) == known(other) for one, other in couples.tolist()]
    return np.array(alike, np.bool_)[pair.ravel()]


def _stand_once(ledger: Ledger, subject: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Elements whose key no other element of their table has."""
    import pandas as pd

    table, _ = pd.factorize(np.asarray(ledger.elements["table"], object))
    place = subject * (int(table.max(initial=0)) + 1) + table
    _, row, times = np.unique(place, return_inverse=True, return_counts=True)
    return np.asarray(times[row] == 1)


def _agree(ledger: Ledger, table: NDArray[np.int64], total: NDArray[Any], member: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether most of what two tables have in common, zeros aside, is the same in both."""
    amount = ledger.figures["amount"].to_numpy()
    couple = table[total] * (int(table.max()) + 1) + table[member]
    _, pair = np.unique(couple, return_inverse=True)
    telling = (amount[total] != 0) | (amount[member] != 0)
    equal = np.bincount(pair, telling & (amount[total] == amount[member]))[pair]
    return np.asarray((equal >= _FEWEST) & (2 * equal > np.bincount(pair, telling)[pair]))

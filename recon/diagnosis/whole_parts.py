"""A part that a whole family of sums treats alike: left out of all of them, counted twice in all, or printed nowhere.

A row that its total leaves out breaks one sum for every source and year, and a column that the total column leaves out
breaks one for every row. Figure by figure that looks like as many errors; it is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from recon.diagnosis.fewest_changes import Changes
from recon.diagnosis.neighbourhood import Neighbourhood
from recon.diagnosis.system import Row, rests
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

Key = tuple[int, int]
#: what the sums of a family have in common, by the dimension along which they add: a row is left out of the sums of its
#: parent, a source or a year out of those of its row, or a whole column out of those of the table
_SCOPES = {"element": ("element",), "source": ("element", "table"), "period": ("table",)}


@dataclass(frozen=True, slots=True)
class WholePart:
    """One part of a family of failing sums.

    kind: `left-out`, `twice` or `absent`. part: a figure of that part, None for `absent`. changes: what sets the totals
    right. absent: for `absent`, by total, what no part holds. settles: keys of the failing rows that this settles.
    """

    kind: str
    part: int | None
    changes: Changes
    absent: Changes
    settles: frozenset[Key]

    @property
    def size(self) -> int:
        """How many totals the part concerns."""
        return len(self.changes) + len(self.absent)


def whole_parts(ledger: Ledger, judgements: Sequence[Judgement], near: Neighbourhood) -> list[WholePart]:
    """Every such part that explains a family of failing sums."""
    amounts = ledger.figures["amount"].to_numpy()
    candidates: list[WholePart] = []
    for judgement, along, scope, owners, family in _families(ledger, judgements, near):
        known = _treated_alike(ledger, along, family)
        candidates += known
        if known or (scope == "table" and len(family) < 2):
            continue
        # What is printed nowhere is missing from all sums of an element, or of a table, that are not nought.
        more = all(0 < row.residual <= amounts[row.total] for row in family)
        if more and (scope == "element" or len(family) == _decided(judgement, owners, int(owners[family[0].total]))):
            candidates.append(_absent(family))
    # One look for all of them: a look through the ledger costs the same for one figure as for many.
    near.widen(figure for part in candidates for figure in part.changes)
    found = (_settling(part, near) for part in candidates)
    return list({(p.kind, *sorted(p.changes.items()), *sorted(p.absent)): p for p in found if p is not None}.values())


_Family = tuple["Judgement", str, str, "NDArray[np.integer[Any]]", list[Row]]


def _families(ledger: Ledger, judgements: Sequence[Judgement], near: Neighbourhood) -> Iterator[_Family]:
    """Failing sums of one law that state the totals of one element, or of one table."""
    owner_of = {"element": ledger.figures["element"].to_numpy(), "table": ledger.figures["table"].array.codes}
    failing = [near.system.rows[number] for number in near.system.failing]
    for number, judgement in enumerate(judgements):
        along = str(judgement.rule.parameters.get("along", ""))
        own = [row for row in failing if row.key[0] == number]
        for scope in _SCOPES.get(along, ()) if own else ():
            families: dict[int, list[Row]] = {}
            for row in own:
                families.setdefault(int(owner_of[scope][row.total]), []).append(row)
            for family in families.values():
                yield judgement, along, scope, owner_of[scope], family


def _decided(judgement: Judgement, owners: NDArray[np.integer[Any]], owner: int) -> int:
    """How many sums of the owner are not nought and not undecided."""
    verdict = judgement.judged.verdict
    counts = (verdict != Verdict.VACUOUS) & (verdict != Verdict.UNDECIDED)
    return int(np.count_nonzero(counts & (owners[judgement.bound.total] == owner)))


def _treated_alike(ledger: Ledger, along: str, family: list[Row]) -> list[WholePart]:
    """Parts that are just what every sum of the family is off by."""
    amounts = ledger.figures["amount"].to_numpy()
    column = ledger.figures[along]
    names = column.to_numpy() if along == "element" else column.array.codes
    found = []
    for kind, sign in (("left-out", -1), ("twice", 1)):
        matching = [
            {int(names[part]): part for part, weight in row.terms.items()
             if weight == -1 and int(amounts[part]) == sign * row.residual}
            for row in family
        ]  # fmt: skip
        shared = Counter(name for each in matching for name in each)
        for name in sorted(name for name, count in shared.items() if count == len(family)):
            changes = {row.total: -row.residual for row in family}
            found.append(WholePart(kind, matching[0][name], changes, {}, frozenset()))
    return found


def _settling(part: WholePart, near: Neighbourhood) -> WholePart | None:
    """The part with all that it settles; None where the changes leave or put a sum off."""
    if part.absent:
        return part
    if rests(near.system, part.changes):
        return None
    rows = (near.system.rows[number] for figure in part.changes for number in near.system.rows_of(figure))
    return replace(part, settles=frozenset(row.key for row in rows if row.failing))


def _absent(family: list[Row]) -> WholePart:
    return WholePart("absent", None, {}, {row.total: row.residual for row in family}, frozenset(r.key for r in family))

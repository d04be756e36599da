"""Which columns of a budget table add up to which, by formulas and words of the head and by arithmetic of the rows.

Columns that add up are sources of one role; every other column has a role of its own, so that it is never added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from recon.extract.budget_rows import BudgetTable
from recon.extract.wording import Wording, normalise

_FORMULA = re.compile(r"(\d+)\s*=\s*([\dгрp(). +\-–−]+)$")
_TERM = re.compile(r"([+\-–−]?)\s*(?:гр\.?\s*)?(\d+)")
_FEWEST_STRONG, _MANY_STRONG = 3, 5
_HOLDS = 9  # of ten rows in which a relation says anything
_HOLDS_BY_WORDS = 8
_SAMPLE = 40
#: more columns than this are not searched for sums of two
_MOST = 24

Matrix = Sequence[Sequence[int]]


@dataclass(slots=True)
class Relation:
    """Column `total` is the sum of `parts`, each with its sign. held: rows where it does, strong: with two terms."""

    total: int
    parts: tuple[tuple[int, int], ...]
    held: int = 0
    strong: int = 0

    @property
    def is_difference(self) -> bool:
        return any(sign < 0 for _, sign in self.parts)


@dataclass(slots=True)
class Columns:
    """relations: sums. differences: printed differences. of_which: whole by part. percent: columns of percentages.
    odd: columns whose numbers are no amounts, as their sums show. All by index among the columns of figures.
    """

    relations: list[Relation] = field(default_factory=list)
    differences: list[Relation] = field(default_factory=list)
    of_which: dict[int, int] = field(default_factory=dict)
    percent: set[int] = field(default_factory=set)
    odd: Set[int] = frozenset()

    @property
    def aside(self) -> Set[int]:
        """The columns that are not taken."""
        return self.percent | self.odd

    @property
    def strong(self) -> int:
        return sum(relation.strong for relation in (*self.relations, *self.differences))


def columns_of(table: BudgetTable, amounts: Matrix, words: Wording, odd: Set[int] = frozenset()) -> Columns:
    """amounts: rows by column of figures, blanks as zero. odd: columns that are known to hold no amounts."""
    found = Columns(odd=odd)
    # a file of data parts the words of a name by underscores: «pct_budgeted»
    labels = [[label.replace("_", " ") for label in table.head[j]] for j in table.columns]
    count = len(labels)
    found.percent = {j for j in range(count) if words.has("budget-percent", " ".join(labels[j][-2:]))} - odd
    depth = [sum(words.has("budget-of-which", label) for label in path) for path in labels]
    free = [j for j in range(count) if j not in found.aside and not depth[j]]
    for j in range(count):
        if depth[j] and j not in found.aside:
            whole = next((k for k in range(j - 1, -1, -1) if depth[k] < depth[j] and k not in found.aside), None)
            if whole is not None:
                found.of_which[j] = whole
    stated = [
        r
        for formula in _formulas(table)
        if not odd & {formula.total, *(j for j, _ in formula.parts)}
        and _holds(r := _weighed(formula, amounts), amounts, _HOLDS_BY_WORDS)
    ]
    _accept(found, stated, labels, words)
    _accept(found, named_differences(labels, amounts, found.aside, words), labels, words)
    _accept(found, named_total(labels, amounts, free, words), labels, words)
    for whole in sorted(set(found.of_which.values())):
        parts = [j for j, above in found.of_which.items() if above == whole]
        relation = _weighed(Relation(whole, tuple((j, 1) for j in parts)), amounts)
        if len(parts) > 1 and _in_most(relation, amounts):  # «в том числе» over all that it is made of
            _accept(found, [relation], labels, words)
            found.of_which = {j: above for j, above in found.of_which.items() if above != whole}
    searched = [r for r in _searched(free, amounts) if _is_certain(r, amounts, labels, words)]
    searched = [_completed(relation, free, amounts) for relation in _unexpanded(searched)]
    searched.sort(key=lambda r: (r.held, _closeness(r)), reverse=True)
    _accept(found, searched, labels, words, amounts)
    return found


def named_differences(
    labels: list[list[str]], amounts: Matrix, aside: Set[int], words: Wording
) -> list[Relation]:
    """«План, факт, %, отклонение»: a difference of the two columns before it under one head, if most rows say so."""
    found: list[Relation] = []
    for j in range(2, len(labels)):
        if j in aside or not labels[j] or not words.has("budget-difference", labels[j][-1]):
            continue
        before = [k for k in range(j) if k not in aside and labels[k][:-1] == labels[j][:-1]][-2:]
        if len(before) < 2 or any(words.has("budget-difference", labels[k][-1]) for k in before):
            continue
        a, b = before
        ways = [_weighed(Relation(j, ((x, 1), (y, -1))), amounts) for x, y in ((b, a), (a, b))]
        best = max(ways, key=lambda relation: relation.held)
        if _in_most(best, amounts):
            found.append(best)
    return found


def named_total(labels: list[list[str]], amounts: Matrix, free: list[int], words: Wording) -> list[Relation]:
    """The only column called a total is the sum of all others, if most rows say so."""
    totals = [j for j in free if labels[j] and words.begins("budget-total", normalise(labels[j][-1]))]
    if len(totals) != 1 or len(free) < 3:
        return []
    found = _weighed(Relation(totals[0], tuple((j, 1) for j in free if j != totals[0])), amounts)
    return [found] if _in_most(found, amounts) else []


def _in_most(relation: Relation, amounts: Matrix) -> bool:
    """Enough for what words say already: two sums that prove something, and more rows for it than against."""
    return relation.strong >= 2 and relation.held * 2 > _speaking(relation, amounts)


def _formulas(table: BudgetTable) -> list[Relation]:
    """Formulas in words, such as 13=3+6: by the numbers that the head gives its columns."""
    by_number = {int(m[0]): j for j, text in table.numbering.items() if (m := re.match(r"\d+", text.strip()))}
    own = {column: index for index, column in enumerate(table.columns)}
    formulas = []
    for text in table.numbering.values():
        found = _FORMULA.search(text.strip())
        if not found:
            continue
        terms = [(-1 if s and s in "-–−" else 1, int(n)) for s, n in _TERM.findall(found[2])]
        columns = [(own.get(by_number.get(number, -1), -1), sign) for sign, number in terms]
        total = own.get(by_number.get(int(found[1]), -1), -1)
        if total >= 0 and len(columns) >= 2 and all(column >= 0 for column, _ in columns):
            formulas.append(Relation(total, tuple(columns)))
    return formulas


def _weighed(relation: Relation, amounts: Matrix) -> Relation:
    for row in amounts:
        terms = [sign * row[j] for j, sign in relation.parts]
        if row[relation.total] == sum(terms) and any(terms):
            relation.held += 1
            relation.strong += sum(term != 0 for term in terms) >= 2
    return relation


def _speaking(relation: Relation, amounts: Matrix) -> int:
    return sum(bool(row[relation.total]) or any(row[j] for j, _ in relation.parts) for row in amounts)


def _holds(relation: Relation, amounts: Matrix, of_ten: int) -> bool:
    speaking = _speaking(relation, amounts)
    return speaking > 0 and relation.held * 10 >= speaking * of_ten


def _searched(free: list[int], amounts: Matrix) -> list[Relation]:
    """Sums of neighbouring columns, and sums of any two; each equation once, as the sum that it is."""
    sample = [row for row in amounts if sum(row[j] != 0 for j in free) >= 3][:_SAMPLE]
    if len(sample) < _FEWEST_STRONG or len(free) > _MOST:
        return []
    found: list[Relation] = []
    for t in free:
        others = [j for j in free if j != t]
        for a, first in enumerate(others):
            for b in range(a + 1, len(others)):
                windows = [others[a : b + 1]] if b - a > 1 else []
                for parts in ([first, others[b]], *windows):
                    near = sum(row[t] == sum(row[j] for j in parts) for row in sample)
                    if near * 10 >= len(sample) * _HOLDS_BY_WORDS:
                        found.append(_weighed(Relation(t, tuple((j, 1) for j in parts)), amounts))
    return found


def _is_certain(relation: Relation, amounts: Matrix, labels: list[list[str]], words: Wording) -> bool:
    named = (
        bool(labels[relation.total]) and words.begins("budget-total", normalise(labels[relation.total][-1])) is not None
    )
    used = all(any(row[j] for row in amounts) for j, _ in relation.parts)
    if named and relation.held >= _FEWEST_STRONG and _holds(relation, amounts, _HOLDS_BY_WORDS):
        return used or relation.strong > 0
    if relation.strong >= _MANY_STRONG and _holds(relation, amounts, _HOLDS_BY_WORDS):
        return True
    return relation.strong >= _FEWEST_STRONG and _holds(relation, amounts, _HOLDS)


def _unexpanded(relations: list[Relation]) -> list[Relation]:
    """Without the sums that name the parts of a subtotal where another names the subtotal: it may be wrong in a row."""
    sums = {(r.total, frozenset(j for j, _ in r.parts)) for r in relations}
    return [
        relation
        for relation in relations
        if not any(
            inner < (own := {j for j, _ in relation.parts})
            and total not in own
            and total != relation.total
            and (relation.total, frozenset(own - inner | {total})) in sums
            for total, inner in sums
        )
    ]


def _completed(relation: Relation, free: list[int], amounts: Matrix) -> Relation:
    """With one column more, blank in the rows that hold, where its amount is just what all others lie apart by."""
    used = {relation.total, *(j for j, _ in relation.parts)}
    apart = [row[relation.total] - sum(sign * row[j] for j, sign in relation.parts) for row in amounts]
    failing = [i for i, difference in enumerate(apart) if difference]
    for j in free:
        for sign in (1, -1):
            if len(failing) > 1 and j not in used and all(apart[i] == sign * row[j] for i, row in enumerate(amounts)):
                return _weighed(Relation(relation.total, (*relation.parts, (j, sign))), amounts)
    return relation


def _closeness(relation: Relation) -> int:
    columns = [relation.total, *(j for j, _ in relation.parts)]
    return min(columns) - max(columns) + len(columns)


def _accept(
    found: Columns, relations: list[Relation], labels: list[list[str]], words: Wording, amounts: Matrix = ()
) -> None:
    for relation in relations:
        turned = _as_difference(relation, labels, words, amounts)
        known = {r.total for r in (*found.relations, *found.differences)}
        used = {j for r in found.relations for j, _ in r.parts}
        equations = [{r.total, *(j for j, _ in r.parts)} for r in (*found.relations, *found.differences)]
        if turned.total in known or {turned.total, *(j for j, _ in turned.parts)} in equations:
            continue
        if turned.is_difference:
            found.differences.append(turned)
        elif not used & {j for j, _ in turned.parts} and not _circular(found, turned):
            found.relations.append(turned)


def _circular(found: Columns, relation: Relation) -> bool:
    """Whether a part of the sum is itself made of the total."""
    made = {r.total: [j for j, _ in r.parts] for r in found.relations}
    waiting = [j for j, _ in relation.parts]
    while waiting:
        j = waiting.pop()
        if j == relation.total:
            return True
        waiting += made.get(j, [])
    return False


def _as_difference(relation: Relation, labels: list[list[str]], words: Wording, amounts: Matrix) -> Relation:
    """An equation of three columns, one of which prints how far the others lie apart, with that one on the left."""
    if relation.is_difference or len(relation.parts) != 2:
        return relation
    a, b = (j for j, _ in relation.parts)
    odd = [j for j in (a, b) if words.has("budget-difference", " ".join(labels[j]))]
    if not odd and amounts and not any(row[relation.total] < 0 for row in amounts):
        negative = [j for j in (a, b) if any(row[j] < 0 for row in amounts)]
        odd = negative if len(negative) == 1 else []
    if len(odd) != 1:
        return relation
    other = b if odd[0] == a else a
    return Relation(odd[0], ((relation.total, 1), (other, -1)), relation.held, relation.strong)

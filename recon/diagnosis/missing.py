"""Figures that are blank or unreadable, and what the identities around them say that they must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from recon.model.amount import State
from recon.model.finding import Proposal
from recon.model.identity import Verdict

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

#: states whose figure was meant to be a number
_MEANT = frozenset({int(State.BLANK), int(State.LEFT_OUT), int(State.UNREADABLE)})


@dataclass(slots=True)
class Missing:
    """A figure that the identities determine: its value in minor units, and (rule, identity) of those that say so.

    decimals: digits after the decimal mark that its neighbours print.
    """

    value: int
    decimals: int
    said_by: list[tuple[int, int]] = field(default_factory=list)


def proposals(ledger: Ledger, judgements: Sequence[Judgement]) -> dict[int, Proposal]:
    """What each blank or unreadable figure must be, in its own unit, with the identities that say so."""
    name = namer(ledger, judgements)
    return {
        figure: Proposal(
            ledger.in_unit(found.value, ledger.unit(figure)), found.decimals, tuple(name(*key) for key in found.said_by)
        )
        for figure, found in missing(ledger, judgements).items()
    }


def namer(ledger: Ledger, judgements: Sequence[Judgement]) -> Callable[[int, int], tuple[str, str, str, str]]:
    """Names an identity, told by its rule's number and its own, by its rule and the coordinates of its total."""
    element = ledger.figures["element"].to_numpy()
    code = ledger.elements["code"].astype(str).tolist()
    sources, periods = (ledger.figures[column].array for column in ("source", "period"))
    source, period = (columns.categories.astype(str).tolist() for columns in (sources, periods))

    def name(number: int, identity: int) -> tuple[str, str, str, str]:
        total = int(judgements[number].bound.total[identity])
        where = source[sources.codes[total]], period[periods.codes[total]]
        return judgements[number].rule.code, code[element[total]], *where

    return name


def missing(ledger: Ledger, judgements: Sequence[Judgement]) -> dict[int, Missing]:
    """By figure, the one value that all identities with no other gap ask for; figures on which they differ are left.

    What one figure must be may decide the next one, so it is asked again until nothing more follows.
    """
    rows = _open_rows(ledger, judgements)
    amounts = ledger.figures["amount"].to_numpy()
    states = ledger.figures["state"].to_numpy()
    decimals = ledger.figures["decimals"].to_numpy()
    known: dict[int, Missing] = {}
    of_gap: dict[int, list[tuple[int, int]]] = {}  # the identities that a figure may decide once it is known
    for key, terms in rows.items():
        for figure in terms:
            if states[figure] > State.NIL:
                of_gap.setdefault(figure, []).append(key)
    open_keys: Iterable[tuple[int, int]] = rows
    asked: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    while True:
        now: dict[int, None] = {}  # in order
        for key in open_keys:
            terms = rows[key]
            gaps = [f for f in terms if states[f] > State.NIL and f not in known]
            if len(gaps) == 1 and int(states[gaps[0]]) in _MEANT:
                rest = sum(
                    sign * (known[f].value if f in known else int(amounts[f]))
                    for f, sign in terms.items()
                    if f != gaps[0]
                )
                asked.setdefault(gaps[0], []).append((-rest * terms[gaps[0]], key))
                now[gaps[0]] = None
        fresh = {
            figure: Missing(said[0][0], max(int(decimals[f]) for f in rows[said[0][1]]), [key for _, key in said])
            for figure, said in ((figure, asked[figure]) for figure in now)
            if len({value for value, _ in said}) == 1
        }
        if not fresh:
            return known
        known |= fresh
        open_keys = dict.fromkeys(key for figure in fresh for key in of_gap[figure])


def _open_rows(ledger: Ledger, judgements: Sequence[Judgement]) -> dict[tuple[int, int], dict[int, int]]:
    """The undecided identities as signed figures: the total +1, its parts -1."""
    rows: dict[tuple[int, int], dict[int, int]] = {}
    for number, judgement in enumerate(judgements):
        numbers = judgement.judged.where(Verdict.UNDECIDED)
        if judgement.bound.relation != "equal" or not len(numbers):
            continue
        bound = judgement.bound.only(numbers)
        chosen = np.unique(numbers).tolist()
        for position, total in enumerate(bound.total.tolist()):
            rows[number, chosen[position]] = {total: 1}
        weights = [1] * len(bound.member) if bound.weight is None else bound.weight.tolist()
        for position, figure, weight in zip(bound.of.tolist(), bound.member.tolist(), weights, strict=True):
            terms = rows[number, chosen[position]]
            terms[figure] = terms.get(figure, 0) - weight
    return rows

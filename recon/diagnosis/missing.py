"""Figures that are blank or unreadable, and what the identities around them say that they must be."""

from __future__ import annotations

from collections.abc import Sequence
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
    return {
        figure: Proposal(
            ledger.in_unit(found.value, ledger.unit(figure)),
            found.decimals,
            tuple(named(ledger, judgements, *key) for key in found.said_by),
        )
        for figure, found in missing(ledger, judgements).items()
    }


def named(ledger: Ledger, judgements: Sequence[Judgement], number: int, identity: int) -> tuple[str, str, str, str]:
    """An identity by its rule and the coordinates of its total."""
    total = int(judgements[number].bound.total[identity])
    row = ledger.figures.iloc[total]
    code = str(ledger.elements["code"].iat[row["element"]])
    return judgements[number].rule.code, code, str(row["source"]), str(row["period"])


def missing(ledger: Ledger, judgements: Sequence[Judgement]) -> dict[int, Missing]:
    """By figure, the one value that all identities with no other gap ask for; figures on which they differ are left.

    What one figure must be may decide the next one, so it is asked again until nothing more follows.
    """
    rows = _open_rows(ledger, judgements)
    amounts = ledger.figures["amount"].to_numpy()
    states = ledger.figures["state"].to_numpy()
    decimals = ledger.figures["decimals"].to_numpy()
    known: dict[int, Missing] = {}
    while True:
        asked: dict[int, list[tuple[int, tuple[int, int]]]] = {}
        for key, terms in rows.items():
            gaps = [f for f in terms if states[f] > State.NIL and f not in known]
            if len(gaps) == 1 and int(states[gaps[0]]) in _MEANT:
                rest = sum(
                    sign * (known[f].value if f in known else int(amounts[f]))
                    for f, sign in terms.items()
                    if f != gaps[0]
                )
                asked.setdefault(gaps[0], []).append((-rest * terms[gaps[0]], key))
        fresh = {
            figure: Missing(said[0][0], max(int(decimals[f]) for f in rows[said[0][1]]), [key for _, key in said])
            for figure, said in asked.items()
            if len({value for value, _ in said}) == 1
        }
        if not fresh:
            return known
        known |= fresh


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

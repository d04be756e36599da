"""How an error in a figure would show: not at all, as a breach somewhere, or as one that points at this figure alone.

A figure's signature is the set of decided equalities that contain it, with its sign in each. An error breaks just
those, all by the same amount, so figures that share a signature (or have opposite ones) cannot be told apart. A
signature is held as a sum of random 64-bit words, one an identity; where two figures have the same sum, a second sum
with other words decides. An inequality (`at-most`) betrays an error by chance only, and is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from recon.model.identity import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger

_CHUNK = 1 << 18
#: where the two independent sequences of words begin
_SEEDS = (0x243F6A8885A308D3, 0x13198A2E03707344)


class Observability(IntEnum):
    """What an error in a figure would give away."""

    NONE = 0  # no decided equality contains it: nothing would show
    DETECTABLE = 1  # something would break, but another figure could be at fault just as well
    LOCATABLE = 2  # what breaks points at this figure alone


def observability(ledger: Ledger, judgements: Sequence[Judgement]) -> NDArray[np.int8]:
    """The class of every figure, by whole arrays."""
    equalities = [judgement for judgement in judgements if judgement.bound.relation == "equal"]
    found = np.zeros(len(ledger), np.int8)
    signature = _signatures(len(ledger), equalities, _SEEDS[0])
    found[signature != 0] = Observability.LOCATABLE
    shared = _shared(signature)
    if len(shared):
        first = signature[shared]
        del signature
        second = _signatures(len(ledger), equalities, _SEEDS[1])[shared]
        found[shared[_in_company(first, second)]] = Observability.DETECTABLE
    return found


def independent(ledger: Ledger, judgements: Sequence[Judgement], figure: int) -> int:
    """How many decided equalities contain the figure."""
    count = 0
    for judgement in judgements:
        bound = judgement.bound
        if bound.relation == "equal" and len(bound):
            inside = np.union1d(np.flatnonzero(bound.total == figure), bound.of[bound.member == figure])
            count += int(np.count_nonzero(judgement.judged.verdict[inside] != Verdict.UNDECIDED))
    return count


def _signatures(figures: int, equalities: Sequence[Judgement], seed: int) -> NDArray[np.uint64]:
    """Each figure's sum of words, the same for opposite signatures; 0 where nothing contains it."""
    signature = np.zeros(figures, np.uint64)
    first = 0
    # Once a figure and its repetition differ, their sums are undecided: only what judges the conflict speaks of them.
    for despite_conflict in (False, True):
        for judgement in equalities:
            if judgement.bound.despite_conflict == despite_conflict:
                if despite_conflict:
                    signature[judgement.bound.total] = 0
                    signature[judgement.bound.member] = 0
                _add(signature, judgement, seed + first)
                first += len(judgement.bound)
    for start in range(0, figures, _CHUNK):
        chunk = signature[start : start + _CHUNK]
        np.minimum(chunk, np.negative(chunk), out=chunk)
    return signature


def _add(signature: NDArray[np.uint64], judgement: Judgement, first: int) -> None:
    """Sums wrap modulo 2**64, as they should: these are words, not money."""
    bound, verdict = judgement.bound, judgement.judged.verdict
    open_rows = verdict == Verdict.UNDECIDED
    some_open = bool(open_rows.any())
    for start in range(0, len(bound), _CHUNK):
        rows = np.arange(start, min(start + _CHUNK, len(bound)))
        words = _words(rows, first)
        if some_open:
            words[open_rows[rows]] = 0
        np.add.at(signature, bound.total[rows], words)
    for start in range(0, len(bound.member), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        of = bound.of[chunk]
        words = _words(of, first)
        if some_open:
            words[open_rows[of]] = 0
        if bound.weight is not None:
            words *= bound.weight[chunk].astype(np.int64).view(np.uint64)
        np.subtract.at(signature, bound.member[chunk], words)


def _words(rows: NDArray[np.signedinteger], first: int) -> NDArray[np.uint64]:
    """A random word for each identity, the same at every call (splitmix64)."""
    words = rows.astype(np.uint64)
    words += np.uint64(first)
    words *= np.uint64(0x9E3779B97F4A7C15)
    words ^= words >> np.uint64(30)
    words *= np.uint64(0xBF58476D1CE4E5B9)
    words ^= words >> np.uint64(27)
    words *= np.uint64(0x94D049BB133111EB)
    words ^= words >> np.uint64(31)
    return words


def _shared(signature: NDArray[np.uint64]) -> NDArray[np.intp]:
    """Figures whose signature, other than none, another figure has too."""
    ordered = np.sort(signature)
    again = ordered[1:][ordered[1:] == ordered[:-1]]
    del ordered
    again = again[again != 0]
    if not len(again):
        return np.empty(0, np.intp)
    return np.flatnonzero(np.isin(signature, again))


def _in_company(first: NDArray[np.uint64], second: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of these pairs occur more than once."""
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    same = (first[1:] == first[:-1]) & (second[1:] == second[:-1])
    found = np.zeros(len(order), np.bool_)
    found[order[1:][same]] = True
    found[order[:-1][same]] = True
    return found

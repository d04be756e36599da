"""With how many digits a table prints its amounts: a dash stands for a zero of that precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recon.model.amount import State, digits_behind
from recon.model.figure import Figure


def give_nils_the_usual_digits(figures: Sequence[Figure]) -> None:
    """figures: those of one table; its declared nils become zeros with the digits that most of its numbers have."""
    nils = [f for f in figures if not isinstance(f.printed, str) and f.printed.state is State.NIL]
    if not nils:
        return
    printed = [figure.printed for figure in figures]
    digits = Counter(
        digits_behind(each) if isinstance(each, str) else each.decimals
        for each in printed
        if isinstance(each, str) or each.state is State.STATED
    )
    usual = digits.most_common(1)[0][0] if digits else 0
    for figure in nils:
        figure.reading = figure.reading._replace(decimals=usual)

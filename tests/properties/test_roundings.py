"""What holds for roundings of every table: the truth is never called impossible, and what is called so has no truth."""

from __future__ import annotations

import time
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis import rounding
from recon.diagnosis.rounded_parts import decide
from recon.ledger.ledger import Ledger
from recon.model.identity import Verdict
from recon.registry import module

LAWS = [("parts-add-to-whole", {"along": along}) for along in ("source", "period", "element")]
SOURCES, YEARS = ("federal", "regional"), ("2024", "2025", "2026")
IN_FORCE = (Verdict.HOLDS, Verdict.ROUNDING, Verdict.VACUOUS)
few = settings(max_examples=60, deadline=None)


def judged(made: Ledger) -> list[Judgement]:
    found = []
    for check, parameters in LAWS:
        own = rule(check, **parameters)
        bound = module("checks", check).bind(made, VOCABULARY, parameters)
        found.append(Judgement(own, bound, judge(made, bound, own)))
    return found


def roundings(judgements: list[Judgement]) -> list[tuple[int, int]]:
    where = (each.judged.where(Verdict.ROUNDING).tolist() for each in judgements)
    return [(number, k) for number, rows in enumerate(where) for k in rows]


@few
@given(st.lists(st.integers(-(10**4), 10**6), min_size=18, max_size=18), st.sampled_from([1, 10]))
def test_figures_rounded_one_by_one_are_never_a_contradiction(amounts: list[int], digits: int) -> None:
    cells = dict(zip(product(("1.1", "1.2", "2"), SOURCES, YEARS), amounts, strict=True))
    sums: dict[tuple[str, str, str], int] = {}
    for (code, source, year), amount in cells.items():
        for above in {code, code.partition(".")[0], ""}:
            for wide, long in product((source, "total"), (year, "total")):
                sums[above, wide, long] = sums.get((above, wide, long), 0) + amount
    place = Decimal(1) / digits

    def printed(amount: int) -> Decimal:
        return (Decimal(amount) / 100).quantize(place, ROUND_HALF_UP)

    made = ledger("\n".join(f"{c}|{s}|{p}|{printed(amount)}" for (c, s, p), amount in sums.items()))
    judgements = judged(made)
    assert rounding.contradictory(made, judgements) == rounding.Explained()
    found, undecided = decide(made, judgements, (), roundings(judgements), seconds=9, until=time.monotonic() + 9)
    assert (found, undecided) == ([], [])


def satisfiable(made: Ledger, judgements: list[Judgement], keys: list[tuple[int, int]]) -> bool:
    """By trying: in a table of rows and columns whole half units are as good as any unrounded values."""
    amounts = [2 * int(amount) for amount in made.figures["amount"]]
    rows = []
    for number, k in keys:
        bound = judgements[number].bound
        rows.append((int(bound.total[k]), bound.part[bound.indptr[k] : bound.indptr[k + 1]].tolist()))
    cells = sorted({part for _, parts in rows for part in parts})
    totals = [total for total, _ in rows]
    assert len(set(totals)) == len(totals)
    assert not set(totals) & set(cells)
    for moved in product((-1, 0, 1), repeat=len(cells)):
        value = {cell: amounts[cell] + by for cell, by in zip(cells, moved, strict=True)}
        if all(abs(amounts[total] - sum(value[part] for part in parts)) <= 1 for total, parts in rows):
            return True
    return False


@few
@given(st.lists(st.integers(-2, 2), min_size=5, max_size=5))
def test_a_contradiction_is_one_and_nothing_in_it_is_spare(off: list[int]) -> None:
    """Margins of a table of two by three that rounding explains one by one, against trying all half units."""
    lines = [f"1|{source}|{year}|1.0" for source, year in product(SOURCES, YEARS)]
    lines += [f"1|{source}|total|{Decimal(30 + by) / 10:.1f}" for source, by in zip(SOURCES, off[:2], strict=True)]
    lines += [f"1|total|{year}|{Decimal(20 + by) / 10:.1f}" for year, by in zip(YEARS, off[2:], strict=True)]
    made = ledger("\n".join(lines))
    judgements = judged(made)
    assume(roundings(judgements))
    everything = [
        (number, k)
        for number, judgement in enumerate(judgements)
        for k in range(len(judgement.bound))
        if judgement.judged.verdict[k] in IN_FORCE
    ]
    explained = rounding.contradictory(made, judgements)
    assert explained.undecided == []
    assert bool(explained.contradictions) != satisfiable(made, judgements, everything)
    for each in explained.contradictions:
        assert set(each.rounded) <= set(roundings(judgements))
        assert each.figures
    for each in explained.contradictions[:1]:
        assert not satisfiable(made, judgements, list(each.together))
        for spare in each.together:
            assert satisfiable(made, judgements, [key for key in each.together if key != spare])

"""What holds for sums of every ledger, whatever its tree, sources, years and amounts."""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import covered, judge
from recon.ledger.ledger import Ledger
from recon.model.identity import Verdict
from recon.registry import module

Key = tuple[str, str, str]
LAWS: list[tuple[str, dict[str, object]]] = [
    ("parts-add-to-whole", {"along": "source"}),
    ("parts-add-to-whole", {"along": "period"}),
    ("parts-add-to-whole", {"along": "element"}),
    ("consolidated-budget", {}),
    ("same-figure", {"between": "one-key"}),
]
LEAVES = ["federal", "regional", "local", "extrabudgetary"]
ABOVE = {
    "federal": ["budgetary", "total"],
    "regional": ["consolidated", "budgetary", "total"],
    "local": ["consolidated", "budgetary", "total"],
    "extrabudgetary": ["total"],
}
few = settings(max_examples=25, deadline=None)


@st.composite
def grown(draw: st.DrawFn) -> dict[Key, int]:
    """Amounts in tenths by code, source and period, built from the leaves of a tree upwards."""
    codes = draw(st.lists(st.sampled_from(["1.1", "1.2", "1.2.1", "2", "3.1.1", "3.1.2"]), min_size=1, unique=True))
    codes = [code for code in codes if not any(other.startswith(code + ".") for other in codes)]
    coarse = draw(st.sets(st.sampled_from(["consolidated", "budgetary"])))
    sums: dict[Key, int] = defaultdict(int)
    for code in codes:
        sources = draw(st.sets(st.sampled_from(LEAVES), min_size=1))
        years = draw(st.sets(st.sampled_from(["2019", "2020", "2021"]), min_size=1))
        for source in sorted(sources):
            for year in sorted(years):
                amount = draw(st.integers(-(10**4), 10**9) | st.just(0))
                segments = code.split(".")
                for upper in [".".join(segments[:n]) for n in range(len(segments) + 1)]:
                    for wider in [source, *(a for a in ABOVE[source] if a == "total" or a in coarse)]:
                        for period in (year, "total"):
                            sums[upper, wider, period] += amount
    return dict(sums)


def made(amounts: dict[Key, str], unit: str = "thousand-rubles") -> Ledger:
    return ledger("\n".join("|".join((*key, amount)) for key, amount in amounts.items()), unit)


def printed(sums: dict[Key, int]) -> dict[Key, str]:
    return {key: f"{Decimal(tenths) / 10:.1f}" for key, tenths in sums.items()}


def answers(one: Ledger) -> dict[tuple[str, Key, frozenset[Key]], str]:
    """Verdicts by law, total and parts."""
    frame, codes = one.figures, one.elements["code"]
    keys = [
        (str(codes.iat[e]), str(s), str(p))
        for e, s, p in zip(frame["element"], frame["source"], frame["period"], strict=True)
    ]
    found = {}
    for check, parameters in LAWS:
        bound = module("checks", check).bind(one, VOCABULARY, parameters)
        judged = judge(one, bound, rule(check, **parameters))
        for k, total in enumerate(bound.total.tolist()):
            parts = frozenset(keys[i] for i in bound.part[bound.indptr[k] : bound.indptr[k + 1]].tolist())
            law = f"{check} {parameters}"
            found[law, keys[total], parts] = Verdict(int(judged.verdict[k])).word
    return found


@few
@given(grown())
def test_a_ledger_built_from_its_leaves_upward_has_no_finding(sums: dict[Key, int]) -> None:
    assert set(answers(made(printed(sums))).values()) <= {"holds", "vacuous"}


@few
@given(grown())
def test_every_figure_of_a_ledger_with_a_programme_row_is_covered(sums: dict[Key, int]) -> None:
    one = made(printed(sums))
    bounds = [module("checks", check).bind(one, VOCABULARY, parameters) for check, parameters in LAWS]
    judgeds = [judge(one, bound, rule(c, **p)) for bound, (c, p) in zip(bounds, LAWS, strict=True)]
    assert covered(one, bounds, judgeds).all()


@few
@given(grown())
def test_rounding_each_figure_alone_never_breaks_an_identity(sums: dict[Key, int]) -> None:
    whole = {key: str((Decimal(tenths) / 10).quantize(Decimal(1), ROUND_HALF_UP)) for key, tenths in sums.items()}
    assert "broken" not in answers(made(whole)).values()


@few
@given(grown(), st.data())
def test_an_error_beyond_tolerance_is_found_in_exactly_the_identities_that_contain_it(
    sums: dict[Key, int], data: st.DataObject
) -> None:
    wrong = data.draw(st.sampled_from(sorted(sums)))
    error = data.draw(st.sampled_from([-(10**6), 100, 10**7]))
    before = answers(made(printed(sums)))
    after = answers(made(printed(sums | {wrong: sums[wrong] + error})))
    assert before.keys() == after.keys()
    for one, verdict in after.items():
        _, total, parts = one
        assert (verdict == "broken") == (wrong == total or wrong in parts)


@few
@given(grown(), st.randoms())
def test_the_order_of_rows_does_not_matter(sums: dict[Key, int], random) -> None:  # type: ignore[no-untyped-def]
    rows = list(printed(sums).items())
    random.shuffle(rows)
    assert answers(made(dict(rows))) == answers(made(printed(sums)))


@few
@given(grown(), st.data())
def test_thousands_or_millions_give_the_same_verdicts(sums: dict[Key, int], data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(sorted(sums)))
    sums = sums | {wrong: sums[wrong] + 1}
    millions = {key: f"{Decimal(tenths) / 10**4:.4f}" for key, tenths in sums.items()}
    assert answers(made(millions, "million-rubles")) == answers(made(printed(sums)))


@few
@given(grown(), st.data())
def test_blanking_a_figure_turns_answers_only_into_undecided(sums: dict[Key, int], data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(sorted(sums)))
    wrong = data.draw(st.sampled_from(sorted(sums)))
    full = printed(sums | {wrong: sums[wrong] + 1000})
    before, after = answers(made(full)), answers(made(full | {blank: ""}))
    assert before.keys() == after.keys()
    for one, verdict in after.items():
        _, total, parts = one
        assert verdict == ("undecided" if blank == total or blank in parts else before[one])


@few
@given(st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=9), st.integers(-3, 3))
def test_sums_near_the_limits_of_a_machine_word_are_exact(parts: list[int], off: int) -> None:
    from recon.checks.bound import BoundIdentities
    from recon.checks.sums import differences

    amount = np.array([off, *parts, *parts], np.int64)
    count = len(parts)
    bound = BoundIdentities(
        np.array([0, 1], np.int32), np.array([0, count, 2 * count]), np.arange(1, 2 * count + 1, dtype=np.int32)
    )
    assert [int(d) for d in differences(amount, bound)] == [off - sum(parts), parts[0] - sum(parts)]

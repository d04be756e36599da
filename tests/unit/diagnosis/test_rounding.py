"""Whether what rounding explains one by one can be true at once."""

import time
from itertools import pairwise

import pytest
from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis import rounding
from recon.diagnosis.rounded_parts import decide
from recon.ledger.ledger import Ledger
from recon.model.identity import Verdict
from recon.registry import module

SUMS = [("parts-add-to-whole", {"along": "source"}), ("parts-add-to-whole", {"along": "period"})]
TWINS = ("same-figure", {"between": "passport-and-financing"})


def judged(made: Ledger, laws=SUMS, tolerances=("exact", "exact")) -> list[Judgement]:
    found = []
    for (check, parameters), tolerance in zip(laws, tolerances, strict=True):
        own = rule(check, tolerance, **parameters)
        bound = module("checks", check).bind(made, VOCABULARY, parameters)
        found.append(Judgement(own, bound, judge(made, bound, own)))
    return found


def roundings(judgements: list[Judgement]) -> list[tuple[int, int]]:
    where = (each.judged.where(Verdict.ROUNDING).tolist() for each in judgements)
    return [(number, k) for number, rows in enumerate(where) for k in rows]


def table(margins: tuple[str, str, str, str], code: str = "1", cell: str = "10.0") -> str:
    """Two years by two sources, all of one amount; margins: the totals of the years, then of the sources."""
    first, second, federal, regional = margins
    return f"""\
        {code}|total|2024|{first}
        {code}|federal|2024|{cell}
        {code}|regional|2024|{cell}
        {code}|total|2025|{second}
        {code}|federal|2025|{cell}
        {code}|regional|2025|{cell}
        {code}|federal|total|{federal}
        {code}|regional|total|{regional}
"""


IMPOSSIBLE = ("20.1", "20.1", "19.9", "19.9")
POSSIBLE = ("20.1", "20.0", "20.1", "20.0")


def test_margins_that_rounding_explains_alone_but_not_together_are_broken() -> None:
    """The years ask for 40.1 at least, the sources for 39.9 at most; three of the four are too many already."""
    made = ledger(table(IMPOSSIBLE))
    judgements = judged(made)
    rounded = roundings(judgements)
    assert len(rounded) == 4
    explained = rounding.apply(made, judgements)
    assert [len(each.rounded) for each in explained.contradictions] == [3]
    assert explained.contradictions[0].together == explained.contradictions[0].rounded
    assert explained.undecided == []
    assert sorted(roundings(judgements) + explained.broken) == rounded
    assert sum(each.judged.count(Verdict.BROKEN) for each in judgements) == 3


def test_four_margins_that_rounding_explains_together_stay() -> None:
    made = ledger(table(POSSIBLE))
    judgements = judged(made)
    before = roundings(judgements)
    assert before
    assert rounding.apply(made, judgements) == rounding.Explained()
    assert roundings(judgements) == before


@pytest.mark.parametrize(("margins", "broken"), [(IMPOSSIBLE, 3), (POSSIBLE, 0)])
def test_the_exact_decision_needs_no_search_before_it(margins, broken) -> None:
    made = ledger(table(margins))
    judgements = judged(made)
    seeds = roundings(judgements)
    found, undecided = decide(made, judgements, (), seeds, seconds=5, until=time.monotonic() + 5)
    assert [len(each.rounded) for each in found] == ([broken] if broken else [])
    assert undecided == []


def test_identities_that_hold_take_part_in_a_contradiction() -> None:
    """Three sums in a row, the middle one exact: two roundings that share no figure."""
    text = """
        1|total|2024|20.1
        1|federal|2024|20.0
        1|federal|total|20.0
        1|total|total|19.9
    """
    made = ledger(text)
    judgements = judged(made)
    explained = rounding.contradictory(made, judgements)
    assert len(roundings(judgements)) == 2
    assert [(len(each.together), len(each.rounded)) for each in explained.contradictions] == [(3, 2)]


def test_a_declared_nil_is_exact_and_a_printed_nought_is_not() -> None:
    """The total and its two parts are 0.1 apart: 20.05 would do for all, unless the second part gives nothing."""

    def text(second: str) -> str:
        return f"""
            1|total|2024|20.5
            1|federal|2024|20.4
            1|regional|2024|{second}
            1|total|2024|21|p1
        """

    laws = [SUMS[0], TWINS]
    for second, contradictions in (("-", 1), ("0.0", 0)):
        made = ledger(text(second))
        judgements = judged(made, laws)
        assert len(roundings(judgements)) == 2
        assert len(rounding.contradictory(made, judgements).contradictions) == contradictions


def test_a_tolerance_is_room_of_its_own() -> None:
    """The years' totals are taken as they are within 0.1, so they need not be the exact sums of unrounded values."""
    made = ledger(table(IMPOSSIBLE))
    judgements = judged(made, tolerances=("0.1", "exact"))
    assert len(roundings(judgements)) == 2
    assert rounding.contradictory(made, judgements) == rounding.Explained()


def test_a_broken_sum_beside_them_settles_nothing() -> None:
    """A year's total is far off; what rounding explains elsewhere is judged without it."""
    made = ledger(table(("90.0", "20.1", "19.9", "20.0")))
    judgements = judged(made)
    assert len(roundings(judgements)) == 2
    assert rounding.contradictory(made, judgements) == rounding.Explained()


def test_what_there_is_no_time_for_is_said_not_to_be_decided() -> None:
    made = ledger(table(IMPOSSIBLE))
    judgements = judged(made)
    explained = rounding.apply(made, judgements, altogether=-1)
    assert explained.contradictions == []
    assert explained.undecided == roundings(judgements)
    assert len(explained.undecided) == 4


def test_contradictions_far_apart_are_all_found_and_blamed_once() -> None:
    text = "".join(table(IMPOSSIBLE if number % 10 == 0 else POSSIBLE, f"{number}") for number in range(1, 201))
    made = ledger(text)
    judgements = judged(made)
    explained = rounding.contradictory(made, judgements)
    assert len(explained.contradictions) == 20
    assert len(explained.broken) == 60
    figures = sorted(each.figures for each in explained.contradictions)
    assert all(one[-1] < other[0] for one, other in pairwise(figures))


def test_a_part_slightly_above_its_whole_is_weighed_with_the_sums() -> None:
    """The of-which line asks for a whole above 10.0; the sum asks for one below."""
    text = """
        1|total|2024|9.9
        1|regional|2024|10.0
        1|transfers|2024|10.1
    """
    made = ledger(text)
    laws = [("part-within-whole", {"along": "source"}), SUMS[0]]
    judgements = judged(made, laws)
    assert len(roundings(judgements)) == 2
    assert [len(each.rounded) for each in rounding.contradictory(made, judgements).contradictions] == [2]


def test_amounts_of_any_size_are_decided() -> None:
    made = ledger(
        table(("20000000000000.1", "20000000000000.1", "19999999999999.9", "19999999999999.9"), "1", f"{10**13}.0")
    )
    judgements = judged(made)
    assert len(roundings(judgements)) == 4
    assert len(rounding.contradictory(made, judgements).broken) == 3

"""The five verdicts, rounding, tolerance and units."""

from __future__ import annotations

import numpy as np
import pytest
from made_ledger import VOCABULARY, ledger, rule, verdicts

from recon.checks import parts_add_to_whole
from recon.checks.bound import BoundIdentities
from recon.checks.judge import identity, judge
from recon.checks.sums import differences
from recon.ledger.ledger import Ledger
from recon.model.identity import Identity, Verdict

LAW = "parts-add-to-whole"


def first(made: Ledger, tolerance: str = "exact") -> Identity:
    bound = parts_add_to_whole.bind(made, VOCABULARY, {"along": "source"})
    judged = judge(made, bound, rule(tolerance=tolerance))
    return identity(made, bound, judged, 0, rule(tolerance=tolerance))


@pytest.mark.parametrize(
    ("total", "federal", "local", "verdict"),
    [
        ("3.0", "1.0", "2.0", "holds"),
        ("3.0", "3.0", "-", "holds"),
        ("9.0", "1.0", "2.0", "broken"),
        ("3.1", "1.0", "2.0", "rounding"),
        ("3.2", "1.0", "2.0", "broken"),
        ("0.0", "0.0", "-", "vacuous"),
        ("0.0", "-1.0", "1.0", "holds"),
        ("0.0", "0.0", "", "undecided"),
        ("3.0", "x", "2.0", "undecided"),
        ("3.0", "…", "2.0", "undecided"),
        ("?", "1.0", "2.0", "undecided"),
    ],
)
def test_each_verdict_has_its_case(total: str, federal: str, local: str, verdict: str) -> None:
    made = ledger(f"1|total|2020|{total}\n1|federal|2020|{federal}\n1|local|2020|{local}")
    assert first(made).verdict.word == verdict


def test_a_broken_identity_tells_stated_computed_and_difference_in_the_documents_unit() -> None:
    told = first(ledger("1|total|2020|61784.8\n1|federal|2020|5950.4\n1|regional|2020|55864.4"))
    amounts = (str(told.stated.amount), str(told.computed), str(told.difference), str(told.allowed), told.unit)
    assert amounts == ("61784.8", "61814.8", "-30.0", "0", "thousand-rubles")
    assert told.stated.at.line == 1


def test_what_rounding_explains_is_half_the_last_places_of_all_figures() -> None:
    told = first(ledger("1|total|2020|3.1\n1|federal|2020|1.0\n1|local|2020|2.0"))
    assert (told.verdict.word, str(told.allowed)) == ("rounding", "0.15")


def test_a_declared_nil_is_exact_and_adds_no_rounding() -> None:
    assert first(ledger("1|total|2020|3.6\n1|federal|2020|3.0\n1|local|2020|-")).verdict.word == "broken"


def test_a_tolerance_is_in_the_unit_of_the_figure() -> None:
    made = ledger("1|total|2020|3.4\n1|federal|2020|1.0\n1|local|2020|2.0")
    assert first(made, "0.5").verdict.word == "holds"
    assert str(first(made, "0.3").allowed) == "0.3"
    assert first(made, "0.3").verdict.word == "broken"


def test_figures_in_different_units_of_one_currency_add_exactly() -> None:
    made = ledger("1|total|2020|3000.50||rubles\n1|federal|2020|1.0\n1|local|2020|2.0005")
    assert first(made).verdict.word == "holds"


def test_money_and_kilometres_are_not_compared() -> None:
    made = ledger("1|total|2020|3.0||kilometres\n1|federal|2020|1.0\n1|local|2020|2.5")
    assert first(made).verdict.word == "undecided"


def test_sums_beyond_a_machine_word_do_not_wrap() -> None:
    big = 2**62 + 12345
    amount = np.array([1, *[big] * 8, big], np.int64)
    bound = BoundIdentities(np.array([0, 9], np.int32), np.array([0, 8, 9]), np.array([*range(1, 9), 9], np.int32))
    assert list(differences(amount, bound)) == [1 - 8 * big, 0]


def test_weights_subtract() -> None:
    amount = np.array([5, 9, 4], np.int64)
    bound = BoundIdentities(
        np.array([0], np.int32), np.array([0, 2]), np.array([1, 2], np.int32), np.array([1, -1], np.int8)
    )
    assert differences(amount, bound).tolist() == [0]


def test_bound_identities_have_the_same_rows_by_coordinates_and_by_rows() -> None:
    by_place = BoundIdentities(
        np.array([0, 1], np.int32), None, np.array([7, 8, 9], np.int32), of=np.array([1, 0, 1], np.int32)
    )
    assert by_place.indptr.tolist() == [0, 1, 3]
    assert by_place.part.tolist() == [8, 7, 9]
    assert by_place.only([1]).part.tolist() == [7, 9]


@pytest.mark.parametrize("member", [[7, 8, 9], [9, 7, 8]])
def test_the_identities_of_a_figure_are_found_whatever_the_order_of_parts(member: list[int]) -> None:
    of = {7: 1, 8: 0, 9: 1}
    bound = BoundIdentities(
        np.array([3, 9], np.int32),
        None,
        np.array(member, np.int32),
        of=np.array([of[figure] for figure in member], np.int32),
    )
    assert [bound.containing([figure]).tolist() for figure in (3, 7, 8, 9, 5)] == [[0], [1], [0], [1], []]
    assert bound.containing([3, 7]).tolist() == [0, 1]


def test_a_part_is_no_larger_than_its_whole() -> None:
    made = ledger(
        "1|regional|2020|3.0\n1|transfers|2020|3.0\n1|regional|2021|3.0\n1|transfers|2021|9.0\n"
        "1|regional|2022|0.0\n1|transfers|2022|0.0\n1|transfers|2023|5.0"
    )
    assert verdicts(made, "part-within-whole", along="source") == {
        ("1", "regional", "2020"): "holds",
        ("1", "regional", "2021"): "broken",
        ("1", "regional", "2022"): "vacuous",
    }


@pytest.mark.parametrize(
    ("regional", "reading", "found"),
    [("10.0", "A", {"holds"}), ("8.0", "B", {"holds"}), ("9.0", "A", {"broken"})],
)
def test_a_consolidated_budget_keeps_to_one_reading(regional: str, reading: str, found: set[str]) -> None:
    made = ledger(
        "\n".join(
            f"1|consolidated|{y}|15.0\n1|regional|{y}|{regional}\n1|transfers|{y}|2.0\n1|local|{y}|5.0"
            for y in (2020, 2021)
        )
    )
    from recon.checks import consolidated_budget

    assert consolidated_budget.bind(made, VOCABULARY, {}).readings == {"made.txt": reading}
    assert set(verdicts(made, "consolidated-budget").values()) == found


def test_passport_and_table_are_compared_year_by_year() -> None:
    made = ledger("|federal|2020|1.0|p1\n|federal|2021|2.0|p1\n|federal|2020|1.0|t1\n|federal|2021|2.5|t1")
    assert verdicts(made, "same-figure", between="passport-and-financing") == {
        ("", "federal", "2020"): "holds",
        ("", "federal", "2021"): "broken",
    }


def test_totals_of_passport_and_table_are_compared_if_both_list_the_same_years() -> None:
    same = ledger("|total|2020|1.0|p1\n|total|total|1.0|p1\n|total|2020|1.0|t1\n|total|total|2.0|t1")
    assert verdicts(same, "same-figure", between="passport-and-financing")["", "total", "total"] == "broken"
    other = ledger(
        "|total|2020|1.0|p1\n|total|2021|1.0|p1\n|total|total|2.0|p1\n|total|2020|1.0|t1\n|total|total|1.0|t1"
    )
    assert ("", "total", "total") not in verdicts(other, "same-figure", between="passport-and-financing")


def test_rounding_explains_a_passport_figure_with_fewer_digits_only() -> None:
    fewer = ledger("|total|2020|1.3|p1\n|total|2020|1.26|t1")
    assert set(verdicts(fewer, "same-figure", between="passport-and-financing").values()) == {"rounding"}
    equal = ledger("|total|2020|1.3|p1\n|total|2020|1.2|t1")
    assert set(verdicts(equal, "same-figure", between="passport-and-financing").values()) == {"broken"}


def test_verdicts_are_counted() -> None:
    made = ledger("1|total|2020|1.0\n1|local|2020|1.0\n2|total|2020|9.0\n2|local|2020|1.0")
    bound = parts_add_to_whole.bind(made, VOCABULARY, {"along": "source"})
    judged = judge(made, bound, rule())
    assert (judged.count(Verdict.HOLDS), judged.count(Verdict.BROKEN)) == (1, 1)
    assert judged.where(Verdict.BROKEN).tolist() == [1]

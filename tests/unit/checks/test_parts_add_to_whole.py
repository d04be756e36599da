"""Which figures a sum is bound to, along sources, periods and elements."""

from __future__ import annotations

import pytest
from made_ledger import VOCABULARY, ledger, rule, verdicts

from recon.checks import parts_add_to_whole
from recon.checks.judge import covered, identity, judge

LAW = "parts-add-to-whole"


def test_the_total_is_the_sum_of_the_sources() -> None:
    made = ledger("1|total|2020|3.0\n1|federal|2020|1.0\n1|local|2020|2.7")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "broken"}


def test_a_total_of_nothing_is_not_bound() -> None:
    assert verdicts(ledger("1|total|2020|3.0"), LAW, along="source") == {}


def test_of_which_lines_and_lines_beside_the_total_are_never_added() -> None:
    made = ledger("1|total|2020|3.0\n1|regional|2020|3.0\n1|transfers|2020|2.0\n1|aside|2020|9.0")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "holds"}


def test_a_source_that_the_vocabulary_does_not_know_is_an_addend_of_the_total() -> None:
    made = ledger("1|total|2020|3.0\n1|federal|2020|1.0\n1|sponsors|2020|2.0")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "holds"}


def test_each_source_adds_to_the_nearest_source_that_its_element_has() -> None:
    made = ledger(
        """
        1|total|2020|10.0
        1|budgetary|2020|7.0
        1|federal|2020|4.0
        1|local|2020|3.0
        1|extrabudgetary|2020|3.0
        2|total|2020|10.0
        2|federal|2020|4.0
        2|local|2020|6.0
        """
    )
    assert verdicts(made, LAW, along="source") == {
        ("1", "total", "2020"): "holds",
        ("1", "budgetary", "2020"): "holds",
        ("2", "total", "2020"): "holds",
    }


def test_the_consolidated_budget_is_a_part_here_and_a_whole_elsewhere() -> None:
    made = ledger("1|total|2020|5.0\n1|consolidated|2020|5.0\n1|regional|2020|1.0\n1|local|2020|1.0")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "holds"}


def test_figures_of_different_roles_are_not_added_together() -> None:
    made = ledger("1|total|2020|3.0||| plan\n1|federal|2020|3.0||| plan\n1|federal|2020|1.0||| fact")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "holds"}


def test_tables_of_indicators_are_not_added() -> None:
    assert verdicts(ledger("1|total|2020|3\n1|federal|2020|1", role="indicators"), LAW, along="source") == {}


def test_years_add_to_the_total_of_their_row() -> None:
    made = ledger("1|total|2019|1.0\n1|total|2020|2.0\n1|total|total|3.0\n1|local|2019|1.0")
    assert verdicts(made, LAW, along="period") == {("1", "total", "total"): "holds"}


def test_years_add_to_the_span_that_covers_them_and_spans_to_the_total() -> None:
    made = ledger(
        """
        1|total|total|10.0
        1|total|2019-2020|3.0
        1|total|2021-2022|7.0
        1|total|2019|1.0
        1|total|2020|2.0
        1|total|2021|3.0
        1|total|2022|4.5
        """
    )
    assert verdicts(made, LAW, along="period") == {
        ("1", "total", "total"): "holds",
        ("1", "total", "2019-2020"): "holds",
        ("1", "total", "2021-2022"): "broken",
    }


def test_a_span_whose_years_are_not_all_listed_is_not_bound() -> None:
    made = ledger("1|total|2014-2020|9.0\n1|total|2019|1.0\n1|total|2020|2.0")
    assert verdicts(made, LAW, along="period") == {}


def test_a_column_whose_head_is_lost_is_part_of_nothing() -> None:
    made = ledger("1|total|column 4|9.0\n1|total|total|1.0\n1|total|2020|1.0")
    assert verdicts(made, LAW, along="period") == {("1", "total", "total"): "holds"}


def test_children_add_to_their_parent_by_source_and_year() -> None:
    made = ledger("1|total|2020|3.0\n1.1|total|2020|1.0\n1.2|total|2020|2.0\n1.2.1|total|2020|2.5\n1.10|total|2020|0.0")
    assert verdicts(made, LAW, along="element") == {("1", "total", "2020"): "holds", ("1.2", "total", "2020"): "broken"}


def test_a_child_without_a_source_row_has_none_of_it_if_it_is_split_by_sources() -> None:
    made = ledger(
        """
        1|total|2020|3.0
        1|federal|2020|1.0
        1|local|2020|2.0
        1.1|total|2020|1.0
        1.1|federal|2020|1.0
        1.2|total|2020|2.0
        1.2|local|2020|2.0
        """
    )
    assert set(verdicts(made, LAW, along="element").values()) == {"holds"}
    assert len(verdicts(made, LAW, along="element")) == 3


def test_a_child_that_prints_a_total_alone_leaves_the_sources_open() -> None:
    made = ledger(
        "1|total|2020|3.0\n1|federal|2020|1.0\n1|local|2020|2.0\n1.1|total|2020|1.0\n1.1|federal|2020|1.0\n"
        "1.2|total|2020|2.0"
    )
    assert verdicts(made, LAW, along="element") == {("1", "total", "2020"): "holds"}


def test_a_child_that_is_split_more_coarsely_or_more_finely_leaves_the_source_open() -> None:
    coarse = ledger("1|federal|2020|1.0\n1|budgetary|2020|1.0\n1.1|budgetary|2020|1.0")
    assert verdicts(coarse, LAW, along="element") == {("1", "budgetary", "2020"): "holds"}
    fine = ledger("1|budgetary|2020|1.0\n1|federal|2020|1.0\n1.1|federal|2020|1.0")
    assert verdicts(fine, LAW, along="element") == {("1", "federal", "2020"): "holds"}


def test_a_source_that_no_child_has_must_be_zero_in_the_parent() -> None:
    made = ledger("1|total|2020|1.0\n1|federal|2020|1.0\n1|local|2020|0.7\n1.1|total|2020|1.0\n1.1|federal|2020|1.0")
    assert verdicts(made, LAW, along="element")["1", "local", "2020"] == "broken"


def test_a_child_without_years_leaves_the_years_open() -> None:
    made = ledger("1|total|2020|1.0\n1|total|total|1.0\n1.1|total|total|1.0")
    assert verdicts(made, LAW, along="element") == {("1", "total", "total"): "holds"}


def test_a_heading_without_figures_passes_its_children_to_the_element_above() -> None:
    made = ledger("1|total|2020|3.0\n1.1|total|2020|1.0||| plan\n1.1.1|total|2020|3.0\n1|total|2020|1.0||| plan")
    assert set(verdicts(made, LAW, along="element").values()) == {"holds"}


def test_two_figures_for_one_key_leave_their_identities_undecided_and_no_others() -> None:
    made = ledger(
        "1|total|2020|3.0\n1|federal|2020|1.0\n1|federal|2020|1.5\n1|local|2020|2.0\n1|total|2021|1.0\n1|local|2021|1.0"
    )
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "undecided", ("1", "total", "2021"): "holds"}
    assert verdicts(made, "same-figure", between="one-key") == {("1", "federal", "2020"): "broken"}


def test_one_figure_printed_twice_is_added_once() -> None:
    made = ledger("1|total|2020|3.0\n1|federal|2020|3.0\n1|federal|2020|3.00")
    assert verdicts(made, LAW, along="source") == {("1", "total", "2020"): "holds"}
    assert verdicts(made, "same-figure", between="one-key") == {("1", "federal", "2020"): "holds"}


def test_keys_too_far_apart_for_a_direct_table_are_found_by_search() -> None:
    lines = [f"{n}|{s}|2020|1.0" for n in range(1, 60) for s in ("total", f"sponsor {n}")]
    periods = [f"1|total|column {n}|1.0" for n in range(40)]
    found = verdicts(ledger("\n".join(lines + periods)), LAW, along="source")
    assert len(found) == 59
    assert set(found.values()) == {"holds"}


@pytest.mark.parametrize("along", ["source", "period", "element"])
def test_a_ledger_without_figures_binds_nothing(along: str) -> None:
    from recon.ledger.normalise import build

    assert len(parts_add_to_whole.bind(build([], VOCABULARY), VOCABULARY, {"along": along})) == 0


def test_covered_are_the_figures_of_decided_identities() -> None:
    made = ledger("1|total|2020|3.0\n1|federal|2020|3.0\n1|total|2021|3.0\n1|federal|2021|\n1|aside|2020|1.0")
    bound = parts_add_to_whole.bind(made, VOCABULARY, {"along": "source"})
    judged = judge(made, bound, rule(along="source"))
    assert covered(made, [bound], [judged]).tolist() == [True, True, False, False, False]


def test_an_identity_tells_what_the_one_blank_figure_would_have_to_be() -> None:
    made = ledger("1|total|2020|3.0\n1|federal|2020|1.0\n1|local|2020|")
    bound = parts_add_to_whole.bind(made, VOCABULARY, {"along": "source"})
    judged = judge(made, bound, rule())
    told = identity(made, bound, judged, 0, rule())
    assert (told.verdict.word, str(told.needed), told.computed) == ("undecided", "2.0", None)
    assert [(term.code, term.source, term.raw) for term in told.terms] == [("1", "federal", "1.0"), ("1", "local", "")]

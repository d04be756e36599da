"""What an error in each figure would give away."""

from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis.observability import Observability, independent, observability
from recon.ledger.ledger import Ledger
from recon.registry import module

SUMS = (("parts-add-to-whole", {"along": "source"}), ("parts-add-to-whole", {"along": "period"}))
NONE, DETECTABLE, LOCATABLE = Observability


def judged(made: Ledger, laws=SUMS) -> list[Judgement]:
    found = []
    for check, parameters in laws:
        own = rule(check, **parameters)
        bound = module("checks", check).bind(made, VOCABULARY, parameters)
        found.append(Judgement(own, bound, judge(made, bound, own)))
    return found


def classes(text: str, laws=SUMS) -> list[int]:
    made = ledger(text)
    return observability(made, judged(made, laws)).tolist()


def test_in_a_single_sum_an_error_shows_but_does_not_say_where() -> None:
    assert classes("1|total|2024|30.0\n1|federal|2024|10.0\n1|regional|2024|20.0") == [DETECTABLE] * 3


def test_a_figure_of_a_row_and_a_column_can_be_located() -> None:
    text = """
        1|total|2024|30.0
        1|federal|2024|10.0
        1|regional|2024|20.0
        1|total|2025|30.0
        1|federal|2025|10.0
        1|regional|2025|20.0
        1|total|total|60.0
        1|federal|total|20.0
        1|regional|total|40.0
    """
    assert classes(text) == [LOCATABLE] * 9


def test_a_figure_outside_all_sums_is_not_protected() -> None:
    assert classes("1|total|2024|30.0\n1|federal|2024|30.0\n2|total|2024|5.0") == [DETECTABLE, DETECTABLE, NONE]


def test_a_total_and_its_only_part_have_opposite_signatures() -> None:
    """The two in the second row are told from the others by the sum of the years, but not from each other."""
    text = "1|total|2024|5.0\n1|federal|2024|5.0\n1|total|total|5.0\n2|total|2024|5.0\n2|federal|2024|5.0"
    assert classes(text) == [LOCATABLE, LOCATABLE, LOCATABLE, DETECTABLE, DETECTABLE]


def test_a_sum_with_a_blank_in_it_protects_nothing() -> None:
    assert classes("1|total|2024|30.0\n1|federal|2024|\n1|regional|2024|20.0") == [NONE] * 3


def test_nought_equal_to_nought_protects_its_figures() -> None:
    assert classes("1|total|2024|0.0\n1|federal|2024|0.0") == [DETECTABLE] * 2


def test_a_part_within_its_whole_is_not_protected_by_that() -> None:
    text = "1|regional|2024|30.0\n1|transfers|2024|10.0"
    assert classes(text, (("part-within-whole", {"along": "source"}),)) == [NONE] * 2


def test_a_figure_printed_twice_is_told_apart_by_neither_of_its_prints() -> None:
    """Once they differ, every sum of the figure is undecided, and either print may be wrong."""
    text = "1|total|2024|30.0\n1|federal|2024|30.0\n1|federal|2024|30.0\n1|total|total|30.0\n1|federal|total|30.0"
    laws = (*SUMS, ("same-figure", {"between": "one-key"}))
    assert classes(text, laws) == [LOCATABLE, DETECTABLE, DETECTABLE, LOCATABLE, LOCATABLE]


def test_identities_of_a_figure_are_counted() -> None:
    text = "1|total|2024|30.0\n1|federal|2024|30.0\n1|total|total|30.0\n2|total|2024|5.0"
    made = ledger(text)
    judgements = judged(made)
    assert [independent(made, judgements, figure) for figure in range(4)] == [2, 1, 1, 0]


def test_an_empty_ledger_has_no_classes() -> None:
    made = ledger("1|total|2024|30.0")
    made.figures = made.figures.iloc[:0]
    assert len(observability(made, [])) == 0

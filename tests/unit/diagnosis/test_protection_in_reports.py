"""What the result says of roundings that contradict one another, and of figures in which an error would not show."""

from decimal import Decimal

from recon.model.identity import Verdict


def test_roundings_that_cannot_be_true_together_are_errors_that_name_each_other(check) -> None:
    """Each margin of a table of four is off by one in the last digit; no unrounded values explain all of them."""
    figures = {
        ("", "total", "total"): "4.2",
        ("", "total", "2024"): "2.1",
        ("", "total", "2025"): "2.1",
        ("", "regional", "total"): "1.9",
        ("", "federal", "total"): "1.9",
        ("", "regional", "2024"): "1.0",
        ("", "regional", "2025"): "1.0",
        ("", "federal", "2024"): "1.0",
        ("", "federal", "2025"): "1.0",
    }
    result = check({cell: Decimal(amount) for cell, amount in figures.items()})
    contradicted = [finding for finding in result.findings if finding.contradicts]
    assert contradicted
    for finding in contradicted:
        assert finding.verdict == Verdict.BROKEN.word
        assert abs(finding.identity.difference) <= Decimal("0.2")


def test_a_sound_programme_says_how_much_of_it_is_protected(check, programme) -> None:
    document = check(programme).documents[0]
    assert document.locatable == document.figures == len(programme)
    assert document.unprotected == []


def test_a_figure_in_one_sum_only_is_listed_as_not_locatable(check) -> None:
    figures = {("1", "total", "2024"): "3.0", ("1", "regional", "2024"): "1.0", ("1", "federal", "2024"): "2.0"}
    document = check({cell: Decimal(amount) for cell, amount in figures.items()}).documents[0]
    assert document.locatable == 0
    assert {(each.source, each.protection) for each in document.unprotected} == {
        ("total", "detectable"),
        ("regional", "detectable"),
        ("federal", "detectable"),
    }

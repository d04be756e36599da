"""A row or a column that a family of sums leaves out, counts twice, or that is printed nowhere, is one cause."""

from decimal import Decimal

import pytest

from recon.telling import explanations, narration


def told(result) -> str:
    scene = narration.scene(result, "en", 200, False)
    return "\n".join(line for cause in result.causes for line in explanations.told(cause, result, scene, True))


@pytest.mark.parametrize(("kind", "sign"), [("left-out", -1), ("twice", 1)])
def test_a_row_that_its_parent_leaves_out_or_counts_twice_is_one_cause(check, programme, kind, sign) -> None:
    wrong = {cell: programme["1.1.2", *cell[1:]] for cell in programme if cell[0] == "1.1"}
    for cell, part in wrong.items():
        programme[cell] += sign * part
    result = check(programme)
    (cause,) = result.causes
    assert cause.kind == kind
    assert {(r.code, r.source, r.period) for r in cause.repairs} == set(wrong)
    assert all(r.proposed - r.stated == -sign * wrong[r.code, r.source, r.period] for r in cause.repairs)
    assert cause.explanations[0].part.code == "1.1.2"
    assert len(cause.explains) == len(result.findings)
    assert "1.1.2" in told(result)


def test_a_year_that_the_total_column_leaves_out_is_one_cause(check, programme) -> None:
    for cell in programme:
        if cell[2] == "total":
            programme[cell] -= programme[(*cell[:2], "2026")]
    (cause,) = check(programme).causes
    assert (cause.kind, cause.explanations[0].part.period) == ("left-out", "2026")
    assert {r.period for r in cause.repairs} == {"total"}


def test_a_row_that_is_printed_nowhere_is_one_cause_and_changes_no_figure(check, programme) -> None:
    row = {cell: amount for cell, amount in programme.items() if cell[0] == "1.2.1"}
    for cell in row:
        del programme[cell]
    result = check(programme)
    (cause,) = result.causes
    assert (cause.kind, cause.repairs) == ("absent", ())
    assert {(r.source, r.period): r.proposed for r in cause.absent} == {cell[1:]: v for cell, v in row.items()}
    assert {r.code for r in cause.absent} == {"1.2"}
    assert len(cause.explains) == len(result.findings) == len(row)
    assert "stands in no part" in told(result)


def test_a_source_that_is_printed_nowhere_is_one_cause(check, programme) -> None:
    """One table without the federal column: every sum of sources lacks it, in every row."""
    federal = {cell: amount for cell, amount in programme.items() if cell[1] == "federal"}
    for cell in federal:
        del programme[cell]
    (cause,) = check(programme).causes
    assert cause.kind == "absent"
    assert {(r.code, r.period): r.proposed for r in cause.absent} == {(c, p): v for (c, _, p), v in federal.items()}


def test_one_sum_with_money_that_no_part_holds_is_told_so_beside_the_figures(check) -> None:
    cells = {"total": "211948.5", "regional": "101891.2", "local": "99459.9"}
    (cause,) = check({("1", source, "2025"): Decimal(amount) for source, amount in cells.items()}).causes
    assert [r.proposed for r in cause.absent] == [Decimal("10597.4")]
    assert {(r.source, r.proposed) for way in cause.alternatives for r in way} == {
        ("total", Decimal("201351.1")),
        ("regional", Decimal("112488.6")),
        ("local", Decimal("110057.3")),
    }


def test_a_slip_at_the_keyboard_comes_before_a_part_that_is_nowhere(check) -> None:
    cells = {("1", "total", "2025"): "260.0", ("1", "regional", "2025"): "100.0", ("1", "local", "2025"): "120.0"}
    (cause,) = check({cell: Decimal(amount) for cell, amount in cells.items()}).causes
    assert cause.kind != "absent"
    assert "absent" in {each.kind for each in cause.explanations}


def test_a_total_below_its_parts_lacks_no_part(check) -> None:
    cells = {("1", "total", "2025"): "201.7", ("1", "regional", "2025"): "101.2", ("1", "local", "2025"): "112.6"}
    (cause,) = check({cell: Decimal(amount) for cell, amount in cells.items()}).causes
    assert "absent" not in {each.kind for each in cause.explanations}


def test_a_figure_that_would_have_been_negative_is_not_taken_for_the_amended_one(check, programme) -> None:
    """A line of 2 000 is new, and its total was not carried along; its neighbour of 0 was not amended by 2 000."""
    for cell in [c for c in programme if c[0] == "2.1"]:
        programme["2.2", *cell[1:]] = Decimal(0)
        programme["2.3", *cell[1:]] = Decimal(0)
    for source in ("regional", "total"):
        for period in ("2025", "total"):
            programme["2.3", source, period] = Decimal(2000)
    result = check(programme)
    amended = [e.amended for cause in result.causes for e in cause.explanations if e.kind == "left-behind"]
    assert amended
    assert all(each.stated >= Decimal(2000) for each in amended)

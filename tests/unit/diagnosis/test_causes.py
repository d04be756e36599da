"""Which figure is wrong: one, several, a total left behind, a blank."""

from decimal import Decimal

import pytest

import recon
from recon.model.cause import Cause


def first(cause: Cause) -> set[tuple[str, str, str, Decimal]]:
    return {(r.code, r.source, r.period, r.proposed) for r in cause.repairs}


def test_a_sound_programme_has_no_cause(check, programme) -> None:
    result = check(programme)
    assert result.identities.broken == 0
    assert result.causes == []


@pytest.mark.parametrize(
    "cell",
    [("1.1.1", "regional", "2025"), ("1.1", "federal", "2024"), ("1", "total", "2026"), ("", "regional", "total")],
)
def test_one_wrong_figure_is_named_with_what_it_should_read(check, programme, cell) -> None:
    meant = programme[cell]
    programme[cell] += Decimal("30.0")
    result = check(programme)
    assert result.identities.broken >= 2
    assert [first(cause) for cause in result.causes] == [{(*cell, meant)}]
    cause = result.causes[0]
    assert cause.minimal
    assert set(cause.explains) == {f.id for f in result.findings}
    assert {f.cause for f in result.findings} == {"C1"}


def test_a_digit_slip_is_named(check, programme) -> None:
    programme["1.1.1", "regional", "2025"] = Decimal("1845.8")  # for 1345.8
    repair = check(programme).causes[0].repairs[0]
    assert (repair.slip, repair.stated, repair.proposed) == ("digit", Decimal("1845.8"), Decimal("1345.8"))


def test_two_wrong_figures_in_one_sum_are_both_found(check, programme) -> None:
    wrong = {("1.1.1", "regional", "2025"): Decimal("7.0"), ("1.1.2", "regional", "2025"): Decimal("-300.0")}
    meant = {(*cell, programme[cell]) for cell in wrong}
    for cell, off in wrong.items():
        programme[cell] += off
    causes = check(programme).causes
    assert [first(cause) for cause in causes] == [meant]
    assert causes[0].minimal


def test_errors_far_apart_are_causes_of_their_own(check, programme) -> None:
    programme["1.1.1", "regional", "2025"] += 5
    programme["2.1", "federal", "2026"] -= 40
    assert len(check(programme).causes) == 2


def test_errors_that_cancel_in_a_sum_are_still_found(check, programme) -> None:
    """Money moved from one activity to another leaves the parent sound, and two sums of sources broken."""
    moved = {("1.1.1", "regional", "2025"): Decimal("-5.5"), ("1.1.2", "regional", "2025"): Decimal("5.5")}
    meant = {(*cell, programme[cell]) for cell in moved}
    for cell, off in moved.items():
        programme[cell] += off
    assert [first(cause) for cause in check(programme).causes] == [meant]


def test_a_total_left_behind_is_offered_with_the_amendment(check, programme) -> None:
    """An activity was amended with its own totals; the levels above were not."""
    amount = Decimal("1000.0")
    for source in ("regional", "total"):
        for period in ("2025", "total"):
            programme["1.1.1", source, period] += amount
    causes = check(programme).causes
    assert len(causes) == 1
    assert causes[0].kind == "left-behind"
    behind = {(r.code, r.source, r.period) for r in causes[0].repairs}
    levels = ("1.1", "1", "")
    assert behind == {(c, s, p) for c in levels for s in ("regional", "total") for p in ("2025", "total")}
    assert causes[0].explanations[0].amended is not None
    assert causes[0].explanations[0].amended.code == "1.1.1"


def test_alternatives_are_listed_with_the_figure_that_decides(check) -> None:
    """One sum alone cannot say which of its figures is wrong."""
    causes = check(
        {
            ("1", "total", "2024"): Decimal("30.0"),
            ("1", "regional", "2024"): Decimal("12.0"),
            ("1", "federal", "2024"): Decimal("28.0"),
        }
    ).causes
    assert len(causes) == 1
    assert not causes[0].unique
    assert len(causes[0].alternatives) == 2
    assert causes[0].decides is not None


def test_the_base_edition_decides_between_a_slip_and_totals_left_behind(check, programme) -> None:
    """Raised by a round amount that is also one digit: without the base edition a slip is as likely."""
    base = dict(programme)
    programme["1.1.1", "regional", "2025"] += Decimal("1000.0")
    assert check(programme).causes[0].kind == "figures"
    decided = check(programme, base).causes[0]
    assert decided.kind == "left-behind"
    assert decided.explanations[0].confirmed
    assert len(decided.alternatives) >= 1


def test_one_amount_that_two_tables_deny_is_the_cause_of_both_findings(tmp_path) -> None:
    rows = "№|Мероприятие|Всего|2031 год|2032 год\n|Всего|{0}\n1|Замена ламп|{1}\n2|Замена опор|{2}\n"
    money = rows.format("30,0|13,0|17,0", "20,0|8,0|12,0", "10,0|5,0|5,0")
    again = rows.format("30,0|13,0|17,0", "16,0|7,0|9,0", "14,0|6,0|8,0").replace("Замена", "Ремонт")
    document = tmp_path / "programme.txt"
    years = "2031 год – 13,0 тыс. рублей; 2032 год – 19,0 тыс. рублей."
    stated = f"Общий объем финансирования программы – 30,0 тыс. рублей, в том числе: {years}"
    text = f"{stated}\n\nРасходы по заказчикам, тыс. рублей\n{money}\nРасходы по районам, тыс. рублей\n{again}"
    document.write_text(text.replace("|", "\t"), encoding="utf-8")
    result = recon.check(document)
    assert [finding.rule.code for finding in result.findings] == ["PER01", "TXT01", "TXT01"]
    assert [finding.cause for finding in result.findings] == ["C1", "C1", "C1"]

"""The terminal report: its shape, and that nothing found never looks like nothing checked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from recon.model.amount import State
from recon.model.asked import Asked
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Counts
from recon.reports import text
from recon.telling.notation import width
from tests.unit.reports import invented
from tests.unit.reports.invented import at, broken, document, finding, reconciliation, rule, term

PARKS = """\
error[HIE01] children do not add to the parent
  --> inputs/parks.docx, table 3, row 3, column 5 (1.6 · regional budget · 2020)
     |                                 2020
 3   | 1.6      regional budget    55 864,4   stated
     |                             ^^^^^^^^
 4   |   1.6.1  regional budget    55 650,3
 5   |   1.6.2  regional budget       184,1
     |                             55 834,4   computed
  = difference +30,0 тыс. рублей, allowed 0
  = see cause C1

cause C1: one figure explains 1 finding, and it is the only one
  1.6 · regional budget · 2020: stated 55 864,4, should read 55 834,4 (one digit: 6 for 3)
  settles HIE01 1.6 2020

warning[FRM01] a figure is blank
  --> inputs/parks.docx, table 3, row 6, column 5 (1.6.3 · regional budget · 2020)
     |                                2020
 6   | областной бюджет            (blank)
     |                             ^^^^^^^
  = the cell is blank: state an amount, a zero or a dash

4 identities: 3 hold (1 of them 0 = 0), 1 broken. 10 figures, 1 is covered by no identity (recon
figures lists them). 1 more finding: 1 warning
"""


def shown(result, lang="en", everything=False):
    return "".join(text.pieces(result, Asked(lang, everything=everything))).replace("\u00a0", " ")


def test_a_broken_sum_is_shown_with_its_cells_under_its_cause() -> None:
    assert shown(invented.parks()) == PARKS


def test_an_officer_reads_it_in_russian() -> None:
    said = shown(invented.parks(), "ru")
    for words in (
        "ошибка[HIE01] сумма детей не равна родителю",
        "таблица 3, строка 3, графа 5 (1.6 · региональный бюджет · 2020)",
        "указано",
        "по расчёту",
        "отклонение +30,0 тыс. рублей, допускается 0",
        "подлежит уточнению",
        "4 контрольных соотношения: 3 выполняются (из них 1 вида 0 = 0), 1 не выполняется",
    ):
        assert words in said
    assert "нарушение закона" not in said


@pytest.mark.parametrize(
    ("counts", "figures", "words"),
    [
        (Counts(bound=3, vacuous=3), 6, "Nothing is proved: every sum is 0 = 0"),
        (Counts(bound=3, undecided=2, vacuous=1), 6, "Nothing is proved: every sum that is not 0 = 0 waits"),
        (Counts(), 6, "Nothing was checked: 6 figures were read, but no total stands beside its parts"),
        (Counts(), 0, "Nothing was checked: no table or sentence of financing was found"),
    ],
)
def test_a_run_that_proves_nothing_says_so_and_why(counts: Counts, figures: int, words: str) -> None:
    said = shown(reconciliation(counts=counts, documents=[document(figures=figures, covered=0)]))
    assert words in said
    assert "No discrepancy" not in said


def test_a_run_that_proves_something_and_finds_nothing_says_how_much_it_proved() -> None:
    said = shown(reconciliation(counts=Counts(bound=4, holds=3, vacuous=1)))
    assert "No discrepancy in the 3 sums that prove something" in said


def test_no_discrepancy_is_claimed_where_a_document_was_read_in_part() -> None:
    partly = document(status="partly-read", notes=[("table.other-not-read", {"table": "t4"})])
    said = shown(reconciliation(counts=Counts(bound=1, holds=1), documents=[partly]))
    assert "No discrepancy" not in said
    assert "partly read: inputs/parks.docx\n  = table 4 holds numbers" in said


def test_a_document_that_could_not_be_read_is_named_with_the_reason_and_the_next_step() -> None:
    said = shown(reconciliation(documents=[invented.unreadable()], counts=Counts()))
    assert said.startswith("error: ")
    assert "  --> inputs/lost.docx\n  = " in said
    assert "Nothing was checked: no document could be read" in said


def test_several_documents_get_a_table_that_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    long = document(path="inputs/" + "very-long-name-" * 8 + ".docx")
    said = shown(reconciliation(documents=[document(), long], counts=Counts(bound=1, holds=1)))
    assert "inputs/parks.docx" in said
    assert max(width(line) for line in said.splitlines()) <= 80


def test_a_sentence_is_cut_around_the_figure_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    sentence = "Объём средств " + "на всё " * 20 + "составляет 1 234,5 тыс. рублей" + ", в том числе" * 20
    begin = sentence.index("1 234,5")
    where = Locator(invented.DOCX, table="p1", row=1, column=1, span=(begin, begin + 7))
    identity = broken(term("", "1 234,5", where, "total"), term("", "1 234,4", at(2), "total"), rule="TXT01")
    grids = {"t3": invented.GRID, "p1": [[sentence]]}
    found = finding(identity, rule("TXT01", "text-equals-table"))
    said = shown(reconciliation(found, documents=[document(grids=grids)]))
    lines = said.splitlines()
    figures = next(k for k, line in enumerate(lines) if "1 234,5" in line)
    assert lines[figures + 1].index("^") == lines[figures].index("1 234,5")
    assert lines[figures + 1].count("^") == 7
    assert all(width(line) <= 80 for line in lines[1:])
    assert "1 234,4   computed, table 3" in said.replace("·", ",").replace(" ,", ",")


def test_a_part_larger_than_its_whole_is_not_called_a_sum() -> None:
    identity = broken(term("1", "10,0", at(2)), term("1", "12,5", at(3), "federal"), relation="at-most", rule="SRC03")
    said = shown(reconciliation(finding(identity, rule("SRC03", "of-which-within-whole"))))
    assert "the whole" in said
    assert "a part of it" in said
    assert "computed" not in said


def test_a_blank_part_leaves_a_sum_undecided_and_says_what_would_make_it_hold() -> None:
    identity = broken(
        term("1.6", "55 864,4", at(3)), term("1.6.1", "55 650,3", at(4)), term("1.6.3", "", at(6), state=State.BLANK),
        verdict=Verdict.UNDECIDED, needed=Decimal("214.1"),
    )  # fmt: skip
    result = reconciliation(counts=Counts(bound=1, undecided=1), proofs=[identity])
    assert "(--all lists them)" in shown(result)
    said = " ".join(shown(result, everything=True).split())
    assert "HIE01 1.6 · regional budget · 2020" in said
    assert "a figure is blank; 214,1 тыс. рублей in the blank cell (table 3, row 6, column 5) would make" in said
    as_finding = shown(reconciliation(finding(identity, rule("HIE01", "children-add-to-parent"))))
    assert "error[HIE01] the sum cannot be decided: a figure is blank" in as_finding
    assert "(blank)" in as_finding


def test_of_many_parts_the_zero_ones_are_left_out_and_counted() -> None:
    parts = [term(f"1.{k}", "1,0" if k < 4 else "0,0", at(3 + k)) for k in range(30)]
    result = reconciliation(finding(broken(term("1", "5,0", at(2)), *parts), rule("HIE01", "children-add-to-parent")))
    assert "… and 26 parts more" in shown(result)
    assert shown(result, everything=True).count("0,0") == 26


def test_of_very_many_findings_the_worst_are_shown_and_the_rest_counted() -> None:
    warnings = [replace_id(invented.blank(), k) for k in range(80)]
    error = finding(children_of(), rule("HIE01", "children-add-to-parent"), 99)
    result = reconciliation(*warnings, error)
    said = shown(result)
    assert "error[HIE01]" in said
    assert said.count("warning[FRM01]") == 49
    assert "31 findings are not shown here" in said
    assert shown(result, everything=True).count("warning[FRM01]") == 80


def children_of():
    return invented.children()


def replace_id(found, number):
    return replace(found, id=f"F{number}")


def test_colours_repeat_the_words_and_change_none() -> None:
    from click import unstyle

    plain = "".join(text.pieces(invented.parks(), Asked("ru", None)))
    painted = text.paint(plain)
    assert painted != plain
    assert unstyle(painted) == plain


def test_a_number_that_a_workbook_holds_is_written_in_the_readers_manner() -> None:
    cell = Locator("b.xlsx", table="t1", row=3, column=6, sheet="Лист1", cell="F3")
    identity = broken(term("1", "39365.1", cell), term("1.1", "39865.1", cell._replace(row=4, cell="F4")),
                      term("1.2", "0.5", cell._replace(row=5, cell="F5")))  # fmt: skip
    result = reconciliation(finding(identity, rule("HIE01", "children-add-to-parent")))
    assert "39 365,1   указано" in shown(result, "ru")
    assert "39 865,6   по расчёту" in shown(result, "ru")
    assert "39 365.1   stated" in shown(result, "en")
    assert "sheet Лист1, cell F3" in shown(result, "en")


def test_a_figure_printed_in_another_unit_is_shown_in_that_of_its_sum_as_well() -> None:
    part = replace(term("", "1,2345", at(2), "total"), amount=Decimal("1234.5"))
    identity = broken(term("", "1 234,4", at(3), "total"), part, rule="TXT01")
    said = shown(reconciliation(finding(identity, rule("TXT01", "text-equals-table"))))
    assert "1,2345   computed · (= 1 234,5)" in said

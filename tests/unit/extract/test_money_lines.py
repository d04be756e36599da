"""Lines of a page in English, put back as a table where their sums hold: invented cities."""

import pytest

import recon
from recon.model.identity import Verdict

WIDE = """General Fund Revenue Summary

                      FY2017       FY2018       FY2018       FY2019   Change from
                       Final      Adopted     Adjusted      Adopted      FY2018 %
   Property Tax   $1,500,400   $1,610,300   $1,610,300   $1,702,800         5.74%
   Sales Tax         640,200      655,100      650,900      671,300         2.47%
   Transfer In        12,300            -        4,600       (1,700)       0.00%
   Revenue        $2,152,900   $2,265,400   $2,265,800   $2,372,400         4.72%
"""
NARROW = """Table 2. General Fund Revenues
 FY 2018/19
 FY 2017/18 Adjusted Recommended Mid-Year
 Revenues Actual Budget Adjustments Budget
 Property Taxes $65,730 $67,900 $1,200 $69,100
 Sales & Use Taxes 21,764 23,500 (1,000) 22,500
 Other Taxes 14,906 15,231 (13) 15,218
 Other Revenues 6,926 5,098 507 5,605
 Total $109,326 $111,729 $694 $112,423
Personnel costs rise, as in other cities.
"""
TWO_SIDED = """Capital Improvement Expenditure Program
              Actual        Adopted        Estimated                                   Total
           Expenditures      Budget      Expenditures                                Budget
              17,943              -              - Grants Fund (Sch. 29)                  -
                   -      1,631,000      1,631,000 Street Fund (Sch. 47)            219,678
           2,819,162      9,589,870      9,590,000 Park Fund (Sch. 52)            3,533,825
           2,837,105     11,220,870     11,221,000 Total Program                  3,753,503
"""


@pytest.fixture
def verdicts(tmp_path):
    def of(text: str) -> list[tuple[str, str, str]]:
        document = tmp_path / "budget.txt"
        document.write_text(text, encoding="utf-8")
        return sorted(
            (str(proof.stated.amount), str(proof.computed), proof.verdict.name.lower())
            for proof in recon.check(document).proofs()
            if proof.verdict is not Verdict.VACUOUS
        )

    return of


def holding(found: list[tuple[str, str, str]]) -> int:
    return sum(verdict == "holds" for _, _, verdict in found)


@pytest.mark.parametrize(("text", "sums"), [(WIDE, 4), (NARROW, 9), (TWO_SIDED, 4)])
def test_columns_of_lines_add_up_to_their_last(verdicts, text, sums) -> None:
    found = verdicts(text)
    assert holding(found) == len(found) == sums


def test_a_break_left_from_markup_before_each_line_changes_nothing(verdicts) -> None:
    assert verdicts(NARROW.replace("\n ", "\n<br /> ")) == verdicts(NARROW)


@pytest.mark.parametrize(
    ("text", "slip", "broken"),
    [
        (WIDE, ("655,100", "665,100"), [("2265400", "2275400")]),
        (NARROW, ("14,906", "14,960"), [("109326", "109380")]),
        (TWO_SIDED, ("9,590,000", "9,950,000"), [("11221000", "11581000")]),
    ],
)
def test_a_wrong_amount_in_a_line_is_found(verdicts, text, slip, broken) -> None:
    found = verdicts(text.replace(*slip))
    assert [(stated, computed) for stated, computed, verdict in found if verdict == "broken"] == broken


def test_lines_whose_sums_hold_nowhere_stay_prose(verdicts) -> None:
    spoiled = NARROW.replace("$109,326 $111,729 $694 $112,423", "$1,326 $1,729 $94 $12,423")
    assert verdicts(spoiled.replace("5", "3")) == []


LINES = """General fund revenue in dollars
                                     FY2031       FY2032       FY2033       FY2033     Change
                                      Final      Adopted      Adjusted    Projected      %
Property Tax                    345,461,970  371,235,694  371,235,693   401,690,421    8.20%
Sales Tax                       148,343,541  154,573,002  154,573,007   163,151,805    5.55%
Charge for Service               28,527,988   26,698,241   28,553,249    37,613,911   40.89%
Fines                             6,514,193    6,090,676    6,090,671     5,574,889   -8.47%
Revenue                         528,847,692  558,597,613  560,452,620   608,031,026    8.49%
"""


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [("26,698,241", "26,998,241"), ("37,613,911", "37,613,917"), ("6,090,671", "9,090,671"),
     ("558,597,613", "558,597,013")],
)  # fmt: skip
def test_one_wrong_digit_does_not_silence_a_table_without_a_word_for_its_total(verdicts, printed, wrong) -> None:
    found = verdicts(LINES.replace(printed, wrong))
    assert [verdict for *_, verdict in found].count("broken") == 1
    assert len(found) == len(verdicts(LINES))

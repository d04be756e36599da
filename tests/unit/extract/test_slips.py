"""A slip of the pen breaks a sum and still speaks for it: a table is not let go for one wrong digit."""

from pathlib import Path

import pytest

import recon
from recon.extract.slips import is_slip
from recon.model.rule import Severity

UNIT = "(тыс. рублей)\n"
DISTRICTS = (
    "Район | 2026 год | 2027 год |\nВерхний район | 767,9 | 722,7 |\nНижний район | 852,4 | 802,2 |\n"
    "Озерный район | 1 381,0 | 1 299,8 |\nСтепной район | 438,5 | 412,7 |\nВсего | 3 439,8 | 3 237,4 |\n"
)
ONE_SUM = (
    "№ | Район | Сумма |\nВсего | 13277 | |\n1. | Верхний район | 2335 |\n2. | Нижний район | 6401 |\n"
    "3. | Озерный район | 4541 |\n"
)
TORN = (
    "2026 год | 2027 год | 2028 год | |\nВсего в том числе: | 640 | 1501,7 | 1626,0 |\n"
    "федеральный бюджет | 640 | 1145,7 | 1195,0 |\nобластной бюджет |\n| 356 | 431 |\n"
)
YEARS_DOWN = "Годы |\nБюджет города |\n2026 |\n15105,2 |\n2027 |\n14994,2 |\n2028 |\n15836,2 |\nИтого |\n45935,6 |\n"


@pytest.mark.parametrize(
    ("stated", "computed", "slip"),
    [
        (18017, 15017, True),  # one digit
        (15071, 15017, True),  # two neighbours
        (15017, 15017, False),
        (15129, 15017, False),
        (701, 401, False),  # a short number lies near to many
        (20000, 15000, False),  # so does a round one
        (20000, 0, False),
        (-18017, -15017, True),
    ],
)
def test_a_slip_is_one_digit_of_a_long_number_or_two_that_changed_places(stated, computed, slip) -> None:
    assert is_slip(stated, computed) is slip


def errors(folder: Path, text: str) -> list[tuple[str, str, str]]:
    path = folder / "document.txt"
    path.write_text(UNIT + text, encoding="utf-8")
    found = recon.check(path).findings
    return [
        (finding.rule.code, str(finding.identity.stated.amount), str(finding.identity.computed))
        for finding in found
        if finding.severity is Severity.ERROR and finding.identity is not None
    ]


@pytest.mark.parametrize(
    ("text", "slip", "found"),
    [
        pytest.param(DISTRICTS, "438,5 -> 468,5", ("HIE01", "3439.8", "3469.8"), id="a list of districts"),
        pytest.param(DISTRICTS, "3 439,8 -> 9 911,1", ("HIE01", "9911.1", "3439.8"), id="one column of two"),
        pytest.param(ONE_SUM, "6401 -> 6701", ("HIE01", "13277", "13577"), id="a total that stands first"),
        pytest.param(TORN, "1501,7 -> 1801,7", ("SRC01", "1801.7", "1501.7"), id="torn rows"),
        pytest.param(YEARS_DOWN, "14994,2 -> 10331,6", ("PER01", "45935.6", "41273.0"), id="each amount by its year"),
    ],
)
def test_a_table_stays_bound_when_one_of_its_sums_is_wrong(tmp_path: Path, text: str, slip: str, found) -> None:
    old, new = slip.split(" -> ")
    assert errors(tmp_path, text) == []
    assert errors(tmp_path, text.replace(old, new)) == [found]

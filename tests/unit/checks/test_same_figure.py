"""A passport and a table state one amount, also where one of them prints fewer digits."""

import pytest

import recon
from recon.model.reconciliation import Reconciliation

ROWS = (
    "Объемы финансирования|Общий объем – {}, в том числе: 2024 год – {}; 2025 год – {}\n\n"
    "№ п/п|Наименование|Источник|Всего, тыс. рублей|2024 год|2025 год\n|Программа|Всего|500,01234|200,00500|300,00734\n"
)


@pytest.fixture
def checked(tmp_path):
    def of(*amounts: str) -> Reconciliation:
        path = tmp_path / "programme.txt"
        stated = ROWS.format(*(f"{amount} тыс. рублей" for amount in amounts))
        path.write_text(stated.replace("|", "\t"), encoding="utf-8")
        return recon.check(path)

    return of


def test_an_amount_rounded_in_the_passport_is_compared_and_is_no_finding(checked) -> None:
    result = checked("500,0", "200,0", "300,0")
    assert result.findings == []
    assert (result.identities.rounding, result.identities.holds) == (3, 2)


def test_an_amount_that_is_no_rounding_of_the_tables_is_found(checked) -> None:
    result = checked("500,1", "200,1", "300,0")
    told = {(f.rule.code, f.period, str(f.identity.stated.amount), str(f.identity.computed)) for f in result.findings}
    assert told == {("TXT01", "total", "500.1", "500.01234"), ("TXT01", "2024", "200.1", "200.00500")}

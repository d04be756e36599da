"""Positions of fixed width, lists of rows with one figure, and figures of one row on several lines."""

from decimal import Decimal
from pathlib import Path

import recon
from recon.model.finding import Finding
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity


def checked(folder: Path, text: str) -> Reconciliation:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return recon.check(path)


def errors(result: Reconciliation) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


POSITION = """
Изложить в следующей редакции:

"Объемы и источники Общая сумма расходов на программу -
финансирования      310,50 млн. рублей,
программы           в том числе средств:
                    федерального бюджета - 100,25 млн. рублей;
                    областного бюджета - 150,25 млн. рублей;
                    внебюджетных источников - 60,00 млн. рублей".
"""


def test_a_position_of_fixed_width_is_read_without_its_name_on_the_left(tmp_path: Path) -> None:
    result = checked(tmp_path, POSITION)
    assert (result.identities.holds, result.identities.bound) == (1, 1)
    found = errors(checked(tmp_path, POSITION.replace("150,25", "150,75")))
    assert [finding.rule.code for finding in found] == ["SRC01"]


def test_the_line_of_a_figure_in_such_a_position_is_its_own(tmp_path: Path) -> None:
    found = errors(checked(tmp_path, POSITION.replace("310,50", "311,50")))
    assert [finding.at.line for finding in found] == [5]


def shares(count: int) -> str:
    amounts = [1370 + 211 * n % 997 * 13 for n in range(1, count + 1)]
    rows = "".join(f"{n}. | Район {'АБВГДЕЖЗИКЛМНП'[n - 1]} | {amount} |\n" for n, amount in enumerate(amounts, 1))
    head = "Распределение субсидий на 2021 год\n(тыс. рублей)\n№ п/п | Район | Сумма |\n"
    return f"{head}Всего | {sum(amounts)} | |\n{rows}"


def test_numbers_of_rows_beyond_ten_are_no_codes_below_one_another(tmp_path: Path) -> None:
    result = checked(tmp_path, shares(14))
    assert (result.identities.holds, result.identities.broken) == (1, 0)


def test_a_single_figure_of_a_total_whose_name_spans_two_columns_is_put_below_the_others(tmp_path: Path) -> None:
    result = checked(tmp_path, shares(4))
    assert (result.identities.holds, result.identities.broken) == (1, 0)


def test_income_and_expenditure_in_columns_of_their_own_are_not_pushed_together(tmp_path: Path) -> None:
    text = "(тыс. рублей)\nПоказатель | Доходы | Расходы |\nНалоги | 700 | |\nШколы | | 500 |\nДороги | | 200 |\n"
    assert not errors(checked(tmp_path, text))


BROKEN_LINES = """Capital programme

FY 20-21 FY 21-22 FY 22-23

TOTAL

Community services

$1,500,000 3,040,000

0 4,540,000

Public safety

4,004,000 3,500,000

8,000,000 15,504,000

Infrastructure

2,000,000

2,100,000 900,000 5,000,000

TOTAL

7,504,000 8,640,000 8,900,000 25,044,000
"""


def test_figures_of_one_row_on_several_lines_add_up(tmp_path: Path) -> None:
    result = checked(tmp_path, BROKEN_LINES)
    assert not errors(result)
    assert result.identities.holds >= 7


def test_a_wrong_figure_among_them_is_found(tmp_path: Path) -> None:
    found = errors(checked(tmp_path, BROKEN_LINES.replace("3,500,000", "3,800,000")))
    named = [{t.amount for t in (f.identity.stated, *f.identity.terms)} for f in found if f.identity is not None]
    assert named
    assert all(Decimal(3800000) in amounts for amounts in named)

"""Bar tables whose merged head cells or blank cells were lost: read where sums tell one way, refused where none do."""

from decimal import Decimal
from pathlib import Path

import recon
from recon.model.finding import Finding
from recon.model.rule import Severity

TITLE = "Распределение субсидий районам\n(тыс. рублей)\n"


def found(folder: Path, text: str) -> list[Finding]:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    result = recon.check(path)
    return [finding for finding in result.findings if finding.severity is Severity.ERROR]


def bound(folder: Path, text: str) -> int:
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8")
    return recon.check(path).identities.holds


SOURCES = (
    TITLE
    + """Источники финансирования | Объем на 2021 - 2023 годы | В том числе | ||
2021 год | 2022 год | 2023 год | ||
Всего | 620,0 | 210,0 | 190,0 | 220,0 |
федеральный бюджет | 300,0 | 100,0 | 100,0 | 100,0 |
областной бюджет | 270,0 | 90,0 | 80,0 | 100,0 |
внебюджетные источники | 20,0 | 20,0 | ||
бюджеты районов | 30,0 | 10,0 | 20,0 |
"""
)


def test_figures_of_short_rows_stand_where_every_sum_holds(tmp_path: Path) -> None:
    text = SOURCES.replace("бюджеты районов | 30,0 | 10,0 | 20,0 |", "бюджеты районов | 30,0 | 10,0 | 20,0 | |")
    assert not found(tmp_path, text)
    assert bound(tmp_path, text) >= 4


def test_no_right_figure_is_blamed_beside_short_rows(tmp_path: Path) -> None:
    errors = found(tmp_path, SOURCES.replace("областной бюджет | 270,0 | 90,0", "областной бюджет | 270,0 | 70,0"))
    named = [{t.amount for t in (e.identity.stated, *e.identity.terms)} for e in errors if e.identity is not None]
    assert len(named) == len(errors)
    assert all(Decimal("70.0") in amounts for amounts in named)


def test_periods_over_the_numbers_of_rows_are_no_head_of_figures(tmp_path: Path) -> None:
    text = (
        TITLE
        + """№ строки | Район | Сумма | |||
2021 год | 2022 год | 2023 год | |||
всего | в том числе за счет средств поселений | ||||
1 | Верхний район | 420,5 | 0,0 | 336,0 | 336,0 |
2 | Нижний район | 194,1 | 12,0 | 155,5 | 155,5 |
3 | Озерный район | 151,8 | 0,0 | 121,2 | 121,2 |
"""
    )
    assert not found(tmp_path, text)


def test_sources_pushed_over_names_are_refused(tmp_path: Path) -> None:
    text = (
        TITLE
        + """Район | 2021 год | 2022 год | 2023 год | ||||
Всего | областной бюджет | федеральный бюджет | Всего | федеральный бюджет | Всего | федеральный бюджет | |
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
Верхний район | 333,6 | 251,2 | 82,4 | 81,9 | 81,9 | 82,5 | 82,5 |
Нижний район | 200,4 | 148,0 | 52,4 | 52,3 | 52,3 | 63,6 | 63,6 |
Озерный район | 134,2 | 85,3 | 48,9 | 28,6 | 28,6 | 28,4 | 28,4 |
"""
    )
    assert not found(tmp_path, text)


def test_an_amount_that_looks_like_a_year_stands_among_the_figures(tmp_path: Path) -> None:
    text = (
        "Объем вложений, млн. рублей\n"
        + """Отрасли | Объем | в том числе: | |||
2021 год | 2022 год | 2023 год | |||
Всего | 7210 | 2273 | 2485 | 2452 | |
Школы | 5741 | 1852 | 1982 | 1907 | |
Больницы | 1469 | 421 | 503 | 545 | |
"""
    )
    assert not found(tmp_path, text)
    assert bound(tmp_path, text) >= 5
    assert found(tmp_path, text.replace("1982", "1922"))

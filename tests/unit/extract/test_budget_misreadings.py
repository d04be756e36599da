"""Budget tables that invite a false alarm: codes and rates taken for amounts, parts for wholes, workings for rows."""

from __future__ import annotations

from pathlib import Path

import pytest

import recon
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity

TITLE = "Видатки бюджету міста на 2031 рік\nгрн\n"

RATES = """Показник|Шифр|План|Уточнено|Зобов'язання|Виконано|Рівень
Освіта|70000|900000|990000|27000|450000|50
Школи|70301|600000|660000|18000|240000|40
Садки|70302|300000|330000|9000|210000|70
Охорона здоров'я|80000|500000|550000|15000|300000|60
Лікарні|80101|400000|440000|12000|280000|70
Диспансери|80102|100000|110000|3000|20000|20
Культура|110000|200000|220000|6000|90000|45
Музеї|110101|150000|165000|4500|60000|40
Театри|110102|50000|55000|1500|30000|60
Разом|900201|1600000|1760000|48000|840000|53
"""
OF_WHICH = """Код|Найменування|Загальний фонд|Спеціальний фонд|Разом
070000|Освіта|9000|700|9700
070101|Садки|2000|300|2300
070201|Школи|7000|400|7400
|у тому числі за рахунок субвенції|7000||7000
080000|Охорона здоров'я|5000|200|5200
080101|Лікарні|4000|150|4150
080102|Диспансери|1000|50|1050
110000|Культура|300|60|360
110101|Музеї|200|20|220
110102|Театри|100|40|140
|Всього|14300|960|15260
"""
BEHIND_THE_TOTAL = """Код|Найменування|Загальний фонд|Спеціальний фонд|Разом
070000|Освіта|9000|700|9700
070101|Садки|2000|300|2300
070201|Школи|7000|400|7400
080000|Охорона здоров'я|5000|200|5200
080101|Лікарні|4000|150|4150
080102|Диспансери|1000|50|1050
250000|Інші видатки|800|60|860
250102|Резервний фонд|500||500
250404|Заходи|300|60|360
|Разом|14800|960|15760
250301|Реверсна дотація|1200||1200
250380|Субвенції|100|40|140
|Всього|16100|1000|17100
"""
TWO_CLASSIFICATIONS = """Код|Показник|План|Виконано
100000|Житлове господарство|900|500
2000|Поточні видатки|700|400
2200|Послуги|450|250
2210|Матеріали|450|250
2600|Трансферти|250|150
2610|Субсидії|250|150
3000|Капітальні видатки|200|100
110000|Культура|300|90
2000|Поточні видатки|300|90
2100|Оплата праці|200|60
2110|Заробітна плата|200|60
2200|Послуги|100|30
2210|Матеріали|100|30
210000|Запобігання|60|20
2000|Поточні видатки|60|20
2100|Оплата праці|40|15
2110|Заробітна плата|40|15
2200|Послуги|20|5
2210|Матеріали|20|5
"""
NUMBERED = (
    "Код|Найменування|Загальний фонд|Спеціальний фонд|Разом|За рік|З них за квартал|Залишок|\n1|2|3|4|5|6|7|8|1\n"
    + "".join(
        f"{code}|{name}|{a}|{b}|{a + b}|{a + b}|{b}|0\n"
        for code, name, a, b in (
            ("070000", "Освіта", 9000, 700), ("070101", "Садки", 2000, 300), ("070201", "Школи", 7000, 400),
            ("080000", "Медицина", 5000, 200), ("080101", "Лікарні", 4000, 150), ("080102", "Пункти", 1000, 50),
        )
    )
)  # fmt: skip
THREE_TERMS = "Код|Показник|Зареєстровано|Залишки рахунків|Залишки установ|Не дофінансовано\n" + "".join(
    f"{2210 + n}|Стаття {n}|{1000 + 137 * n}|{70 + 31 * n}|{11 * n if n in (7, 15) else ''}|"
    f"{1000 + 137 * n - 70 - 31 * n - (11 * n if n in (7, 15) else 0)}\n"
    for n in range(1, 21)
)
WORKINGS = (
    "Код|Найменування|Загальний фонд|Споживання|Оплата праці|Тепло|Розвиток|Спеціальний фонд|Бюджет розвитку|Разом\n"
    + "".join(
        f"{code}|{name}|{9 * k}|{8 * k}|{3 * k}|{2 * k}|{k}|{4 * k}|{k}|{13 * k}\n"
        for code, name, k in (
            ("070000", "Освіта", 900), ("070101", "Садки", 300), ("070201", "Школи", 600),
            ("080000", "Медицина", 500), ("080101", "Лікарні", 400), ("080102", "Пункти", 100),
            ("", "Всього", 1400),
        )
    )
    + "||12600|11200|4200|2800|1400|5600|1400|1\n10000||777|5|0|0|3|9|0|4\n"
    + "20000||5|6|7|8|9|10|11|3\n30000||1|2|3|4|5|6|7|8\n"
)  # fmt: skip
LOST_CELLS = WORKINGS.replace("||12600|11200|4200|2800|", "||12600|11200|#REF!|4200|")
BLANK_FIRST = """Розпорядник|Опис|Загальний фонд|Спеціальний фонд
3|Органи самоврядування|10247|300
3|Капітальні вкладення||2800
3|Цільові фонди||750
4|Асоціація міст|936|
4|Виконання рішень|2000|
5|Будівництво||444
"""


def check(folder: Path, text: str) -> Reconciliation:
    path = folder / "document.txt"
    path.write_text(TITLE + text.replace("|", "\t"), encoding="utf-8")
    return recon.check(path)


def errors(result: Reconciliation) -> list[tuple[str, str, str]]:
    return [
        (finding.rule.code, str(finding.identity.stated.amount), str(finding.identity.computed))
        for finding in result.findings
        if finding.severity is Severity.ERROR and finding.identity is not None
    ]


@pytest.mark.parametrize(
    ("text", "slip", "found"),
    [
        pytest.param(RATES, "Лікарні|80101|400000 -> Лікарні|80101|410000", "500000", id="codes and rates"),
        pytest.param(OF_WHICH, "080101|Лікарні|4000 -> 080101|Лікарні|4300", "5000", id="one part"),
        pytest.param(BEHIND_THE_TOTAL, "Резервний фонд|500 -> Резервний фонд|530", "800", id="rows behind a total"),
        pytest.param(NUMBERED, "080101|Лікарні|4000 -> 080101|Лікарні|4300", "5000", id="numbering"),
        pytest.param(WORKINGS, "070101|Садки|2700 -> 070101|Садки|2900", "8100", id="workings"),
        pytest.param(LOST_CELLS, "070101|Садки|2700 -> 070101|Садки|2900", "8100", id="workings that lost their cells"),
    ],
)
def test_no_alarm_is_raised_and_an_error_beside_it_is_found(tmp_path: Path, text: str, slip: str, found: str) -> None:
    old, new = slip.split(" -> ")
    assert errors(check(tmp_path, text)) == []
    assert old in text
    assert found in {stated for _, stated, _ in errors(check(tmp_path, text.replace(old, new)))}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TWO_CLASSIFICATIONS, id="two classifications"),
        pytest.param(THREE_TERMS, id="a third column of a difference"),
        pytest.param(BLANK_FIRST, id="a blank amount beside a name"),
    ],
)
def test_no_alarm_is_raised(tmp_path: Path, text: str) -> None:
    result = check(tmp_path, text)
    assert result.documents[0].figures > 0
    assert errors(result) == []


def test_columns_that_hold_no_amounts_are_named(extracted) -> None:
    found = extracted(TITLE + RATES)
    left_out = {gap.kind: gap.parameters["columns"] for gap in found.gaps if gap.parameters}
    assert left_out == {"gap.odd-columns": 1, "gap.percent-columns": 1}
    assert {figure.at.column for figure in found.figures} == {3, 4, 5, 6}

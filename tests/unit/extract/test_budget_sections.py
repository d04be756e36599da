"""Budget tables by spending units: sections of codes that return, details under a code's own code, rows left over."""

from __future__ import annotations

import pytest

from tests.unit.extract.test_budget_tables import broken

MANAGERS = """Видатки бюджету розвитку на 2031 рік
грн
Код|Код функцій|Найменування|Назва об'єктів|Разом
03||Виконком||543
010116|0111|Органи самоврядування|Капітальні видатки|535
|||з них:|
|||у рамках програми інформатизації|55
091101|1040|Центри служб|Капітальні видатки|8
10||Управління освіти||3144
010116|0111|Органи самоврядування|Капітальні видатки|16
070101|0910|Садки|Капітальні видатки|2543
070101|0910|Садки|Капітальні видатки програми|85
070201|0921|Школи|Капітальні видатки|500
11||Відділ молоді||47
010116|0111|Органи самоврядування|Капітальні видатки|4
130203|0810|Спортивні школи|Капітальні видатки|43
24||Управління культури||540
010116|0111|Органи самоврядування|Капітальні видатки|204
110201|0824|Бібліотеки|Капітальні видатки|336
40||Управління господарства||16012
010116|0111|Органи самоврядування|Капітальні видатки|12
150101|0490|Капітальні вкладення|Проєкти|0
150101|0490|Капітальні вкладення, всього||9776
150101|0490|Капітальні вкладення|Ліфти|2340
||Мережі||2829
150101|0490|Капітальні вкладення|Бульвар|4607
180409|0490|Внески|Підприємства|6224
||Всього||20286
"""


@pytest.fixture
def parents(extracted):
    """(code or name, amount): those of the row above, by the rows of a document."""

    def of(text: str) -> dict[tuple[str, str], tuple[str, str] | None]:
        found = extracted(text)
        raw = {figure.element: figure.reading.raw for figure in reversed(found.figures)}
        name = [(element.code or element.name, raw.get(n, "")) for n, element in enumerate(found.elements)]
        return {name[n]: name[e.parent] if e.parent >= 0 else None for n, e in enumerate(found.elements)}

    return of


def test_a_short_code_opens_a_section_of_the_codes_that_return_in_each(parents) -> None:
    found = parents(MANAGERS)
    assert found["010116", "535"] == ("03", "543")
    assert found["010116", "16"] == ("10", "3144")
    assert found["010116", "12"] == ("40", "16012")
    assert found["070101", "2543"] == found["070101", "85"] == ("10", "3144")
    assert {found["03", "543"], found["10", "3144"], found["40", "16012"]} == {("Всього", "20286")}


def test_rows_that_repeat_a_code_and_add_up_to_it_are_its_details(parents) -> None:
    found = parents(MANAGERS)
    whole = ("150101", "9776")
    assert found[whole] == found["150101", "0"] == ("40", "16012")
    assert found["150101", "2340"] == found["Мережі", "2829"] == found["150101", "4607"] == whole


def test_an_error_in_a_section_is_found(extracted) -> None:
    assert broken(extracted(MANAGERS), "HIE01") == []
    assert [name for name, _ in broken(extracted(MANAGERS.replace("|500\n", "|600\n")), "HIE01")] == ["10"]


CODES = """Доходи бюджету області на 2031 рік
грн
Код|Найменування|Загальний фонд|Спеціальний фонд|Разом
10000000|Податки|900|200|1100
11010000|Податок з осіб|700|50|750
18000000|Місцеві податки|200|150|350
40000000|Трансферти|4100|60|4160
41010000|Субвенція на освіту|3000|40|3040
|Субвенція на дороги|700||700
41030000|Субвенція на ліки|400|20|420
50000000|Фонди|110|80|190
50080000|Залишки минулих років|0|0|0
50080200|Фонд дітей|60|50|110
50090000|Фонд довкілля|50|30|80
|Разом доходів|5110|340|5450
"""


def test_a_row_without_a_code_is_an_addend_where_its_code_needs_it(parents) -> None:
    found = parents(CODES)
    assert found["Субвенція на дороги", "700"] == ("40000000", "4100")


def test_a_row_of_zeros_that_was_left_over_holds_nothing(parents) -> None:
    found = parents(CODES)
    assert found["50080200", "60"] == ("50000000", "110")


def test_the_parts_of_a_row_of_zeros_stay_where_no_sum_above_needs_them(parents) -> None:
    found = parents(CODES.replace("50000000|Фонди|110|80|190", "50000000|Фонди|50|30|80"))
    assert found["50080200", "60"] != ("50000000", "50")
    assert found["50090000", "50"] == ("50000000", "50")


def test_words_in_place_of_a_code_below_the_total_are_no_row(extracted) -> None:
    found = extracted(CODES + "Керівник секретаріату||1512|17|3\n")
    assert {element.name for element in found.elements} & {"Керівник секретаріату"} == set()
    assert [(gap.kind, gap.parameters) for gap in found.gaps] == [("gap.figures-without-label", {"rows": 1})]

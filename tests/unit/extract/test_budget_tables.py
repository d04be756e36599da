"""How budget tables are read: codes and funds, rows that add up by name or by sums alone, long tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recon.checks.judge import judge
from recon.engine import assemble
from recon.model.amount import State
from recon.model.identity import Verdict
from recon.model.source import TOTAL
from recon.registry import module
from recon.rulebook.load import load

FUNDS = """Доходи бюджету міста на 2031 рік
грн
Код|Найменування|Всього|Загальний фонд|Спеціальний фонд|
||||Всього|у т.ч. бюджет розвитку
1|2|3=4+5|4|5|6
10000000|Податки|900|700|200|50
11000000|Податки на доходи|600|500|100|
11010000|Податок з осіб|400|400||
11010100|з працівників|300|300||
11010200|з підприємців|100|100||
11020000|Податок з підприємств|200|100|100|
18000000|Місцеві податки|300|200|100|50
20000000|Збори|50|40|10|
50000000|Фонди|30||30|
50100000|Інші фонди|30||30|
50110000|Фонди міста|30||30|
|Разом доходів|980|740|240|50
|||7|7|
"""


def parents(found) -> dict[str, str]:
    name = [e.code or e.name for e in found.elements]
    return {name[i]: name[e.parent] if e.parent >= 0 else "" for i, e in enumerate(found.elements)}


def verdicts(found, code: str) -> list[tuple[str, str, Verdict]]:
    """(element, source, verdict) of all that a rule bound to these figures."""
    rulebook = load(None)
    ledger = assemble([found], [], rulebook)
    rule = next(rule for rule in rulebook.rules if rule.code == code)
    bound = module("checks", rule.check).bind(ledger, rulebook.vocabulary, rule.parameters)
    judged = judge(ledger, bound, rule)
    figures = [found.figures[int(total)] for total in bound.total]
    return [
        (found.elements[f.element].code or found.elements[f.element].name, f.source, Verdict(int(verdict)))
        for f, verdict in zip(figures, judged.verdict, strict=True)
    ]


def broken(found, code: str) -> list[tuple[str, str]]:
    return [(name, source) for name, source, verdict in verdicts(found, code) if verdict is Verdict.BROKEN]


def test_zeros_at_the_end_of_a_code_tell_its_level(extracted) -> None:
    found = extracted(FUNDS)
    assert parents(found) == {
        "10000000": "Разом доходів",
        "11000000": "10000000",
        "11010000": "11000000",
        "11010100": "11010000",
        "11010200": "11010000",
        "11020000": "11000000",
        "18000000": "10000000",
        "20000000": "Разом доходів",
        "50000000": "Разом доходів",
        "50100000": "50000000",
        "50110000": "50100000",
        "Разом доходів": "",
    }


def test_funds_are_sources_and_the_year_is_that_of_the_title(extracted) -> None:
    found = extracted(FUNDS)
    first = [(f.source, f.period, f.unit, f.reading.value) for f in found.figures[:4]]
    assert first == [
        (TOTAL, "2031", "hryvnias", 900),
        ("general-fund", "2031", "hryvnias", 700),
        ("special-fund", "2031", "hryvnias", 200),
        ("special-fund/у т.ч. бюджет розвитку", "2031", "hryvnias", 50),
    ]
    assert broken(found, "SRC01") == broken(found, "HIE01") == []
    assert len(verdicts(found, "SRC01")) == 12


def test_workings_below_the_table_are_not_taken_and_are_named(extracted) -> None:
    found = extracted(FUNDS)
    assert [(gap.kind, gap.parameters) for gap in found.gaps] == [("gap.figures-without-label", {"rows": 1})]
    assert len(found.figures) == 12 * 4


def test_a_subtotal_that_leaves_a_child_out_breaks_its_level_and_the_one_above(extracted) -> None:
    found = extracted(FUNDS.replace("11000000|Податки на доходи|600|500|100|", "11000000|Податки на доходи|500|500||"))
    assert broken(found, "HIE01") == [
        ("10000000", TOTAL),
        ("10000000", "special-fund"),
        ("11000000", TOTAL),
        ("11000000", "special-fund"),
    ]


def test_blanks_are_nils_where_the_sums_of_the_table_say_so(extracted) -> None:
    found = extracted(FUNDS)
    assert {f.reading.state for f in found.figures} == {State.STATED, State.NIL}


def test_a_lone_blank_is_left_a_blank(extracted) -> None:
    full = FUNDS.replace("||\n", "|0|0\n").replace("|\n", "|0\n").replace("|Фонди|30||", "|Фонди|30|0|")
    full = full.replace("фонди|30||", "фонди|30|0|").replace("міста|30||", "міста|30|0|").replace("|40|10|", "||10|")
    found = extracted(full)
    assert [f.reading.state for f in found.figures].count(State.BLANK) == 1


GROUPS = """a|b|c|d|e
Library|1,200,000|1,300,000|1,250,000|50,000
Health|900,000|950,000|980,000|(30,000)
Clinics|500,000|520,000|540,000|(20,000)
Inspection|400,000|430,000|440,000|(10,000)
Police|3,000,000|3,100,000|3,000,000|100,000
Fire|2,000,000|2,000,000|2,010,000|(10,000)
Stations|1,500,000|1,480,000|1,500,000|(20,000)
Training|500,000|520,000|510,000|10,000
Total general fund|7,100,000|7,350,000|7,240,000|110,000
"""


def test_rows_without_codes_are_grouped_by_their_sums(extracted) -> None:
    found = extracted(GROUPS)
    above = parents(found)
    assert (above["Clinics"], above["Inspection"], above["Stations"], above["Training"]) == ("Health",) * 2 + (
        "Fire",
    ) * 2
    assert above["Health"] == above["Library"] == above["Fire"] == "Total general fund"
    assert broken(found, "HIE01") == broken(found, "RAT03") == []
    assert len(verdicts(found, "RAT03")) == 9


def test_an_error_in_one_column_of_a_group_is_found(extracted) -> None:
    found = extracted(GROUPS.replace("Health|900,000", "Health|909,000"))
    assert broken(found, "HIE01") == [("Health", TOTAL), ("Total general fund", TOTAL)]


def test_a_wrong_variance_is_found(extracted) -> None:
    found = extracted(GROUPS.replace("3,000,000|100,000", "3,000,000|10,000"))
    assert broken(found, "RAT03") == [("Police", TOTAL)]


def test_rows_that_add_up_nowhere_are_not_bound(extracted) -> None:
    rows = (
        "Expenditure|Plan|Fact|Variance\n"
        + "".join(f"Item {n}|{n}17|{n}11|6\n" for n in range(1, 9))
        + "Total|12|14|-2\n"
    )
    found = extracted(rows)
    assert verdicts(found, "HIE01") == []
    assert len(verdicts(found, "RAT03")) == 9


@pytest.mark.parametrize("head", ["% виконання", "pct_executed"])
def test_percentages_are_not_taken(extracted, head: str) -> None:
    rows = f"Назва видатків|План|Факт|Відхилення|{head}\n"
    rows += "".join(f"Стаття {n}|{n}00|{n}10|-10|{100 + 10 / n:.1f}\n" for n in range(1, 7))
    found = extracted(rows)
    assert [gap.kind for gap in found.gaps] == ["gap.no-unit", "gap.percent-columns"]
    assert len(found.figures) == 6 * 3


LONG = "Country|Fund|Amount\n" + "".join(
    f"{country}|Roads (€)|{10 * n}\n{country}|Schools (€)|{n}\n{country}|Total (€)|{11 * n}\n"
    for n, country in enumerate(["Aland", "Bland", "Cland", "Dland"], 1)
)


def test_a_long_table_has_its_total_among_the_values_of_a_column(extracted) -> None:
    found = extracted(LONG)
    assert [(e.name, e.parent) for e in found.elements] == [(n, -1) for n in ("Aland", "Bland", "Cland", "Dland")]
    assert [f.source for f in found.figures[:3]] == ["roads (€)", "schools (€)", TOTAL]
    assert {f.unit for f in found.figures} == {"euros"}
    assert broken(found, "SRC01") == []
    assert broken(extracted(LONG.replace("Total (€)|22", "Total (€)|29")), "SRC01") == [("Bland", TOTAL)]


def test_millions_written_out_are_rounded_all_the_same(extracted) -> None:
    rows = "Country|Fund|Amount\n"
    for n in range(1, 9):
        off = 100000 if n % 2 else 0
        rows += f"C{n}|Roads|{n}200000\nC{n}|Schools|{n}300000\nC{n}|Total|{2 * n}500000\n".replace(
            f"|{2 * n}500000", f"|{n * 2000000 + 500000 + off}"
        )
    found = extracted(rows)
    kinds = {verdict for _, _, verdict in verdicts(found, "SRC01")}
    assert kinds == {Verdict.HOLDS, Verdict.ROUNDING}
    # one amount with digits of its own is wrong, and does not make the others exact
    assert broken(extracted(rows.replace("C3|Roads|3200000", "C3|Roads|4171253")), "SRC01") == [("C3", TOTAL)]


@pytest.mark.parametrize("value", ["270143"])
def test_a_comma_parts_thousands_where_the_table_shows_it(extracted, value: str) -> None:
    found = extracted(GROUPS.replace("Library|1,200,000", "Library|270,143").replace("7,100,000", "6,170,143"))
    assert found.figures[0].reading.value == Decimal(value)


DEPARTMENTS = """Видатки бюджету на 2031 рік, грн
Код відомства|Код функції|Найменування|Загальний фонд|Спеціальний фонд|Разом
01||Рада|5517|400|5917
|010116|Апарат|1000|400|1400
|090412|Допомога|4517||4517
10||Управління|9354|1021|10375
|010116|Апарат управління|2100|11|2111
|070101|Садки|3123|1010|4133
||Субвенції|4131||4131
|090201|Пільги|1111||1111
|090302|Допомога сім'ям|1019||1019
|090401|Виплати|2001||2001
||Всього видатків|14871|1421|16292
"""


def test_a_heading_without_a_code_takes_its_rows_from_the_code_above(extracted) -> None:
    above = parents(extracted(DEPARTMENTS))
    assert above["090201"] == above["090302"] == above["090401"] == "Субвенції"
    assert above["Субвенції"] == above["070101"] == "10"
    assert above["10"] == above["01"] == "Всього видатків"


def test_an_error_under_a_heading_stays_under_it(extracted) -> None:
    found = extracted(DEPARTMENTS.replace("Виплати|2001||2001", "Виплати|2007||2001"))
    assert broken(found, "HIE01") == [("Субвенції", "general-fund")]
    assert broken(found, "SRC01") == [("090401", TOTAL)]


BY_OFFICE = """Наименование|ГРБС|Рз|ПР|ВР|Сумма, тыс. рублей
Администрация|801||||1000,5
Раздел|801|01|||700,5
Подраздел|801|01|04||700,5
Оплата|801|01|04|100|500,5
Закупки|801|01|04|200|200,0
Раздел|801|05|||300,0
Подраздел|801|05|02||300,0
Оплата|801|05|02|100|100,0
Закупки|801|05|02|200|200,0
Совет|802||||210,0
Раздел|802|01|||210,0
Подраздел|802|01|03||210,0
Оплата|802|01|03|100|110,0
Закупки|802|01|03|200|100,0
Всего||||| 1210,5
"""


def test_codes_after_the_names_are_levels_from_left_to_right(extracted) -> None:
    found = extracted(BY_OFFICE)
    names = [element.name for element in found.elements]
    above = [names[e.parent] if e.parent >= 0 else "" for e in found.elements]
    assert above[:6] == ["Всего", "Администрация", "Раздел", "Подраздел", "Подраздел", "Администрация"]
    assert {f.unit for f in found.figures} == {"thousand-rubles"}
    wrong = extracted(BY_OFFICE.replace("Оплата|801|01|04|100|500,5", "Оплата|801|01|04|100|50,5"))
    assert broken(wrong, "HIE01") == [("801", TOTAL)]


QUARTERS = "Revenue|Jan|Feb|Mar|Q1|Apr|May|Jun|Q2|Total\n" + "".join(
    f"Tax {n}|{n}1|{n}2|{n}5|{30 * n + 8}|{n}3|{n}4|{n}7|{30 * n + 14}|{60 * n + 22}\n" for n in range(1, 8)
)


def test_a_wrong_subtotal_of_columns_is_not_left_out_of_the_total(extracted) -> None:
    found = extracted(QUARTERS.replace("|104|", "|108|"))
    assert [source for _, source in broken(found, "SRC01")] == ["q2", TOTAL]


PLAN = """Headings (EUR million)|2031|2032|2033|Total
1. Growth|3105|3205|3305|9615
1a Research|1100|1150|1200|3450
1b Cohesion|2005|2055|2105|6165
2. Resources|4011|4022|4033|12066
of which: markets|3000|3000|3000|9000
TOTAL|7116|7227|7338|21681
"""


def test_headings_with_years_across_add_up_and_years_do_too(extracted) -> None:
    found = extracted(PLAN)
    assert parents(found) == {
        "1. Growth": "TOTAL",
        "1a Research": "1. Growth",
        "1b Cohesion": "1. Growth",
        "2. Resources": "TOTAL",
        "of which: markets": "",
        "TOTAL": "",
    }
    assert len(verdicts(found, "PER01")) == 6
    assert broken(extracted(PLAN.replace("4022", "4222")), "PER01") == [("2. Resources", TOTAL)]


def test_another_head_on_the_same_sheet_begins_another_table(extracted) -> None:
    below = "".join(line + "\n" if line.count("|") == 5 else line + "|" * (5 - line.count("|")) + "\n" for line in (
        "Видатки бюджету на 2031 рік", "Код|Назва видатків|План|Факт|Відхилення",
        "010100|Апарат|500|450|-50", "020100|Школи|700|710|10", "030100|Лікарні|310|320|10", "|Всього|1510|1480|-30",
    ))  # fmt: skip
    found = extracted(FUNDS.replace("|||7|7|\n", "") + below)
    assert [(table.id, table.role) for table in found.tables] == [("t1", "financing"), ("t1.2", "financing")]
    assert broken(found, "RAT03") == broken(found, "SRC01") == broken(found, "HIE01") == []
    assert len(verdicts(found, "RAT03")) == 4
    assert len(verdicts(found, "SRC01")) == 12


def test_a_repeated_head_begins_no_table(extracted) -> None:
    lines = FUNDS.splitlines(keepends=True)
    found = extracted("".join([*lines[:9], lines[2], lines[3], *lines[9:]]))
    assert [table.id for table in found.tables] == ["t1"]
    assert len(found.figures) == 12 * 4

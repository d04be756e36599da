"""Heads that lost their merged cells: years in one row, the groups of their columns in the next."""

from __future__ import annotations

from recon.model.figure import Extraction

TABLE = """Субвенции местным бюджетам
(тыс. рублей)
Наименование | 2031 год | 2032 год | 2033 год | ||||
Всего | за счет областного бюджета | за счет федераль-ного бюджета | Всего | за счет федераль-ного бюджета | Всего | \
за счет федераль-ного бюджета | |
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
Верхний район | 3 333,6 | 2 514,2 | 819,4 | 818,9 | 818,9 | 825,0 | 825,0 |
Нижний район | 20 058,4 | 14 811,0 | 5 247,4 | 5 243,0 | 5 243,0 | 6 336,0 | 6 336,0 |
Средний район | 11 349,2 | 8 532,3 | 2 816,9 | 2 814,6 | 2 814,6 | 2 833,4 | 2 833,4 |
""".replace("|", "¦")


def first_row(extraction: Extraction) -> list[tuple[str, str, str]]:
    return [(f.source, f.period, f.reading.raw) for f in extraction.figures if f.element == 0]


def test_each_total_begins_the_group_of_a_year(extracted) -> None:
    assert sorted(first_row(extracted(TABLE))) == [
        ("federal", "2031", "819,4"), ("federal", "2032", "818,9"), ("federal", "2033", "825,0"),
        ("regional", "2031", "2 514,2"),
        ("total", "2031", "3 333,6"), ("total", "2032", "818,9"), ("total", "2033", "825,0"),
    ]  # fmt: skip


def test_totals_of_several_years_are_no_two_totals_of_all(extracted) -> None:
    of_what = extracted(TABLE.replace("областного бюджета", "прочих").replace("федераль-ного бюджета", "иных"))
    amounts = [(f.period, f.reading.raw) for f in of_what.figures if f.element == 0 and f.role == "amount"]
    assert amounts == [("2031", "3 333,6"), ("2032", "818,9"), ("2033", "825,0")]

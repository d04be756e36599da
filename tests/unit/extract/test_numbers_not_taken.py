"""What was not taken is listed, with the reason: what is not listed was not there."""

from recon.model.figure import Extraction

HEAD = """№ п/п|Мероприятие|Источник|2024 год|2025 год|Всего, тыс. рублей|Код ЦСР
1|2|3|4|5|6|7
"""
ROWS = """1.1|Дороги по решению от 12.03.2020 № 45|Всего|10,0|20,0|30,0|0110245
||областной бюджет|10,0|20,0|30,0|0110245
"""


def listed(extraction: Extraction) -> list[tuple[str, str, int | None, int | None]]:
    return [(n.raw, n.reason.partition(".")[2], n.at.line, n.at.column) for n in extraction.untaken()]


def test_every_number_outside_the_figures_is_listed_with_its_reason(extracted) -> None:
    found = extracted(HEAD + ROWS)
    assert len(found.figures) == 6
    assert listed(found) == [
        ("2024", "in-words", 1, 4),
        ("2025", "in-words", 1, 5),
        *[(str(n), "column-number", 2, n) for n in range(1, 8)],
        ("1.1", "label", 3, 1),
        ("12.03.2020", "in-words", 3, 2),
        ("45", "in-words", 3, 2),
        ("0110245", "column-not-understood", 3, 7),
        ("0110245", "column-not-understood", 4, 7),
    ]


def test_a_table_that_was_not_read_says_why_for_each_number(extracted) -> None:
    found = extracted("Наименование показателя|Ответственный|2024 год|2025 год\n|отдел|10|20\n")
    assert {reason for _, reason, _, _ in listed(found)} == {"indicators-not-read"}
    assert [raw for raw, _, _, _ in listed(found)] == ["2024", "2025", "10", "20"]


def test_numbers_of_a_statement_are_listed_unless_they_are_its_amounts(extracted) -> None:
    statement = "Общий объем – 30 тыс. рублей, в том числе: 2024 год – 10 тыс. рублей; 2025 год – 20 тыс. рублей"
    found = extracted(f"Объемы финансирования|{statement}\n")
    assert [figure.reading.raw for figure in found.figures] == ["30", "10", "20"]
    assert [(raw, reason) for raw, reason, _, _ in listed(found)] == [("2024", "in-words"), ("2025", "in-words")]


def test_rows_without_words_are_listed(extracted) -> None:
    rows = "".join(f"{code}|{name}|{a}|{b}|{a + b}\n" for code, name, a, b in BUDGET)
    found = extracted("Код|Найменування|Загальний фонд|Спеціальний фонд|Разом, грн\n" + rows + "||12|7|19\n")
    assert [(raw, reason) for raw, reason, _, _ in listed(found) if reason == "row-not-understood"] == [
        ("12", "row-not-understood"), ("7", "row-not-understood"), ("19", "row-not-understood"),
    ]  # fmt: skip


BUDGET = [
    ("10000000", "Податкові надходження", 60, 15),
    ("11000000", "Податки на доходи", 45, 5),
    ("11010000", "Податок з осіб", 30, 3),
    ("11020000", "Податок з підприємств", 15, 2),
    ("12000000", "Податки на власність", 15, 10),
    ("12010000", "Податок з машин", 10, 4),
    ("12020000", "Податок з землі", 5, 6),
]

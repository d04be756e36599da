"""Tables that lost their borders: each layout as an invented document, read only where its sums hold."""

import pytest

from recon.model.figure import Extraction

LINES = "Ресурсное обеспечение, тыс. рублей"


@pytest.fixture
def figures(extracted):
    def of(text: str) -> list[tuple[str, str, str]]:
        return read(extracted(text.replace("|", "¦")))

    return of


def read(extraction: Extraction) -> list[tuple[str, str, str]]:
    return [(f.source, f.period, f.reading.raw) for f in extraction.figures]


SOURCES_DOWN = [
    ("total", "total", "60"),
    ("total", "2024", "24"),
    ("total", "2025", "36"),
    ("federal", "total", "10"),
    ("federal", "2024", "4"),
    ("federal", "2025", "6"),
    ("regional", "total", "50"),
    ("regional", "2024", "20"),
    ("regional", "2025", "30"),
]


def test_bar_rows_whose_merged_cells_were_pushed_to_the_end(figures) -> None:
    assert (
        figures(
            f"{LINES}\nИсточники | Всего | В том числе ||\nфинансирования | 2024 год | 2025 год |||\n"
            "Всего | 60 | 24 | 36 ||\nв том числе: |\n|\n|\nфедеральный бюджет | 10 | 4 | 6 ||\n"
            "областной бюджет |\n| 50 | 20 | 30\n"
        )
        == SOURCES_DOWN
    )


def test_one_cell_a_line(figures) -> None:
    cells = "Источники,Всего,2024 год,2025 год,Всего,60,24,36,Федеральный бюджет,10,4,6,Областной бюджет,50,20,30"
    assert figures(f"{LINES}\n\n" + cells.replace(",", "\n\n")) == SOURCES_DOWN


def test_one_cell_a_line_with_bars_and_row_numbers(figures) -> None:
    cells = "N,Источники,2024 год,2025 год,Итого,1.,Федеральный бюджет,4,6,10,2.,Областной бюджет,20,30,50"
    cells += ",Всего по источникам,24,36,60"
    found = figures(f"{LINES}\n" + "".join(f"{cell} |\n" for cell in cells.split(",")))
    assert sorted(found) == sorted(SOURCES_DOWN)


def test_one_cell_a_line_with_the_numbers_of_its_columns_under_the_head(figures) -> None:
    cells = "N/Источники/2024 год/2025 год/Результат/1/2/3/4/5/Областной бюджет/2,4/3,6//Местный бюджет/1,1/1,2//"
    cells += "Итого:/3,5/4,8"
    found = figures(f"{LINES}\n" + "".join(f"{cell} |\n" for cell in cells.split("/")))
    assert sorted(found) == [
        ("local", "2024", "1,1"),
        ("local", "2025", "1,2"),
        ("regional", "2024", "2,4"),
        ("regional", "2025", "3,6"),
        ("total", "2024", "3,5"),
        ("total", "2025", "4,8"),
    ]


def test_one_cell_a_line_one_row_is_enough_where_its_head_names_each_figure(figures) -> None:
    cells = "Источник финансирования,Объемы финансирования, ,Всего,В том числе по годам, ,2019,2020,2021, ,"
    cells += "Бюджет района,165,50,55,60"
    found = figures(f"{LINES}\n" + "".join(f"{cell} |\n" for cell in cells.split(",")))
    assert [(period, raw) for _, period, raw in found] == [
        ("total", "165"),
        ("2019", "50"),
        ("2020", "55"),
        ("2021", "60"),
    ]


def test_blanks_between_thousands_are_told_by_the_sums(figures) -> None:
    found = figures(
        f"{LINES}\nИсточники Всего 2024 2025\nФедеральный бюджет 1 500 000,0 500 000,0 1 000 000,0\n"
        "Областной бюджет 30 000 10 000 20 000\nВсего 1 530 000,0 510 000,0 1 020 000,0\n"
    )
    assert [raw for _, _, raw in found] == [
        "1 500 000,0", "500 000,0", "1 000 000,0", "30 000", "10 000", "20 000", "1 530 000,0", "510 000,0",
        "1 020 000,0",
    ]  # fmt: skip


def test_years_in_rows_one_cell_a_line(figures) -> None:
    cells = "Годы,Всего,Федеральный бюджет,Областной бюджет,2024,24,4,20,2025,36,6,30,Итого,60,10,50"
    assert sorted(figures(f"{LINES}\n\n" + cells.replace(",", "\n\n"))) == sorted(SOURCES_DOWN)


def test_years_in_rows_of_a_whole_table(extracted) -> None:
    found = extracted(
        f"{LINES}\nГоды|Всего|Федеральный бюджет|Областной бюджет\n2024|24|4|20\n2025|36|6|30\nИтого|60|10|50\n"
    )
    assert sorted(read(found)) == sorted(SOURCES_DOWN)
    assert {(f.source, f.period): (f.at.line, f.at.column) for f in found.figures}["federal", "2025"] == (4, 3)


def test_rows_inside_a_source_make_it_up_where_their_sums_hold(figures) -> None:
    head = f"{LINES}\nИсточники | Всего | 2024 | 2025 ||\n"
    rows = (
        "Областной бюджет | 50 | 20 | 30 |||\nв том числе: |\n- дороги | 40 | 15 | 25 |||\n- мосты | 10 | 5 | 5 |||\n"
    )
    total = "Местный бюджет | 10 | 4 | 6 |||\nИТОГО: | 60 | 24 | 36 |||\n"
    assert {source for source, _, _ in figures(head + rows + total)} == {
        "regional",
        "regional:- дороги",
        "regional:- мосты",
        "local",
        "total",
    }
    of_which = figures(head + rows.replace("- мосты | 10 | 5 | 5 |||\n", "") + total)
    assert {source for source, _, _ in of_which} == {"regional", "regional/- дороги", "local", "total"}


def test_headings_without_figures_name_the_parts_of_a_first_block(extracted) -> None:
    block = "{}\n\nФедеральный бюджет\n\n{}\n\n{}\n\n{}\n\nОбластной бюджет\n\n{}\n\n{}\n\n{}\n\n"
    text = f"{LINES}\n\nИсточники\n\nВсего\n\n2024 год\n\n2025 год\n\n"
    text += block.format("Всего", 10, 4, 6, 50, 20, 30) + block.format("Стройка", 7, 3, 4, 40, 15, 25)
    text += block.format("Прочие расходы", 3, 1, 2, 10, 5, 5)
    found = extracted(text)
    assert [(e.name, e.parent) for e in found.elements] == [("Всего", -1), ("Стройка", 0), ("Прочие расходы", 0)]


def test_torn_rows_whose_sums_hold_nowhere_are_not_understood(extracted) -> None:
    rows = "Дороги ¦ 2024 ¦ 2025 ¦ Итого ¦¦\nА ¦ 1 ¦ 7 ¦ 3 ¦¦\nБ ¦ 5 ¦ 2 ¦ 6 ¦\nВсего ¦ 9 ¦ 8 ¦ 4 ¦\n"
    found = extracted(f"{LINES}\n{rows}")
    assert not found.figures
    assert [table.why for table in found.tables] == ["table.figures-not-understood"]


def test_a_total_between_one_cell_rows_closes_the_list_above_it(extracted) -> None:
    cells = (
        "HEADING 2 - ROADS|2024 Budget|2025|2026|Repair|10,110|20,220|30,330|Bridges|1,005|2,010|3,015|"
        "Total|11,115|22,230|33,345|Ceiling|12,000|23,000|34,000|Margin|0,885|0,770|0,655"
    )
    found = extracted(cells.replace("|", "\n\n"))
    names = [element.name for element in found.elements]
    above = {names[n]: element.parent for n, element in enumerate(found.elements)}
    total = names.index("Total")
    assert above == {"Repair": total, "Bridges": total, "Total": -1, "Ceiling": -1, "Margin": -1}
    assert [f.period for f in found.figures if f.element == total] == ["2024", "2025", "2026"]


def test_cells_one_a_line_with_bars_under_years_that_were_pushed_to_the_front(figures) -> None:
    head = "Мероприятие |\nСрок |\nИсточник |\nОбъём, тыс. рублей |\n||\n2024 |\n2025 |\n||||\n"
    rows = (
        ("Ремонт", "2024", "Областной бюджет", "10,5", "20,5", ""),
        ("", "", "Местные бюджеты", "1,5", "2,5", ""),
        ("Всего", "", "", "12,0", "23,0", ""),
    )
    found = figures(head + "".join(f"{cell} |\n".lstrip() for row in rows for cell in row))
    assert {("regional", "2024", "10,5"), ("regional", "2025", "20,5"), ("total", "2025", "23,0")} <= set(found)


BALANCES = [
    ["Capital Programme (£m)", "Prior", "2031/32", "2032/33", "Total"],
    ["Gross Expenditure", "80.139", "96.690", "98.128", "274.957"],
    ["Specific Funding", "(10.822)", "(30.472)", "(23.276)", "(64.570)"],
    ["Net Expenditure", "69.317", "66.218", "74.852", "210.387"],
    ["Capital Receipts", "(0.817)", "(7.061)", "(9.753)", "(17.631)"],
    ["Reserves", "(18.979)", "-", "(6.709)", "(25.688)"],
    ["Programme Borrowing", "49.521", "59.157", "58.390", "167.068"],
]


def parents_of(extraction: Extraction) -> dict[str, str]:
    names = [element.name for element in extraction.elements]
    return {e.name: names[e.parent] for e in extraction.elements if e.parent >= 0}


def one_a_line(rows: list[list[str]]) -> str:
    return "".join(f"{cell} ¦\n" for row in rows for cell in row)


def test_balances_that_no_word_calls_totals_are_sums_of_what_stands_above(extracted) -> None:
    assert parents_of(extracted(one_a_line(BALANCES))) == {
        "Gross Expenditure": "Net Expenditure", "Specific Funding": "Net Expenditure",
        "Net Expenditure": "Programme Borrowing", "Capital Receipts": "Programme Borrowing",
        "Reserves": "Programme Borrowing",
    }  # fmt: skip


def test_a_balance_with_a_slip_in_one_column_is_a_sum(extracted) -> None:
    rows = [[cell.replace("69.317", "69.371") for cell in row] for row in BALANCES]
    assert parents_of(extracted(one_a_line(rows)))["Gross Expenditure"] == "Net Expenditure"


def test_a_balance_that_fails_in_a_column_is_no_sum(extracted) -> None:
    rows = [[cell.replace("69.317", "52.108") for cell in row] for row in BALANCES]
    assert "Gross Expenditure" not in parents_of(extracted(one_a_line(rows)))

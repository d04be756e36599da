"""Rows and cells of a PDF's table that a page break tears raise no alarm, and what is wrong is still found."""

from __future__ import annotations

from pathlib import Path

from pdf_files import Page
from pdf_files import pdf as make

import recon
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity

XS = (30, 75, 215, 315, 380, 445)
HEAD = ["№", "Наименование", "Источник финансирования", "2024 год", "2025 год"]
SOURCES = ("Всего", "областной бюджет", "местный бюджет")
ABOVE = '"'  # the cell above goes on


def drawn(rows: list[list[str]]) -> Page:
    """A page with a ruled table in small print, a line of a cell on each line of its text."""
    page = Page()
    y = 60.0
    heights = [12.0 * max(text.count("\n") + 1 for text in row) for row in rows]
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        for x0, x1, text in zip(XS, XS[1:], row, strict=False):
            if text != ABOVE:
                page.line(x0, y, x1, y)
                for n, line in enumerate(text.split("\n")):
                    if line:
                        page.text(x0 + 3, y + 10 + 12 * n, line, size=8)
        y += height
        if number == len(rows) - 1:
            page.line(XS[0], y, XS[-1], y)
    for x in XS:
        page.line(x, 60, x, y)
    return page


def element(code: str, name: str, *amounts: str) -> list[list[str]]:
    """Three rows: the total and two sources, each with two years; code and name stand in one cell for all."""
    rows = [[code, name, SOURCES[n], *amounts[2 * n : 2 * n + 2]] for n in range(3)]
    return [rows[0], *([ABOVE, ABOVE, *row[2:]] for row in rows[1:])]


def measures(first: int, last: int) -> list[list[str]]:
    return [
        row
        for n in range(first, last + 1)
        for row in element(f"1.{n}", f"Ремонт дороги {n}", "1 100,5", "1 300,5", "1 000,0", "1 200,0", "100,5", "100,5")
    ]


def programme(measures: int) -> list[list[str]]:
    amounts = [1100.5, 1300.5, 1000.0, 1200.0, 100.5, 100.5]
    printed = (f"{amount * measures:,.1f}".replace(",", " ").replace(".", ",") for amount in amounts)
    return element("1", "Подпрограмма «Дороги»", *printed)


def check(folder: Path, *pages: list[list[str]]) -> Reconciliation:
    first, *others = pages
    sheets = [drawn([HEAD, *first]), *map(drawn, others)]
    sheets[0].text(30, 40, "Ресурсное обеспечение программы, тыс. рублей")
    path = folder / "table.pdf"
    path.write_bytes(make(*sheets))
    return recon.check(path)


def errors(result: Reconciliation) -> list[tuple[object, ...]]:
    return [
        (finding.rule.code, finding.code, finding.source, finding.period)
        for finding in result.findings
        if finding.severity is Severity.ERROR
    ]


def holding(result: Reconciliation) -> int:
    return result.identities.holds + result.identities.vacuous


WHOLE = (programme(12), measures(1, 12))


def bound(folder: Path) -> int:
    """The identities of the table when no page break tears it."""
    result = check(folder, WHOLE[0] + WHOLE[1])
    assert errors(result) == []
    return holding(result)


def test_a_number_that_a_page_break_cuts_is_one_number(tmp_path: Path) -> None:
    above, below = WHOLE[0] + measures(1, 6), measures(7, 12)
    above[-1] = [ABOVE, ABOVE, "местный\nбюджет", "100,", "100\n,"]
    result = check(tmp_path, above, [["", "", "", "5", "5"], *below])
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)
    wrong = [["", "", "", "7", "5"], *below]
    assert errors(check(tmp_path, above, wrong)) == [
        ("HIE01", "1", "local", "2024"), ("SRC01", "1.6", "total", "2024"),
    ]  # fmt: skip


def test_figures_that_stand_on_the_next_page_belong_to_the_label_above(tmp_path: Path) -> None:
    above, below = WHOLE[0] + measures(1, 6), measures(7, 12)
    above[-1] = [ABOVE, ABOVE, "местный бюджет", "", "100,5"]
    result = check(tmp_path, above, [["", "", "", "100,5", ""], *below])
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_a_code_that_a_page_break_cuts_is_one_code(tmp_path: Path) -> None:
    above, below = WHOLE[0] + measures(1, 11), measures(11, 12)
    above = above[:-2]
    above[-1] = ["1.1", "Ремонт\nдороги", *above[-1][2:]]
    below = [["1", "11", *below[1][2:]], *below[2:]]
    result = check(tmp_path, above, below)
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_a_row_that_is_cut_in_all_of_its_cells_is_one_row(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    above, below = rows[:20], rows[20:]
    above[-1] = [ABOVE, ABOVE, "областной", "100", "120"]
    below[0] = ["", "", *below[0][2:]]
    result = check(tmp_path, above, [["", "", "бюджет", "0,0", "0,0"], *below])
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_a_code_that_every_row_repeats_may_be_cut_in_one_of_them(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    for n in range(0, len(rows), 3):
        rows[n + 1][:2] = rows[n + 2][:2] = rows[n][:2]
    above, below = rows[:20], rows[20:]
    above[-1] = ["1.", *above[-1][1:]]
    result = check(tmp_path, above, [["6", "", "", "", ""], *below])
    assert errors(result) == []
    assert holding(result) == holding(check(tmp_path, rows))


def test_a_code_that_every_row_repeats_is_not_put_behind_itself(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    for n in range(0, len(rows), 3):
        rows[n + 1][:2] = rows[n + 2][:2] = rows[n][:2]
    for cut in (19, 20, 38):
        result = check(tmp_path, rows[:cut], rows[cut:])
        assert errors(result) == []
        assert holding(result) == holding(check(tmp_path, rows))


def test_a_number_may_end_at_a_blank_where_the_page_ends(tmp_path: Path) -> None:
    large = [[*row] for row in WHOLE[1]]
    for n in range(0, len(large), 3):
        large[n][3:] = ["200 601,0", "200 601,0"]
        large[n + 1][3:] = large[n + 2][3:] = ["100 300,5", "100 300,5"]
    above, below = large[:18], large[18:]
    above[-1] = [ABOVE, ABOVE, "местный бюджет", "100", "100"]
    result = check(tmp_path, above, [["", "", "", "300,5", "300,5"], *below])
    assert errors(result) == []
    assert holding(result) == holding(check(tmp_path, large))


def test_a_table_without_lines_whose_numbers_are_broken_is_left_and_not_accused(tmp_path: Path) -> None:
    xs = (30, 75, 215, 330, 400)
    page = Page().text(30, 40, "Ресурсное обеспечение программы, тыс. рублей").row(xs, 60, *HEAD)
    y = 72
    for row in WHOLE[0] + WHOLE[1]:
        code, name, source, *amounts = ("" if text == ABOVE else text for text in row)
        page.row(xs, y, code, name, source, *(amount[:-1] for amount in amounts))
        page.row(xs, y + 12, "", "", "", *(amount[-1] for amount in amounts))
        y += 24 if y < 780 else 0
    path = tmp_path / "table.pdf"
    path.write_bytes(make(page))
    result = recon.check(path)
    assert errors(result) == []
    assert result.identities.bound == 0


def test_a_code_that_its_column_breaks_is_one_code(tmp_path: Path) -> None:
    rows = WHOLE[0] + WHOLE[1]
    torn = [[f"{row[0][:-1]}\n{row[0][-1]}" if len(row[0]) == 4 else row[0], *row[1:]] for row in rows]
    result = check(tmp_path, torn)
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_the_tail_of_a_name_over_several_rows_may_be_a_bare_number(tmp_path: Path) -> None:
    above, below = WHOLE[0] + measures(1, 6), measures(6, 12)
    above = above[:-2]
    above[-1] = ["1.6", "Ремонт\nдороги", *above[-1][2:]]
    result = check(tmp_path, above, [["", "6", *below[1][2:]], *below[2:]])
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_a_name_and_a_code_that_a_page_break_moves_belong_to_the_row_above(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    above, below = rows[:22], rows[22:]
    below[0] = [*above[-1][:2], *below[0][2:]]
    above[-1] = ["", "", *above[-1][2:]]
    result = check(tmp_path, above, below)
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_the_numbers_of_columns_below_a_head_that_a_page_cuts_are_no_figures(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    head = [HEAD[0], "Наименование\nмероприятия", *HEAD[2:]]
    cut = [HEAD[0], "Наименование", *HEAD[2:]]
    first = drawn([head, ["1", "2", "3", "4", "5"], *rows[:21]])
    first.text(30, 40, "Ресурсное обеспечение программы, тыс. рублей")
    path = tmp_path / "table.pdf"
    path.write_bytes(make(first, drawn([cut, ["1", "мероприятия 2", "3", "4", "5"], *rows[21:]])))
    result = recon.check(path)
    assert errors(result) == []
    assert holding(result) == bound(tmp_path)


def test_the_text_of_a_passport_goes_on_behind_a_page_break(tmp_path: Path) -> None:
    def page(*rows: tuple[str, str]) -> Page:
        drawn = Page().grid((30, 180, 560), [60 + 40 * n for n in range(len(rows) + 1)])
        for n, (label, text) in enumerate(rows):
            drawn.text(34, 74 + 40 * n, label, size=8)
            for m, line in enumerate(text.split("\n")):
                drawn.text(184, 74 + 40 * n + 12 * m, line, size=8)
        return drawn

    name, volume = ("Наименование", "Развитие дорог"), "Общий объём средств - 300,0 тыс."
    head, years = "Объёмы и источники", "2024 год - 100,0 тыс. рублей; 2025 год - 150,0 тыс. рублей."
    tail = f"рублей, в том числе по годам:\n{years}"
    path = tmp_path / "passport.pdf"
    path.write_bytes(make(page(name, (head, volume)), page(("финансирования", tail), ("Результаты", "Новые дороги"))))
    assert errors(recon.check(path)) == [("PER01", "", "total", "total")]


def test_the_total_of_the_table_on_top_of_a_page_is_no_part_of_the_element_above(tmp_path: Path) -> None:
    total = element("", "Итого по программе", *[amount for row in programme(12) for amount in row[3:]])
    result = check(tmp_path, WHOLE[0] + measures(1, 12), total)
    assert errors(result) == []
    total[0][3] = "1,0"
    assert errors(check(tmp_path, WHOLE[0] + measures(1, 12), total)) == [
        ("HIE01", "", "total", "2024"), ("SRC01", "", "total", "2024"),
    ]  # fmt: skip


def test_rows_of_whole_numbers_above_and_below_a_break_stay_two_rows(tmp_path: Path) -> None:
    rows = [[*row[:3], *(amount.replace(",5", "").replace(",0", "") for amount in row[3:])] for row in measures(1, 8)]
    result = check(tmp_path, rows[:12], rows[12:])
    assert holding(result) == holding(check(tmp_path, rows))
    assert errors(result) == []


def test_names_that_every_row_repeats_may_be_cut_in_one_of_them(tmp_path: Path) -> None:
    rows = WHOLE[0] + measures(1, 12)
    for n in range(0, len(rows), 3):
        rows[n + 1][:2] = rows[n + 2][:2] = rows[n][:2]
    above, below = rows[:20], rows[20:]
    above[-1] = [above[-1][0], "Ремонт", "областной", *above[-1][3:]]
    tail = ["", "дороги 6", "бюджет", "", ""]
    result = check(tmp_path, above, [tail, *below])
    assert errors(result) == []
    assert holding(result) == holding(check(tmp_path, rows))

"""The PDF reader: cells where lines draw them or blanks part them, prose as it runs, and every place on its page."""

from __future__ import annotations

import contextlib
import random
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_files import HEIGHT, Page
from pdf_files import pdf as make

from recon.model.document import Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers import pdf
from recon.readers.opening import open_document

XS, YS = (50, 150, 250, 350), (100, 120, 140, 160)


def read(*pages: Page, **options: bool) -> Document:
    return pdf.read("a.pdf", make(*pages, **options), "")


def shape(table: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [[(c.text, c.row, c.column, c.rows, c.columns) for c in row] for row in table.rows]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def prose(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def filled(page: Page) -> Page:
    for y, row in zip(YS, (("Код", "2019", "2020"), ("а", "1,0", "2,0"), ("б", "3 000,5", "-")), strict=False):
        page.row([x + 4 for x in XS], y + 14, *row)
    return page


FILLED = [["Код", "2019", "2020"], ["а", "1,0", "2,0"], ["б", "3 000,5", "-"]]


def test_a_ruled_table_is_a_grid_of_cells_with_page_and_box() -> None:
    document = read(Page().text(50, 50, "до"), filled(Page()).grid(XS, YS))
    assert [texts(table) for table in document.tables] == [FILLED]
    cell = document.tables[0].rows[1][2]
    assert (cell.row, cell.column, cell.page) == (2, 3, 2)
    assert cell.bbox == pytest.approx((250, 120, 350, 140), abs=0.6)
    assert prose(document) == ["до"]


def test_stroked_and_thin_filled_rectangles_are_lines_too() -> None:
    stroked, filled_thin = Page(), Page()
    for x0, x1 in pairwise(XS):
        for y0, y1 in pairwise(YS):
            stroked.box(x0, y0, x1, y1)
    for x in XS:
        filled_thin.box(x - 0.4, YS[0], x + 0.4, YS[-1], "f")
    for y in YS:
        filled_thin.box(XS[0], y - 0.4, XS[-1], y + 0.4, "f")
    document = read(filled(stroked), filled(filled_thin))
    assert [texts(table) for table in document.tables] == [FILLED, FILLED]


def test_lines_drawn_as_one_path_are_told_apart() -> None:
    page = filled(Page())
    path = [f"{XS[0]} {HEIGHT - y} m {XS[-1]} {HEIGHT - y} l" for y in YS]
    path += [f"{x} {HEIGHT - YS[0]} m {x} {HEIGHT - YS[-1]} l" for x in XS]
    page.drawn.append(f"q 1 0 0 1 0 0 cm {' '.join(path)} S Q")
    assert texts(read(page).tables[0]) == FILLED


def test_shading_behind_cells_is_not_a_line() -> None:
    page = Page().box(50, 100, 350, 120, "f").box(150, 120, 250, 160, "f")
    assert texts(read(filled(page).grid(XS, YS)).tables[0]) == FILLED


def test_cells_are_merged_where_a_line_is_missing() -> None:
    page = Page()
    for y in (100, 140, 160):
        page.line(50, y, 350, y)
    page.line(150, 120, 350, 120)
    for x in (50, 150, 350):
        page.line(x, 100, x, 160)
    page.line(250, 120, 250, 160)
    page.row([54, 154], 114, "Имя", "Объём").row([154, 254], 134, "2019", "2020")
    page.row([54, 154, 254], 154, "а", "1", "2")
    assert shape(read(page).tables[0]) == [
        [("Имя", 1, 1, 2, 1), ("Объём", 1, 2, 1, 2)],
        [("2019", 2, 2, 1, 1), ("2020", 2, 3, 1, 1)],
        [("а", 3, 1, 1, 1), ("1", 3, 2, 1, 1), ("2", 3, 3, 1, 1)],
    ]


def test_a_table_without_its_outer_lines_keeps_its_outer_cells() -> None:
    page = filled(Page())
    for y in YS[1:-1]:
        page.line(50, y, 350, y)
    for x in XS[1:-1]:
        page.line(x, 100, x, 160)
    assert texts(read(page).tables[0]) == FILLED


def test_cells_set_so_tight_that_no_blank_parts_them_are_parted_by_their_wall() -> None:
    page = Page().grid((50, 80, 110), (100, 120, 140)).text(55, 114, "12345678").text(55, 134, "а").text(85, 134, "б")
    assert texts(read(page).tables[0]) == [["12345", "678"], ["а", "б"]]


def test_a_line_that_was_full_runs_on_and_one_with_room_was_ended() -> None:
    page = Page().grid((50, 130, 300), (100, 160, 180)).text(55, 112, "областной").text(55, 126, "бюджет")
    page.text(55, 140, "и").text(135, 112, "да").text(135, 126, "нет").text(135, 174, "5")
    assert texts(read(page).tables[0])[0] == ["областной бюджет\nи", "да\nнет"]


def test_a_number_broken_inside_is_put_together_and_stacked_numbers_stay_apart() -> None:
    page = Page().grid((50, 90, 130, 170), (100, 140, 160))
    page.text(55, 112, "786 47").text(55, 126, "4,8").text(95, 112, "100,0").text(95, 126, "200,0").text(135, 112, "5")
    assert texts(read(page).tables[0])[0] == ["786 474,8", "100,0\n200,0", "5"]


def test_a_number_in_pieces_is_one_where_its_lines_are_full_and_two_where_there_was_room() -> None:
    page = Page().grid((50, 80, 130, 180), (100, 150, 170)).text(135, 112, "а")
    for n, line in enumerate(("786", "474", ",8")):
        page.text(53, 112 + 14 * n, line)
    page.text(83, 112, "100").text(83, 126, "2000,5")
    assert texts(read(page).tables[0])[0] == ["786 474,8", "100\n2000,5", "а"]


def test_rows_of_numbers_that_a_narrow_column_breaks_are_parted_by_their_lines() -> None:
    xs, ys = (50, 120, 150, 180), (100, 150, 200, 250)
    page = Page().grid(xs, ys)
    for y, name in zip(ys, "абв", strict=False):
        page.text(54, y + 12, name)
        for x in xs[1:3]:
            for n, line in enumerate(("786", "474", ",8")):
                page.text(x + 3, y + 12 + 14 * n, line)
    assert texts(read(page).tables[0]) == [[name, "786 474,8", "786 474,8"] for name in "абв"]


def test_a_hyphen_at_a_line_end_goes_or_stays_as_the_rest_of_the_document_has_the_word() -> None:
    page = Page().grid((50, 115, 300), (100, 140, 180))
    page.text(55, 112, "жилищно-").text(55, 126, "коммунальный").text(55, 152, "област-").text(55, 166, "ной бюджет")
    page.text(135, 112, "жилищно-коммунальный").text(135, 152, "областной")
    assert [row[0].text for row in read(page).tables[0].rows] == ["жилищно-коммунальный", "областной бюджет"]


def test_a_raised_mark_is_kept_apart_from_its_number() -> None:
    page = Page().grid(XS, YS).text(54, 114, "444,4").text(79, 114, "1)", size=6, rise=4).text(154, 114, "5 6")
    cell = read(page).tables[0].rows[0][0]
    assert (cell.text, cell.mark) == ("444,4", "1)")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_says_it_is_turned_is_read_as_it_is_shown(turn: int) -> None:
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    page = Page(turn)
    # Drawn so that it stands upright once the page is turned: x and y below are those of the page as read.
    place = {
        90: lambda x, y: (y, HEIGHT - x),
        180: lambda x, y: (595 - x, HEIGHT - y),
        270: lambda x, y: (595 - y, x),
    }[turn]
    for y in YS:
        page.line(*place(XS[0], y), *place(XS[-1], y))
    for x in XS:
        page.line(*place(x, YS[0]), *place(x, YS[-1]))
    for y, row in zip(YS, FILLED, strict=False):
        for x, words in zip(XS, row, strict=False):
            page.text(*place(x + 4, y + 14), words, matrix=matrix)
    table = read(page).tables[0]
    assert texts(table) == FILLED
    assert table.rows[0][0].bbox == pytest.approx((50, 100, 150, 120), abs=0.6)


def test_text_set_at_a_right_angle_on_an_upright_page_is_read_along_its_run() -> None:
    page = Page()
    for n, words in enumerate(("Государственная программа", "города и области", "на 2024 год")):
        page.text(100 + 14 * n, 700, words, matrix="0 1 -1 0")
    assert " ".join(prose(read(page))) == "Государственная программа города и области на 2024 год"


def test_upright_letters_in_a_narrow_head_are_read_upwards() -> None:
    page = filled(Page()).grid(XS, YS).grid((350, 380), (100, 160)).text(368, 155, "Итого за", matrix="0 1 -1 0")
    assert "Итого за" in [cell.text for row in read(page).tables[0].rows for cell in row]


def test_a_table_without_lines_has_the_columns_that_its_blanks_draw() -> None:
    page = Page().text(50, 80, "Расходы")
    page.row((50, 200, 300), 100, "Показатель", "2019", "2020")
    for n, row in enumerate((("а", "1 000,0", "2,5"), ("б в г", "3,0", "-"), ("д", "5,0", "10 000,0"))):
        page.row((50, 200, 300), 114 + 14 * n, *row)
    document = read(page)
    assert texts(document.tables[0]) == [
        ["Показатель", "2019", "2020"], ["а", "1 000,0", "2,5"], ["б в г", "3,0", "-"], ["д", "5,0", "10 000,0"],
    ]  # fmt: skip
    assert document.tables[0].rows[1][1].page == 1
    assert prose(document) == ["Расходы"]


def test_columns_of_whole_numbers_are_not_taken_for_the_groups_of_one() -> None:
    page = Page()
    for n, row in enumerate((("а", "100", "200"), ("б", "300", "400"), ("в", "12 500", "600"))):
        page.row((50, 100, 150), 114 + 14 * n, *row)
    assert texts(read(page).tables[0]) == [["а", "100", "200"], ["б", "300", "400"], ["в", "12 500", "600"]]


def test_a_number_and_the_three_digits_in_the_next_cell_stay_apart() -> None:
    xs = (50, 90, 120, 150, 250)
    page = Page().grid(xs, (100, 120, 140))
    page.row([70, 92, 122, 154], 114, "12", "345", "678", "1 234 567,8")
    page.row([54, 94, 124, 154], 134, "а", "1", "2", "3")
    assert texts(read(page).tables[0]) == [["12", "345", "678", "1 234 567,8"], ["а", "1", "2", "3"]]


def test_words_of_one_cell_and_of_the_next_in_one_line_stay_apart() -> None:
    page = Page().grid(XS, YS).text(54, 114, "областной бюджет").text(154, 114, "1 000,0").text(254, 114, "2 000,0")
    assert texts(read(page).tables[0])[0] == ["областной бюджет", "1 000,0", "2 000,0"]


def test_a_frame_around_rows_that_no_line_parts_is_read_by_its_blanks() -> None:
    page = Page().grid((50, 190, 290, 380), (90, 110, 170)).row((54, 200, 300), 104, "Показатель", "2019", "2020")
    for n, row in enumerate((("а", "1,0", "2,5"), ("б", "3,0", "4,0"), ("в", "5,0", "6,0"))):
        page.row((54, 200, 300), 124 + 14 * n, *row)
    assert texts(read(page).tables[0])[1:] == [["а", "1,0", "2,5"], ["б", "3,0", "4,0"], ["в", "5,0", "6,0"]]


def test_wrapped_lines_are_one_paragraph_and_an_indent_begins_another() -> None:
    page = Page().text(70, 100, "Общий объём средств программы составляет 1 139 732,2 тыс.").text(50, 112, "рублей.")
    page.text(70, 124, "Второй абзац о другом предмете и ещё немного слов здесь и")
    page.text(50, 136, "далее.")
    assert prose(read(page)) == [
        "Общий объём средств программы составляет 1 139 732,2 тыс. рублей.",
        "Второй абзац о другом предмете и ещё немного слов здесь и далее.",
    ]


def test_each_page_has_its_own_table_and_nothing_is_joined() -> None:
    document = read(filled(Page()).grid(XS, YS), filled(Page()).grid(XS, YS))
    assert [table.rows[0][0].page for table in document.tables] == [1, 2]
    assert [table.rows[0][0].row for table in document.tables] == [1, 1]


def key_of(*pages: Page, **options: bool) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(*pages, **options)
    return refused.value.key


def test_pages_without_text_are_refused_as_a_scan_or_reported_among_others() -> None:
    assert key_of(Page(), Page()) == "error.no-text-layer"
    document = read(Page().text(50, 100, "Один два три"), Page())
    assert document.notes == [("note.pages-without-text", {"pages": "2"})]


def test_letters_that_stand_for_nothing_are_refused() -> None:
    assert key_of(Page().text(50, 100, "Один два три"), without_letters=True) == "error.meaningless-text-layer"


def test_a_pdf_is_opened_by_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make(Page().text(50, 100, "Один два три")))
    assert open_document(str(tmp_path / "a.pdf")).form == "pdf"


def test_damaged_bytes_give_a_message_or_a_document_and_never_a_traceback() -> None:
    whole = make(filled(Page()).grid(XS, YS), Page().text(50, 100, "Один два три"))
    chance = random.Random(17)
    for _ in range(600):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        with contextlib.suppress(UnreadableDocument):
            pdf.read("a.pdf", bytes(data), "")


def test_every_cut_of_a_pdf_is_refused_or_read() -> None:
    whole = make(Page().text(50, 100, "Один два три"))
    for length in range(0, len(whole), 7):
        with contextlib.suppress(UnreadableDocument):
            pdf.read("a.pdf", whole[:length], "")

"""The HTML reader: what a browser without scripts shows, and every cell where it stands."""

from __future__ import annotations

import pytest

from recon.model.document import Block, Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers import html, html_tables


def read(page: str, encoding: str = "utf-8") -> Document:
    return html.read("a.html", page.encode(encoding), "")


def shape(table: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [[(c.text, c.row, c.column, c.rows, c.columns) for c in row] for row in table.rows]


def texts(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


def prose(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def cell(inside: str) -> tuple[str, str]:
    """Text and mark of the cell of a table of one cell."""
    found = read(f"<table><tr><td>{inside}</td></tr></table>").tables[0].rows[0][0]
    return found.text, found.mark


def test_paragraphs_and_tables_come_in_the_order_of_the_page() -> None:
    document = read(
        "<h1>До</h1>здесь<table><caption>тыс. рублей</caption><tr><td>1</td></tr></table><p>после<div>конец</div>"
    )
    shown = [block.text if isinstance(block, Paragraph) else "—" for block in document.blocks]
    assert shown == ["До", "здесь", "тыс. рублей", "—", "после", "конец"]


def test_merged_cells_appear_once_with_their_extent() -> None:
    page = "<table><tr><td rowspan=2>Имя<th colspan=2>Объём<tr><td>2019<td>2020<tr><td>а<td>1,0<td>2,0</table>"
    assert shape(read(page).tables[0]) == [
        [("Имя", 1, 1, 2, 1), ("Объём", 1, 2, 1, 2)],
        [("2019", 2, 2, 1, 1), ("2020", 2, 3, 1, 1)],
        [("а", 3, 1, 1, 1), ("1,0", 3, 2, 1, 1), ("2,0", 3, 3, 1, 1)],
    ]


def test_cells_find_their_place_between_several_that_run_on_from_above() -> None:
    page = (
        "<table><tr><td rowspan=3>a<td>b<td rowspan=2 colspan=2>c<td rowspan=2>d<td>e"
        "<tr><td>f<td>g<tr><td>h<td>i<td>j<td>k<td>l</table>"
    )
    assert [[(c.text, c.column) for c in row] for row in read(page).tables[0].rows] == [
        [("a", 1), ("b", 2), ("c", 3), ("d", 5), ("e", 6)],
        [("f", 2), ("g", 6)],
        [("h", 2), ("i", 3), ("j", 4), ("k", 5), ("l", 6)],
    ]


def test_a_span_of_no_rows_or_too_many_ends_with_its_part_of_the_table() -> None:
    page = (
        "<table><thead><tr><td rowspan=9>a<td>b<tr><td>c</thead>"
        "<tbody><tr><td rowspan=0>d<td>e<tr><td>f</tbody><tbody><tr><td>g<td>h</tbody></table>"
    )
    assert shape(read(page).tables[0]) == [
        [("a", 1, 1, 2, 1), ("b", 1, 2, 1, 1)], [("c", 2, 2, 1, 1)],
        [("d", 3, 1, 2, 1), ("e", 3, 2, 1, 1)], [("f", 4, 2, 1, 1)],
        [("g", 5, 1, 1, 1), ("h", 5, 2, 1, 1)],
    ]  # fmt: skip


@pytest.mark.parametrize("span", ["1000", "99999999999999999999", "-3", "x", "", "2.5"])
def test_absurd_spans_end_where_the_table_ends(span: str) -> None:
    document = read(f'<table><tr><td colspan="{span}" rowspan="{span}">a</td></tr><tr><td>b<td>c</table>')
    assert all(c.rows <= 2 and c.columns <= 2 for row in document.tables[0].rows for c in row)


def test_spans_that_overlap_beyond_all_measure_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tables, "_MOST_STEPS", 1_000)
    with pytest.raises(UnreadableDocument) as refused:
        read("<table><tr>" + "<td rowspan=60000>a" * 100 + "<tr><td>b" * 100 + "</table>")
    assert refused.value.key == "error.absurd-structure"


def test_elements_nested_deeper_than_any_page_are_refused_and_not_cut_off() -> None:
    assert prose(read("<font>" * 1_500 + "дно").blocks) == ["дно"]
    with pytest.raises(UnreadableDocument) as refused:
        read("<div>" * 5_000 + "дно")
    assert refused.value.key == "error.absurd-structure"


def test_line_ends_inside_a_cell_are_kept_and_blanks_are_drawn_together() -> None:
    assert cell("<p>до-</p><p>ля</p> x <br>\n y ") == ("до-\nля\nx\ny", "")
    assert cell("  1&nbsp;310,5\n\t ") == ("1\u00a0310,5", "")
    assert cell("<b>Все</b><i>го</i>&shy; по") == ("Всего по", "")
    assert cell("<pre>а\n  б\x01</pre>\nв") == ("а\nб\x01\nв", "")


def test_two_line_ends_part_paragraphs_and_one_does_not() -> None:
    assert prose(read("<div>Всего 5,0<br>в том числе<br><br> местный 1,0</div>").blocks) == [
        "Всего 5,0\nв том числе", "местный 1,0",
    ]  # fmt: skip


def test_a_raised_mark_is_kept_apart_from_the_figure() -> None:
    assert cell("444,4<sup>1</sup>") == ("444,4", "1")
    assert cell('444,4<span style="vertical-align: super">*</span>') == ("444,4", "*")
    assert cell('444,4<a class=MsoFootnoteReference href="#x">[1]</a>') == ("444,4", "[1]")
    assert cell("5 м<sup>2</sup>") == ("5 м²", "")
    assert prose(read("<p>444,4<sup>1</sup> рублей").blocks) == ["444,4¹ рублей"]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    document = read(
        "<head><title>x</title><style>p{}</style></head><script>5</script><!-- 6 --><noscript>7</noscript>"
        "<p>а<span style='display: none'>8</span><i hidden>9</i><b style='visibility:hidden'> </b></p>"
        "<table><tr><td>б<td style='DISPLAY:NONE'>10<td>в<tr style='display:none'><td>11</table>"
    )
    assert prose(document.blocks) == ["а"]
    assert shape(document.tables[0]) == [[("б", 1, 1, 1, 1), ("в", 1, 2, 1, 1)]]
    assert document.notes == [("note.hidden-text", {"count": 4})]


def test_struck_text_is_not_joined_with_the_text_in_its_place() -> None:
    document = read("<p><s>90</s> 100 <del>110</del><ins>120</ins><u style='text-decoration:line-through'>7</u></p>")
    assert prose(document.blocks) == ["100 120"]
    assert document.notes == [("note.struck-text", {"count": 3})]


def test_a_table_inside_a_cell_is_text_there_and_a_table_of_its_own() -> None:
    inner = "<table><tr><td>2019<td>5,0</tr><tr><td>2020<td>6,0</table>"
    page = f"<table><tr><td>Имя<td>Развитие<tr><td>Объём<td>Всего {inner} тыс.<tr><td>Срок<td>2019</table>"
    outer, nested = read(page).tables
    assert [cell.text for cell in outer.rows[1]] == ["Объём", "Всего\n2019\t5,0\n2020\t6,0\nтыс."]
    assert [[cell.text for cell in row] for row in nested.rows] == [["2019", "5,0"], ["2020", "6,0"]]


def test_a_table_that_lays_out_the_page_is_none_and_its_words_are_prose() -> None:
    inner = "<table>" + "".join(f"<tr><td>{n}<td>5,0" for n in range(9)) + "</table>"
    page = f"<table><tr><td>Знак<td>Поиск<tr><td>Меню<td><p>Закон</p>{inner}<p>Подпись</p><tr><td>Низ</table>"
    document = read(page)
    assert len(document.tables) == 1
    assert prose(document.blocks) == ["Знак", "Поиск", "Меню", "Закон", "Подпись", "Низ"]
    assert document.blocks.index(document.tables[0]) == 4
    only = read(f"<table><tr><td><table><tr><td>{inner.replace('5,0', '6,0')}</table></table>")
    assert [len(table.rows) for table in only.tables] == [9]


def test_a_passport_with_a_longer_row_beside_a_table_inside_stays_a_table() -> None:
    page = "<table>" + "<tr><td>Имя<td>Развитие" * 4 + "<tr><td>Объём<td><table><tr><td>1<tr><td>2</table></table>"
    assert [len(table.rows) for table in read(page).tables] == [5, 2]


def test_an_empty_table_says_nothing() -> None:
    assert read("<p>а<table><tr><td>&shy;<td> </table>").tables == []


def test_numbered_lists_show_their_numbers() -> None:
    page = "<ol start=3><li>а<ul><li>б</ul><li>в</ol><ol type=a><li>г</ol><li>д"
    assert prose(read(page).blocks) == ["3. а", "б", "4. в", "г", "д"]


def test_preformatted_text_is_read_as_a_text_file_is() -> None:
    document = read("<pre>до\n+---+----+\n|<b>1</b>  | 5,0|\n+---+----+\n<br>a\tb</pre>")
    assert prose(document.blocks) == ["до"]
    assert texts(document) == [[["1", "5,0"]], [["a", "b"]]]
    assert {c.line for table in document.tables for row in table.rows for c in row} == {None}


def test_cells_without_rows_and_rows_without_ends_are_read_as_browsers_do() -> None:
    assert texts(read("<table><td>1<td>2<tr><td>3")) == [[["1", "2"], ["3"]]]
    assert prose(read("<td>а<tr><li>б</table></td>").blocks) == ["а", "б"]


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("windows-1251", "cp1251"), ("WINDOWS-1251", "cp1251"), ("koi8-r", "koi8-r"), ("windows-1251", "utf-8"),
        ("iso-8859-1", "cp1251"), ("utf-8", "cp1251"), ("utf-8", "utf-8-sig"), ("windows-1251", "utf-16"),
        ("no-such-encoding", "cp1251"),
    ],
)  # fmt: skip
def test_the_encoding_is_what_the_bytes_are_before_what_the_page_says(declared: str, actual: str) -> None:
    assert prose(read(META.format(declared) + "<p>Всего по источникам - 5", actual).blocks) == [
        "Всего по источникам - 5"
    ]


def test_a_page_of_another_encoding_that_does_not_say_so_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read("<p>Государственная программа, всего по источникам", "koi8-r")
    assert refused.value.key == "error.undecodable-text"


def test_xhtml_is_read_and_its_entities_lead_nowhere() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = f"{head}<p>а &x; б &lt; в</p>"
    assert "а &x; б < в" in prose(read(page).blocks)


@pytest.mark.parametrize("page", ["", " ", "<!-- x -->", "<html></html>", "<?xml version='1.0'?>", "<table></table>"])
def test_a_page_that_shows_nothing_has_no_blocks(page: str) -> None:
    assert read(page).blocks == []

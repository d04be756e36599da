"""The ODT reader: what the page shows, with all changes accepted, and every cell where it is drawn."""

from __future__ import annotations

import pytest
from office_files import odf, odf_styles

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.model.errors import UnreadableDocument
from recon.readers import odf as reader


def read(body: str, styles: str = "", **parts: str) -> Document:
    return reader.read("a.odt", odf("text", body, styles, **parts), "")


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


def cell(inside: str = "", properties: str = "") -> str:
    content = inside if inside.startswith("<") or not inside else p(inside)
    return f"<table:table-cell {properties}>{content}</table:table-cell>"


def row(*cells: str, properties: str = "") -> str:
    return f"<table:table-row {properties}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"
RAISED = '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'


def prose(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def only(inside: str, styles: str = "") -> Cell:
    """The cell of a table of one cell."""
    return read(table(row(cell(inside))), styles).tables[0].rows[0][0]


def shape(found: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [[(c.text, c.row, c.column, c.rows, c.columns) for c in line] for line in found.rows]


def test_paragraphs_headings_sections_and_tables_come_in_the_order_of_the_body() -> None:
    body = (
        "<text:h>До</text:h><text:section>"
        + p("здесь")
        + table(row(cell("1")))
        + "</text:section>"
        + p("после")
        + p("")
    )
    document = read(body)
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph, Table, Paragraph]
    assert prose(document.blocks) == ["До", "здесь", "после"]
    assert document.form == "odt"


def test_merged_cells_appear_once_with_their_extent_also_in_a_repeated_head() -> None:
    down, across = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    head = row(cell("Имя", down), cell("Объём", across), COVERED) + row(COVERED, cell("2019"), cell("2020"))
    plain = row(cell("а"), cell("1,0"), cell())
    assert shape(read(table(f"<table:table-header-rows>{head}</table:table-header-rows>", plain)).tables[0]) == [
        [("Имя", 1, 1, 2, 1), ("Объём", 1, 2, 1, 2)],
        [("2019", 2, 2, 1, 1), ("2020", 2, 3, 1, 1)],
        [("а", 3, 1, 1, 1), ("1,0", 3, 2, 1, 1), ("", 3, 3, 1, 1)],
    ]


def test_text_under_a_merge_is_not_read_and_is_reported() -> None:
    under = f"<table:covered-table-cell>{p('99')}</table:covered-table-cell>"
    document = read(table(row(cell("а", 'table:number-columns-spanned="2"'), under)))
    assert shape(document.tables[0]) == [[("а", 1, 1, 1, 2)]]
    assert document.notes == [("note.text-under-merge", {"count": 1})]


def test_cells_and_rows_that_are_repeated_are_written_out() -> None:
    document = read(
        table(row(cell("0,0", 'table:number-columns-repeated="2"'), properties='table:number-rows-repeated="2"'))
    )
    assert shape(document.tables[0]) == [
        [("0,0", 1, 1, 1, 1), ("0,0", 1, 2, 1, 1)], [("0,0", 2, 1, 1, 1), ("0,0", 2, 2, 1, 1)],
    ]  # fmt: skip


def test_absurd_spans_end_with_the_table_and_absurd_repetition_is_refused() -> None:
    spans = 'table:number-columns-spanned="999999" table:number-rows-spanned="999999"'
    assert shape(read(table(row(cell("а", spans)), row(cell("б"), cell("в")))).tables[0])[0] == [("а", 1, 1, 2, 2)]
    with pytest.raises(UnreadableDocument) as refused:
        read(table(row(cell("5", 'table:number-columns-repeated="99999999"'))))
    assert refused.value.key == "error.absurd-structure"
    assert len(read(table(row(cell("", 'table:number-columns-repeated="99999999"')))).tables[0].rows[0]) == 1_000


def test_insertions_are_in_and_deletions_are_out() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('55 834,4')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = read(
        changes
        + p('<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>55 864,4<text:change-end/>')
    )
    assert prose(document.blocks) == ["55 864,4"]


def test_blanks_tabs_and_line_ends_are_those_that_are_drawn() -> None:
    body = p('  a \n b<text:s/><text:s text:c="2"/>c<text:tab/>d<text:line-break/> e <text:span> f</text:span>\u00ad ')
    assert prose(read(body).blocks) == ["a b   c\td\ne f"]
    assert prose(read(p(f'x<text:s text:c="{"9" * 30}"/>y')).blocks)[0].count(" ") == 100


def test_footnote_marks_are_kept_apart_and_their_texts_are_not_read() -> None:
    body = f"<text:note-body>{p('прим.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    assert (only(p(f"444,4{note}")).text, only(p(f"444,4{note}")).mark) == ("444,4", "1")
    assert prose(read(p(f"444,4{note} рублей")).blocks) == ["444,4¹ рублей"]
    raised = only(p('444,4<text:span text:style-name="up">*</text:span>'), RAISED)
    assert (raised.text, raised.mark) == ("444,4", "*")
    assert only(p('5 м<text:span text:style-name="up">2</text:span>'), RAISED).text == "5 м²"


def test_comments_and_hidden_text_are_not_read() -> None:
    hidden = '<style:style style:name="none"><style:text-properties text:display="none"/></style:style>'
    child = '<style:style style:name="child" style:parent-style-name="none"/>'
    document = read(
        p(f'а<office:annotation>{p("коммент.")}</office:annotation><text:span text:style-name="child">9</text:span>')
        + '<text:p text:style-name="none">8</text:p>'
        + '<text:section text:display="none">'
        + p("7")
        + "</text:section>",
        styles=child,
        **{"styles.xml": odf_styles(hidden)},
    )
    assert prose(document.blocks) == ["а"]
    assert document.notes == [("note.hidden-text", {"count": 3})]


def test_a_text_box_stands_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('в рамке')}</draw:text-box></draw:frame>"
    assert prose(read(p(f"а{box}б") + box).blocks) == ["аб", "в рамке", "в рамке"]
    assert only(p(f"а{box}")).text == "а\nв рамке"


def test_a_table_inside_a_cell_is_text_there_and_a_table_of_its_own() -> None:
    inner = table(row(cell("2019"), cell("5,0")))
    outer, nested = read(table(row(cell("Объём"), cell(p("Всего") + inner + p("тыс."))))).tables
    assert [c.text for c in outer.rows[0]] == ["Объём", "Всего\n2019\t5,0\nтыс."]
    assert [c.text for c in nested.rows[0]] == ["2019", "5,0"]


LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
    '<text:list-style style:name="R"><text:list-level-style-number text:level="1" style:num-format="I"'
    ' text:start-value="4"/></text:list-style>'
)


def test_numbered_lists_show_their_numbers_and_go_on_where_they_say_so() -> None:
    def listed(*items: str, properties: str = "") -> str:
        inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        return f"<text:list {properties}>{inside}</text:list>"

    of_style = 'text:style-name="L"'
    deep = listed(p("б"), p("в") + listed(p("точка")))
    body = (
        listed(p("а") + deep, p("г") + listed(p("д")), properties=of_style)
        + listed(p("е"), properties=f'{of_style} text:continue-numbering="true"')
        + listed(p("ж"), properties=of_style)
        + listed(p("з"), p("и"), properties='text:style-name="R"')
    )
    assert prose(read(body, LISTS).blocks) == [
        "1. а", "1.1) б", "1.2) в", "точка", "2. г", "2.1) д", "3. е", "1. ж", "IV з", "V и",
    ]  # fmt: skip


def test_a_document_type_is_refused() -> None:
    parts = {"styles.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}
    with pytest.raises(UnreadableDocument) as refused:
        read(p("а"), **parts)
    assert refused.value.key == "error.xml-with-entities"


NESTS = ["text:span", "text:section", "text:list text:list-item", "table:table table:table-row table:table-cell"]


def nested(names: str, depth: int) -> str:
    tags = names.split()
    inside = "".join(f"<{tag}>" for tag in tags) * depth + p("дно") + "".join(f"</{tag}>" for tag in tags[::-1]) * depth
    return p(inside) if "span" in names else inside


@pytest.mark.parametrize("names", NESTS)
def test_what_is_nested_as_deeply_as_the_parser_allows_is_read_and_what_is_deeper_is_refused(names: str) -> None:
    assert read(nested(names, 240 // len(names.split()))).blocks
    with pytest.raises(UnreadableDocument) as refused:
        read(nested(names, 5_000))
    assert refused.value.key == "error.damaged-xml"

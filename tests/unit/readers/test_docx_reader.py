"""The DOCX reader: what the page shows, with all changes accepted, and every cell where it is drawn."""

from __future__ import annotations

from office_files import docx as make
from office_files import p, package, r, tbl, tc, tr

from recon.model.document import Block, Cell, Document, Paragraph, Table
from recon.readers import docx


def read(body: str, **parts: str) -> Document:
    return docx.read("a.docx", make(body, **parts), "")


def only(body: str, **parts: str) -> Cell:
    """The cell of a table of one cell."""
    return read(tbl(tr(tc(body))), **parts).tables[0].rows[0][0]


def shape(table: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [[(c.text, c.row, c.column, c.rows, c.columns) for c in row] for row in table.rows]


def prose(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_paragraphs_and_tables_come_in_the_order_of_the_body() -> None:
    document = read(p(r("до")) + tbl(tr(tc("1"))) + p(r("после")) + p())
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]
    assert prose(document.blocks) == ["до", "после"]


def test_merged_cells_appear_once_with_their_extent() -> None:
    head = tr(tc("Имя", '<w:vMerge w:val="restart"/>'), tc("Объём", '<w:gridSpan w:val="2"/>'))
    years = tr(tc("", "<w:vMerge/>"), tc("2019"), tc("2020"))
    plain = tr(tc("а"), tc("1,0"), tc("2,0"))
    assert shape(read(tbl(head, years, plain)).tables[0]) == [
        [("Имя", 1, 1, 2, 1), ("Объём", 1, 2, 1, 2)],
        [("2019", 2, 2, 1, 1), ("2020", 2, 3, 1, 1)],
        [("а", 3, 1, 1, 1), ("1,0", 3, 2, 1, 1), ("2,0", 3, 3, 1, 1)],
    ]


def test_a_continued_cell_without_a_beginning_is_a_cell_of_its_own() -> None:
    assert shape(read(tbl(tr(tc("x", '<w:vMerge w:val="continue"/>')))).tables[0]) == [[("x", 1, 1, 1, 1)]]


def test_text_hidden_under_a_merge_is_not_read_and_is_reported() -> None:
    document = read(tbl(tr(tc("a", '<w:vMerge w:val="restart"/>')), tr(tc("99", "<w:vMerge/>"))))
    assert shape(document.tables[0]) == [[("a", 1, 1, 2, 1)], []]
    assert document.notes == [("note.text-under-merge", {"count": 1})]


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    document = read(tbl(tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>')))
    assert shape(document.tables[0])[1] == [("c", 2, 2, 1, 1)]


def test_insertions_are_in_and_deletions_are_out() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>55 834,4</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2">{r("55 864,4")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{r("99")}</w:moveFrom><w:moveTo w:id="4">{r(" руб.")}</w:moveTo>'
    assert only(p(deleted, inserted, moved)).text == "55 864,4 руб."


def test_a_deleted_row_and_a_deleted_cell_are_out() -> None:
    gone = tr(tc("9"), tc("9"), properties='<w:del w:id="1"/>')
    kept = tr(tc("x", '<w:cellDel w:id="2"/>'), tc("1"), tc("2"), properties='<w:ins w:id="3"/>')
    assert shape(read(tbl(gone, kept)).tables[0]) == [[("1", 1, 1, 1, 1), ("2", 1, 2, 1, 1)]]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + r("55 ") + "</w:p>"
    assert only(first + p(r("864,4"))).text == "55 864,4"
    assert prose(read(first + p(r("864,4"))).blocks) == ["55 864,4"]


def test_content_controls_around_text_cells_rows_and_tables_are_seen_through() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    row = control(tr(tc("a"), control(tc(control(p(control(r("5,0"))))))))
    assert shape(read(control(tbl(row))).tables[0]) == [[("a", 1, 1, 1, 1), ("5,0", 1, 2, 1, 1)]]


def test_a_nested_table_is_text_of_its_cell_and_a_table_of_its_own() -> None:
    inner = tbl(tr(tc("в"), tc("1,0")), tr(tc("г"), tc("2,0")))
    document = read(tbl(tr(tc(p(r("до")) + inner + p()), tc("x"))) + p(r("конец")))
    outer, nested = document.tables
    assert shape(outer) == [[("до\nв\t1,0\nг\t2,0", 1, 1, 1, 1), ("x", 1, 2, 1, 1)]]
    assert shape(nested)[1] == [("г", 2, 1, 1, 1), ("2,0", 2, 2, 1, 1)]
    assert isinstance(document.blocks[-1], Paragraph)


def test_a_table_that_only_frames_another_is_passed_over() -> None:
    inner = tbl(tr(tc("в"), tc("1,0")), tr(tc("г"), tc("2,0")))
    blocks = read(tbl(tr(tc(p(r("Приложение")) + inner + p())), tr(tc("конец")))).blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph"]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["Приложение", "конец"]


def test_a_raised_footnote_mark_is_kept_apart_from_its_number() -> None:
    cell = only(p(r("444,4"), r("1", RAISED)))
    assert (cell.text, cell.mark) == ("444,4", "1")


def test_a_footnote_reference_is_a_mark_numbered_in_order() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    row = read(tbl(tr(tc(p(r("444,4"), mark)), tc(p(r("5"), mark))))).tables[0].rows[0]
    assert [(c.text, c.mark) for c in row] == [("444,4", "1"), ("5", "2")]


def test_a_mark_raised_by_its_style_is_kept_apart_too() -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="Mark"><w:rPr>{RAISED}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Mine"><w:basedOn w:val="Mark"/></w:style>'
    )
    cell = only(p(r("444,4"), r("*", '<w:rStyle w:val="Mine"/>')), styles=styles)
    assert (cell.text, cell.mark) == ("444,4", "*")


def test_a_mark_in_prose_stays_as_a_raised_digit_and_is_not_glued_on() -> None:
    assert prose(read(p(r("всего 444,4"), r("1", RAISED), r(" рублей"))).blocks) == ["всего 444,4¹ рублей"]


def test_a_square_metre_is_not_a_footnote() -> None:
    cell = only(p(r("площадь, тыс. м"), r("2", RAISED)))
    assert (cell.text, cell.mark) == ("площадь, тыс. м²", "")


def test_signs_of_the_page_become_characters() -> None:
    run = (
        "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>кое</w:t><w:noBreakHyphen/><w:t>что</w:t><w:softHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>15 мно\u00adго</w:t></w:r>'
    )
    assert only(p(run)).text == "а\tб\nкое-что≥15 много"


def test_several_paragraphs_of_a_cell_are_joined_by_line_ends() -> None:
    assert only(p(r("а")) + p() + p(r(" б "))).text == "а\nб"


def test_links_and_results_of_fields_are_read_and_instructions_are_not() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = field("begin") + r("ШИФР") + field("separate") + r("не видно") + field("end")
    whole = field("begin") + "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>" + inner
    whole += field("separate") + r("12,5") + field("end")
    simple = f'<w:fldSimple w:instr="PAGE">{r(" 7")}</w:fldSimple><w:hyperlink>{r(" тыс.")}</w:hyperlink>'
    assert only(p(whole, simple)).text == "12,5 7 тыс."


def test_a_field_that_is_never_closed_swallows_nothing_behind_its_paragraph() -> None:
    assert only(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r("5,0"))).text == "5,0"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('в рамке'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert prose(read(p(r("рядом"), both)).blocks) == ["рядом", "в рамке"]
    assert only(p(r("1"), both)).text == "1\nв рамке"
    assert prose(read(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")).blocks) == ["в рамке"]


def test_hidden_text_is_out_and_reported_and_a_hidden_row_is_marked() -> None:
    document = read(tbl(tr(tc(p(r("1"), r("2", "<w:vanish/>")))), tr(tc("3"), properties="<w:hidden/>")))
    assert document.tables[0].rows[0][0].text == "1"
    assert document.tables[0].hidden_rows == {2}
    assert document.notes == [("note.hidden-text", {"count": 1})]


def test_numbers_that_word_prints_before_list_paragraphs_are_part_of_the_text() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "decimal", "%1.")}{level.format(1, "decimal", "%1.%2")}'
        f'{level.format(2, "bullet", "•")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(place: int, text: str) -> str:
        number = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr>{r(text) if text else ''}</w:p>"

    rows = [tr(tc(item(place, text))) for place, text in ((0, ""), (1, ""), (1, "имя"), (2, "пункт"), (0, ""), (1, ""))]
    found = [row[0].text for row in read(tbl(*rows), numbering=numbering).tables[0].rows]
    assert found == ["1.", "1.1", "1.2 имя", "пункт", "2.", "2.1"]


def test_the_main_part_is_found_by_its_link_and_not_by_its_name() -> None:
    data = make(p(r("здесь")), main="story/text7.xml")
    assert prose(docx.read("a.docx", data, "").blocks) == ["здесь"]


def test_the_strict_form_is_read_as_well() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict.decode()}"><w:body>{p(r("строго"))}</w:body></w:document>'
    link = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    links = f'<Relationships><Relationship Id="r1" Type="{link}" Target="/w.xml"/></Relationships>'
    data = package({"_rels/.rels": links, "w.xml": body})
    assert prose(docx.read("a.docx", data, "").blocks) == ["строго"]

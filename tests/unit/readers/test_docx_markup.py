"""Of a long DOCX what only draws is cut out and plain cells become text before it is parsed; it reads the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from office_files import docx as make_docx
from office_files import p, r, tbl, tc, tr

from recon.model.document import Document
from recon.readers import docx, docx_markup
from recon.readers.docx_markup import condensed

SAMPLE = Path(__file__).parents[3] / "inputs" / "sample" / "programme.docx"
SPACE = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
DRAWN = '<w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="20"/>'


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every file were long and everything in it repeated."""
    monkeypatch.setattr(docx_markup, "_SHORT", 0)
    monkeypatch.setattr(docx_markup, "_OFTEN", 1)
    monkeypatch.setattr(docx_markup, "_SAMPLE", 100_000_000)


def cut(inside: str) -> str:
    return condensed(SPACE + inside.encode()).removeprefix(SPACE).decode()


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ('<w:tcPr><w:tcW w:w="9"/><w:tcBorders><w:top w:val="a"/></w:tcBorders></w:tcPr>', ""),
        ('<w:tcPr><w:tcW w:w="9"/><w:gridSpan w:val="2"/></w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'),
        (f"<w:pPr><w:jc/><w:rPr>{DRAWN}</w:rPr></w:pPr>", ""),
        (f'<w:pPr><w:pStyle w:val="1"/><w:rPr>{DRAWN}</w:rPr></w:pPr>', '<w:pPr><w:pStyle w:val="1"/></w:pPr>'),
        ('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
        ("<w:rPr><w:b/><w:vanish/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"),
        ('<w:p w:rsidR="00A77B3E" w:rsidP="00C41A2B"><w:r w:rsidR="00A77B3E">', "<w:p><w:r>"),
        ('<w:p w:rsidR="00A77B3E" w:other="1">', '<w:p w:rsidR="00A77B3E" w:other="1">'),
        ("<w:r><w:tab/><w:t>&lt;w:b/&gt;</w:t></w:r>", "<w:r><w:tab/><w:t>&lt;w:b/&gt;</w:t></w:r>"),
        ("<w:rPr><w:ins/></w:rPr><w:trPr><w:del/></w:trPr>", "<w:rPr><w:ins/></w:rPr><w:trPr><w:del/></w:trPr>"),
    ],
)
def test_what_only_draws_is_cut_out(eager: None, inside: str, left: str) -> None:
    assert cut(inside) == left


@pytest.mark.parametrize("mark", ["<![CDATA[<w:b/>]]>", "<!-- <w:b/> -->"])
def test_where_a_tag_may_be_text_nothing_is_cut(eager: None, mark: str) -> None:
    assert cut(mark + "<w:b/>") == mark + "<w:b/>"


def test_a_short_document_is_left_as_it_is() -> None:
    assert cut("<w:b/>" * 100) == "<w:b/>" * 100


def test_where_the_prefix_means_something_else_nothing_is_cut(eager: None) -> None:
    other = b'<w:document xmlns:w="urn:other"><w:b/></w:document>'
    assert condensed(other) == other


DOWN = '<w:tcPr><w:tcW w:w="1"/><w:vMerge w:val="restart"/></w:tcPr>'


def in_a_cell(words: str, properties: str = "") -> str:
    return f"<w:tc>{properties}<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        (f"<w:tr>{in_a_cell('1,5')}{in_a_cell('а &amp; б')}</w:tr>", "<w:tr>1,5\ue000а &amp; б\ue000</w:tr>"),
        ("<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r/></w:p></w:tc></w:tr>", "<w:tr>\ue000\ue000</w:tr>"),
        (f"<w:tr>{in_a_cell('1')}<w:tc><w:p/></w:tc>{in_a_cell('2')}</w:tr>", "<w:tr>1\ue000\ue0002\ue000</w:tr>"),
        (
            f"<w:tr><w:tc>{DOWN}<w:p><w:r/></w:p></w:tc><w:tc><w:p/></w:tc>{in_a_cell('2')}</w:tr>",
            "<w:tr>\ue002\ue000\ue0002\ue000</w:tr>",
        ),
        ("<w:tr><w:tc><w:tcPr><w:vMerge/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>", None),
        ("<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:tab/></w:r></w:p></w:tc></w:tr>", None),
        ("<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p><w:p/></w:tc></w:tr>", None),
        (f"<w:tr>{in_a_cell('1', '<w:tcPr><w:vMerge/></w:tcPr>')}</w:tr>", "<w:tr>\ue0031\ue000</w:tr>"),
        (
            f"<w:tr>{in_a_cell('1', DOWN)}{in_a_cell('2')}{in_a_cell('3')}</w:tr>",
            "<w:tr>\ue0021\ue0002\ue0003\ue000</w:tr>",
        ),
        (f"<w:tr>{in_a_cell('1', '<w:tcPr><w:hMerge/></w:tcPr>')}</w:tr>", None),
        (f"<w:tr>{in_a_cell('&#57344;')}</w:tr>", None),
        (f"<w:tr>{in_a_cell(chr(0xE000))}</w:tr>", None),
    ],
)
def test_a_cell_of_one_run_of_words_becomes_text_of_its_row(eager: None, inside: str, left: str | None) -> None:
    assert cut(inside) == (inside if left is None else left)


def test_a_plain_cell_becomes_text_beside_one_that_holds_more(eager: None) -> None:
    more = "<w:tc><w:p><w:r><w:tab/></w:r><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    assert cut(f"<w:tr>{more}{in_a_cell('2')}{more}</w:tr>") == f"<w:tr>{more}2\ue000{more}</w:tr>"


def _read(data: bytes) -> Document:
    return replace(docx.read("a.docx", data, ""), path="")


def test_a_document_reads_the_same_with_its_drawing_and_without(request: pytest.FixtureRequest) -> None:
    odd = make_docx(
        p(r("Итого", DRAWN), r("1", f'{DRAWN}<w:vertAlign w:val="superscript"/>'))
        + tbl(
            tr(tc("а", '<w:tcW w:w="1"/><w:vMerge w:val="restart"/>'), tc("1,5", '<w:gridSpan w:val="2"/><w:shd/>')),
            tr(tc("", '<w:tcW w:w="1"/><w:vMerge/>'), tc("2"), tc("3"), properties="<w:cantSplit/><w:hidden/>"),
        )
        + p(r("скрыто", f"<w:vanish/>{DRAWN}"))
    )
    table = make_docx(
        tbl(
            tr(tc("№"), tc(""), tc(p(r("две"), r("части"))), tc(p(r("1")) + p(r("2"))), properties="<w:cantSplit/>"),
            tr(tc("а", '<w:vMerge w:val="restart"/>'), tc(" 1 "), tc("2"), tc(p(r("3", "<w:vanish/>"), r("4")))),
            tr(tc("", "<w:vMerge/>"), f"<w:sdt><w:sdtContent>{tc('5')}{tc('6')}</w:sdtContent></w:sdt>", tc("7")),
            tr(tc("б"), tc(tbl(tr(tc("внутри"), tc("8")))), tc("9 &lt; 10"), tc("11", '<w:gridSpan w:val="2"/>')),
            tr(tc("в"), tc("12"), properties='<w:gridBefore w:val="1"/>'),
        )
    )
    files = [SAMPLE.read_bytes(), odd, table]
    before = [_read(data) for data in files]
    request.getfixturevalue("eager")
    assert [_read(data) for data in files] == before


def test_a_frame_around_a_table_is_passed_over_where_its_other_cells_became_text(eager: None) -> None:
    inner = tbl(tr(tc("в"), tc("1,0")), tr(tc("г"), tc("2,0")))
    data = make_docx(tbl(tr(tc(p(r("Приложение")) + inner + p())), tr(tc("конец"))))
    blocks = docx.read("a.docx", data, "").blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph"]
    assert [block.text for block in blocks if not hasattr(block, "rows")] == ["Приложение", "конец"]

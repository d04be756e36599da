"""What is written into a document is read out of it: every cell, at its address; and no damage gives a traceback."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal
from html import escape

import docx as python_docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recon.model.document import Cell, Document
from recon.model.errors import UnreadableDocument
from recon.readers import delimited, docx, html, odf, text, xlsx

#: What a cell may say: no outer blanks, which no reader keeps, and no signs that a format cannot hold.
WORDS = st.text(st.sampled_from("абвЁ ё№«»–-—,.;|*%0123456789xX\u00a0"), max_size=12).map(str.strip)
GRIDS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5)
)
#: how many damaged files of each form are read
DAMAGES = 150
AMOUNTS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
few = settings(max_examples=40, deadline=None)


def cells(document: Document) -> list[Cell]:
    return [cell for table in document.tables for row in table.rows for cell in row]


def drawn_together(grid: list[list[str]]) -> list[list[str]]:
    """Blanks as pages draw them: several are one."""
    return [[re.sub(" +", " ", text_) for text_ in line] for line in grid]


def placed(grid: list[list[str]]) -> list[tuple[str, int, int]]:
    return [(text, row, column) for row, line in enumerate(grid, 1) for column, text in enumerate(line, 1)]


def found(document: Document) -> list[tuple[str, int, int]]:
    return [(cell.text, cell.row, cell.column) for cell in cells(document)]


@few
@given(GRIDS)
def test_a_written_docx_is_read_back(grid: list[list[str]]) -> None:
    made = python_docx.Document()
    table = made.add_table(len(grid), len(grid[0]))
    for text_, row, column in placed(grid):
        table.cell(row - 1, column - 1).text = text_
    buffer = io.BytesIO()
    made.save(buffer)
    assert found(docx.read("a.docx", buffer.getvalue(), "")) == placed(grid)


@few
@given(GRIDS, st.integers(0, 3), st.integers(0, 3))
def test_a_written_workbook_is_read_back_where_it_stands(grid: list[list[str]], down: int, right: int) -> None:
    book = openpyxl.Workbook()
    for text_, row, column in placed(grid):
        cell = book.active.cell(row + down, column + right)
        cell.value, cell.data_type = text_, "s"
    buffer = io.BytesIO()
    book.save(buffer)
    document = xlsx.read("a.xlsx", buffer.getvalue(), "")
    assert found(document) == [(t, row + down, column + right) for t, row, column in placed(grid) if t]
    for cell in cells(document):
        assert openpyxl.utils.cell.coordinate_to_tuple(cell.ref) == (cell.row, cell.column)


@few
@given(st.lists(AMOUNTS, min_size=1, max_size=8), st.sampled_from(["0.00", "General", "#,##0.00"]))
def test_amounts_of_a_workbook_are_exact(amounts: list[Decimal], code: str) -> None:
    book = openpyxl.Workbook()
    for row, amount in enumerate(amounts, 1):
        cell = book.active.cell(row, 1, float(amount))
        cell.number_format = code
    buffer = io.BytesIO()
    book.save(buffer)
    read = cells(xlsx.read("a.xlsx", buffer.getvalue(), ""))
    assert [cell.number for cell in read] == amounts
    assert [Decimal(cell.text) for cell in read] == amounts


@few
@given(GRIDS, st.sampled_from([";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_written_csv_is_read_back(grid: list[list[str]], delimiter: str, encoding: str) -> None:
    grid = [["код", *line, "конец"] for line in grid]
    grid.insert(0, ["голова"] * len(grid[0]))
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(grid)
    document = delimited.read("a.csv", buffer.getvalue().encode(encoding), "")
    assert found(document) == placed(grid)
    assert [cell.line for cell in cells(document)] == [row for _, row, _ in placed(grid)]


@few
@given(GRIDS.filter(lambda grid: len(grid[0]) > 1))
def test_a_written_text_is_read_back(grid: list[list[str]]) -> None:
    grid = [["код", *line] for line in grid]
    written = "Перед таблицей\n" + "".join("\t".join(line) + "\n" for line in grid)
    document = text.read("a.txt", written.encode(), "")
    assert found(document) == placed(grid)
    assert [cell.line for cell in cells(document)] == [row + 1 for _, row, _ in placed(grid)]


@few
@given(GRIDS, st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_a_written_page_is_read_back(grid: list[list[str]], encoding: str) -> None:
    # A browser shows a run of blanks as one.
    grid = [["код", *(" ".join(filter(None, text_.split(" "))) for text_ in line)] for line in grid]
    rows = "".join(f"<tr>{''.join(f'<td>{escape(text_)}</td>' for text_ in line)}</tr>" for line in grid)
    page = f'<meta charset="windows-1251"><p>Перед таблицей</p><table>{rows}</table>'
    assert found(html.read("a.html", page.encode(encoding), "")) == placed(grid)


@few
@given(st.data())
def test_cells_of_a_page_that_run_over_several_rows_and_columns_stand_where_they_are_drawn(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 5))
    taken: dict[tuple[int, int], bool] = {}
    expected, page = [], "<table>"
    for row in range(1, height + 1):
        page += "<tr>"
        for column in range(1, width + 1):
            if (row, column) in taken:
                continue
            down = data.draw(st.integers(1, height - row + 1))
            across = 1
            while column + across <= width and (row, column + across) not in taken and data.draw(st.booleans()):
                across += 1
            taken |= {(r, c): True for r in range(row, row + down) for c in range(column, column + across)}
            expected.append((row, column, down, across))
            page += f"<td rowspan={down} colspan={across}>{row}.{column}</td>"
    begun = sorted({column for _, column, _, _ in expected})
    read = cells(html.read("a.html", (page + "</table>").encode(), ""))
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in read] == [
        (f"{row}.{column}", row, begun.index(column) + 1, down, sum(column <= b < column + across for b in begun))
        for row, column, down, across in expected
    ]


def opendocument(kind: str, rows: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "text", "table"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        inside = f"<office:{kind}><table:table>{rows}</table:table></office:{kind}>"
        archive.writestr("content.xml", f"<a {spaces}><office:body>{inside}</office:body></a>")
    return buffer.getvalue()


@few
@given(GRIDS, st.sampled_from(["text", "spreadsheet"]))
def test_a_written_opendocument_is_read_back_where_it_stands(grid: list[list[str]], kind: str) -> None:
    lines = ("".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in line) for line in grid)
    rows = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    document = odf.read("a.odf", opendocument(kind, rows), "")
    assert found(document) == [place for place in placed(drawn_together(grid)) if place[0] or kind == "text"]
    for cell in cells(document) if kind == "spreadsheet" else []:
        assert openpyxl.utils.cell.coordinate_to_tuple(cell.ref) == (cell.row, cell.column)


@few
@given(AMOUNTS, st.integers(0, 3), st.sampled_from(",."), st.sampled_from(["", "\u00a0", " ", "'"]))
def test_an_amount_of_a_sheet_is_exact_and_has_the_digits_that_are_shown(
    amount: Decimal, digits: int, mark: str, between: str
) -> None:
    shown = f"{amount.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):,f}"
    printed = shown.replace(",", between).replace(".", mark)
    rows = (
        f'<table:table-row><table:table-cell office:value-type="float" office:value="{amount}">'
        f"<text:p>{printed}</text:p></table:table-cell></table:table-row>"
    )
    (cell,) = cells(odf.read("a.ods", opendocument("spreadsheet", rows), ""))
    assert (cell.number, cell.decimals) == (amount, digits)
    assert Decimal(cell.text) == Decimal(shown.replace(",", ""))


BARE = GRIDS.map(lambda grid: [["код", *(re.sub(r"[|*-]", "", text_).strip() for text_ in line), "1"] for line in grid])


@few
@given(BARE, st.booleans(), st.booleans())
def test_written_rows_of_bars_are_read_back(grid: list[list[str]], markdown: bool, outer: bool) -> None:
    lines = [" | ".join(line) for line in grid]
    if outer:
        lines = [f"| {line} |" for line in lines]
    if markdown:
        lines.insert(1, "|".join("---" for _ in grid[0]))
    assert found(text.read("a.txt", "\n".join(lines).encode(), "")) == placed(grid)


@few
@given(BARE)
def test_a_drawn_table_is_read_back(grid: list[list[str]]) -> None:
    grid = [[re.sub("[—–]", "", cell).strip() for cell in line] for line in grid]
    widths = [max(1, *map(len, column)) for column in zip(*grid, strict=True)]
    rule = "+" + "+".join("-" * width for width in widths) + "+\n"
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in grid]
    drawing = rule + rule.join(f"|{'|'.join(line)}|\n" for line in padded) + rule
    document = text.read("a.txt", drawing.encode(), "")
    assert found(document) == placed(grid)
    assert {cell.line for cell in cells(document)} == {2 * row for _, row, _ in placed(grid)}


@few
@given(st.lists(st.text(st.sampled_from("|¦│+-=─┼├ а1\t\\<br>"), max_size=30), max_size=12))
def test_no_drawing_however_broken_is_a_traceback_and_no_word_of_it_is_lost(lines: list[str]) -> None:
    document = text.read("a.txt", "\n".join(lines).encode(), "")
    read_out = "".join(block.text for block in document.blocks if not hasattr(block, "rows"))
    read_out += "".join(cell.text for cell in cells(document))
    assert sorted(re.sub("[^а1]", "", read_out)) == sorted(re.sub("[^а1]", "", "".join(lines)))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_damaged_office_file_is_read_or_refused_and_never_a_traceback(form: str) -> None:
    buffer = io.BytesIO()
    if form == "docx":
        made = python_docx.Document()
        made.add_table(2, 2).cell(0, 0).text = "Всего"
        made.save(buffer)
    else:
        book = openpyxl.Workbook()
        book.active["B2"] = 5.5
        book.save(buffer)
    whole = buffer.getvalue()
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(UnreadableDocument):
            (docx if form == "docx" else xlsx).read(f"a.{form}", bytes(data), "")


PAGE = (
    "<meta charset=utf-8><table><tr><td rowspan=2>Имя<td colspan=2>Объём<tr><td>2019<td><s>1</s> 2<sup>1</sup></table>"
    "<p style='display:none'>а<pre>+--+\n|а |\n+--+</pre><ol start=2><li>б<br>в</ol><table><caption>г<td>д</table>"
)
DRAWING = "| а | б |\n|---|---|\n+----+----+\n| в  | г  |\n|    +----+\n|    | д  |\n+----+----+\nа\tб\n"
ODF_ROWS = (
    '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" '
    'office:value-type="float" office:value="5.5" table:number-rows-spanned="2"><text:p>5,5<text:s text:c="2"/>'
    '<text:span>а</text:span><text:note><text:note-citation>1</text:note-citation></text:note></text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row>"
)
WHOLE = {
    "page": PAGE.encode(),
    "drawing": DRAWING.encode(),
    "text": zipfile.ZipFile(io.BytesIO(opendocument("text", ODF_ROWS))).read("content.xml"),
    "spreadsheet": zipfile.ZipFile(io.BytesIO(opendocument("spreadsheet", ODF_ROWS))).read("content.xml"),
}


def read_damaged(form: str, data: bytes) -> Document:
    if form == "page":
        return html.read("a.html", data, "")
    if form == "drawing":
        return text.read("a.txt", data, "")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", data)
    return odf.read("a.odt", buffer.getvalue(), "")


@pytest.mark.parametrize("form", WHOLE)
def test_a_damaged_page_drawing_or_opendocument_is_read_or_refused_and_never_a_traceback(form: str) -> None:
    whole, chance = WHOLE[form], random.Random(7)
    marks = [b"<", b">", b'"', b"|", b"+--+", b"</table>", b"<td rowspan=99999 colspan=99999>", b"9999999", b"<table>"]
    for _ in range(DAMAGES):
        data = bytearray(whole[: chance.randint(1, len(whole))] if chance.random() < 0.2 else whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            what = chance.randrange(4)
            if what == 0:
                data[at] = chance.randrange(256)
            elif what == 1:
                data[at:at] = chance.choice(marks)
            elif what == 2:
                del data[at : at + chance.randint(1, 30)]
                data = data or bytearray(b" ")
            else:
                data[at:at] = data[at : at + chance.randint(1, 60)]
        with suppress(UnreadableDocument):
            read_damaged(form, bytes(data))

"""Makes programme.docx and programme.xlsx: an invented amendment resolution with three planted errors.

Needs python-docx and openpyxl (`pip install '.[test]'`). A second run writes the same files byte for byte:

    python inputs/sample/make_sample.py [FOLDER]

The region, the programme, the people and all figures are invented. README.md says what is planted and where.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document as new_document
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from invented_programme import PROGRAMME, YEARS, passport, rows, spaced, spans
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

# ---------------------------------------------------------------- the resolution as DOCX

HEAD = ("№ п/п", "Наименование подпрограммы, основного мероприятия, мероприятия", "Источник финансирования")
OVER_YEARS = "Объём финансовых ресурсов, тыс. рублей"
WIDTHS = (1.5, 8.2, 3.6, 2.4, 2.4, 2.4, 2.4, 2.4)


def say(document: Document, text: str, *, align: str = "justify", bold: bool = False, size: int = 12) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    paragraph.paragraph_format.space_after = Pt(6)
    if align == "justify":
        paragraph.paragraph_format.first_line_indent = Cm(1.25)
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)


def write(cell: _Cell, text: str, align: str = "left", size: float = 9, bold: bool = False) -> None:
    """Each line of `text` becomes a paragraph of the cell, as a word processor makes them."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(line)
        run.font.size = Pt(size)
        run.bold = bold


def mark(row: _Row, name: str) -> None:
    """`tblHeader` repeats the row on every page, `cantSplit` keeps it on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def grid(document: Document, row_count: int, widths: tuple[float, ...]) -> tuple[Table, list[list[_Cell]]]:
    table = document.add_table(rows=row_count, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    cells = [list(row.cells) for row in table.rows]  # once: every look-up walks the whole table
    for row in cells:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Cm(width)
    return table, cells


def financing_table(document: Document) -> None:
    body = rows()
    table, cells = grid(document, 3 + len(body), WIDTHS)
    for column, text in enumerate(HEAD):
        write(cells[0][column].merge(cells[1][column]), text, "center")
    write(cells[0][3].merge(cells[0][7]), OVER_YEARS, "center")
    for column, year in enumerate(YEARS, 3):
        write(cells[1][column], f"{year} год", "center")
    for column in range(len(WIDTHS)):
        write(cells[2][column], str(column + 1), "center", 8)
    for number in range(3):
        mark(table.rows[number], "tblHeader")
    for first, last in spans(body):
        code, name = body[first][:2]
        bold = code.count(".") == 0
        for column, text in ((0, code), (1, name)):
            target = cells[3 + first][column].merge(cells[3 + last][column])
            write(target, text, "center" if column == 0 else "left", bold=bold)
    for number, (_, _, source, amounts) in enumerate(body, 3):
        mark(table.rows[number], "cantSplit")
        write(cells[number][2], source)
        for column, amount in enumerate(amounts, 3):
            write(cells[number][column], spaced(amount), "right")


def resolution() -> bytes:
    document = new_document()
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(1.5), Cm(1.5), Cm(1.5)

    say(document, "ПРАВИТЕЛЬСТВО ВЕРХНЕОЗЁРСКОЙ ОБЛАСТИ", align="center", bold=True, size=14)
    say(document, "ПОСТАНОВЛЕНИЕ", align="center", bold=True, size=16)
    say(document, "от 14 марта 2025 г. № 118-п", align="center")
    say(document, "г. Верхнеозёрск", align="center")
    say(document, f"Об изменении государственной программы «{PROGRAMME}»", align="center", bold=True)
    say(document, "Правительство Верхнеозёрской области постановляет:")
    say(document, f"1. Внести в государственную программу «{PROGRAMME}» на 2024–2028 годы следующие изменения:")
    say(document, "1.1. Последнюю строку паспорта программы изложить в следующей редакции:")
    say(document, "«", align="left")
    _, cells = grid(document, 1, (5.0, 11.5))
    write(cells[0][0], "Объёмы и источники финансирования программы", size=10)
    write(cells[0][1], "\n".join(passport()), size=10)
    say(document, "».", align="right")
    say(document, "1.2. Раздел 5 программы изложить в редакции приложения к настоящему постановлению.")
    say(document, "2. Постановление вступает в силу со дня подписания.")
    signature = "Председатель правительства области" + " " * 40 + "А. В. Озерцов"
    say(document, signature, align="left")

    annex = document.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = Cm(29.7), Cm(21)
    annex.left_margin = annex.right_margin = Cm(2)
    say(document, "Приложение\nк постановлению правительства\nот 14 марта 2025 г. № 118-п", align="right", size=11)
    say(document, "«5. Ресурсное обеспечение государственной программы", align="center", bold=True)
    financing_table(document)
    say(document, "».", align="right")

    about = document.core_properties
    about.title, about.author, about.comments = "Учебное постановление", "recon", ""
    about.created = about.modified = datetime(2025, 3, 14)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


# ---------------------------------------------------------------- the same as XLSX

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def put(sheet: Worksheet, row: int, column: int, value: object, *, wide: int = 1, high: int = 1) -> None:
    cell = sheet.cell(row, column, value)  # type: ignore[arg-type]
    number = isinstance(value, float)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if number else None)
    if number:
        cell.number_format = "#,##0.0"
    for r in range(row, row + high):
        for c in range(column, column + wide):
            sheet.cell(r, c).border = BOX
    if wide > 1 or high > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + high - 1, end_column=column + wide - 1)


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Паспорт"
    sheet["A1"] = f"Паспорт государственной программы «{PROGRAMME}»"
    sheet["A1"].font = Font(bold=True)
    put(sheet, 3, 1, "Объёмы и источники финансирования программы")
    put(sheet, 3, 2, "\n".join(passport()))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 82
    sheet.row_dimensions[3].height = 380

    sheet = book.create_sheet("Приложение")
    sheet["A1"] = "5. Ресурсное обеспечение государственной программы"
    sheet["A1"].font = Font(bold=True)
    for column, text in enumerate(HEAD, 1):
        put(sheet, 3, column, text, high=2)
    put(sheet, 3, 4, OVER_YEARS, wide=len(YEARS))
    for column, year in enumerate(YEARS, 4):
        put(sheet, 4, column, f"{year} год")
    for column in range(1, 4 + len(YEARS)):
        put(sheet, 5, column, column)
    body = rows()
    for first, last in spans(body):
        put(sheet, 6 + first, 1, body[first][0] or None, high=last - first + 1)
        put(sheet, 6 + first, 2, body[first][1], high=last - first + 1)
        sheet.cell(6 + first, 1).number_format = "@"
    for number, (_, _, source, amounts) in enumerate(body, 6):
        put(sheet, number, 3, source)
        for column, amount in enumerate(amounts, 4):
            put(sheet, number, column, float(amount))  # a workbook knows nothing but binary numbers
    for letter, width in zip("ABCDEFGH", (8, 52, 22, 13, 13, 13, 13, 13), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "D6"
    sheet.print_title_rows = "3:5"
    sheet.page_setup.orientation = "landscape"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


# ---------------------------------------------------------------- the same bytes at every run


def settled(archive: bytes) -> bytes:
    """The archive with every clock in it set to one moment."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2025-03-14T00:00:00Z", data)
            fixed = zipfile.ZipInfo(entry.filename, (2025, 3, 14, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, data)
    return stream.getvalue()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, make in (("programme.docx", resolution), ("programme.xlsx", workbook)):
        (folder / name).write_bytes(settled(make()))
        print(f"wrote {folder / name}")


if __name__ == "__main__":
    main()

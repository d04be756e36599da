"""The financing table of a real document in other formats, with its page breaks joined by an own small routine.

Nothing of `recon` is used here, so that a fault of its readers cannot hide behind a like fault of the tests.
"""

from __future__ import annotations

import copy
import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

HEAD_ROWS = 2
LEADING_EMPTY_ROWS = 2  # of the workbook: addresses must stay true
FIRST_AMOUNT = 4  # 1-based column


@dataclass
class FundingRow:
    """One source of one element. line: of the text document. amounts: as printed, "" where blank."""

    element: int
    source: str
    amounts: list[str]
    line: int


@dataclass
class FinancingTable:
    head: list[str]
    years: list[str]
    codes: list[str]
    names: list[str]
    rows: list[FundingRow]

    def changed(self, row: int, year: int, amount: str) -> FinancingTable:
        other = copy.deepcopy(self)
        other.rows[row].amounts[year] = amount
        return other

    def where(self, code: str, source: str, year: str) -> tuple[int, int]:
        """Row and year of a figure: source is the beginning of its name."""
        for number, row in enumerate(self.rows):
            if self.codes[row.element] == code and row.source.lower().startswith(source):
                return number, self.years.index(year)
        raise KeyError(code, source, year)

    def span(self, element: int) -> tuple[int, int]:
        numbers = [number for number, row in enumerate(self.rows) if row.element == element]
        return numbers[0], numbers[-1]


def read_table(path: Path) -> FinancingTable:
    """The first table whose head names years, up to the first row of another width."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    start = next(n for n, cells in enumerate(lines) if len(cells) == 10 and cells[3].endswith("год"))
    width = len(lines[start])
    numbering = [str(number) for number in range(1, width + 1)]
    head = [text.strip() for text in lines[start - 1][:4]]
    table = FinancingTable(head, [text[:4] for text in lines[start][3:]], [], [], [])
    waiting = ""
    for number, cells in enumerate(lines[start + 1 :], start + 2):
        if len(cells) == 1:
            continue
        if len(cells) != width:
            break
        code, name, source, *amounts = (cell.strip() for cell in cells)
        if [code, name, source, *amounts] == numbering:
            continue
        if not source:  # the tail of a name behind a page break
            table.names[-1] += " " + name
        elif not any(amounts):  # a source whose tail and amounts stand behind a page break
            waiting = source + " "
        else:
            if source == "Всего":
                table.codes.append(code)
                table.names.append(name)
            table.rows.append(FundingRow(len(table.codes) - 1, waiting + source, amounts, number))
            waiting = ""
    return table


# ---------------------------------------------------------------- the twins: a table and the folder → its file


def _grouped(amount: str) -> str:
    """NBSP between thousands, as printed in resolutions."""
    return f"{Decimal(amount.replace(',', '.')):,}".replace(",", "\u00a0").replace(".", ",") if amount else ""


def as_docx(table: FinancingTable, folder: Path) -> Path:
    """Names merged down over the source rows, a repeated two-row head whose years are merged across."""

    def cell(text: str, *, down: str = "", across: int = 1) -> str:
        merged = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
        merged += {"first": '<w:vMerge w:val="restart"/>', "next": "<w:vMerge/>"}.get(down, "")
        run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        return f"<w:tc><w:tcPr>{merged}</w:tcPr><w:p>{run}</w:p></w:tc>"

    def row(cells: list[str], head: bool = False) -> str:
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"

    years = len(table.years)
    rows = [
        row([*(cell(text, down="first") for text in table.head[:3]), cell(table.head[3], across=years)], head=True),
        row([*(cell("", down="next") for _ in range(3)), *(cell(f"{year} год") for year in table.years)], head=True),
    ]
    for number, stated in enumerate(table.rows):
        first = table.span(stated.element)[0] == number
        names = (table.codes[stated.element], table.names[stated.element]) if first else ("", "")
        down = "first" if first else "next"
        printed = [stated.source, *map(_grouped, stated.amounts)]
        rows.append(row([*(cell(name, down=down) for name in names), *map(cell, printed)]))
    body = f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * (3 + years)}</w:tblGrid>{''.join(rows)}</w:tbl>"
    space = "http://schemas.openxmlformats.org"
    path = folder / "twin.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{space}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" '
            f'Type="{space}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{body}<w:p/></w:body></w:document>',
        )
    return path


def as_xlsx(table: FinancingTable, folder: Path) -> Path:
    """Binary numbers shown with one decimal, merged names, a two-row head below two empty rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Финансирование"
    top = LEADING_EMPTY_ROWS + 1
    for column, text in enumerate(table.head[:3], 1):
        sheet.cell(top, column, text)
        sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    sheet.cell(top, FIRST_AMOUNT, table.head[3])
    last = FIRST_AMOUNT + len(table.years) - 1
    sheet.merge_cells(start_row=top, end_row=top, start_column=FIRST_AMOUNT, end_column=last)
    for column, year in enumerate(table.years, FIRST_AMOUNT):
        sheet.cell(top + 1, column, f"{year} год")
    body = top + HEAD_ROWS
    for element, (code, name) in enumerate(zip(table.codes, table.names, strict=True)):
        first, end = table.span(element)
        for column, text in ((1, code or None), (2, name)):
            sheet.cell(body + first, column, text)
            sheet.merge_cells(start_row=body + first, end_row=body + end, start_column=column, end_column=column)
    for number, stated in enumerate(table.rows, body):
        sheet.cell(number, 3, stated.source)
        for column, amount in enumerate(stated.amounts, FIRST_AMOUNT):
            value = float(amount.replace(",", ".")) if amount else None
            sheet.cell(number, column, value).number_format = "#,##0.0"
    path = folder / "twin.xlsx"
    book.save(path)
    return path


def _as_csv(table: FinancingTable, path: Path, encoding: str) -> Path:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*table.head, *[""] * (len(table.years) - 1)])
    writer.writerow(["", "", "", *(f"{year} год" for year in table.years)])
    for number, row in enumerate(table.rows):
        first = table.span(row.element)[0] == number
        names = [table.codes[row.element], table.names[row.element]] if first else ["", ""]
        writer.writerow([*names, row.source, *map(_grouped, row.amounts)])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def as_csv_of_windows(table: FinancingTable, folder: Path) -> Path:
    """Semicolons, decimal commas, NBSP between thousands, Windows-1251."""
    return _as_csv(table, folder / "twin-1251.csv", "cp1251")


def as_csv_with_bom(table: FinancingTable, folder: Path) -> Path:
    """The same in UTF-8 with a byte order mark, as a spreadsheet saves it."""
    return _as_csv(table, folder / "twin-utf8.csv", "utf-8-sig")


def as_html(table: FinancingTable, folder: Path) -> Path:
    """A page of Windows-1251 as a legal portal has it: the table inside one for the layout, names run down the rows."""

    def cell(text: str, down: int = 1, across: int = 1) -> str:
        return f'<td rowspan="{down}" colspan={across}><p class="x">\r\n {escape(text)}</p></td>'

    years = len(table.years)
    rows = ["".join([*(cell(text, down=2) for text in table.head[:3]), cell(table.head[3], across=years)])]
    rows.append("".join(cell(f"{year} год") for year in table.years))
    for number, stated in enumerate(table.rows):
        first, last = table.span(stated.element)
        names = [table.codes[stated.element], table.names[stated.element]] if first == number else []
        printed = [stated.source, *map(_grouped, stated.amounts)]
        rows.append("".join([*(cell(name, down=last - first + 1) for name in names), *map(cell, printed)]))
    body = "<table border=1><tbody>" + "".join(f"<tr>{row}\n" for row in rows) + "</tbody></table>"
    page = (
        '<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Портал</title><script>if (1 < 2) {}</script>'
        f"</head><body><table><tr><td>Портал<td>Поиск<tr><td>Меню<td>{body}<tr><td colspan=2>Низ</table></body></html>"
    )
    path = folder / "twin.html"
    path.write_bytes(page.replace("\u00a0", "&nbsp;").encode("cp1251"))
    return path


def _as_opendocument(path: Path, kind: str, body: str) -> Path:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "text", "table"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:{kind}>{body}"
            f"</office:{kind}></office:body></office:document-content>",
        )
    return path


def _opendocument_rows(table: FinancingTable, figure: Callable[[str], str]) -> list[str]:
    """Rows with merged heads and names, covered cells and repetitions, as office programs write them."""

    def cell(text: str, down: int = 1, across: int = 1) -> str:
        spans = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
        merged = spans if down + across > 2 else ""
        return f"<table:table-cell{merged}><text:p>{escape(text)}</text:p></table:table-cell>"

    def covered(times: int) -> str:
        return f'<table:covered-table-cell table:number-columns-repeated="{times}"/>'

    years = len(table.years)
    rows = [
        "".join(cell(text, down=2) for text in table.head[:3]) + cell(table.head[3], across=years) + covered(years - 1),
        covered(3) + "".join(cell(f"{year} год") for year in table.years),
    ]
    for number, stated in enumerate(table.rows):
        first, last = table.span(stated.element)
        down = last - first + 1
        names = cell(table.codes[stated.element], down) + cell(table.names[stated.element], down)
        figures = "".join(
            figure(amount).replace(" ", f' table:number-columns-repeated="{len(list(alike))}" ', 1)
            for amount, alike in groupby(stated.amounts)
        )
        rows.append((names if first == number else covered(2)) + cell(stated.source) + figures)
    return [f"<table:table-row>{row}</table:table-row>" for row in rows]


def as_odt(table: FinancingTable, folder: Path) -> Path:
    """A text with the head in rows of its own kind."""

    def figure(amount: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{_grouped(amount)}</text:p></table:table-cell>'

    rows = _opendocument_rows(table, figure)
    head, body = "".join(rows[:HEAD_ROWS]), "".join(rows[HEAD_ROWS:])
    inside = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"
    return _as_opendocument(folder / "twin.odt", "text", inside)


def as_ods(table: FinancingTable, folder: Path) -> Path:
    """Values beside what is shown of them, below two empty rows, with the empty rest of the sheet written out."""

    def figure(amount: str) -> str:
        value = amount.replace(",", ".")
        kind = f' office:value-type="float" office:value="{value}"' if amount else " "
        return f"<table:table-cell{kind}>{f'<text:p>{_grouped(amount)}</text:p>' if amount else ''}</table:table-cell>"

    def blank(times: int) -> str:
        cell = '<table:table-cell table:number-columns-repeated="16384"/>'
        return f'<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>'

    rows = "".join(_opendocument_rows(table, figure))
    rest = 1_048_576 - LEADING_EMPTY_ROWS - HEAD_ROWS - len(table.rows)
    inside = f'<table:table table:name="Финансирование">{blank(LEADING_EMPTY_ROWS)}{rows}{blank(rest)}</table:table>'
    return _as_opendocument(folder / "twin.ods", "spreadsheet", inside)


Maker = Callable[[FinancingTable, Path], Path]
MAKERS: dict[str, Maker] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "html": as_html,
    "odt": as_odt,
    "ods": as_ods,
    "csv in windows-1251": as_csv_of_windows,
    "csv in utf-8": as_csv_with_bom,
}

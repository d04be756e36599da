"""Whole documents of every form, small and invented, for the fuzzing to damage: a table that adds up, a statement."""

from __future__ import annotations

import io
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from functools import cache
from pathlib import Path

from tests.unit.readers import biff_files, office_files, pdf_files

SAMPLE = Path(__file__).parents[2] / "inputs" / "sample"
YEARS = ("2024", "2025", "2026")
#: a programme and two measures, each with its sources; "" where a merged cell covers the place
ROWS = (
    ("1", "Программа «Свет»", "Всего", "1 110,5", "1 220,0", "330,0"),
    ("", "", "областной бюджет", "1 000,5", "1 100,0", "300,0"),
    ("", "", "местный бюджет", "110,0", "120,0", "30,0"),
    ("1.1", "Замена фонарей", "Всего", "610,5", "720,0", "130,0"),
    ("", "", "областной бюджет", "600,5", "700,0", "120,0"),
    ("", "", "местный бюджет", "10,0", "20,0", "10,0"),
    ("1.2", "Новые линии*", "Всего", "500,0", "500,0", "200,0"),
    ("", "", "областной бюджет", "400,0", "400,0", "180,0"),
    ("", "", "местный бюджет", "100,0", "100,0", "20,0"),
)
HEAD = ("№ п/п", "Наименование мероприятия", "Источник финансирования", *(f"{year} год" for year in YEARS))
ABOVE = (
    "Общий объём финансирования программы составляет 2 660,5 тыс. рублей, в том числе по годам: 2024 год – 1 110,5 "
    "тыс. рублей; 2025 год – 1 220,0 тыс. рублей; 2026 год – 330,0 тыс. рублей",
    "Объёмы финансирования, тыс. рублей",
)
_NUMBERED = ("1", "2", "3", "4", "5", "6")


def _number(text: str) -> str:
    return text.replace(" ", "").replace(",", ".")


def _docx() -> bytes:
    o = office_files
    bold, raised = "<w:b/>", '<w:vertAlign w:val="superscript"/>'
    rows = [o.tr(*map(o.tc, HEAD), properties="<w:tblHeader/>"), o.tr(*map(o.tc, _NUMBERED))]
    for code, name, *figures in ROWS:
        merge = '<w:vMerge w:val="restart"/>' if code else "<w:vMerge/>"
        label = o.p(o.r(name.rstrip("*"), bold), o.r("1", raised)) if name.endswith("*") else name
        rows.append(o.tr(o.tc(code, merge), o.tc(label, merge), *map(o.tc, figures)))
    inner = o.tbl(o.tr(o.tc("а"), o.tc("5,0", '<w:gridSpan w:val="2"/>')))
    rows.append(o.tr(o.tc(inner + o.p(), '<w:gridSpan w:val="6"/>')))
    tracked = '<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>13</w:delText></w:r></w:del>'
    paragraphs = [o.p(o.r(text)) for text in ABOVE]
    return o.docx("".join([*paragraphs, o.tbl(*rows), o.p(tracked), "<w:sectPr/>"]), styles="", numbering="")


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*((text,) for text in ABOVE), HEAD):
        sheet.append(row)
    for code, name, source, *figures in ROWS:
        sheet.append([code, name, source, *(float(_number(figure)) for figure in figures)])
    for first in (4, 7, 10):
        for column in "DEF":
            sheet[f"{column}{first}"].number_format = "#,##0.0"
        sheet.merge_cells(f"A{first}:A{first + 2}")
        sheet.merge_cells(f"B{first}:B{first + 2}")
    sheet["G4"] = "=SUM(D4:F4)"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _xls() -> bytes:
    b = biff_files
    strings: list[bytes] = []
    cells: list[bytes] = []
    for row, line in enumerate([(text,) for text in ABOVE] + [HEAD, *ROWS]):
        for column, text in enumerate(line):
            if row > 2 and column > 2:
                cells.append((b.formula if row % 3 == 0 else b.number)(row, column, float(_number(text)), 1))
            elif text:
                cells.append(b.text(row, column, len(strings)))
                strings.append(b.string(text, (len(text) - 1, 1)) if text.endswith("*") else b.string(text))
    cells += [b.merged((3, 5, 0, 0), (3, 5, 1, 1)), b.row(5, hidden=True)]
    cells += [b.boolean(12, 1, 1), b.boolean(12, 2, 42, True)]
    return b.xls(*cells, strings=strings, formats=["#,##0.0"])


def _odf(kind: str) -> bytes:
    def cell(text: str, down: int = 1, figure: bool = False) -> str:
        value = f' office:value-type="float" office:value="{_number(text)}"' if figure and kind == "spreadsheet" else ""
        spans = f' table:number-rows-spanned="{down}" table:number-columns-spanned="1"' if down > 1 else ""
        return f"<table:table-cell{value}{spans}><text:p>{text}</text:p></table:table-cell>"

    rows = ["".join(map(cell, HEAD))]
    for code, name, source, *figures in ROWS:
        covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
        names = cell(code, 3) + cell(name, 3) if code else covered
        rows.append(names + cell(source) + "".join(cell(figure, figure=True) for figure in figures))
    repeated = '<table:table-cell table:number-columns-repeated="6">'
    rows.append(f'{repeated}<text:p><text:s text:c="3"/>а</text:p></table:table-cell>')
    above = "".join(f'<text:p text:style-name="P1">{text}</text:p>' for text in ABOVE)
    before = "" if kind == "spreadsheet" else above
    drawn = "".join(f'<table:table-row table:number-rows-repeated="1">{row}</table:table-row>' for row in rows)
    styles = '<style:style style:name="P1"><style:text-properties style:text-position="sub 58%"/></style:style>'
    columns = '<table:table-column table:number-columns-repeated="6"/>'
    return office_files.odf(kind, f'{before}<table:table table:name="Лист">{columns}{drawn}</table:table>', styles)


def _pdf() -> bytes:
    ruled, plain = pdf_files.Page(), pdf_files.Page(turn=90)
    xs, ys = [40, 80, 220, 340, 410, 480, 550], [130 + 20 * line for line in range(len(ROWS) + 2)]
    for place, text in enumerate(ABOVE):
        ruled.text(40, 60 + 30 * place, text[:100], 8)
    ruled.grid(xs, ys)
    for y, row in zip(ys, (HEAD, *ROWS), strict=False):
        ruled.row([x + 2 for x in xs], y + 14, *row)
    for y, row in zip(ys, (HEAD, *ROWS), strict=False):
        plain.row([x + 2 for x in xs], y + 14, *row)
    return pdf_files.pdf(ruled, plain)


def _page() -> str:
    rows = "".join(f"<th>{text}</th>" for text in HEAD)
    lines = []
    for code, name, *figures in ROWS:
        names = f"<td rowspan=3>{code}</td><td rowspan='3'>{name.rstrip('*')}<sup>1</sup></td>" if code else ""
        lines.append(f"<tr>{names}{''.join(f'<td>{figure}</td>' for figure in figures)}</tr>")
    table = f"<table border=1><tr>{rows}</tr>{''.join(lines)}<tr><td colspan=6>&nbsp;</td></tr></table>"
    above = "".join(f"<p>{text}</p>" for text in ABOVE)
    hidden = "<div style='display:none'>скрыто</div><pre>| а | 1 |\n|---|---|\n| б | 2 |</pre><ol><li>в</ol>"
    layout = f"<table><tr><td>Портал<td>{above}{table}</table>"
    return f"<!doctype html><html><head><meta charset=utf-8></head><body>{layout}{hidden}</body></html>"


def _message(page: str) -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEText(page, "html", "cp1251"))
    message.attach(MIMEText(page, "html", "utf-8"))
    return message.as_bytes()


def _lines(between: str, edge: str = "", rule: str = "") -> str:
    lines = [f"{edge}{between.join(row)}{edge}" for row in (HEAD, *ROWS)]
    if rule:
        lines.insert(1, f"{edge}{between.join(rule for _ in HEAD)}{edge}")
    return "\n".join([*ABOVE, "", *lines, ""])


def _ledger() -> str:
    lines = ["code,element,source,period,amount"]
    code = name = ""
    for own_code, own_name, source, *figures in ROWS:
        code, name = own_code or code, own_name or name
        stated = zip(YEARS, figures, strict=True)
        lines += [f"{code},{name},{source},{year},{_number(figure)}" for year, figure in stated]
    return "\n".join(lines)


def _parquet() -> bytes:
    import pyarrow as pa
    from pyarrow import csv, parquet

    types = {"code": pa.string(), "period": pa.string(), "amount": pa.decimal128(18, 1)}
    options = csv.ConvertOptions(column_types=types)
    buffer = io.BytesIO()
    parquet.write_table(csv.read_csv(io.BytesIO(_ledger().encode()), convert_options=options), buffer)
    return buffer.getvalue()


def _rtf() -> bytes:
    def spelled(text: str) -> str:
        return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)

    ends = "".join(f"\\cellx{1500 * number}" for number in range(1, len(HEAD) + 1))
    lines = ("".join(f"\\pard\\intbl {spelled(text)}\\cell" for text in row) for row in (HEAD, *ROWS))
    rows = "".join(f"\\trowd{ends}{line}\\row\n" for line in lines)
    above = "".join(f"\\pard {spelled(text)}\\par\n" for text in ABOVE)
    return f"{{\\rtf1\\ansi\\ansicpg1251\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\n{above}{rows}\\pard\\par}}".encode()


@cache
def wholes(form: str) -> tuple[bytes, ...]:
    """The documents of one form, named by their suffix; `ledger` is a CSV in the long form."""
    made = {
        "docx": lambda: (_docx(), (SAMPLE / "programme.docx").read_bytes()),
        "xlsx": lambda: (_xlsx(), (SAMPLE / "programme.xlsx").read_bytes()),
        "xls": lambda: (_xls(),),
        "odt": lambda: (_odf("text"),),
        "ods": lambda: (_odf("spreadsheet"),),
        "pdf": lambda: (_pdf(),),
        "html": lambda: (_page().encode(), _page().replace("utf-8", "windows-1251").encode("cp1251")),
        "mht": lambda: (_message(_page()),),
        "txt": lambda: (_lines("\t").encode(), _lines("\t").encode("cp1251"), _lines("\t").encode("utf-16")),
        "md": lambda: (_lines(" | ", "|", "---").encode(), _lines(" ¦ ").encode()),
        "csv": lambda: (_lines(";").encode("cp1251"), _lines("\t").encode()),
        "ledger": lambda: (_ledger().encode(), _ledger().encode("utf-8-sig")),
        "parquet": lambda: (_parquet(),),
        "rtf": lambda: (_rtf(),),
        "doc": lambda: (biff_files.container(b"\xec\xa5\xc1\0" + bytes(4000), "WordDocument"),),
    }
    return made[form]()


FORMS = (
    "docx", "xlsx", "xls", "odt", "ods", "pdf", "html", "mht", "txt", "md", "csv", "ledger", "parquet", "rtf", "doc",
)  # fmt: skip

"""A workbook and a DOCX with much in them that a careless copy loses, and one wrong figure in each."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import xlsxwriter

from tests.unit.readers.office_files import W, links, package

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "xl/worksheets/sheet1.xml"
HEAD = ["№", "Наименование", "Источник", "Всего", "2024 год", "2025 год"]
ROWS = [
    ["1", "Подпрограмма «Дворы»", "Всего", 330.0, 150.0, 150.0],
    ["", "", "областной бюджет", 200.0, 100.0, 100.0],
    ["", "", "местные бюджеты", 100.0, 50.0, 50.0],
]


def picture() -> io.BytesIO:
    """A PNG of one red point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    points = zlib.compress(b"\0\xff\0\0")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b""))


def workbook() -> bytes:
    """Chart, image, text box, data validation, conditional formats, notes of others, hidden sheet, print set-up."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Финансирование")
        amount = book.add_format({"num_format": "#,##0.0", "bold": True, "bg_color": "#CCFFCC", "border": 2})
        sheet.write(0, 0, "тыс. рублей")
        sheet.write_row(1, 0, HEAD)
        for number, row in enumerate(ROWS, 2):
            for column, value in enumerate(row):
                sheet.write(number, column, value, amount if isinstance(value, float) else None)
        sheet.write_formula(4, 5, "=F3-F4", amount, 50.0)
        sheet.write_comment("E3", "проверить", {"author": "Иванова"})
        sheet.write_comment("D3", "итог", {"author": "Иванова"})
        sheet.data_validation("C3:C9", {"validate": "list", "source": ["Всего", "областной бюджет"]})
        sheet.conditional_format("D3:F5", {"type": "data_bar"})
        sheet.insert_image("H2", "point.png", {"image_data": picture()})
        sheet.insert_textbox("H8", "Надпись")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Финансирование!$E$3:$E$5"})
        sheet.insert_chart("H12", chart)
        sheet.set_landscape()
        sheet.print_area("A1:F5")
        sheet.freeze_panes(2, 0)
        hidden = book.add_worksheet("Скрытый")
        hidden.hide()
        hidden.write(0, 0, 1)
        book.define_name("Итог", "=Финансирование!$D$3")
    return out.getvalue()


def with_parts(data: bytes, added: dict[str, bytes], changed: dict[str, list[tuple[str, str]]]) -> bytes:
    """The same file with other parts as well, and with words replaced in some."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for was, now in changed.get(name, ()):
                assert was.encode() in content, (name, was)
                content = content.replace(was.encode(), now.encode(), 1)
            new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name, content)
    return out.getvalue()


def macro_workbook() -> bytes:
    """The workbook with macros, a link to another workbook, a shared formula and a signature."""
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return with_parts(
        workbook(),
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros",
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "_xmlsignatures/origin.sigs": b"",
        },
        {
            "[Content_Types].xml": [
                (f"{office}.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                ("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
                 f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{office}.externalLink+xml"/>'
                 "</Types>"),
            ],
            "xl/_rels/workbook.xml.rels": [
                ("</Relationships>", '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/'
                 f'relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId91" '
                 f'Type="{_R}/externalLink" '
                 'Target="externalLinks/externalLink1.xml"/></Relationships>'),
            ],
            _SHEET: [("<f>F3-F4</f>", '<f t="shared" ref="F5:F5" si="0">F3-F4</f>')],
        },
    )  # fmt: skip


def _cell(text: str, properties: str = "", run: str = "<w:sz w:val=\"18\"/>") -> str:
    content = text if text.startswith("<") else f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def document() -> bytes:
    """Tracked changes and comments of others, merged cells, a figure over three runs, content controls, a statement."""
    other = 'w:author="Петров" w:date="2025-01-01T00:00:00Z"'
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    statement = _run("Общий объём финансирования – ") + _run("300,0 тыс. рублей, в том числе по годам: 2024 год – 1")
    statement += _run("60,0", "<w:b/>") + _run(" тыс. рублей; 2025 год – 150,0 тыс. рублей.")
    inserted = f'<w:ins w:id="7" {other}>{_run("330", "<w:i/>")}{_run(",0")}</w:ins>'
    deleted = f'<w:del w:id="8" {other}><w:r><w:delText>300,0</w:delText></w:r></w:del>'
    control = f'<w:sdt><w:sdtPr/><w:sdtContent>{_run("100,0")}</w:sdtContent></w:sdt>'
    rows = [
        "".join(_cell(text) for text in HEAD),
        _cell("1", down) + _cell("Подпрограмма «Дворы»", down) + _cell("Всего") + _cell(deleted + inserted)
        + _cell("150,0") + _cell("150,0"),
        _cell("", on) + _cell("", on) + _cell("областной бюджет") + _cell("200,0") + _cell(control) + _cell("100,0"),
        _cell("", on) + _cell("", on) + _cell("местные бюджеты") + _cell("100,0") + _cell("50,0") + _cell("50,0"),
    ]  # fmt: skip
    note = '<w:commentRangeStart w:id="4"/>' + _run("тыс. рублей") + '<w:commentRangeEnd w:id="4"/>'
    note += '<w:r><w:commentReference w:id="4"/></w:r>'
    body = f"<w:p>{_run('Об изменении программы')}</w:p><w:p>{statement}</w:p><w:p>{note}</w:p>"
    body += f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl><w:p/>"
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    comment = f'<w:comment w:id="4" {other} w:initials="П"><w:p>{_run("единица?")}</w:p></w:comment>'
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>'
            f'<Override PartName="/word/comments.xml" ContentType="{office}.comments+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{office}.header+xml"/></Types>',
            "_rels/.rels": links({"word/document.xml": "officeDocument"}),
            "word/_rels/document.xml.rels": links({"comments.xml": "comments", "header1.xml": "header",
                                                   "media/point.png": "image"}),
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "word/comments.xml": f'<w:comments xmlns:w="{W}">{comment}</w:comments>',
            "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>',
            "word/media/point.png": picture().getvalue(),
        }
    )  # fmt: skip

"""Small Office files for tests, written part by part so that every odd thing can be put in."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)

_PLAIN_STYLES = '<cellXfs><xf numFmtId="0"/></cellXfs>'


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def links(entries: dict[str, str]) -> str:
    """Relationships: kind by target."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(entries.items(), start=1)
    )
    return f'<Relationships xmlns="{_LINKS}">{inside}</Relationships>'


def types(part: str, kind: str) -> str:
    return f'<Types xmlns="{_TYPES}"><Override PartName="/{part}" ContentType="{kind}"/></Types>'


def docx(body: str, main: str = "word/document.xml", **others: str) -> bytes:
    """A DOCX with that body; `styles` and `numbering` may be given as the inside of their parts."""
    folder = main.rpartition("/")[0]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(main, _WORD),
        "_rels/.rels": links({main: "officeDocument"}),
        main: f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": links({f"{name}.xml": name for name in others}),
    }
    for name, inside in others.items():
        parts[f"{folder}/{name}.xml"] = f"<w:{name} {_SPACES}>{inside}</w:{name}>"
    return package(parts)


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") else p(r(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def xlsx(rows: str, strings: str = "", styles: str = _PLAIN_STYLES, behind: str = "") -> bytes:
    """A workbook of one sheet, with the XML of its rows, strings, and formats written out."""
    return package(
        {
            "[Content_Types].xml": types("xl/workbook.xml", _EXCEL),
            "_rels/.rels": links({"xl/workbook.xml": "officeDocument"}),
            "xl/_rels/workbook.xml.rels": links(
                {"worksheets/sheet1.xml": "worksheet", "strings.xml": "sharedStrings", "styles.xml": "styles"}
            ),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{_R}"><sheets>'
            '<sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/strings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>{behind}</worksheet>',
        }
    )


ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{name}="{ODF}:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
    )
)  # fmt: skip


def odf(kind: str, body: str, styles: str = "", **parts: str) -> bytes:
    """An OpenDocument file of that kind, `text` or `spreadsheet`; styles are those of the content itself."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content, **parts})


def odf_styles(inside: str) -> str:
    return f"<office:document-styles {_ODF_SPACES}>{inside}</office:document-styles>"

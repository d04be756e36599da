"""A DOCX document of our own: paragraphs, headings and tables as text pages need them, on pages upright and wide."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

_SPACE = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_SPACE}/wordprocessingml/2006/main" xmlns:r="{_SPACE}/officeDocument/2006/relationships"'
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STAMP = (1980, 1, 1, 0, 0, 0)
#: A4 and its margins in twentieths of a point: the left one is wide enough for a binder
_LONG, _SHORT, _BINDER, _MARGIN = 16838, 11906, 1134, 737
UPRIGHT_WIDTH, WIDE_WIDTH = _SHORT - _BINDER - _MARGIN, _LONG - 2 * _MARGIN
_CELL_MARGINS = (("top", 28), ("left", 70), ("bottom", 28), ("right", 70))
_LANGUAGES = {"ru": "ru-RU", "en": "en-GB"}

_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
    '<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd '
    'w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom '
    'w:w="28" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next '
    'w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl '
    'w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Indented"><w:name w:val="Indented"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:ind w:left="425"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:ind w:left="425" w:hanging="283"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kept"><w:name w:val="Kept"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>'
    '<w:spacing w:before="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing '
    'w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="{cell}"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Entry"><w:name w:val="Entry"/><w:basedOn w:val="Cell"/><w:rPr><w:sz '
    'w:val="22"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="EntryAmount"><w:name w:val="Entry amount"/><w:basedOn w:val="Entry"/>'
    '<w:pPr><w:jc w:val="right"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="EntryHead"><w:name w:val="Entry head"/><w:basedOn w:val="Entry"/><w:pPr>'
    '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="CellAmount"><w:name w:val="Cell amount"/><w:basedOn w:val="Cell"/><w:pPr>'
    '<w:jc w:val="right"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="CellHead"><w:name w:val="Cell head"/><w:basedOn w:val="Cell"/><w:pPr><w:jc '
    'w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="Cell"/><w:pPr><w:jc '
    'w:val="center"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
)


def paragraph(text: str, style: str = "Normal") -> str:
    """One paragraph; `style` is one of the styles above."""
    named = "" if style == "Normal" else f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:p>{named}{_run(text)}</w:p>"


def _run(text: str) -> str:
    clean = escape(_FORBIDDEN_IN_XML.sub("", text))
    return f'<w:r><w:t xml:space="preserve">{clean}</w:t></w:r>' if clean else ""


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], amounts: Sequence[int] = (),
    ruled: bool = True, style: str = "Cell",
) -> str:  # fmt: skip
    """A table over `widths`; its heads are repeated on every page, no row is torn.

    amounts: columns set flush right. style: `Cell`, the larger `Entry`, or `Small` without heads and amounts.
    """
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    made += f"<w:tblBorders>{lines}</w:tblBorders>" if ruled else ""
    # said again here, for LibreOffice takes no margins above and below from the style of tables
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _CELL_MARGINS)
    made += f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>'
    made += "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"
    if heads:
        made += _row(heads, widths, [f"{style}Head"] * len(widths), "<w:cantSplit/><w:tblHeader/>", shaded=True)
    styles = [f"{style}Amount" if n in amounts else style for n in range(len(widths))]
    return made + "".join(_row(row, widths, styles, "<w:cantSplit/>") for row in rows) + "</w:tbl>"


def _row(texts: Sequence[str], widths: Sequence[int], styles: Sequence[str], form: str, shaded: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if shaded else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        + "".join(paragraph(line, style) for line in text.split("\n"))
        + "</w:tc>"
        for text, width, style in zip(texts, widths, styles, strict=True)
    )
    return f"<w:tr><w:trPr>{form}</w:trPr>{cells}</w:tr>"


def section_end(wide: bool, last: bool = False) -> str:
    """The end of a run of pages, wide or upright; what follows begins a new page."""
    across, down = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
    left = _MARGIN if wide else _BINDER
    shape = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{across}" w:h="{down}"{" w:orient=" + chr(34) + "landscape" + chr(34) if wide else ""}/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{left}" w:header="400" '
        'w:footer="400" w:gutter="0"/></w:sectPr>'
    )
    flat = '<w:spacing w:after="0" w:line="20" w:lineRule="exact"/>'
    return shape if last else f"<w:p><w:pPr>{flat}{shape}</w:pPr></w:p>"


def document(body: Sequence[str], title: str, page: str, lang: str, made: datetime, cell_size: int = 18) -> bytes:
    """The file. page: the footer, with `{number}` and `{count}`; cell_size: of table text, in half points."""
    number, count = (f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for field in (
        "PAGE", "NUMPAGES"))  # fmt: skip
    before, _, rest = page.partition("{number}")
    between, _, behind = rest.partition("{count}")
    footer = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    footer += f"{_run(before)}{number}{_run(between)}{count}{_run(behind)}</w:p>"
    styles = _STYLES.replace("{lang}", _LANGUAGES[lang]).replace("{cell}", str(cell_size))
    relation = f"{_SPACE}/officeDocument/2006/relationships"
    links = f'xmlns="{_SPACE}/package/2006/relationships"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" '
        f'ContentType="{_OFFICE}.styles+xml"/><Override PartName="/word/footer1.xml" '
        f'ContentType="{_OFFICE}.footer+xml"/><Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships {links}><Relationship Id="rId1" Type="{relation}/officeDocument" '
        f'Target="word/document.xml"/><Relationship Id="rId2" Type="{_SPACE}/package/2006/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {links}><Relationship Id="rId1" Type="{relation}/styles" '
        f'Target="styles.xml"/><Relationship Id="rId2" Type="{relation}/footer" Target="footer1.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/footer1.xml": f"<w:ftr {_W}>{footer}</w:ftr>",
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title><dc:creator>recon'
        f'</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{made:%Y-%m-%dT%H:%M:%SZ}</dcterms:created>'
        "</cp:coreProperties>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_DECLARED + content).encode())
    return out.getvalue()

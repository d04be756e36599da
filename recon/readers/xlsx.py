"""XLSX: every visible sheet a table of its non-empty cells, with true addresses, exact numbers and their formats.

`Cell.text` is what a viewer shows, with a decimal point and no marks between thousands. `Cell.number` is in the scale
that is shown: a percentage times a hundred, a format with commas behind its digits divided by a thousand for each.
Macros are never run, formulas never computed, links to other files never followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.model.document import Document, Table
from recon.readers.archives import Package
from recon.readers.number_formats import BUILT_IN
from recon.readers.xlsx_sheet import Sheet, Workbook, read_sheet
from recon.readers.xlsx_values import SPREADSHEET as S
from recon.readers.xlsx_values import rich_text

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES: tuple[str, ...] = (".xlsx", ".xlsm")
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read(path: str, data: bytes, sha256: str) -> Document:
    """One table for each visible sheet that holds anything."""
    package = Package(path, data)
    main = package.main_part()
    root = package.parse(main)
    links = package.relationships(main)
    related = {link.kind: link.target for link in links if link.target in package}
    sheets = {link.id: link.target for link in links if link.kind == "worksheet"}
    settings = root.find(f"{S}workbookPr")
    workbook = Workbook(
        path,
        _strings(package.parse(related["sharedStrings"])) if "sharedStrings" in related else [],
        _formats(package.parse(related["styles"])) if "styles" in related else ["General"],
        settings is not None and settings.get("date1904") in ("1", "true"),
    )
    document = Document(path, sha256, "xlsx")
    for entry in root.iter(f"{S}sheet"):
        part = sheets.get(entry.get(_LINK) or "")
        name = entry.get("name") or ""
        if part is None:
            continue  # a chart or a dialogue: no cells
        if entry.get("state") in ("hidden", "veryHidden"):
            document.notes.append(("note.hidden-sheet", {"sheet": name}))
            continue
        _add(document, name, read_sheet(workbook, part, package.read(part)))
    return document


def _add(document: Document, name: str, sheet: Sheet) -> None:
    rows = [[cells[column] for column in sorted(cells)] for _, cells in sorted(sheet.rows.items()) if cells]
    if not rows:
        return
    hidden = frozenset(sheet.hidden), frozenset(sheet.hidden_columns)
    document.blocks.append(Table(rows, sheet=name, hidden_rows=hidden[0], hidden_columns=hidden[1]))
    if sheet.without_value:
        parameters: dict[str, object] = {"count": len(sheet.without_value), "cell": sheet.without_value[0].ref}
        parameters["sheet"] = name
        document.notes.append(("note.formula-without-value", parameters))
    if sheet.covered:
        document.notes.append(("note.text-under-merge", {"count": sheet.covered}))


def _strings(root: _Element) -> list[tuple[str, str]]:
    return [rich_text(item) for item in root.iterchildren(f"{S}si")]


def _formats(root: _Element) -> list[str]:
    """Format code by style number, as cells name it."""
    codes = {str(number): code for number, code in BUILT_IN.items()}
    for custom in root.iterfind(f"{S}numFmts/{S}numFmt"):
        codes[custom.get("numFmtId") or ""] = custom.get("formatCode") or "General"
    return [codes.get(style.get("numFmtId") or "0", "General") for style in root.iterfind(f"{S}cellXfs/{S}xf")]

"""A copy of a workbook with cells filled, notes at them and a sheet of findings; every other part byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recon.readers.xlsx_values import SPREADSHEET as S
from recon.telling.remarks import Mark
from recon.writing.marked import Marked, what_is_lost
from recon.writing.parts import OFFICE, Parts
from recon.writing.xlsx_cells import Cells
from recon.writing.xlsx_findings import FindingsSheet, add_sheet
from recon.writing.xlsx_notes import Note, Notes
from recon.writing.xlsx_styles import MINIMAL, Styles

_LINK = f"{{{OFFICE}}}id"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell with its mark and what is said at it."""

    sheet: str
    cell: str
    mark: Mark
    lines: tuple[str, ...]


def mark_workbook(path: str, data: bytes, cells: Sequence[MarkedCell], findings: FindingsSheet) -> Marked:
    """Fill cells, write notes at them and add the sheet of findings."""
    parts = Parts(path, data)
    main = parts.package.main_part()
    related = {link.kind: link.target for link in parts.package.relationships(main)}
    if related.get("styles", "") not in parts:
        related["styles"] = "xl/styles.xml"
        parts.put("xl/styles.xml", MINIMAL)
        parts.declare("xl/styles.xml", _STYLES_TYPE)
        parts.link(main, "styles", "xl/styles.xml")
    styles = Styles(parts.tree(related["styles"]))
    notes = Notes(parts)
    by_sheet: dict[str, list[MarkedCell]] = {}
    for cell in cells:
        by_sheet.setdefault(cell.sheet, []).append(cell)
    sheets = _sheets(parts, main)
    for name, marked in by_sheet.items():
        _mark_sheet(parts, sheets[name], marked, styles, notes)
    add_sheet(parts, main, styles, findings)
    made = Marked(parts.packed(), what_is_lost(parts))
    names = {part: name for name, part in sheets.items()}
    made.warnings += [
        ("marked.lost.thread", {"sheet": names[part], "cell": cell}) for part, cell in notes.hidden
    ]
    return made


def _sheets(parts: Parts, main: str) -> Mapping[str, str]:
    """The part of each worksheet by its name."""
    targets = {link.id: link.target for link in parts.package.relationships(main) if link.kind == "worksheet"}
    entries = parts.tree(main).iter(f"{S}sheet")
    named = [(entry.get("name") or "", targets.get(entry.get(_LINK) or "")) for entry in entries]
    return {name: part for name, part in named if part is not None}


def _mark_sheet(parts: Parts, part: str, marked: Sequence[MarkedCell], styles: Styles, notes: Notes) -> None:
    root = parts.tree(part)
    cells = Cells(root)
    for one in marked:
        element = cells.at(one.cell)
        element.set("s", str(styles.filled(int(element.get("s") or 0), one.mark)))
    notes.add(part, root, cells, [Note(one.cell, one.lines) for one in marked])

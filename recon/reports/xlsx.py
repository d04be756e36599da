"""The marked workbook: a copy of a workbook, or the tables of any other document, its findings filled and noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from textwrap import wrap

from recon.messages import say
from recon.model.asked import Asked
from recon.model.locator import Locator
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.readers.xlsx_formulas import column_letters
from recon.telling import narration, protocol
from recon.telling.discrepancies import Discrepancy, discrepancies
from recon.telling.excerpts import Scene
from recon.telling.remarks import Mark, Remark, remarks
from recon.writing.originals import has_ending, original, refuse_several, the_one
from recon.writing.xlsx import MarkedCell, mark_workbook
from recon.writing.xlsx_findings import Entry, FindingsSheet, quoted
from recon.writing.xlsx_tables import Tables

FORMAT = "xlsx"
SUFFIX = "marked.xlsx"
BINARY = True
#: documents whose copy keeps their ending
KEEPS = (".xlsm",)

_WORKBOOKS = (".xlsx", ".xlsm")
_COLUMNS = {
    "number": 5, "place": 26, "table": 14, "row": 8, "column": 8, "about": 40, "stated": 15, "computed": 15,
    "difference": 14, "unit": 13, "rule": 38, "level": 15, "proposal": 46, "cause": 9,
}  # fmt: skip
#: a viewer may not wrap the text of a link
_WIDEST_PLACE = 56
#: signs that stand in one row above the table
_LINE = 200
_Where = Callable[[Locator], tuple[str, str] | None]


def refuse(documents: Sequence[str]) -> None:
    """WrongUsage: a marked workbook is of one document."""
    refuse_several(documents, FORMAT)


def write(result: Reconciliation, asked: Asked) -> bytes:
    """The marked workbook of the one document of a run."""
    document = the_one(result, FORMAT)
    lang, made = asked.lang, asked.made
    scene = protocol.unbroken(result, lang)
    said = remarks(result, scene, document.path)
    if has_ending(document, _WORKBOOKS):
        data, where = original(document), _own_cell
    else:
        if document.error is not None:
            raise document.error
        tables = Tables(document.grids, _names(document), scene)
        data, where = tables.workbook(result.proofs(), made), tables.cell
    cells, lost = _cells(said, where)
    findings = _findings(result, scene, where, lost, made)
    marked = mark_workbook(document.path, data, cells, findings)
    for key, parameters in marked.warnings:
        asked.warn(key, parameters)
    return marked.data


def _own_cell(at: Locator) -> tuple[str, str] | None:
    """The cell of a workbook's own; a place that names no cell is that of its row's first one."""
    if at.sheet is None or (at.cell is None and at.row is None):
        return None
    return at.sheet, at.cell or f"{column_letters(at.column or 1)}{at.row}"


def _names(document: DocumentResult) -> dict[str, str]:
    """Sheet names of tables that a workbook of another format has."""
    return {table.meaning.id: table.meaning.at.sheet for table in document.tables if table.meaning.at.sheet}


def _cells(said: Sequence[Remark], where: _Where) -> tuple[list[MarkedCell], list[Remark]]:
    """The cells to mark: all that is said of one in one note, under its gravest mark. And what has no cell."""
    marks: dict[tuple[str, str], Mark] = {}
    lines: dict[tuple[str, str], list[str]] = {}
    lost = []
    for remark in said:
        cell = where(remark.at)
        if cell is None:
            lost.append(remark)
            continue
        marks[cell] = max(remark.mark, marks.get(cell, remark.mark))
        lines.setdefault(cell, []).extend(remark.lines)
    return [MarkedCell(*cell, mark, tuple(lines[cell])) for cell, mark in marks.items()], lost


def _findings(
    result: Reconciliation, scene: Scene, where: _Where, lost: Sequence[Remark], made: datetime
) -> FindingsSheet:
    lang = scene.lang
    rows = [[Entry(say("protocol.title", lang), "title")]]
    rows += [[Entry(f"{name}: {value}", "plain")] for name, value in protocol.about(result, lang, made.date())]
    levels = [f"{name}: {count}" for name, count in protocol.levels(result, lang)]
    rows += _section("protocol.summary", [protocol.conclusion(result, lang), *levels], lang)
    rows += _section("protocol.coverage", [f"{name}: {count}" for name, count in protocol.coverage(result, lang)], lang)
    left = list(protocol.unchecked(result, scene))
    rows += _section("protocol.unchecked", left or [say("protocol.unchecked.none", lang)], lang)
    rows += _section("marked.legend", [], lang)
    for mark in sorted(Mark, reverse=True):
        rows.append([Entry(swatch=mark), Entry(say(f"marked.legend.{mark.name.lower()}", lang), "plain")])
    for remark in lost:
        place = narration.place(remark.at, lang) or PurePath(remark.at.document).name
        rows.append([Entry(say("marked.unplaced", lang, place=place), "plain")])
    rows += [[], [Entry(say(f"marked.head.{name}", lang), "head") for name in _COLUMNS]]
    table = len(rows)
    rows += [_row(n, row, where) for n, row in enumerate(discrepancies(result, scene), 1)]
    places = [len(entry.text) + 2 for row in rows[table:] for entry in row[1:2]]
    widths = _COLUMNS | {"place": min(_WIDEST_PLACE, max([_COLUMNS["place"], *places]))}
    return FindingsSheet(say("marked.sheet", lang), rows, table, list(widths.values()))


def _section(title: str, lines: Sequence[str], lang: str) -> list[list[Entry]]:
    """A blank row, a title and lines under it, none so long that a printed page would cut it."""
    told = [Entry(piece, "plain") for line in lines for piece in wrap(line, _LINE)]
    return [[], [Entry(say(title, lang), "section")], *([entry] for entry in told)]


def _row(number: int, row: Discrepancy, where: _Where) -> list[Entry]:
    at = row.finding.at
    cell = where(at)
    link = f"{quoted(cell[0])}!{cell[1]}" if cell else ""
    prose = at.paragraph is not None
    texts = {
        "number": str(number), "place": row.place,
        "table": "" if prose else (at.sheet or at.table or "").removeprefix("t"),
        "row": "" if prose else str(at.row or ""), "column": "" if prose else str(at.column or ""), "about": row.about,
        "unit": row.unit, "rule": f"{row.rule}. {row.told}" if row.told else row.rule, "level": row.level,
        "proposal": row.proposal, "cause": row.cause,
    }  # fmt: skip
    amounts = dict(zip(("stated", "computed", "difference"), row.amounts, strict=True))
    printed = {"stated": row.stated, "computed": row.computed, "difference": row.difference}
    return [
        Entry(printed[name], amount=amounts[name], kind="amount" if amounts[name] else "text")
        if name in printed
        else Entry(texts[name], "link" if name == "place" and link else "text", link=link if name == "place" else "")
        for name in _COLUMNS
    ]

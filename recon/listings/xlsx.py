"""Figures as a workbook with one sheet; amounts are numbers with their printed digits, all else is text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO

from recon.model.errors import WrongUsage

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

BINARY = True
#: A sheet has no more rows, and a double holds no more digits exactly.
_ROWS, _DIGITS = 1_048_576, 15
_WHOLE = ("line", "row", "column", "decimals")
_WIDTHS = {
    "document": 28, "element": 48, "amount": 16, "parent": 10, "raw": 16, "source": 14, "reason": 22, "explanation": 60
}  # fmt: skip


def write(columns: Mapping[str, Sequence[str]], stream: BinaryIO) -> None:
    """One row a figure under a head that stays in sight. No text becomes a formula, whatever it begins with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    count = len(next(iter(columns.values())))
    if count >= _ROWS:
        raise WrongUsage("error.too-many-rows", count=count, limit=_ROWS - 1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("figures")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 11)
    head = [WriteOnlyCell(sheet, name) for name in columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    names = list(columns)
    formats = {str(digits): "0" if not digits else "0." + "0" * digits for digits in range(39)}
    for values in zip(*columns.values(), strict=True):
        row: list[Cell | int | None] = []
        for name, value in zip(names, values, strict=True):
            if not value:
                row.append(None)
            elif name in _WHOLE:
                row.append(int(value))
            else:
                row.append(_cell(WriteOnlyCell(sheet), name, value, formats))
        sheet.append(row)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{count + 1}"
    book.save(stream)


def _cell(cell: Cell, name: str, value: str, formats: Mapping[str, str]) -> Cell:
    """An amount as a number where a workbook holds it exactly; everything else, typed as text."""
    from decimal import Decimal

    if name == "amount" and len(value.lstrip("-").replace(".", "").lstrip("0")) <= _DIGITS:
        cell.value = Decimal(value)
        cell.number_format = formats[str(len(value.partition(".")[2]))]
        return cell
    cell.value = _plain(value)
    cell.data_type = "s"
    return cell


def _plain(value: str) -> str:
    """Text without the control characters that a workbook may not hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767]

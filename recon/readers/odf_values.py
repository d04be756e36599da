"""What a cell of an OpenDocument sheet holds: the exact number, and the digits of it that are shown."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from recon.model.amount import WIDE
from recon.model.document import Cell
from recon.readers.number_formats import show
from recon.readers.odf_styles import OFFICE
from recon.readers.xlsx_values import exact

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_DECIMALS = 15
_DIGITS_BEHIND = re.compile(r"[.,](\d+)\D*$")
_YEAR = re.compile(r"\d{4}")
#: `[.A1]`, `[.A1:.B2]`, `[$Sheet.A1]`
_REFERENCE = re.compile(r"\[([^\[\]]*)\]")
_NUMBERS = frozenset({"float", "currency", "percentage"})


def put_value(cell: Cell, element: _Element, shown: str) -> None:
    """Give the cell its text, number and decimals; `shown` is what the file says a viewer shows."""
    kind = element.get(f"{OFFICE}value-type")
    cell.text = shown
    if kind in _NUMBERS:
        number = exact(element.get(f"{OFFICE}value") or "", cell.formula is not None)
        if number is not None:
            _put_number(cell, number, shown, kind == "percentage")
    elif kind == "date":
        date = (element.get(f"{OFFICE}date-value") or shown).removesuffix("T00:00:00")
        cell.text = shown if _YEAR.fullmatch(shown) else date
    elif kind == "boolean":
        cell.text = (element.get(f"{OFFICE}boolean-value") or shown).upper()
    elif kind == "string" and not shown:
        cell.text = (element.get(f"{OFFICE}string-value") or "").strip()


def _put_number(cell: Cell, number: Decimal, shown: str, percentage: bool) -> None:
    digits = "".join(sign for sign in shown if sign.isdecimal())
    # The scale that is shown: as held, in percent, or in thousands and millions.
    for shift in (2,) if percentage else (0, -3, -6):
        scaled = number.scaleb(shift, WIDE)
        decimals = _decimals(scaled, shown, digits)
        if decimals is not None:
            text = format(_rounded(scaled, decimals), "f")
            cell.text, cell.number, cell.decimals = f"{text}%" if percentage else text, scaled, decimals
            return
    plain, cell.number, cell.decimals = show(number, "0.00%" if percentage else "General")
    # A dash for zero and the like stay as they are shown; a number without a picture is shown in full.
    cell.text = plain if not shown or digits else shown


def _decimals(number: Decimal, shown: str, digits: str) -> int | None:
    """How many digits behind the decimal mark make the number look as it is shown."""
    if not digits:
        return None
    behind = _DIGITS_BEHIND.search(shown)
    candidates = [len(behind[1]), 0] if behind else [0]
    for decimals in candidates:
        if decimals <= _MOST_DECIMALS and _digits(number, decimals) == digits.lstrip("0").rjust(decimals + 1, "0"):
            return decimals
    return None


def _digits(number: Decimal, decimals: int) -> str:
    return format(abs(_rounded(number, decimals)), "f").replace(".", "").lstrip("0").rjust(decimals + 1, "0")


def _rounded(number: Decimal, decimals: int) -> Decimal:
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, WIDE)
    return rounded if rounded else abs(rounded)


def formula_of(text: str | None) -> str | None:
    """A formula as spreadsheet programs spell it: `of:=SUM([.A1:.A3])` is `SUM(A1:A3)`."""
    if text is None:
        return None
    _, _, body = text.partition("=")
    return _REFERENCE.sub(lambda match: _reference(match[1]), body)


def _reference(inside: str) -> str:
    first, colon, last = inside.partition(":")
    sheet, _, cell = first.rpartition(".")
    name = sheet.lstrip("$")
    return f"{name}!{cell}{colon}{last.rpartition('.')[2]}" if name else f"{cell}{colon}{last.rpartition('.')[2]}"

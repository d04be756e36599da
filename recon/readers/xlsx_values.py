"""What a workbook writes for a value: numbers made exact, texts made plain, footnote marks kept apart."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: A number as short as this reads the same as text and as a float.
_PLAIN, _SURE_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?"), 15
_WHOLE = Decimal(10) ** 17
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n|\r")


def exact(value: str, computed: bool) -> Decimal | None:
    """The number that a file holds: a whole one as written, a typed one as a float reads, a sum at 15 digits."""
    if _PLAIN.fullmatch(value) and (len(value) <= _SURE_DIGITS or (not computed and "." not in value)):
        return Decimal(value)
    try:
        binary = float(value)
    except ValueError:
        return None
    number = Decimal(f"{binary:.15g}" if computed else repr(binary))
    if not number.is_finite():
        return None
    return number.quantize(Decimal(1)) if abs(number) < _WHOLE and number == number.to_integral_value() else number


def unescaped(text: str) -> str:
    """Text with Excel's `_x000D_` spelled out, ends of lines made one kind and outer blanks taken off."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return plain_text(text)


def plain_text(text: str) -> str:
    """Text with ends of lines made one kind and outer blanks taken off."""
    return (_LINE_END.sub("\n", text) if "\r" in text else text).strip()


def rich_text(element: _Element) -> tuple[str, str]:
    """Text of a string with its raised part, a footnote mark, kept apart; phonetic hints are left out."""
    text, mark = "", ""
    for child in element:
        if child.tag == f"{SPREADSHEET}t":
            text += child.text or ""
        elif child.tag == f"{SPREADSHEET}r":
            piece = "".join(part.text or "" for part in child.iterchildren(f"{SPREADSHEET}t"))
            align = child.find(f"{SPREADSHEET}rPr/{SPREADSHEET}vertAlign")
            if align is not None and align.get("val") == "superscript":
                mark += piece
            else:
                text += piece
    return unescaped(text), mark.strip()

"""Number formats of a workbook: what a viewer shows for a number, at which digits, or which date it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from recon.model.amount import WIDE

#: Formats that a workbook names by number alone.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"??',
    44: '#,##0.00;-#,##0.00;"-"??', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|(\[[^\]]*\])|(General)|(;)|(.)', re.I | re.S)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)
_CONDITION = re.compile(r"\[[<>=]")
_SCALE = re.compile(r"[0#?](,+)(?![0#?,])")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format, for positive numbers, negative ones or zero.

    kind: `general`, `number`, `date`, or `literal` where only fixed signs are shown. shift: power of ten between
    the number held and the one shown (2 for percent, -3 for each comma behind the digits).
    least, most: decimals always shown and shown at most. width: digits shown at least before the decimal mark.
    """

    kind: str
    literal: str = ""
    shift: int = 0
    least: int = 0
    most: int = 0
    width: int = 1
    percent: bool = False
    pattern: str = ""


@cache
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format code. A format with conditions of its own counts as its first section."""
    sections: list[Section] = []
    pattern, literal = "", ""
    conditional = False
    for quoted, escaped, bracket, general, end, sign in _TOKEN.findall(code):
        if end:
            sections.append(_section(pattern, literal))
            pattern, literal = "", ""
        elif bracket:
            conditional = conditional or _CONDITION.match(bracket) is not None
            pattern += "h" if _ELAPSED.fullmatch(bracket) else ""
        elif general:
            pattern += "G"
        elif quoted or escaped:
            literal += quoted or escaped
        else:
            pattern += sign
    sections.append(_section(pattern, literal))
    return tuple(sections[:1] if conditional else sections)


def _section(pattern: str, literal: str) -> Section:
    small = pattern.lower()
    if "g" in small or "e+" in small or "e-" in small or ("/" in small and "?" in small):
        return Section("general")
    if any(letter in small for letter in "ymdhs"):
        return Section("date", pattern=small)
    if "@" in small:
        return Section("general")
    if not any(sign in small for sign in "0#?"):
        return Section("literal", (literal + small).strip())
    percents = small.count("%")
    scale = _SCALE.search(small)
    whole, _, behind = small.partition(".")
    fraction = "".join(sign for sign in behind if sign in "0#?")
    if not any(sign in whole for sign in "0#?") and not fraction:
        return Section("literal", literal.strip())
    if "-" in literal and small.replace(" ", "").strip("?") == "":
        return Section("literal", literal.strip())  # the zero of an accounting format: a dash and blanks
    return Section(
        "number",
        shift=2 * percents - (3 * len(scale[1]) if scale else 0),
        least=len(fraction.rstrip("#")),
        most=len(fraction),
        width=sum(sign == "0" for sign in whole),
        percent=percents > 0,
    )


def show(number: Decimal, code: str) -> tuple[str, Decimal, int]:
    """What a viewer shows for a number, the number in the scale that is shown, and the decimals shown."""
    sections = sections_of(code)
    place = 2 if not number and len(sections) > 2 else 1 if number < 0 and len(sections) > 1 else 0
    section = sections[place]
    if section.kind == "number":
        shown = number.scaleb(section.shift, WIDE) if section.shift else number
        return _printed(shown, section)
    decimals = _digits_shown(number)
    if section.kind == "literal":
        return section.literal, number, decimals
    return format(_rounded(number, decimals), "f"), number, decimals


def _printed(number: Decimal, section: Section) -> tuple[str, Decimal, int]:
    text = format(_rounded(number, section.most), "f")
    decimals = section.most
    while decimals > section.least and text.endswith("0"):
        text, decimals = text[:-1], decimals - 1
    if section.width == 1 and not section.percent:
        return text.removesuffix("."), number, decimals
    text = text.removesuffix(".")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    if section.width > 1:
        whole, mark, fraction = digits.partition(".")
        digits = whole.rjust(section.width, "0") + mark + fraction
    elif section.width == 0 and digits == "0":
        digits = ""
    return f"{sign}{digits}%" if section.percent else sign + digits, number, decimals


def _rounded(number: Decimal, decimals: int) -> Decimal:
    rounded = number.quantize(_place(decimals), ROUND_HALF_UP, WIDE)
    return rounded if rounded else abs(rounded)


@cache
def _place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _digits_shown(number: Decimal) -> int:
    """Decimals without a format: as many as the number has, within the fifteen digits that a spreadsheet shows."""
    plain = number.normalize(Context(prec=_MOST_DIGITS, rounding=ROUND_HALF_UP))
    return max(0, -int(plain.as_tuple().exponent))


def date_kind(code: str) -> str:
    """The letters of a date format (`yyyy`, `dd.mm.yyyy`), "" where the format is of numbers."""
    section = sections_of(code)[0]
    return section.pattern if section.kind == "date" else ""


def show_date(serial: Decimal, pattern: str, since_1904: bool) -> str:
    """A date in ISO form; the bare year where that is all that the format shows; "" for no day of the calendar."""
    seconds = int((serial * 86_400).to_integral_value(ROUND_HALF_UP))
    if "y" not in pattern and "d" not in pattern and abs(serial) < 1:
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}" if seconds >= 0 else ""
    # Excel counts a 29 February 1900 that never was: days before it lie one later.
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    try:
        moment = epoch + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    if set(re.sub("[^a-z]", "", pattern)) == {"y"}:
        return f"{moment.year}"
    return moment.date().isoformat() if seconds % 86_400 == 0 else moment.isoformat()

"""How a document writes its numbers, and how wide a text is on a terminal."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

NO_BREAK = "\u00a0"
_EXACT = Context(prec=80)
_GROUPED = re.compile(r"\d[ ']\d{3}(?!\d)")
_ENGLISH = re.compile(r"\d,\d{3}(?:\.\d|,\d{3})")
_UNGROUPED = re.compile(r"(?<![\d.,])\d{4}")
_MARK = re.compile(r"\d([.,])\d+\D*$")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Notation:
    """thousands: what stands between thousands, "" for nothing. mark: the decimal mark."""

    thousands: str
    mark: str


def notation(printed: Iterable[str], lang: str) -> Notation:
    """The notation that figures were printed in; where they do not show it, the habit of `lang`."""
    texts = [_BLANKS.sub(" ", text.strip()) for text in printed]
    if any(_ENGLISH.search(text) for text in texts):
        return Notation(",", ".")
    marks = [found[1] for text in texts if (found := _MARK.search(text))]
    mark = marks[0] if marks else ("," if lang == "ru" else ".")
    if any(_GROUPED.search(text) for text in texts):
        return Notation(NO_BREAK, mark)
    long = any(_UNGROUPED.search(text) for text in texts)
    return Notation("" if long else NO_BREAK, mark)


def exact(value: Decimal, decimals: int) -> str:
    """`value` with a point and at least `decimals` digits behind it; with more where it needs them, never an exponent.

    Zeros behind the last digit that counts come from the ledger's minor unit, not from the document.
    """
    shortest = value.normalize(_EXACT)
    exponent = shortest.as_tuple().exponent
    needed = max(decimals, -exponent if isinstance(exponent, int) else 0, 0)
    digits = f"{shortest:.{needed}f}"
    return digits.removeprefix("-") if not shortest else digits


def written(value: Decimal, decimals: int, style: Notation, signed: bool = False) -> str:
    """`value` in the document's own notation; `signed` shows a plus as well."""
    digits = exact(value, decimals)
    sign = "-" if digits.startswith("-") else "+" if signed and value else ""
    whole, _, fraction = digits.removeprefix("-").partition(".")
    return sign + f"{int(whole):,}".replace(",", style.thousands) + (style.mark + fraction if fraction else "")


def squeezed(text: str) -> str:
    """One line without breaks or runs of blanks; blanks inside a number stay whole."""
    return re.sub(r"(?<=\d) (?=\d)", NO_BREAK, _BLANKS.sub(" ", text).strip())


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: wide signs take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Cf")
        else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )  # fmt: skip


def cut(text: str, limit: int) -> str:
    """`text` in at most `limit` columns, its end replaced by «…» where it is longer."""
    if width(text) <= limit:
        return text
    kept, taken = "", 0
    for sign in text:
        taken += width(sign)
        if taken > limit - 1:
            break
        kept += sign
    return kept.rstrip() + "…"


def cut_front(text: str, limit: int) -> str:
    """`text` in at most `limit` columns, its beginning replaced by «…» where it is longer."""
    return text if width(text) <= limit else "…" + cut(text[::-1], limit)[:-1][::-1]


def pad(text: str, to: int, left: bool = False) -> str:
    """`text` with blanks up to `to` columns, in front of it where `left` is set."""
    blanks = " " * max(0, to - width(text))
    return blanks + text if left else text + blanks


def terminal_width() -> int:
    """Columns to write in: those of the terminal, between 80 and 140."""
    return min(140, max(80, shutil.get_terminal_size((100, 24)).columns))

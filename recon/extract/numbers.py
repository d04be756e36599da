"""How a printed number is read: one strict grammar, an exact decimal or a typed refusal, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from recon.model.amount import WIDE, Reading, State, is_ordinary, ordinary
from recon.model.document import Cell

_DIGIT = re.compile("[0-9]")
BLANK = Reading(State.BLANK, None, 0, "")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\n ]+")
_DASHES = re.compile("[‐‑‒–—―−-]")
_MARK = re.compile(r"\s*([*¹²³⁰⁴-⁹]+\)?|\[\d+\]|<(?:\*+|\d+)>)$")
#: a line end between digits: two numbers one below the other, or one that was broken
_STACKED = re.compile(r"\d[ \t]*\n\s*\d")
#: a narrow column ends the line before the decimal mark: what follows is no number by itself
_TORN = re.compile(r"(\d)[ \t]*\n\s*([.,]\d+)(?=\s*\Z)")
_CURRENCY = re.compile(r"\A[$£€] ?")
_ONLY_DASHES = re.compile(r"-(?: ?-)*")
_NOT_APPLICABLE = frozenset("xх×")
#: groups by blanks (or none), a decimal comma or point, perhaps with a blank after the comma
_PLAIN = re.compile(r"(\d+(?: \d{3})*)(?:[.,] ?(\d+))?")
#: 1,234,567.89 and 1.234.567,89 and 1'234.5: a second mark, or a repeated one, tells thousands from decimals
_MARKED = re.compile(
    r"(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:,\d{3}){2,})|(\d{1,3}(?:\.\d{3})+),(\d+)"
    r"|(\d{1,3}(?:\.\d{3}){2,})|(\d{1,3}(?:['’]\d{3})+)(?:[.,](\d+))?"
)
#: what a number in prose looks like; used to find it, the grammar above to read it
_IN_PROSE = re.compile(
    r"(?<![\w.,/№])(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}(?!\.\d)"
    r"|\d+(?:[ \u00a0\u2009\u202f]\d{3})*(?:[.,] ?\d+)?)(?![\d/_])"
)


def read_number(text: str) -> Reading:
    """Read one cell or word as a number.

    Known: blanks or nothing between thousands, decimal comma or point, a minus as hyphen, dash or brackets,
    a footnote mark behind the number. Zero, blank, dash, «x» and «…» come back as different states.
    """
    raw = text.strip()
    return ordinary(raw) or _unusual(raw)


@lru_cache(maxsize=65536)
def _unusual(raw: str) -> Reading:
    """Read once: a cell is asked about several times on its way (is this a head, a total, a figure?)."""
    if "\n" in raw and (torn := _TORN.search(raw)) is not None:
        raw = raw[: torn.start()] + torn[1] + torn[2]
    plain = _DASHES.sub("-", _BLANKS.sub(" ", raw)).strip()
    if not plain:
        return Reading(State.BLANK, None, 0, raw)
    if _ONLY_DASHES.fullmatch(plain):
        return Reading(State.NIL, Decimal(0), 0, raw)
    if plain.lower() in _NOT_APPLICABLE:
        return Reading(State.NOT_APPLICABLE, None, 0, raw)
    if plain in {"…", "..."}:
        return Reading(State.LEFT_OUT, None, 0, raw)
    if _STACKED.search(raw):
        return Reading(State.UNREADABLE, None, 0, raw, "", "number.two-lines")
    mark = ""
    found = _MARK.search(plain)
    if found and found.start() > 0:
        mark, plain = found[1], plain[: found.start()]
    negative = False
    if plain.startswith("(") and plain.endswith(")"):
        negative, plain = True, plain[1:-1].strip()
    elif plain.startswith(("-", "+")):
        negative, plain = plain[0] == "-", plain[1:].strip()
    digits, fraction = _digits(_CURRENCY.sub("", plain))
    if digits is None:
        why = "number.letters" if any(c.isalpha() for c in plain) else "number.shape"
        return Reading(State.UNREADABLE, None, 0, raw, mark, why)
    value = Decimal(f"{digits}.{fraction}" if fraction else digits)
    return Reading(State.STATED, -value if negative else value, len(fraction), raw, mark)


def _digits(plain: str) -> tuple[str | None, str]:
    found = _PLAIN.fullmatch(plain)
    if found:
        return found[1].replace(" ", ""), found[2] or ""
    found = _MARKED.fullmatch(plain)
    if not found:
        return None, ""
    whole = found[1] or found[3] or found[4] or found[6] or found[7]
    fraction = found[2] or found[5] or found[8] or ""
    return re.sub(r"[,.'’]", "", whole), fraction


def read_cell(cell: Cell) -> Reading:
    """Read a cell: by its exact value at the digits that its format shows, else by its text."""
    if cell.number is None:
        reading = read_number(cell.text)
        if cell.mark and not reading.mark:
            return reading._replace(mark=cell.mark)
        return reading
    if cell.decimals is None:
        exponent = cell.number.normalize().as_tuple().exponent
        decimals = max(0, -int(exponent))
        return Reading(State.STATED, cell.number, decimals, cell.text, cell.mark)
    shown = cell.number.quantize(Decimal(1).scaleb(-cell.decimals), ROUND_HALF_UP, WIDE)
    return Reading(State.STATED, shown, cell.decimals, cell.text, cell.mark)


def printed_as(text: str) -> Reading | str:
    """A text as a figure holds it: an ordinary number stays text, all else is read."""
    plain = text.strip()
    return plain if is_ordinary(plain) else read_number(text) if plain else BLANK


def printed_in(cell: Cell) -> Reading | str:
    """A cell as a figure holds it."""
    return printed_as(cell.text) if cell.number is None and not cell.mark else read_cell(cell)


def numbers_in(prose: str) -> Iterator[re.Match[str]]:
    """What looks like a number in prose, in order."""
    at = 0
    while (digit := _DIGIT.search(prose, at)) is not None:  # asks less of every sign than the whole expression does
        found = _IN_PROSE.match(prose, digit.start())
        if found is not None:
            yield found
        at = (found or digit).end()


def looks_like_number(text: str) -> bool:
    """Whether a cell holds a number or a declared nil, by the same grammar."""
    if text[:1].isalpha():
        return False  # as most texts that are none
    return read_number(text).state in (State.STATED, State.NIL)

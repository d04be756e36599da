"""How the numbers of one table are written: whether its comma or point parts thousands or decimals.

One cell such as `270,143` can be read two ways; the table that it stands in mostly cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recon.extract.numbers import read_cell, read_number
from recon.model.amount import Reading, is_ordinary, ordinary
from recon.model.document import Cell

_CURRENCY = re.compile(r"[$€£₴₽₸]\s*")
_AROUND = re.compile(r"[()\-–—−+\s]")
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
#: so many plain thousands that a lone point between groups of three can only be one more of them
_BEYOND_DOUBT = 20
#: so many numbers with one mark and three digits, and nothing against it, that the mark parts thousands
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Convention:
    """thousands: the marks that part groups of three digits in this table ("" where only blanks do)."""

    thousands: str = ""

    def read(self, cell: Cell) -> Reading:
        """A cell by its exact value, else by its text in the manner of its table."""
        if cell.number is not None:
            return read_cell(cell)
        text = cell.text.strip()
        if not self.thousands and not cell.mark and (usual := ordinary(text)) is not None:
            return usual
        plain = _CURRENCY.sub("", text).strip()
        if self.thousands:
            groups = rf"(\d{{1,3}}(?:[{re.escape(self.thousands)}]\d{{3}})+)([.,]\d+)?"
            found = re.fullmatch(groups, _AROUND.sub("", plain))
            if found:
                digits = re.sub(r"[.,]", "", found[1]) + (found[2] or "")
                brackets = plain.startswith("(") and plain.endswith(")")
                minus = plain[0] in "-–—−"
                return read_number(f"({digits})" if brackets else "-" * minus + digits)._replace(raw=text)
        return read_number(plain)._replace(raw=text) if plain != text else read_cell(cell)


def convention_of(texts: Iterable[str]) -> Convention:
    """By evidence of all numbers of a table: groups that repeat, decimals of other lengths, leading zeros."""
    listed = [text for text in texts if text]
    bare = ("".join(text.split()) if is_ordinary(text) else _bare(text) for text in listed if not text[0].isalpha())
    numbers = [n for n in bare if n and n[0].isdigit()]
    best, most = "", 0
    for mark, other in ((",", "."), (".", ",")):
        m, o = re.escape(mark), re.escape(other)
        marked = [n for n in numbers if mark in n]
        grouped = re.compile(rf"\d{{1,3}}(?:{m}\d{{3}})+(?:{o}\d+)?").fullmatch
        behind = re.compile(rf"[\d.,]*{m}(?!\d{{3}}$)\d+").fullmatch
        plain = [n for n in marked if grouped(n)]
        sure = sum(n.count(mark) > 1 or other in n for n in plain)
        against = sum(behind(n) is not None for n in marked)
        enough = sure > 0 if against * 10 <= len(plain) else False
        if (enough or (not against and _are_thousands(plain, numbers, listed))) and len(plain) > most:
            best, most = mark, len(plain)
    return Convention(",." if best and _is_damaged(numbers, best) else best)


def _bare(text: str) -> str:
    """A number without what stands about its digits."""
    return _AROUND.sub("", _CURRENCY.sub("", text))


def _are_thousands(plain: list[str], numbers: list[str], texts: list[str]) -> bool:
    """One mark and three digits, and nothing more telling: digits of the other numbers decide, then the language."""
    if len(plain) < _ENOUGH or any(n.startswith("0") for n in plain):
        return False
    if any(n.isdigit() and len(n) > 3 for n in numbers):
        return False
    return not any(_CYRILLIC.search(text) for text in texts)


def _is_damaged(numbers: list[str], mark: str) -> bool:
    """Whether the other mark, wherever it stands, parts groups of three as well: a scan took one for the other."""
    other = "." if mark == "," else ","
    good = sum(other not in n and _GROUPS.fullmatch(n) is not None for n in numbers)
    odd = [n for n in numbers if other in n]
    return good >= _BEYOND_DOUBT and len(odd) * 5 <= good and all(_GROUPS.fullmatch(n) for n in odd)

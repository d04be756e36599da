"""Which figures are meant: patterns for their document, table, code, element, source, period and role.

One form serves the rules that apply to some figures only, the parts that a rule adds up, and the place of a waiver.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from recon.model.period import is_year

#: stands for every single year among the patterns of a period
YEARS = "years"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """Patterns by what they are about; an empty tuple is any. `*` stands for any run of characters.

    document: path or file name. table: `t3`, or a role such as `passport`. code: as printed, "" for the programme.
    element: its name. source: code. period: as in the ledger, or `years`. role: `amount`, or of another column.
    """

    document: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    element: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    role: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """What the scope says something about."""
        return tuple(name for name in NAMES if getattr(self, name))

    def has(self, name: str, *values: str) -> bool:
        """Whether one of these values of `name` is meant."""
        patterns: tuple[str, ...] = getattr(self, name)
        return not patterns or any(_fits(name, pattern, value) for pattern in patterns for value in values)

    def fits(self, values: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether something with these values is meant: each name with the ways to call it."""
        return all(self.has(name, *values.get(name, ("",))) for name in self.named)

    def __str__(self) -> str:
        return ", ".join(f"{name}: {', '.join(getattr(self, name)) or ANY}" for name in self.named)


NAMES = tuple(field.name for field in fields(Scope))


def _fits(name: str, pattern: str, value: str) -> bool:
    if name == "period" and pattern == YEARS:
        return is_year(value)
    if name == "document" and "/" not in pattern:
        value = value.replace("\\", "/").rpartition("/")[2]
    if name == "code":
        pattern, value = pattern.rstrip("."), value.rstrip(".")
    return _expression(plain(pattern)).fullmatch(plain(value)) is not None


@lru_cache(maxsize=4096)
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(piece) for piece in pattern.split(ANY)), re.DOTALL)


def plain(text: str) -> str:
    """As texts are compared: small letters, single blanks, one kind of quote and dash, «ё» as «е»."""
    return " ".join(text.lower().translate(_ALIKE).split())


_ALIKE = str.maketrans({**dict.fromkeys("«»„“”‟", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "ё": "е", "\u00a0": " "})

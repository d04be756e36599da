"""Funding sources: a tree whose addend edges may be added along and whose of-which edges may not."""

from __future__ import annotations

from dataclasses import dataclass

TOTAL = "total"
#: what a code begins with whose money a document states outside the total: `besides/extrabudgetary`
BESIDES = "besides/"
_INSIDE, _OF_WHICH = ":", "/"


def inside(whole: str, part: str) -> str:
    """The code of an addend of a source that the vocabulary does not know."""
    return f"{whole}{_INSIDE}{part}"


def of_which(whole: str, part: str) -> str:
    """The code of money that a document states as a part of another source's line."""
    return f"{whole}{_OF_WHICH}{part}"


@dataclass(frozen=True, slots=True)
class FundingSource:
    """One source of money. edge: `addend`, `of-which` (inside its parent) or `besides` (outside the total)."""

    code: str
    parent: str | None
    edge: str = "addend"
    title_en: str = ""
    title_ru: str = ""


@dataclass(frozen=True, slots=True)
class SourceTree:
    """The sources of a vocabulary by code. A code that it does not know is an addend of the total.

    `regional/federal` is money that a document states as a part of another source's line (an of-which line),
    `besides/federal` money that it states outside the total («кроме того», «справочно»),
    `special-fund:development` an addend of another source than the total.
    """

    sources: dict[str, FundingSource]

    def get(self, code: str) -> FundingSource:
        known = self.sources.get(code)
        if known is not None:
            return known
        if code.startswith(BESIDES):
            return FundingSource(code, None, "besides")
        mark = max(code.rfind(_INSIDE), code.rfind(_OF_WHICH))
        if mark > 0:
            return FundingSource(code, code[:mark], "of-which" if code[mark] == _OF_WHICH else "addend")
        return FundingSource(code, None if code == TOTAL else TOTAL)

    def ancestors(self, code: str) -> list[str]:
        """Codes above `code` along addend edges, nearest first; none for of-which and besides lines."""
        chain: list[str] = []
        source = self.get(code)
        while source.edge == "addend" and source.parent is not None:
            chain.append(source.parent)
            source = self.get(source.parent)
        return chain

"""The activities of each table by their codes, and which tables number the same activities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recon.model.figure import Extraction
from recon.model.locator import Locator

#: so many codes must be in both tables, and be named alike in most, before the others say anything
_FEWEST = 3
_SIMILAR = 12
_TORN = frozenset({"gap.lost-head", "gap.continuation-without-start"})
#: more digits without a point make a code of a classification
_DIGITS = 3


@dataclass(slots=True)
class Named:
    """A code of one table with its name."""

    table: str
    code: str
    name: str
    at: Locator
    words: str = ""


def named_tables(extraction: Extraction) -> list[dict[str, Named]]:
    """Financing first, then indicators by the activity they belong to, then the other tables with codes."""
    roles = {table.id: table.role for table in extraction.tables}
    tables: dict[str, dict[str, Named]] = {}
    for element in extraction.elements:
        code = element.code.strip(" .")
        if code and roles.get(element.table) == "financing":
            tables.setdefault(element.table, {}).setdefault(code, Named(element.table, code, element.name, element.at))
    aimed: dict[str, Named] = {}
    for indicator in extraction.indicators:
        code = indicator.code.strip(" .")
        if code and indicator.element:
            aimed.setdefault(code, Named(indicator.table, code, indicator.element, indicator.at))
    found = [*tables.values(), aimed]
    known = {*tables, *(indicator.table for indicator in extraction.indicators)}
    for outlined in extraction.outline().tables:
        if outlined.id not in known:
            own: dict[str, Named] = {}
            for row in outlined.rows:
                if row.code and row.name:
                    code = row.code.strip(" .")
                    own.setdefault(code, Named(outlined.id, code, row.name, row.at, " ".join(row.texts)))
            found.append(own)
    return [table for table in found if len(table) >= _FEWEST and not _classifies(table)]


def _classifies(table: Mapping[str, Named]) -> bool:
    """Codes of a budget classification name what the money is for, and several rows may share one."""
    return sum(code.replace(" ", "").isdigit() and len(code) > _DIGITS for code in table) * 2 > len(table)


def torn_tables(extraction: Extraction) -> set[str | None]:
    """Tables of which a page is missing: what stood on it is not known."""
    return {gap.at.table for gap in extraction.gaps if gap.kind in _TORN}


def same_numbering(one: Mapping[str, Named], other: Mapping[str, Named]) -> bool:
    """Whether two tables speak of the same activities: most codes that both have begin their names alike."""
    both = [code for code in one if code in other]
    alike = sum(_begins(one[code].name) == _begins(other[code].name) for code in both)
    return len(both) >= _FEWEST and alike >= _FEWEST and alike * 2 > len(both)


def _begins(name: str) -> str:
    """The last words of a name tell it as well as the first; a torn name has the first ones only."""
    plain = "".join(filter(str.isalpha, name.lower().replace("ё", "е")))
    for word in ("основноемероприятие", "мероприятие", "подпрограмма", "кт"):
        plain = plain.removeprefix(word)
    return plain[:_SIMILAR]

"""Sums stated in prose: each amount with the source and the year that the words before it name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recon.extract.numbers import IN_PROSE, read_number
from recon.extract.wording import Wording
from recon.model.amount import Reading, State
from recon.model.period import TOTAL
from recon.model.source import BESIDES, of_which
from recon.model.source import TOTAL as ALL_SOURCES

_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)\s*(?:год\w*|гг?\b\.?|\Z|(?=\W*\Z))")
_SPAN = re.compile(r"((?:19|20)\d\d)\s*(?:год\w*|гг?\.?)?\s*(?:-|по)\s*((?:19|20)\d\d)\s*(?:год\w*|гг?\b)")
_IS_YEAR = re.compile(r"\s*(?:год|гг?\b|-\s*(?:19|20)\d\d)")
#: signs that mean a path in a source's code
_NO_PATH = str.maketrans("/:", "  ")
_LONGEST_UNIT = 40
_PRICE_YEAR = re.compile(r"\D{0,20}((?:19|20)\d\d)")
_LEADING = ' \t\n,;.:()-—*"«»'
_FLAT = str.maketrans(
    {
        "ё": "е",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\n": " ",
        "\t": " ",
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("«»„“”‟", '"'),
    }
)


@dataclass(slots=True)
class StatedSum:
    """One amount of a statement. start, end: the characters of its number; after: where its unit ends.

    span: the years that a total's own words name, "" where they name none.
    """

    reading: Reading
    unit: str
    start: int
    end: int
    after: int
    source: str = ALL_SOURCES
    period: str = TOTAL
    source_name: str = ""
    span: str = ""


@dataclass(slots=True)
class _Item:
    """An amount with what its own words name, before nesting fills in the rest."""

    sum: StatedSum
    year: str
    source: str
    opens: bool  # its words begin with «в том числе», «из них» or a colon: it is inside the one before

    @property
    def kind(self) -> str:
        if self.year:
            return "mixed" if self.source and self.source != ALL_SOURCES else "year"
        return "source" if self.source and self.source != ALL_SOURCES else "total"


def flat(text: str) -> str:
    """Lower case with one kind of blank, dash and quote, character for character: positions stay true."""
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(_FLAT)


def stated_sums(text: str, inherited_unit: str, words: Wording) -> list[StatedSum]:
    """All amounts of a statement, each with its source and period; in the order of the text.

    inherited_unit: the unit that the statement's heading names, for amounts without one of their own.
    """
    plain = flat(text)
    sums = _amounts(plain, inherited_unit, words)
    items = _items(plain, sums, words)
    _nest(items, words)
    return sums


def _amounts(plain: str, inherited_unit: str, words: Wording) -> list[StatedSum]:
    found: list[StatedSum] = []
    for match in IN_PROSE.finditer(plain):
        if _IS_YEAR.match(plain, match.end()) and re.fullmatch(r"(?:19|20)\d\d", match[0]):
            continue
        end = match.end()
        while end < len(plain) and plain[end] in "* ":
            end += 1
        glued = plain[match.end() : match.end() + 1].isalpha()
        if glued:  # «814,6тыс. рублей»
            unit, length = words.unit_at(plain[end : end + _LONGEST_UNIT], 0)
            end += length
        else:
            unit, end = words.unit_at(plain, end)
        if not unit:
            if glued or not inherited_unit or not re.search(r"[-:]\s*\Z", plain[: match.start()]):
                continue
            unit, end = inherited_unit, match.end()
        start = match.start()
        reading = read_number(plain[start : match.end()])
        if reading.state is State.STATED:
            found.append(StatedSum(reading, unit, start, match.end(), end))
    return found


def _items(plain: str, sums: list[StatedSum], words: Wording) -> list[_Item]:
    """The words that belong to each amount: those before it, or behind it where amounts come first."""
    before = [plain[(sums[i - 1].after if i else 0) : s.start] for i, s in enumerate(sums)]
    after = [plain[s.after : (sums[i + 1].start if i + 1 < len(sums) else len(plain))] for i, s in enumerate(sums)]
    items: list[_Item] = []
    behind = False
    for i, stated in enumerate(sums):
        if i and not behind and not _names(before[i], words) and _names(_clause(after[i]), words):
            behind = True
        label = _clause(after[i]) if behind else before[i]
        opener = before[i] if not behind or not items or _opens(before[i], words) else ""
        source = words.source_of(label.strip(_LEADING))
        outside = _outside(label, words)
        if outside is not None:
            source = BESIDES + (source if source not in ("", ALL_SOURCES) else outside)
        item = _Item(stated, _year(_without_prices(label, words)), source, _opens(opener, words))
        stated.source_name = label.strip(_LEADING)
        stated.span = "" if item.year else _span(label)
        items.append(item)
    return items


def _without_prices(label: str, words: Wording) -> str:
    """Without the year whose prices the amounts are in: it is no year of theirs."""
    for priced in words.every("prices", label):
        year = _PRICE_YEAR.match(label, priced.end())
        if year:
            label = label[: year.start(1)] + " " * 4 + label[year.end(1) :]
    return label


def _clause(text: str) -> str:
    """Up to where the next amount's own words begin."""
    return re.split(r"[,;.]", text, maxsplit=1)[0]


def _names(label: str, words: Wording) -> bool:
    return bool(_year(label) or words.source_of(label.strip(_LEADING)))


def _year(label: str) -> str:
    """The last single year that a label names; a span of years names the total."""
    spans = list(_SPAN.finditer(label))
    years = [y for y in _YEAR.finditer(label) if not any(s.start() <= y.start() < s.end() for s in spans)]
    if not years or (spans and spans[-1].start() > years[-1].start()):
        return ""
    return years[-1][1]


def _span(label: str) -> str:
    spans = [f"{span[1]}-{span[2]}" for span in _SPAN.finditer(label) if span[1] < span[2]]
    return spans[-1] if spans else ""


def _opens(label: str, words: Wording) -> bool:
    return label.lstrip(" *).").startswith(":") or words.begins("of-which", label.strip(_LEADING)) is not None


def _outside(label: str, words: Wording) -> str | None:
    """What follows «кроме того» or «справочно», None where a label does not begin so."""
    start = label.strip(_LEADING)
    begun = next((found for kind in ("besides", "for-reference") if (found := words.begins(kind, start))), None)
    return None if begun is None else start[begun.end() :].strip(_LEADING)


def _nest(items: list[_Item], words: Wording) -> None:
    """Fill in what an amount inherits from those that it stands inside of."""
    stack: list[_Item] = []
    for i, item in enumerate(items):
        following = items[i + 1] if i + 1 < len(items) else None
        years = [known.year for known in stack if known.year]
        lists_years = following is not None and following.kind == "year"
        # Years that begin anew after a source are the source's own, also where no «в том числе» says so.
        lists_years &= following is not None and (following.opens or bool(years and following.year <= years[-1]))
        _climb(stack, item, lists_years=lists_years)
        _inherit(item, stack, words)
        stack.append(item)


def _climb(stack: list[_Item], item: _Item, *, lists_years: bool) -> None:
    """Leave on the stack only the items that this one stands inside of."""
    if _is_inside(item, stack):
        return
    if item.kind in ("total", "mixed"):
        stack.clear()
    elif item.kind == "year":
        _pop_through(stack, "year")
    else:
        if lists_years:
            _pop_through(stack, "year")
        if not item.opens:
            _pop_through(stack, "source")
        elif lists_years and stack and stack[-1].kind == "source" and item.source == stack[-1].source:
            stack.pop()


def _is_inside(item: _Item, stack: list[_Item]) -> bool:
    """«Из них 10 тыс. рублей в виде субсидий»: an amount without a name is of the source before it."""
    return item.opens and not item.source and not item.year and bool(stack) and stack[-1].kind == "source"


def _pop_through(stack: list[_Item], kind: str) -> None:
    """Drop the lowest item of this kind and all above it, where there is one."""
    at = next((i for i, known in enumerate(stack) if known.kind == kind), None)
    if at is not None:
        del stack[at:]


def _inherit(item: _Item, stack: list[_Item], words: Wording) -> None:
    outer_sources = [known.source for known in stack if known.source and known.source != ALL_SOURCES]
    years = [known.year for known in stack if known.year]
    if _is_inside(item, stack):
        item.source = of_which(stack[-1].sum.source, item.sum.source_name.translate(_NO_PATH) or "?")
        item.sum.source, item.sum.period = item.source, stack[-1].sum.period
        return
    item.sum.period = item.year or (years[-1] if years else TOTAL)
    source = item.source or (outer_sources[-1] if outer_sources else ALL_SOURCES)
    if item.source and outer_sources and item.source != outer_sources[-1]:
        tree = words.vocabulary.source_tree
        whole = outer_sources[-1]
        if whole not in tree.ancestors(source) and tree.get(source).parent != whole:
            source = f"{whole}/{source}"
    item.sum.source = source

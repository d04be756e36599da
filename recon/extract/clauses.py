"""What the words of one amount name: a year or a stage, a source, a part of the programme, or the total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from recon.extract.prose_amounts import ProseAmount
from recon.extract.said_periods import all_years, period_said
from recon.extract.wording import Wording
from recon.extract.words_behind import (
    LEADING,
    first_words,
    goes_back,
    is_empty,
    is_named_behind,
    opens_list,
    take_sources_behind,
)
from recon.model.period import years_of
from recon.model.source import BESIDES
from recon.model.source import TOTAL as ALL_SOURCES

_PRICE_YEAR = re.compile(r"\D{0,20}((?:19|20)\d\d)")
#: a colon, a semicolon or the end of a sentence parts clauses; «т.ч.» and «2024 г.» do not
_CLAUSE_END = re.compile(r":|;|(?<=[\w)\"]{4})\.(?=\s|\Z)|(?<=\")\.")
_BRACKETED = re.compile(r"\s*\(([^()\d]*)\)")
_LEADS_TO_AMOUNT = re.compile(
    r"(?:\A|\s)(?:в (?:сумме|размере|объеме)|на сумму|составля\w+|составит|на|в|по|-)\Z"
)
_LEADING_BRACKETS = re.compile(r"\A\s*\([^()]*\)")
_EACH = re.compile(r"(?:\A|\s)по\s*\Z")
_AND = re.compile(r"\s*(?:и|та|і|й|and)\s")
_TRAILING_AND = re.compile(r"\s+(?:и|та|and)\Z")
#: «Средства областного бюджета.» heads what follows; a longer sentence that names a source is about itself
_LONGEST_HEADING = 60


class Kind(Enum):
    SOURCE = "source"
    PERIOD = "period"
    PART = "part"


@dataclass(slots=True)
class Said:
    """What an amount's own words say, before nesting fills in the rest.

    named: what they name, outer first; a period is a year, a span, or a stage without years (`?name`).
    mark: the sign before them; depth: of their number in a list («1)» 1, «1.1.» 2), 0 for none.
    opens: they begin with «в том числе», «из них» or a colon.
    of_total: they go back to the whole («из общего объема»). headed: the clause before that names the source of a list.
    grand: they name a total; assumed: only their place says so. volume: with words that begin a statement.
    span: the years of a total. years: those that each have this amount («по 100,0 ежегодно»). joined: by «и» alone.
    outside: they begin with «кроме того», «справочно»; outside_list: so does what follows in the sentence.
    """

    named: list[tuple[Kind, str]] = field(default_factory=list)
    name: str = ""
    mark: str = ""
    depth: int = 0
    opens: bool = False
    of_total: bool = False
    headed: str = ""
    grand: bool = False
    assumed: bool = False
    volume: bool = False
    span: str = ""
    years: list[str] = field(default_factory=list)
    each: bool = False
    joined: bool = False
    outside: bool = False
    outside_list: bool = False

    def value(self, kind: Kind) -> str:
        return next((value for one, value in self.named if one is kind), "")


def said_of(plain: str, amounts: list[ProseAmount], depths: dict[int, int], words: Wording) -> list[Said]:
    """The words that belong to each amount: those before it, or behind it where amounts come first.

    depths: of the numbers of list items, by where they stand.
    """
    if not amounts:
        return []
    begins = [0, *(a.after for a in amounts)]
    before = [plain[(amounts[i - 1].after if i else 0) : a.begins] for i, a in enumerate(amounts)]
    ends = [a.begins for a in amounts[1:]] + [len(plain)]
    after = [plain[a.after : end] for a, end in zip(amounts, ends, strict=True)]
    qualified = take_sources_behind(before, after, words)
    found: list[Said] = []
    behind = False
    for i in range(len(amounts)):
        if behind and goes_back(before[i], after[i], words):
            behind, before[i] = False, before[i][len(first_words(before[i])) :]
        behind = behind or (i > 0 and is_named_behind(before[i], first_words(after[i]), words))
        if behind:
            said = _said(first_words(after[i]), before[i] if opens_list(before[i], words) else "", words)
        else:
            said = _said(before[i], before[i], words)
            _take_brackets(said, after[i], words)
        said.depth = next((depths[at] for at in reversed(depths) if begins[i] <= at < amounts[i].start), 0)
        own = before[i]
        if i and found[-1].each and words.has("each-year", first_words(own)):
            own = own[len(first_words(own)) :]  # «… по 100,0 ежегодно, всего 400,0» says it of the amount before
        said.each = _is_yearly(own, after[i], words)
        found.append(said)
    _qualify(found, qualified)
    first = found[0]
    if not first.volume and first.value(Kind.SOURCE) == first.name and len(found) > 1 and found[1].opens:
        # «изъятия из областного бюджета и бюджетов городов …, в том числе:»: whom it touches is told by the list
        first.named, first.assumed, first.grand = [], True, True
    is_item = first.depth > 0 and any(said.depth == first.depth for said in found[1:])
    if not first.volume and not first.outside and not is_item and all(kind is Kind.PART for kind, _ in first.named):
        # «составляет 56 тысяч рублей»: what a statement begins with is its total, unless it is one of a list
        listed = len(found) > 1 and found[1].opens and bool(found[1].value(Kind.SOURCE) or found[1].value(Kind.PERIOD))
        first.named, first.assumed, first.grand = [], not (first.grand or listed), True
    return found


def _qualify(found: list[Said], qualified: dict[int, str]) -> None:
    """Amounts with a source told behind them. Where no other source is named, all is of that one: it parts nothing."""
    if len({said.value(Kind.SOURCE) for said in found}.union(qualified.values()) - {""}) < 2:
        return
    for i, source in qualified.items():
        if not found[i].value(Kind.SOURCE):
            found[i].named = [(Kind.SOURCE, source), *(one for one in found[i].named if one[0] is Kind.PERIOD)]
            found[i].grand = False


def _said(label: str, opener: str, words: Wording) -> Said:
    opener = _LEADING_BRACKETS.sub("", opener)
    label = _without_prices(label, words)
    label, outside, outside_list = _without_outside(label, words)
    clauses = [each for each in _clauses(label) if not is_empty(each[0], words)] or [(label, False)]
    said = _clause(clauses[-1][0], words)
    begins_statement = said.volume
    for clause, ends_sentence in reversed(clauses[:-1]):
        lead = _clause(clause, words)
        if begins_statement and ends_sentence and len(clause.strip(LEADING)) > _LONGEST_HEADING:
            # «… осуществляется за счет средств областного бюджета. Общий объем – …»: the whole, not that source
            lead.named = [(kind, value) for kind, value in lead.named if kind is not Kind.SOURCE]
        _lead(said, lead)
    said.opens = opens_list(opener, words)
    said.mark = next(iter(re.findall(r"[,;.\n]", opener[: len(opener) - len(opener.lstrip(" ;,.\n)*\""))])), "")
    said.joined = _AND.match(opener) is not None
    said.of_total = words.begins("of-the-whole", opener.strip(LEADING)) is not None
    said.outside, said.outside_list = outside, outside_list
    if outside:
        code = said.value(Kind.SOURCE) or said.name
        rest = [(kind, value) for kind, value in said.named if kind is Kind.PERIOD]
        said.named = [(Kind.SOURCE, BESIDES + code.removeprefix(BESIDES)), *rest]
    return said


def _clauses(label: str) -> list[tuple[str, bool]]:
    """The clauses of a label, each with whether it ends a sentence."""
    found: list[tuple[str, bool]] = []
    start = 0
    for end in _CLAUSE_END.finditer(label):
        found.append((label[start : end.start()], end[0] == "."))
        start = end.end()
    return [*found, (label[start:], False)]


def _clause(clause: str, words: Wording) -> Said:
    """What one clause names, in the order of its words."""
    said = Said()
    begun = words.begins("of-which", clause.strip(LEADING))
    plain = clause.strip(LEADING)[begun.end() :] if begun else clause
    said.name = _plain_name(plain)
    said.volume = words.has("statement", clause)
    said.grand = said.volume or words.source_of(plain.strip(LEADING)) == ALL_SOURCES
    said.years = all_years(plain)
    sources = _sources(plain, words)
    period, at = period_said(plain, words)
    stage = words.has("stage", plain)
    if len(sources) == 1 or (sources and not said.grand):
        said.named.append((Kind.SOURCE, sources[0][0] if len(sources) == 1 else said.name))
        said.grand = False
    spans = len(years_of(period)) > 1 and not stage
    if period and spans and (said.grand or said.named):
        said.span = period
    elif period:
        # «областной бюджет в 2024 году» is a year of the source, «2024 год, областной бюджет» a source of the year
        first = bool(sources) and at < sources[0][1]
        said.named.insert(0 if first else len(said.named), (Kind.PERIOD, period))
        said.grand = False
    elif stage and (said.volume or not said.named):  # «объем финансирования за счет местного бюджета на I этапе»
        said.named.append((Kind.PERIOD, f"?{said.name}"))
        said.grand = False
    if not said.named and not said.grand and re.search(r"[^\W\d]{2}", said.name):
        said.named.append((Kind.PART, said.name))
    return said


def _lead(said: Said, lead: Said) -> None:
    """Take over from a clause before what the amount's own clause does not say itself."""
    said.volume |= lead.volume
    said.span = said.span or lead.span
    source, period = lead.value(Kind.SOURCE), lead.value(Kind.PERIOD)
    if source and not said.value(Kind.SOURCE):
        said.named.insert(0, (Kind.SOURCE, source))
        said.grand, said.headed = False, lead.name
    own = said.value(Kind.PERIOD)
    if len(years_of(period)) > 1 and not own:
        said.span = said.span or period
    elif period and (not own or (own != period and set(years_of(own)) <= set(years_of(period)))):
        said.named.insert(0, (Kind.PERIOD, period))
        said.grand = False


def _sources(clause: str, words: Wording) -> list[tuple[str, int]]:
    """The different sources that a clause names, with their places: «средства федерального и областного бюджетов»."""
    found: dict[str, int] = {}
    at = 0
    pieces = re.split(r"(,|\bи\b|\bта\b|\band\b)", re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), clause))
    for n, piece in enumerate(pieces):
        stripped = piece.strip(LEADING)
        code = words.source_of(stripped)
        joined = n + 1 < len(pieces) and pieces[n + 1] != ","
        if code in ("", ALL_SOURCES) and stripped and (joined or n + 1 < len(pieces)):
            code = words.source_of(stripped.split()[-1])
        if code and code != ALL_SOURCES:
            found.setdefault(code, at)
        at += len(piece)
    if not found:
        code = words.source_of(clause.strip(LEADING))
        if code and code != ALL_SOURCES:
            found[code] = 0
    return list(found.items())


def _take_brackets(said: Said, after: str, words: Wording) -> None:
    """«2024 год – 100,0 тыс. рублей (областной бюджет)»."""
    bracketed = _BRACKETED.match(after)
    if bracketed and not said.value(Kind.SOURCE):
        code = words.source_of(bracketed[1].strip(LEADING))
        if code and code != ALL_SOURCES and not words.begins("of-which", bracketed[1].strip(LEADING)):
            said.named = [one for one in said.named if one[0] is not Kind.PART]
            said.named.append((Kind.SOURCE, code))


def _is_yearly(before: str, after: str, words: Wording) -> bool:
    first = first_words(after)
    return words.has("each-year", _CLAUSE_END.split(before)[-1]) or words.has("each-year", first) or bool(
        _EACH.search(before.rstrip("- "))
    )


def _without_prices(label: str, words: Wording) -> str:
    """Without the year whose prices the amounts are in: it is no year of theirs."""
    for priced in words.every("prices", label):
        year = _PRICE_YEAR.match(label, priced.end())
        if year:
            label = label[: year.start(1)] + " " * 4 + label[year.end(1) :]
    return label


def _without_outside(label: str, words: Wording) -> tuple[str, bool, bool]:
    """A label without the «кроме того» or «справочно» that its last sentence begins with."""
    start = 0
    for piece in [*re.finditer(r"[.;\n]\s*|\A", label)]:
        rest = label[piece.end() :]
        stripped = rest.lstrip(LEADING)
        begun = next((found for kind in ("besides", "for-reference") if (found := words.begins(kind, stripped))), None)
        if begun is not None:
            start = len(label) - len(stripped) + begun.end()
            return label[start:], True, label[start:].lstrip().startswith(":")
    return label, False, False


def _plain_name(clause: str) -> str:
    """A name without the words that lead to its amount."""
    plain = " ".join(clause.strip(LEADING).split())
    plain = _TRAILING_AND.sub("", plain)
    while (shorter := _LEADS_TO_AMOUNT.sub("", plain)) != plain:
        plain = shorter.rstrip(LEADING)
    return plain.strip(LEADING)

"""Sums stated in prose: each amount with the source, the year and the part that the words around it name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from recon.extract.clauses import Said, said_of
from recon.extract.nesting import POLICIES, Place, Policy, places_of
from recon.extract.prose_amounts import ProseAmount, amounts_of, flat, without_list_marks
from recon.extract.slips import is_slip
from recon.extract.wording import Wording
from recon.model.amount import Reading, State
from recon.model.period import TOTAL, is_year, years_of
from recon.model.source import TOTAL as ALL_SOURCES


@dataclass(slots=True)
class StatedSum:
    """One amount of a statement. start, end: the characters of its number; after: where its unit ends.

    part: the names of the parts of the programme that it belongs to, outer first.
    span: the years that a total's own words name, "" where they name none. grand: its words name a total.
    headed: the heading that names its source.
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
    part: tuple[str, ...] = ()
    role: str = "amount"
    grand: bool = False
    headed: str = ""

    @property
    def key(self) -> tuple[tuple[str, ...], str, str, str]:
        return self.part, self.source, self.period, self.role


def stated_sums(text: str, inherited_unit: str, words: Wording) -> list[StatedSum]:
    """All amounts of a statement as its words are usually meant; in the order of the text.

    inherited_unit: the unit that the statement's heading names, for amounts without one of their own.
    """
    return next(readings(text, inherited_unit, words))


def readings(text: str, inherited_unit: str, words: Wording) -> Iterator[list[StatedSum]]:
    """The ways in which a statement can be read, the usual one first; sums decide between them."""
    plain, depths = without_list_marks(flat(text))
    unit = inherited_unit or _unit_before(plain, words)
    amounts = amounts_of(plain, unit, words)
    items = said_of(plain, amounts, depths, words)
    amounts, items = _named(amounts, items)
    known: list[list[object]] = []
    for policy in POLICIES:
        sums = _sums(amounts, items, policy, words)
        keys: list[object] = [(*one.key, one.start) for one in sums]
        if keys not in known:
            known.append(keys)
            yield sums
            ended = _ended_by_sums(sums)
            if ended is not None:
                yield ended


def _ended_by_sums(sums: list[StatedSum]) -> list[StatedSum] | None:
    """«Доходы – 9, в том числе: налоги – 5; трансферты – 4; затраты – 8»: a list that nothing marks is at its end where
    its sum is reached, or lies a slip away from it. None where no list goes on behind its sum."""
    for n, whole in enumerate(sums):
        if not whole.part or whole.reading.value is None:
            continue
        behind = [s for s in sums[n + 1 :] if s.part[:-1] == whole.part and s.period == whole.period]
        ends = _reaches(whole.reading.value, [s.reading.value or Decimal(0) for s in behind])
        if 0 < ends < len(behind):
            out = {s.start for s in behind[ends:]}
            return [replace(s, part=(*whole.part[:-1], s.part[-1])) if s.start in out else s for s in sums]
    return None


def _reaches(whole: Decimal, parts: list[Decimal]) -> int:
    """How many parts of two or more that are not zero make up the whole, or all but a slip of it; 0 where none do."""
    total, told = Decimal(0), 0
    for n, part in enumerate(parts, start=1):
        total, told = total + part, told + (part != 0)
        places = max(0, *(-int(value.normalize().as_tuple().exponent) for value in (whole, total)))
        near = is_slip(int(whole.scaleb(places)), int(total.scaleb(places)))
        if told > 1 and part and (total == whole or near):
            return n
    return 0


def _unit_before(plain: str, words: Wording) -> str:
    """«Объем финансирования, тыс. рублей: 2024 год – 35,0»: a unit that stands before every number."""
    colon = plain.find(":")
    return words.unit_of(plain[:colon]) if colon >= 0 and not any(c.isdigit() for c in plain[:colon]) else ""


def _named(amounts: list[ProseAmount], items: list[Said]) -> tuple[list[ProseAmount], list[Said]]:
    """Without what was taken for an amount by its place alone and names neither year nor source."""
    kept = [
        (amount, item)
        for amount, item in zip(amounts, items, strict=True)
        if not amount.assumed or item.named or (item.grand and amount.reading.state is State.STATED)
    ]
    return [amount for amount, _ in kept], [item for _, item in kept]


def _sums(amounts: list[ProseAmount], items: list[Said], policy: Policy, words: Wording) -> list[StatedSum]:
    found: list[StatedSum] = []
    span = ""
    for amount, item, place in zip(amounts, items, places_of(items, policy, words), strict=True):
        if place is None:
            continue
        for period in _periods(item, place, span):
            found.append(
                StatedSum(
                    amount.reading,
                    amount.unit,
                    amount.start,
                    amount.end,
                    amount.after,
                    place.source,
                    period,
                    item.name,
                    "" if is_year(period) else item.span,
                    place.part,
                    place.role,
                    item.grand and not item.assumed,
                    place.headed,
                )
            )
        span = span or item.span
    return found


def _periods(item: Said, place: Place, span: str) -> list[str]:
    """One period, or each of the years that have the same amount."""
    if not item.each or is_year(place.period):
        return [place.period]
    years = item.years if len(item.years) > 1 else [str(year) for year in years_of(span or item.span)]
    return years if place.period == TOTAL or len(years_of(place.period)) > 1 else [place.period]

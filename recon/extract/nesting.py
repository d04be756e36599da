"""Which amount of a statement stands inside which: a stack of the totals, sources, periods and parts told so far."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from recon.extract.clauses import Kind, Said
from recon.extract.kinds_of_names import is_listed, kinds_of
from recon.extract.wording import Wording
from recon.model.figure import difference_role
from recon.model.period import TOTAL, is_year, unnumbered_part, years_of
from recon.model.source import BESIDES, inside, of_which
from recon.model.source import TOTAL as ALL_SOURCES

#: signs that mean a path in a source's code
_NO_PATH = str.maketrans("/:", "  ")


@dataclass(frozen=True, slots=True)
class Policy:
    """What words leave open. years_of_all: years behind a list of sources are the total's, not the last source's.
    turn_sources: sources behind a list of years belong the other way than their words let expect.
    inner_lists: a list inside a part goes on until its end, though nothing marks that."""

    years_of_all: bool = False
    turn_sources: bool = False
    inner_lists: bool = False


POLICIES = tuple(Policy(*choices) for choices in product((False, True), repeat=3))


@dataclass(slots=True)
class _Frame:
    kind: Kind
    value: str
    headed: str = ""
    stated: bool = False
    peopled: bool = False
    depth: int = 0
    fund: bool = False


@dataclass(slots=True)
class Place:
    """What one amount is of. part: the names of the parts that it belongs to, outer first. role: see Figure.

    headed: the heading that names its source, "" where its own words do."""

    source: str
    period: str
    part: tuple[str, ...]
    role: str = "amount"
    headed: str = ""


def places_of(items: list[Said], policy: Policy, words: Wording) -> list[Place | None]:
    """The place of each amount; None for those that the statement's words leave without one."""
    kinds = kinds_of(items, words)
    nesting = _Nesting(items, kinds, policy, words)
    places = [nesting.place(i) for i in range(len(items))]
    _settle_differences(items, places, words)
    return _settle_stages(places)


class _Nesting:
    """The stack, and how each item moves it."""

    def __init__(self, items: list[Said], kinds: list[Kind | None], policy: Policy, words: Wording) -> None:
        self.items, self.kinds, self.policy = items, kinds, policy
        self.words = words
        self.tree = words.vocabulary.source_tree
        self.stack: list[_Frame] = []
        self.outside_list = False
        self.years_with_sources = False

    def place(self, i: int) -> Place | None:
        item = self.items[i]
        sentence_ends = item.mark in (".", "\n")
        self.outside_list = item.outside_list or (self.outside_list and not sentence_ends and not item.grand)
        kind_of_name = self.kinds[i]
        if item.value(Kind.PART) and kind_of_name is None:
            return self._here() if i == 0 else self._unnamed(item)
        if not item.named and not item.grand:
            return self._unnamed(item)
        if item.of_total or item.outside or item.volume:
            self.stack.clear()
        elif item.grand:
            self._total()
        for kind, value in item.named:
            if kind is Kind.PERIOD:
                self._period(value, item)
            elif kind is Kind.SOURCE or kind_of_name is Kind.SOURCE:
                code = value if kind is Kind.SOURCE else value.translate(_NO_PATH)
                self._source(BESIDES + code if self.outside_list and not item.outside else code, i)
            else:
                self._part(value, item)
        if self.stack:
            self.stack[-1].stated = True
        return self._here()

    def _here(self) -> Place:
        """A part of one source is an addend of it; a part of the whole is an element below it."""
        source, headed, parts = ALL_SOURCES, "", []
        for frame in self.stack:
            if frame.kind is Kind.SOURCE:
                source, headed = frame.value, frame.headed
            elif frame.kind is Kind.PART and source != ALL_SOURCES:
                source = inside(source, frame.value.translate(_NO_PATH))
            elif frame.kind is Kind.PART:
                parts.append(frame.value)
        period = next((frame.value for frame in reversed(self.stack) if frame.kind is Kind.PERIOD), TOTAL)
        return Place(source, period, tuple(parts), headed=headed)

    def _unnamed(self, item: Said) -> Place | None:
        """«Из них 10 тыс. рублей в виде субсидий»: an amount without a name is of the source before it."""
        here = self._here()
        if item.opens and self.stack and self.stack[-1].kind is Kind.SOURCE:
            return Place(of_which(here.source, item.name.translate(_NO_PATH) or "?"), here.period, here.part)
        return None

    def _total(self) -> None:
        """A total of the nearest that is open and not stated yet, else of all."""
        at = next((n for n in reversed(range(len(self.stack))) if not self.stack[n].stated), None)
        del self.stack[0 if at is None else at + 1 :]

    def _push(self, kind: Kind, value: str, headed: str = "") -> None:
        if self.stack:
            self.stack[-1].peopled = True
        self.stack.append(_Frame(kind, value, headed))

    def _drop_from(self, kind: Kind, *, last: bool = False) -> None:
        """Drop the lowest frame of this kind (the highest, where `last`) and all above it, where there is one."""
        order = range(len(self.stack))
        at = next((n for n in (reversed(order) if last else order) if self.stack[n].kind is kind), None)
        if at is not None:
            del self.stack[at:]

    def _period(self, value: str, item: Said) -> None:
        at = next(
            (n for n, f in enumerate(self.stack) if f.kind is Kind.PERIOD and not _covers(f, value, item.opens)), None
        )
        if at is not None:
            del self.stack[at:]
        elif self.policy.years_of_all and self.stack and self.stack[-1].kind is Kind.SOURCE and self.stack[-1].stated:
            self._drop_from(Kind.SOURCE)
        self._push(Kind.PERIOD, value)

    def _source(self, code: str, i: int) -> None:
        item = self.items[i]
        whole = next((frame for frame in reversed(self.stack) if frame.kind is Kind.SOURCE), None)
        if self.stack and self.stack[-1].kind is Kind.PERIOD and len(item.named) == 1:
            if self._leaves_years(i, inside_source=whole is not None):
                in_stage = sum(frame.kind is Kind.PERIOD for frame in self.stack) > 1
                self._drop_from(Kind.PERIOD, last=in_stage)  # behind the years of a stage it is the stage's
            else:
                self.years_with_sources = True
        inner = [frame for frame in self.stack if frame.kind is Kind.SOURCE]
        fund = self.words.has("fund-of-a-budget", item.name)
        if inner and (item.opens or (fund and not inner[-1].fund)) and self._is_stated(inner[-1], i):
            pass  # inside the source before it
        elif len(inner) > 1 and (item.mark == "," or item.joined or fund):
            self._drop_from(Kind.SOURCE, last=True)  # «из них: …, …» goes on
        else:
            self._drop_from(Kind.SOURCE)
        whole = next((frame for frame in reversed(self.stack) if frame.kind is Kind.SOURCE), None)
        self._push(Kind.SOURCE, code if whole is None else self._inside(whole.value, code, item), item.headed)
        self.stack[-1].fund = fund

    def _is_stated(self, source: _Frame, i: int) -> bool:
        """Whether a source has an amount, be it with a year: «доходи міського бюджету на 2024 рік – 90, з них: …»."""
        with_year = i > 0 and len(self.items[i - 1].named) > 1 and self.stack[-1].stated
        return source.stated or (with_year and source is self.stack[-2])

    def _leaves_years(self, i: int, *, inside_source: bool) -> bool:
        """Whether a source behind a list of years goes back to where the list hangs."""
        item, following = self.items[i], self.items[i + 1] if i + 1 < len(self.items) else None
        year = next(frame.value for frame in reversed(self.stack) if frame.kind is Kind.PERIOD)
        listed = sum(bool(one.value(Kind.PERIOD)) for one in self.items[:i])
        if following is not None and _is_year_alone(following) and (
            following.opens or following.value(Kind.PERIOD) <= year
        ):
            back = True  # years that begin anew behind a source are the source's own
        else:
            back = (inside_source or not item.opens) and not self.years_with_sources and listed > 1
        return back != self.policy.turn_sources

    def _inside(self, whole: str, code: str, item: Said) -> str:
        if whole in self.tree.ancestors(code) or self.tree.get(code).parent == whole:
            return code
        if self.words.has("fund-of-a-budget", item.name):
            return inside(whole, code)
        return inside(whole, item.name.translate(_NO_PATH)) if code == whole else of_which(whole, code)

    def _part(self, name: str, item: Said) -> None:
        parts = [n for n, frame in enumerate(self.stack) if frame.kind is Kind.PART]
        if parts and not (item.opens and parts[-1] == len(self.stack) - 1):
            marked = [n for n in parts if self.stack[n].depth]
            if item.depth and marked:
                at = next((n for n in marked if self.stack[n].depth >= item.depth), len(self.stack))
            elif marked or self.policy.inner_lists:
                at = parts[-1] if parts[-1] not in marked else len(self.stack)
            else:
                at = parts[0]
            del self.stack[at:]
        if self.stack and self.stack[-1].kind is Kind.PERIOD and self.stack[-1].stated and not item.opens and parts:
            self._drop_from(Kind.PERIOD, last=True)
        self._push(Kind.PART, name)
        self.stack[-1].depth = item.depth


def _is_year_alone(item: Said) -> bool:
    return is_year(item.value(Kind.PERIOD)) and len(item.named) == 1


def _covers(frame: _Frame, value: str, opens: bool) -> bool:
    if frame.value.startswith("?"):
        return is_year(value) and (opens or frame.peopled)
    return len(years_of(frame.value)) > len(years_of(value)) and set(years_of(value)) <= set(years_of(frame.value))


def _settle_differences(items: list[Said], places: list[Place | None], words: Wording) -> None:
    """«Чистое кредитование – 65, в том числе: кредиты – 155; погашение – 90»: a total that is its first part less the
    other. A list of another length is not understood."""
    for i, whole in enumerate(places):
        if whole is None or words.begins("difference", items[i].name) is None:
            continue
        last = i
        # Behind a numbered line those without a number are its own, also where no «в том числе» says so.
        opens = i + 1 < len(items) and items[i + 1].opens
        while last + 1 < len(items) and is_listed(items[last + 1]) and (opens or items[i].depth):
            following = items[last + 1]
            if following.opens != (opens and last == i) or (following.depth and following.depth <= items[i].depth):
                break
            if not opens and following.depth:
                break
            last += 1
        names = [items[n].name for n in range(i + 1, last + 1)]
        if len(names) == 2:
            whole.role = difference_role(names[0], "", names[1], "")
        for n, name in zip(range(i + 1, last + 1), names, strict=True):
            places[n] = Place(whole.source, whole.period, whole.part, name) if len(names) == 2 else None


def _settle_stages(places: list[Place | None]) -> list[Place | None]:
    """A stage whose years are listed behind it is their span; one without years is a part of the total."""
    for n, place in enumerate(places):
        if place is None or not place.period.startswith("?"):
            continue
        years: list[int] = []
        for later in places[n + 1 :]:
            if later is None or not is_year(later.period) or later.source != place.source:
                break
            years.append(int(later.period))
        name = place.period
        period = f"{min(years)}-{max(years)}" if len(years) > 1 else unnumbered_part(name[1:])
        for other in places[n:]:
            if other is not None and other.period == name:
                other.period = period
    return places

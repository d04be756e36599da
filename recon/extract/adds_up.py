"""Whether figures add up as they were understood: the evidence by which one reading of a table is chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from recon.extract.slips import is_long, is_slip
from recon.model.amount import ADDS, Reading, State
from recon.model.element import Element
from recon.model.figure import Figure
from recon.model.period import TOTAL, is_part, years_of
from recon.model.source import TOTAL as TOTAL_SOURCE
from recon.model.source import SourceTree


@dataclass(slots=True)
class Evidence:
    """Sums that hold and prove something (two amounts or more are added), that hold by one amount, and that break.

    telling: of those that hold, the ones that chance would not have met: three addends or more and a long number.
    near: of those that break, the ones that lie apart by a tenth at most, or by a slip of the pen: an error rather
    than another structure. slips: of these, the ones that a slip of the pen explains. without: sums that would hold
    without the blanks among their parts; they say nothing of these, and as much of the structure.
    """

    holding: int = 0
    weak: int = 0
    broken: int = 0
    near: int = 0
    slips: int = 0
    telling: int = 0
    without: int = 0

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.holding + other.holding,
            self.weak + other.weak,
            self.broken + other.broken,
            self.near + other.near,
            self.slips + other.slips,
            self.telling + other.telling,
            self.without + other.without,
        )

    @property
    def mostly(self) -> bool:
        """Whether the structure stands: it is proved somewhere, and broken in the lesser part of its places."""
        unexplained = self.broken - self.slips
        more = self.holding + self.without + self.weak + self.slips > unexplained
        return self.holding + self.without > 0 and (more or (self.telling > 0 and unexplained == 1))

    @property
    def stands(self) -> bool:
        """Whether a structure that words tell is not disproved: a single sum may break by a slip."""
        return self.mostly or (self.broken <= 1 and self.broken == self.near)

    @property
    def contradicted(self) -> bool:
        """Whether more of these sums break than hold: more than one slip would explain."""
        return self.broken > max(1, self.holding + self.without + self.weak)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Of two readings that are worth the same, the one that more sums hold in says more."""
        proofs = self.holding + self.without
        return proofs - 2 * self.broken + self.near, proofs, self.weak


@lru_cache(maxsize=256)
def _last_digit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def weigh(whole: Reading | None, parts: Iterable[Reading | None]) -> Evidence:
    """One sum. A figure that is blank or unreadable leaves it undecided."""
    if whole is None or whole.value is None or whole.state not in ADDS:
        return Evidence()
    digits = whole.decimals
    values: list[Decimal] = []
    blank = False
    for part in parts:
        if part is None or part.value is None or part.state not in ADDS:
            if part is None or part.state is not State.BLANK:
                return Evidence()
            blank = True
            continue
        values.append(part.value)
        if part.decimals > digits and part.state is State.STATED:
            digits = part.decimals
    if not values:
        return Evidence()
    allowed = _last_digit(digits) * (len(values) + 1) / 2
    computed = sum(values, Decimal(0))
    apart = abs(whole.value - computed)
    if blank:
        return Evidence(without=int(not apart and sum(value != 0 for value in values) > 1))
    if apart > allowed:
        slip = is_slip(int(whole.value.scaleb(digits)), int(computed.scaleb(digits)))
        return Evidence(broken=1, near=int(slip or 10 * apart <= abs(whole.value)), slips=int(slip))
    addends = sum(value != 0 for value in values)
    if addends < 2:
        return Evidence(weak=addends)
    return Evidence(holding=1, telling=int(addends > 2 and is_long(int(whole.value.scaleb(digits)))))


def evidence(figures: Sequence[Figure], elements: Sequence[Element], tree: SourceTree) -> Evidence:
    """Along years, sources and children, as the rules would bind them."""
    return along_periods(figures) + along_sources(figures, tree) + along_elements(figures, elements)


def is_contradicted(figures: Sequence[Figure], elements: Sequence[Element], tree: SourceTree) -> bool:
    """Whether one dimension does not add up as it was understood, however well the others do."""
    dimensions = (along_periods(figures), along_sources(figures, tree), along_elements(figures, elements))
    return any(dimension.contradicted for dimension in dimensions)


def along_periods(figures: Sequence[Figure]) -> Evidence:
    if not any(period == TOTAL or len(years_of(period)) > 1 for period in {f.period for f in figures}):
        return Evidence()
    rows: dict[tuple[int, str, str], dict[str, Reading]] = defaultdict(dict)
    for f in figures:
        rows[f.element, f.source, f.role].setdefault(f.period, f.reading)
    found = Evidence()
    for row in rows.values():
        spans = [p for p in row if len(years_of(p)) > 1]
        if not spans and TOTAL not in row:
            continue
        parts = {p: r for p, r in row.items() if is_part(p)}
        for span in spans:
            inside = [parts[str(y)] for y in years_of(span) if str(y) in parts]
            if len(inside) == len(years_of(span)):
                found += weigh(row[span], inside)
            narrower = [s for s in spans if set(years_of(s)) < set(years_of(span))]
            if sorted(y for s in narrower for y in years_of(s)) == list(years_of(span)):
                found += weigh(row[span], [row[s] for s in narrower])
        inner = {str(year) for span in spans for year in years_of(span)}
        outer = [r for p, r in parts.items() if p not in inner]
        if TOTAL in row and outer:
            found += weigh(row[TOTAL], [*outer, *(row[s] for s in spans)])
    return found


def along_sources(figures: Sequence[Figure], tree: SourceTree) -> Evidence:
    cells: dict[tuple[int, str, str], dict[str, Reading]] = defaultdict(dict)
    first: dict[int, str] = {}
    several = {f.element for f in figures if first.setdefault(f.element, f.source) != f.source}
    for f in figures:
        if f.element in several:
            cells[f.element, f.period, f.role].setdefault(f.source, f.reading)
    above = {source: tree.ancestors(source) for source in {f.source for f in figures}}
    found = Evidence()
    for cell in cells.values():
        if len(cell) < 2:
            continue
        parts: dict[str, list[Reading]] = defaultdict(list)
        for source, reading in cell.items():
            whole = next((a for a in above[source] if a in cell), None)
            if whole is not None:
                parts[whole].append(reading)
        for whole, readings in parts.items():
            found += weigh(cell[whole], readings)
    return found


def along_years_of_sources(figures: Sequence[Figure], tree: SourceTree) -> Evidence:
    """Totals of which only the years of two sources or more are told, and no total of a source or of a year."""
    rows: dict[tuple[int, str], dict[tuple[str, str], Reading]] = defaultdict(dict)
    for f in figures:
        rows[f.element, f.role].setdefault((f.source, f.period), f.reading)
    found = Evidence()
    for row in rows.values():
        whole = row.pop((TOTAL_SOURCE, TOTAL), None)
        sources = {source for source, _ in row}
        apart = all(not sources.intersection(above := tree.ancestors(s)) and TOTAL_SOURCE in above for s in sources)
        if whole is not None and len(sources) > 1 and apart and all(is_part(period) for _, period in row):
            found += weigh(whole, row.values())
    return found


def along_elements(figures: Sequence[Figure], elements: Sequence[Element]) -> Evidence:
    own = {f.element for f in figures}
    summed = own.intersection(elements[element].parent for element in own)
    if not summed:
        return Evidence()
    cells: dict[tuple[str, str, str], dict[int, Reading]] = defaultdict(dict)
    for f in figures:
        if f.element in summed or elements[f.element].parent in summed:
            cells[f.source, f.period, f.role].setdefault(f.element, f.reading)
    found = Evidence()
    for cell in cells.values():
        parts: dict[int, list[Reading]] = defaultdict(list)
        for element, reading in cell.items():
            if elements[element].parent in cell:
                parts[elements[element].parent].append(reading)
        for whole, readings in parts.items():
            found += weigh(cell[whole], readings)
    return found

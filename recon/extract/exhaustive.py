"""Whether a list behind «в том числе» names all that the total is made of; where nothing shows it, it is not added."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from recon.extract.adds_up import Evidence, along_elements, along_periods, along_sources, along_years_of_sources
from recon.extract.wording import Wording, normalise
from recon.model.element import Element
from recon.model.figure import Figure
from recon.model.period import is_year
from recon.model.source import TOTAL, SourceTree, of_which

#: so many sums of one kind, none of them near, show a list that leaves something out rather than so many errors
_MANY = 3


#: what a budget raises and what it is given: a list that names both leaves nothing of the revenue out
_HALVES = ("revenue-raised", "revenue-given")


@dataclass(frozen=True, slots=True)
class Told:
    """Sources, and paths of parts, of which words say that all they are made of is named."""

    sources: Set[str]
    parts: Set[tuple[str, ...]]


def told(named: Iterable[tuple[tuple[str, ...], str | None, str]], words: Wording) -> Told:
    """named: of each amount the path of its part, the source above its own, and its name."""
    halves: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for part, source, name in named:
        for half in _HALVES:
            if words.begins(half, normalise(name)):
                halves.setdefault((part[:-1], "" if part else source or ""), set()).add(half)
    whole = [of for of, found in halves.items() if len(found) == len(_HALVES)]
    return Told({source for _, source in whole if source}, {part for part, _ in whole if part})


def settle(elements: list[Element], figures: list[Figure], tree: SourceTree, known: Told) -> None:
    """Sources and parts that are nowhere near their total are some of it, not all, unless words tell the contrary:
    they are not added."""
    named = {f.source for f in figures if TOTAL in tree.ancestors(f.source)}
    by_years = _leaves_out(along_years_of_sources(figures, tree), lone=True)
    if TOTAL not in known.sources and (by_years or _leaves_out(along_sources(figures, tree), lone=len(named) == 1)):
        for figure in figures:
            if figure.source in named:
                figure.source = of_which(TOTAL, figure.source)
    for whole in {tree.get(f.source).parent for f in figures if f.source not in tree.sources} - known.sources:
        within = [f for f in figures if f.source == whole or tree.get(f.source).parent == whole]
        if whole is not None and whole != TOTAL and _leaves_out(along_sources(within, tree), lone=True):
            for figure in within:
                if figure.source != whole and figure.source not in tree.sources:
                    figure.source = of_which(whole, figure.source.removeprefix(whole).strip(":/"))
    for parent in sorted({element.parent for element in elements if element.parent >= 0}):
        inside = [f for f in figures if parent in (f.element, elements[f.element].parent)]
        found = along_elements(inside, elements)
        if found.broken and not (found.holding or found.near) and _path(parent, elements) not in known.parts:
            figures[:] = [f for f in figures if not _is_below(f.element, parent, elements)]


def _path(element: int, elements: list[Element]) -> tuple[str, ...]:
    """The names from the outermost part down; the statement's own element, which has none above, is not one."""
    above = elements[element].parent
    return (*_path(above, elements), elements[element].name) if above >= 0 else ()


def _is_below(element: int, ancestor: int, elements: list[Element]) -> bool:
    above = elements[element].parent
    return above >= 0 and (above == ancestor or _is_below(above, ancestor, elements))


def lists_its_years(figures: list[Figure]) -> bool:
    """Whether the years of a statement may be held against its totals. A lone year may be one that changes: it goes."""
    years = {figure.period for figure in figures if is_year(figure.period)}
    if len(years) == 1 and _leaves_out(along_periods(figures), lone=True):
        figures[:] = [figure for figure in figures if figure.period not in years]
    return not _leaves_out(along_periods(figures), lone=False)


def _leaves_out(found: Evidence, *, lone: bool) -> bool:
    agrees = found.holding or found.weak or found.near
    return bool(found.broken) and not agrees and (lone or found.broken >= _MANY)

"""Activities of one source below a total that no source parts: «1.1 … местный бюджет» below «1 … всего»."""

from __future__ import annotations

from collections import defaultdict

from recon.extract.adds_up import along_elements
from recon.extract.parents import settle_section_totals
from recon.model.element import Element
from recon.model.figure import Figure
from recon.model.source import TOTAL


def settle_lone_sources(elements: list[Element], figures: list[Figure], totals: list[int]) -> None:
    """The only source of an element is all that it has, where the total above it shows so: it is its total.

    totals: rows that may close a section, see `settle_section_totals`. Nothing is taken for granted: the sum above has
    to hold, and has to be one that no source of that total can show.
    """
    sources: dict[int, set[str]] = defaultdict(set)
    for figure in figures:
        sources[figure.element].add(figure.source)
    own = {figure.element: figure.source for figure in figures}
    lone = {element for element, known in sources.items() if len(known) == 1 and TOTAL not in known}
    for figure in figures:
        figure.source = TOTAL if figure.element in lone else figure.source
    settle_section_totals(elements, figures, totals)
    stated: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.source == TOTAL:
            stated[figure.element].append(figure)
    groups: dict[int, list[int]] = defaultdict(list)
    for element in stated:
        groups[elements[element].parent].append(element)
    proved: set[int] = set()
    for above, children in groups.items():
        if not lone.intersection(children) or sources.get(above) != {TOTAL}:
            continue
        if along_elements([figure for element in (above, *children) for figure in stated[element]], elements).mostly:
            proved.update(lone.intersection(children))
    for figure in figures:
        figure.source = own[figure.element] if figure.element in lone - proved else figure.source

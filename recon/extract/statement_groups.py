"""Statements that belong together: a sentence for each year, a total behind its parts, a sentence about a table.

A document may state its volumes in several sentences. They are read as one only where that proves more sums.
"""

from __future__ import annotations

from recon.extract.adds_up import Evidence, evidence
from recon.extract.one_source import give_back, take_years_for_those_of_all
from recon.extract.wording import Wording
from recon.model.figure import Extraction, Figure, TableMeaning
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.source import TOTAL

#: sentences further apart than this many lines are no neighbours
_NEAR = 8
#: sums that one figure can be in: along the years, and along the sources
_OF_ONE_FIGURE = 2


def join_statements(extraction: Extraction, words: Wording) -> None:
    """Give neighbouring statements one element where their sums hold together; drop lone totals that fit nowhere."""
    statements = [(table, [f for f in extraction.figures if f.table == table.id]) for table in _passports(extraction)]
    at = 0
    while at < len(statements):
        end = at
        while end + 1 < len(statements) and _near(extraction, statements[end], statements[end + 1]):
            end += 1
        while end > at and not _join(extraction, [figures for _, figures in statements[at : end + 1]], words):
            end -= 1
        at = end + 1
    for table, figures in statements:
        if len(figures) == 1 and not _shared(extraction, figures[0]) and not _is_in_a_table(extraction, figures[0]):
            extraction.figures.remove(figures[0])
            extraction.tables.remove(table)


def _passports(extraction: Extraction) -> list[TableMeaning]:
    return [table for table in extraction.tables if table.role == "passport" and table.read]


def _near(
    extraction: Extraction, one: tuple[TableMeaning, list[Figure]], next_: tuple[TableMeaning, list[Figure]]
) -> bool:
    above, below = one[1], next_[1]
    if not above or not below:
        return False
    keys = [extraction.elements[figures[0].element].key for figures in (above, below)]
    lines = above[-1].at.line, below[0].at.line
    return keys[0] == keys[1] and None not in lines and 0 <= (lines[1] or 0) - (lines[0] or 0) <= _NEAR


def _join(extraction: Extraction, groups: list[list[Figure]], words: Wording) -> bool:
    """One element for all these statements; undone where it does not prove more than each alone."""
    tree = words.vocabulary.source_tree
    figures = [figure for group in groups for figure in group]
    if len({(f.source, f.period) for f in figures}) < len(figures):
        return False
    apart = sum((evidence(group, extraction.elements, tree) for group in groups), Evidence())
    before = [figure.element for figure in figures]
    for figure in figures:
        figure.element = figures[0].element
    source = take_years_for_those_of_all(figures)
    together = evidence(figures, extraction.elements, tree)
    wrong, near = together.broken - apart.broken, together.near - apart.near
    if together.holding > apart.holding and (wrong <= 0 or wrong == near <= _OF_ONE_FIGURE):
        return True  # beside one wrong figure at most
    lone_total = len(groups) == 2 and len(groups[1]) == 1 and apart.holding > apart.broken
    if lone_total and wrong == near == 1:
        return True  # a total behind parts that are proved, and so near to their sum that it speaks of them
    if source:
        give_back([figure for figure in figures if figure.period != ALL_YEARS], source)
    for figure, element in zip(figures, before, strict=True):
        figure.element = element
    return False


def _shared(extraction: Extraction, lone: Figure) -> bool:
    return any(f.element == lone.element and f is not lone for f in extraction.figures)


def _is_in_a_table(extraction: Extraction, lone: Figure) -> bool:
    """Whether a table states the same total: then the sentence is about that table."""
    roles = {table.id: table.role for table in extraction.tables}
    key = extraction.elements[lone.element].key
    return any(
        f.reading.value == lone.reading.value and f.unit == lone.unit
        for f in extraction.figures
        if roles.get(f.table) == "financing" and (f.source, f.period) == (TOTAL, ALL_YEARS)
        if extraction.elements[f.element].key == key
    )

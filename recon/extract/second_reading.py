"""Tables whose first reading does not add up: which other reading is taken, and how the first is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from recon.extract.adds_up import Evidence, evidence, is_contradicted
from recon.extract.budget_tables import AsBudget
from recon.extract.grids import Grid
from recon.extract.layouts import Layout
from recon.extract.row_meaning import best_meaning
from recon.extract.wording import Wording
from recon.model.figure import Extraction, Figure
from recon.model.source import TOTAL

_FEWEST_FAILING = 3
#: a table of more figures is looked at in part before it is weighed as a whole: so many from its beginning on, and
#: so many of one column
_LONG, _ROWS, _COLUMN = 4_000, 500, 1_000
#: how many elements, figures and gaps there were before a table was read
Sizes = tuple[int, int, int]


def prefer_what_adds_up(
    grid: Grid, layout: Layout, unit: str, extraction: Extraction, before: Sizes, words: Wording
) -> None:
    """Without codes or a column of sources, the rows are read again in the manner in which most sums hold."""
    if layout.code is not None or layout.source != layout.name or layout.units is not None:
        return
    found = best_meaning(grid, layout, unit, extraction.document.path, words)
    if found is None or not found.evidence.mostly:
        return
    figures, elements = extraction.figures[before[1] :], extraction.elements[before[0] :]
    if found.says_the_same(elements, figures, before[0]):
        return
    plain = evidence(figures, extraction.elements, words.vocabulary.source_tree)
    if found.evidence.rank > plain.rank or not (plain.holding or plain.weak or plain.broken):
        take_back(extraction, (*before[:2], len(extraction.gaps)))
        found.add_to(extraction)


def proved(extraction: Extraction, before: Sizes, words: Wording) -> bool:
    tree = words.vocabulary.source_tree
    figures, elements = extraction.figures[before[1] :], extraction.elements
    return evidence(figures, elements, tree).mostly and not is_contradicted(figures, elements, tree)


def take_back(extraction: Extraction, before: Sizes) -> None:
    del extraction.elements[before[0] :]
    del extraction.figures[before[1] :]
    del extraction.gaps[before[2] :]


def holds_better_as_budget(seen: AsBudget, layout: Layout, extraction: Extraction, before: Sizes) -> bool:
    """Whether sums of a table fail as financing by source, more than errors would, and many hold as a budget; or far
    more hold so, where no column is one of sources."""
    figures, tree = extraction.figures[before[1] :], seen.words.vocabulary.source_tree
    plain = _is_plain(layout, figures)
    if not plain and len(figures) > _LONG and not _fails(evidence(_part(figures), extraction.elements, tree)):
        return False
    found = evidence(figures, extraction.elements, tree)
    failing = _fails(found)
    if not failing and not plain:
        return False
    told = found.holding // 2 if layout.code is not None else 0  # codes tell more than the places of rows
    enough = found.holding + (min(found.holding, found.broken) if failing else told)
    return seen.proofs >= enough + _FEWEST_FAILING


def _fails(found: Evidence) -> bool:
    """Whether sums fail more than errors would."""
    return found.broken - found.slips >= _FEWEST_FAILING and 4 * found.broken > found.holding


def _part(figures: Sequence[Figure]) -> list[Figure]:
    """Of a long table, a few whole rows and many of one column: where its sums fail, they fail there."""
    first = figures[0]
    column = (f for f in figures[_ROWS:] if f.period == first.period and f.role == first.role)
    return [*figures[:_ROWS], *islice(column, _COLUMN)]


def _is_plain(layout: Layout, figures: Sequence[Figure]) -> bool:
    """Whether the rows of a table are no sources of one another: each element has one, or words of sources are few."""
    if layout.units is not None or any(column.role != "amount" for column in layout.columns):
        return False
    if layout.source != layout.name:
        first: dict[int, str] = {}
        return all(first.setdefault(figure.element, figure.source) == figure.source for figure in figures)
    named = sum(figure.source != TOTAL for figure in figures)
    return layout.code is None and 3 * named < len(figures)

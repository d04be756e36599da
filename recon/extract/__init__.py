"""What a cell means: a document becomes tables, elements, statements and figures."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from recon.extract.adds_up import along_years_of_sources, evidence
from recon.extract.blank_nils import settle_blanks
from recon.extract.budget_decisions import read_budget_decisions
from recon.extract.budget_tables import AsBudget, is_budget, read_budget
from recon.extract.closed_lists import read_closed_lists
from recon.extract.crossing import turned, turned_alone
from recon.extract.figure_lists import read_figure_lists
from recon.extract.financing import FinancingTable
from recon.extract.flattened import flattened
from recon.extract.formulas import formulas_of
from recon.extract.grids import Grid
from recon.extract.head_groups import with_years_put_back
from recon.extract.heads import is_shifted, layout_of
from recon.extract.layouts import Layout
from recon.extract.loose import printed_heads, years_stand_in_rows
from recon.extract.named_units import named_units
from recon.extract.not_money import NotMoney
from recon.extract.open_periods import settle_open_periods
from recon.extract.outline import outline_of
from recon.extract.outlined_budgets import read_outlined_budgets
from recon.extract.page_breaks import grids_of
from recon.extract.passports import Passport
from recon.extract.pushed import aligned
from recon.extract.put_back import put_back
from recon.extract.restoring import FORMS as RESTORED_FORMS
from recon.extract.restoring import proved_candidate
from recon.extract.row_meaning import Meaning, best_meaning
from recon.extract.rows_above import gaps_of_rows_above
from recon.extract.scales import scales_of
from recon.extract.second_reading import holds_better_as_budget, prefer_what_adds_up, proved, take_back
from recon.extract.stacked import unstack
from recon.extract.statement_groups import join_statements
from recon.extract.statements import gaps_of_prose, statements_of_prose, statements_of_table
from recon.extract.thousands import commas_part_thousands
from recon.extract.unit_titles import language_of, unit_title
from recon.extract.unparted_rows import is_understood, lacks_rows
from recon.extract.untaken import untaken
from recon.extract.wording import Wording, normalise, wording
from recon.model.document import Cell, Document
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, Gap, TableMeaning
from recon.model.locator import Locator
from recon.model.period import TOTAL
from recon.model.rule import Vocabulary
from recon.model.source import TOTAL as ALL_SOURCES
from recon.model.source import SourceTree

#: how many paragraphs above a table may name its unit or its title
_ABOVE = 4


def extract(document: Document, vocabulary: Vocabulary) -> Extraction:
    """Everything that a document says in figures: what was read, what was taken for what, what was lost."""
    words = wording(vocabulary)
    parted = commas_part_thousands(document)
    restored = put_back(document, words, parted)
    extraction = Extraction(restored.document, lang=language_of(document))
    passport = Passport(extraction, words)
    not_money = NotMoney(extraction, words)
    grids = grids_of(restored.document, words, restored.layouts.keys() | restored.refused)
    for grid in grids:
        extraction.grids[grid.id] = grid.printed
        extraction.pieces[grid.id] = grid.pieces
        unstack(grid, words)
        if grid.position in restored.layouts:
            layout = restored.layouts[grid.position]
            extraction.grids[grid.id] = [printed_heads(grid.printed[0], layout, words), *grid.printed[1:]]
            _read_restored(grid, layout, extraction, words)
        else:
            _read_table(grid, extraction, passport, not_money, words, ragged=grid.position in restored.refused)
    decided = read_outlined_budgets(restored.document, extraction, words)
    decided |= read_budget_decisions(restored.document, extraction, words, decided)
    for statement in statements_of_prose(restored.document, words):
        if not any(at.paragraph in decided for _, at in statement.pieces):
            passport.read(statement, None)
    join_statements(extraction, words)
    if parted and document.form in RESTORED_FORMS:
        read_figure_lists(restored.document, extraction, words)
    read_closed_lists(restored.document, extraction, words)
    extraction.gaps += [*gaps_of_prose(restored.document), *gaps_of_rows_above(grids, extraction)]
    _know_again(extraction)
    if extraction.indicators:
        aside = {table.id for table in extraction.tables if table.role in ("indicators", "financing", "statistics")}
        extraction.named_units = named_units(restored.document, grids, aside, words)
    settle_blanks(extraction, words.vocabulary.source_tree)
    settle_open_periods(extraction.figures, words)
    extraction.formulas = formulas_of(restored.document, grids)
    extraction.scales = scales_of(restored.document)
    extraction.untaken = lambda: untaken(extraction, restored, words)
    extraction.outline = cache(lambda: outline_of(restored.document, grids, words))
    return extraction


def _know_again(extraction: Extraction) -> None:
    """A subprogramme whose passport gives its name only takes the key of the row that has that name."""
    roles = {table.id: table.role for table in extraction.tables}
    told = [each for each in extraction.elements if each.name and roles.get(each.table) == "passport"]
    rows = {
        _proper_name(element.name): element.key
        for element in reversed(extraction.elements)
        if told and roles.get(element.table) == "financing" and element.key
    }
    for element in told:
        element.key = rows.get(_proper_name(element.name), element.key)


def _proper_name(name: str) -> str:
    """What stands between the quotes of a name, else the whole of it."""
    plain = normalise(name)
    first, last = plain.find('"'), plain.rfind('"')
    return plain[first + 1 : last] if 0 <= first < last else plain


def _read_restored(grid: Grid, layout: Layout, extraction: Extraction, words: Wording) -> None:
    """A table whose columns are known already; its rows are read in the manner in which most sums hold."""
    at = Locator(extraction.document.path, grid.line, grid.id, 1, 1, grid.sheet)
    unit = layout.unit or _unit_above(grid, layout, words)
    titles = _title(grid, words), unit_title(unit, extraction, words)
    extraction.tables.append(TableMeaning(grid.id, "financing", *titles, at))
    if layout.lost_head:
        extraction.gaps.append(Gap("gap.lost-head", at))
    if not unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    meaning = best_meaning(grid, layout, unit, extraction.document.path, words)
    if meaning is not None:
        meaning.add_to(extraction)


def _read_table(
    grid: Grid, extraction: Extraction, passport: Passport, not_money: NotMoney, words: Wording, *, ragged: bool = False
) -> None:
    at = Locator(extraction.document.path, grid.line, grid.id, 1, 1, grid.sheet)
    if ragged:
        grid = aligned(grid)
    statements = statements_of_table(grid, extraction.document.path, words) if grid.width <= 4 else []
    taken = [passport.read(statement, grid.id) for statement in statements]
    if any(taken):
        return
    layout = layout_of(grid, words)
    title = _title(grid, words)
    if layout is not None and is_shifted(layout, grid):
        whole = with_years_put_back(grid, layout, words)
        if whole is not None and not_money.indicators(whole, layout_of(whole, words), title):
            return
        layout = None
    if not_money.indicators(grid, layout, title):
        return
    role = _role(grid, layout, words)
    if role == "other" and _read_in_place(grid, extraction, words):
        return
    crossed = _crossed(grid, extraction, words)
    if crossed is not None and ragged and not crossed.evidence.mostly:
        crossed = None
    if crossed is not None and grid.lines:
        tree = words.vocabulary.source_tree
        crossed = crossed if is_understood(crossed.figures, crossed.elements, tree) else None
    as_budget = AsBudget(grid, words)
    if crossed is not None and crossed.evidence.holding >= as_budget.proofs:
        _take(crossed, grid, extraction, words)
        return
    tables, before = len(extraction.tables), (len(extraction.elements), len(extraction.figures), len(extraction.gaps))
    if (role != "financing" or is_budget(as_budget, layout)) and read_budget(as_budget, extraction):
        tree, figures = words.vocabulary.source_tree, extraction.figures[before[1] :]
        if not grid.lines or not lacks_rows(figures, extraction.elements, tree):
            return
        take_back(extraction, before)
        del extraction.tables[tables:]
    if role != "financing" and not_money.statistics(grid, title):
        return
    meaning = TableMeaning(grid.id, role, title, "", at)
    extraction.tables.append(meaning)
    if grid.lost_head:
        extraction.gaps.append(Gap("gap.lost-head", at))
    if role != "financing" or layout is None:
        meaning.read, meaning.why = False, f"table.{role}-not-read"
        return
    unit = layout.unit or _unit_above(grid, layout, words)
    meaning.unit = unit_title(unit, extraction, words)
    before = len(extraction.elements), len(extraction.figures), len(extraction.gaps)
    if layout.lost_head and not grid.lost_head:
        extraction.gaps.append(Gap("gap.lost-head", at))
    first = len(extraction.figures)
    FinancingTable(grid, layout, unit, extraction, words).read()
    prefer_what_adds_up(grid, layout, unit, extraction, before, words)
    tree = words.vocabulary.source_tree
    if holds_better_as_budget(as_budget, layout, extraction, before):
        take_back(extraction, before)
        del extraction.tables[tables:]
        read_budget(as_budget, extraction)
        return
    if any(not figure.unit and figure.adds for figure in extraction.figures[first:]):
        extraction.gaps.append(Gap("gap.no-unit", at))
    guessed = grid.lines and not is_understood(extraction.figures[first:], extraction.elements, tree)
    if guessed or (ragged and not proved(extraction, before, words)):
        take_back(extraction, before)
        meaning.read, meaning.why = False, "table.figures-not-understood"


def _read_in_place(grid: Grid, extraction: Extraction, words: Wording) -> bool:
    """A table with its years in rows."""
    cells = [
        [
            c
            if c is not None and c.row == row.number and c.text == row.texts[n]
            else replace(c, text=row.texts[n], row=row.number) if c else Cell("", row.number, n + 1)
            for n, c in enumerate(row.cells)
        ]
        for row in grid.rows
    ]
    loose = flattened(cells, grid.position, grid.position, grid.above)
    if loose is None or not years_stand_in_rows(loose, words):
        return False
    proved = proved_candidate(replace(loose, in_place=True, sheet=grid.sheet), extraction.document.path, words)
    if proved is None:
        return False
    proved.grid.id, proved.grid.line = grid.id, grid.line
    _read_restored(proved.grid, proved.layout, extraction, words)
    return True


def _crossed(grid: Grid, extraction: Extraction, words: Wording) -> Meaning | None:
    """A table with sources across, or years down beside its elements, in the reading in which most sums hold."""
    found: list[Meaning] = []
    path, tree = extraction.document.path, words.vocabulary.source_tree
    for made, layout in turned(grid, words):
        unit = layout.unit or _unit_above(grid, layout, words)
        found.append(_as_turned(made, layout, unit, extraction, words))
        freely = best_meaning(made, layout, unit, path, words) if layout.code is None else None
        found += [_weighed(freely.elements, freely.figures, tree)] if freely is not None else []
    sound = [meaning for meaning in found if meaning.evidence.stands]
    if not found and (alone := turned_alone(grid, words)) is not None:
        unit = alone[1].unit or _unit_above(grid, alone[1], words)
        found = [_as_turned(*alone, unit, extraction, words)]
        sound = [meaning for meaning in found if meaning.evidence.mostly]  # no words tell what its rows add up to
    return max(sound, key=lambda meaning: meaning.evidence.rank, default=None)


def _as_turned(made: Grid, layout: Layout, unit: str, extraction: Extraction, words: Wording) -> Meaning:
    own = Extraction(extraction.document)
    FinancingTable(made, layout, unit, own, words).read()
    return _weighed(own.elements, own.figures, words.vocabulary.source_tree)


def _weighed(elements: list[Element], figures: list[Figure], tree: SourceTree) -> Meaning:
    """With totals that the years of their sources do not make up, anywhere near, as figures of their own."""
    totals = along_years_of_sources(figures, tree)
    if totals.contradicted:
        for figure in figures:
            if figure.source == ALL_SOURCES and figure.period == TOTAL:
                figure.role = normalise(figure.source_name) or TOTAL
    sums = evidence(figures, elements, tree)
    return Meaning(elements, figures, sums if totals.contradicted else sums + totals)


def _take(meaning: Meaning, grid: Grid, extraction: Extraction, words: Wording) -> None:
    """Put a table that was understood by its sums into the extraction."""
    at = Locator(extraction.document.path, grid.line, grid.id, 1, 1, grid.sheet)
    unit = next((figure.unit for figure in meaning.figures if figure.unit), "")
    titles = _title(grid, words), unit_title(unit, extraction, words)
    extraction.tables.append(TableMeaning(grid.id, "financing", *titles, at))
    if not unit:
        extraction.gaps.append(Gap("gap.no-unit", at))
    meaning.add_to(extraction)


def _role(grid: Grid, layout: Layout | None, words: Wording) -> str:
    if layout is None:
        return "other"
    head = layout.head
    if words.has("indicators", head) and not words.has("source-column", head) and layout.units is None:
        return "indicators"
    above = " ".join(paragraph.text for paragraph in grid.above[-_ABOVE:])
    sources = sum(
        bool(words.source_of(row.texts[layout.source]))
        for row in grid.rows[layout.first :]
        if layout.source is not None and row.texts[layout.source]
    )
    named = layout.unit or layout.units is not None or _unit_above(grid, layout, words)
    if sources >= 2 or named or words.has("money", head) or words.has("money", above):
        return "financing"
    return "statistics"


def _unit_above(grid: Grid, layout: Layout, words: Wording) -> str:
    """The unit in the rows of the table above its head, else in the nearest paragraph above."""
    rows = [text for row in grid.rows[: layout.first] for text in row.texts if text]
    above = [paragraph.text for paragraph in grid.above[-_ABOVE:] if len(paragraph.text) < 200]
    return next((unit for text in [*rows, *reversed(above)] if (unit := words.unit_of(text))), "")


def _title(grid: Grid, words: Wording) -> str:
    titles = [p.text.strip() for p in grid.above[-_ABOVE:] if len(p.text.strip()) > 12 and not words.unit_of(p.text)]
    return titles[-1][:160] if titles else ""

"""What each column of figures of a budget table is called in the ledger: role, source and period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from recon.extract.budget_columns import Columns, Relation
from recon.extract.budget_rows import BudgetTable
from recon.extract.periods import period_named, period_of
from recon.extract.wording import Wording, normalise
from recon.model.figure import difference_role
from recon.model.period import TOTAL as ALL_YEARS
from recon.model.period import is_part, is_year, unknown_column, unnumbered_part, years_of
from recon.model.source import TOTAL, inside, of_which

_YEAR = re.compile(r"(?<![\d.,/№])((?:19|20)\d\d)(?: ?[-–—] ?((?:19|20)\d\d))?(?![\d,/]|\.\d)")
_DATE = re.compile(r"\d{1,2}[. ]\S+ ?(?:19|20)\d\d")
_FISCAL = re.compile(r"(?<![\d.,/])(?:19|20)?(\d\d) ?[/–-] ?((?:19|20)?\d\d)(?![\d,/-]|\.\d)")
_LONGEST = 60


@dataclass(slots=True)
class Meaning:
    """One column of figures: coordinates that no other column of the table has, and its label as printed."""

    role: str
    source: str
    period: str
    label: str


def meanings_of(table: BudgetTable, columns: Columns, words: Wording) -> dict[int, Meaning]:
    """By index among the columns of figures; columns that are left out have no meaning in the ledger."""
    period = title_period(table.above) or unknown_column(table.columns[0] + 1)
    paths = [table.head[j] for j in table.columns]
    taken = [k for k in range(len(paths)) if k not in columns.aside]
    named = {k: next((p for label in reversed(paths[k]) if (p := _period(label, words))), "") for k in taken}
    periods = {k: named[k] or period for k in taken}
    sources = dict.fromkeys(taken, TOTAL)
    root = {k: k for k in taken}
    by_years = [r for r in columns.relations if _adds_years(r, named)]
    for relation in by_years:
        periods[relation.total] = ALL_YEARS
        used: set[str] = set()
        for j, _ in relation.parts:
            if not named[j]:  # «Prior», «после 2030 года» beside the years
                label = _unused(_label(paths[j], j), used, j)
                used.add(label)
                periods[j] = unnumbered_part(label)
    sums = [r for r in columns.relations if r not in by_years]
    _name_parts(sums, paths, sources, root, words)
    for relation in sums:
        parts = [j for j, _ in relation.parts]
        if not any(period_of(label) for j in parts for label in paths[j]):
            periods |= dict.fromkeys(parts, periods[relation.total])  # months are of the year that their total names
    for relation in by_years:
        for j, _ in relation.parts:
            root[j] = relation.total
    for part, whole in sorted(columns.of_which.items()):
        sources[part] = of_which(sources[whole], _unused(_label(paths[part], part), sources.values(), part))
        root[part] = root[whole]
        periods[part] = periods[whole]
    roles = _roles(taken, root, sources, periods, paths)
    for relation in columns.differences:
        (first, _), (second, _) = relation.parts
        t = relation.total
        if root[t] == t and sources[first] == sources[second]:
            roles[t] = difference_role(roles[first], periods[first], roles[second], periods[second])
            sources[t], periods[t] = sources[first], periods[second]
    return {k: Meaning(roles[k], sources[k], periods[k], " · ".join(paths[k])) for k in taken}


def title_period(above: Sequence[str]) -> str:
    """The year or span in the nearest text above a table that names one and is no date."""
    for text in reversed(above):
        years = {found[0] for found in _YEAR.finditer(_DATE.sub(" ", text))}
        if len(years) == 1:
            named = re.sub(r" ?[–—-] ?", "-", years.pop())
            return named if is_year(named) or years_of(named) else ""
    return ""


def _period(label: str, words: Wording) -> str:
    """What times a label names; a year of two calendar years, 2024/25, is a part of its own."""
    fiscal = _FISCAL.search(label) if len(label) <= _LONGEST else None
    if fiscal and (int(fiscal[1]) + 1) % 100 == int(fiscal[2]) % 100:
        return unnumbered_part(fiscal[0].replace("–", "-"))
    return period_named(label, words) or ""


def _adds_years(relation: Relation, named: dict[int, str]) -> bool:
    """Whether a sum is one of years: all its parts, or two and more beside what stands before or behind them."""
    years = [named[j] for j, _ in relation.parts if is_part(named[j])]
    spans = [year for j, _ in relation.parts if not is_part(named[j]) for year in years_of(named[j])]
    apart = len(set(years)) == len(years) and not set(years) & {str(year) for year in spans}
    return apart and (len(years) == len(relation.parts) or (len(years) > 1 and not is_part(named[relation.total])))


def _name_parts(
    sums: list[Relation], paths: list[list[str]], sources: dict[int, str], root: dict[int, int], words: Wording
) -> None:
    made = {r.total: r for r in sums}
    parts = {j for r in sums for j, _ in r.parts}
    waiting = [t for t in made if t not in parts]
    while waiting:
        total = waiting.pop()
        used: set[str] = {TOTAL}
        for j, _ in made[total].parts:
            known = words.source_of(" ".join(paths[j])) or words.source_of(paths[j][0] if paths[j] else "")
            fits = (
                known not in used and words.vocabulary.source_tree.ancestors(known)[-1:] == [TOTAL] if known else False
            )
            plain = known if fits and sources[total] == TOTAL else _unused(_label(paths[j], j), used, j)
            used.add(plain)
            sources[j] = plain if sources[total] == TOTAL else inside(sources[total], plain)
            root[j] = root[total]
            if j in made:
                waiting.append(j)


def _label(path: list[str], column: int) -> str:
    label = normalise(path[-1])[:_LONGEST] if path else ""
    return re.sub(r"[:/]", " ", label).strip() or f"column {column + 1}"


def _unused(label: str, used: object, column: int) -> str:
    taken = set(used) if not isinstance(used, set) else used  # type: ignore[call-overload]
    return f"{label} ({column + 1})" if label in taken or any(str(u).endswith(f"/{label}") for u in taken) else label


def _roles(
    taken: list[int], root: dict[int, int], sources: dict[int, str], periods: dict[int, str], paths: list[list[str]]
) -> dict[int, str]:
    """`amount` for columns that nothing else could be taken for, else what the head calls their group."""
    blocks = Counter(root[k] for k in taken)
    main = [k for k in blocks if blocks[k] > 1]
    roles = {k: "amount" if blocks[root[k]] > 1 or not main else _label(paths[root[k]], root[k]) for k in taken}
    places = Counter((roles[k], sources[k], periods[k]) for k in taken)
    clashing = {root[k] for k in taken if places[roles[k], sources[k], periods[k]] > 1}
    for k in taken:
        if root[k] in clashing:
            path = paths[root[k]]
            roles[k] = normalise(" ".join(path))[:_LONGEST] or f"column {table_column(root[k])}"
    places = Counter((roles[k], sources[k], periods[k]) for k in taken)
    for k in taken:
        if places[roles[k], sources[k], periods[k]] > 1:
            roles[k] = f"{roles[k]} ({table_column(root[k])})"
    return roles


def table_column(index: int) -> int:
    """A column of figures as a reader counts it, from 1."""
    return index + 1

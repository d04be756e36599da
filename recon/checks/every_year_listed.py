"""Every year of the period is listed: a list of years has no gap against the years that its neighbours list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.noticed import observation
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.period import is_year
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """Lists in one statement or table are held against one another: what one names, the others name too."""
    passports = {(e.document.path, table.id) for e in extractions for table in e.tables if table.role == "passport"}
    if not passports:
        return
    figures = ledger.figures
    yearly = figures[figures["period"].astype(str).map(is_year).astype(bool)]
    for place, statement in yearly.groupby(["document", "table"], observed=True):
        if place not in passports:
            continue
        all_years = sorted({int(period) for period in statement["period"]})
        expected = range(all_years[0], all_years[-1] + 1)
        for _, listed in statement.groupby(["element", "source"], observed=True):
            missing = sorted(set(expected) - {int(period) for period in listed["period"]})
            if missing and len(listed) > 1:
                yield observation(
                    "finding.year-not-listed", ledger, _heading(ledger, listed.index[0]), years=_spelled(missing)
                )


def _heading(ledger: Ledger, first: int) -> int:
    """The list's own total, where it stands right before its first year: that is where the list begins."""
    if first > 0:
        before, here = ledger.figures.iloc[first - 1], ledger.figures.iloc[first]
        if all(before[name] == here[name] for name in ("document", "table", "element", "source")):
            return int(first) - 1
    return int(first)


def _spelled(years: list[int]) -> str:
    """2018 · 2019–2025: runs of years are written as spans."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)

"""One invented programme in every layout and form: a planted error is found, and nothing else is ever reported.

Where a layout is not understood, recon may say so; it may not report a failure that is none.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from invented_programme import FORMS, Key, Programme, Rows, keys_of, layouts, place_of

import recon
from recon.model.finding import Finding
from recon.model.rule import Severity

INTRO = "Ресурсное обеспечение муниципальной программы\n\n(тыс. рублей)\n\n"
LAYOUTS = dict(layouts())
#: layouts in which every planted error is found, of all; may only rise
LEAST_FOUND = {"tabs": 66, "bars": 66, "drawn": 66, "pushed": 66, "cell a line": 46, "blanks": 41}


def errors(folder: Path, text: str) -> list[Finding]:
    path = folder / "programme.txt"
    path.write_text(INTRO + text, encoding="utf-8")
    return [finding for finding in recon.check(path).findings if finding.severity is Severity.ERROR]


def planted(rows: Rows) -> Key:
    """A figure in the middle of the table that some sum holds in every layout."""
    keys = keys_of(rows)
    return keys[len(keys) // 2]


def speaks_of(finding: Finding, amount: Decimal) -> bool:
    identity = finding.identity
    return identity is not None and amount in {term.amount for term in (identity.stated, *identity.terms)}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_understood_is_checked_and_nothing_else_is_reported(tmp_path: Path, form: str) -> None:
    outcome: Counter[str] = Counter()
    wrong: list[str] = []
    for name, layout in LAYOUTS.items():
        programme = Programme()
        rows = layout(programme)
        found = errors(tmp_path, FORMS[form](programme.texts(rows)))
        wrong += [f"{name}: {finding.rule.code} {finding.code} {finding.source} {finding.period}" for finding in found]
        key = planted(rows)
        amount = programme.planted[key] = programme.true(key) + 70
        found = errors(tmp_path, FORMS[form](programme.texts(rows)))
        outcome["found" if found else "silent"] += 1
        wrong += [f"{name}, {key} wrong: {f.rule.code} {f.code} {f.source}" for f in found if not speaks_of(f, amount)]
    assert not wrong
    assert outcome["found"] >= LEAST_FOUND[form], outcome


@pytest.mark.parametrize(
    "name", [n for n in LAYOUTS if n.startswith(("one year", "years under", "sources in", "years in"))]
)
def test_a_figure_of_a_turned_table_stands_where_it_is_printed(tmp_path: Path, name: str) -> None:
    programme = Programme()
    rows = LAYOUTS[name](programme)
    key = planted(rows)
    amount = programme.planted[key] = programme.true(key) + 70
    found = errors(tmp_path, FORMS["tabs"](programme.texts(rows)))
    row, column = place_of(rows, key)
    terms = [
        term for f in found if f.identity for term in (f.identity.stated, *f.identity.terms) if term.amount == amount
    ]
    assert terms
    assert {(term.at.line, term.at.row, term.at.column) for term in terms} == {(row + INTRO.count("\n"), row, column)}

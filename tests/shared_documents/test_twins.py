"""The same table in every format gives the same findings, each with its format's own addresses."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest

import recon
from recon.model.finding import Finding
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation
from tests.shared_documents import arithmetic, twins
from tests.shared_documents.twins import FIRST_AMOUNT, HEAD_ROWS, LEADING_EMPTY_ROWS, FinancingTable

WRONG = ("1.6", "областной", "2020")  # the one wrong figure of the document
TRUE = "55834,4"
COLUMN_LETTERS = "ABCDEFGHIJ"
SAMPLE = 40


def broken_sums(result: Reconciliation) -> dict[tuple, Finding]:
    return {
        (f.rule.code, f.code, f.source, f.period, f.identity.stated.amount, f.identity.computed): f
        for f in result.findings
        if f.identity is not None and f.identity.verdict is Verdict.BROKEN
    }


def expected_address(form: str, row: int, year: int) -> dict[str, object]:
    """Where a figure of the table must be said to stand."""
    if form in ("xlsx", "ods"):
        line = LEADING_EMPTY_ROWS + HEAD_ROWS + row + 1
        return {"sheet": "Финансирование", "cell": f"{COLUMN_LETTERS[FIRST_AMOUNT - 1 + year]}{line}", "row": line}
    here: dict[str, object] = {"table": "t1", "row": HEAD_ROWS + row + 1, "column": FIRST_AMOUNT + year}
    return here if form in ("docx", "html", "odt") else {**here, "line": HEAD_ROWS + row + 1}


def stands_at(at: Locator, expected: dict[str, object]) -> bool:
    return all(getattr(at, name) == value for name, value in expected.items())


@pytest.fixture(scope="session")
def right(table: FinancingTable) -> FinancingTable:
    return table.changed(*table.where(*WRONG), TRUE)


def test_the_routine_of_these_tests_reads_the_whole_table(table: FinancingTable) -> None:
    assert (len(table.codes), len(table.rows), len(table.years)) == (71, 151, 7)
    assert len(arithmetic.sums(table)) == 714
    assert len(arithmetic.broken(table)) == 3


@pytest.mark.parametrize("form", twins.MAKERS)
def test_a_twin_breaks_the_same_identities_as_the_text(
    form: str, table: FinancingTable, document, tmp_path: Path
) -> None:
    of_text = broken_sums(recon.check(document("003")))
    of_twin = broken_sums(recon.check(twins.MAKERS[form](table, tmp_path)))
    assert set(of_twin) == set(of_text) == arithmetic.broken(table)


@pytest.mark.parametrize("form", twins.MAKERS)
def test_a_twin_says_where_each_figure_stands_in_its_own_terms(
    form: str, table: FinancingTable, tmp_path: Path
) -> None:
    by_name = {identity.name: identity for identity in arithmetic.sums(table)}
    for key, finding in broken_sums(recon.check(twins.MAKERS[form](table, tmp_path))).items():
        identity = by_name[key[:4]]
        assert stands_at(finding.at, expected_address(form, *identity.stated)), finding.at
        printed = [term for term in finding.identity.terms if term.amount]
        for cell in identity.parts:
            amount = Decimal(table.rows[cell[0]].amounts[cell[1]].replace(",", "."))
            where = expected_address(form, *cell)
            assert not amount or any(stands_at(t.at, where) and t.amount == amount for t in printed), (key, where)


@pytest.mark.parametrize("form", twins.MAKERS)
def test_a_twin_binds_every_identity_and_leaves_the_blank_ones_undecided(
    form: str, table: FinancingTable, tmp_path: Path
) -> None:
    result = recon.check(twins.MAKERS[form](table, tmp_path))
    proofs = {(p.rule, p.stated.code, p.stated.source, p.stated.period): p.verdict for p in result.proofs()}
    assert {name for name in proofs if name[0] in ("SRC01", "HIE01")} == {i.name for i in arithmetic.sums(table)}
    undecided = {name for name, verdict in proofs.items() if verdict is Verdict.UNDECIDED}
    blank = [(row, year) for row, r in enumerate(table.rows) for year, text in enumerate(r.amounts) if not text]
    assert len(blank) == 1
    assert undecided == {i.name for i in arithmetic.sums(table) if blank[0] in (i.stated, *i.parts)}
    at = next(f.at for f in result.findings if f.rule.code == "FRM01")
    assert stands_at(at, expected_address(form, *blank[0]))


@pytest.mark.parametrize("form", twins.MAKERS)
def test_nothing_is_broken_once_the_wrong_figure_is_put_right(form: str, right: FinancingTable, tmp_path: Path) -> None:
    result = recon.check(twins.MAKERS[form](right, tmp_path))
    assert broken_sums(result) == {}
    assert result.identities.rounding == 0


def cells(table: FinancingTable) -> list[arithmetic.Cell]:
    every = [(row, year) for row in range(len(table.rows)) for year in range(len(table.years))]
    return random.Random(714).sample(every, SAMPLE)


@pytest.mark.parametrize("number", range(SAMPLE))
@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "odt", "ods", "csv in utf-8"])
def test_a_changed_figure_breaks_exactly_the_identities_that_contain_it(
    form: str, number: int, right: FinancingTable, tmp_path: Path
) -> None:
    row, year = cells(right)[number]
    printed = right.rows[row].amounts[year] or "0,0"
    changed = right.changed(row, year, str(Decimal(printed.replace(",", ".")) + Decimal("137.3")).replace(".", ","))
    blank = {(r, y) for r, stated in enumerate(changed.rows) for y, text in enumerate(stated.amounts) if not text}
    cells_of = {identity.name: {identity.stated, *identity.parts} for identity in arithmetic.sums(changed)}
    containing = {name for name, inside in cells_of.items() if (row, year) in inside and not inside & blank}
    found = broken_sums(recon.check(twins.MAKERS[form](changed, tmp_path)))
    assert set(found) == arithmetic.broken(changed)
    assert {key[:4] for key in found} == containing


@pytest.mark.parametrize("number", range(SAMPLE))
def test_a_figure_changed_in_the_text_breaks_its_sums_and_its_passport_statement(
    number: int, right: FinancingTable, document, tmp_path: Path
) -> None:
    row, year = cells(right)[number]
    lines = document("003").read_text(encoding="utf-8").splitlines(keepends=True)

    def put(row: int, year: int, amount: str) -> None:
        line = right.rows[row].line - 1
        parts = lines[line].rstrip("\n").split("\t")
        parts[FIRST_AMOUNT - 1 + year] = amount
        lines[line] = "\t".join(parts) + "\n"

    put(*right.where(*WRONG), TRUE)
    printed = right.rows[row].amounts[year] or "0,0"
    amount = str(Decimal(printed.replace(",", ".")) + Decimal("137.3")).replace(".", ",")
    put(row, year, amount)
    path = tmp_path / "changed.txt"
    path.write_text("".join(lines), encoding="utf-8")
    found = broken_sums(recon.check(path))
    changed = right.changed(row, year, amount)
    assert {key for key in found if key[0] != "TXT01"} == arithmetic.broken(changed)
    element, source = changed.codes[changed.rows[row].element], arithmetic.source_of(changed.rows[row].source)
    in_passport = {("TXT01", "", source, changed.years[year])} if element == "" else set()
    assert {key[:4] for key in found if key[0] == "TXT01"} == in_passport

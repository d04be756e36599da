"""The same table as PDF, DOC, RTF and XLS, as LibreOffice writes them, gives the same findings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

import recon
from recon.model.identity import Verdict
from recon.model.reconciliation import Reconciliation
from tests.made_by_office import needs_libreoffice, saved_as, with_lines
from tests.shared_documents import arithmetic, twins
from tests.shared_documents.twins import FinancingTable

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]

HIGH, WIDE = (11906, 16838), (16838, 11906)
#: seven years across; on the high page so narrow that numbers break inside
NARROW, ROOMY = [700, 3400, 1700, *[780] * 7], [1000, 5200, 2400, *[1000] * 7]


def high_pdf(table: FinancingTable, folder: Path) -> Path:
    return saved_as("pdf", with_lines(twins.as_docx(table, folder), folder, NARROW, HIGH), folder)


def wide_pdf(table: FinancingTable, folder: Path) -> Path:
    return saved_as("pdf", with_lines(twins.as_docx(table, folder), folder, ROOMY, WIDE), folder)


def doc(table: FinancingTable, folder: Path) -> Path:
    return saved_as("doc", with_lines(twins.as_docx(table, folder), folder, ROOMY, WIDE), folder)


def rtf(table: FinancingTable, folder: Path) -> Path:
    return saved_as("rtf", with_lines(twins.as_docx(table, folder), folder, ROOMY, WIDE), folder)


def xls(table: FinancingTable, folder: Path) -> Path:
    return saved_as("xls", twins.as_xlsx(table, folder), folder)


MAKERS: dict[str, Callable[[FinancingTable, Path], Path]] = {
    "high pdf": high_pdf, "wide pdf": wide_pdf, "doc": doc, "rtf": rtf, "xls": xls,
}  # fmt: skip


@pytest.fixture(scope="module", params=MAKERS)
def result(request: pytest.FixtureRequest, table: FinancingTable, tmp_path_factory) -> Reconciliation:
    return recon.check(MAKERS[request.param](table, tmp_path_factory.mktemp("office")))


def test_it_breaks_the_identities_of_the_text_and_no_others(result: Reconciliation, table: FinancingTable) -> None:
    broken = {
        (f.rule.code, f.code, f.source, f.period, f.identity.stated.amount, f.identity.computed)
        for f in result.findings
        if f.identity is not None and f.identity.verdict is Verdict.BROKEN
    }
    assert broken == arithmetic.broken(table)


def test_every_identity_is_bound_and_only_the_blank_figure_leaves_some_undecided(
    result: Reconciliation, table: FinancingTable
) -> None:
    proofs = {(p.rule, p.stated.code, p.stated.source, p.stated.period): p.verdict for p in result.proofs()}
    assert {name for name in proofs if name[0] in ("SRC01", "HIE01")} == {i.name for i in arithmetic.sums(table)}
    blank = [(row, year) for row, r in enumerate(table.rows) for year, text in enumerate(r.amounts) if not text]
    undecided = {name for name, verdict in proofs.items() if verdict is Verdict.UNDECIDED}
    assert undecided == {i.name for i in arithmetic.sums(table) if blank[0] in (i.stated, *i.parts)}


def test_every_figure_is_read_as_it_is_printed(result: Reconciliation, table: FinancingTable) -> None:
    stated = {(p.stated.code, p.stated.source, p.stated.period): p.stated.amount for p in result.proofs()}
    for number, row in enumerate(table.rows):
        for year, text in zip(table.years, row.amounts, strict=True):
            key = (table.codes[row.element], arithmetic.source_of(row.source), year)
            if text and key in stated:
                assert stated[key] == Decimal(text.replace(",", ".")), (number, key)

"""Text and tables of a PDF that no lines part: what may have been read across is refused, and said so."""

from __future__ import annotations

from pathlib import Path

from pdf_files import Page
from pdf_files import pdf as make

import recon
from recon.model.document import Paragraph
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.readers import pdf

LABEL, TEXT = 40, 300
VOLUMES = (
    "Общий объем финансирования - 60,0 тыс. рублей,",
    "в том числе: 2024 год - 10,0 тыс. рублей;",
    "2025 год - 20,0 тыс. рублей; 2026 год - 30,0",
    "тыс. рублей",
)


def passport(*label: str) -> Page:
    page = Page()
    for n, words in enumerate(VOLUMES):
        page.row((LABEL, TEXT), 100 + 12 * n, label[n] if n < len(label) else "", words)
    return page


def check(folder: Path, page: Page) -> Reconciliation:
    path = folder / "document.pdf"
    path.write_bytes(make(page))
    return recon.check(path)


def told(result: Reconciliation) -> list[tuple[str, str]]:
    return [(f.rule.code, f.message) for f in result.findings if f.severity is not Severity.INFORMATION]


def test_a_label_that_goes_on_beside_its_text_is_read_across_and_refused(tmp_path: Path) -> None:
    page = passport("Объемы и источники финансирования", "государственной программы в целом", "и по годам")
    blocks = pdf.read("a.pdf", make(page), "").blocks
    assert blocks
    assert all(isinstance(block, Paragraph) and block.mixed for block in blocks)
    result = check(tmp_path, page)
    assert [(code, message) for code, message in told(result)] == [("GAP01", "gap.mixed-columns")]
    assert result.identities.bound == 0


def test_a_label_on_one_line_is_not(tmp_path: Path) -> None:
    result = check(tmp_path, passport("Объемы финансирования"))
    assert (result.identities.holds, told(result)) == (1, [])


ROWS = (
    ("1", "Дороги", "Всего", "624,1", "937,2"),
    ("", "", "областной бюджет", "246,0", "362,0"),
    ("", "", "местные бюджеты", "378,1", "575,2"),
    ("2", "Мосты", "Всего", "305,4", "409,3"),
    ("", "", "областной бюджет", "102,1", "208,2"),
    ("", "", "местные бюджеты", "203,3", "201,1"),
)


def table(*, without: int = -1, slip: tuple[str, str] = ("", "")) -> Page:
    page = Page().text(LABEL, 60, "Ресурсное обеспечение, тыс. рублей")
    columns = (40, 80, 240, 400, 480)
    page.row(columns, 100, "№", "Наименование", "Источник", "2024 год", "2025 год")
    for n, row in enumerate(ROWS):
        if n != without:
            page.row(columns, 120 + 20 * n, *(slip[1] if text == slip[0] else text for text in row))
    return page


def test_a_table_without_lines_is_checked_and_its_slip_found(tmp_path: Path) -> None:
    assert check(tmp_path, table()).identities.holds == 4
    found = check(tmp_path, table(slip=("575,2", "475,2"))).findings
    assert [f.rule.code for f in found if f.severity is Severity.ERROR] == ["SRC01"]


def test_a_table_without_lines_that_lost_a_row_is_refused(tmp_path: Path) -> None:
    result = check(tmp_path, table(without=2))
    assert [finding for finding in result.findings if finding.severity is Severity.ERROR] == []
    assert result.documents[0].status == "not-read"

"""A page on which no row parts two columns of a table still has them, where the page before shows their wall."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_files import Page
from pdf_files import pdf as make

import recon
from recon.readers.pdf_rulings import Ruled

WIDE = [30.0, 75.0, 180.0, 250.0, 350.0, 430.0]
NARROW = [30.0, 180.0, 250.0, 350.0, 430.0]


def grid(xs: list[float], cells: list[tuple[int, int, int, int]], owner: list[list[int]]) -> Ruled:
    return Ruled(xs, [60.0, 80.0], cells, owner)


PIECE = grid(NARROW, [(0, n, 1, 1) for n in range(4)], [[0, 1, 2, 3]])
PAGE = grid(WIDE, [(0, n, 1, 1) for n in range(5)], [[0, 1, 2, 3, 4]])


def test_a_cell_goes_over_the_columns_that_the_page_does_not_part() -> None:
    found = PIECE.in_columns_of(PAGE)
    assert found.xs == WIDE
    assert found.cells == [(0, 0, 1, 2), (0, 2, 1, 1), (0, 3, 1, 1), (0, 4, 1, 1)]
    assert found.owner == [[0, 0, 1, 2, 3]]


@pytest.mark.parametrize("other", [[30.0, 160.0, 250.0, 350.0, 430.0], [30.0, 180.0, 250.0, 350.0, 500.0], WIDE])
def test_a_grid_with_a_wall_of_its_own_is_no_such_piece(other: list[float]) -> None:
    columns = len(other) - 1
    piece = grid(other, [(0, n, 1, 1) for n in range(columns)], [list(range(columns))])
    assert piece.in_columns_of(PAGE) is piece


def drawn(xs: list[float], rows: list[list[str]]) -> Page:
    page = Page().grid(xs, [60.0 + 20 * n for n in range(len(rows) + 1)])
    for n, row in enumerate(rows):
        page.row([x + 3 for x in xs], 75.0 + 20 * n, *row)
    return page


def test_the_total_on_the_last_page_is_the_sum_of_the_pages_before(tmp_path: Path) -> None:
    head = ["№", "Наименование", "Источник", "2031 год", "2032 год"]
    rows = [head, ["1", "Ремонт", "МБ", "10,5", "20,3"], ["2", "Сады", "МБ", "6,1", "10,1"]]
    path = tmp_path / "programme.pdf"
    for total, severities in (("16,6", []), ("16,9", ["error"])):
        path.write_bytes(make(drawn(WIDE, rows), drawn(NARROW, [["Итого по программе", "МБ", total, "30,4"]])))
        result = recon.check(path)
        assert [finding.severity.value for finding in result.findings if finding.rule.code == "HIE01"] == severities
        assert result.identities.bound == 2

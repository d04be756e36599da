"""A column of totals that its head does not call so is known by its sums; another column of numbers is not."""

from __future__ import annotations

from pathlib import Path

import recon

STROKE = "-" * 60
ROWS = {
    "Федеральный бюджет": ("1310,0", "910,0", "400,0"),
    "Областной бюджет": ("1827,1", "845,7", "981,4"),
    "Местные бюджеты": ("3410,3", "1649,7", "1760,6"),
    "Всего": ("6547,4", "3405,4", "3142,0"),
}


def drawn(rows: dict[str, tuple[str, ...]]) -> str:
    head = ["| |Стоимость работ| 1999 г. | 2000 г. |", "| | (тыс. руб.) | | |"]
    body = [f"|{name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    return "\n".join([STROKE, *head, STROKE, *body, STROKE, ""])


def check(folder: Path, text: str) -> recon.Reconciliation:
    path = folder / "table.txt"
    path.write_text(text, encoding="utf-8")
    return recon.check(path)


def test_the_years_are_held_against_the_column_that_is_their_sum(tmp_path: Path) -> None:
    result = check(tmp_path, drawn(ROWS))
    assert (result.identities.holds, result.findings) == (7, [])


def test_an_error_in_that_column_is_found(tmp_path: Path) -> None:
    result = check(tmp_path, drawn(ROWS | {"Областной бюджет": ("1287,1", "845,7", "981,4")}))
    found = {(f.rule.code, f.identity.stated.raw) for f in result.findings if f.identity is not None}
    assert found == {("PER01", "1287,1"), ("SRC01", "6547,4")}
    assert [repair.slip for repair in result.causes[0].repairs] == ["digits-interchanged"]


def test_a_column_that_is_not_their_sum_is_no_total(tmp_path: Path) -> None:
    lengths = {name: (f"{n},5", *cells[1:]) for n, (name, cells) in enumerate(ROWS.items(), 12)}
    result = check(tmp_path, drawn(lengths).replace("Стоимость работ", "Протяжённость, км"))
    assert (result.identities.broken, result.identities.holds) == (0, 2)

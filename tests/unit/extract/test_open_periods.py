"""Years before and behind those that a table parts make up its total with them."""

from __future__ import annotations

from pathlib import Path

import pytest

import recon

_ROWS = (
    ("Всего", 1500, 300, 400, 350, 250, 200),
    ("Федеральный бюджет", 700, 150, 200, 150, 100, 100),
    ("Областной бюджет", 500, 100, 120, 130, 90, 60),
    ("Местные бюджеты", 300, 50, 80, 70, 60, 40),
)


def _checked(folder: Path, head: str, rows: tuple[tuple[object, ...], ...], unit: str) -> recon.Reconciliation:
    lines = [unit, "", head, "|" + "---|" * (head.count("|") - 1)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    path = folder / "programme.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return recon.check(str(path))


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("До 2024", "После 2026"),
        ("до 2024 года", "2027 и далее"),
        ("предыдущие годы", "последующие годы"),
        ("Prior", "Future"),
        ("Prior years", "2027 and beyond"),
        ("до 2024 року", "після 2026 року"),
    ],
)
def test_the_years_before_and_behind_are_added_to_the_total(tmp_path: Path, before: str, behind: str) -> None:
    head = f"| Источник | Всего | {before} | 2024 | 2025 | 2026 | {behind} |"
    result = _checked(tmp_path, head, _ROWS, "Финансирование, млн рублей")
    assert result.identities.broken == 0
    assert result.identities.holds == 10


def test_an_error_among_them_is_found(tmp_path: Path) -> None:
    head = "| Источник | Всего | До 2024 | 2024 | 2025 | 2026 | После 2026 |"
    wrong = (*_ROWS[:3], ("Местные бюджеты", 300, 50, 80, 70, 60, 48))
    result = _checked(tmp_path, head, wrong, "Финансирование, млн рублей")
    (cause,) = result.causes
    assert [(repair.stated, repair.proposed) for repair in cause.repairs] == [(48, 40)]


def test_a_total_that_never_counts_them_is_one_of_the_years(tmp_path: Path) -> None:
    head = "| Источник | Всего 2024-2026 | 2024 | 2025 | 2026 | После 2026 |"
    rows = tuple((name, two + three + four, two, three, four, five) for name, _, _, two, three, four, five in _ROWS)
    result = _checked(tmp_path, head.replace(" 2024-2026", ""), rows, "Финансирование, млн рублей")
    assert result.identities.broken == 0


def test_two_lists_of_one_table_have_years_and_what_was_before_them(tmp_path: Path) -> None:
    rows = (
        ("Expense", "", "", "", "", ""),
        ("General Government", "4,285,000", "5,974,000", "8,784,000", "575,000", "19,618,000"),
        ("Roads", "1,954,000", "6,191,000", "7,785,000", "4,139,000", "20,069,000"),
        ("Bridges", "6,338,000", "9,008,000", "1,770,000", "9,503,000", "26,619,000"),
        ("Total Expense", "12,577,000", "21,173,000", "18,339,000", "14,217,000", "66,306,000"),
        ("Funding", "", "", "", "", ""),
        ("General Fund Bonds", "10,577,000", "11,173,000", "8,339,000", "4,217,000", "34,306,000"),
        ("Grants", "2,000,000", "10,000,000", "10,000,000", "10,000,000", "32,000,000"),
        ("Total Funding", "12,577,000", "21,173,000", "18,339,000", "14,217,000", "66,306,000"),
    )
    head = "| Category | Prior | FY2024 | FY2025 | FY2026 | 6-year total |"
    result = _checked(tmp_path, head, rows, "Capital programme, in dollars")
    assert result.identities.broken == 0
    assert result.documents[0].tables[0].meaning.unit == "dollars"

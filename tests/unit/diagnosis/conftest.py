"""Small programmes for the diagnosis: a tree of elements by source and year, sound before a test spoils it."""

from collections.abc import Callable
from decimal import Decimal

import pandas as pd
import pytest

from recon import engine
from recon.model.reconciliation import Reconciliation
from recon.rulebook.load import load

SOURCES = ("regional", "federal")
YEARS = ("2024", "2025", "2026")
LEAVES = {
    "1.1.1": (12345, 56321),
    "1.1.2": (20417, 33008),
    "1.2.1": (78213, 10559),
    "1.2.2": (4609, 61234),
    "2.1": (91236, 7741),
}
Cell = tuple[str, str, str]


def ancestors(code: str) -> list[str]:
    parts = code.split(".")
    return [".".join(parts[:depth]) for depth in range(len(parts) - 1, 0, -1)] + [""]


def sound_programme() -> dict[Cell, Decimal]:
    """Every figure of the programme by code, source and period, in thousands with one decimal."""
    figures: dict[Cell, Decimal] = {}
    for code, amounts in LEAVES.items():
        for source, amount in zip(SOURCES, amounts, strict=True):
            for step, year in enumerate(YEARS):
                value = Decimal(amount + 1113 * step) / 10
                for element in [code, *ancestors(code)]:
                    for whole in (source, "total"):
                        for period in (year, "total"):
                            cell = (element, whole, period)
                            figures[cell] = figures.get(cell, Decimal(0)) + value
    return figures


@pytest.fixture(scope="session")
def book():
    return load(None)


@pytest.fixture
def programme() -> dict[Cell, Decimal]:
    return sound_programme()


@pytest.fixture
def check(book) -> Callable[[dict[Cell, Decimal]], Reconciliation]:
    """Reconcile a programme given as cells, perhaps with its base edition; None is a blank figure."""
    from recon.ledger.files import from_frame

    def ledger_of(figures: dict[Cell, Decimal | None]):
        rows = [
            {
                "document": "invented",
                "code": code,
                "element": f"element {code}",
                "source": source,
                "period": period,
                "amount": "" if amount is None else f"{amount:.1f}",
                "unit": "thousand-rubles",
            }
            for (code, source, period), amount in figures.items()
        ]
        return from_frame(pd.DataFrame(rows), book.vocabulary)

    def run(figures: dict[Cell, Decimal | None], base: dict[Cell, Decimal] | None = None) -> Reconciliation:
        before = None if base is None else ledger_of(base)
        return engine.check_ledger(ledger_of(figures), [], [], book, before=before)

    return run

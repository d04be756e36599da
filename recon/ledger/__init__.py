"""Every figure once, in columns of exact integers behind one schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recon.ledger.ledger import Ledger


def join(ledgers: Sequence[Ledger]) -> Ledger:
    """One ledger of several, in order, in the finest minor unit among them."""
    from recon.ledger.joining import joined

    return ledgers[0] if len(ledgers) == 1 else joined(ledgers)


def names_of(ledgers: Sequence[Ledger]) -> list[str]:
    """The documents that the figures of these ledgers stand in."""
    return [str(name) for ledger in ledgers for name in ledger.figures["document"].array.categories]

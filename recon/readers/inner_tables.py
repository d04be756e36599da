"""What a table inside a cell says there: its cells parted by tabs, its rows by line ends."""

from __future__ import annotations

from collections.abc import Iterable

from recon.model.document import Table


def flat(table: Table) -> str:
    return "\n".join(_line(cell.text for cell in row) for row in table.rows).strip()


def _line(texts: Iterable[str]) -> str:
    return "\t".join(texts).rstrip()

"""Tables with rows of sources whose heads name no years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.extract.label_columns import mostly
from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import looks_like_number
from recon.extract.shares import printed_shares
from recon.extract.wording import Wording
from recon.model.period import unknown_column

if TYPE_CHECKING:
    from recon.extract.grids import Grid


def layout_without_years(grid: Grid, words: Wording) -> Layout | None:
    """A table whose head is lost still has rows of sources: its columns can be told apart, not named."""
    rows = [row for row in grid.rows if sum(looks_like_number(text) for text in row.texts) >= 2]
    label = next((j for j in range(grid.width) if mostly(words.source_of, rows, j)), None)
    if label is None or len(rows) < 2 or len(rows) * 2 < len(grid.rows):
        return None
    numeric = [j for j in range(grid.width) if j > label and any(looks_like_number(row.texts[j]) for row in rows)]
    shares = printed_shares([[row.texts[j] for j in numeric] for row in rows])
    columns = [
        FigureColumn(j, unknown_column(j + 1), "amount", "", "", share=n in shares) for n, j in enumerate(numeric)
    ]
    return Layout(0, columns, name=label, source=label, lost_head=True) if len(columns) >= 2 else None

"""What a head says over each column of a table, and which kind of figure its words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recon.extract.wording import Wording, normalise

if TYPE_CHECKING:
    from recon.extract.grids import GridRow


def labels_of(head: list[GridRow], width: int) -> list[list[str]]:
    """The head's labels of each column from top to bottom; what spans columns stands over each of them."""
    labels: list[list[str]] = [[] for _ in range(width)]
    for i, row in enumerate(head):
        carried = ""
        for j in range(width):
            cell = row.cells[j]
            text = cell.text if cell is not None else ""
            if text:
                carried = text
            elif any(below.texts[j] for below in head[i + 1 :]):
                text = carried  # a text file keeps the label of a merged group over its first column only
            if text and (not labels[j] or labels[j][-1] != text):
                labels[j].append(text)
    return labels


def role_of(kind: str, words: Wording) -> str:
    return "amount" if not kind or _only_unit(kind, words) or names_money(kind, words) else normalise(kind)


def names_money(kind: str, words: Wording) -> bool:
    """Whether the words over a column call its figures amounts, and not another kind of figure in money."""
    return words.has("money", kind) and not words.has("other-role", kind)


def _only_unit(kind: str, words: Wording) -> bool:
    """«(млн. руб.)» below a year says in what its amounts are, and of no other kind of figure."""
    return kind.startswith("(") and kind.endswith(")") and bool(words.unit_of(kind)) and not words.has("share", kind)

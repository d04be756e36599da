"""Which columns beside the figures hold codes, levels, names, sources or units of the rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recon.extract.layouts import FigureColumn, Layout
from recon.extract.numbers import looks_like_number
from recon.extract.spenders import spenders_column
from recon.extract.torn_codes import is_code
from recon.extract.wording import Wording

if TYPE_CHECKING:
    from recon.extract.grids import GridRow

#: words of a level with its number
_LONGEST_LEVEL = 3


def layout_with_labels(
    first: int, columns: list[FigureColumn], labels: list[list[str]], data: list[GridRow], words: Wording
) -> Layout:
    """The layout of a table with a head. first: row of the first of data; labels: what the head says of each column."""
    layout = Layout(first, columns, head=" ".join(dict.fromkeys(text for column in labels for text in column if text)))
    layout.unit = next((column.unit for column in columns if column.unit), "") or words.unit_of(layout.head)
    _settle(layout, labels, data, words)
    return layout


def _settle(layout: Layout, labels: list[list[str]], data: list[GridRow], words: Wording) -> None:
    """Find the columns of codes, names and sources among those before and beside the figures."""
    taken = {column.index for column in layout.columns}
    free = [j for j in range(len(labels)) if j not in taken and (j < min(taken) or any(r.texts[j] for r in data))]
    free = [j for j in free if j < min(taken) or not mostly(looks_like_number, data, j)]
    heads = {j: " ".join(labels[j]) for j in free}
    layout.units = next(
        (
            j
            for j in free
            if words.has("indicator-unit-column", heads[j]) and any(words.unit_of(row.texts[j]) for row in data)
        ),
        None,
    )
    free = [j for j in free if j != layout.units]
    layout.source = next((j for j in free if words.has("source-column", heads[j])), None)
    rest = [j for j in free if j != layout.source]
    layout.code = next((j for j in rest if words.has("code-column", heads[j])), None)
    if layout.code is None and rest and mostly(is_code, data, rest[0]):
        layout.code = rest[0]
    rest = [j for j in rest if j != layout.code]
    rest = [j for j in rest if j < min(taken)] or rest  # what stands behind the figures is a result or a remark
    named = [j for j in rest if words.has("name-column", heads[j])] or rest
    bare = [j for j in rest if mostly(lambda text: _is_bare_level(text, words), data, j)]
    layout.status = next((j for j in bare if any(k > j for k in named if k not in bare)), None)
    named = [j for j in named if j != layout.status] or named
    layout.name = max(named, key=lambda j: sum(len(row.texts[j]) for row in data), default=None)
    if layout.name is None:
        layout.name = layout.source  # one column for both: «Наименование результата и источники финансирования»
    if layout.source is None:
        layout.source = next((j for j in rest if mostly(words.source_of, data, j)), None)
    if layout.source is None:
        own = [j for j in (layout.code, layout.status, layout.name) if j is not None]
        figures = [column.index for column in layout.columns]
        spenders = spenders_column([j for j in rest if j not in own], own, figures, data, words)
        layout.by_spender = spenders is not None
        layout.source = spenders if spenders is not None else layout.name


def _is_bare_level(text: str, words: Wording) -> bool:
    """«Подпрограмма 2», «Основное мероприятие 1.1»: a level and its number, and no name."""
    return len(text.split()) <= _LONGEST_LEVEL and words.level_of(text) is not None


def mostly(test: Callable[[str], object], data: list[GridRow], column: int) -> bool:
    """Whether more than half of the texts of a column pass; blanks apart."""
    texts = [row.texts[column] for row in data if row.texts[column]]
    left = len(texts) // 2 + 1  # so many must pass; a long column is left as soon as it is decided
    for rest, text in zip(range(len(texts), 0, -1), texts, strict=True):
        if left > rest:
            return False
        left -= bool(test(text))
        if not left:
            return True
    return False

"""Two kinds of one source under one element, «собственные средства» and «иные источники»: each is an addend."""

from __future__ import annotations

from collections.abc import Sequence, Set

from recon.extract.wording import normalise
from recon.model.figure import Figure

_NO_PATH = str.maketrans(":/", "  ")


def own_name(label: str) -> str:
    """What a source is called that the vocabulary has no word of its own for."""
    return normalise(label).translate(_NO_PATH).strip()


def name_apart(figures: Sequence[Figure], several: Set[str]) -> None:
    """Sources of which one element has two kinds go by the names of the kinds in all elements, save divided ones."""
    split = several - {figure.source.split("/")[0] for figure in figures if "/" in figure.source}
    for figure in figures:
        if figure.source in split and figure.source_name:
            figure.source = own_name(figure.source_name)

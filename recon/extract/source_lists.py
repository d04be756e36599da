"""Rows named by a list of sources, «областной бюджет, местный бюджет и иные источники», with the sources below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recon.extract.wording import Wording, normalise
from recon.model.source import TOTAL

_PARTED = re.compile(r"[,;]")


def wholes_of_sources(labels: Sequence[str], words: Wording) -> set[str]:
    """Those of these labels, one a row, that list the very sources which the rows right below name one by one."""
    return {label for n, label in enumerate(labels) if _PARTED.search(label) and _is_whole(labels, n, words)}


def _is_whole(labels: Sequence[str], row: int, words: Wording) -> bool:
    listed = _listed(labels[row], words)
    below = {words.source_of(label) for label in labels[row + 1 : row + 1 + len(listed)]}
    return len(listed) > 1 and listed == below


def _listed(label: str, words: Wording) -> set[str]:
    """The sources that a label lists; what else it says of the last of them is left aside."""
    plain = normalise(label)
    for conjunction in reversed(words.every("and", plain)):
        plain = f"{plain[: conjunction.start()]},{plain[conjunction.end() :]}"
    return {words.source_of(piece) for piece in _PARTED.split(plain)} - {"", TOTAL}

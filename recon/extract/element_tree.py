"""The tree of elements of one table, grown row by row from codes, or from level words where there are none."""

from __future__ import annotations

import re

from recon.extract.wording import Wording, normalise
from recon.model.element import Element
from recon.model.locator import Locator

_CODE = re.compile(r"\d+(?:\.\d+)*")
#: rank of an uncoded element whose name has no level word: below every named level
_UNNAMED_LEVEL = 9


class ElementTree:
    """Elements of one table in the order of its rows, each under its parent."""

    def __init__(self, table: str, elements: list[Element], words: Wording) -> None:
        self._table = table
        self._elements = elements
        self._words = words
        self._by_code: dict[str, int] = {}
        self._by_rank: list[tuple[int, int]] = []  # (rank, element) of the uncoded elements above the next one
        self._programme = -1
        self.current = -1

    @property
    def has_current(self) -> bool:
        return self.current >= 0

    def begin(self, code: str, name: str, at: Locator) -> None:
        """A row names an element: it becomes the current one. The same code and name again is the same element."""
        bare = code.strip().rstrip(".")
        known = self._by_code.get(bare) if bare else None
        if known is not None and normalise(self._elements[known].name) == normalise(name):
            self.current = known
            return
        if _CODE.fullmatch(bare):
            parent = self._parent_by_code(bare)
        elif self._by_code:
            parent = -1  # among coded rows an uncoded one is no part of anything: «Итого по …» repeats a sum
        else:
            parent = self._parent_by_level(name)
        key = bare or ("" if parent < 0 and self._programme < 0 else normalise(name))
        self._elements.append(Element(self._table, code.strip(), name, key, parent, at))
        self.current = len(self._elements) - 1
        if bare:
            self._by_code[bare] = self.current
        elif parent < 0 and self._programme < 0:
            self._programme = self.current

    def extend_name(self, tail: str) -> None:
        """The tail of the current element's name, printed after a page break."""
        element = self._elements[self.current]
        element.name = f"{element.name} {tail}"

    def _parent_by_code(self, code: str) -> int:
        """The nearest ancestor that the table has: a table may leave a level out. Text, never a number: 1.10 ≠ 1.1."""
        segments = code.split(".")
        for depth in range(len(segments) - 1, 0, -1):
            found = self._by_code.get(".".join(segments[:depth]))
            if found is not None:
                return found
        return self._programme

    def _parent_by_level(self, name: str) -> int:
        rank = self._words.level_of(name)
        rank = _UNNAMED_LEVEL if rank is None else rank
        while self._by_rank and self._by_rank[-1][0] >= rank:
            self._by_rank.pop()
        parent = self._by_rank[-1][1] if self._by_rank else -1
        self._by_rank.append((rank, len(self._elements)))
        return parent

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
        self._first = len(elements)
        #: uncoded rows that stand behind what they sum up
        self.repeated: list[int] = []
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
        elif self._by_code or (self.has_current and self._words.begins("total", normalise(name))):
            parent = -1  # among coded rows an uncoded one is no part of anything: «Итого по …» repeats a sum
            self.repeated.append(len(self._elements))
        else:
            parent = self._parent_by_level(name)
        key = bare or ("" if parent < 0 and self._programme < 0 else normalise(name))
        self._elements.append(Element(self._table, code.strip(), name, key, parent, at))
        self.current = len(self._elements) - 1
        if bare:
            self._by_code[bare] = self.current
        elif parent < 0 and self._programme < 0 and not self.repeated:
            self._programme = self.current

    def close(self) -> None:
        """After the last row: a grand total behind the rows stands above them; those who spend are no elements."""
        mine = range(self._first, len(self._elements))
        if self._is_closed_by_its_total():
            whole = self.repeated[-1]
            if self._programme >= 0:  # the first of the subprogrammes, and no whole
                first = self._elements[self._programme]
                first.key = first.key or normalise(first.name)
            name = normalise(self._elements[whole].name)
            ends = [i for i in self.repeated if normalise(self._elements[i].name) == name]
            for i in mine:  # one list below another, each with its «Усього»
                if self._elements[i].parent < 0 and i not in self.repeated:
                    self._elements[i].parent = next((end for end in ends if end > i), -1)
            for i in self.repeated:  # «Итого по разделу» is that of a section, and not of the programme
                end = self._elements[i]
                end.key = end.key or normalise(end.name)
            for i in ends:
                self._elements[i].key = ""
        split = {self._elements[i].parent for i in mine if self._is_level(i)}
        for i in mine:
            element = self._elements[i]
            if element.parent in split and not element.code and not self._is_level(i):
                element.parent = -1

    def _is_closed_by_its_total(self) -> bool:
        """Whether the last row is the total of the programme, which no row before it is."""
        if not self.repeated or not self._is_grand_total(self._elements[self.repeated[-1]].name):
            return False
        return self._programme < 0 or bool(self._words.level_of(self._elements[self._programme].name))

    def _is_level(self, element: int) -> bool:
        """Whether an uncoded element under another has a level word: a subprogramme, not one of those who spend."""
        known = self._elements[element]
        return known.parent >= 0 and not known.code and self._words.level_of(known.name) is not None

    def _is_grand_total(self, name: str) -> bool:
        """«Итого», «Всего по программе», «Итого по государственной программе», not «Итого по разделу 1»."""
        plain = normalise(name)
        if self._words.level_of(name) == 0 or len(plain.split()) == 1:
            return True
        total = self._words.begins("total", plain)
        of = plain[total.end() :].split(maxsplit=1) if total else []
        return any(self._words.level_of(" ".join(of[n:])) == 0 for n in range(len(of)))

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

"""A target in prose: «увеличение доли … до 35 процентов к 2024 году», where every word of it is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from recon.extract.indicator_values import kind_of
from recon.extract.numbers import read_number
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State

#: a shorter name («Количество услуг») may be meant of a part of the territory or of one activity
LEAST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)?|%")
_NUMBER = re.compile(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"(20\d\d)(?: ?(?:год\w*|г\b\.?))?")
_IS_YEAR = re.compile(r"20\d\d(?! ?%)(?= ?(?:год\w*|г\b|$))")
#: a sentence ends at a stop behind a word that is no abbreviation; a list at a semicolon, a line of it at its mark
_CLAUSE_ENDS = re.compile(r";|:\s|\n(?=\s*(?:[-–—•*]|\d+[.)]|[А-ЯЁA-Z«]))|(?<=[^\W\d_]{4})[.!?](?:\s|$)")
_ITEM = re.compile(r"\A[\W_]*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*)?")
_BETWEEN = ' ,"()'
_MOST_UNIT_WORDS = 3
#: how many letters the end of a word may differ by, and how many must agree
_ENDING, _ROOT = 3, 3


@dataclass(frozen=True, slots=True)
class Target:
    """What a clause says that a name shall reach in a year. name: number of the name that it is about."""

    name: int
    reading: Reading
    kind: str
    unit: str
    year: str


class Names:
    """Names of indicators, found in a clause in whatever case their words stand."""

    def __init__(self, names: Sequence[str]) -> None:
        self._by_root: dict[str, list[tuple[int, list[str]]]] = {}
        for number, name in enumerate(names):
            words = [found[0] for found in _WORD.finditer(normalise(name))]
            if len(words) >= LEAST_WORDS:
                self._by_root.setdefault(words[0][:_ROOT], []).append((number, words))

    def within(self, plain: str) -> Iterator[tuple[int, int, int]]:
        """Number of a name, and where it begins and ends; of names that begin alike the longest."""
        found = list(_WORD.finditer(plain))
        for i, first in enumerate(found):
            longest: tuple[int, int, int] | None = None
            for number, words in self._by_root.get(first[0][:_ROOT], ()):
                here = found[i : i + len(words)]
                if len(here) == len(words) and all(map(_alike, (f[0] for f in here), words)):
                    end = here[-1].end()
                    longest = (number, first.start(), end) if longest is None or end > longest[2] else longest
            if longest is not None:
                yield longest


def _alike(one: str, other: str) -> bool:
    """Whether two words are one but for the case that they stand in."""
    if one == other:
        return True
    agree = max(_ROOT, max(len(one), len(other)) - _ENDING)
    return one.isalpha() and len(one) >= _ROOT and one[:agree] == other[:agree] and len(other) >= agree


def targets(text: str, names: Names, words: Wording) -> Iterator[Target]:
    """The targets of a text. A clause with a word that is not understood names another scope: nothing is said of it."""
    if not re.search(r"20\d\d", text):
        return
    for clause in _CLAUSE_ENDS.split(text):
        plain = normalise(clause)
        for number, start, end in names.within(plain):
            reader = _Clause(words)
            if reader.lead(plain[:start]) and reader.tail(plain[end:]) and reader.complete:
                yield Target(number, *reader.said())


class _Clause:
    """Eats a clause from left to right; what is left over is not understood."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.years: list[str] = []
        self.reading: Reading | None = None
        self.kind = self.unit = ""

    @property
    def complete(self) -> bool:
        return self.reading is not None and self.reading.state is State.STATED and len(set(self.years)) == 1

    def said(self) -> tuple[Reading, str, str, str]:
        assert self.reading is not None
        return self.reading, self.kind, self.unit, self.years[0]

    def lead(self, text: str) -> bool:
        """«К 2024 году увеличение», «увеличение до 35 процентов»: all that may stand before a name."""
        rest = _ITEM.sub("", text, count=1).lstrip(_BETWEEN)
        return self._all(rest, (self._year, partial(self._eat, "target-lead"), self._aim))

    def tail(self, text: str) -> bool:
        """«составит в 2024 году не менее 35 процентов»: all that may stand behind it."""
        rest = text.strip(" .").lstrip(_BETWEEN)
        return self._all(rest, (self._year, self._from, self._aim, partial(self._eat, "target-verb")))

    def _all(self, text: str, ways: Sequence[Callable[[str], str | None]]) -> bool:
        """Whether a text is eaten up."""
        while text:
            rest = next((rest for way in ways if (rest := way(text)) is not None), None)
            if rest is None:
                return False
            text = rest
        return True

    def _eat(self, kind: str, text: str) -> str | None:
        found = self.words.begins(kind, text)
        return text[found.end() :].lstrip(_BETWEEN) if found is not None and found.end() else None

    def _year(self, text: str) -> str | None:
        rest = self._eat("target-year", text)
        found = _YEAR.match(rest) if rest is not None else None
        if rest is None or found is None or _YEAR.match(rest[found.end() :].lstrip(" -")):
            return None
        self.years.append(found[1])
        return rest[found.end() :].lstrip(_BETWEEN)

    def _aim(self, text: str) -> str | None:
        """The target itself: «до 35 процентов», «составит не менее 35 %»."""
        rest = self._eat("target-mark", text)
        while rest is not None and (more := self._eat("target-mark", rest)) is not None:
            rest = more
        if rest is not None and (more := self._year(rest)) is not None:  # «составит к 2024 году не менее …»
            rest = more if (mark := self._eat("target-mark", more)) is None else mark
        if rest is None or self.reading is not None:
            return None
        return self._amount(rest, aimed=True)

    def _from(self, text: str) -> str | None:
        """«с 30 процентов в 2018 году»: where it comes from, which is not what it aims at."""
        rest = self._eat("target-from", text)
        rest = self._amount(rest, aimed=False) if rest is not None else None
        if rest is None:
            return None
        kept, self.years = self.years, []
        behind, self.years = self._year(rest), kept
        return rest if behind is None else behind

    def _amount(self, text: str, *, aimed: bool) -> str | None:
        found = _NUMBER.match(text)
        if found is None or _IS_YEAR.match(text):
            return None
        rest = text[found.end() :].lstrip()
        unit, kind = self._unit_at(rest)
        if aimed:
            if not kind:
                return None
            self.reading, self.unit, self.kind = read_number(found[0]), unit, kind
        return rest[len(unit) :].lstrip(_BETWEEN + ".")

    def _unit_at(self, text: str) -> tuple[str, str]:
        """The longest unit of the vocabulary that a text begins with, as printed and as a kind."""
        ends = [found.end() for found in _WORD.finditer(text[:80])][:_MOST_UNIT_WORDS]
        for end in reversed(ends):
            kind = kind_of(text[:end], self.words)
            if f"unit-{kind}" in self.words.vocabulary.words:
                return text[:end], kind
        return "", ""

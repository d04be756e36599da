"""How a printed word is compared: normalised, then held against the spellings of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from recon.model.rule import Vocabulary

_DASHES = re.compile(r"[‐‑‒–—―−]")
_QUOTES = re.compile(r"[«»„“”‟\"]")
_LINE_END_HYPHEN = re.compile(r"(?<=[а-яёa-z])-\s+(?=[а-яёa-z])")
#: What `*` stands for. No word is longer; and a search through a line of twenty thousand signs has to end.
_ENDING = r"[\w-]{0,60}"
#: how many signs from a place on are looked at for a unit: prose has few that differ there
_SEEN = 48
#: before the last letters of a word that stand apart
_TORN_WORD = re.compile(r"(?<=[^\W\d]{4}) (?=[^\W\d]{1,3}(?: |\Z))")
#: a Latin «i» in a Cyrillic word: typed where a keyboard had no Ukrainian one
_FOREIGN_I = re.compile("(?<=[а-яєіїґ])i|i(?=[а-яєіїґ])")
#: where a line ended inside a word once: «федераль-ного»
_HYPHENATED = re.compile(r"(?<=[^\W\d_]{3})-(?=[^\W\d_]{2})")
_BRACKETED = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """Lower case, one kind of blank, dash and quote, «ё» as «е», words joined that a line end had split."""
    plain = _DASHES.sub("-", text.lower().replace("ё", "е").replace("\u00ad", ""))
    plain = with_own_letters(" ".join(plain.split()))
    return _LINE_END_HYPHEN.sub("", _QUOTES.sub('"', plain))


def with_own_letters(lowered: str) -> str:
    """«спецiального» with the letter that it means, character for character."""
    return _FOREIGN_I.sub("і", lowered) if "i" in lowered and not lowered.isascii() else lowered


def expression(spelling: str) -> str:
    """The regular expression of a spelling, for text that is normalised."""
    whole = spelling.startswith("=")
    words = normalise(spelling.lstrip("=")).split(" ")
    pattern = r"[\s.]+".join(re.escape(word).replace(r"\*", _ENDING) for word in words)
    if whole:
        return rf"\A\W{{0,60}}{pattern}\W{{0,60}}\Z"
    before = r"(?<!\w)" if words[0][:1].isalnum() or words[0].startswith("*") else ""
    after = r"(?!\w)" if words[-1][-1:].isalnum() else ""
    return before + pattern + after


def _stem(spelling: str) -> str:
    """The longest run of signs that stands in every printed form: looking for it is far cheaper than the expression."""
    return max(re.split(r"[*\s]+", normalise(spelling.lstrip("="))), key=len)


def _stems(spellings: Iterable[str]) -> re.Pattern[str]:
    """Finds whether any of the spellings may stand in a text: in most it is none, and one look shows it."""
    found = sorted({_stem(spelling) for spelling in spellings})
    return re.compile("|".join(map(re.escape, found)) or r"(?!)")


class Wording:
    """The spellings of a vocabulary, ready to be held against printed text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._sources = [
            (_stem(s), re.compile(expression(s)), s.startswith("="), code) for s, code in vocabulary.sources
        ]
        self._units = [(_stem(s), re.compile(expression(s)), code) for s, code in vocabulary.units]
        self._a_source = _stems(s for s, _ in vocabulary.sources)
        self._a_unit = _stems(s for s, _ in vocabulary.units)
        self._a_word = {kind: _stems(spellings) for kind, spellings in vocabulary.words.items()}
        self._words = {
            kind: re.compile("|".join(f"(?:{expression(s)})" for s in spellings))
            for kind, spellings in vocabulary.words.items()
        }
        self._families: dict[str, tuple[re.Pattern[str], list[str]]] = {}
        self._levels = [(re.compile(expression(s)), rank) for s, rank in vocabulary.levels]
        self._unit_codes = [code for _, code in vocabulary.units]
        in_prose = "|".join(rf"([\s(]*{expression(s)}\.?)" for s, _ in vocabulary.units)
        self._unit_in_prose = re.compile(in_prose or r"(?!)")
        self.source_of = lru_cache(maxsize=65536)(self._source_of)
        self.unit_of = lru_cache(maxsize=4096)(self._unit_of)
        self._unit_within = lru_cache(maxsize=4096)(self._unit_there)

    def has(self, kind: str, text: str) -> bool:
        """Whether `text` holds a word of this kind anywhere."""
        words = self._words.get(kind)
        if words is None:
            return False
        plain = normalise(text)
        return self._a_word[kind].search(plain) is not None and words.search(plain) is not None

    def begins(self, kind: str, normalised: str) -> re.Match[str] | None:
        words = self._words.get(kind)
        return words.match(normalised) if words else None

    def kind_that_begins(self, family: str, normalised: str) -> str:
        """The first kind of a family (`unit-` for `unit-percent`, …) that a text begins with, "" for none."""
        words = self._families.get(family)
        if words is None:
            members = {kind: words.pattern for kind, words in self._words.items() if kind.startswith(family)}
            named = "|".join(f"(?P<of_{n}>{pattern})" for n, pattern in enumerate(members.values()))
            words = self._families[family] = (re.compile(named or r"(?!)"), list(members))
        expression, kinds = words
        found = expression.match(normalised)
        return kinds[int(found.lastgroup.removeprefix("of_"))] if found and found.lastgroup else ""

    def every(self, kind: str, normalised: str) -> list[re.Match[str]]:
        """All places of words of this kind in an already normalised text."""
        words = self._words.get(kind)
        return list(words.finditer(normalised)) if words else []

    def last(self, kind: str, normalised: str) -> int:
        """Where the last word of this kind ends in an already normalised text, -1 where there is none."""
        found = self.last_match(kind, normalised)
        return found.end() if found is not None else -1

    def last_match(self, kind: str, normalised: str) -> re.Match[str] | None:
        """The last word of this kind in an already normalised text."""
        words = self._words.get(kind)
        return max(words.finditer(normalised), key=lambda found: found.end(), default=None) if words else None

    def _source_of(self, text: str) -> str:
        """The source that a label names, "" where it names none.

        What stands in brackets only qualifies a source («федеральный бюджет (в т.ч. трансферты)»), so it is
        asked last; and then whether a narrow column has broken a word («федеральны | й», «федераль-ный»).
        """
        if text.lower() == text.upper():
            return ""  # no letter in it, as in most cells
        plain = normalise(text)
        if self._a_source.search(plain) is None:
            return ""
        outside = _BRACKETED.sub(" ", plain).strip()
        torn = (_TORN_WORD.sub("", outside), _HYPHENATED.sub("", outside))
        for candidate in dict.fromkeys((outside, plain, *torn)):
            for stem, expression, whole, code in self._sources:
                if stem in candidate and (expression.match(candidate) if whole else expression.search(candidate)):
                    return code
        return ""

    def _unit_of(self, text: str) -> str:
        """The code of the first unit that a text names, in the vocabulary's order; "" where it names none."""
        plain = normalise(text)
        if self._a_unit.search(plain) is None:
            return ""
        return next((code for stem, expression, code in self._units if stem in plain and expression.search(plain)), "")

    def unit_at(self, text: str, position: int) -> tuple[str, int]:
        """The unit that stands right at `position` of a normalised text and where it ends; ("", position)."""
        before = max(0, position - 1)  # whether a word goes on is told by the sign before it
        unit, end = self._unit_within(text[before : position + _SEEN], position - before)
        if before + end == position + _SEEN:  # where what is seen ends, a word may go on
            return self._unit_there(text, position)
        return unit, before + end

    def _unit_there(self, text: str, position: int) -> tuple[str, int]:
        found = self._unit_in_prose.match(text, position)
        return (self._unit_codes[(found.lastindex or 1) - 1], found.end()) if found else ("", position)

    def level_of(self, text: str) -> int | None:
        """The rank of the first level word at the beginning of a name, None where there is none."""
        plain = normalise(text).lstrip('" ')
        return next((rank for expression, rank in self._levels if expression.match(plain)), None)


_wordings: dict[int, Wording] = {}


def wording(vocabulary: Vocabulary) -> Wording:
    """The one Wording of a vocabulary: compiling spellings costs more than using them."""
    known = _wordings.get(id(vocabulary))
    if known is None or known.vocabulary != vocabulary:
        alike = (each for each in _wordings.values() if each.vocabulary == vocabulary)
        known = _wordings[id(vocabulary)] = next(alike, None) or Wording(vocabulary)
    return known

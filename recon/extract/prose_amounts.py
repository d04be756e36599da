"""Amounts in running prose: where a number with a unit stands, what is declared nil, and what is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from recon.extract.numbers import numbers_in, read_number
from recon.extract.wording import Wording, with_own_letters
from recon.model.amount import Reading, State

#: a footnote mark right behind an amount
_STARS = re.compile(r"\*{1,3}")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
#: what makes four digits a year: the word behind them, the other end of a span, a dash before an amount
_IS_YEAR = re.compile(r"\s*(?:год|гг?\b|р(?:оки|оків|оках|ік|оці|оку|р?\.)|-\s*(?:19|20)\d\d|\)?\s*[-:]\s*[\d-])")
#: «1)», «2.», «1.1.» at the beginning of a line or of an item of a list; a point alone may be a decimal mark
_LIST_MARK = re.compile(r"(?:\A|(?<=[\n;:]))[\s\"]*((?:\d{1,2}\.)+\d{0,2}\)?|\d{1,2}\))(?=[ \t])")
#: «90 000 (девяносто тысяч) рублей»
_IN_WORDS = re.compile(r"\s*\([^\W\d][^\d()]*\)(?=\s*\w)")
#: a dash or a colon with something else behind it than a number
_NO_NUMBER = re.compile(r"(?<=[-:])[ \t]*(?:(-(?: ?-)*)|(_{2,}|…|\.{3}))?[ \t]*(?=[^\W\d]|[;,.\n]|\Z)")
_ENDS = re.compile(r"[*\s]*(?:[;,.\n)]|\Z)")
_CURRENCY = re.compile(r"(us\$|\$|€|£|(?<!\w)(?:eur|usd|gbp))\s*\Z")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)|\d+(?:\.\d+)?(?!\d|,\d)")
_LED_TO = re.compile(r"(?:[-:]|\bпо)\s*\Z")
#: «приложения 2 - 4» is no amount behind a dash, «2024 - 35,0» is
_OF_A_RANGE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\s*-)\d+\s*-\s*\Z")
#: «дефицит – -16 385,1», «– - 974 309», «(-) 735»: a dash behind a dash, or one in brackets, is a minus
_MINUS = re.compile(r"(?<=-)[ \t]+- ?\Z|\( ?- ?\) ?\Z")
_LONGEST_UNIT = 40
_FLAT = {
    "ё": "е",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("«»„“”‟", '"'),
}


@dataclass(slots=True)
class ProseAmount:
    """One amount. begins: where its words end; start, end: the characters of its number; after: where its unit ends.

    assumed: the unit does not stand at the number; it is the statement's, or that of the amount before.
    """

    reading: Reading
    unit: str
    start: int
    end: int
    after: int
    assumed: bool = False
    begins: int = -1

    def __post_init__(self) -> None:
        self.begins = self.start if self.begins < 0 else self.begins


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Lower case with one kind of blank, dash and quote, character for character: positions stay true."""
    lowered = text.lower()
    plain = lowered if len(lowered) == len(text) else text
    for sign, usual in _FLAT.items():  # a tenth of the time of `translate`, which asks for every character
        plain = plain.replace(sign, usual)
    return with_own_letters(plain)


def without_list_marks(plain: str) -> tuple[str, dict[int, int]]:
    """Numbers of list items are no amounts: blanked, so that positions stay true. Their places, with their depths."""
    depths = {}
    one = not any(map(plain.__contains__, "\n;:"))  # as most paragraphs, which can begin with a mark and hold no other
    for mark in filter(None, [_LIST_MARK.match(plain)]) if one else _LIST_MARK.finditer(plain):
        depths[mark.start(1)] = len(re.findall(r"\d+", mark[1]))
        plain = plain[: mark.start(1)] + " " * len(mark[1]) + plain[mark.end(1) :]
    return plain, depths


def amounts_of(plain: str, inherited_unit: str, words: Wording) -> list[ProseAmount]:
    """Every amount of a flat text, in order; those without a number (nil, blank) among them."""
    found = list(_numbers(plain, inherited_unit, words))
    found += _without_number(plain, found, words)
    return sorted(found, key=lambda amount: amount.start)


def _numbers(plain: str, inherited_unit: str, words: Wording) -> Iterator[ProseAmount]:
    known = inherited_unit
    for match in numbers_in(plain):
        start, end = match.span()
        foreign = _with_currency(plain, start, words)
        if foreign is not None:
            known = foreign.unit
            yield foreign
            continue
        if _A_YEAR.fullmatch(match[0]) and _IS_YEAR.match(plain, end):
            continue
        unit, after = _unit_behind(plain, end, words)
        assumed = not unit
        if assumed:
            if not known or _A_YEAR.fullmatch(match[0]) or plain[end : end + 1].isalpha():
                continue
            if not _may_stand_alone(plain, start, end, words):
                continue
            unit, after = known, end
        if _is_change(plain, start, words):
            continue
        reading = read_number(plain[start:end])
        if reading.state is State.STATED:
            known = unit
            if stars := _STARS.match(plain, end):
                reading = reading._replace(mark=stars[0])
            minus = _minus_at(plain, start, words)
            if minus < start and reading.value is not None:
                reading = reading._replace(value=-reading.value, raw=f"-{reading.raw}")
            yield ProseAmount(reading, unit, start, end, after, assumed, begins=minus)


def _minus_at(plain: str, start: int, words: Wording) -> int:
    """Where the minus of a number begins, `start` where it has none. A single dash before a number is punctuation."""
    before = plain[max(0, start - _LONGEST_UNIT) : start]
    found = _MINUS.search(before)
    if found is not None:
        return start - len(before) + found.start()
    said = words.last_match("minus", before.rstrip())
    return start - len(before) + said.start() if said is not None and said.end() == len(before.rstrip()) else start


def _with_currency(plain: str, start: int, words: Wording) -> ProseAmount | None:
    """«EUR 40.0 million», «$1,250,000»: the currency stands before the number, and commas part thousands."""
    currency, number = _CURRENCY.search(plain, max(0, start - 5), start), _ENGLISH.match(plain, start)
    if currency is None or number is None:
        return None
    named = currency[1] + " "
    unit, end = words.unit_at(named + plain[number.end() : number.end() + _LONGEST_UNIT].lstrip(), 0)
    reading = read_number(number[0].replace(",", ""))
    if not unit or reading.state is not State.STATED:
        return None
    gap = len(plain[number.end() :]) - len(plain[number.end() :].lstrip())
    after = number.end() + (end - len(named) + gap if end > len(named) else 0)
    return ProseAmount(
        reading._replace(raw=number[0]), unit, start, number.end(), after, begins=currency.start(1)
    )  # fmt: skip


def _is_change(plain: str, start: int, words: Wording) -> bool:
    """«Увеличен на 5,0 тыс. рублей и составляет 95,0 тыс. рублей»: the first is no volume."""
    before = plain[max(0, start - _LONGEST_UNIT) : start].rstrip()
    return words.last("change-by", before) == len(before) > 0


def _unit_behind(plain: str, end: int, words: Wording) -> tuple[str, int]:
    spoken = _IN_WORDS.match(plain, end)
    if spoken and words.unit_at(plain, spoken.end())[0]:
        return words.unit_at(plain, spoken.end())
    at = end
    while at < len(plain) and plain[at] in "* ":
        at += 1
    if plain[end : end + 1].isalpha():  # «814,6тыс. рублей»
        unit, length = words.unit_at(plain[at : at + _LONGEST_UNIT], 0)
        return unit, at + length
    return words.unit_at(plain, at)


def _may_stand_alone(plain: str, start: int, end: int, words: Wording) -> bool:
    """A number without a unit is an amount where a dash or a colon leads to it and nothing of its own follows."""
    before = plain[:start]
    if not _LED_TO.search(before) or _OF_A_RANGE.search(before):
        return False
    rest = re.split(r"[;,.\n()]", plain[end : end + _LONGEST_UNIT].lstrip("*"), maxsplit=1)[0].strip()
    goes_on = any(words.begins(kind, rest) for kind in ("of-which", "each-year", "besides"))
    return not rest or goes_on or bool(_A_YEAR.match(rest) or rest.startswith("-") or words.source_of(rest))


def _without_number(plain: str, found: list[ProseAmount], words: Wording) -> Iterator[ProseAmount]:
    """«2026 год – - тыс. рублей», «средства инвесторов – нет»: nil. «2026 год – ____ тыс. рублей»: blank."""
    if "-" not in plain and ":" not in plain:
        return  # as in most prose: nothing leads to an amount that is left out
    taken = [(amount.start, amount.after) for amount in found]
    for match in _NO_NUMBER.finditer(plain):
        nil, blank = match[1], match[2]
        at = match.end()
        said = words.begins("nil", plain[at : at + _LONGEST_UNIT])
        start = match.start(1) if nil else match.start(2) if blank else at
        end = match.end(1) if nil else match.end(2) if blank else at
        unit, after = words.unit_at(plain, at)
        if said and not unit:
            nil, start, end = said[0], at, at + said.end()
            unit, after = words.unit_at(plain, end)
        if not (unit or nil or blank) or not _ENDS.match(plain, after if unit else end):
            continue
        if any(one <= start < other or start <= one < end for one, other in taken):
            continue
        unit = unit or next((a.unit for a in reversed(found) if a.start < start), "")
        raw = plain[start:end].strip()
        reading = Reading(State.NIL, Decimal(0), 0, raw) if nil else Reading(State.BLANK, None, 0, raw)
        if unit:
            yield ProseAmount(reading, unit, start, max(end, start), max(after, end), assumed=True)

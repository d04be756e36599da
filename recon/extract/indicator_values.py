"""How a value of an indicator is read: a number, «≥ 15», «да», a dash, a footnote mark; and what its unit is."""

from __future__ import annotations

import re

from recon.extract.numbers import read_cell, read_number
from recon.extract.wording import Wording, normalise
from recon.model.amount import Reading, State
from recon.model.document import Cell
from recon.model.indicator import Form

_UNIT_KIND = "unit-"
_ONLY_MARKS = re.compile(r"[*¹²³⁰⁴-⁹…]+|<\*+>|\.\.\.")
_PERCENT = re.compile(r"\s*%$")
#: a unit is at most so long; what is longer is a part of the name
_LONGEST_UNIT = 40
_TORN = re.compile(r"([^\W\d]{4,}) ([^\W\d]{1,3})")
_BLANKS_AND_DOTS = re.compile(r"[\s.]+")
_FORMS = {State.BLANK: Form.BLANK, State.NIL: Form.DASH, State.NOT_APPLICABLE: Form.NOT_APPLICABLE,
          State.LEFT_OUT: Form.AWAITED, State.STATED: Form.NUMBER}  # fmt: skip


def read_value(cell: Cell | None, text: str, words: Wording) -> tuple[Form, Reading]:
    """What a cell of values says. A bound keeps its number: «≥ 15» is at least 15."""
    if cell is not None and cell.number is not None:
        return Form.NUMBER, read_cell(cell)
    raw = text.strip()
    if _ONLY_MARKS.fullmatch(raw) or (not raw and cell is not None and cell.mark):
        return Form.AWAITED, Reading(State.LEFT_OUT, None, 0, raw or cell.mark if cell else raw)
    reading = read_number(_PERCENT.sub("", raw))
    if reading.state in _FORMS:
        return _FORMS[reading.state], reading if reading.raw == raw else reading._replace(raw=raw)
    plain = normalise(raw).rstrip("*")
    if words.begins("yes", plain):
        return Form.YES, reading._replace(state=State.NOT_APPLICABLE)
    if words.begins("no", plain):
        return Form.NO, reading._replace(state=State.NOT_APPLICABLE)
    for kind, form in (("at-least", Form.AT_LEAST), ("at-most", Form.AT_MOST)):
        begun = words.begins(kind, plain)
        if begun is not None:
            bound = read_number(_PERCENT.sub("", plain[begun.end() :].strip()))
            if bound.state is State.STATED:
                return form, bound._replace(raw=raw)
    return Form.OTHER, reading


def kind_of(unit: str, words: Wording) -> str:
    """What the vocabulary takes a printed unit for; a unit that it does not know stands for itself."""
    plain = normalise(unit).strip(" ,;:")
    if not plain:
        return ""
    known = _known_kind(plain, words)
    return known or _BLANKS_AND_DOTS.sub("", plain)


def _known_kind(plain: str, words: Wording) -> str:
    return words.kind_that_begins(_UNIT_KIND, plain).removeprefix(_UNIT_KIND)


def whole_unit(text: str, words: Wording) -> str:
    """A unit whose last letters a narrow column has put on a line of their own, «проценто | в», as one word."""
    plain = " ".join(text.split())
    torn = _TORN.fullmatch(plain)
    if torn is None or _known_kind(normalise(plain), words) or not _known_kind(normalise(torn[1] + torn[2]), words):
        return text
    return torn[1] + torn[2]


def is_unit(text: str, words: Wording) -> bool:
    """Whether a short text is nothing but a unit that the vocabulary knows, money among them."""
    plain = normalise(whole_unit(text, words)).strip(" ,;:()")
    if not plain or len(plain) > _LONGEST_UNIT:
        return False
    return bool(_known_kind(plain, words)) or is_money(text, words)


def is_money(unit: str, words: Wording) -> bool:
    """Whether a unit is one of account."""
    return bool(unit) and len(unit) <= _LONGEST_UNIT and bool(words.unit_of(unit))


def split_unit(name: str, words: Wording) -> tuple[str, str]:
    """A name and the unit that it ends with, behind a comma or in brackets; no unit where none is known there."""
    text = " ".join(name.split())
    bracketed = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)[.;]?", text)
    if bracketed and is_unit(bracketed[2], words):
        return bracketed[1].rstrip(" ,"), bracketed[2].strip()
    head, comma, tail = text.rstrip(" .;").rpartition(",")
    if comma and is_unit(tail, words):
        return head.rstrip(), tail.strip()
    return text, ""

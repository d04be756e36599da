"""A proposed figure as a tracked change: the stated one deleted and the proposed one inserted, spelled as it was."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from recon.extract.numbers import read_number
from recon.readers.docx_words import RUN, TEXT, W
from recon.telling.notation import NO_BREAK, exact
from recon.writing.docx_comments import AUTHOR, stamp
from recon.writing.docx_runs import Runs, Stretch
from recon.writing.elements import above, added, made, own_attributes

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INSERTED = f"{W}ins"
_CORE = re.compile(r"\d[\d\s',.’]*\d|\d")
_GROUP = re.compile(r"\d([\s',.’])\d{3}(?!\d)")


def respelled(printed: str, proposed: Decimal, decimals: int) -> str | None:
    """A number in the spelling of the printed one: its thousands, its decimal mark, its signs before and behind.

    None where it would not read as the number that is meant.
    """
    core = _CORE.search(printed)
    stated = read_number(printed).value
    if core is None or stated is None:
        return None
    digits = exact(abs(proposed), decimals)
    whole, _, fraction = digits.partition(".")
    body = core[0]
    mark = re.search(r"[.,](?=\s?\d+$)", body) if decimals else None
    group = _GROUP.search(body[: mark.start()] if mark else body)
    thousands = group[1] if group else "" if len(re.match(r"\d+", body)[0]) > 3 else NO_BREAK  # type: ignore[index]
    shown = f"{int(whole):,}".replace(",", thousands)
    if fraction:
        shown += (mark[0] if mark else ",") + fraction
    before, behind = printed[: core.start()], printed[core.end() :]
    if (stated < 0) != (proposed < 0):
        before, behind = ("-" if proposed < 0 else ""), behind.lstrip(")")
    made = before + shown + behind
    return made if read_number(made).value == proposed else None


def suggest(stretch: Stretch, words: str, runs: Runs, when: datetime) -> Stretch:
    """Track the change of the runs to `words`; what a comment is to be anchored around then."""
    attributes = {f"{W}author": AUTHOR, f"{W}date": stamp(when)}
    deleted = []
    for run in stretch.runs:
        wrapper = made(run, f"{W}del", {f"{W}id": runs.next_id(), **attributes})
        tail, run.tail = run.tail, None
        run.addprevious(wrapper)
        wrapper.append(run)
        wrapper.tail = tail
        for text in list(run.iter(TEXT)):
            text.tag = f"{W}delText"
        deleted.append(wrapper)
    last = deleted[-1]
    inserted = made(last, _INSERTED, {f"{W}id": runs.next_id(), **attributes})
    run = added(inserted, RUN)
    properties = runs.properties_of(stretch.runs[0])
    if properties is not None:
        for change in properties.findall(f"{W}rPrChange"):
            properties.remove(change)
        run.append(properties)
    added(run, TEXT, {_SPACE: "preserve"}).text = words
    _put_behind(last, inserted, runs)
    return Stretch([deleted[0], inserted], stretch.paragraph)


def _put_behind(last: _Element, inserted: _Element, runs: Runs) -> None:
    """Behind the deletion; where that stands in an insertion of somebody else, this one is parted there."""
    outer = above(last)
    if outer.tag not in (_INSERTED, f"{W}moveTo"):
        last.addnext(inserted)
        return
    rest = made(outer, outer.tag, own_attributes(outer))
    rest.set(f"{W}id", runs.next_id())
    rest.extend(list(last.itersiblings()))
    outer.addnext(inserted)
    if len(rest):
        inserted.addnext(rest)

"""What the words of a row of data say in every manner of reading it: asked once, however many manners are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recon.extract.layouts import Layout
from recon.extract.printed_rows import PrintedRow
from recon.extract.wording import Wording, normalise
from recon.model.amount import State
from recon.model.source import TOTAL

#: a label longer than this is a name in which a source is mentioned, not a source
_LONGEST_SOURCE = 90
_DASH = re.compile(r"^\s*[-–—]\s*\S")


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A row with its words.

    code, name: as printed; label: what names its source, where a column of its own does.
    plain: the name as it is compared. source: what a name of a source or of a total says, "" for any other name.
    coded: the code is one of a part, as 1.1. physical: the name speaks of kilometres, pieces and the like.
    """

    printed: PrintedRow
    code: str
    name: str
    label: str
    plain: str
    source: str
    dashed: bool
    coded: bool
    physical: bool

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in its columns of figures."""
        return all(not isinstance(each, str) and each.state is State.BLANK for each in self.printed.printed)


def said_rows(printed: Iterable[PrintedRow], layout: Layout, words: Wording) -> list[SaidRow]:
    """These rows with their words."""
    return [_said(row, layout, words) for row in printed]


def is_spread_source(code: str, others: str, words: Wording) -> bool:
    """Whether a source stands where codes do, its cell merged over all labels, as below «Всего по программе»."""
    if not code or others or len(code) > _LONGEST_SOURCE or any(map(str.isdigit, code)):
        return False
    return words.source_of(code) not in ("", TOTAL)


def is_spread_label(code: str, others: str, words: Wording) -> bool:
    """Whether a source or a total stands so where one column names rows and sources."""
    total = bool(code) and not others and words.begins("total", normalise(code)) is not None
    return total or is_spread_source(code, others, words)


def _said(printed: PrintedRow, layout: Layout, words: Wording) -> SaidRow:
    texts = printed.row.texts
    code = texts[layout.code].strip() if layout.code is not None else ""
    name = texts[layout.name].strip() if layout.name is not None else ""
    if layout.source != layout.name:
        label = texts[layout.source].strip() if layout.source is not None else ""
        if is_spread_source(code, name + label, words):
            code, label = "", code
        return SaidRow(printed, code, name, label, "", "", dashed=False, coded=False, physical=False)
    if is_spread_label(code, name, words):
        code, name = "", code
    plain = normalise(name)
    dashed = _DASH.match(name) is not None
    coded = bool(code) and code.rstrip(".)").count(".") > 0
    source = words.source_of(name) if len(name) <= _LONGEST_SOURCE and not coded and not dashed else ""
    if source == TOTAL and words.begins("total", plain) is None:
        source = ""  # «Строительство …, всего» names an element
    return SaidRow(
        printed, code, name, "", plain, source, dashed=dashed, coded=coded, physical=words.has("physical", plain)
    )

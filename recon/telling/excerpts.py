"""The real cells around a figure, with a caret under it: what a reader of the document sees there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from recon.messages import say
from recon.model.amount import State
from recon.model.identity import Identity, Term, Verdict
from recon.model.locator import Locator
from recon.model.period import TOTAL, is_year, printed_name
from recon.model.source import BESIDES, SourceTree
from recon.telling.notation import NO_BREAK, Notation, cut, notation, pad, squeezed, width, written

Grids = Mapping[str, Mapping[str, list[list[str]]]]
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BLANK = re.compile(r"\s")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PARTS, _LABEL = 16, 56


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an excerpt: number in the margin, label, amount, note; caret: the line that is in question."""

    margin: str
    label: str
    amount: str
    note: str = ""
    caret: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What an excerpt is drawn with. grids: the cells of each table, by document path and table."""

    grids: Grids
    sources: SourceTree
    lang: str
    columns: int
    everything: bool = False

    def cells(self, at: Locator) -> list[str]:
        """The cells of the row at `at`; none where the document did not keep them."""
        grid = self.grids.get(at.document, {}).get(at.table or "", [])
        return grid[at.row - 1] if at.row is not None and 0 < at.row <= len(grid) else []

    def source(self, code: str) -> str:
        """The name of a funding source in the reader's language; the code where it has none."""
        if code.startswith(BESIDES):
            return say("report.source.besides", self.lang, source=self.source(code.removeprefix(BESIDES)))
        known = self.sources.sources.get(code)
        if known is None and "/" in code:
            whole, _, part = code.rpartition("/")
            return say("report.source.of-which", self.lang, whole=self.source(whole), part=self.source(part))
        if known is None and ":" in code:
            whole, _, part = code.partition(":")
            return f"{self.source(whole)} ({part})"
        return (known.title_ru if self.lang == "ru" else known.title_en) or code if known else code

    def period(self, code: str) -> str:
        return period_told(code, self.lang)


def period_told(code: str, lang: str) -> str:
    """A period as a head would say it."""
    if code.startswith("column "):
        return say("report.period.column", lang, number=code.removeprefix("column "))
    return say("report.period.total", lang) if code == TOTAL else printed_name(code).replace("-", "–")


def margin(at: Locator) -> str:
    """What stands in the margin: the line of a text, else the row."""
    number = at.line if at.line is not None else at.row
    return "" if number is None else str(number)


def of_identity(identity: Identity, scene: Scene) -> list[str]:
    """The stated figure, its parts and what they come to, one under another."""
    stated, parts = identity.stated, list(identity.terms)
    together = [stated, *parts]
    fragment = _fragment(stated, scene)
    shown, left_out = _worth_showing(parts, scene.everything)
    labels = _labels(stated, shown, together, scene)
    within = identity.relation == "at-most"
    style = style_of(together, scene.lang)
    lines = [] if fragment else [_line(stated, labels[0], "report.whole" if within else "report.stated", scene, True)]
    for term, label in zip(shown, labels[1:], strict=True):
        key = "report.part" if within else "report.subtracted" if term.weight < 0 else ""
        lines.append(_line(term, label, key, scene, False, stated))
    if left_out:
        lines.append(Line("", say("report.parts_left_out", scene.lang, count=left_out), ""))
    one = len(parts) == 1 and parts[0].weight == 1
    if identity.computed is not None and not one:
        decimals = max(term.decimals for term in together)
        amount = written(identity.computed, decimals, style)
        lines.append(Line("", "", amount, say("report.computed", scene.lang)))
    elif one and not within and lines and identity.verdict is not Verdict.UNDECIDED:
        last = lines[-1]
        place = " · " + last.note if last.note else ""
        lines[-1] = Line(last.margin, last.label, last.amount, say("report.computed", scene.lang) + place)
    periods = {term.period for term in together}
    head = scene.period(stated.period) if len(periods) == 1 and not fragment else ""
    return fragment + _draw(lines, head, scene)


def _worth_showing(parts: list[Term], everything: bool) -> tuple[list[Term], int]:
    """The parts to draw: all of a short list; of a long one those that are not zero, as far as there is room."""
    if everything or len(parts) <= _PARTS:
        return parts, 0
    counted = [part for part in parts if part.amount or part.amount is None][:_PARTS]
    return counted, len(parts) - len(counted)


def _labels(stated: Term, shown: Sequence[Term], together: Sequence[Term], scene: Scene) -> list[str]:
    """Labels of the stated figure and of the parts shown, in two columns: the code, and what tells the rows apart."""
    apart = {name: len({getattr(term, name) for term in together}) > 1 for name in ("source", "period")}
    apart["code"] = len({term.code or term.element for term in together}) > 1
    codes = [stated.code] + [part.code if apart["code"] else "" for part in shown]
    codes = [code if place == 0 or not code else "  " + code for place, code in enumerate(codes)]
    space = max(width(code) for code in codes)
    labels = []
    for code, term in zip(codes, [stated, *shown], strict=True):
        words = [squeezed(term.element)] if apart["code"] and not term.code and term.element else []
        if apart["source"] or not apart["period"] or term is stated:
            words.append(scene.source(term.source))
        if apart["period"]:
            words.append(scene.period(term.period))
        nameless = apart["code"] and not term.code  # its name begins where the codes of the others stand
        before = ("" if term is stated else "  ") if nameless else pad(code, space) + "  " if space else ""
        labels.append(before + _short(words, scene))
    return labels


def _short(words: list[str], scene: Scene) -> str:
    """Words with a point between them; the first, which may be a long name, gives way."""
    room = min(scene.columns - 44, _LABEL)
    rest = " · ".join(words[1:])
    return " · ".join([cut(words[0], max(16, room - width(rest))), *words[1:]]) if words else ""


def _line(term: Term, label: str, key: str, scene: Scene, caret: bool, beside: Term | None = None) -> Line:
    note = say(key, scene.lang) if key else ""
    if beside is not None and (term.at.table, term.at.document) != (beside.at.table, beside.at.document):
        note = ", ".join(filter(None, (note, _elsewhere(term.at, beside.at, scene.lang))))
    if term.amount is not None and _in_other_unit(term):
        note = f"{note} (= {written(term.amount, 0, style_of([term], scene.lang))})".lstrip()
    return Line(margin(term.at), label, printed(term, scene.lang), note, caret)


def _elsewhere(at: Locator, beside: Locator, lang: str) -> str:
    where = [at.document] if at.document != beside.document else []
    if at.sheet:
        where.append(f"{at.sheet}!{at.cell}" if at.cell else at.sheet)
    elif at.table:
        where.append(say("report.place.table", lang, number=at.table.removeprefix("t")))
    return ", ".join(where)


def style_of(terms: Iterable[Term], lang: str) -> Notation:
    """The notation of the figures of a document; what a file holds as a number has that of the reader."""
    return notation(("" if _held(term) else term.raw for term in terms), lang)


def style_at(at: Locator, scene: Scene) -> Notation:
    """The notation of the cell at a place; in a workbook that of the reader."""
    cells = scene.cells(at)
    column = at.column or 0
    return notation(cells[column - 1 : column] if column and at.sheet is None else [], scene.lang)


def _held(term: Term) -> bool:
    """Whether the file holds a number here, as workbooks and ledger files do, and not the text of one."""
    return (term.at.sheet is not None or term.at.column is None) and _NUMBER.fullmatch(term.raw) is not None


def printed(term: Term, lang: str) -> str:
    """The figure as the document prints it; a blank is said to be one."""
    if term.state is State.BLANK:
        return say("report.blank", lang)
    raw = squeezed(term.raw)
    if raw and _held(term):
        return written(Decimal(raw), term.decimals, notation([], lang))
    return raw if raw or term.amount is None else written(term.amount, term.decimals, notation([], lang))


def shown(text: str, at: Locator, lang: str) -> str:
    """A cell's text; a number that a workbook holds is written as its reader writes numbers, as in `printed`."""
    if at.sheet is None or not _NUMBER.fullmatch(text):
        return text
    return written(Decimal(text), len(text.partition(".")[2]), notation([], lang))


def _in_other_unit(term: Term) -> bool:
    """Whether the figure is printed in another unit than its sum, so that the two cannot be compared by eye."""
    found = _NUMBER.fullmatch(re.sub(r"\s", "", term.raw).replace(",", "."))
    return found is not None and term.amount is not None and Decimal(found[0]) != term.amount


def _draw(lines: Sequence[Line], head: str, scene: Scene) -> list[str]:
    """Lines with their amounts flush right in one column, and carets under the one in question."""
    margins = max([2, *(width(line.margin) for line in lines)])
    amounts = max([width(head), *(width(line.amount) for line in lines)])
    notes = max([0, *(width(line.note) for line in lines)])
    room = max(20, scene.columns - margins - amounts - notes - 12)
    labels = min(room, max([24, *(width(line.label) for line in lines)]))
    bar = " " * (margins + 2) + " | "
    drawn = [f"{bar}{' ' * labels}    {pad(head, amounts, left=True)}"] if head else []
    for line in lines:
        text = f" {pad(line.margin, margins)}  | {pad(cut(line.label, labels), labels)}    "
        note = f"   {line.note}" if line.note else ""
        drawn.append(f"{text}{pad(line.amount, amounts, left=True)}{note}".rstrip())
        if line.caret:
            size = max(1, width(line.amount))
            drawn.append(f"{bar}{' ' * (labels + 4 + amounts - size)}{'^' * size}")
    return drawn


def _fragment(term: Term, scene: Scene) -> list[str]:
    """The sentence around a figure in prose or in a cell that says more than the figure; else nothing."""
    return of_place(term.at, scene, note=say("report.stated", scene.lang)) if term.at.span is not None else []


def of_place(at: Locator, scene: Scene, period: str = "", note: str = "", whole_row: bool = False) -> list[str]:
    """The row, or the part of a sentence, that a finding speaks of; nothing where its cells were not kept."""
    cells = scene.cells(at)
    column = (at.column or 1) - 1
    if at.span is not None and column < len(cells):
        return _sentence(cells[column], at.span, margin(at), scene, note)
    if not any(cells):
        return []
    if whole_row or at.column is None or column >= len(cells):
        text = cut(f"{NO_BREAK} ".join(squeezed(cell) for cell in cells if cell.strip()), scene.columns - 12)
        return [f" {pad(margin(at), 2)}  | {text}"]
    names = [squeezed(cell) for cell in cells[:column] if _LETTERS.search(cell)]
    label = cut(names[-1], scene.columns // 2) if names else ""
    value = squeezed(cells[column])
    value = (shown(value, at, scene.lang) if period else value) or say("report.blank", scene.lang)
    head = scene.period(period) if is_year(period) or period == TOTAL else ""
    if width(value) > scene.columns // 2:
        return _sentence(cells[column], (0, len(cells[column])), margin(at), scene, note)
    return _draw([Line(margin(at), label, value, note, True)], head, scene)


def _sentence(text: str, span: tuple[int, int], number: str, scene: Scene, note: str) -> list[str]:
    """As much of a line of prose as there is room for, with the figure in sight."""
    room = scene.columns - max(2, len(number)) - width(note) - 10
    before, inside, behind = (_BLANK.sub(" ", part) for part in (text[: span[0]], text[slice(*span)], text[span[1] :]))
    inside = cut(inside, room - 2)
    left = max(0, min(width(before), (room - width(inside)) * 2 // 3))
    if width(before) > left:
        before = "…" + before[len(before) - max(0, left - 1) :]
    behind = cut(behind, max(1, room - width(before) - width(inside)))
    margins = max(2, len(number))
    head = f" {pad(number, margins)}  | {before}"
    return [
        f"{head}{inside}{behind}".rstrip() + (f"   {note}" if note else ""),
        " " * (margins + 2) + " | " + " " * width(before) + "^" * max(1, width(inside)),
    ]

"""The tables of a document as they were read, cell by cell, with what is known of each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from recon.messages import say
from recon.model.reconciliation import DocumentResult, TableCount
from recon.telling.page.coverage import Cover

#: sums in which a figure stands from which on the colour grows no deeper
_HEAT = 3
#: hyphens in the name of a cell; the name of a figure inside one has one more
_CELL = 3
_FIGURE = re.compile(r"[-–−]?\d[\d\s.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of cells, and of figures inside them, by their names on the page.

    wrong: classes that say how grave its findings are. inside: where in a cell its figures begin.
    """

    covers: dict[str, Cover]
    wrong: dict[str, str]
    inside: dict[str, list[int]]

    @classmethod
    def of(cls, covers: dict[str, Cover], wrong: dict[str, str]) -> Known:
        inside: dict[str, set[int]] = {}
        for name in (*covers, *wrong):
            cell, _, start = name.rpartition("-")
            if cell.count("-") == _CELL:
                inside.setdefault(cell, set()).add(int(start))
        return cls(covers, wrong, {cell: sorted(starts) for cell, starts in inside.items()})


def tables(document: DocumentResult, number: int, known: Known, lang: str) -> Iterator[str]:
    """One section a table; those whose figures were not taken are folded."""
    meanings = {table.meaning.id: table for table in document.tables}
    for name, rows in document.grids.items():
        table = meanings.get(name)
        own = _name(name, lang)
        title = table.meaning.title if table is not None and table.meaning.title else ""
        told = [say(f"page.role.{table.meaning.role}", lang)] if table is not None else []
        if table is not None and table.meaning.unit:
            told.append(table.meaning.unit)
        if table is not None and not table.meaning.read:
            told.append(say("page.not_taken", lang))
        yield f'<section class="sheet" id="d{number}-{escape(name)}" aria-label="{escape(title or own)}">'
        yield f'<details{" open" if _is_taken(table) or any(_marks(known, number, name)) else ""}>'
        yield f'<summary><h3><span class="num">{escape(own)}</span> {escape(title)}</h3>'
        yield f'<p class="meta">{escape(" · ".join(told))}</p></summary>'
        yield '<div class="scroll"><div class="board"><table>'
        for place, row in enumerate(rows, 1):
            cells = "".join(_row(row, f"d{number}-{name}-{place}-", known))
            yield f'<tr><th scope="row" class="num">{place}</th>{cells}</tr>'
        yield "</table></div></div></details></section>"


def _name(table: str, lang: str) -> str:
    """What findings call the table; statements in prose are no table."""
    return say("page.prose", lang) if table.startswith("p") else say("page.table", lang, name=table.removeprefix("t"))


def _is_taken(table: TableCount | None) -> bool:
    return table is None or table.figures > 0


def _marks(known: Known, number: int, table: str) -> Iterator[bool]:
    """Whether something is marked in a table."""
    return (name.startswith(f"d{number}-{table}-") for name in known.wrong)


def _row(row: Sequence[str], before: str, known: Known) -> Iterator[str]:
    """The cells of a row. Where nothing is known of any, as in a head, a text runs on over the blank ones beside it.

    Otherwise a merged head would make its first column as wide as all of its words.
    """
    names = [f"{before}{column}" for column in range(1, len(row) + 1)]
    if any(name in known.covers or name in known.wrong or name in known.inside for name in names):
        yield from (_cell(text, name, known) for text, name in zip(row, names, strict=True))
        return
    column = 0
    while column < len(row):
        span = 1
        while row[column] and column + span < len(row) and not row[column + span]:
            span += 1
        across = f' colspan="{span}"' if span > 1 else ""
        yield f"<td{across}>{escape(row[column])}</td>"
        column += span


def _cell(text: str, name: str, known: Known) -> str:
    """A cell, or one with its figures marked inside it, where a sentence states several."""
    inside = known.inside.get(name)
    if inside:
        return f"<td{_attributes(name, known)}>{_figures(text, name, inside, known)}</td>"
    return f"<td{_attributes(name, known)}>{escape(text)}</td>"


def _figures(text: str, name: str, inside: list[int], known: Known) -> str:
    told, at = [], 0
    for start in inside:
        number = _FIGURE.match(text, start)
        if number is None or start < at:
            continue
        told.append(escape(text[at:start]))
        told.append(f"<span{_attributes(f'{name}-{start}', known)}>{escape(number[0])}</span>")
        at = number.end()
    return "".join(told) + escape(text[at:])


def _attributes(name: str, known: Known) -> str:
    classes = []
    cover = known.covers.get(name)
    if cover is not None:
        classes.append(f"h{min(cover.proving, _HEAT)}")
        if cover.broken:
            classes.append("hb")
    if name in known.wrong:
        classes.append(known.wrong[name])
    own = f' class="{" ".join(classes)}"' if classes else ""
    focus = ' tabindex="-1"' if name in known.wrong else ""
    return f' id="{escape(name)}"{own}{focus}' if cover is not None or name in known.wrong else ""

"""Formulas in methods of calculation: «Д = А / Б * 100 %, где А – число …», also as LaTeX, in cells and in prose.

A Latin and a Cyrillic letter of one shape are one letter: which of them a typist took says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from recon.extract.grids import Grid
from recon.extract.places import place_in
from recon.model.document import Document, Paragraph
from recon.model.formula import Formula
from recon.model.locator import Locator

_ALIKE = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_DASHES = re.compile("[‐‑‒–—―−]")
_FRACTION = re.compile(r"\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_WRAPPED = re.compile(r"\\(?:text|mathrm|mathit|operatorname|rm)\s*\{([^{}]*)\}")
_INDEX = re.compile(r"\s*[_^]\s*(?:\{([^{}]*)\}|(\w))")
_COMMAND = re.compile(r"\\[a-zA-Z]+")
_STAR = re.compile(r"\^\s*\{?\s*[*'′]+\s*\}?")
_LETTER = r"A-Za-zА-Яа-яЁё"
#: a variable: letters, then letters, digits and underscores; «N 14» is one with a blank before its digits
_VARIABLE = rf"[{_LETTER}][{_LETTER}\d_]{{0,11}}(?: \d{{1,2}}(?![\d,.%]))?"
_NUMBER = r"\d+(?:[.,]\d+)?"
_OPERAND = re.compile(rf"\s*(\(\s*)*(?:({_NUMBER})\s*%?|({_VARIABLE}))(\s*\))*")
_OPERATOR = re.compile(r"\s*[-+*/×·:∙•]\s*|\s+[xхXХ]\s+")
_BEGINS = re.compile(rf"(?<![{_LETTER}\d_=<>≤≥])({_VARIABLE})\s*=\s*")
#: what may follow the last sign of a formula; a further word would make it a sign of two words
_ENDS = re.compile(r"\s*(?:[,;.:%)]|$|где|where|при )|\s*\n")
_CODE = re.compile(r"\d+(?:\.\d+)*\.?")
#: how many blocks of prose behind a formula may hold its definitions, and how long a line may be to be looked at
_FOLLOWING, _LONGEST = 8, 6000


@dataclass(slots=True)
class _Piece:
    """A text with its place. row: the texts of the whole row that it stands in."""

    text: str
    at: Callable[[], Locator]
    row: tuple[str, ...]
    table: str


def formulas_of(document: Document, grids: Sequence[Grid]) -> list[Formula]:
    """Every formula whose variables are short signs; those put in words need no definitions."""
    if not any("=" in text for text in _texts(document, grids)):
        return []
    found: list[Formula] = []
    open_at: tuple[_Piece, str, tuple[str, ...]] | None = None
    said: list[str] = []
    followed = 0
    for piece in _pieces(document, grids):
        if open_at is None and "=" not in piece.text:
            continue
        text = plain(piece.text)
        begun = list(_formulas(text))
        for number, (start, printed, variables) in enumerate(begun):
            if open_at is not None:
                said.append(text[:start] if number == 0 else "")
                found.append(_formula(*open_at, "\n".join(said)))
            end = begun[number + 1][0] if number + 1 < len(begun) else len(text)
            open_at, said, followed = (piece, printed, variables), [text[start + len(printed) : end]], 0
        if not begun and open_at is not None:
            followed += piece.table != open_at[0].table
            if followed > _FOLLOWING * 4:
                found.append(_formula(*open_at, "\n".join(said)))
                open_at = None
            else:
                said.append(text)
    if open_at is not None:
        found.append(_formula(*open_at, "\n".join(said)))
    return found


def _texts(document: Document, grids: Sequence[Grid]) -> Iterator[str]:
    """All that may hold a formula; most documents have none."""
    yield from (block.text for block in document.blocks if isinstance(block, Paragraph))
    yield from ("\n".join(row.texts) for grid in grids for row in grid.rows)


def _pieces(document: Document, grids: Sequence[Grid]) -> Iterator[_Piece]:
    """Prose and cells in the order of the document; a table over several pages is one."""
    begun = {grid.position: grid for grid in grids}
    prose = 0
    for position, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            prose += 1
            if len(block.text) <= _LONGEST:
                at = partial(
                    Locator, document.path, block.line, column=1, paragraph=prose, page=block.page, bbox=block.bbox
                )
                yield _Piece(block.text, at, (), "")
        elif position in begun:
            grid = begun[position]
            for row in grid.rows:
                texts = tuple(row.texts)
                for column, text in enumerate(texts):
                    if text.strip():
                        yield _Piece(text, partial(place_in, document.path, grid, row, column), texts, grid.id)


def plain(text: str) -> str:
    """Text with LaTeX taken out as far as its meaning can be told: fractions, indices, wrapped letters."""
    read = _DASHES.sub("-", text)
    if "\\" not in read and "$" not in read:
        return read
    read = _STAR.sub("", read)
    while _WRAPPED.search(read):
        read = _WRAPPED.sub(r"\1", read)
    read = _INDEX.sub(lambda found: found[1] or found[2] or "", read)
    read = _FRACTION.sub(r"(\1) / (\2)", read)
    for command, sign in ((r"\cdot", "*"), (r"\times", "*"), (r"\%", "%"), (r"\ast", "*"), (r"\div", "/")):
        read = read.replace(command, f" {sign} ")
    return read.replace("$", " ").replace("\\,", " ").replace("\\ ", " ")


def _formulas(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Where formulas begin, how they are printed, and the variables on their right side."""
    for begin in _BEGINS.finditer(text):
        position = begin.end()
        variables: list[str] = []
        operators = 0
        while operand := _OPERAND.match(text, position):
            if operand[3]:
                variables.append(" ".join(operand[3].split()))
            position = operand.end()
            operator = _OPERATOR.match(text, position)
            if operator is None or not _OPERAND.match(text, operator.end()):
                break
            operators += 1
            position = operator.end()
        distinct = tuple(dict.fromkeys(map(_alike, variables)))
        printed = text[begin.start() : position]
        clean = not _COMMAND.search(printed) and printed.count("(") == printed.count(")")
        clean = clean and (printed[-1] in "%)" or printed[-1].isdigit() or _ENDS.match(text, position) is not None)
        if operators and len(distinct) >= 2 and clean and all(_is_sign(v) for v in variables):
            named = {_alike(v): v for v in reversed(variables)}
            yield begin.start(), printed, tuple(named[v] for v in distinct)


def _is_sign(variable: str) -> bool:
    """A sign, not a word: a capital letter or a digit in it, or hardly any letters."""
    return len(variable) <= 2 or any(c.isdigit() or c == "_" or c.isupper() for c in variable)


def _alike(variable: str) -> str:
    return variable.replace(" ", "").translate(_ALIKE)


def _formula(piece: _Piece, printed: str, variables: tuple[str, ...], said: str) -> Formula:
    text = re.sub(r"\s+", " ", said).translate(_ALIKE)
    defined = tuple(len(_definition(v).findall(text)) for v in variables)
    lower = text.lower()
    if 0 in defined and len({v.lower() for v in variables}) == len(variables):  # «KРОИВ» above, «Кроив» below
        small = (len(_definition(_alike(v).lower()).findall(lower)) for v in variables)
        defined = tuple(times or others for times, others in zip(defined, small, strict=True))
    names = [cell for cell in piece.row if cell.strip() and cell != piece.text and not _CODE.fullmatch(cell.strip())]
    codes = [cell.strip() for cell in piece.row[:1] if _CODE.fullmatch(cell.strip())]
    name = " ".join(names[0].split()) if names else ""
    return Formula(" ".join(printed.split()), variables, defined, name, codes[0] if codes else "", piece.at())


def _definition(variable: str) -> re.Pattern[str]:
    """«А - число …», with or without a blank, also «А и Б - …»."""
    sign = r" ?".join(re.escape(c) for c in _alike(variable))
    others = rf"(?:(?:,| и) [{_LETTER}\d_]{{1,12}})*"
    return re.compile(rf"(?<![{_LETTER}\d_]){sign}(?![{_LETTER}\d_]){others}\s*(?:-|=|:)\s*(?=[{_LETTER}(«\"])")

"""Lines of a label and figures with nothing but blanks between: how the digits group is told by the sums."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from recon.extract.adds_up import weigh
from recon.extract.loose import LooseRow, LooseTable, is_value, is_year
from recon.extract.numbers import read_number
from recon.model.document import Cell, Paragraph

_TOKEN = re.compile(r"[-–—−]|[xхXХ]|[-–—−(]?[$£€]?\d[\d.,]*\)?\*?")
_TRIPLE = re.compile(r"\d{3}(?:,\d+)?")
_MOST_GROUPINGS = 64
_HEAD_LINES = 4


def spaced(lines: Sequence[tuple[int, Paragraph]]) -> Iterator[LooseTable]:
    """Tables among the lines; each line is given with its block."""
    tails = [_tail(line.text) for _, line in lines]
    rows = [n for n, (_, tokens) in enumerate(tails) if len(tokens) >= 2]
    for group in _groups(rows):
        top = max(group[0] - _HEAD_LINES, 0)
        head = [Cell(line.text.strip(), 1, 1, line=line.line) for _, line in lines[top : group[0]]]
        counts = Counter(len(tails[n][1]) for n in group)
        usual = [n for n, _ in counts.most_common()]
        for width in dict.fromkeys([*usual, *range(max(usual), 1, -1)]):
            found = _table(lines, tails, group, width, [[cell] for cell in head], top)
            if found is not None:
                yield found


def _tail(text: str) -> tuple[str, list[str]]:
    """The label of a line and the tokens behind it that may be figures."""
    words = text.split()
    begin = len(words)
    while begin and _TOKEN.fullmatch(words[begin - 1]):
        begin -= 1
    tokens = words[begin:]
    return " ".join(words[:begin]), [] if all(is_year(token) for token in tokens) else tokens


def _groups(rows: list[int]) -> Iterator[list[int]]:
    """Rows of figures that stand together: a few rows of words may lie between."""
    group: list[int] = []
    for n in rows:
        if group and n - group[-1] > 5:
            if len(group) > 1:
                yield group
            group = []
        group.append(n)
    if len(group) > 1:
        yield group


def _table(
    lines: Sequence[tuple[int, Paragraph]],
    tails: list[tuple[str, list[str]]],
    group: list[int],
    width: int,
    head: list[list[Cell]],
    top: int,
) -> LooseTable | None:
    rows: list[LooseRow] = []
    for n in range(group[0], group[-1] + 1):
        line = lines[n][1]
        label, tokens = tails[n]
        values = _grouped(tokens, width) if tokens else []
        if values is None:
            return None
        if not values:
            label = line.text.strip()
        cells = [Cell(value, 1, 1, line=line.line) for value in values]
        rows.append(LooseRow([Cell(label, 1, 1, line=line.line)] if label else [], list(cells)))
    above = [line for _, line in lines[max(0, top - 2) : group[0]]]
    return LooseTable(lines[group[0]][0], lines[group[-1]][0], head, rows, width, above)


def _grouped(tokens: list[str], width: int) -> list[str] | None:
    """The tokens as so many numbers: where they can be grouped in several ways, the one that adds up."""
    if len(tokens) < width:
        return [] if len(tokens) < 2 else None
    found = list(_groupings(tokens, width))
    if len(found) == 1:
        return found[0]
    sound = [values for values in found if _adds_up(values)]
    return sound[0] if len(sound) == 1 else None


def _groupings(tokens: list[str], width: int) -> Iterator[list[str]]:
    """Every way to set blanks between thousands so that `width` numbers come out."""
    joints = [n for n in range(1, len(tokens)) if _TRIPLE.fullmatch(tokens[n]) and tokens[n - 1].isdigit()]
    for number, chosen in enumerate(product((False, True), repeat=len(joints))):
        if number >= _MOST_GROUPINGS:
            return
        joined = {joint for joint, together in zip(joints, chosen, strict=True) if together}
        if len(tokens) - len(joined) != width:
            continue
        values: list[str] = []
        for n, token in enumerate(tokens):
            if n in joined:
                values[-1] += f" {token}"
            else:
                values.append(token)
        if all(is_value(value) or value.isdigit() for value in values):
            yield values


def _adds_up(values: list[str]) -> bool:
    readings = [read_number(value) for value in values]
    ways = (weigh(readings[0], readings[1:]), weigh(readings[-1], readings[:-1]))
    return any(way.holding + way.weak for way in ways)

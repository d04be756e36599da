"""Which row stands above which by classification codes: 11010100 under 11010000 under 11000000 under 10000000.

Zeros at the end of a code say that it stands for all codes that begin like it. How many digits make a level is not
printed: the schemes that are possible are tried, and the sums decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from recon.extract.budget_rows import BudgetRow

Path = tuple[str, ...]
Scheme = tuple[int, ...]

_FEWEST = 5
_NUMBER = re.compile(r"([1-9]\d*)[.)]?")
_ONE_DIGIT = 9
_LONGEST_TRIED = 8
_NO_DIGIT = re.compile(r"\D")
#: tables with more rows are tried with the usual schemes only
_MOST_ROWS = 1500


def plain_codes(rows: Sequence[BudgetRow]) -> list[list[str]]:
    """Codes of each row by column: digits alone, with leading zeros that a number has lost; zeros alone are none."""
    width = len(rows[0].codes) if rows else 0
    columns = []
    for k in range(width):
        if _only_count([row.codes[k] for row in rows]):
            columns.append([""] * len(rows))
            continue
        digits = [_NO_DIGIT.sub("", row.codes[k]) for row in rows]
        lengths = Counter(len(text) for text in digits if text)
        usual = lengths.most_common(1)[0][0] if lengths else 0
        padded = any(text.startswith("0") and len(text) == usual for text in digits)
        columns.append([_full(text, usual if padded else 0) for text in digits])
    return [list(codes) for codes in zip(*columns, strict=True)] if columns else [[] for _ in rows]


def _only_count(printed: Sequence[str]) -> bool:
    """Whether codes count the rows: 11 stands behind 10, not under 1."""
    numbers = [_NUMBER.fullmatch(text.strip()) for text in printed if text.strip()]
    counted = [int(found[1]) for found in numbers if found is not None]
    return len(counted) == len(numbers) > _ONE_DIGIT and counted == list(range(1, len(counted) + 1))


def _full(text: str, length: int) -> str:
    return "" if not text.strip("0") else text.rjust(length, "0") if len(text) == length - 1 else text


def hierarchical(codes: Sequence[Sequence[str]]) -> list[int]:
    """The columns whose codes tell levels: not those that only describe a row that another column names already."""
    width = len(codes[0]) if codes else 0
    kept: list[int] = []
    for k in range(width):
        filled = {i for i, row in enumerate(codes) if row[k]}
        describes = False
        for m in kept:
            other = {i for i, row in enumerate(codes) if row[m]}
            together = len(filled & other) * 10 >= len(filled | other) * 9
            describes |= together and len({codes[i][m] for i in other}) > 1
            describes |= _is_another_name(codes, m, k)
        if filled and not describes:
            kept.append(k)
    return kept


def _is_another_name(codes: Sequence[Sequence[str]], m: int, k: int) -> bool:
    """Whether one code always brings the other along, and does so again and again: 010116 is 0111 in every section."""
    pairs = {(row[m], row[k]) for row in codes if row[k]}
    named = {first for first, _ in pairs}
    rows = [row for row in codes if row[m] in named]
    return len(pairs) == len(named) > 1 and "" not in named and all(row[k] for row in rows) and len(rows) > len(named)


def paths(codes: Sequence[Sequence[str]], columns: Sequence[int]) -> list[Path]:
    """The codes of each row from the widest to the narrowest; a wide code holds until the next one."""
    section = {k for k in columns[:-1] if _is_section(codes, k, columns)}
    last: dict[int, str] = {}
    found: list[Path] = []
    for row in codes:
        path: list[str] = []
        own = any(row[k] for k in columns)
        for k in columns if own else ():
            if row[k]:
                last = {m: code for m, code in last.items() if m < k} | {k: row[k]}
                path.append(row[k])
            elif k in section and last.get(k):
                path.append(last[k])
            else:
                if any(row[m] for m in columns if m > k) and k not in section:
                    continue
                break
        found.append(tuple(path))
    return found


def in_sections(found: Sequence[Path]) -> list[Path]:
    """Short codes among long ones that return under several of them open sections: 03, 010116, 091101, 10, 010116, …

    The code of a section is ended by a point: 11 is no part of 10.
    """
    coded = [path for path in found if path]
    usual = Counter(len(path[0]) for path in coded).most_common(1)[0][0] if coded else 0
    short = [path for path in coded if 2 * len(path[0]) <= usual]
    if not short or coded[0] != short[0] or len(set(short)) < len(short) or any(len(path) > 1 for path in coded):
        return list(found)
    opens_one = set(short)
    opened: Path = ()
    within: list[Path] = []
    for path in found:
        opens = path in opens_one
        opened = (f"{path[0]}.",) if opens else opened
        within.append(opened if opens else (*opened, *path) if path else path)
    under = Counter(path[1] for path in set(within) if len(path) > 1)
    return within if any(sections > 1 for sections in under.values()) else list(found)


def _is_section(codes: Sequence[Sequence[str]], k: int, columns: Sequence[int]) -> bool:
    """Whether a column is filled in the first row of each section only, where the narrower columns are blank."""
    filled = [row for row in codes if row[k]]
    alone = [row for row in filled if not any(row[m] for m in columns if m > k)]
    return bool(filled) and len(alone) * 10 >= len(filled) * 9


def schemes(found: Sequence[Path]) -> list[Scheme]:
    """Ways to part codes into levels, the usual ones first: (1, 2, 4, 6, 8) are 1, 10, 1001, 100101 …"""
    last = [path[-1] for path in found if path]
    lengths = Counter(map(len, last))
    if sum(lengths.values()) < _FEWEST:
        return [()]
    longest = max(lengths)
    pairs = tuple(range(2, longest, 2))
    usual = [(1, *pairs), pairs, tuple(range(1, longest)), tuple(range(3, longest, 2))]
    if longest <= _LONGEST_TRIED and len(last) <= _MOST_ROWS:
        ends = sorted({len(code.rstrip("0")) for code in last} - {longest, 0})
        usual += [chosen for size in range(1, len(ends) + 1) for chosen in combinations(ends, size)]
    return list(dict.fromkeys(usual))


def schemes_by_length(found: Sequence[Path]) -> dict[int, list[Scheme]]:
    """The schemes of the codes of each length, where codes of several lengths stand in one table."""
    lengths = Counter(len(path[-1]) for path in found if path)
    if len(lengths) < 2 or len(found) > _MOST_ROWS:
        return {}
    often = [n for n, rows in lengths.items() if rows >= _FEWEST]
    apart = {n: [path for path in found if path and len(path[-1]) == n] for n in often}
    return {n: schemes(own) for n, own in apart.items() if any(path[-1].endswith("0") for path in own)}


@dataclass(frozen=True, slots=True)
class Levels:
    """How codes are parted into levels: usually, and, by their length, those that have a scheme of their own."""

    usual: Scheme
    own: Mapping[int, Scheme] = field(default_factory=dict)

    def with_own(self, length: int, scheme: Scheme) -> Levels:
        return Levels(self.usual, {**self.own, length: scheme})

    def significant(self, code: str) -> str:
        """A code without the levels that are all zeros."""
        scheme = self.own.get(len(code), self.usual)
        return next((code[:length] for length in scheme if length < len(code) and not code[length:].strip("0")), code)


def parents_by_code(found: Sequence[Path], levels: Levels) -> list[int]:
    """For each row the nearest row before it whose code stands for all codes like its own; -1 for none."""
    seen: dict[tuple[Path, int], int] = {}
    parents: list[int] = []
    lengths = _lengths(found)
    for i, path in enumerate(found):
        parents.append(_above(path, levels, seen, lengths))
        if path:
            own = levels.significant(path[-1])
            # zeros at its end stand for the digits of codes that are as long: 2000 is no group of 210000
            seen[(*path[:-1], own), 0 if own == path[-1] else lengths[len(path[-1])]] = i
    return parents


def _lengths(found: Sequence[Path]) -> dict[int, int]:
    """The length that codes of each length are meant to have: one that is seldom met is a slip of the usual one."""
    often = Counter(len(code) for path in found for code in path)
    usual = max(often, key=lambda length: often[length], default=0)
    return {length: length if rows >= _FEWEST else usual for length, rows in often.items()}


def _above(
    path: Path, levels: Levels, seen: Mapping[tuple[Path, int], int], lengths: Mapping[int, int]
) -> int:
    for k in range(len(path) - 1, -1, -1):
        own = levels.significant(path[k])
        last = k == len(path) - 1
        if not last and (known := seen.get(((*path[:k], path[k]), 0))) is not None:
            return known
        for length in range(len(own) - (1 if last else 0), 0, -1):
            begin = (*path[:k], own[:length])
            rows = [row for n in (0, lengths[len(path[k])]) if (row := seen.get((begin, n))) is not None]
            if rows:
                return max(rows)
    return -1

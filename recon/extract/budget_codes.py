"""Which row stands above which by classification codes: 11010100 under 11010000 under 11000000 under 10000000.

Zeros at the end of a code say that it stands for all codes that begin like it. How many digits make a level is not
printed: the schemes that are possible are tried, and the sums decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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
        if filled and not describes:
            kept.append(k)
    return kept


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


def significant(code: str, scheme: Scheme) -> str:
    """A code without the levels that are all zeros."""
    return next((code[:length] for length in scheme if length < len(code) and not code[length:].strip("0")), code)


def parents_by_code(found: Sequence[Path], scheme: Scheme) -> list[int]:
    """For each row the nearest row before it whose code stands for all codes like its own; -1 for none."""
    seen: dict[Path, int] = {}
    parents: list[int] = []
    for i, path in enumerate(found):
        parents.append(_above(path, scheme, seen))
        if path:
            seen[(*path[:-1], significant(path[-1], scheme))] = i
    return parents


def _above(path: Path, scheme: Scheme, seen: dict[Path, int]) -> int:
    for k in range(len(path) - 1, -1, -1):
        own = significant(path[k], scheme)
        last = k == len(path) - 1
        if not last and (*path[:k], path[k]) in seen:
            return seen[(*path[:k], path[k])]
        for length in range(len(own) - (1 if last else 0), 0, -1):
            above = seen.get((*path[:k], own[:length]))
            if above is not None:
                return above
    return -1

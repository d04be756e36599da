"""The identities around a breach as a small exact system: which figures each one adds, and by how much it is off."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One identity: the sum over `terms` (figure: sign, the total +1 and its parts -1) is off by `residual`.

    key: (number of the rule, number of the identity). slack: twice the difference that rounding explains.
    """

    key: tuple[int, int]
    total: int
    terms: dict[int, int]
    residual: int
    slack: int
    failing: bool


@dataclass(slots=True)
class System:
    """Rows by number and, for every figure, the rows that contain it.

    whole: figures all of whose rows are here. more: brings in the rows of further figures; where there is none, what is
    here is all there is.
    """

    rows: list[Row]
    of_figure: dict[int, list[int]] = field(default_factory=dict)
    whole: set[int] = field(default_factory=set)
    more: Callable[[Iterable[int]], None] | None = None

    @classmethod
    def of(cls, rows: list[Row]) -> System:
        """A system of these rows and no others."""
        system = cls([])
        for row in rows:
            system.add(row)
        return system

    def add(self, row: Row) -> None:
        for figure in row.terms:
            self.of_figure.setdefault(figure, []).append(len(self.rows))
        self.rows.append(row)

    def rows_of(self, figure: int) -> list[int]:
        """Numbers of all rows that contain a figure."""
        if self.more is not None and figure not in self.whole:
            # Whoever asks for one figure will ask for those beside it, and a look through the ledger costs the same.
            self.more({figure, *(other for number in self.of_figure[figure] for other in self.rows[number].terms)})
        return self.of_figure[figure]

    @property
    def failing(self) -> list[int]:
        return [number for number, row in enumerate(self.rows) if row.failing]


def rests(system: System, changes: Mapping[int, int]) -> dict[int, int]:
    """What the rows that these changes touch are off by afterwards, where that is not nought."""
    found = {}
    for number in {number for figure in changes for number in system.rows_of(figure)}:
        row = system.rows[number]
        rest = row.residual + sum(row.terms.get(figure, 0) * by for figure, by in changes.items())
        if rest:
            found[number] = rest
    return found


def components(system: System, rows: Iterable[int]) -> list[list[int]]:
    """Groups of rows that share figures, each in ascending order."""
    chosen = set(rows)
    groups: list[list[int]] = []
    seen: set[int] = set()
    for start in sorted(chosen):
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            row = waiting.pop()
            group.append(row)
            for figure in system.rows[row].terms:
                for other in system.of_figure[figure]:
                    if other in chosen and other not in seen:
                        seen.add(other)
                        waiting.append(other)
        groups.append(sorted(group))
    return groups


def joined(system: System, groups: list[list[int]]) -> list[list[int]]:
    """Groups of failing rows merged where one sound row touches figures of both: a repair could run across it."""
    return merged(
        groups,
        (
            {other for row in group for figure in system.rows[row].terms for other in system.of_figure[figure]}
            for group in groups
        ),
    )


def merged(groups: list[list[int]], touched: Iterable[Iterable[Hashable]]) -> list[list[int]]:
    """Groups merged where they touch the same thing."""
    owner: dict[Hashable, int] = {}
    parent = list(range(len(groups)))

    def find(group: int) -> int:
        while parent[group] != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    for number, things in enumerate(touched):
        for thing in things:
            parent[find(number)] = find(owner.setdefault(thing, number))
    together: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        together.setdefault(find(number), []).extend(group)
    return [sorted(rows) for rows in together.values()]

"""An invented programme, told in many layouts and forms of text, with an error planted in any of its figures."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Key = tuple[str, str, str]  # element, source, period; "total" for all sources, all years
SOURCES = {"federal": "федеральный бюджет", "regional": "областной бюджет", "local": "местные бюджеты"}
ELEMENTS = {
    "": "Муниципальная программа «Чистый двор»",
    "1": "Подпрограмма «Дворы и скверы»",
    "1.1": "Мероприятие: ремонт дворов",
    "1.2": "Мероприятие: посадка деревьев",
    "2": "Подпрограмма «Свет на улицах»",
    "2.1": "Мероприятие: замена фонарей",
    "2.2": "Мероприятие: новые линии",
}
#: elements without anything below them
LEAVES = ("1.1", "1.2", "2.1", "2.2")


@dataclass(frozen=True)
class Fig:
    """A cell with the figure of this key."""

    key: Key


Cell = str | Fig
Rows = list[list[Cell]]


@dataclass
class Programme:
    """Amounts of every element, source and year, all sums true; `planted` are printed in the place of the true ones."""

    years: tuple[str, ...] = ("2024", "2025", "2026")
    sources: Mapping[str, str] = field(default_factory=lambda: SOURCES)
    digits: int = 1
    seed: int = 1
    planted: dict[Key, Decimal] = field(default_factory=dict)
    thousands: str = ""

    def __post_init__(self) -> None:
        draw = random.Random(self.seed)
        self.amounts = {
            (leaf, source, year): Decimal(draw.randint(1000, 99999)).scaleb(-self.digits)
            for leaf in LEAVES
            for source in self.sources
            for year in self.years
        }

    def true(self, key: Key) -> Decimal:
        element, source, year = key
        return sum(
            (
                amount
                for (leaf, s, y), amount in self.amounts.items()
                if (not element or leaf == element or leaf.startswith(f"{element}."))
                and source in ("total", s)
                and year in ("total", y)
            ),
            Decimal(0),
        )

    def printed(self, key: Key) -> Decimal:
        return self.planted.get(key, self.true(key))

    def write(self, key: Key) -> str:
        text = f"{self.printed(key):.{self.digits}f}"
        whole, point, rest = text.partition(".")
        if self.thousands:
            whole = f"{int(whole):,}".replace(",", self.thousands)
        return f"{whole}{',' if point else ''}{rest}"

    def texts(self, rows: Rows) -> list[list[str]]:
        return [[self.write(cell.key) if isinstance(cell, Fig) else cell for cell in row] for row in rows]


def keys_of(rows: Rows) -> list[Key]:
    return [cell.key for row in rows for cell in row if isinstance(cell, Fig)]


def place_of(rows: Rows, key: Key) -> tuple[int, int]:
    """Row and column of the figure, from 1."""
    return next(
        (r, c)
        for r, row in enumerate(rows, 1)
        for c, cell in enumerate(row, 1)
        if isinstance(cell, Fig) and cell.key == key
    )


def figures(element: str, source: str, periods: list[str]) -> list[Cell]:
    return [Fig((element, source, period)) for period in periods]


def named(programme: Programme, periods: list[str]) -> list[Cell]:
    return ["Всего" if p == "total" else f"{p} год" for p in periods]


def with_total(items: list[str], total: str) -> list[str]:
    """total: `first`, `last` or `none`."""
    return ["total", *items] if total == "first" else [*items, "total"] if total == "last" else items


def sources_down(p: Programme, rows: str = "first", columns: str = "first", label: str = "Всего") -> Rows:
    periods = with_total(list(p.years), columns)
    table: Rows = [["Источники финансирования", *named(p, periods)]]
    for source in with_total(list(p.sources), rows):
        table.append([label if source == "total" else p.sources[source], *figures("", source, periods)])
    return table


def years_down(p: Programme, rows: str = "last", columns: str = "first") -> Rows:
    sources = with_total(list(p.sources), columns)
    table: Rows = [["Годы реализации", *("Всего" if s == "total" else p.sources[s] for s in sources)]]
    for year in with_total(list(p.years), rows):
        table.append(["Итого" if year == "total" else f"{year} год", *(Fig(("", s, year)) for s in sources)])
    return table


def activities_with_source_column(p: Programme, columns: str = "last", codes: bool = True) -> Rows:
    periods = with_total(list(p.years), columns)
    head: list[Cell] = ["№ п/п"] if codes else []
    table: Rows = [[*head, "Наименование", "Источник финансирования", *named(p, periods)]]
    for code, name in ELEMENTS.items():
        for n, source in enumerate(["total", *p.sources]):
            label = "Всего" if source == "total" else p.sources[source]
            own: list[Cell] = [code if not n else ""] if codes else []
            table.append([*own, name if not n else "", label, *figures(code, source, periods)])
    return table


def activities_in_one_column(p: Programme, columns: str = "last", codes: bool = True) -> Rows:
    """Names and sources in one column, the sources below each name."""
    periods = with_total(list(p.years), columns)
    head: list[Cell] = ["№"] if codes else []
    table: Rows = [[*head, "Наименование мероприятия, источник", *named(p, periods)]]
    for code, name in ELEMENTS.items():
        for n, source in enumerate(["total", *p.sources]):
            own: list[Cell] = [code if not n else ""] if codes else []
            table.append([*own, name if source == "total" else p.sources[source], *figures(code, source, periods)])
    return table


def activities_by_year(p: Programme, total: str = "first", columns: str = "last", codes: bool = True) -> Rows:
    """No sources: activities down, years across; the whole programme first, last or nowhere."""
    periods = with_total(list(p.years), columns)
    head: list[Cell] = ["№ п/п"] if codes else []
    table: Rows = [[*head, "Мероприятие", *named(p, periods)]]
    whole: list[Cell] = [*([""] if codes else []), "Всего по программе", *figures("", "total", periods)]
    if total == "first":
        table.append(whole)
    for code, name in ELEMENTS.items():
        if code:
            table.append([*([code] if codes else []), name, *figures(code, "total", periods)])
    if total == "last":
        table.append(whole)
    return table


def years_under_activities(p: Programme, columns: str = "first", total: str = "first") -> Rows:
    """Each activity with a row for each year, sources across."""
    sources = with_total(list(p.sources), columns)
    table: Rows = [
        ["№ п/п", "Наименование", "Годы", *("Всего" if s == "total" else p.sources[s] for s in sources)],
    ]
    for code, name in ELEMENTS.items():
        for n, year in enumerate(with_total(list(p.years), total)):
            label = "Всего" if year == "total" else year
            table.append(
                [code if not n else "", name if not n else "", label, *(Fig((code, s, year)) for s in sources)]
            )
    return table


def sources_inside_years(p: Programme, codes: bool = True) -> Rows:
    """A head of two rows: years, each over the total and its sources."""
    sources = ["total", *p.sources]
    head: list[Cell] = ["№ п/п", "Наименование"]
    below: list[Cell] = ["", ""]
    for period in with_total(list(p.years), "last"):
        head += ["Итого" if period == "total" else f"{period} год", *[""] * (len(sources) - 1)]
        below += ["всего" if s == "total" else p.sources[s] for s in sources]
    table: Rows = [head, below]
    for code, name in ELEMENTS.items():
        table.append([code, name, *(Fig((code, s, y)) for y in [*p.years, "total"] for s in sources)])
    return table


def years_inside_sources(p: Programme) -> Rows:
    """A head of two rows: sources, each over its years."""
    sources = ["total", *p.sources]
    periods = [*p.years, "total"]
    head: list[Cell] = ["№ п/п", "Наименование"]
    below: list[Cell] = ["", ""]
    for source in sources:
        head += ["Всего" if source == "total" else p.sources[source], *[""] * (len(periods) - 1)]
        below += ["итого" if y == "total" else f"{y} год" for y in periods]
    table: Rows = [head, below]
    for code, name in ELEMENTS.items():
        table.append([code, name, *(Fig((code, s, y)) for s in sources for y in periods)])
    return table


def one_year(p: Programme, total: str = "first", columns: str = "first") -> Rows:
    """One year: activities down, sources across."""
    year = p.years[0]
    sources = with_total(list(p.sources), columns)
    table: Rows = [
        ["№ п/п", f"Мероприятия на {year} год", *("Всего" if s == "total" else p.sources[s] for s in sources)]
    ]
    whole: list[Cell] = ["", "Итого по программе", *(Fig(("", s, year)) for s in sources)]
    if total == "first":
        table.append(whole)
    for code, name in ELEMENTS.items():
        if code:
            table.append([code, name, *(Fig((code, s, year)) for s in sources)])
    if total == "last":
        table.append(whole)
    return table


def tabs(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def bars(rows: list[list[str]]) -> str:
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def pushed(rows: list[list[str]]) -> str:
    """Bars where blank cells have moved to the end of the row, as merged cells do in saved web pages."""
    lines = []
    for row in rows:
        kept = [cell for cell in row if cell]
        lines.append(" | ".join(kept) + " |" + "|" * (len(row) - len(kept)) + "\n")
    return "".join(lines)


def drawn(rows: list[list[str]]) -> str:
    """Box drawing, long labels over several lines."""
    width = [max(min(max(len(row[n]) for row in rows), 18), 4) for n in range(len(rows[0]))]
    line = "+" + "+".join("-" * (w + 2) for w in width) + "+\n"
    out = line
    for row in rows:
        wrapped = [_wrapped(cell, w) for cell, w in zip(row, width, strict=True)]
        for n in range(max(map(len, wrapped))):
            cells = [c[n] if n < len(c) else "" for c in wrapped]
            out += "¦ " + " ¦ ".join(c.ljust(w) for c, w in zip(cells, width, strict=True)) + " ¦\n"
        out += line
    return out


def _wrapped(text: str, width: int) -> list[str]:
    lines, words = [""], text.split()
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def cell_a_line(rows: list[list[str]]) -> str:
    return "\n\n".join(cell for row in rows for cell in row if cell) + "\n"


def blanks(rows: list[list[str]]) -> str:
    return "".join(" ".join(cell for cell in row if cell) + "\n" for row in rows)


FORMS: dict[str, Callable[[list[list[str]]], str]] = {
    "tabs": tabs, "bars": bars, "pushed": pushed, "drawn": drawn, "cell a line": cell_a_line, "blanks": blanks,
}  # fmt: skip


def layouts() -> Iterator[tuple[str, Callable[[Programme], Rows]]]:
    for rows in ("first", "last", "none"):
        for columns in ("first", "last", "none"):
            yield f"sources down {rows}/{columns}", lambda p, r=rows, c=columns: sources_down(p, r, c)
            yield f"years down {rows}/{columns}", lambda p, r=rows, c=columns: years_down(p, r, c)
    for columns in ("first", "last", "none"):
        for codes in (True, False):
            yield (
                f"source column {columns} codes={codes}",
                lambda p, c=columns, k=codes: activities_with_source_column(p, c, k),
            )
            yield f"one column {columns} codes={codes}", lambda p, c=columns, k=codes: activities_in_one_column(p, c, k)
            for total in ("first", "last", "none"):
                yield (
                    f"activities by year {total}/{columns} codes={codes}",
                    lambda p, t=total, c=columns, k=codes: activities_by_year(p, t, c, k),
                )
        for total in ("first", "last", "none"):
            yield (
                f"years under activities {total}/{columns}",
                lambda p, t=total, c=columns: years_under_activities(p, c, t),
            )
            yield f"one year {total}/{columns}", lambda p, t=total, c=columns: one_year(p, t, c)
    yield "sources inside years", sources_inside_years
    yield "years inside sources", years_inside_sources

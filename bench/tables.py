"""How long `recon check` takes on long DOCX tables of several kinds, beside parsing their XML with lxml alone.

`python bench/tables.py [ROUNDS] [--rows 5000]`: some 120 pages of prose and one table of that many rows, as python-docx
writes it: with codes on three levels, with four sources an element, with sources as rows, of budget codes, of plan and
fulfilment, of indicators, of numbers without a known head, of years that no sum holds. Measured as in `document.py`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import document
from document import PythonDocx

Row = list[str]
_YEARS = [f"{year} год" for year in document.YEARS]
_SOURCES = ("федеральный бюджет", "областной бюджет", "местный бюджет", "внебюджетные источники")


def _amounts(place: int, count: int = len(_YEARS)) -> list[int]:
    return [10 + (place * 7919 + column * 104_729) % 99_990 for column in range(count)]


def _sums(rows: Iterable[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _printed(amounts: Iterable[int]) -> Row:
    return [document.printed(amount) for amount in amounts]


def levels(rows: int) -> Iterable[Row]:
    """Whole subprogrammes only: 1, then 5 times 1.1 with 1.1.1 to 1.1.10."""
    for one in range(1, rows // 56 + 1):
        below: list[tuple[str, str, list[int]]] = []
        for two in range(1, 6):
            leaves = [(f"{one}.{two}.{n}", "Мероприятие", _amounts(one * 100 + two * 10 + n)) for n in range(1, 11)]
            below += [(f"{one}.{two}", "Основное мероприятие", _sums(a for _, _, a in leaves)), *leaves]
        whole = _sums(amounts for code, _, amounts in below if code.count(".") == 1)
        for code, level, amounts in [(f"{one}", "Подпрограмма", whole), *below]:
            yield [code, f"{level} {code}", *_printed([sum(amounts), *amounts])]


def sources(rows: int) -> Iterable[Row]:
    for number in range(1, rows // 5 + 1):
        own = [_amounts(number * 10 + place) for place in range(len(_SOURCES))]
        for source, amounts in zip(("Всего", *_SOURCES), [_sums(own), *own], strict=True):
            named = [f"{number}", f"Мероприятие {number}"] if source == "Всего" else ["", ""]
            yield [*named, source, *_printed(amounts)]


def sources_as_rows(rows: int) -> Iterable[Row]:
    for code, name, source, *amounts in sources(rows):
        yield [f"{code}. {name}, всего" if code else source, *amounts]


def budget(rows: int) -> Iterable[Row]:
    for n in range(rows):
        codes = ["804", f"{1 + n % 14:02}", f"{1 + n % 9:02}", f"{n % 99:02} 1 01 {10_000 + n}", "200"]
        yield [f"Расходы на мероприятие {n}", *codes, *_printed(_amounts(n, 3))]


def plan(rows: int) -> Iterable[Row]:
    for n in range(rows):
        due, done = _amounts(n, 2)
        share = f"{done * 100 / due:.1f}".replace(".", ",")
        yield [f"Мероприятие {n} по замене светильников", *_printed([due, done, due - done]), share]


def indicators(rows: int) -> Iterable[Row]:
    for n in range(1, rows + 1):
        values = [f"{(n * 7 + column * 3) % 100},{column}" for column in range(len(_YEARS))]
        yield [f"{n}", f"Доля освещённых улиц района № {n}", "процент", *values]


def numbers(rows: int) -> Iterable[Row]:
    for n in range(rows):
        yield [f"Строка {n}", *_printed(_amounts(n))]


#: what stands above the table, its head, its rows
KINDS: dict[str, tuple[str, Row, Callable[[int], Iterable[Row]]]] = {
    "three levels of codes": ("Обеспечение, тыс. рублей", ["№", "Наименование", "Всего", *_YEARS], levels),
    "four sources": ("Обеспечение, тыс. рублей", ["№", "Наименование", "Источник", *_YEARS], sources),
    "sources as rows": ("Обеспечение, тыс. рублей", ["Наименование мероприятия", *_YEARS], sources_as_rows),
    "budget codes": ("Расходы, тыс. рублей", ["Наименование", "ГРБС", "Рз", "ПР", "ЦСР", "ВР", *_YEARS[:3]], budget),
    "plan": ("Исполнение, тыс. рублей", ["Мероприятие", "План", "Исполнено", "Отклонение", "Процент"], plan),
    "indicators": ("Показатели", ["№", "Наименование показателя", "Единица измерения", *_YEARS], indicators),
    "no known head": ("Сведения", ["Наименование", *(f"Графа {n}" for n in range(7))], numbers),
    "years without sums": ("Сведения, тыс. рублей", ["Наименование", *_YEARS], numbers),
}


def body(kind: str, rows: int) -> bytes:
    title, head, filled = KINDS[kind]
    writer = PythonDocx()
    table = "".join(writer.row("".join(map(writer.cell, row))) for row in [head, *islice(filled(rows), rows)])
    return document.whole(
        f"{document.prose(writer)}{writer.paragraph(title)}<w:tbl><w:tblPr/>{table}</w:tbl><w:p/>"
    )


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        document.once(*sys.argv[2:], found="")
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    parser.add_argument("--rows", type=int, default=5_000)
    asked = parser.parse_args()
    print(f"{asked.rows} rows; load of the machine {os.getloadavg()[0]:.0f}")
    made = {kind: (body(kind, 60), body(kind, asked.rows)) for kind in KINDS}
    with tempfile.TemporaryDirectory() as folder:
        for kind, sides in document.measured(__file__, Path(folder), made, asked.rounds).items():
            document.tell(kind, len(made[kind][1]), sides)


if __name__ == "__main__":
    main()

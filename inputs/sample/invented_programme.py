"""The invented programme of the sample: its elements, what they cost, and the three planted errors."""

from __future__ import annotations

from decimal import Decimal

YEARS = (2024, 2025, 2026, 2027, 2028)
SOURCES = {"regional": "областной бюджет", "federal": "федеральный бюджет", "local": "местные бюджеты"}
IN_TEXT = {
    "regional": "средства областного бюджета",
    "federal": "средства федерального бюджета",
    "local": "средства местных бюджетов",
}

PROGRAMME = "Доступная культура Верхнеозёрской области"
NAMES = {
    "": f"Государственная программа «{PROGRAMME}» на 2024–2028 годы",
    "1": "Подпрограмма «Клубы и библиотеки на селе»",
    "1.1": "Основное мероприятие «Обновление сельских домов культуры»",
    "1.1.1": "Ремонт зданий сельских домов культуры",
    "1.1.2": "Покупка звукового и светового оборудования для сцен",
    "1.1.3": "Приобретение автоклубов для отдалённых деревень",
    "1.2": "Основное мероприятие «Развитие библиотек»",
    "1.2.1": "Пополнение книжных фондов",
    "1.2.2": "Создание модельных библиотек",
    "2": "Подпрограмма «Музеи и наследие»",
    "2.1": "Основное мероприятие «Поддержка музеев»",
    "2.1.1": "Реставрация предметов краеведческого музея",
    "2.1.2": "Оцифровка музейных коллекций",
    "2.2": "Основное мероприятие «Сохранение памятников деревянного зодчества»",
    "3": "Подпрограмма «Детские школы искусств»",
    "3.1": "Основное мероприятие «Оснащение и ремонт школ искусств»",
    "3.1.1": "Покупка музыкальных инструментов",
    "3.1.2": "Капитальный ремонт зданий школ искусств",
    "3.2": "Основное мероприятие «Областные детские конкурсы»",
    "4": "Подпрограмма «Управление программой»",
    "4.1": "Основное мероприятие «Содержание министерства культуры»",
    "4.2": "Основное мероприятие «Работа областного методического центра»",
}

# What the lowest elements cost, in thousand rubles, 2024 to 2028; all else is added up from here.
LEAVES = {
    "1.1.1": {
        "regional": "18420.0 21635.5 24310.8 22900.0 22900.0",
        "federal": "36840.0 43271.0 48621.6 45800.0 45800.0",
        "local": "1105.2 1298.1 1458.6 1374.0 1374.0",
    },
    "1.1.2": {"regional": "6215.4 5980.0 7104.3 6500.0 6500.0", "local": "310.8 299.0 355.2 325.0 325.0"},
    "1.1.3": {"regional": "0.0 8450.0 8450.0 0.0 0.0", "federal": "0.0 12675.0 12675.0 0.0 0.0"},
    "1.2.1": {"regional": "4870.6 5012.3 5164.9 5300.0 5300.0", "federal": "2435.3 2506.1 2582.4 2650.0 2650.0"},
    "1.2.2": {
        "regional": "3000.0 6000.0 4500.0 3000.0 3000.0",
        "federal": "10000.0 20000.0 15000.0 10000.0 10000.0",
        "local": "150.0 300.0 225.0 150.0 150.0",
    },
    "2.1.1": {"regional": "12744.9 9318.2 0.0 0.0 0.0"},
    "2.1.2": {"regional": "1284.0 1316.7 1350.2 1384.6 1419.9"},
    "2.2": {"regional": "7531.8 7806.4 8118.7 8443.4 8781.1", "federal": "15063.6 15612.8 16237.4 16886.8 17562.2"},
    "3.1.1": {
        "regional": "2963.5 3108.0 3217.4 3217.4 3217.4",
        "federal": "8890.5 9324.0 9652.2 9652.2 9652.2",
        "local": "592.7 621.6 643.5 643.5 643.5",
    },
    "3.1.2": {"regional": "11076.2 14209.7 13655.1 12970.0 12970.0", "local": "1107.6 1421.0 1365.5 1297.0 1297.0"},
    "3.2": {"regional": "845.0 872.3 907.2 943.5 981.2"},
    "4.1": {"regional": "41336.7 43403.5 45139.6 46945.2 46945.2"},
    "4.2": {"regional": "15872.1 16665.7 17332.3 18025.6 18025.6"},
}

# The planted errors: true figure -> printed figure. See README.md.
WRONG_DIGIT = ("1.1", "regional", 2026, Decimal("39865.1"), Decimal("39365.1"))
SWAPPED_IN_PASSPORT = ("federal", 2027, Decimal("84989.0"), Decimal("84899.0"))
WRONG_UNIT = "local"  # its total in the passport is printed in rubles, its years in thousands

Row = tuple[str, str, str, list[Decimal]]  # code, name, source as printed, amounts by year


def sums() -> dict[str, dict[str, list[Decimal]]]:
    """Amounts by element, source and year, right everywhere."""
    found: dict[str, dict[str, list[Decimal]]] = {code: {} for code in NAMES}
    for code, by_source in LEAVES.items():
        parts = code.split(".")
        for source, printed in by_source.items():
            for above in ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]:
                row = found[above].setdefault(source, [Decimal("0.0")] * len(YEARS))
                found[above][source] = [a + Decimal(b) for a, b in zip(row, printed.split(), strict=True)]
    return found


def rows() -> list[Row]:
    """The rows of the financing table as printed, with the wrong digit in."""
    table: list[Row] = []
    wrong_code, wrong_source, wrong_year, right, wrong = WRONG_DIGIT
    for code, by_source in sums().items():
        total = [sum(year, Decimal(0)) for year in zip(*by_source.values(), strict=True)]
        table.append((code, NAMES[code], "Всего", total))
        for source in (s for s in SOURCES if s in by_source):
            amounts = list(by_source[source])
            if (code, source) == (wrong_code, wrong_source):
                at = YEARS.index(wrong_year)
                assert amounts[at] == right
                amounts[at] = wrong
            table.append((code, NAMES[code], SOURCES[source], amounts))
    return table


def passport() -> list[str]:
    """The lines of the passport's statement of volumes, with the swapped digits and the wrong unit in."""
    programme = sums()[""]
    total = [sum(year, Decimal(0)) for year in zip(*programme.values(), strict=True)]
    lines = [f"Общий объём средств программы – {spaced(sum(total))} тыс. рублей, в том числе по годам:"]
    lines += [f"{year} год – {spaced(amount)} тыс. рублей;" for year, amount in zip(YEARS, total, strict=True)]
    lines.append("из них по источникам:")
    for source, name in IN_TEXT.items():
        amounts = list(programme[source])
        unit = "рублей" if source == WRONG_UNIT else "тыс. рублей"
        lines.append(f"{name} – {spaced(sum(amounts))} {unit}, в том числе по годам:")
        if source == SWAPPED_IN_PASSPORT[0]:
            at = YEARS.index(SWAPPED_IN_PASSPORT[1])
            assert amounts[at] == SWAPPED_IN_PASSPORT[2]
            amounts[at] = SWAPPED_IN_PASSPORT[3]
        lines += [f"{year} год – {spaced(amount)} тыс. рублей;" for year, amount in zip(YEARS, amounts, strict=True)]
    lines[-1] = lines[-1].rstrip(";")
    return lines


def spaced(amount: Decimal | int) -> str:
    """An amount as printed: no-break spaces between thousands, a comma before the decimal."""
    return f"{amount:,.1f}".replace(",", "\u00a0").replace(".", ",")


def spans(body: list[Row]) -> list[tuple[int, int]]:
    """First and last row of each element."""
    starts = [number for number, row in enumerate(body) if number == 0 or row[0] != body[number - 1][0]]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(body)], strict=True)]

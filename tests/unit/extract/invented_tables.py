"""Small invented tables, one for each kind met in real documents; a bar stands for a tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TITLE = "Ресурсное обеспечение программы, тыс. рублей\n\n"
Error = tuple[str, str, str]  # rule, stated, computed


@dataclass(frozen=True)
class Kind:
    """A table that is right, one error as the text that is changed, and what then does not agree."""

    text: str
    right: str
    wrong: str
    errors: frozenset[Error]

    def planted(self) -> str:
        assert self.text.count(self.right) == 1
        return self.text.replace(self.right, self.wrong)


def kind(text: str, right: str, wrong: str, *errors: Error) -> Kind:
    return Kind(text, right, wrong, frozenset(errors))


def numbers(values: Sequence[int], digits: str = ",0") -> str:
    return "|".join(f"{value}{digits}" for value in values)


def plan_and_fact() -> Kind:
    rows = ["Мероприятие|2023 год||||2024 год|||", "|план|факт|отклонение|%|план|факт|отклонение|%"]
    data = [("Всего", 300, 270, 400, 400), ("1. Дороги", 100, 90, 150, 140), ("2. Мосты", 200, 180, 250, 260)]
    for name, a, b, c, d in data:
        rows.append(f"{name}|{numbers([a, b, b - a])}|{b * 100 // a},0|{numbers([c, d, d - c])}|{d * 100 // c},0")
    return kind(
        TITLE + "\n".join(rows), "|100,0|90,0|", "|100,0|95,0|", ("HIE01", "270,0", "275.0"), ("RAT03", "-10,0", "-5.0")
    )


def classification_codes() -> Kind:
    rows = [
        "Наименование|ГРБС|Рз|Пр|ЦСР|ВР|2024 год|2025 год|2026 год",
        "Программа «Дом», всего||||||600,0|700,0|800,0",
        "Подпрограмма «Двор»|911|||0510000000||400,0|450,0|500,0",
        "Ремонт дворов|911|05|03|0510100010|244|150,0|200,0|250,0",
        "Озеленение|911|05|03|0510100020|244|250,0|250,0|250,0",
        "Подпрограмма «Свет»|912|||0520000000||200,0|250,0|300,0",
        "Фонари|912|05|02|0520100010|244|120,0|150,0|180,0",
        "Линии|912|05|02|0520100020|244|80,0|100,0|120,0",
    ]
    return kind(TITLE + "\n".join(rows), "|244|150,0|", "|244|155,0|", ("HIE01", "400,0", "405.0"))


def _blocks(
    blocks: list[tuple[str, str, list[list[int]]]], labels: Sequence[str], between: str = "", digits: str = ",0"
) -> list[str]:
    """Rows of each element: the total, then its sources; years, then their total."""
    rows: list[str] = []
    for code, name, sources in blocks:
        whole = [sum(year) for year in zip(*sources, strict=True)]
        for n, (label, values) in enumerate(zip(labels, [whole, *sources], strict=True)):
            own = f"{code}|{name}" if not n else "|"
            rows.append(f"{own}|{label}|{between}{numbers([*values, sum(values)], digits)}")
    return rows


_PARTS = [[[10, 20, 30], [5, 6, 7]], [[11, 21, 31], [8, 9, 10]]]
_WHOLE = [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(*_PARTS, strict=True)]


def classification_codes_before_the_figures() -> Kind:
    head = "№ п/п|Наименование|Источник финансирования|ГРБС|Рз Пр|ЦСР|ВР|Объемы ассигнований (тыс. рублей)|||\n"
    head += "|||||||2024|2025|2026|Итого\n"
    blocks = [("1", "Подпрограмма «Двор»", _WHOLE), ("1.1", "Ремонт", _PARTS[0]), ("1.2", "Сады", _PARTS[1])]
    rows = _blocks(blocks, ["Всего", "федеральный бюджет", "областной бюджет"], "911|0503|0510100010|244|")
    return kind(
        head + "\n".join(rows), "|5,0|6,0|7,0|18,0", "|5,0|9,0|7,0|18,0",
        ("HIE01", "15,0", "18.0"), ("SRC01", "26,0", "29.0"), ("PER01", "18,0", "21.0"),
    )  # fmt: skip


def terms_and_results_beside_the_figures() -> Kind:
    head = "№ п/п|Мероприятие|Источник финансирования|Срок|Объем финансирования по годам (тыс. руб.)||||Результат\n"
    head += "||||2024|2025|2026|Итого|\n"
    blocks = [
        ("1", "Основное мероприятие 01. Дороги", _WHOLE),
        ("1.1", "Мероприятие 01.01. Ремонт", _PARTS[0]),
        ("1.2", "Мероприятие 01.02. Знаки", _PARTS[1]),
    ]
    labels = ["Итого", "Средства бюджета области", "Средства бюджета округа"]
    rows = [f"{row}|20 знаков" for row in _blocks(blocks, labels, "2024-2026|", ",00")]
    return kind(
        head + "\n".join(rows), "|5,00|6,00|7,00|18,00|", "|5,00|9,00|7,00|18,00|",
        ("HIE01", "15,00", "18.00"), ("SRC01", "26,00", "29.00"), ("PER01", "18,00", "21.00"),
    )  # fmt: skip


def programmes_without_codes() -> Kind:
    blocks = [
        ("", "Муниципальная программа «Спорт»", _WHOLE), ("", "Постройка зала", _PARTS[0]), ("", "Ремонт", _PARTS[1])
    ]  # fmt: skip
    rows = [row[1:] for row in _blocks(blocks, ["Всего", "областной бюджет", "местный бюджет"])]
    return kind(
        TITLE + "Наименование|Источник|2024|2025|2026|Итого\n" + "\n".join(rows), "|6,0|7,0|18,0", "|6,0|7,0|19,0",
        ("HIE01", "45,0", "46.0"), ("SRC01", "78,0", "79.0"), ("PER01", "19,0", "18.0"),
    )  # fmt: skip


def months() -> Kind:
    names = "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь"
    taxes = [[31, 29, 47, 38, 52, 64, 75, 23, 91, 18, 37, 66], [11, 22, 33, 44, 55, 66, 77, 88, 99, 12, 23, 34]]
    whole = [a + b for a, b in zip(*taxes, strict=True)]
    rows = [
        f"{name}|{numbers([*values, sum(values)], '')}"
        for name, values in zip(("Налоги", "Сборы", "Всего"), [*taxes, whole], strict=True)
    ]
    return kind(
        TITLE + f"Наименование|{names}|Итого за 2024 год\n" + "\n".join(rows), "Сборы|11|", "Сборы|91|",
        ("HIE01", "42", "122"), ("SRC01", "564", "644"),
    )  # fmt: skip


def quarters() -> Kind:
    rows = "Мероприятия|Всего на 2024 год|в том числе по кварталам|||\n||I|II|III|IV\n"
    rows += "Ремонт|10,0|1,0|2,0|3,0|4,0\nУборка|26,0|5,0|6,0|7,0|8,0\nИтого|36,0|6,0|8,0|10,0|12,0"
    return kind(TITLE + rows, "|26,0|5,0", "|27,0|5,0", ("HIE01", "36,0", "37.0"), ("SRC01", "27,0", "26.0"))


def money_and_physical_units() -> Kind:
    rows = "№|Показатель|Единица измерения|2024 год|2025 год|Всего\n"
    rows += "1|Строительство газопроводов|тыс. рублей|100,0|200,0|300,0\n||км|12,5|13,5|26,0\n"
    rows += "2|Газификация домов|тыс. рублей|50,0|60,0|110,0\n||семей|10|20|30\n|Итого|тыс. рублей|150,0|260,0|410,0"
    return kind(rows, "|150,0|", "|151,0|", ("HIE01", "151,0", "150.0"), ("PER01", "410,0", "411.0"))


def a_unit_in_each_row() -> Kind:
    rows = "Источник|Ед. изм.|2024 год|2025 год|Итого\nВсего|тыс. рублей|30,0|40,0|70,0\n"
    rows += "федеральный бюджет|тыс. рублей|10,0|15,0|25,0\nобластной бюджет|тыс. рублей|20,0|25,0|45,0"
    return kind("Объемы\n\n" + rows, "|45,0", "|47,0", ("SRC01", "70,0", "72.0"), ("PER01", "47,0", "45.0"))


def rows_of_which() -> Kind:
    block = "|федеральный бюджет|40,0|50,0|90,0\n|областной бюджет|60,0|70,0|130,0\n"
    block += "|из них: субсидии местным бюджетам|25,0|30,0|55,0\n"
    rows = "№|Наименование, источник|2024 год|2025 год|Итого\n1|Подпрограмма «А»|100,0|120,0|220,0\n" + block
    rows += "1.1|Дороги|100,0|120,0|220,0\n" + block
    return kind(TITLE + rows, "55,0\n1.1", "56,0\n1.1", ("PER01", "56,0", "55.0"), ("HIE01", "56,0", "55.0"))


def dashes_crosses_and_marks() -> Kind:
    rows = "Наименование|Источник|2024 год|2025 год|2026 год|Всего\nПрограмма|Всего|100,0*|-|50,0|150,0\n"
    rows += "|федеральный бюджет|–|—|х|–\n|областной бюджет|100,0*|-|50,0|150,0\n|местный бюджет|----|----|----|----\n"
    return kind(
        TITLE + rows + "* Объем уточняется.\n", "Всего|100,0*|-|50,0|150,0", "Всего|100,0*|-|50,0|160,0",
        ("SRC01", "160,0", "150.0"), ("PER01", "160,0", "150.0"),
    )  # fmt: skip


def mixed_decimals() -> Kind:
    rows = "Источник|2024 год|2025 год|Всего\nВсего|1500 000,00|2 000,5|1 502 000,5\n"
    rows += "федеральный бюджет|1 000 000|2000|1 002 000\nобластной бюджет|500000,00|0,5|500 000,50"
    return kind(
        TITLE + rows, "|0,5|500", "|0,7|500", ("SRC01", "2 000,5", "2000.7"), ("PER01", "500 000,50", "500000.70")
    )


def a_source_that_no_one_knows() -> Kind:
    rows = "Источник финансирования|2024 год|2025 год|Всего\nфедеральный бюджет|10,0|20,0|30,0\n"
    rows += "средства дольщиков|5,0|5,0|10,0\nкредиты банков|1,0|2,0|3,0\nИтого|16,0|27,0|43,0"
    return kind(TITLE + rows, "|5,0|5,0|10,0", "|5,0|7,0|10,0", ("SRC01", "27,0", "29.0"), ("PER01", "10,0", "12.0"))


def several_annexes() -> Kind:
    text = ""
    for annex, k in ((1, 1), (2, 7)):
        text += f"Приложение {annex}\nк программе\n\nФинансирование подпрограммы {annex}, тыс. рублей\n\n"
        text += f"Источник|2024 год|2025 год|Всего\nВсего|{numbers([3 * k, 5 * k, 8 * k])}\n"
        text += (
            f"федеральный бюджет|{numbers([k, 2 * k, 3 * k])}\nобластной бюджет|{numbers([2 * k, 3 * k, 5 * k])}\n\n"
        )
    return kind(text, "|14,0|21,0|", "|14,0|22,0|", ("SRC01", "35,0", "36.0"), ("PER01", "35,0", "36.0"))


def a_head_on_every_page() -> Kind:
    head = "№ п/п|Наименование|Источник|2024 год|2025 год|Всего\n1|2|3|4|5|6\n"
    text = TITLE + head + "1|Дороги|Всего|10,0|20,0|30,0\n||областной бюджет|4,0|8,0|12,0\n"
    text += (
        head + "||местный бюджет|6,0|12,0|18,0\n2|Сады|Всего|1,0|1,0|2,0\n" + head + "||областной бюджет|1,0|1,0|2,0\n"
    )
    return kind(text, "|6,0|12,0|18,0", "|6,0|13,0|18,0", ("SRC01", "20,0", "21.0"), ("PER01", "18,0", "19.0"))


def formulas_in_words() -> Kind:
    rows = "Код|Найменування|Загальний фонд|||Спеціальний фонд||Разом\n"
    rows += "||всього|оплата праці|комунальні|всього|з них: бюджет розвитку|\n1|2|3|4|5|6|7|8=3+6\n"
    data = [
        ("010000", "Управління", 100, 60, 10, 30, 20), ("010100", "Апарат", 100, 60, 10, 30, 20),
        ("070000", "Освіта", 300, 200, 50, 40, 10), ("070100", "Садки", 120, 80, 20, 15, 5),
        ("070200", "Школи", 180, 120, 30, 25, 5), ("", "Всього", 400, 260, 60, 70, 30),
    ]  # fmt: skip
    rows += "\n".join(f"{code}|{name}|{numbers(v, '')}|{v[0] + v[3]}" for code, name, *v in data)
    return kind(
        "Видатки бюджету, грн\n\n" + rows, "|15|5|135", "|15|5|165", ("HIE01", "340", "370"), ("SRC01", "165", "135")
    )


def categories_by_years() -> Kind:
    rows = "Направления|2024 год|2025 год|Всего\nВсего|60,0|70,0|130,0\nв том числе:|||\n"
    rows += "Капитальные вложения|30,0|35,0|65,0\nНИОКР|10,0|10,0|20,0\nПрочие нужды|20,0|25,0|45,0"
    return kind(
        TITLE + rows, "|10,0|10,0|20,0", "|10,0|13,0|20,0", ("HIE01", "70,0", "73.0"), ("PER01", "20,0", "23.0")
    )


def sources_within_categories() -> Kind:
    parts = [
        ("Капитальные вложения", [[1, 2], [3, 4]]),
        ("НИОКР", [[5, 6], [7, 8]]),
        ("Прочие нужды", [[2, 2], [1, 1]]),
    ]
    whole = [[sum(values) for values in zip(*rows, strict=True)] for rows in zip(*(p for _, p in parts), strict=True)]
    rows = ["Источники и направления|Всего|2024 год|2025 год"]
    for name, sources in [("Всего по программе", whole), *parts]:
        total = [sum(values) for values in zip(*sources, strict=True)]
        for label, values in zip((name, "федеральный бюджет", "областной бюджет"), [total, *sources], strict=True):
            rows.append(f"{label}|{numbers([sum(values), *values])}")
    return kind(
        TITLE + "\n".join(rows), "НИОКР|26,0", "НИОКР|28,0",
        ("HIE01", "42,0", "44.0"), ("PER01", "28,0", "26.0"), ("SRC01", "28,0", "26.0"),
    )  # fmt: skip


def stages_and_years() -> Kind:
    rows = "Источник|I этап (2024-2025)|2024|2025|II этап (2026-2027)|2026|2027|Всего\n"
    rows += "Всего|30,0|10,0|20,0|70,0|30,0|40,0|100,0\nобластной бюджет|20,0|5,0|15,0|50,0|20,0|30,0|70,0\n"
    rows += "местный бюджет|10,0|5,0|5,0|20,0|10,0|10,0|30,0"
    return kind(
        TITLE + rows, "местный бюджет|10,0", "местный бюджет|12,0",
        ("SRC01", "30,0", "32.0"), ("PER01", "12,0", "10.0"), ("PER01", "30,0", "32.0"),
    )  # fmt: skip


def sources_with_codes() -> Kind:
    rows = "№|Наименование|2024 год|2025 год|Всего\n1|Подпрограмма «А», всего|30,0|40,0|70,0\n"
    rows += "1.1|федеральный бюджет|10,0|15,0|25,0\n1.2|областной бюджет|20,0|25,0|45,0\n"
    rows += (
        "2|Подпрограмма «Б», всего|3,0|4,0|7,0\n2.1|федеральный бюджет|1,0|1,0|2,0\n2.2|областной бюджет|2,0|3,0|5,0"
    )
    return kind(TITLE + rows, "|45,0", "|46,0", ("SRC01", "70,0", "71.0"), ("PER01", "46,0", "45.0"))


def budgetary_and_other_money() -> Kind:
    rows = "Источник|2024 год|2025 год|Всего\nВсего|60,0|70,0|130,0\nБюджетные средства|50,0|60,0|110,0\n"
    rows += "в том числе:|||\nфедеральный бюджет|20,0|30,0|50,0\nобластной бюджет|30,0|30,0|60,0\n"
    rows += "Внебюджетные средства|10,0|10,0|20,0"
    return kind(
        TITLE + rows, "|30,0|30,0|60,0", "|30,0|33,0|60,0", ("SRC01", "60,0", "63.0"), ("PER01", "60,0", "63.0")
    )


def a_column_of_shares() -> Kind:
    rows = "Источник|Всего|2024|2025|Удельный вес, %\nВсего|100,0|40,0|60,0|100,0\n"
    rows += "федеральный бюджет|70,0|30,0|40,0|70,0\nобластной бюджет|30,0|10,0|20,0|30,0"
    return kind(
        TITLE + rows,
        "|30,0|10,0|20,0|30,0",
        "|30,0|10,0|21,0|30,0",
        ("SRC01", "60,0", "61.0"),
        ("PER01", "30,0", "31.0"),
    )


KINDS = [
    plan_and_fact, classification_codes, classification_codes_before_the_figures, terms_and_results_beside_the_figures,
    programmes_without_codes, months, quarters, money_and_physical_units, a_unit_in_each_row, rows_of_which,
    dashes_crosses_and_marks, mixed_decimals, a_source_that_no_one_knows, several_annexes, a_head_on_every_page,
    formulas_in_words, categories_by_years, sources_within_categories, stages_and_years, sources_with_codes,
    budgetary_and_other_money, a_column_of_shares,
]  # fmt: skip

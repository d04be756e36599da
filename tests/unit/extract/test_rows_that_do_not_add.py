"""Rows and columns that stand among amounts and are no addends: parts, asides, repeated totals, spenders, shares."""

import pytest

from recon.engine import bind
from recon.ledger.normalise import build
from recon.model.identity import Verdict
from recon.rulebook.load import load

HEAD = "Ресурсное обеспечение, тыс. рублей\n№ п/п|Наименование|Источник|2024|2025\n"
UNCODED = "Расходы, тыс. рублей\nНаименование|Источник|2024|2025\n"


@pytest.fixture
def verdicts(extracted):
    """The table extracted, bound and judged: broken sums, and how many of all."""
    rulebook = load(None)

    def judged(text: str) -> tuple[list[tuple[str, str]], int]:
        found = extracted(text)
        ledger = build([found], rulebook.vocabulary)
        broken, count = [], 0
        for judgement in bind(ledger, rulebook):
            count += len(judgement.bound)
            for k in judgement.judged.where(Verdict.BROKEN, Verdict.UNDECIDED).tolist():
                total = int(judgement.bound.total[k])
                broken.append((judgement.rule.code, str(ledger.figures["source"].iloc[total])))
        return broken, count

    return judged


def sources(extraction) -> list[str]:
    return list(dict.fromkeys(figure.source for figure in extraction.figures))


WATER = (
    HEAD
    + "1|Вода|Всего|100,0|200,0\n||областной бюджет|70,0|140,0\n||из них:||\n||дорожный фонд|5,0|5,0\n"
    + "||в том числе субсидии из федерального бюджета|20,0|30,0\n||местный бюджет|30,0|60,0\n"
    + "||Кроме того, кредиты банков|500,0|600,0\n||справочно: налоговые расходы|3,0|3,0\n"
    + "1.1|Труба|Всего|100,0|200,0\n||областной бюджет|70,0|140,0\n||местный бюджет|30,0|60,0\n"
)


def test_what_stands_inside_a_source_or_outside_the_total_is_named_so(extracted) -> None:
    assert sources(extracted(WATER)) == [
        "total", "regional", "regional/дорожный фонд", "regional/federal", "local",
        "besides/loans", "besides/налоговые расходы",
    ]  # fmt: skip


def test_what_stands_inside_a_source_or_outside_the_total_is_not_added(verdicts) -> None:
    broken, count = verdicts(WATER)
    # sources of two elements, total, regional and local of the parent, two parts within their whole
    assert (broken, count) == ([], 2 * (2 + 3 + 2))


def test_in_that_number_right_below_a_total_names_an_addend(extracted) -> None:
    once = HEAD + "1|Газ|Всего|3,0|3,0\n||в том числе:||\n||областной бюджет|1,0|1,0\n||местный бюджет|2,0|2,0\n"
    each = HEAD + "1|Газ|Всего|3,0|3,0\n" + "".join(
        f"||в том числе {name}|1,0|1,0\n" for name in ("областной бюджет", "местный бюджет", "субсидии из бюджета края")
    )
    assert sources(extracted(once))[1:] == ["regional", "local"]
    assert sources(extracted(each))[1:] == ["regional", "local", "local/regional"]


def test_an_of_which_line_that_the_children_do_not_print_is_not_asked_of_them(verdicts) -> None:
    table = HEAD + "1|А|областной бюджет|5,0|5,0\n||межбюджетные трансферты|4,0|4,0\n1.1|Б|областной бюджет|5,0|5,0\n"
    assert verdicts(table) == ([], 4)


def test_a_share_among_amounts_is_listed_but_not_added(extracted, verdicts) -> None:
    table = (
        "Отчет, тыс. рублей\nНаименование|Источник|2024 год||2025 год|\n||план|% исполнения|план|% исполнения\n"
        "А|Всего|30,0|50,0|40,0|50,0\n|областной бюджет|10,0|50,0|10,0|50,0\n|местный бюджет|20,0|50,0|30,0|50,0\n"
    )
    shares = [figure for figure in extracted(table).figures if not figure.adds]
    assert len(shares) == 6
    assert {figure.unit for figure in shares} == {""}
    assert not extracted(table).gaps
    assert verdicts(table) == ([], 2)


def test_a_total_behind_a_section_is_no_parent_of_the_next(verdicts) -> None:
    rows = [("1|Школы", 10), ("2|Сады", 1), ("|Итого по разделу 1", 11), ("3|Лес", 5), ("|Итого по разделу 2", 5)]
    table = HEAD + "".join(f"{name}|местный бюджет|{amount},0|{amount},0\n" for name, amount in rows)
    assert verdicts(table) == ([], 4)
    assert verdicts(table + "|ВСЕГО|местный бюджет|16,0|16,0\n") == ([], 6)
    assert verdicts(table + "|ВСЕГО|местный бюджет|16,0|17,0\n")[0] == [("HIE01", "local")]


def test_a_total_behind_a_subprogramme_is_no_part_of_it(verdicts) -> None:
    rows = [
        ("Муниципальная программа «Двор»", 3), ("Подпрограмма 1", 2), ("Мероприятие А", 2),
        ("Итого по подпрограмме 1", 2), ("Подпрограмма 2", 1), ("Мероприятие Б", 1), ("Всего по программе", 3),
    ]  # fmt: skip
    assert verdicts(UNCODED + "".join(f"{name}|местный бюджет|{n},0|{n},0\n" for name, n in rows)) == ([], 6)


def test_those_who_spend_are_no_parts_beside_the_subprogrammes(verdicts) -> None:
    rows = [
        ("Государственная программа", 3), ("Министерство культуры", 2), ("Министерство строительства", 1),
        ("Подпрограмма 1", 2), ("Министерство культуры", 2), ("Подпрограмма 2", 1), ("Министерство строительства", 1),
    ]  # fmt: skip
    assert verdicts(UNCODED + "".join(f"{name}|местный бюджет|{n},0|{n},0\n" for name, n in rows)) == ([], 6)


def test_a_plain_list_of_expenses_has_no_sources(extracted, verdicts) -> None:
    table = "Смета, тыс. рублей\nНаименование|2024|2025\nЗарплата|10,5|20,5\nПрочие|1,0|1,0\nИтого|11,5|21,5\n"
    assert [element.name for element in extracted(table).elements] == ["Зарплата", "Прочие", "Итого"]
    assert verdicts(table)[0] == []


def test_one_column_may_hold_names_and_sources(verdicts) -> None:
    table = (
        "Финансовое обеспечение, млн рублей\n№ п/п|Наименование результата и источники финансирования|2024|2025\n"
        "1|Дороги|3,0|3,0\n1.1|федеральный бюджет|1,0|1,0\n1.2|местные бюджеты|2,0|2,0\n"
    )
    assert verdicts(table) == ([], 2)


def test_a_table_of_activities_without_sources_is_money_where_its_unit_stands_above(extracted) -> None:
    found = extracted("Мероприятия, млн рублей\n№|Мероприятие|2024|2025\n1|Свет|1,5|2,5\n1.1|Фонари|1,5|2,5\n")
    assert [table.role for table in found.tables] == ["financing"]


def test_a_unit_in_every_row_is_a_unit(extracted) -> None:
    found = extracted("федеральный бюджет, млн руб.|1,0|2,0\nобластной бюджет, млн руб.|3,0|4,0\n")
    assert {figure.unit for figure in found.figures} == {"million-rubles"}
    assert [gap.kind for gap in found.gaps] == ["gap.lost-head"]

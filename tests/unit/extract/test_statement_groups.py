"""Statements of several sentences, and amounts whose words are not simple: read as one only where sums prove it."""

from decimal import Decimal


def stated(found) -> list[tuple[int, str, str, Decimal]]:
    return [(f.element, f.source, f.period, f.reading.value) for f in found.figures]


def test_a_sentence_for_each_year_is_one_statement_where_the_years_add_up(extracted) -> None:
    sentence = "{} объем финансирования - {} тыс. рублей, из них средства федерального бюджета - {} тыс. рублей, "
    sentence += "средства областного бюджета - {} тыс. рублей.\n\n"
    text = sentence.format("Общий", 30, 10, 20) + sentence.format("В 2024 году общий", 12, 4, 8)
    found = extracted(text + sentence.format("В 2025 году общий", 18, 6, 12))
    assert {element for element, *_ in stated(found)} == {0}
    apart = extracted(text + sentence.format("В 2025 году общий", 99, 33, 66))
    assert len({element for element, *_ in stated(apart)}) == 3


def test_a_total_that_stands_behind_its_parts_is_their_total(extracted) -> None:
    parts = (
        "Финансирование мероприятий осуществляется за счет:\nсредств бюджета города в сумме 30 тыс. рублей, в том "
        "числе:\n2024 год - 10 тыс. рублей;\n2025 год - 20 тыс. рублей;\nсредств субсидий бюджету города на дороги в "
        "сумме 7 тыс. рублей, в том числе:\n2024 год - 3 тыс. рублей;\n2025 год - 4 тыс. рублей.\n"
        "Часть мероприятий выполняется без денег.\n"
    )
    found = extracted(parts + "Общий объем финансирования составляет 37 тыс. рублей.\n")
    assert (0, "total", "total", Decimal(37)) in stated(found)
    assert len({source for _, source, _, _ in stated(found)}) == 3
    assert "total" not in {
        f.source for f in extracted(parts + "Общий объем финансирования - 99 тыс. рублей.\n").figures
    }


def test_the_year_of_prices_is_no_year_of_the_amounts(extracted) -> None:
    found = extracted(
        "Общий объем финансирования - 30 тыс. рублей (в ценах 2003 года), в том числе: федеральный бюджет - 10 тыс. "
        "рублей, областной бюджет - 20 тыс. рублей\n"
    )
    assert {f.period for f in found.figures} == {"total"}


def test_a_unit_may_be_glued_to_its_number(extracted) -> None:
    found = extracted("Общий объем финансирования: 2024 год - 21 814,6тыс. рублей; 2025 год - 7тыс. рублей\n")
    assert [f.reading.raw for f in found.figures] == ["21 814,6", "7"]


def test_an_amount_without_a_name_is_of_the_source_before_it(extracted) -> None:
    found = extracted(
        "Общий объем финансирования - 30 тыс. рублей, в том числе: федеральный бюджет - 10 тыс. рублей, областной "
        "бюджет - 20 тыс. рублей, из них 5 тыс. рублей в виде субвенций\n"
    )
    assert [f.source.partition("/")[0] for f in found.figures] == ["total", "federal", "regional", "regional"]
    assert found.figures[-1].source != "regional"

"""Cells of a table that lie one under another, and were not known again as one, are not passed over in silence."""

import pytest

from recon.model.figure import Extraction

STATEMENT = "Общий объем – 30 тыс. рублей, в том числе: 2024 год – 10 тыс. рублей; 2025 год – 20 тыс. рублей\n"


def notes(extraction: Extraction) -> list[tuple[str, dict[str, object]]]:
    return extraction.document.notes


@pytest.mark.parametrize("number", ["202 655,9", "-4,5", "1 234", "12345678", "дороги 10,5 3,25 4,0"])
def test_many_lines_of_one_number_each_are_told(extracted, number: str) -> None:
    lines = "".join(f"Мероприятие {n}, которого никто не знает и которое названо длинно\n{number}\n" for n in range(12))
    assert notes(extracted(STATEMENT + lines)) == [("note.lone-numbers", {"count": 12})]


@pytest.mark.parametrize("number", ["7", "2024", "1.2.", "12 ноября", "31.12.2024", "рост на 10,5 – 12,5", "1,5 и 2,5"])
def test_numbers_of_pages_years_and_sections_are_not(extracted, number: str) -> None:
    assert notes(extracted(STATEMENT + f"Раздел, в котором нет ни одной суммы, а только слова\n{number}\n" * 12)) == []


def test_a_table_that_was_put_together_again_leaves_no_lone_numbers(extracted) -> None:
    cells = ["Источники", "Всего", "2024 год", "2025 год", "Всего", "30,0", "14,0", "16,0"]
    cells += ["федеральный бюджет", "10,0", "4,0", "6,0", "областной бюджет", "20,0", "10,0", "10,0"]
    found = extracted("Ресурсное обеспечение, тыс. рублей\n" + "\n".join(cells) + "\n")
    assert len(found.figures) == 9
    assert notes(found) == []

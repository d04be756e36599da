"""Tables whose cells list a source a line, and the figures beside it a line each."""

from decimal import Decimal

import pytest

from recon.model.amount import State
from recon.model.figure import Extraction

HEAD = "№|Наименование|Источник финансирования|Всего, тыс. рублей|2024 год|2025 год\n"
ROAD = "1|Дороги|Всего<p>в том числе:</p><p>федеральный бюджет</p><p>областной бюджет</p>|"


def of_sources(extraction: Extraction) -> list[tuple[str, str, Decimal | None]]:
    return [(f.source, f.period, f.reading.value) for f in extraction.figures]


def stacked(*numbers: str) -> str:
    return "".join(f"<p>{number}</p>" for number in numbers)


@pytest.fixture
def two_rows(extracted):
    def rows(third: str) -> Extraction:
        first = f"{stacked('30,0', '10,0', '20,0')}|{stacked('14,0', '4,0', '10,0')}|{third}\n"
        return extracted(HEAD + ROAD + first + "2|Мосты|Всего|5,0|2,0|3,0\n")

    return rows


def test_each_line_of_a_row_is_a_source_with_its_own_figures(two_rows) -> None:
    found = two_rows(stacked("16,0", "6,0", "10,0"))
    assert of_sources(found)[:9] == [
        ("total", "total", Decimal("30.0")), ("total", "2024", Decimal("14.0")), ("total", "2025", Decimal("16.0")),
        ("federal", "total", Decimal("10.0")), ("federal", "2024", Decimal("4.0")), ("federal", "2025", Decimal("6.0")),
        ("regional", "total", Decimal("20.0")), ("regional", "2024", Decimal("10.0")),
        ("regional", "2025", Decimal("10.0")),
    ]  # fmt: skip
    assert [(element.code, element.name) for element in found.elements] == [("1", "Дороги"), ("2", "Мосты")]


def test_the_lines_of_a_row_stand_in_the_row_of_the_document(two_rows) -> None:
    found = two_rows(stacked("16,0", "6,0", "10,0"))
    assert [(f.at.row, f.at.column) for f in found.figures[3:6]] == [(2, 4), (2, 5), (2, 6)]
    assert {f.at.row for f in found.figures[9:]} == {3}


@pytest.mark.parametrize("third", [stacked("16,0", "16,0"), "16,0"])
def test_fewer_figures_than_sources_are_not_given_to_any(two_rows, third: str) -> None:
    column = [f.reading for f in two_rows(third).figures[:9] if f.period == "2025"]
    assert [reading.state for reading in column] == [State.UNREADABLE] * 3
    assert "16,0" in column[0].raw


def test_lines_that_name_no_sources_are_left_as_they_are(extracted) -> None:
    found = extracted(HEAD + f"1|Дороги|{stacked('первый', 'второй')}|{stacked('3,0', '4,0')}|1,0|2,0\n" * 2)
    assert found.figures[0].reading.state is State.UNREADABLE

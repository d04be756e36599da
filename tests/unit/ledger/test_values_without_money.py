"""Indicators and statistics stand in a frame of their own: no sum takes them in, and a listing of them is no ledger."""

from __future__ import annotations

from pathlib import Path

import pandera.errors
import pytest

import recon
from recon.figures import list_figures
from recon.ledger import indicators
from recon.listings import csv as csv_listing
from recon.rulebook.load import load

DOCUMENT = """№ п/п|Наименование мероприятия|Источник финансирования|2023 год|2024 год
1|Программа, тыс. рублей|Всего|100,0|50,0
1.1|Первое|Всего|60,0|20,0
1.2|Второе|Всего|40,0|30,0

Показатели программы

№ п/п|Мероприятие|Наименование показателя|Единица измерения|2023 год|2024 год
1.1|Первое|Доля услуг|процентов|≥ 30,5|40
1.2|Второе|Наличие сайта|да/нет|да|-
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "programme.txt"
    path.write_text(DOCUMENT.replace("|", "\t"), encoding="utf-8")
    return path


def test_the_sums_of_a_document_do_not_change_with_its_indicators(document: Path, tmp_path: Path) -> None:
    money = tmp_path / "money.txt"
    money.write_text(document.read_text(encoding="utf-8").split("\n\n")[0], encoding="utf-8")
    with_indicators, alone = recon.check(document), recon.check(money)
    assert with_indicators.identities == alone.identities
    assert with_indicators.documents[0].figures == alone.documents[0].figures == 6
    assert with_indicators.documents[0].indicators == 4


def test_every_value_is_listed_with_its_role_unit_period_and_place(document: Path) -> None:
    columns = list_figures([str(document)], load(None)).columns()
    names = ("role", "unit", "period", "amount", "raw", "line", "column", "taken")
    listed = [row for row in zip(*(columns[n] for n in names), strict=True) if row[-1] == "indicators"]
    assert listed == [
        ("indicator", "процентов", "2023", "30.5", "≥ 30,5", "9", "5", "indicators"),
        ("indicator", "процентов", "2024", "40", "40", "9", "6", "indicators"),
        ("indicator", "да/нет", "2023", "", "да", "10", "5", "indicators"),
        ("indicator", "да/нет", "2024", "", "-", "10", "6", "indicators"),
    ]


def test_a_listing_that_is_checked_again_leaves_them_out(document: Path, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    with path.open("wb") as stream:
        csv_listing.write(list_figures([str(document)], load(None)).columns(), stream)
    again = recon.check(path)
    assert again.documents[0].figures == 6
    assert again.identities.holds == recon.check(document).identities.holds > 0


def test_the_frame_is_checked_at_its_border(document: Path) -> None:
    frame = list_figures([str(document)], load(None)).ledger.indicators
    assert frame is not None
    frame.loc[0, "amount"] = "30,5"
    with pytest.raises(pandera.errors.SchemaErrors):
        indicators.schema().validate(frame, lazy=True)


def test_a_document_of_indicators_alone_ends_with_a_verdict(document: Path, tmp_path: Path) -> None:
    path = tmp_path / "indicators.txt"
    path.write_text(document.read_text(encoding="utf-8").split("\n\n")[-1], encoding="utf-8")
    result = recon.check(path)
    assert (result.identities.bound, result.documents[0].status) == (0, "read")
    assert result.comparisons.holds > 0
    assert result.exit_status(None) == 0


def test_a_value_with_more_digits_than_any_indicator_refuses_its_document(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(DOCUMENT.replace("30,5", f"30,{'9' * 60}").replace("|", "\t"), encoding="utf-8")
    error = recon.check(long).documents[0].error
    assert error is not None
    assert error.key == "error.amount-too-long"
    assert error.parameters["line"] == 9

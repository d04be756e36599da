"""A marked workbook: the failing cells filled and noted, a sheet of findings, and all else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

import recon
from recon.model.asked import Asked
from recon.model.reconciliation import Reconciliation
from recon.reports import xlsx
from recon.writing.xlsx_styles import FILLS
from tests.unit.readers.office_files import xlsx as plain_workbook
from tests.unit.writing.rich_files import macro_workbook, with_parts, workbook

MADE = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TOUCHED = {
    "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
    "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
}  # fmt: skip


def checked(data: bytes, folder: Path, name: str = "programme.xlsx") -> Reconciliation:
    path = folder / name
    path.write_bytes(data)
    return recon.check(str(path))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def marked(data: bytes, folder: Path, lang: str = "ru", name: str = "programme.xlsx") -> bytes:
    return xlsx.write(checked(data, folder, name), Asked(lang, made=MADE))


@pytest.mark.parametrize(("name", "make"), [("rich.xlsx", workbook), ("rich.xlsm", macro_workbook)])
def test_every_part_that_is_not_marked_is_the_same_to_the_byte(name: str, make: object, tmp_path: Path) -> None:
    before = make()  # type: ignore[operator]
    old, new = parts(before), parts(marked(before, tmp_path, name=name))
    assert {part for part in old if old[part] != new[part]} == TOUCHED
    assert set(new) - set(old) == {"xl/worksheets/sheet3.xml"}


def test_a_marked_sheet_differs_in_styles_of_marked_cells_only(tmp_path: Path) -> None:
    before = workbook()
    old, new = (parts(data)["xl/worksheets/sheet1.xml"].decode() for data in (before, marked(before, tmp_path)))

    def without_style_of(sheet: str) -> str:
        return re.sub(r'(<c r="D3") s="\d+"', r"\1", sheet.split("?>", 1)[1].strip())

    assert without_style_of(new) == without_style_of(old)


def test_charts_pictures_validation_formats_and_hidden_sheets_come_back(tmp_path: Path) -> None:
    names = set(parts(marked(macro_workbook(), tmp_path, name="rich.xlsm")))
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", "xl/vbaProject.bin"} <= names
    assert "xl/externalLinks/externalLink1.xml" in names
    book = openpyxl.load_workbook(io.BytesIO(marked(workbook(), tmp_path)))
    sheet = book["Финансирование"]
    assert book.sheetnames == ["Финансирование", "Скрытый", "Протокол"]
    assert book["Скрытый"].sheet_state == "hidden"
    assert sheet["F5"].value == "=F3-F4"
    assert len(sheet.data_validations.dataValidation) == 1
    assert len(sheet.conditional_formatting) == 1
    assert sheet.freeze_panes == "A3"
    assert book.defined_names["Итог"].value == "Финансирование!$D$3"


def test_a_figure_is_filled_in_its_own_style_and_says_what_is_wrong(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(marked(workbook(), tmp_path)))["Финансирование"]
    from recon.telling.remarks import Mark

    cell, beside = sheet["D3"], sheet["D4"]
    assert cell.fill.fgColor.rgb == FILLS[Mark.CAUSE]
    assert (cell.number_format, cell.font.b, cell.border.left.style) == ("#,##0.0", True, beside.border.left.style)
    assert beside.fill.fgColor.rgb == "FFCCFFCC"
    assert cell.comment is not None
    said = cell.comment.text
    assert "Указано 330,0, по расчёту 300,0, отклонение +30,0" in said
    assert "PER01" in said
    assert "SRC01" in said
    assert "единственное объяснение: указано 330,0, подлежит уточнению, предлагается 300,0" in said


def test_notes_of_others_stay_and_ours_stands_behind_theirs(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(marked(workbook(), tmp_path)))["Финансирование"]
    assert sheet["E3"].comment.text == "проверить"
    assert sheet["E3"].comment.author == "Иванова"
    assert sheet["D3"].comment.text.startswith("итог\n\nrecon:\n")


def test_the_box_of_a_note_that_ours_joins_grows_and_the_others_stay(tmp_path: Path) -> None:
    def boxes(data: bytes) -> dict[tuple[str, str], list[int]]:
        drawing = parts(data)["xl/drawings/vmlDrawing1.vml"].decode()
        found = re.findall(
            r"<x:Anchor>([^<]*)</x:Anchor>.*?<x:Row>(\d+)</x:Row>\s*<x:Column>(\d+)</x:Column>", drawing, re.DOTALL
        )
        return {(row, column): [int(n) for n in re.findall(r"\d+", anchor)] for anchor, row, column in found}

    before = workbook()
    old, new = boxes(before), boxes(marked(before, tmp_path))
    ours, other = ("2", "3"), ("2", "4")
    assert new[other] == old[other]
    assert new[ours][:4] == old[ours][:4]
    assert new[ours][6] > old[ours][6], "it reaches further down"


def test_a_note_has_a_box_of_its_own_with_an_id_that_no_other_has(tmp_path: Path) -> None:
    ids = re.findall(rb'<v:shape id="([^"]+)"', parts(marked(blank_cell(), tmp_path))["xl/drawings/vmlDrawing1.vml"])
    assert len(ids) == len(set(ids)) == 2
    rich = parts(marked(workbook(), tmp_path))["xl/drawings/vmlDrawing1.vml"]
    assert rich.count(b"<v:shape ") == 2, "the note in D3 had a box already"


def blank_cell() -> bytes:
    """A workbook without notes in which one figure of a row is not even stored."""
    head = ["№", "Наименование", "Источник", "Всего", "2024 год", "2025 год"]
    rows = [head, ["1", "Подпрограмма", "Всего", 300, 150, 150], ["", "", "областной бюджет", 200, 100, None],
            ["", "", "местные бюджеты", 100, 50, 50]]  # fmt: skip
    made = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{"ABCDEF"[n]}{number}" t="inlineStr"><is><t>{value}</t></is></c>' if isinstance(value, str)
            else f'<c r="{"ABCDEF"[n]}{number}"><v>{value}</v></c>'
            for n, value in enumerate(row) if value not in ("", None)
        )  # fmt: skip
        made.append(f'<row r="{number}">{cells}</row>')
    return plain_workbook("".join(made))


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_blank_figure_gets_the_cell_that_it_lacks(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked(blank_cell(), tmp_path)))
    cell = book.worksheets[0]["F3"]
    assert cell.value is None
    assert "Указать 100" in cell.comment.text


def test_the_findings_are_linked_to_their_cells(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked(workbook(), tmp_path, "en")))
    sheet = book["Report"]
    rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value}
    place = rows["1"][1]
    assert (place.value, place.hyperlink.location) == ("sheet Финансирование, cell D3", "'Финансирование'!D3")
    stated, computed, difference = rows["1"][6:9]
    assert (stated.value, computed.value, difference.value) == (330, 300, 30)
    assert stated.number_format == "#,##0.0"
    assert [cell.value for cell in rows["No."]][:3] == ["No.", "Place", "Table"]


def test_a_thread_of_comments_that_would_hide_a_note_is_told(tmp_path: Path) -> None:
    thread = b'<ThreadedComments xmlns="x"><threadedComment ref="D3"/></ThreadedComments>'
    link = '<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
    data = with_parts(
        workbook(),
        {"xl/threadedComments/threadedComment1.xml": thread},
        {"xl/worksheets/_rels/sheet1.xml.rels": [
            ("</Relationships>", link + 'Target="../threadedComments/threadedComment1.xml"/></Relationships>')]},
    )  # fmt: skip
    told: list[tuple[str, dict[str, object]]] = []
    made = xlsx.write(checked(data, tmp_path), Asked("ru", made=MADE, warn=lambda *said: told.append(said)))
    assert told == [("marked.lost.thread", {"sheet": "Финансирование", "cell": "D3"})]
    assert openpyxl.load_workbook(io.BytesIO(made))["Финансирование"]["D3"].comment.text == "итог"


def test_a_signature_that_no_longer_holds_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    asked = Asked("ru", made=MADE, warn=lambda key, parameters: told.append(key))
    xlsx.write(checked(macro_workbook(), tmp_path, "rich.xlsm"), asked)
    assert told == ["marked.lost.signature"]


def test_the_same_run_writes_the_same_bytes(tmp_path: Path) -> None:
    result = checked(workbook(), tmp_path)
    assert xlsx.write(result, Asked("ru", made=MADE)) == xlsx.write(result, Asked("ru", made=MADE))


def test_a_file_that_was_changed_since_is_not_marked(tmp_path: Path) -> None:
    from recon.model.errors import UnreadableDocument

    result = checked(workbook(), tmp_path)
    (tmp_path / "programme.xlsx").write_bytes(blank_cell())
    with pytest.raises(UnreadableDocument, match="changed-since-read"):
        xlsx.write(result, Asked("ru", made=MADE))


TEXT = """\
Государственная программа «Тихие дворы» на 2024–2025 годы
тыс. рублей
№\tНаименование\tИсточник\tВсего\t2024\t2025
1\t=HYPERLINK("http://x")\tВсего\t300,0\t160,0\t150,0
\t\tобластной бюджет\t200,0\t100,0\t100,0
\t\tместные бюджеты\t100,0\t50,0\t
"""


def of_text(folder: Path) -> openpyxl.Workbook:
    path = folder / "programme.txt"
    path.write_text(TEXT, encoding="utf-8")
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(recon.check(str(path)), Asked("en", made=MADE))))


def test_any_other_document_becomes_a_workbook_of_its_tables(tmp_path: Path) -> None:
    book = of_text(tmp_path)
    sheet = book["Table 1"]
    assert [cell.value for cell in sheet[1]][:6] == ["№", "Наименование", "Источник", "Всего", "2024", "2025"]
    assert (sheet["D2"].value, sheet["D2"].number_format) == (300, "#,##0.0")
    assert sheet["E2"].comment is not None
    assert sheet["F4"].value is None


def test_words_of_a_document_never_become_a_formula_or_a_link(tmp_path: Path) -> None:
    cell = of_text(tmp_path)["Table 1"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == ('=HYPERLINK("http://x")', "s", None)


def test_columns_are_as_wide_as_their_words_and_checks_have_room_for_their_heads(tmp_path: Path) -> None:
    path = tmp_path / "bare.txt"
    long = "Строительство и содержание дорог"
    path.write_text(
        f"млн рублей\n2024 2025 Всего\n{long} 10,0 20,0 30,0\nОхрана лесов 1,0 2,0 3,0\n", encoding="utf-8"
    )
    data = xlsx.write(recon.check(str(path)), Asked("ru", made=MADE))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Таблица 1"]
    assert [cell.value for cell in sheet[1]][3:6] == ["2024", "2025", "всего"]
    assert sheet["B2"].value == long
    assert sheet.column_dimensions["B"].width > len(long)
    assert sheet.column_dimensions["A"].width < 5, "nothing stands there"
    assert sheet["H1"].value == "Проверка PER01, всего"
    assert sheet.row_dimensions[1].height > 15, "its head takes two lines"


def test_the_sheet_of_findings_has_its_parts_and_shows_each_place_in_full(tmp_path: Path) -> None:
    sheet = of_text(tmp_path)["Report"]
    words = [row[0].value for row in sheet.iter_rows() if row[0].value]
    parts = ["Summary", "Coverage", "What was not checked, and why", "Colours of the cells"]
    assert [word for word in words if word in parts] == parts
    places = [row[1].value for row in sheet.iter_rows() if row[1].hyperlink]
    assert places
    assert sheet.column_dimensions["B"].width > max(map(len, places))


def test_sums_are_checked_by_live_formulas_beside_the_table(tmp_path: Path) -> None:
    sheet = of_text(tmp_path)["Table 1"]
    checks = {cell.value: cell.coordinate for row in sheet.iter_rows(min_col=7) for cell in row if cell.value}
    assert "=ROUND(N(D2)-SUM(E2,F2),1)" in checks
    assert "=ROUND(N(E2)-SUM(E3,E4),1)" in checks
    assert '=IF(COUNTBLANK(F4)>0,"",ROUND(N(F2)-SUM(F3,F4),1))' in checks
    head = re.sub(r"\d+$", "1", checks["=ROUND(N(D2)-SUM(E2,F2),1)"])
    assert sheet[head].value == "Check PER01, total"

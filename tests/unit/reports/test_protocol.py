"""The protocol of control: what a head of department signs, in both languages."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.enum.section import WD_ORIENT
from invented import blank, document, parks, reconciliation, unreadable

from recon.model.asked import Asked
from recon.model.reconciliation import Counts, Reconciliation
from recon.reports import protocol

MADE = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def opened(result: Reconciliation, lang: str = "ru") -> docx.document.Document:
    return docx.Document(io.BytesIO(protocol.write(result, Asked(lang, made=MADE))))


def rows(table: docx.table.Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_it_names_document_hash_date_and_rules() -> None:
    about = dict(rows(opened(parks()).tables[0]))
    assert about["Документ:"] == "parks.docx"
    assert about["Контрольная сумма файла (SHA-256):"] == "0" * 64
    assert about["Дата проверки:"] == "22.11.2026"
    assert about["Версия правил:"] == "sha256:" + "1" * 64
    assert about["Программа:"].startswith("recon ")


def test_it_counts_findings_by_level_and_what_was_covered() -> None:
    levels, coverage = (rows(table) for table in opened(parks(), "en").tables[1:3])
    assert levels == [["Level", "Findings"], ["error (blocking)", "1"], ["warning", "1"], ["for information", "0"]]
    assert ["figures read", "10"] in coverage
    assert ["of them in none", "1"] in coverage
    assert ["broken", "1"] in coverage


def test_a_row_says_stated_computed_difference_rule_level_and_proposal() -> None:
    head, first, second = rows(opened(parks()).tables[3])
    assert head == ["№", "Документ, приложение, строка, графа", "Показатель", "Указано", "По расчёту", "Отклонение",
                    "Правило", "Уровень", "Предложение"]  # fmt: skip
    assert first == [
        "1", "таблица 3, строка 3, графа 5", "1.6 · региональный бюджет · 2020", "55\u00a0864,4\nтыс. рублей",
        "55\u00a0834,4", "+30,0", "HIE01: сумма детей не равна родителю", "ошибка",
        "C1: указано 55\u00a0864,4, подлежит уточнению, предлагается 55\u00a0834,4 (одна цифра: 6 вместо 3)",
    ]  # fmt: skip
    assert second[7] == "предупреждение"


def test_the_table_is_wide_its_heads_are_repeated_and_pages_are_numbered() -> None:
    made = opened(parks())
    assert [section.orientation for section in made.sections] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    xml = made.tables[3].rows[0]._tr.xml
    assert "<w:tblHeader/>" in xml
    footer = made.sections[0].footer.part.blob.decode()
    assert re.findall(r'w:instr=" (\w+) "', footer) == ["PAGE", "NUMPAGES"]


def test_a_document_that_was_not_read_is_said_to_be_unchecked_with_the_reason() -> None:
    nothing = reconciliation(documents=[unreadable()], counts=Counts())
    texts = [paragraph.text for paragraph in opened(nothing, "en").paragraphs]
    assert "Nothing was checked: no document could be read" in texts
    assert "– file inputs/lost.docx does not exist" in texts


def test_figures_in_no_sum_are_told() -> None:
    texts = [paragraph.text for paragraph in opened(reconciliation(blank(), documents=[document()]), "en").paragraphs]
    assert "– 1\u00a0figure stands in no sum: an error there would not be found" in texts


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_run_made_on_the_same_day_has_the_same_protocol(lang: str) -> None:
    asked = Asked(lang, made=MADE)
    assert protocol.write(parks(), asked) == protocol.write(parks(), asked)


def test_words_that_xml_cannot_hold_do_not_break_the_file() -> None:
    result = parks()
    result.findings[0].element = result.findings[1].element = "Парки\x0b & <скверы>"
    result.findings[0].code = ""
    with zipfile.ZipFile(io.BytesIO(protocol.write(result, Asked("ru", made=MADE)))) as archive:
        assert b"&lt;" in archive.read("word/document.xml")
    assert "Парки & <скверы> · региональный бюджет · 2020" in [row[2] for row in rows(opened(result).tables[3])]

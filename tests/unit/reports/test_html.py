"""The page stands alone, escapes what a document holds, and shows every finding where it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import recon
from recon.model.asked import Asked
from recon.reports import html

SAMPLE = Path(__file__).parents[3] / "inputs" / "sample"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page_of(path: Path, lang: str = "en") -> str:
    return "".join(html.pieces(recon.check(path), Asked(lang)))


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", ["programme.docx", "programme.xlsx"])
def test_every_finding_points_at_a_cell_that_the_page_has(name: str, lang: str) -> None:
    page = page_of(SAMPLE / name, lang)
    known = re.findall(r' id="([^"]+)"', page)
    assert len(known) == len(set(known))
    totals = re.findall(r'data-total="([^"]+)"', page)
    parts = [part[1:] for told in re.findall(r'data-parts="([^"]+)"', page) for part in told.split()]
    assert len(totals) == 7
    assert {*totals, *parts} <= set(known)


def test_the_page_needs_no_network() -> None:
    page = page_of(SAMPLE / "programme.docx")
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "@import" not in page
    assert "url(" not in page


def test_what_a_document_holds_never_becomes_part_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    rows = f'1. {bad}"\tВсего\t31,0\t10,0\t20,0\n'
    path.write_text(f"тыс. рублей\nНаименование\tИсточник\tВсего\t2024\t2025\n{rows}", encoding="utf-8")
    page = page_of(path)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert bad not in page
    assert "<img" not in page


def test_tables_bear_the_numbers_that_findings_call_them_by() -> None:
    page = page_of(SAMPLE / "programme.docx", "ru")
    assert '<span class="num">таблица 2</span>' in page
    assert "таблица 2, строка 13" in page


def test_a_merged_head_runs_on_over_its_columns_and_a_blank_figure_keeps_its_cell() -> None:
    page = page_of(SAMPLE / "programme.docx", "ru")
    assert re.search(r'<td colspan="5">Объём финансовых ресурсов', page)
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        assert " colspan=" not in row or " id=" not in row


def test_causes_come_before_findings_and_the_tree_shows_the_branch_that_fails() -> None:
    page = page_of(SAMPLE / "programme.docx")
    assert page.index('class="cause"') < page.index('class="findings"')
    assert 'class="bad"' in page
    assert "<details open><summary><span" in page


def test_a_document_that_was_not_read_says_so_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    page = page_of(path)
    assert "not read" in page
    assert "Nothing was found." in page


def test_a_page_of_ten_thousand_figures_is_small_enough_to_send(tmp_path: Path) -> None:
    from bench.page import FIGURES, document

    path = tmp_path / "large.txt"
    path.write_text(document(), encoding="utf-8")
    result = recon.check(path)
    assert result.documents[0].figures >= FIGURES
    assert len("".join(html.pieces(result, Asked("ru"))).encode()) < 5_000_000


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (apt install chromium)")
def test_in_a_browser_findings_are_filtered_and_their_sum_is_drawn(tmp_path: Path) -> None:
    reason = "playwright is not installed (pip install '.[browser]')"
    sync_api = pytest.importorskip("playwright.sync_api", reason=reason)
    path = tmp_path / "page.html"
    path.write_text(page_of(SAMPLE / "programme.docx"), encoding="utf-8")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda message: faults.append(message.text))
        page.on("request", lambda request: faults.extend([request.url] if not request.url.startswith("file:") else []))
        page.goto(path.as_uri())
        visible = page.locator("ol.findings > li:visible")
        assert visible.count() == 7
        page.locator("select[name=rule]").select_option("HIE01")
        assert visible.count() == 2
        assert "2" in page.locator("#shown").inner_text()
        page.keyboard.press("Tab")
        page.locator("body").press("j")
        assert page.locator("[aria-current=true]").count() == 1
        assert page.locator("td.is-total").count() == 1
        assert page.locator("td.is-part").count() >= 2
        assert page.locator("svg.lines path").count() == page.locator("td.is-part").count()
        assert "=" in page.locator("#sum").inner_text()
        page.keyboard.press("Escape")
        assert page.locator(".is-total").count() == 0
        page.check("#heat")
        assert page.locator("body.heat").count() == 1
        page.emulate_media(media="print")
        assert not page.locator("form.filters").is_visible(), "nobody filters on paper"
        browser.close()
    assert faults == []

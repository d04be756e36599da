"""The longest frame of a page with 10,000 figures in Chromium: opened, filtered, coloured, a sum drawn.

`python bench/page.py [ROUNDS]` (needs the extra `browser` and Chromium): medians of the longest frame of each act.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

FIGURES, YEARS, LIMIT = 10_000, range(2019, 2031), 200
SOURCES = ("федеральный бюджет", "областной бюджет", "местные бюджеты")
#: keeps the time of every frame from the first one on
_WATCH = """window.frames_ = []; let before = performance.now();
const next = (now) => { window.frames_.push(now - before); before = now; requestAnimationFrame(next); };
requestAnimationFrame(next);"""
_ACTS = {
    "filtered": "s = document.querySelector('select[name=rule]'); s.selectedIndex = 1; "
    "s.dispatchEvent(new Event('change'))",
    "coloured": "document.getElementById('heat').click()",
    "sum drawn": "[...document.querySelectorAll('ol.findings li:not([hidden]) button')].pop().click()",
}


def document() -> str:
    """A programme whose sums hold but for one in every twelfth activity, as a table with tabs."""
    known = random.Random(1)
    rows, totals = [], [[0] * len(YEARS) for _ in SOURCES]
    activities = FIGURES // ((len(SOURCES) + 1) * (len(YEARS) + 1))
    for number in range(1, activities + 2):
        parts = [[known.randrange(90_000) for _ in YEARS] for _ in SOURCES]
        totals = [[a + b for a, b in zip(*pair, strict=True)] for pair in zip(totals, parts, strict=True)]
        rows += _element(f"1.{number}", f"Мероприятие {number} по содержанию и ремонту", parts, number % 12 == 0)
    head = "\t".join(["№", "Наименование", "Источник", "Всего", *(f"{year} год" for year in YEARS)])
    whole = _element("1", "Подпрограмма «Дороги»", totals, wrong=False)
    return "\n".join(["Государственная программа «Дороги»", "тыс. рублей", head, *whole, *rows]) + "\n"


def _element(code: str, name: str, parts: list[list[int]], wrong: bool) -> list[str]:
    lines = [("Всего", [sum(year) for year in zip(*parts, strict=True)]), *zip(SOURCES, parts, strict=True)]
    said = []
    for number, (source, years) in enumerate(lines):
        shown = [sum(years), *years]
        shown[4] += 1000 if wrong and number == 0 else 0
        names = (code, name) if number == 0 else ("", "")
        said.append("\t".join([*names, source, *(f"{amount // 10},{amount % 10}" for amount in shown)]))
    return said


def main(rounds: int = 5) -> None:
    from playwright.sync_api import sync_playwright

    import recon
    from recon.model.asked import Asked
    from recon.reports import html

    with tempfile.TemporaryDirectory() as folder:
        source, page = Path(folder) / "large.txt", Path(folder) / "large.html"
        source.write_text(document(), encoding="utf-8")
        page.write_text("".join(html.pieces(recon.check(source), Asked("ru"))), encoding="utf-8")
        print(f"{page.stat().st_size / 1e6:.2f} MB, load {os.getloadavg()[0]:.1f}")
        longest: dict[str, list[float]] = {"opened": [], **{act: [] for act in _ACTS}}
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for _ in range(rounds):
                shown = browser.new_page(viewport={"width": 1280, "height": 900})
                shown.add_init_script(_WATCH)
                shown.goto(page.as_uri())
                for act in longest:
                    if act in _ACTS:
                        shown.evaluate(f"() => {{ frames_.length = 0; let s; {_ACTS[act]} }}")
                    shown.wait_for_timeout(600)
                    longest[act].append(shown.evaluate("() => Math.max(...frames_)"))
                shown.close()
            browser.close()
    for act, frames in longest.items():
        print(f"{act}: {statistics.median(frames):.0f} ms, at most {max(frames):.0f} ms (limit {LIMIT} ms)")
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

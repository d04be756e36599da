"""Tables that were flattened into one line, head and all."""

from __future__ import annotations

import pytest

from recon.model.figure import Extraction

RUSSIAN = (
    "Ресурсное обеспечение программы +-----+ ¦ ¦ Объемы ¦ ¦ ¦всего ¦ млрд. рублей¦удельный вес (%)¦ +-----+ Всего "
    "21005,8 5398,2 25,7 в том числе по источникам финансирования: федеральный бюджет 12 004,5 3001,1 25,0 бюджет "
    "области 5995,2 1199,0 20,0 внебюджетные 1502,7 450,8 30,0 источники прочие средства 503,4 347,3 69,0 "
    "местные бюджеты 1000,0 400,0 40,0 Механизм."
)
ENGLISH = (
    "Summary Financing Original Latest Actual Programme (Council Feb 2020) £000 £000 £000 £000 Grants 131,580 112,335 "
    "103,090 -9,245 Other Grants 9,095 24,200 19,446 (4,754) Contributions 229 238 45 (193) Receipts 0 0 0 0 "
    "Total Financing 140,904 136,773 122,581 -14,192 The programme was approved in 2020."
)


def rows(extraction: Extraction) -> list[tuple[str, ...]]:
    """What each row names, with its amounts."""
    found: dict[str, list[str]] = {}
    for f in extraction.figures:
        if f.adds:
            found.setdefault(extraction.elements[f.element].name or f.source, []).append(f.reading.raw)
    return [(name, *values) for name, values in found.items()]


def test_a_russian_line_is_a_table_without_its_shares(extracted) -> None:
    found = extracted(RUSSIAN)
    assert rows(found) == [
        ("total", "21005,8", "5398,2"),
        ("federal", "12 004,5", "3001,1"),
        ("regional", "5995,2", "1199,0"),
        ("extrabudgetary", "1502,7", "450,8"),
        ("источники прочие средства", "503,4", "347,3"),
        ("local", "1000,0", "400,0"),
    ]
    assert {(figure.unit, figure.adds) for figure in found.figures} == {("billion-rubles", True), ("", False)}
    assert [gap.kind for gap in found.gaps] == ["gap.lost-head"]


def test_one_wrong_share_makes_no_amounts_of_the_others(extracted) -> None:
    assert rows(extracted(RUSSIAN.replace("450,8 30,0", "450,8 33,0"))) == rows(extracted(RUSSIAN))


def test_an_english_line_is_a_table_with_its_differences(extracted) -> None:
    found = extracted(ENGLISH)
    assert rows(found)[0] == ("Grants", "131,580", "112,335", "103,090", "-9,245")
    assert rows(found)[-1] == ("Total Financing", "140,904", "136,773", "122,581", "-14,192")
    assert {found.elements[element.parent].name for element in found.elements[:-1]} == {"Total Financing"}
    assert "minus" in found.figures[3].role


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH])
def test_what_stands_around_the_table_is_left_in_place(extracted, text: str) -> None:
    lines = [block.text for block in extracted(text).document.blocks if hasattr(block, "text")]
    assert lines[0].startswith(text[:20])
    assert lines[-1] in ("Механизм.", "The programme was approved in 2020.")


def test_a_line_whose_sums_prove_nothing_stays_a_line(extracted) -> None:
    found = extracted(ENGLISH.replace("122,581", "187,581").replace("136,773", "146,877").replace("140,904", "100,409"))
    assert not found.figures

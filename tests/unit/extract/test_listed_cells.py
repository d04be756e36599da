"""Cells that list what their amount is made of, and rows named by a list of sources."""

from decimal import Decimal

from recon.model.figure import Extraction

NAME = "Обласний бюджет, місцевий бюджет та інші джерела"
HEAD = ["Джерела фінансування", "Обсяг фінансування (тис. грн)", "2024", "2025"]
TOTAL = [
    "60,0 (у тому числі:", "із обласного бюджету – 30,0;", "із місцевого бюджету – 20,0;", "інші джерела – 10,0)"
]  # fmt: skip
FIRST = ["24,0", "– 14,0;", "– 8,0;", "– 2,0"]
SECOND = ["36,0", "–16,0;", "– 12,0;", "– 8,0"]
CLOSED = ["Разом:", "60,0", "24,0", "36,0"]

WHOLE, ALL = (NAME, "total"), ("Разом:", "total")
UNDERSTOOD = [
    (*WHOLE, "60.0", "24.0", "36.0"),
    (NAME, "regional", "30.0", "14.0", "16.0"),
    (NAME, "local", "20.0", "8.0", "12.0"),
    (NAME, "extrabudgetary", "10.0", "2.0", "8.0"),
    (*ALL, "60.0", "24.0", "36.0"),
]


def of_rows(extraction: Extraction) -> list[tuple[str, ...]]:
    """Element, source and the three amounts of each row."""
    rows: dict[tuple[str, str], list[Decimal | None]] = {}
    for f in extraction.figures:
        rows.setdefault((extraction.elements[f.element].name, f.source), []).append(f.reading.value)
    return [(*key, *map(str, values)) for key, values in rows.items()]


def in_cells(*cells: list[str]) -> str:
    return "|".join("".join(f"<p>{line}</p>" for line in lines) for lines in cells)


def test_cells_that_list_their_parts_are_a_row_for_each(extracted) -> None:
    found = extracted(f"{'|'.join(HEAD)}\n{in_cells([NAME], TOTAL, FIRST, SECOND)}\n{'|'.join(CLOSED)}\n")
    assert of_rows(found) == UNDERSTOOD
    assert {(f.at.row, f.at.column) for f in found.figures if f.source == "local"} == {(2, 2), (2, 3), (2, 4)}


def test_listed_parts_are_found_in_cells_printed_one_a_line(extracted) -> None:
    lines = [*HEAD, NAME, *TOTAL, *FIRST, *SECOND, *CLOSED]
    found = extracted("Обсяги та джерела фінансування\n\n" + "\n\n".join(lines) + "\n")
    assert of_rows(found) == UNDERSTOOD
    of_local = [f.at.line for f in found.figures if f.source == "local"]
    assert of_local == [3 + 2 * lines.index(line) for line in (TOTAL[2], FIRST[2], SECOND[2])]


def test_lists_of_unequal_length_are_not_taken_apart(extracted) -> None:
    row = in_cells([NAME], TOTAL, FIRST, ["36,0", "– 16,0;", "– 20,0"])
    found = extracted(f"{'|'.join(HEAD)}\n{row}\n{'|'.join(CLOSED)}\n")
    assert {f.source for f in found.figures} & {"local", "extrabudgetary"} == set()


def test_a_row_named_by_the_sources_that_follow_it_is_their_total(extracted) -> None:
    rows = [[NAME, "60,0", "24,0", "36,0"], ["обласний бюджет", "30,0", "14,0", "16,0"]]
    rows += [["місцевий бюджет", "20,0", "8,0", "12,0"], ["інші джерела", "10,0", "2,0", "8,0"], CLOSED]
    assert of_rows(extracted("".join("|".join(row) + "\n" for row in [HEAD, *rows]))) == UNDERSTOOD


def test_a_row_named_by_two_sources_is_one_source_where_they_do_not_follow(extracted) -> None:
    rows = [["Всього", "60,0", "24,0", "36,0"], ["Обласний бюджет, місцевий бюджет", "50,0", "22,0", "28,0"]]
    rows += [["інші джерела", "10,0", "2,0", "8,0"]]
    found = of_rows(extracted("".join("|".join(row) + "\n" for row in [HEAD, *rows])))
    assert [source for _, source, *_ in found] == ["total", "regional", "extrabudgetary"]

"""Figures of a ruled table over two pages: their rows go on counting, their boxes are those of their own cells."""

from __future__ import annotations

from pathlib import Path

from pdf_files import Page
from pdf_files import pdf as make

from recon.engine import assemble, read
from recon.ledger.ledger import BOX
from recon.model.document import PlainRow
from recon.readers import pdf
from recon.rulebook.load import load

XS = (40, 80, 240, 400, 480, 560)
HEAD = ("№", "Наименование", "Источник", "2024 год", "2025 год")
ROWS = [
    ("1", "Подпрограмма", "Всего", "30,0", "50,0"),
    ("", "", "областной бюджет", "10,0", "20,0"),
    ("", "", "местный бюджет", "20,0", "30,0"),
]


def page(*rows: tuple[str, ...]) -> Page:
    """Rows of 20 points from 100 on; a name has the two rows below it as well."""
    drawn = Page()
    for n, row in enumerate(rows):
        below_a_name = not row[0] and n > 0
        drawn.line(XS[2] if below_a_name else XS[0], 100 + 20 * n, XS[-1], 100 + 20 * n)
        drawn.row([x + 4 for x in XS], 114 + 20 * n, *row)
    bottom = 100 + 20 * len(rows)
    drawn.line(XS[0], bottom, XS[-1], bottom)
    for x in XS:
        drawn.line(x, 100, x, bottom)
    return drawn


def pages() -> bytes:
    second = [("2", *row[1:]) if row[0] else row for row in ROWS]
    return make(page(HEAD, *ROWS).text(40, 60, "Ресурсное обеспечение, тыс. рублей"), page(*second))


def test_rows_stay_texts_and_their_cells_know_how_far_they_reach() -> None:
    rows = pdf.read("a.pdf", pages(), "").tables[0].rows
    assert all(isinstance(row, PlainRow) for row in rows)
    name, source = rows[1][1], rows[2][0]
    assert (name.text, name.rows, name.page, name.bbox) == ("Подпрограмма", 3, 1, (80, 120, 240, 180))
    assert (source.text, source.row, source.column, source.rows) == ("областной бюджет", 3, 3, 1)
    assert source.bbox == (240, 140, 400, 160)
    assert rows[2][0] is source
    assert [cell.text for cell in rows[2][1:]] == ["10,0", "20,0"]


def test_a_figure_stands_in_the_box_of_its_own_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pages())
    rules = load(None)
    _, extractions, _ = read([str(path)], rules)
    places = [figure.at for figure in extractions[0].figures]
    assert len(places) == 12
    assert [(at.page, at.row, at.column) for at in places[:2] + places[-2:]] == [
        (1, 2, 4), (1, 2, 5), (2, 7, 4), (2, 7, 5),
    ]  # fmt: skip
    assert (places[0].bbox, places[1].bbox) == ((400, 120, 480, 140), (480, 120, 560, 140))
    assert (places[-2].bbox, places[-1].bbox) == ((400, 140, 480, 160), (480, 140, 560, 160))
    ledger = assemble(extractions, [], rules)
    boxes = ledger.figures[[*BOX]].to_numpy().tolist()
    assert boxes == [[round(side * 10) for side in at.bbox or ()] for at in places]
    assert ledger.figures["page"].tolist() == [at.page for at in places]
    assert ledger.figures["column"].tolist() == [at.column for at in places]

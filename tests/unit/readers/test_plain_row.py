"""A row of texts is a row of cells to whoever asks: the same cells at the same places, made once."""

from __future__ import annotations

import pytest
from office_files import docx as make
from office_files import tbl, tc, tr

from recon.extract.page_breaks import grids_of
from recon.extract.places import place_in, place_of_row
from recon.extract.wording import wording
from recon.model.document import Cell, PlainRow, texts_of
from recon.readers import docx, docx_markup
from recon.rulebook.load import load


def test_a_row_of_texts_has_the_cells_that_a_reader_would_have_made() -> None:
    row = PlainRow(3, 2, ["а", "1,5"])
    assert [*row] == [Cell("а", 3, 2), Cell("1,5", 3, 3)]
    assert row == [Cell("а", 3, 2), Cell("1,5", 3, 3)]
    assert row[-1] == Cell("1,5", 3, 3)
    assert row[:1] == [Cell("а", 3, 2)]
    assert len(row) == 2


def test_its_cells_are_the_same_ones_however_often_they_are_asked_for() -> None:
    row = PlainRow(1, 1, ["а"])
    assert row[0] is next(iter(row))


def test_texts_are_those_of_the_cells_in_either_kind_of_row() -> None:
    assert texts_of(PlainRow(1, 1, ["а", ""])) == texts_of([Cell("а", 1, 1), Cell("", 1, 2)]) == ["а", ""]


def test_a_table_of_such_rows_has_the_same_grid_and_places_as_one_of_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(
        tbl(
            tr(tc("№"), tc("Источник"), tc("2025"), tc("2026")),
            tr(tc("1", '<w:vMerge w:val="restart"/>'), tc("всего"), tc("5,0"), tc("6,0")),
            tr(tc("", "<w:vMerge/>"), tc("областной бюджет"), tc("5,0"), tc("6,0")),
            tr(tc("2"), tc("всего"), tc("")),
        )
    )
    words = wording(load(None).vocabulary)
    of_cells = docx.read("a.docx", data, "")
    monkeypatch.setattr(docx_markup, "_SHORT", 0)
    of_texts = docx.read("a.docx", data, "")
    assert [type(row) for row in of_texts.tables[0].rows] == [PlainRow, list, PlainRow, PlainRow]
    assert of_texts == of_cells
    (one,), (other,) = grids_of(of_cells, words), grids_of(of_texts, words)
    for cells, texts in zip(one.rows, other.rows, strict=True):
        assert cells.texts == texts.texts
        assert [*cells.cells] == [*texts.cells]
        places = [place_in("a.docx", one, cells, column) for column in (None, 0, 3)]
        assert places == [place_in("a.docx", other, texts, column) for column in (None, 0, 3)]
        assert place_of_row("a.docx", one, cells, (2, 3)) == place_of_row("a.docx", other, texts, (2, 3))

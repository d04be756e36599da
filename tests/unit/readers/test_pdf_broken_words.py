"""Words that a narrow cell of a PDF breaks without a hyphen: put together where the document knows them, else left."""

from __future__ import annotations

import pytest
from pdf_files import Page
from pdf_files import pdf as make

from recon.readers import pdf

#: A letter is 5 points wide: a cell has room for 6.
CELL, SECOND = (50, 94, 300), 98


def text_of(cell: str, *beside: str) -> str:
    """What a narrow cell says, a line for each of its lines, in a document with these words beside it."""
    lines = cell.split("\n")
    height = 14 * max(len(lines), len(beside)) + 6
    page = Page().grid(CELL, (100, 100 + height, 120 + height))
    for n, line in enumerate(lines):
        page.text(55, 112 + 14 * n, line)
    for n, words in enumerate(beside or ("текст",)):
        page.text(SECOND, 112 + 14 * n, words)
    first = pdf.read("a.pdf", make(page), "").tables[0].rows[0][0]
    return first.text


@pytest.mark.parametrize(
    ("cell", "beside", "said"),
    [
        ("област\nной", ("областной",), "областной"),
        ("област\nной", ("областного",), "областной"),  # another form of the word
        ("округо\nм", (), "округом"),  # no word is a consonant alone, and none of one letter ends a cell
        ("област\nной\nокруго\nм", ("областной",), "областной округом"),
        ("сельск\nие", ("сельск", "ие"), "сельск ие"),  # both are words elsewhere
        ("бюджет\nгорода", (), "бюджет города"),  # nothing tells
        ("бюджет\nгорода", ("бюджет", "города"), "бюджет города"),
        ("мест\nные", ("местные",), "мест ные"),  # the first line has room
        ("дороги\nМинска", ("дороги",), "дороги Минска"),
    ],
)
def test_pieces_of_a_word_are_told_by_the_other_words(cell: str, beside: tuple[str, ...], said: str) -> None:
    assert text_of(cell, *beside) == said

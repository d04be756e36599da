"""Lines of one width are one paragraph; lines that end anywhere are paragraphs each."""

from recon.extract.wrapped_lines import lines_that_go_on
from recon.model.document import Document
from recon.readers.text import blocks_of

WRAPPED = """Программа освещения улиц принята на пять
лет. Работы ведутся каждый год, пока не
будут заменены все лампы, которые служат
дольше, чем это допускают правила.
1) опоры, которые стоят у дорог и дворов
и давно не красились;
2) провода"""


def going_on(text: str) -> set[int]:
    return lines_that_go_on(Document("a.txt", "", "text", blocks_of(text)))


def test_a_full_line_goes_on_in_the_next() -> None:
    assert going_on(WRAPPED) == {0, 1, 2, 4}


def test_an_item_of_a_list_begins_anew() -> None:
    listed = WRAPPED.replace("дольше, чем это допускают правила.", "- дольше, чем допускают правила")
    assert going_on(listed) == {0, 1, 4}


def test_a_blank_line_ends_a_paragraph() -> None:
    assert going_on(WRAPPED.replace("пока не\n", "пока не\n\n")) == {0, 2, 4}


def test_lines_that_end_anywhere_are_paragraphs() -> None:
    lines = ["средства бюджета,", "в том числе", "средства области", "и средства города", "на ремонт улиц и дорог", "и"]
    assert going_on("\n".join(lines)) == set()


def test_lines_wider_than_a_page_are_paragraphs() -> None:
    assert going_on(f"{WRAPPED}\n{'слово ' * 40}") == set()

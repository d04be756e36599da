"""What an editor wrote into a text between braces: «{Изменение: постановление …}» is no word of the document."""

from __future__ import annotations

import re

from recon.model.document import Document, Paragraph

#: a brace that is not closed within so many paragraphs or characters opened something else
_PARAGRAPHS, _CHARACTERS = 12, 3_000
#: the dash that leads over to a note is the editor's as well
_DASH_BEFORE = re.compile(r"[-–—]\s*\Z")


def without_notes(document: Document) -> dict[int, str]:
    """The text of each paragraph by its position, notes turned into blanks: places in it stay true."""
    texts = {n: block.text for n, block in enumerate(document.blocks) if isinstance(block, Paragraph)}
    for position, text in list(texts.items()):
        at = text.find("{")
        while at >= 0:
            end = _blank_from(texts, position, at)
            text = texts[position]
            at = text.find("{", at + 1 if end is None else end)
    return texts


def _blank_from(texts: dict[int, str], position: int, start: int) -> int | None:
    """Blank out one note that begins here, also over several paragraphs; where it ends in this one, else its end."""
    length = 0
    for number in range(position, position + _PARAGRAPHS):
        text = texts.get(number)
        if text is None:
            return None
        begin = start if number == position else 0
        close = text.find("}", begin)
        length += (len(text) if close < 0 else close) - begin
        if length > _CHARACTERS:
            return None
        if close >= 0:
            _blank(texts, position, start, number, close)
            return close + 1 if number == position else len(texts[position])
    return None


def _blank(texts: dict[int, str], first: int, start: int, last: int, close: int) -> None:
    for number in range(first, last + 1):
        text = texts[number]
        begin = _DASH_BEFORE.search(text, 0, start) if number == first else None
        at = begin.start() if begin is not None else start if number == first else 0
        end = close + 1 if number == last else len(text)
        texts[number] = text[:at] + " " * (end - at) + text[end:]

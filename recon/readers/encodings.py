"""How the bytes of a text become characters: the encoding is taken by evidence, or the text is refused."""

from __future__ import annotations

import codecs
import re

from recon.model.errors import UnreadableDocument

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: what no text holds; form feed, tab and the line ends are not among them
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x9f]")
#: what a Russian text in Windows-1251 is made of beyond ASCII
_USUAL = re.compile("[А-яЁёІіЇїЄєҐґ«»№–—…“”„’‘\u00a0§°±·•]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTER = re.compile("[А-яЁё]")
#: Two letters of five in any text; half as many in KOI8-R that is taken for Windows-1251.
_FREQUENT = re.compile("[оеаин]", re.I)
_SHARE_OF_FREQUENT, _LETTERS_ENOUGH = 0.28, 30
_SHARE_OF_USUAL = 0.85
_EVIDENCE = 200_000


def decode(path: str, data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is valid, else Windows-1251 if it reads so."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(path, data, encoding)
    if b"\0" in data:
        raise UnreadableDocument("error.undecodable-text", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(path, data)


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument("error.undecodable-text", path=path) from error


def _windows(path: str, data: bytes) -> str:
    text = _strictly(path, data, "cp1251")
    sample = text[:_EVIDENCE]
    beyond = len(_BEYOND_ASCII.findall(sample))
    usual = len(_USUAL.findall(sample))
    letters, frequent = len(_LETTER.findall(sample)), len(_FREQUENT.findall(sample))
    odd = letters >= _LETTERS_ENOUGH and frequent < letters * _SHARE_OF_FREQUENT
    if odd or usual < beyond * _SHARE_OF_USUAL or _CONTROLS.search(sample):
        raise UnreadableDocument("error.undecodable-text", path=path)
    return text

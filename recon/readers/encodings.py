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
_HEAD = 4096
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]*(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
#: what a page is believed when it says so; Western names are not, as many a Russian page carries them by mistake
_PAGE_ENCODINGS = {
    "windows-1251": "cp1251", "cp1251": "cp1251", "win-1251": "cp1251", "koi8-r": "koi8-r", "koi8-u": "koi8-u",
    "ibm866": "cp866", "cp866": "cp866", "iso-8859-5": "iso8859-5", "x-mac-cyrillic": "mac-cyrillic",
    "windows-1250": "cp1250", "iso-8859-2": "iso8859-2",
}  # fmt: skip
_SHARE_OF_USUAL = 0.85
#: of the characters of a text: ASCII, Cyrillic, dashes and quotation marks, «№»
_HIGH_BYTES, _SHARE_OF_HIGH = (b"\x00", b"\x04", b"\x20", b"\x21"), 0.98
_EVIDENCE = 200_000


def decode(path: str, data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is valid, else Windows-1251 if it reads so."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(path, data, encoding)
    if b"\0" in data:
        return _strictly(path, data, _wide_encoding(path, data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(path, data)


def decode_page(path: str, data: bytes) -> str:
    """The text of a web page: by its mark or as UTF-8 where it is valid, else by what the page says of itself."""
    declared = _DECLARED.search(data[:_HEAD])
    encoding = _PAGE_ENCODINGS.get(declared[1].decode("ascii").lower()) if declared else None
    if encoding and b"\0" not in data and not data.startswith(_MARKS[0][0]) and not _is_utf8(data):
        return _strictly(path, data, encoding)
    return decode(path, data)


def _wide_encoding(path: str, data: bytes) -> str:
    """UTF-16 without a mark: the second bytes of Latin and Cyrillic letters are few, 0 and 4, and all in one half."""
    for encoding, high in (("utf-16-le", data[1:_EVIDENCE:2]), ("utf-16-be", data[0:_EVIDENCE:2])):
        usual = sum(high.count(byte) for byte in _HIGH_BYTES)
        if high and len(data) % 2 == 0 and usual >= len(high) * _SHARE_OF_HIGH and _CONTROLS.search(
            data[:_EVIDENCE].decode(encoding, "replace")
        ) is None:
            return encoding
    raise UnreadableDocument("error.undecodable-text", path=path)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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

"""What of a DOCX's XML only draws the page: fonts, widths, borders. In a long table that is nine tenths of the file.

Word writes the same markup with every cell, byte for byte. What repeats is cut out before the XML is parsed, which
saves most of the time and of the memory that parsing takes. Nothing is cut that the reader looks at.
"""

from __future__ import annotations

import re
from collections import Counter

#: elements that neither hold text nor say anything of the structure of a table, a list or a change
_DRAWING = (
    b"rFonts|b|bCs|i|iCs|u|color|sz|szCs|lang|kern|highlight|spacing|ind|jc|textAlignment|widowControl|keepNext|keepLines|"
    b"contextualSpacing|adjustRightInd|autoSpaceDE|autoSpaceDN|suppressAutoHyphens|snapToGrid|noProof|outlineLvl|"
    b"tcW|shd|noWrap|hideMark|vAlign|textDirection|cantSplit|trHeight|tblHeader|tblCellSpacing|"
    b"top|left|start|bottom|right|end|insideH|insideV|between|bar"
)
_LEAF = rb"<w:(?:%b)(?:/>|\s[^<>]*+(?<=/)>)" % _DRAWING
_ALL = rb"(?:%b|<w:(?:tcBorders|tcMar|pBdr)>(?:%b)*+</w:(?:tcBorders|tcMar|pBdr)>)" % (_LEAF, _LEAF)
_RUN = rb"<w:rPr>%b*+</w:rPr>" % _ALL
_PROPERTIES = re.compile(
    rb"<w:pPr>(?:%b|%b)*+</w:pPr>|<w:(?:tcPr|trPr)>%b*+</w:(?:tcPr|trPr)>|%b|%b++" % (_ALL, _RUN, _ALL, _RUN, _ALL)
)
#: what Word notes of the editing session: a tag with nothing else in it
_SESSIONS = re.compile(rb'<w:(?:p|r|tr)(?: w:rsid\w*="[0-9A-F]{8}")++>')
_SPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
#: places where a tag need not be one, and a file too short to be worth it
_NOT_PLAIN, _SHORT = (b"<![CDATA[", b"<!--", b"<!DOCTYPE"), 500_000
_SAMPLE, _SAMPLES, _MOST, _OFTEN = 150_000, 4, 24, 20


def without_drawing(data: bytes) -> bytes:
    """The same words in the same structure, without the markup that is repeated most."""
    if len(data) < _SHORT or _SPACE not in data[:8192] or any(mark in data for mark in _NOT_PLAIN):
        return data
    for markup in _repeated(data):
        data = data.replace(markup, _tag_alone(markup))
    return data


def _repeated(data: bytes) -> list[bytes]:
    """The pieces of markup that take most of a few samples, the longest first, since the shorter lie inside them."""
    seen: Counter[bytes] = Counter()
    step = (len(data) - _SAMPLE) // (_SAMPLES - 1)
    for number in range(_SAMPLES):
        sample = data[number * step : number * step + _SAMPLE]
        for pattern in (_PROPERTIES, _SESSIONS):
            seen.update(found[0] for found in pattern.finditer(sample))
    often = [markup for markup, count in seen.items() if count >= _OFTEN]
    often.sort(key=lambda markup: -seen[markup] * len(markup))
    return sorted(often[:_MOST], key=lambda markup: -len(markup))


def _tag_alone(markup: bytes) -> bytes:
    """Properties go; a tag with notes of sessions stays, without them."""
    return markup.partition(b" ")[0] + b">" if _SESSIONS.fullmatch(markup) else b""

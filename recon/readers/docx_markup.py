"""What of a long DOCX's XML need not be parsed: what only draws the page, and the elements around plain cells.

Word writes the same fonts, widths and borders with every cell, byte for byte. What repeats is cut out before the XML is
parsed. Then a cell that holds no more than one run of words becomes its words. Both save most of the time and of the
memory that parsing takes. Nothing is lost that the reader looks at.
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
#: stands behind the words of each cell that is no element any more, in the text of its row
CELL_END = "\ue000"
#: stands before the words of a cell that is merged with those below it, and of one that is merged with the cell above
MERGE_BEGINS, MERGE_GOES_ON = "\ue002", "\ue003"
#: the byte that these signs begin with, and no other in a text of any language
_PRIVATE = b"\xee"
_END, _BETWEEN, _BEGINS, _GOES_ON = (sign.encode() for sign in (CELL_END, "\ue001", MERGE_BEGINS, MERGE_GOES_ON))
_IDS = rb'(?: w:rsid\w*="[0-9A-F]{8}")*+'
_CELL = rb"<w:tc>(?:<w:tcPr/>|<w:tcPr>%b*+</w:tcPr>)?" % _ALL
_MERGED = rb"<w:vMerge(?: w:val=\"(?:restart|continue)\")?/>"
_ANY_CELL = rb"<w:tc>(?:<w:tcPr/>|<w:tcPr>%b*+(%b)?%b*+</w:tcPr>)?" % (_ALL, _MERGED, _ALL)
_PARAGRAPH = rb"<w:p%b>(?:<w:pPr>(?:%b|%b)*+</w:pPr>)?" % (_IDS, _ALL, _RUN)
_WORDS = rb"<w:r%b>(?:%b)?<w:t(?: xml:space=\"preserve\")?>" % (_IDS, _RUN)
_BEHIND = b"</w:t></w:r></w:p></w:tc>"
#: what stands between the words of two plain cells, and the same in one spelling
_NEXT_CELL, _PLAINLY = re.compile(_BEHIND + _CELL + _PARAGRAPH + _WORDS), _BEHIND + b"<w:tc><w:p><w:r><w:t>"
_PLAIN_CELLS = re.compile(
    rb"%b(?:%b(?:%b([^<&]*+(?:&(?!#)[^<&]*+)*+)</w:t></w:r></w:p>|(?:<w:r%b/>)?</w:p>)|<w:p%b/>)</w:tc>"
    % (_ANY_CELL, _PARAGRAPH, _WORDS, _IDS, _IDS)
)
#: a cell of nothing, which parts the plain cells of its row
_EMPTY_CELL = re.compile(
    rb"<w:tc>(?:<w:tcPr/>|<w:tcPr>(?:%b|%b)*+</w:tcPr>)?(?:%b(?:<w:r%b/>)?</w:p>|<w:p%b/>)</w:tc>"
    % (_ALL, _MERGED, _PARAGRAPH, _IDS, _IDS)
)
#: begins a place where a tag need not be one, and a file too short to be worth it
_NOT_PLAIN, _SHORT = b"<!", 500_000
_SAMPLE, _SAMPLES, _MOST, _OFTEN = 20_000, 8, 24, 12


def condensed(data: bytes) -> bytes:
    """The same words in the same structure, without the markup that repeats most; plain cells as text of their row."""
    if len(data) < _SHORT or _SPACE not in data[:8192] or _NOT_PLAIN in data:
        return data
    for markup in _repeated(data, _PROPERTIES, _SESSIONS):
        data = data.replace(markup, _tag_alone(markup))
    return data if _PRIVATE in data else _without_cells(data)


def _without_cells(data: bytes) -> bytes:
    """Plain cells as text of their row. Neighbours are taken together and empty ones by themselves first, since a row
    is one match then."""
    for markup in _repeated(data, _NEXT_CELL, _EMPTY_CELL):
        data = data.replace(markup, _BETWEEN if markup.startswith(_BEHIND) else _PLAIN_CELLS.sub(_as_text, markup))
    data = _PLAIN_CELLS.sub(_as_text, data)
    if _BETWEEN in data:  # behind a cell that holds more than words, and so is none of them
        data = _PLAIN_CELLS.sub(_as_text, data.replace(_BETWEEN, _PLAINLY))
    return data


def _as_text(cells: re.Match[bytes]) -> bytes:
    merged, words = cells.groups()
    words = (words or b"").replace(_BETWEEN, _END) + _END
    return words if merged is None else (_BEGINS if b"restart" in merged else _GOES_ON) + words


def _repeated(data: bytes, *patterns: re.Pattern[bytes]) -> list[bytes]:
    """The pieces of markup that take most of a few samples, the longest first, since the shorter lie inside them."""
    seen: Counter[bytes] = Counter()
    step = max(0, len(data) - _SAMPLE) // (_SAMPLES - 1)
    for number in range(_SAMPLES):
        sample = data[number * step : number * step + _SAMPLE]
        for pattern in patterns:
            seen.update(pattern.findall(sample))
    often = [markup for markup, count in seen.items() if count >= _OFTEN]
    often.sort(key=lambda markup: -seen[markup] * len(markup))
    return sorted(often[:_MOST], key=lambda markup: -len(markup))


def _tag_alone(markup: bytes) -> bytes:
    """Properties go; a tag with notes of sessions stays, without them."""
    return markup.partition(b" ")[0] + b">" if _SESSIONS.fullmatch(markup) else b""

"""How a file can be damaged or made hostile: by its bytes, its marks, its package. The same number, the same file."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

from tests.fuzz.wholes import wholes

#: stands in a file beside the fuzzed one; no report may ever show it
SECRET = "СЕКРЕТ-ИЗ-ЧУЖОГО-ФАЙЛА"
SECRET_FILE = "secret.txt"
_ABSURD = (
    b"1000000000", b"-1", b"0", b"99999999999999999999", b"2147483648", b"65536", b"1e400", b"-1e-400", b"NaN", b"inf",
    b"", b"9" * 400, "٣".encode(), b"1.2.3", b"0x10", b" ", b"1" * 20, b"0." + b"3" * 60,
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r", "utf-7", "utf-32", "utf-8-sig")
_ATTRIBUTE, _BETWEEN = re.compile(rb"=[\"'][^\"'<>]*[\"']"), re.compile(rb">[^<>]+<")
_NUMBER, _TAG = re.compile(rb"\d+(?:[.,]\d+)?"), re.compile(rb"<[^<>?!]+>")
_CELL = re.compile(rb"[^\t\n;,|]+")
_SIGNS = (b"<", b">", b'"', b"&", b"|", b"+--+", b"\n", b"\t", b";", b"\0", b"{", b"}", b"\\", b"(", b"\xff", b"<!--")
#: what asks for rows and columns without end, by the form that knows it
_SPANS = {
    "docx": (b'<w:gridSpan w:val="1000000000"/>', b'<w:vMerge w:val="restart"/>', b'<w:gridBefore w:val="999999999"/>',
             b'<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1000000000"/></w:numPr>'),
    "xlsx": (b'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:XFD1048576"/></mergeCells>',
             b'<row r="1000000000"><c r="XFD1048576"><v>1</v></c></row>', b'<c r="ZZZZZZ99999999999"><v>1</v></c>',
             b'<c r="A1" s="4000000000" t="s"><v>1000000000</v></c>',
             b'<f t="shared" si="7" ref="A1:XFD1048576">A1</f>'),
    "odt": (b'<table:table-cell table:number-columns-repeated="1000000000" table:number-rows-spanned="999999999"/>',
            b'<text:s text:c="1000000000"/>'),
    "ods": (b'<table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
            b'table:number-columns-repeated="1000000000" office:value-type="float" office:value="1"><text:p>1</text:p>'
            b"</table:table-cell></table:table-row>",
            b'<table:table-cell table:number-columns-spanned="1000000000"><text:p>1</text:p></table:table-cell>'),
    "html": (b"<td rowspan=1000000000 colspan=1000000000>1</td>", b"<ol start=1000000000><li>",
             b"<td colspan=0 rowspan=0>", b"<td rowspan=65534 colspan=1000>2</td>"),
    "pdf": (b"1000000000 0 0 1000000000 re S ", b"/Count 1000000000 ", b"/MediaBox [0 0 1000000000 1000000000] "),
    "rtf": (b"\\cellx1000000000", b"\\bin1000000000 ", b"\\u-99999999?"),
}  # fmt: skip
_NESTED = {
    "docx": (b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"),
    "xlsx": (b"<row><c>", b"</c></row>"),
    "odt": (b"<table:table><table:table-row><table:table-cell>",
            b"</table:table-cell></table:table-row></table:table>"),
    "ods": (b"<table:table-cell><text:p><text:span>", b"</text:span></text:p></table:table-cell>"),
    "html": (b"<table><tr><td>", b"</td></tr></table>"),
    "pdf": (b"[ << /A ", b">> ]"),
    "rtf": (b"{\\trowd\\intbl ", b"}"),
}  # fmt: skip
_XML = ("docx", "xlsx", "odt", "ods")
#: most bytes of a bomb before it is packed: enough to hurt a reader that unpacks without looking
_BOMB = 60_000_000


def damaged(form: str, number: int) -> bytes:
    """File `number` of a form: one of its whole documents with one to six things wrong in it."""
    chance = random.Random(f"{form} {number}")
    whole = chance.choice(wholes(form))
    if form in ("rtf", "doc"):
        return whole if chance.random() < 0.5 else _bytes(whole, chance)
    if form not in _XML:
        return _content(form, whole, chance)
    return _package(form, whole, chance)


def converted(number: int) -> bytes:
    """What the stand-in for an office program makes of file `number`: a DOCX that is damaged as well."""
    return damaged("docx", number)


def _package(form: str, whole: bytes, chance: random.Random) -> bytes:
    """A damaged part in a package that is sound, mostly; else the package itself is damaged."""
    if chance.random() < 0.1:
        return _bytes(whole, chance)
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    names = sorted(parts)
    # The part that holds the words is the longest one.
    main = max(names, key=lambda name: len(parts[name]))
    hit = main if chance.random() < 0.7 else chance.choice(names)
    what = chance.random()
    if what < 0.02:
        del parts[hit]
    elif what < 0.03:
        parts[hit] = parts[hit][:200] + b" " * _BOMB + parts[hit][200:]
    elif what < 0.05:
        parts[chance.choice(("../../a", "/etc/a", "a" * 300, " "))] = parts.pop(hit)
    elif what < 0.08:
        parts[hit] = _link(parts[hit])
    else:
        parts[hit] = _content(form, parts[hit], chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return buffer.getvalue()


def _link(content: bytes) -> bytes:
    """A relationship that points out of the package, before the end of a part of links."""
    target = f"file:{SECRET_FILE}".encode()
    link = b'<Relationship Id="r99" Type="x/attachedTemplate" Target="%s" TargetMode="External"/>' % target
    return content.replace(b"</Relationships>", link + b"</Relationships>")


def _content(form: str, data: bytes, chance: random.Random) -> bytes:
    ways: list[Callable[[str, bytes, random.Random], bytes]] = [_absurd, _absurd, _marks, _marks]
    ways += [_nest, _entity, _encoding]
    ways += [lambda _, content, luck: _bytes(content, luck)] * 2
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(ways)(form, data, chance) or b" "
        if len(data) > 20_000_000:
            break
    return data


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """Cut off, bits turned, pieces lost, doubled, or moved."""
    made = bytearray(data)
    what = chance.randrange(6)
    at = chance.randrange(len(made))
    if what == 0:
        return bytes(made[:at])
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(made) or 1)
        length = chance.choice((1, 1, 2, 8, 60, 600))
        if what == 1:
            made[at : at + 1] = bytes([made[at] ^ (1 << chance.randrange(8))]) if made else b"a"
        elif what == 2:
            made[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
        elif what == 3:
            del made[at : at + length]
        elif what == 4:
            made[at:at] = made[at : at + length] * chance.choice((1, 1, 3, 50))
        else:
            made[at:at] = chance.choice(_SIGNS)
    return bytes(made)


def _absurd(form: str, data: bytes, chance: random.Random) -> bytes:
    """Numbers, attributes and texts put to values that nobody writes."""
    pattern = chance.choice((_ATTRIBUTE, _BETWEEN, _NUMBER, _NUMBER, _CELL))
    places = list(pattern.finditer(data))
    hit = chance.sample(places, min(len(places), chance.choice((1, 1, 2, 30))))
    for place in sorted(hit, key=lambda found: -found.start()):
        value = chance.choice(_ABSURD)
        begin, end = place.span()
        if pattern is _ATTRIBUTE:
            begin, end = begin + 2, end - 1
        elif pattern is _BETWEEN:
            begin, end = begin + 1, end - 1
        data = data[:begin] + value + data[end:]
    return data


def _marks(form: str, data: bytes, chance: random.Random) -> bytes:
    """Tags lost, doubled, swapped, and spans without end put between them."""
    tags = list(_TAG.finditer(data))
    what = chance.randrange(4)
    at = chance.choice(tags).end() if tags else chance.randrange(len(data) + 1)
    if what == 0 or not tags:
        return data[:at] + chance.choice(_SPANS.get(form, _SIGNS)) + data[at:]
    first, second = sorted((chance.choice(tags), chance.choice(tags)), key=lambda tag: tag.start())
    if what == 1:
        return data[: first.start()] + data[first.end() :]
    if what == 2 and first.end() <= second.start():
        return data[: first.start()] + second[0] + data[first.end() : second.start()] + first[0] + data[second.end() :]
    again = data[first.start() : second.end()] * chance.choice((1, 1, 2, 20))
    return data[: second.end()] + again + data[second.end() :]


def _nest(form: str, data: bytes, chance: random.Random) -> bytes:
    """One thing inside another, again and again."""
    before, after = _NESTED.get(form, (b"((", b"))"))
    depth = chance.choice((3, 20, 60, 120, 250, 1_000, 20_000))
    tags = list(_TAG.finditer(data))
    at = chance.choice(tags).end() if tags else chance.randrange(len(data) + 1)
    inside = before * depth + b"5,5" + (after * depth if chance.random() < 0.8 else b"")
    return data[:at] + inside + data[at:]


def _entity(form: str, data: bytes, chance: random.Random) -> bytes:
    """Entities that would read another file, ask the network, or grow without end."""
    secret = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{SECRET_FILE}">]>'.encode()
    network = b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/a.dtd">%p;<!ENTITY e SYSTEM "http://127.0.0.1:9/a">]>'
    laughs = b'<!DOCTYPE a [<!ENTITY l0 "ha">%s<!ENTITY e "&l9;">]>' % b"".join(
        b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10) for number in range(1, 10)
    )
    kind = chance.choice((secret, network, laughs))
    declared = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    tags = list(_TAG.finditer(data, declared))
    at = chance.choice(tags).end() if tags else len(data)
    return data[:declared] + kind + data[declared:at] + b"&e;" + data[at:]


def _encoding(form: str, data: bytes, chance: random.Random) -> bytes:
    """Other bytes for the same words, or words that the named encoding does not have."""
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        words = data.decode("latin-1")
    return words.encode(chance.choice(_ENCODINGS), "replace")

"""Notes at the cells of a worksheet: their texts, and the drawing that gives each its box; notes of others are kept."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from recon.readers.xlsx_values import SPREADSHEET as S
from recon.writing.elements import added, child, made
from recon.writing.parts import OFFICE, Parts
from recon.writing.xlsx_cells import Cells, add_drawing_of_notes, parted

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "recon"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LINK = f"{{{OFFICE}}}id"
_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_EMPTY = (
    "<xml " + " ".join(f'xmlns:{name}="{space}"' for name, space in _SPACES.items()) + '><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'
)
_NOTE_SHAPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BLOCK = 1024  # a drawing owns ids in blocks of this size
_IDS = re.compile(r'<o:idmap\b[^>]*\bdata="([^"]*)"')
_SHAPE = re.compile(r"(?<=</v:shape>)")
_ANCHOR = re.compile(r"<x:Anchor>([^<]*)</x:Anchor>")
_WHOLE = re.compile(r"\d+")
#: lines that are kept free for what others wrote
_ABOVE_OURS = 6
_WIDTH, _LINE, _SIGNS, _HIGHEST = 330, 15, 48, 420


@dataclass(frozen=True, slots=True)
class Note:
    """What is said at a cell. lines: one paragraph each."""

    cell: str
    lines: tuple[str, ...]


class Notes:
    """Adds notes to the sheets of one workbook. Cells whose thread of comments hides a note are in `hidden`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.hidden: list[tuple[str, str]] = []

    def add(self, part: str, sheet: _Element, cells: Cells, notes: list[Note]) -> None:
        """Write the notes of one sheet."""
        links = {link.kind: link.target for link in self._links(part)}
        threads = [link.target for link in self._links(part) if link.kind == "threadedComment"]
        threaded = {entry.get("ref") for target in threads for entry in self._parts.view(target)}
        self.hidden += [(part, note.cell) for note in notes if note.cell in threaded]
        notes = [note for note in notes if note.cell not in threaded]
        if not notes:
            return
        added = self._texts(part, links.get("comments", ""), notes)
        self._enlarge(part, sheet, cells, [note for note in notes if note not in added])
        if added:
            self._boxes(part, sheet, cells, added)

    def _links(self, part: str) -> list[_Linked]:
        folder, name = posixpath.split(part)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        found = []
        for link in self._parts.view(links) if links in self._parts else ():
            if isinstance(link.tag, str) and link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target") or "")).lstrip("/")
                found.append(_Linked(link.get("Id") or "", (link.get("Type") or "").rpartition("/")[2], target))
        return found

    def _texts(self, part: str, target: str, notes: list[Note]) -> list[Note]:
        """Put the texts down; the notes that need a box of their own, because their cell had none."""
        if not target:
            target = self._parts.free_name("xl/comments{}.xml")
            self._parts.put(
                target, f'<comments xmlns="{S[1:-1]}"><authors/><commentList/></comments>'.encode()
            )
            self._parts.declare(target, _NOTES_TYPE)
            self._parts.link(part, "comments", target)
        root = self._parts.tree(target)
        author = self._author(root)
        entries = child(root, f"{S}commentList")
        known = {entry.get("ref"): entry for entry in entries}
        fresh = []
        for note in notes:
            if note.cell in known:
                _add_to(child(known[note.cell], f"{S}text"), note)
                continue
            named = {"ref": note.cell, "authorId": str(author), "shapeId": "0"}
            _add_to(added(added(entries, f"{S}comment", named), f"{S}text"), note)
            fresh.append(note)
        return fresh

    @staticmethod
    def _author(root: _Element) -> int:
        authors = child(root, f"{S}authors")
        names = [author.text for author in authors]
        if AUTHOR in names:
            return names.index(AUTHOR)
        added(authors, f"{S}author").text = AUTHOR
        return len(names)

    def _enlarge(self, part: str, sheet: _Element, cells: Cells, notes: list[Note]) -> None:
        """Make room for ours in the boxes of others, which would cut it off: a note is read in its box alone."""
        named = sheet.find(f"{S}legacyDrawing")
        link = named.get(_LINK) if named is not None else None
        target = next((each.target for each in self._links(part) if each.id == link), "")
        if not notes or target not in self._parts:
            return
        drawing = self._parts.read(target).decode("utf-8", "surrogateescape")
        for note in notes:
            row, column = parted(note.cell)
            pieces = _SHAPE.split(drawing)
            for n, piece in enumerate(pieces):
                if f"<x:Row>{row - 1}</x:Row>" in piece and f"<x:Column>{column - 1}</x:Column>" in piece:
                    pieces[n] = _ANCHOR.sub(_larger(_anchor(note, cells, _ABOVE_OURS)), piece)
            drawing = "".join(pieces)
        self._parts.put(target, drawing.encode("utf-8", "surrogateescape"))

    def _boxes(self, part: str, sheet: _Element, cells: Cells, notes: list[Note]) -> None:
        """Give each note its box. Drawings of others may be no sound XML, so they are added to as text."""
        named = sheet.find(f"{S}legacyDrawing")
        target = ""
        if named is not None:
            target = next((link.target for link in self._links(part) if link.id == named.get(_LINK)), "")
        if not target or target not in self._parts:
            target = self._parts.free_name("xl/drawings/vmlDrawing{}.vml")
            self._parts.put(target, _EMPTY.encode())
            self._parts.declare_ending("vml", _DRAWING_TYPE)
            link = self._parts.link(part, "vmlDrawing", target)
            if named is None:
                add_drawing_of_notes(sheet, link)
            else:
                named.set(_LINK, link)
        drawing = self._parts.read(target).decode("utf-8", "surrogateescape")
        blocks = self._free_blocks(len(notes))
        drawing = _with_blocks(drawing, blocks)
        ids = [block * _BLOCK + n for block in blocks for n in range(1, _BLOCK)]
        shapes = "" if 'id="_x0000_t202"' in drawing else _NOTE_SHAPE
        shapes += "".join(_box(number, note, cells) for number, note in zip(ids, notes, strict=False))
        head = drawing[: drawing.find(">", drawing.find("<xml")) + 1]
        missing = "".join(
            f' xmlns:{name}="{space}"' for name, space in _SPACES.items() if f"xmlns:{name}=" not in head
        )
        drawing = drawing.replace("<xml", f"<xml{missing}", 1) if missing else drawing
        before, _, behind = drawing.rpartition("</xml>")
        self._parts.put(target, f"{before}{shapes}</xml>{behind}".encode("utf-8", "surrogateescape"))

    def _free_blocks(self, count: int) -> list[int]:
        taken = {
            int(number)
            for name in self._parts.names(".vml")
            for data in _IDS.findall(self._parts.read(name).decode("utf-8", "replace"))
            for number in data.split(",")
            if number.strip().isdigit()
        }
        first = max(taken, default=0) + 1
        return list(range(first, first + -(-count // (_BLOCK - 1))))


@dataclass(frozen=True, slots=True)
class _Linked:
    id: str
    kind: str
    target: str


def _with_blocks(drawing: str, blocks: list[int]) -> str:
    """A drawing that owns these blocks of ids as well."""
    new = ",".join(map(str, blocks))
    found = _IDS.search(drawing)
    if found is not None:
        return drawing[: found.start(1)] + ",".join(filter(None, (found[1], new))) + drawing[found.end(1) :]
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{new}"/></o:shapelayout>'
    begin = drawing.find(">", drawing.find("<xml")) + 1
    return drawing[:begin] + layout + drawing[begin:]


def _add_to(text: _Element, note: Note) -> None:
    """Behind what others wrote there, if anything."""
    first = len(text) > 0
    if first:
        for plain in text.findall(f"{S}t"):
            run = made(text, f"{S}r")
            text.replace(plain, run)
            run.append(plain)
    _run(text, ("\n\n" if first else "") + f"{AUTHOR}:\n", bold=True)
    _run(text, "\n".join(note.lines), bold=False)


def _run(text: _Element, words: str, bold: bool) -> None:
    run = made(text, f"{S}r")
    form = added(run, f"{S}rPr")
    for tag, value in (("b", ""), ("sz", "9"), ("rFont", "Tahoma"), ("family", "2")):
        if tag == "b" and not bold:
            continue
        added(form, S + tag, {"val": value} if value else {})
    added(run, f"{S}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = words
    # phonetic marks come behind all runs
    place = next((n for n, each in enumerate(text) if each.tag in (f"{S}rPh", f"{S}phoneticPr")), len(text))
    text.insert(place, run)


def _height(note: Note, before: int) -> int:
    """Pixels that a note needs; before: lines that others wrote above it."""
    return min(_HIGHEST, 12 + _LINE * (1 + before + sum(-(-len(line) // _SIGNS) for line in note.lines)))


def _anchor(note: Note, cells: Cells, before: int) -> str:
    """Where the box of a note begins and ends: columns, rows and pixels in them."""
    row, column = parted(note.cell)
    across = _stretch(column + 1, _WIDTH, cells.width)
    down = _stretch(max(1, row - 1), _height(note, before), cells.height)
    return f"{column}, 15, {max(0, row - 2)}, 4, {across[0] - 1}, {across[1]}, {down[0] - 1}, {down[1]}"


def _larger(wanted: str) -> Callable[[re.Match[str]], str]:
    """The anchor of a box that ends no sooner than `wanted` does, and begins where it began."""
    ends = [int(number) for number in wanted.split(",")][4:]

    def grown(found: re.Match[str]) -> str:
        own = [int(number) for number in _WHOLE.findall(found[1])]
        if len(own) != len(ends) + 4:
            return found[0]
        right, bottom = max(own[4:6], ends[:2]), max(own[6:], ends[2:])
        return f"<x:Anchor>{', '.join(map(str, [*own[:4], *right, *bottom]))}</x:Anchor>"

    return grown


def _box(number: int, note: Note, cells: Cells) -> str:
    row, column = parted(note.cell)
    height, anchor = _height(note, 0), _anchor(note, cells, 0)
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        f'margin-top:1.5pt;width:{_WIDTH * 3 // 4}pt;height:{height * 3 // 4}pt;z-index:{number};visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{escape(anchor)}'
        f"</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )


def _stretch(first: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """The row or column, and the pixels in it, at which something ends that begins at `first`."""
    place, left = first, pixels
    while left > size(place) and place < first + 500:
        left -= size(place)
        place += 1
    return place, left

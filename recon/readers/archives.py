"""Office packages: parts of a zip, unpacked within limits, and their XML, parsed without entities or network."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from recon.model.errors import UnreadableDocument

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A whole state programme unpacks to some 50 MB; a workbook with a million empty formatted rows to 300 MB.
MAX_ENTRIES = 10_000
MAX_UNPACKED = 1_000_000_000
MAX_RATIO = 300
#: Below this size a ratio says nothing: a part of blanks is small and packs to next to nothing.
RATIO_FROM = 32_000_000

_STRICT = b"http://purl.oclc.org/ooxml/"
#: The strict form of Office files differs in its namespaces only; they are brought back to the usual ones.
_USUAL_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another. kind: last word of its type, such as `worksheet`."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of an Office file. Limits are checked before anything is unpacked, and again while unpacking."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise UnreadableDocument("error.damaged-archive", path=path) from error
        self._entries = {entry.filename.lower(): entry for entry in entries}
        self._left = MAX_UNPACKED
        self._check(entries)

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise UnreadableDocument("error.zip-bomb", path=self.path)
        for entry in entries:
            if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
                raise UnreadableDocument("error.zip-bomb", path=self.path)
            if entry.flag_bits & 1:
                raise UnreadableDocument("error.encrypted", path=self.path)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def read(self, part: str) -> bytes:
        """The bytes of one part."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise UnreadableDocument("error.missing-part", path=self.path, part=part)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableDocument("error.damaged-archive", path=self.path)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(min(entry.file_size, self._left) + 1)
        except _BROKEN as error:
            raise UnreadableDocument("error.damaged-archive", path=self.path) from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableDocument("error.zip-bomb", path=self.path)
        if len(data) != entry.file_size:
            raise UnreadableDocument("error.damaged-archive", path=self.path)
        return in_usual_namespaces(data)

    def parse(self, part: str) -> _Element:
        """The root element of one XML part."""
        return parse_xml(self.path, part, self.read(part))

    def relationships(self, part: str = "") -> list[Relationship]:
        """Links of a part, or of the whole package, with targets as part names. Links to the outside are left out."""
        folder, name = posixpath.split(part)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        if links not in self:
            return []
        found = []
        for link in self.parse(links).iter("{*}Relationship"):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(link.get("Target", ""))))
                kind = link.get("Type", "").rpartition("/")[2]
                found.append(Relationship(link.get("Id", ""), kind, target.lstrip("/")))
        return found

    def main_part(self) -> str:
        """Name of the part that the package is about, "" where it names none."""
        return next((link.target for link in self.relationships() if link.kind == "officeDocument"), "")

    @property
    def is_strict(self) -> bool:
        """Whether the parts are in the namespaces of the strict form."""
        links = self._entries.get("_rels/.rels")
        main = self._entries.get(self.main_part().lower())
        return any(_STRICT in self._zip.read(entry)[:4096] for entry in (links, main) if entry is not None)

    def content_type(self, part: str) -> str:
        """What the package says a part is, in lower case."""
        if "[Content_Types].xml" not in self:
            return ""
        for override in self.parse("[Content_Types].xml").iter("{*}Override"):
            if override.get("PartName", "").lstrip("/").lower() == part.lower():
                return str(override.get("ContentType", "")).lower()
        return ""


def in_usual_namespaces(data: bytes) -> bytes:
    if _STRICT in data[:4096]:
        for strict, usual in _USUAL_NAMESPACES:
            data = data.replace(strict, usual)
    return data


def with_strict_namespaces(data: bytes) -> bytes:
    """A part as the strict form of Office files has it."""
    for strict, usual in _USUAL_NAMESPACES:
        data = data.replace(usual, strict)
    return data


def parse_xml(path: str, part: str, data: bytes, whole: bool = False) -> _Element:
    """Parse XML of strangers: no entities, no network, no document type, no huge trees.

    whole: with comments and processing instructions, for a part that is to be written again.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=not whole, remove_pis=not whole
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        key = "error.xml-with-entities" if has_document_type(data) else "error.damaged-xml"
        raise UnreadableDocument(key, path=path, part=part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("error.xml-with-entities", path=path, part=part)
    return root


def has_document_type(data: bytes) -> bool:
    """Whether the XML declares a document type, as no Office file does."""
    return b"<!DOCTYPE" in data[:4096].replace(b"\0", b"")

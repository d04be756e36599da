"""The parts of an Office file, some of them changed or added; what is not touched is copied byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from recon.readers.archives import Package, parse_xml, with_strict_namespaces
from recon.writing.elements import added, made

if TYPE_CHECKING:
    from lxml.etree import _Element

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "[Content_Types].xml"
_STAMP = (1980, 1, 1, 0, 0, 0)


class Parts:
    """The parts of one file. `read` and `parse` answer as changed; `put` changes or adds; `packed` is the new file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.package = Package(path, data)
        self._path = path
        self._data = data
        self._changed: dict[str, bytes] = {}
        self._trees: dict[str, _Element] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._names = {name.lower(): name for name in archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """A part as it is now; the strict form of Office files comes in the usual namespaces."""
        name = self._names.get(part.lower(), part)
        return self._changed[name] if name in self._changed else self.package.read(name)

    def tree(self, part: str) -> _Element:
        """The root of an XML part, to be changed in place: what it then says is what is packed."""
        name = self._names.get(part.lower(), part)
        if name not in self._trees:
            self._trees[name] = parse_xml(self._path, name, self.read(name), whole=True)
        return self._trees[name]

    def view(self, part: str) -> _Element:
        """The root of an XML part that is only looked at."""
        name = self._names.get(part.lower(), part)
        return self._trees[name] if name in self._trees else parse_xml(self._path, name, self.read(name), whole=True)

    def put(self, part: str, content: bytes) -> None:
        name = self._names.setdefault(part.lower(), part)
        self._changed[name] = content
        self._trees.pop(name, None)

    def names(self, ending: str) -> list[str]:
        """Names of all parts with this ending."""
        return sorted(name for key, name in self._names.items() if key.endswith(ending))

    def free_name(self, pattern: str) -> str:
        """The first name of a pattern such as `xl/comments{}.xml` that no part has yet."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def own_name(self, name: str) -> str:
        """`name`, or, where a part has that already, one with a number."""
        stem, dot, ending = name.rpartition(".")
        return self.free_name(f"{stem}{{}}{dot}{ending}") if name in self else name

    def link(self, part: str, kind: str, target: str) -> str:
        """The id of a new relationship from one part to another; kind: the last word of its type."""
        folder, name = posixpath.split(part)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        if links not in self:
            self.put(links, f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode())
        root = self.tree(links)
        taken = {each.get("Id") for each in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        where = posixpath.relpath(target, folder or ".")
        link = {"Id": f"rId{number}", "Type": f"{OFFICE}/{kind}", "Target": where}
        added(root, f"{{{PACKAGE}/relationships}}Relationship", link)
        return f"rId{number}"

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part is."""
        self._declare("Override", "PartName", f"/{part}", content_type)

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Say what all parts with this ending are, unless that is said already."""
        self._declare("Default", "Extension", ending, content_type)

    def _declare(self, tag: str, name: str, value: str, content_type: str) -> None:
        root = self.tree(_TYPES)
        space = f"{{{PACKAGE}/content-types}}"
        if any((entry.get(name) or "").lower() == value.lower() for entry in root.iterchildren(space + tag)):
            return
        new = made(root, space + tag, {name: value, "ContentType": content_type})
        # the endings stand before the parts
        root.insert(0, new) if tag == "Default" else root.append(new)

    @property
    def changed(self) -> set[str]:
        """Names of the parts that are not those of the file that was read."""
        return set(self._changed) | set(self._trees)

    def packed(self) -> bytes:
        """The file with its changes: old parts in their old order, new ones behind them."""
        from lxml import etree

        for name, root in self._trees.items():
            self._changed[name] = etree.tostring(
                root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
        out = io.BytesIO()
        left = dict(self._changed)
        with zipfile.ZipFile(io.BytesIO(self._data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            strict = self.package.is_strict
            for entry in old.infolist():
                content = left.pop(entry.filename, None)
                if content is None:
                    content = old.read(entry)
                elif strict:
                    content = with_strict_namespaces(content)
                kept = zipfile.ZipInfo(entry.filename, entry.date_time)
                kept.compress_type, kept.external_attr = entry.compress_type, entry.external_attr
                new.writestr(kept, content)
            for name, content in left.items():
                added = zipfile.ZipInfo(name, _STAMP)
                added.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(added, with_strict_namespaces(content) if strict else content)
        return out.getvalue()



"""Which reader a file is for, and what is wrong with it before any reader can say so."""

from __future__ import annotations

import ctypes
import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import cast

from recon import registry
from recon.model.document import Document
from recon.model.errors import UnreadableDocument
from recon.readers.sniffing import form_of

#: Documents are read whole. The longest state programmes have some 50 MB; ledger files are read elsewhere.
MAX_BYTES = 500_000_000
#: Forms known by name that no reader has: the message says how to save the file in one that has.
_TO_BE_SAVED_AS = {".xlsb": "xlsx"}
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tar", ".tgz"})
#: what the content of a file has to be for a suffix that is read, `text` for the others
_CONTENT = {
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".pdf": "pdf",
    ".doc": "doc",
    ".rtf": "rtf",
    ".html": "html",
    ".htm": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".odt": "odt",
    ".ods": "ods",
}
#: what a file should be called whose content can be read
_SUFFIX_OF = {form: f".{form}" for form in ("docx", "xlsx", "xls", "pdf", "doc", "rtf", "html", "odt", "ods")}
_SUFFIX_OF |= {"mhtml": ".mht", "text": ".txt / .csv"}
#: what Word and Excel open under the names of their old forms, without a word: portals save pages and RTF so
_OPENED = {".doc": frozenset({"html", "mhtml", "rtf", "docx"}), ".xls": frozenset({"html", "mhtml", "xlsx"})}
#: how recon is told to check: no document, and nothing that was forgotten
_OF_RULES = frozenset({".yaml", ".yml"})
_LEDGER_HEAD = frozenset({"code", "element", "source", "period", "amount"})


@cache
def _readers() -> dict[str, ModuleType]:
    """Readers by suffix: every module of this folder that names suffixes is one."""
    return _by_suffix(registry.names("readers"))


@cache
def _plugged_readers() -> dict[str, ModuleType]:
    """Readers of other packages, for suffixes that no reader of recon has."""
    found = _by_suffix(sorted(registry.plugged("readers")))
    return {suffix: module for suffix, module in found.items() if suffix not in _readers()}


def _by_suffix(names: list[str]) -> dict[str, ModuleType]:
    modules = (registry.module("readers", name) for name in names)
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


def _suffixes() -> list[str]:
    return sorted([*_readers(), *_plugged_readers()])


def open_document(path: str) -> Document:
    """Read one file. UnreadableDocument: it is missing, empty, of another form, damaged, locked or too large."""
    named = suffix = _suffix(path)
    data = _bytes(path)
    reader = _readers().get(suffix) or _plugged_readers().get(suffix)
    form = form_of(path, data) if reader or suffix in _TO_BE_SAVED_AS else ""
    if form in _OPENED.get(named, ()):
        suffix = _SUFFIX_OF[form]
        reader = _readers()[suffix]
    _refuse(path, suffix, form)
    if reader is None:
        supported = ", ".join(_suffixes())
        raise UnreadableDocument("error.unsupported-form", path=path, suffix=suffix or "—", supported=supported)
    document = cast(Document, reader.read(path, data, hashlib.sha256(data).hexdigest()))
    _give_back()
    if suffix != named:
        document.notes.insert(0, ("note.read-by-content", {"suffix": named, "content": (f"form.{form}", {})}))
    document.notes += _hidden(document)
    return document


def _hidden(document: Document) -> list[tuple[str, dict[str, object]]]:
    """Rows and columns that a sheet does not show: they are in its sums, so they are read, and said to be."""
    notes: list[tuple[str, dict[str, object]]] = []
    for table in document.tables:
        columns = table.hidden_columns
        if columns:
            columns &= {cell.column for row in table.rows for cell in row if cell.text}
        for kind, hidden in (("rows", table.hidden_rows), ("columns", columns)):
            if hidden:
                where: dict[str, object] = {"count": len(hidden)} | ({"sheet": table.sheet} if table.sheet else {})
                notes.append((f"note.hidden-{kind}" if table.sheet else "note.hidden-rows.table", where))
    return notes


def _give_back() -> None:
    """Hand what the reader freed back to the system: the C library would keep the tree of a long XML for its like."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, others need not
        if trim is not None:
            trim(0)


def _refuse(path: str, suffix: str, form: str) -> None:
    """Errors that the name and the form by content tell."""
    if suffix in _ARCHIVES:
        raise UnreadableDocument("error.archive", path=path)
    if form == "encrypted":
        raise UnreadableDocument("error.encrypted", path=path)
    old = suffix in _TO_BE_SAVED_AS
    expected = suffix[1:] if old else _CONTENT.get(suffix, "text")
    # A page may begin like any text, or like XML.
    allowed = {"text": ("text", "xml"), "html": ("html", "xml", "text")}.get(expected, (expected,))
    if form and form not in allowed:
        content: tuple[str, dict[str, object]] = (f"form.{form}", {})
        if form in _SUFFIX_OF:
            target = _SUFFIX_OF[form]
            raise UnreadableDocument("error.wrong-suffix", path=path, suffix=suffix, content=content, target=target)
        raise UnreadableDocument("error.content-differs", path=path, suffix=suffix, content=content)
    if old:
        raise UnreadableDocument("error.old-form", path=path, suffix=suffix, target=f".{_TO_BE_SAVED_AS[suffix]}")


def _bytes(path: str) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableDocument("error.folder-given", path=path)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument("error.not-a-file", path=path)
        if status.st_size > MAX_BYTES:
            raise UnreadableDocument("error.file-too-large", path=path, limit=MAX_BYTES // 1_000_000)
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        key = "error.standard-input" if path == "-" else "error.missing-file"
        raise UnreadableDocument(key, path=path) from error
    except PermissionError as error:
        raise UnreadableDocument("error.no-permission", path=path) from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument("error.not-a-file", path=path) from error
    if not data:
        raise UnreadableDocument("error.empty-file", path=path)
    return data


def find_documents(paths: list[str]) -> list[str]:
    """The files to read: those named, and those in the folders named, in sorted order, each once."""
    found: dict[str, None] = {}
    for path in paths:
        if not os.path.isdir(path):
            found[path] = None
            continue
        inside = _inside(path)
        if not inside:
            supported = ", ".join(_suffixes())
            raise UnreadableDocument("error.no-documents", path=path, supported=supported)
        found.update(dict.fromkeys(inside))
    return list(found)


def passed_over(paths: Iterable[str]) -> list[tuple[str, list[str]]]:
    """For each folder named, the files inside that no reader knows; hidden ones, those of Office and rules aside."""
    found = []
    for folder in filter(os.path.isdir, paths):
        names = [os.path.relpath(path, folder) for path in _files(folder) if not _is_read(path)]
        if names:
            found.append((folder, names))
    return found


def _is_read(path: str) -> bool:
    return _suffix(path) in _suffixes() or _suffix(path) == ".parquet"


def _inside(folder: str) -> list[str]:
    return [path for path in _files(folder) if _is_read(path)]


def _files(folder: str) -> list[str]:
    def refuse(error: OSError) -> None:
        raise UnreadableDocument("error.no-permission", path=str(error.filename)) from error

    found = []
    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # Office writes `~$name.docx` beside a document while it is open; a README speaks of the folder, and files
            # of rules and waivers of how its documents are checked.
            if not name.startswith((".", "~$")) and name.lower() != "readme.md" and _suffix(name) not in _OF_RULES:
                found.append(os.path.join(place, name))
    return found


def is_ledger_file(path: str) -> bool:
    """Whether a file holds figures in the long form: Parquet, or CSV that begins with the long form's head."""
    suffix = _suffix(path)
    if suffix != ".csv":
        return suffix == ".parquet"
    try:
        with open(path, "rb") as stream:
            line = stream.readline(65_536)
    except (OSError, ValueError):
        return False
    words = line.decode("utf-8-sig", "replace").strip().lower()
    return any({word.strip(' "') for word in words.split(delimiter)} >= _LEDGER_HEAD for delimiter in ",;\t|")


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()

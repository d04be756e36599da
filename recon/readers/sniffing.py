"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import re

from recon.model.errors import UnreadableDocument
from recon.readers.archives import Package

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMPTY_ZIP = b"PK\x05\x06"
#: streams of old Office files, as their directory spells them
_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_OPEN_DOCUMENT = (
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.presentation", "presentation"),
)
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"BM", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b", re.I | re.S)
_PAGE_IN_A_MESSAGE = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)\b", re.I | re.M)
_XML = re.compile(rb"\s*<\?xml\b", re.I)


def form_of(path: str, data: bytes) -> str:
    """`docx`, `xlsx`, `pdf`, …; `text` for what has the mark of no other form. Each has a message `form.<name>`."""
    if data.startswith((ZIP, _EMPTY_ZIP)):
        return _zipped(path, data)
    if data.startswith(OLE):
        return next((form for name, form in _STREAMS if name.encode("utf-16-le") in data), "ole")
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    for magic, form in _MAGIC:
        if head.startswith(magic) and (form != "image" or b"\0" in head):
            return form
    if b"%PDF-" in head[:1024] and b"\0" in head:
        return "pdf"
    if _HTML.match(head):
        return "html"
    if _is_mhtml(head):
        return "mhtml"
    return "xml" if _XML.match(head) else "text"


def _is_mhtml(head: bytes) -> bool:
    """A message whose headers name a page; a text that speaks of such headers has other lines among them."""
    headers = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    lines = [line for line in headers.splitlines() if line[:1] not in (b" ", b"\t")]
    messages = all(re.match(rb"[\w-]+:", line) for line in lines)
    return messages and b"mime-version:" in headers.lower() and _PAGE_IN_A_MESSAGE.search(headers) is not None


def _zipped(path: str, data: bytes) -> str:
    package = Package(path, data)
    main = package.main_part()
    kind = package.content_type(main) if main else ""
    if "wordprocessingml" in kind or "ms-word" in kind:
        return "docx"
    if "sheet.binary" in kind:
        return "xlsb"
    if "spreadsheetml" in kind or "ms-excel" in kind:
        return "xlsx"
    if "presentation" in kind or "powerpoint" in kind:
        return "presentation"
    if "mimetype" in package:
        named = package.read("mimetype")[:100]
        for word, form in _OPEN_DOCUMENT:
            if word in named:
                if b"encryption-data" in _manifest(package):
                    raise UnreadableDocument("error.encrypted", path=path)
                return form
    return "package" if main else "archive"


def _manifest(package: Package) -> bytes:
    return package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package else b""

"""MHTML: a web page in one file, as browsers and Word save it; legal portals hand documents out so under the name .doc.

Only the pages in it are read, each as a page by itself; pictures, styles and scripts are left where they are.
"""

from __future__ import annotations

from recon.model.document import Document
from recon.model.errors import UnreadableDocument
from recon.readers import html

SUFFIXES: tuple[str, ...] = (".mht", ".mhtml")


def read(path: str, data: bytes, sha256: str) -> Document:
    """The first page that says anything; of a workbook, whose first page only frames its sheets, every sheet."""
    document = Document(path, sha256, "html")
    pages = _pages(path, data)
    for number, page in enumerate(pages):
        found = html.read(path, page, sha256)
        document.blocks += found.blocks
        document.notes += found.notes
        if number == 0 and found.blocks:
            break  # what follows was framed by this page: advertisements and the like
    return document


def _pages(path: str, data: bytes) -> list[bytes]:
    import email
    from email.message import Message

    try:
        parts = [part for part in email.message_from_bytes(data).walk() if part.get_content_type() == "text/html"]
        pages = [part.get_payload(decode=True) for part in parts if isinstance(part, Message)]
    except RecursionError as error:
        raise UnreadableDocument("error.absurd-structure", path=path) from error
    return [page for page in pages if isinstance(page, bytes) and page.strip()]

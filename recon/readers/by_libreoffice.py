"""DOC and RTF: turned into DOCX by LibreOffice, where it is installed, and read as such, with the DOCX's addresses.

LibreOffice runs without a window, with a profile and a folder of its own that are thrown away: it opens nothing of the
user's, runs no macros, follows no links, and has limited time. Files that are read one after another share one profile.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from recon.model.document import Document
from recon.model.errors import UnreadableDocument
from recon.readers import docx

SUFFIXES: tuple[str, ...] = (".doc", ".rtf")
#: A long programme takes LibreOffice ten seconds.
TIME_LIMIT = 180
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
#: Highest macro security, no update of links, no fetching of what a document points to.
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


def program() -> str | None:
    """Where LibreOffice is, None where it is not installed."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return next((path for path in (*found, *_PLACES) if path and os.path.isfile(path)), None)


def read(path: str, data: bytes, sha256: str) -> Document:
    """The document that LibreOffice makes of the file, as the DOCX reader reads it."""
    form = os.path.splitext(path)[1].lower().lstrip(".")
    soffice = program()
    if soffice is None:
        raise UnreadableDocument("error.no-libreoffice", path=path, form=form.upper())
    with tempfile.TemporaryDirectory(prefix="recon-") as folder:
        # The name of a stranger's file never reaches another program.
        source = Path(folder, f"document.{form}")
        source.write_bytes(data)
        _convert(soffice, source, path)
        made = Path(folder, "document.docx")
        if not made.is_file():
            raise UnreadableDocument("error.not-converted", path=path)
        document = docx.read(path, made.read_bytes(), sha256)
    document.form = form
    return document


def _convert(soffice: str, source: Path, path: str) -> None:
    command = [
        soffice, f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--nodefault", "--nofirststartwizard", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(source.parent), str(source),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=source.parent, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument("error.conversion-too-long", path=path, seconds=TIME_LIMIT) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started, whatever made us stop waiting."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """A profile for the files of one run: making it takes LibreOffice longer than a short document."""
    folder = tempfile.TemporaryDirectory(prefix="recon-profile-", ignore_cleanup_errors=True)
    settings = Path(folder.name, "user", "registrymodifications.xcu")
    settings.parent.mkdir()
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    settings.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
    return folder

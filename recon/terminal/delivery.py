"""Where a report goes: to standard output, or whole into a file; never half a file, never over a document."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

from recon.model.errors import WrongUsage

if TYPE_CHECKING:
    from recon.model.asked import Asked
    from recon.model.reconciliation import Reconciliation

#: endings that promise a form which a text is not
_PROMISING = frozenset(
    ["csv", "doc", "docx", "htm", "html", "json", "ods", "odt", "parquet", "pdf", "rtf", "sarif", "xls", "xlsx", "xml"]
)


_STDOUT = "stdout"
#: endings that stand for a form of another name
_OTHER_ENDINGS = {"txt": "text", "xlsm": "xlsx", "docm": "docx"}


def suffix_of(report: ModuleType, documents: Sequence[str]) -> str:
    """What the name of a report ends with: a copy of a document with macros keeps the ending that allows them."""
    suffix: str = report.SUFFIX
    ending = Path(documents[0]).suffix.lower() if documents else ""
    return Path(suffix).stem + ending if ending in getattr(report, "KEEPS", ()) else suffix


def refuse_ending(report: ModuleType, documents: Sequence[str], path: Path | None) -> None:
    """WrongUsage: a copy of a document with macros would get an ending under which nothing opens it."""
    ending = Path(documents[0]).suffix.lower() if documents else ""
    if path is not None and ending in getattr(report, "KEEPS", ()) and path.suffix.lower() != ending:
        raise WrongUsage("error.macros-ending", path=str(path), ending=ending, name=path.stem)


def now() -> datetime:
    """When the run is: SOURCE_DATE_EPOCH, where it is set, lets a run be repeated to the last byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed.isdigit() else datetime.now(UTC)


def deliver_report(report: ModuleType, result: Reconciliation, asked: Asked, path: Path | None) -> None:
    """Write a report in its form: whole bytes, or text piece by piece."""
    if getattr(report, "BINARY", False):
        content = report.write(result, asked)
        deliver_bytes(lambda stream: _all(content, stream), path)
        return
    deliver(report.pieces(result, asked), path, getattr(report, "paint", None))


def _all(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def target(output: str | None, documents: Sequence[str], suffix: str, *, force: bool = False) -> Path | None:
    """The file to write; None is standard output. A folder gets a file named after the first document.

    WrongUsage: the file is one of the documents that are read, or it is there already and `force` does not allow to
    replace it, or its folder does not exist.
    """
    if output is None or output == "-":
        return None
    path = Path(output)
    with _refusals(path):
        if path.is_dir() or output.endswith(("/", os.sep)):
            first = Path(documents[0]).stem if documents else "recon"
            path = path / f"{first}.{suffix}"
        if not path.parent.is_dir():
            raise WrongUsage("error.no-output-folder", path=output, folder=str(path.parent))
        if _is_one_of(path, documents):
            raise WrongUsage("error.output-is-input", path=str(path))
        if path.exists() and not force and not _is_stream(path):
            raise WrongUsage("error.output-exists", path=str(path))
    return path


def _is_stream(path: Path) -> bool:
    """Whether nothing is lost by writing there: a device such as /dev/null or a pipe."""
    return not path.is_file()


def _is_one_of(path: Path, documents: Sequence[str]) -> bool:
    return path.exists() and any(Path(document).exists() and path.samefile(document) for document in documents)


def form_of(output: str | None, forms: Sequence[str], documents: Sequence[str] = ()) -> str | None:
    """The form that the ending of a file name asks for; None where it asks for none.

    WrongUsage: it asks for one that there is not; a text called .docx would open nowhere.
    """
    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    form = _OTHER_ENDINGS.get(ending, ending)
    if form in forms:
        return form
    if output is not None and form in _PROMISING:
        with _refusals(output):
            if not Path(output).is_dir() and not _is_one_of(Path(output), documents):
                raise WrongUsage("error.no-such-form", path=output, ending=f".{ending}", known=", ".join(sorted(forms)))
    return None


@contextlib.contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name when all of it is written, and not at all otherwise.

    A device or a pipe is written to as it stands: a file in its place would take it away from everybody.
    """
    if path.exists() and _is_stream(path):
        with path.open("wb") as stream:
            yield stream
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _umask() -> int:
    """The mask for new files; it can be asked for by setting it only."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def deliver(pieces: Iterable[str], path: Path | None, paint: Callable[[str], str] | None = None) -> None:
    """Write text to a file, or to standard output, there in colours where it is a terminal that wants them."""
    if path is not None:
        with _refusals(path), whole(path) as stream:
            for piece in pieces:
                stream.write(piece.encode())
        return
    coloured = paint is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    with _refusals(_STDOUT), quiet_pipe():
        for piece in pieces:
            sys.stdout.write(paint(piece) if coloured and paint is not None else piece)
        sys.stdout.flush()


def deliver_bytes(write: Callable[[BinaryIO], None], path: Path | None) -> None:
    """Let `write` fill a file, or standard output."""
    if path is not None:
        with _refusals(path), whole(path) as stream:
            write(stream)
        return
    with _refusals(_STDOUT), quiet_pipe():
        write(sys.stdout.buffer)
        sys.stdout.flush()


@contextlib.contextmanager
def _refusals(path: Path | str) -> Iterator[None]:
    """WrongUsage: nothing can be written there."""
    try:
        yield
    except BrokenPipeError:
        raise
    except PermissionError as refusal:
        raise WrongUsage("error.output-refused", path=str(path)) from refusal
    except OSError as failure:
        # A full disk, a file system that is read only or gone, a name too long: none is a fault of the programme.
        raise WrongUsage("error.output-failed", path=str(path)) from failure


@contextlib.contextmanager
def quiet_pipe() -> Iterator[None]:
    """A reader who has seen enough (`| head`) is no fault: what is left goes nowhere."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

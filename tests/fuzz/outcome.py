"""What comes of one damaged file on its whole way: opened, read, checked, told; and what must never come of it."""

from __future__ import annotations

import re
import resource
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from unittest import mock

from recon import engine
from recon.model.asked import Asked
from recon.model.rule import Rulebook
from recon.readers import by_libreoffice
from recon.reports import json as json_report
from recon.reports import text as text_report
from recon.rulebook.load import load
from tests.fuzz.damage import SECRET, SECRET_FILE, converted, damaged
from tests.fuzz.wholes import wholes

#: seconds of the processor and bytes that one file may take
MOST_SECONDS, MOST_MEMORY = 20.0, 2 << 30
_SUFFIX = {"ledger": "csv"}
_UNFILLED = re.compile(r"\{[a-z]+\}")


class TookTooLong(BaseException):
    """Not an Exception, so that nothing takes it for a fault of the file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file. fault: why that is not allowed, "" where it is. memory: bytes at most, if known."""

    said: str
    fault: str
    seconds: float
    memory: int


@cache
def _rulebook() -> Rulebook:
    return load(None)


def outcome(form: str, number: int, folder: Path) -> Outcome:
    """Check one damaged file as `recon check` does."""
    path = folder / f"file.{_SUFFIX.get(form, form)}"
    path.write_bytes(damaged(form, number))
    secret = folder / SECRET_FILE
    if not secret.exists():
        secret.write_text(SECRET, encoding="utf-8")
    _forget_peak()
    begin = time.process_time()
    said = fault = ""
    unheard: list[object] = []
    try:
        with (
            _within(MOST_SECONDS), _without_network(), _stand_in(form, number),
            mock.patch.object(sys, "unraisablehook", unheard.append),
        ):  # fmt: skip
            said = _told(path)
    except TookTooLong:
        fault = f"longer than {MOST_SECONDS:.0f} seconds\n{traceback.format_exc()}"
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        fault = traceback.format_exc()
    if unheard:
        fault = f"an exception that nobody hears: {unheard[0]}"
    if SECRET in said:
        fault = "shows another file"
    memory = _peak()
    if memory > MOST_MEMORY:
        fault = fault or f"{memory >> 20} MiB"
    return Outcome(said, fault, time.process_time() - begin, memory)


def start(form: str, folder: Path) -> None:
    """Check a whole file first: what is imported on the way is not the damaged ones' time."""
    path = folder / f"whole.{_SUFFIX.get(form, form)}"
    path.write_bytes(wholes(form)[0])
    with _stand_in(form, 0):
        _told(path)


def _told(path: Path) -> str:
    result = engine.reconcile([str(path)], _rulebook())
    (document,) = result.documents or [None]
    told = "".join(text_report.pieces(result, Asked("ru", everything=True)))
    "".join(json_report.pieces(result, Asked("en", everything=True)))
    if document is not None and document.error is not None:
        assert not _UNFILLED.search(told.split("-->")[0]), told
    return told


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _without_network() -> Iterator[None]:
    def refuse(*asked: object, **named: object) -> None:
        raise AssertionError("asks the network")

    with mock.patch.object(socket.socket, "connect", refuse), mock.patch.object(socket, "create_connection", refuse):
        yield


@contextmanager
def _stand_in(form: str, number: int) -> Iterator[None]:
    """In the place of an office program, which takes a second a file: it hands back a DOCX that is damaged as well."""
    if form not in ("rtf", "doc"):
        yield
        return

    def convert(soffice: str, source: Path, path: str) -> None:
        source.with_suffix(".docx").write_bytes(converted(number))

    with mock.patch.multiple(by_libreoffice, program=mock.Mock(return_value="soffice"), _convert=convert):
        yield


def limit_memory() -> None:
    """Whatever asks for more gets a MemoryError, or is ended: for a process of its own."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY * 3 // 2, MOST_MEMORY * 3 // 2))


def _forget_peak() -> None:
    """Where the system can, the peak is counted anew for every file."""
    place = Path("/proc/self/clear_refs")
    if place.exists():
        place.write_text("5")


def _peak() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) << 10

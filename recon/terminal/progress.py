"""One line on standard error while work lasts; nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from recon.telling.notation import cut, pad, terminal_width

_AFTER, _BETWEEN = 0.5, 0.1


class Progress:
    """Called with what is being done, how much of it is done and how much there is; clears its line when it ends."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._next = time.monotonic() + _AFTER
        self._shown = False

    def __call__(self, doing: str, done: int, of: int) -> None:
        if not self._watched or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _BETWEEN
        self._shown = True
        room = terminal_width() - 20
        sys.stderr.write(f"\r{pad(cut(f'[{done + 1}/{of}] {doing}', room), room)}")
        sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

"""Work on long columns piece by piece, in several threads: numpy does not hold the interpreter meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Rows at a time: fewer, and threads wait for each other; more, and the work leaves the cache.
ROWS = 1 << 18
THREADS = 4


def in_chunks(work: Callable[[slice], None], rows: int) -> None:
    """Call `work` for every piece of so many rows. Pieces may run at the same time and in any order."""
    pieces = [slice(start, min(start + ROWS, rows)) for start in range(0, rows, ROWS)]
    if len(pieces) <= 1:
        for piece in pieces:
            work(piece)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(work, pieces))

"""Fuzzing: `python -m tests.fuzz.running [FORM …] [--files 10000] [--workers 2]`; status 1 where a file got through.

Every file is checked in a process with limited memory; one that dies or hangs is named, and the rest go on.
"""

from __future__ import annotations

import argparse
import faulthandler
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection, wait
from pathlib import Path

from tests.fuzz.outcome import MOST_SECONDS, limit_memory, outcome, start
from tests.fuzz.wholes import FORMS

_CHUNK = 250


def _work(form: str, numbers: range, sender: Connection) -> None:
    limit_memory()
    with tempfile.TemporaryDirectory(prefix="recon-fuzz-") as folder:
        start(form, Path(folder))
        for number in numbers:
            sender.send((number, None))
            # Where a library does not come back to Python, no alarm is heard: the whole process ends.
            faulthandler.dump_traceback_later(3 * MOST_SECONDS, exit=True)
            done = outcome(form, number, Path(folder))
            sender.send((number, (done.fault, done.seconds, done.memory)))
    faulthandler.cancel_dump_traceback_later()
    sender.close()


class _Form:
    """The chunks of one form, and what came of them."""

    def __init__(self, form: str, first: int, files: int) -> None:
        self.form = form
        self.numbers: list[int] = []
        self.left = [range(n, min(n + _CHUNK, first + files)) for n in range(first, first + files, _CHUNK)]
        self.files, self.faults, self.seconds, self.slowest, self.memory = 0, Counter[str](), 0.0, first, 0

    def take(self, number: int, result: tuple[str, float, int]) -> None:
        fault, seconds, memory = result
        self.files += 1
        self.memory = max(self.memory, memory)
        if seconds > self.seconds:
            self.seconds, self.slowest = seconds, number
        if fault:
            self.fail(number, fault)

    def fail(self, number: int, fault: str) -> None:
        self.numbers.append(number)
        kind = "\n".join(fault.strip().splitlines()[-3:])
        self.faults[kind] += 1
        if self.faults[kind] == 1:
            print(f"\n{self.form} {number}: {fault}", flush=True)


def fuzz(forms: list[str], first: int, files: int, workers: int) -> bool:
    """Check all files; prints a line for each form. True where none got through."""
    context = multiprocessing.get_context("spawn")
    sound = True
    for form in forms:
        begin, state = time.perf_counter(), _Form(form, first, files)
        running: dict[Connection, tuple[multiprocessing.process.BaseProcess, range, int]] = {}
        while state.left or running:
            while state.left and len(running) < workers:
                numbers = state.left.pop(0)
                receiver, sender = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(form, numbers, sender))
                process.start()
                sender.close()
                running[receiver] = (process, numbers, numbers.start)
            for receiver in wait(list(running)):
                assert isinstance(receiver, Connection)
                process, numbers, at = running[receiver]
                try:
                    number, result = receiver.recv()
                except EOFError:
                    process.join()
                    del running[receiver]
                    if process.exitcode:
                        state.files += 1
                        state.fail(at, f"the process ended with {process.exitcode}")
                        state.left.append(range(at + 1, numbers.stop))
                    continue
                if result is None:
                    running[receiver] = (process, numbers, number)
                else:
                    state.take(number, result)
        bad = len(state.numbers)
        sound = sound and not bad
        if bad:
            print(f"{form:8} at fault: {', '.join(map(str, sorted(state.numbers)))}", flush=True)
        print(
            f"{form:8} {state.files} files, {bad} faults; at most {state.seconds:.1f} s (file {state.slowest}) and "
            f"{state.memory >> 20} MiB a file; {time.perf_counter() - begin:.0f} s in all", flush=True,
        )  # fmt: skip
    return sound


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("forms", nargs="*", default=FORMS, metavar="FORM", help=", ".join(FORMS))
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    sys.exit(0 if fuzz(list(asked.forms), asked.first, asked.files, asked.workers) else 1)


if __name__ == "__main__":
    main()

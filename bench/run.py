"""Runs recon, the floor and its peers on one ledger file, as processes, in turn, and prints what was measured.

    python bench/run.py bench/data/regular-10000000.csv --rounds 5 [--slow]

Every program is a process of its own, timed from its start to its end; they take turns (A B C A B C), so that a busy
machine is busy for all. Byte-code is compiled beforehand, as an installer does. `--slow` adds pandas with Decimal.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tabulate import tabulate

HERE = Path(__file__).parent
NAMES = {
    "floor": "floor: pyarrow read, gather, segment sum",
    "with_recon": "recon: read, bind, judge, cover",
    "with_duckdb": "DuckDB, SQL on DECIMAL, all threads",
    "with_decimal_pandas": "pandas with Decimal objects",
}


def once(program: str, path: str, *more: str) -> tuple[float, int, str]:
    """Seconds, peak memory in bytes and what was printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(HERE.parent), "PYTHONPYCACHEPREFIX": str(HERE / "data" / "bytecode")}
    command = [sys.executable, str(HERE / f"{program}.py"), path, *more]
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - begin
    if process.returncode:
        raise SystemExit(f"{program} ended with {process.returncode}")
    excluded = re.search(r"excluded=([\d.]+)", printed)
    return seconds - (float(excluded[1]) if excluded else 0.0), usage.ru_maxrss * 1024, printed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow", action="store_true", help="also pandas with Decimal objects, one round")
    arguments = parser.parse_args()
    for path in arguments.files:
        measure(path, arguments.rounds, arguments.slow)


def measure(path: str, rounds: int, slow: bool) -> None:
    programs = ["floor", "with_recon", "with_duckdb"]
    once("floor", path, "--prepare")
    for program in programs:
        once(program, path)  # compiles what it imports, and brings the file into the cache
    taken: dict[str, list[tuple[float, int, str]]] = {program: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            taken[program].append(once(program, path))
    if slow:
        taken["with_decimal_pandas"] = [once("with_decimal_pandas", path)]
    figures = int(re.search(r"figures=(\d+)", taken["with_recon"][0][2])[1])
    floor = statistics.median(seconds for seconds, _, _ in taken["floor"])
    rows = []
    for program, runs in taken.items():
        median = statistics.median(seconds for seconds, _, _ in runs)
        paired = [run[0] / base[0] for run, base in zip(runs, taken["floor"], strict=False)]
        ratio = statistics.median(paired) if len(runs) > 1 else median / floor
        memory = max(peak for _, peak, _ in runs)
        broken = re.search(r"broken=(\d+)", runs[0][2])[1]
        rows.append([NAMES[program], f"{median:.2f}", f"{ratio:.2f}", f"{memory / figures:.0f}", broken])
    print(f"\n{Path(path).name}: {figures:,} figures, {os.cpu_count()} cores, {rounds} rounds\n")
    heads = ["program", "s, median", "x floor", "bytes a figure", "broken"]
    print(tabulate(rows, heads, tablefmt="github", disable_numparse=True))
    print("\nagainst the generator's truth:", once("with_recon", path, "--truth")[2].splitlines()[-1])


if __name__ == "__main__":
    main()

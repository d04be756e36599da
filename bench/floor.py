"""The floor: what any program must do, pyarrow's read and a gather and segment sum over ready identities.

The identities are prepared by `python bench/floor.py FILE --prepare`; loading them is not counted (`excluded`).
Amounts are read as decimals of one known scale; nothing is checked, and nothing is said of printed digits or places.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def prepare(path: str) -> None:
    import numpy as np
    from with_recon import RULES, vocabulary

    from recon.checks import parts_add_to_whole
    from recon.ledger import files

    words = vocabulary()
    ledger = files.read(path, words)
    for code, along in RULES:
        bound = parts_add_to_whole.bind(ledger, words, {"along": along})
        for name in ("total", "member", "of"):
            np.save(Path(path).with_suffix(f".{code}.{name}.npy"), getattr(bound, name))


def main() -> None:
    path = sys.argv[1]
    if "--prepare" in sys.argv:
        prepare(path)
        return
    import numpy as np
    import pyarrow as pa
    from pyarrow import csv

    texts = ("document", "code", "element", "source", "period")
    types = {name: pa.dictionary(pa.int32(), pa.string()) for name in texts}
    convert = csv.ConvertOptions(column_types=types | {"amount": pa.decimal128(18, 1)})
    column = csv.read_csv(path, convert_options=convert).column("amount")
    words = [np.frombuffer(chunk.buffers()[1], np.int64)[::2][: len(chunk)] for chunk in column.chunks]
    amount = np.concatenate(words)
    broken = bound = 0
    excluded = 0.0
    for rule in ("SRC01", "PER01", "HIE01"):
        begin = time.perf_counter()
        total, member, of = (np.load(Path(path).with_suffix(f".{rule}.{n}.npy")) for n in ("total", "member", "of"))
        excluded += time.perf_counter() - begin
        computed = np.zeros(len(total), np.int64)
        np.add.at(computed, of, amount[member])
        broken += int(np.count_nonzero(amount[total] != computed))
        bound += len(total)
    print(f"figures={len(amount)} bound={bound} broken={broken} excluded={excluded:.4f}")


if __name__ == "__main__":
    main()

"""Makes ledger files of a known size with known errors, and writes beside them which identities must break.

    python bench/generate.py 1000000 --shape ragged --to bench/data

Shapes: `regular` (a tree of elements x sources x years and a total), `ragged` (elements with sources and years of
their own), `sparse` (many elements, few figures each). The seed is fixed: the same call makes the same file.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

SOURCES = ["total", "federal", "regional", "local", "extrabudgetary"]
YEARS = [str(year) for year in range(2019, 2026)]


@dataclass
class Tree:
    """Elements of one document in reading order: code, level, and row of the parent (-1 for the programme)."""

    codes: list[str]
    parents: list[int]
    order: np.ndarray  # row among the elements listed level by level
    fanout: int
    depth: int


def tree(fanout: int, depth: int) -> Tree:
    codes, parents, order = [], [], []
    offsets = np.cumsum([0, *(fanout**level for level in range(depth + 1))]).tolist()

    def walk(code: str, level: int, number: int, parent: int) -> None:
        own = len(codes)
        codes.append(code)
        parents.append(parent)
        order.append(offsets[level] + number)
        if level < depth:
            for child in range(fanout):
                walk(f"{code}.{child + 1}".lstrip("."), level + 1, number * fanout + child, own)

    walk("", 0, 0, -1)
    return Tree(codes, parents, np.array(order), fanout, depth)


def amounts(shape: str, documents: int, form: Tree, sources: int, years: int, rng: np.random.Generator):
    """Amounts and presence by document, element, source (total first) and period (total last)."""
    leaves = form.fanout**form.depth
    size = (documents, leaves, sources, years)
    there = np.ones(size, bool)
    if shape == "ragged":
        there = (rng.random((documents, leaves, sources, 1)) < 0.6) & (rng.random((documents, leaves, 1, years)) < 0.7)
        there[:, :, 0, 0] |= ~there.any(axis=(2, 3))
    level = rng.integers(0, 10**6, size) * (rng.random(size) < 0.7) * there
    values, present = [level], [there]
    for _ in range(form.depth):
        values.insert(0, values[0].reshape(documents, -1, form.fanout, sources, years).sum(axis=2))
        present.insert(0, present[0].reshape(documents, -1, form.fanout, sources, years).any(axis=2))
    value, there = (np.concatenate(levels, axis=1)[:, form.order] for levels in (values, present))
    value = np.concatenate((value.sum(axis=2, keepdims=True), value), axis=2)
    there = np.concatenate((there.any(axis=2, keepdims=True), there), axis=2)
    value = np.concatenate((value, value.sum(axis=3, keepdims=True)), axis=3)
    there = np.concatenate((there, there.any(axis=3, keepdims=True)), axis=3)
    return value, there


def plant(value, there, form: Tree, errors: int, rng: np.random.Generator):
    """Change so many figures, and work out, one by one, the identities that no longer hold."""
    _, _, sources, periods = value.shape
    chosen = rng.choice(np.flatnonzero(there), size=errors, replace=False)
    off: dict[tuple[str, int, int, int, int], int] = defaultdict(int)
    has_children = set(form.parents)
    for place in chosen.tolist():
        d, e, s, p = (int(i) for i in np.unravel_index(place, value.shape))
        change = int(rng.integers(100, 10**5))
        value[d, e, s, p] += change
        if sources > 1:
            off["SRC01", d, e, 0, p] += change if s == 0 else -change
        if periods > 1:
            off["PER01", d, e, s, periods - 1] += change if p == periods - 1 else -change
        if e in has_children:
            off["HIE01", d, e, s, p] += change
        if form.parents[e] >= 0:
            off["HIE01", d, form.parents[e], s, p] -= change
    return sorted(key for key, change in off.items() if change)


def build(figures: int, shape: str):
    """Document form, number of documents, sources and years that come to about so many figures."""
    sources, years = (1, 1) if shape == "sparse" else (4, 7)
    width = (sources + 1) * (years + 1)
    fanout, depth = (8, 3) if figures >= 100_000 else (3, 2)
    form = tree(fanout, depth)
    share = 0.62 if shape == "ragged" else 1.0
    return form, max(round(figures / (len(form.codes) * width * share)), 1), sources, years


def write(figures: int, shape: str, to: Path, errors: int | None = None, seed: int = 7) -> Path:
    rng = np.random.default_rng(seed)
    form, documents, sources, years = build(figures, shape)
    value, there = amounts(shape, documents, form, sources, years, rng)
    made = int(there.sum())
    broken = plant(value, there, form, max(3, figures // 10_000) if errors is None else errors, rng)
    source_names, period_names = SOURCES[: sources + 1], [*YEARS[:years], "total"]
    d, e, s, p = (index.astype(np.int32) for index in np.nonzero(there))
    number = value[there]
    document_names = [f"programme {n:05}.xlsx" for n in range(documents)]

    def texts(codes, names) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(names))

    tenths = pa.array(number).cast(pa.decimal128(38, 0))
    words = np.frombuffer(tenths.buffers()[1], np.int64)
    amount = pa.Array.from_buffers(pa.decimal128(18, 1), len(number), [None, pa.py_buffer(words)])
    names = [f"Activity {code} of the programme" if code else "Programme" for code in form.codes]
    table = pa.table(
        {
            "document": texts(d, document_names),
            "code": texts(e, form.codes),
            "element": texts(e, names),
            "source": texts(s, source_names),
            "period": texts(p, period_names),
            "amount": amount,
        }
    )
    to.mkdir(parents=True, exist_ok=True)
    path = to / f"{shape}-{figures}.csv"
    plain = table.set_column(5, "amount", amount.cast(pa.string()))
    csv.write_csv(
        pa.table({n: c.cast(pa.string()) for n, c in zip(plain.column_names, plain.columns, strict=True)}),
        path,
        csv.WriteOptions(quoting_style="none"),
    )
    parquet.write_table(plain, path.with_suffix(".parquet"))
    lines = [
        f"{rule}\t{document_names[d]}\t{form.codes[e]}\t{source_names[s]}\t{period_names[p]}\n"
        for rule, d, e, s, p in broken
    ]
    path.with_suffix(".truth").write_text("".join(lines), encoding="utf-8")
    print(f"{path.name}: {made:,} figures, {documents:,} documents, {len(broken):,} identities must break")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("figures", type=int, nargs="+")
    parser.add_argument("--shape", choices=["regular", "ragged", "sparse"], default="regular")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent / "data")
    arguments = parser.parse_args()
    for figures in arguments.figures:
        write(figures, arguments.shape, arguments.to)


if __name__ == "__main__":
    main()

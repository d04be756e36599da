"""Programmes for the injection bench: their ledger, their identities by index arithmetic, and errors as changes.

Which identities an error breaks is worked out here from the place of the figure in the tree alone, without recon.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from generate import SOURCES, YEARS, Tree, tree

#: document, element, source (0 the total), period (the last the total)
Cell = tuple[int, int, int, int]
#: rule and the cell of the stated sum
Name = tuple[str, int, int, int, int]
RULE_OF = {"source": "SRC01", "period": "PER01", "element": "HIE01"}


@dataclass
class Programme:
    """Sound figures by cell, and the ledger that holds them. amounts: tenths of thousands, one minor unit each."""

    shape: str
    value: np.ndarray
    there: np.ndarray
    form: Tree
    ledger: Any = None
    judgements: list[Any] = field(default_factory=list)
    plausibility: Any = None

    @cached_property
    def row(self) -> np.ndarray:
        """Figure of the ledger by cell, -1 where there is none."""
        numbers = np.full(self.there.shape, -1, np.int64)
        numbers[self.there] = np.arange(int(self.there.sum()))
        return numbers

    @cached_property
    def places(self) -> np.ndarray:
        """Flat index of the cell of every figure."""
        return np.flatnonzero(self.there)

    def cell(self, figure: int) -> Cell:
        d, e, s, p = (int(i) for i in np.unravel_index(self.places[figure], self.value.shape))
        return d, e, s, p

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.form.codes]
        for element, parent in enumerate(self.form.parents):
            if parent >= 0:
                found[parent].append(element)
        return found

    def identities_of(self, cell: Cell) -> list[tuple[Name, int]]:
        """The identities that a cell stands in, with its sign."""
        d, e, s, p = cell
        _, _, sources, periods = self.value.shape
        found: list[tuple[Name, int]] = []
        if sources > 2:
            found.append((("SRC01", d, e, 0, p), 1 if s == 0 else -1))
        if periods > 2:
            found.append((("PER01", d, e, s, periods - 1), 1 if p == periods - 1 else -1))
        if self.children[e]:
            found.append((("HIE01", d, e, s, p), 1))
        if self.form.parents[e] >= 0:
            found.append((("HIE01", d, self.form.parents[e], s, p), -1))
        return found

    def cells_of(self, name: Name) -> list[Cell]:
        """All cells of one identity, the stated sum first."""
        rule, d, e, s, p = name
        _, _, sources, periods = self.value.shape
        if rule == "SRC01":
            cells = [(d, e, other, p) for other in range(sources)]
        elif rule == "PER01":
            cells = [(d, e, s, periods - 1), *((d, e, s, other) for other in range(periods - 1))]
        else:
            cells = [(d, e, s, p), *((d, child, s, p) for child in self.children[e])]
        return [cell for cell in cells if self.there[cell]]

    def off(self, changes: dict[Cell, int]) -> dict[Name, int]:
        """The identities that these errors break, and by how much: stated less computed."""
        sums: dict[Name, int] = defaultdict(int)
        for cell, change in changes.items():
            for name, sign in self.identities_of(cell):
                sums[name] += sign * change
        return {name: rest for name, rest in sums.items() if rest}

    def total_row(self, name: Name) -> tuple[str, int]:
        return name[0], int(self.row[name[1:]])


def grown(shape: str, figures: int, rng: np.random.Generator, fanout: int = 0, depth: int = 0) -> Programme:
    """A sound programme of about so many figures; amounts spread over six orders of magnitude, some of them zero."""
    sources, years = (1, 1) if shape == "tree" else (4, 7)
    if not fanout:
        fanout, depth = (8, 3) if figures >= 100_000 else (5, 2) if figures >= 10_000 else (3, 2)
    form = tree(fanout, depth)
    width = (1 if sources == 1 else sources + 1) * (1 if years == 1 else years + 1)
    documents = max(round(figures / (len(form.codes) * width * (0.62 if shape == "ragged" else 1))), 1)
    value, there = _amounts(shape, documents, form, sources, years, rng)
    return Programme(shape, value, there, form)


def _amounts(shape: str, documents: int, form: Tree, sources: int, years: int, rng: np.random.Generator):
    leaves = form.fanout**form.depth
    size = (documents, leaves, sources, years)
    there = np.ones(size, bool)
    if shape == "ragged":
        there = (rng.random((documents, leaves, sources, 1)) < 0.6) & (rng.random((documents, leaves, 1, years)) < 0.7)
        there[:, :, 0, 0] |= ~there.any(axis=(2, 3))
    level = (10 ** rng.uniform(1, 6.5, size)).astype(np.int64) * (rng.random(size) < 0.75) * there
    values, present = [level], [there]
    for _ in range(form.depth):
        values.insert(0, values[0].reshape(documents, -1, form.fanout, sources, years).sum(axis=2))
        present.insert(0, present[0].reshape(documents, -1, form.fanout, sources, years).any(axis=2))
    value, there = (np.concatenate(levels, axis=1)[:, form.order] for levels in (values, present))
    if sources > 1:
        value = np.concatenate((value.sum(axis=2, keepdims=True), value), axis=2)
        there = np.concatenate((there.any(axis=2, keepdims=True), there), axis=2)
    if years > 1:
        value = np.concatenate((value, value.sum(axis=3, keepdims=True)), axis=3)
        there = np.concatenate((there, there.any(axis=3, keepdims=True)), axis=3)
    return value, there


def bound(programme: Programme, folder: Path) -> Programme:
    """Read the programme as a ledger file, bind the rules of the default profile, and keep both."""
    from recon import engine
    from recon.ledger import files
    from recon.rulebook.load import load

    book = load(None)
    path = folder / f"{programme.shape}-{int(programme.there.sum())}.parquet"
    _write(programme, path)
    programme.ledger = files.read(str(path), book.vocabulary)
    path.unlink()
    amounts = programme.ledger.figures["amount"].to_numpy()
    if not np.array_equal(amounts, programme.value[programme.there]):
        raise AssertionError("the ledger does not hold the figures that were written")
    programme.judgements = engine.bind(programme.ledger, book)
    programme.plausibility = book.plausibility
    return programme


def judged(programme: Programme, amounts: np.ndarray) -> list[Any]:
    """The bound identities judged anew for these amounts."""
    from recon.checks.judge import judge
    from recon.checks.judgement import Judgement

    programme.ledger.figures["amount"] = amounts
    return [Judgement(j.rule, j.bound, judge(programme.ledger, j.bound, j.rule)) for j in programme.judgements]


def _write(programme: Programme, path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    value, there, form = programme.value, programme.there, programme.form
    d, e, s, p = (index.astype(np.int32) for index in np.nonzero(there))
    documents, _, sources, periods = value.shape
    source_names = SOURCES[:sources] if sources > 1 else ["total"]
    period_names = [*YEARS[: periods - 1], "total"] if periods > 1 else ["2024"]

    def texts(codes: np.ndarray, names: list[str]) -> pa.Array:
        return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(names))

    whole = pa.array(value[there]).cast(pa.decimal128(38, 0))
    words = np.frombuffer(whole.buffers()[1], np.int64)
    amount = pa.Array.from_buffers(pa.decimal128(18, 1), len(d), [None, pa.py_buffer(words)])
    table = {
        "document": texts(d, [f"programme {n:05}.xlsx" for n in range(documents)]),
        "code": texts(e, form.codes),
        "element": texts(e, [f"Activity {code} of the programme" if code else "Programme" for code in form.codes]),
        "source": texts(s, source_names),
        "period": texts(p, period_names),
        "amount": amount.cast(pa.string()),
        "unit": texts(np.zeros(len(d), np.int32), ["thousand-rubles"]),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    parquet.write_table(pa.table(table), path)

"""Elements of a ledger file: which rows speak of one element, and which element stands above which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.model.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from recon.ledger.long_form import Coded

_LAST_SEGMENT = r"\.?[^.]*$"


def elements_of(
    coded: Mapping[str, Coded], path: str, lines: NDArray[np.int32]
) -> tuple[pd.DataFrame, NDArray[np.int32]]:
    """The frame of elements, and for each row the number of its element.

    An element is a code of a table of a document, or a name where no code is printed. Rows of one element mostly
    follow one another, so runs of rows are told apart first, and only runs are compared.
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    code, above_code = _codes(coded["code"].names)
    documents, tables = coded["document"], coded["table"]
    columns = [coded[name].codes for name in ("document", "table", "code", "element")]
    none = pc.index(coded["code"].names, "").as_py()
    begins = _runs(columns, none)
    document, table, printed, name = (column[begins].astype(np.int64) for column in columns)
    bare = printed == none
    place = document * len(tables.names) + table
    # Codes first, then names of what has no code: one number for each element of a table.
    width = len(code) + len(coded["element"].names)
    run = place * width + np.where(bare, len(code) + name, code.take(printed))
    number, keys = pd.factorize(run)
    first = np.empty(len(keys), np.int64)
    first[number[::-1]] = np.arange(len(number) - 1, -1, -1)
    lengths = np.diff(begins, append=len(lines))
    element = np.repeat(number.astype(np.int32), lengths)
    known = _Known(np.asarray(keys), width, len(code), bare[first], place[first])
    if "parent" in coded:
        stated = coded["parent"].codes[begins[first]]
        parent = _stated_parents(known, coded, code, stated, path, lines[begins[first]])
    else:
        parent = _parents_by_code(known, above_code)
    names = coded["element"].names.take(pa.array(name[first]))
    printed_codes = coded["code"].names.take(pa.array(printed[first]))
    code_texts = pd.array(printed_codes, dtype="str")
    keys_texts = code_texts
    lower = np.flatnonzero(bare[first] & (parent >= 0))
    if "key" in coded:
        keys_texts = _texts(coded["key"], begins[first])
    elif len(lower):
        keys_texts = code_texts.copy()
        keys_texts[lower] = pd.array(names.take(pa.array(lower)), dtype="str")
    frame = pd.DataFrame(
        {
            "document": _taken(documents, document[first]),
            "table": _taken(tables, table[first]),
            "code": code_texts,
            "name": pd.array(names, dtype="str"),
            "key": keys_texts,
            "parent": parent,
        },
        copy=False,
    )
    return frame, element


def _texts(coded: Coded, rows: NDArray[Any]) -> Any:
    import pandas as pd
    import pyarrow as pa

    return pd.array(coded.names.take(pa.array(coded.codes[rows])), dtype="str")


def _taken(coded: Coded, codes: NDArray[np.int64]) -> Any:
    import pandas as pd

    kind = pd.CategoricalDtype(pd.Index(coded.names.to_pylist(), dtype=object))
    return pd.Categorical.from_codes(codes.astype(coded.codes.dtype), dtype=kind, validate=False)


def _runs(columns: list[NDArray[Any]], none: int) -> NDArray[np.int64]:
    """Where a run of rows of one element begins."""
    document, table, code, name = columns
    begins = np.empty(len(code), np.bool_)
    begins[0] = True
    fresh = begins[1:]
    np.not_equal(code[1:], code[:-1], out=fresh)
    for column in (document, table):
        if int(column.max()) > 0:
            fresh |= column[1:] != column[:-1]
    if none >= 0:
        fresh |= (code[1:] == none) & (name[1:] != name[:-1])
    return np.flatnonzero(begins)


def _codes(names: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each printed code the number of the code without a dot at its end, and that of the nearest code above it
    that is printed anywhere (-1: none)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    plain = pc.utf8_rtrim(pc.utf8_trim_whitespace(names), ".")
    code = pc.index_in(plain, value_set=plain).to_numpy(zero_copy_only=False).astype(np.int64)
    above = np.full(len(code), -1, np.int64)
    waiting, texts = np.arange(len(code)), plain
    while len(waiting):
        texts = pc.replace_substring_regex(texts, _LAST_SEGMENT, "")
        left = np.flatnonzero(pc.not_equal(texts, "").to_numpy(zero_copy_only=False))
        waiting, texts = waiting[left], texts.take(pa.array(left))
        found = pc.index_in(texts, value_set=plain).fill_null(-1).to_numpy(zero_copy_only=False)
        above[waiting] = found
        open_ = np.flatnonzero(found < 0)
        waiting, texts = waiting[open_], texts.take(pa.array(open_))
    return code, above


class _Known:
    """Elements by the number of their place (document and table) and code or name."""

    def __init__(
        self,
        keys: NDArray[np.int64],
        width: int,
        codes: int,
        bare: NDArray[np.bool_],
        place: NDArray[np.int64],
    ) -> None:
        self.keys, self.width, self.codes, self.bare, self.place = keys, width, codes, bare, place
        self.order = np.argsort(keys, kind="stable")
        self.sorted = keys[self.order]

    def find(self, keys: NDArray[np.int64]) -> NDArray[np.int32]:
        at = np.minimum(np.searchsorted(self.sorted, keys), len(self.sorted) - 1)
        return np.where(self.sorted[at] == keys, self.order[at], -1).astype(np.int32)

    def programme(self) -> NDArray[np.int32]:
        """For each element the one element without a code of its table, -1 where there is none or more than one."""
        bare = np.flatnonzero(self.bare)
        places, count = np.unique(self.place[bare], return_counts=True)
        if not len(places):
            return np.full(len(self.keys), -1, np.int32)
        row = np.full(len(places), -1, np.int32)
        row[np.searchsorted(places, self.place[bare])] = bare
        row[count > 1] = -1
        at = np.minimum(np.searchsorted(places, self.place), len(places) - 1)
        return np.where(places[at] == self.place, row[at], -1).astype(np.int32)


def _parents_by_code(known: _Known, above: NDArray[np.int64]) -> NDArray[np.int32]:
    """The nearest code above that the table has, else its programme row."""
    parent = np.full(len(known.keys), -1, np.int32)
    waiting = np.flatnonzero(~known.bare)
    upper = above.take(known.keys[waiting] % known.width) if len(waiting) else np.empty(0, np.int64)
    while True:
        left = upper >= 0
        waiting, upper = waiting[left], upper[left]
        if not len(waiting):
            break
        found = known.find(known.place[waiting] * known.width + upper)
        parent[waiting] = found
        waiting, upper = waiting[found < 0], above[upper[found < 0]]
    top = np.flatnonzero((parent < 0) & ~known.bare)
    parent[top] = known.programme()[top]
    return parent


def _stated_parents(
    known: _Known,
    coded: Mapping[str, Coded],
    code: NDArray[np.int64],
    stated: NDArray[Any],
    path: str,
    lines: NDArray[np.int32],
) -> NDArray[np.int32]:
    """Parents as the file names them: by code, or by name where the parent has none."""
    import pyarrow.compute as pc

    texts = coded["parent"].names
    plain = pc.utf8_rtrim(pc.utf8_trim_whitespace(coded["code"].names), ".")
    by_code = pc.index_in(pc.utf8_rtrim(pc.utf8_trim_whitespace(texts), "."), value_set=plain).fill_null(-1)
    by_name = pc.index_in(texts, value_set=coded["element"].names).fill_null(-1)
    codes = by_code.to_numpy(zero_copy_only=False).astype(np.int64)[stated]
    names = by_name.to_numpy(zero_copy_only=False).astype(np.int64)[stated]
    blank = pc.equal(pc.utf8_trim_whitespace(texts), "").to_numpy(zero_copy_only=False)[stated]
    start = known.place * known.width
    parent = np.where(codes >= 0, known.find(start + codes), -1)
    parent = np.where((parent < 0) & (names >= 0), known.find(start + known.codes + names), parent)
    parent[blank] = -1
    lost = np.flatnonzero((parent < 0) & ~blank)
    if len(lost):
        e = int(lost[0])
        raise UnreadableDocument(
            "error.unknown-parent", path=path, line=int(lines[e]), parent=texts[int(stated[e])].as_py()
        )
    _refuse_rings(parent, path, lines)
    return parent.astype(np.int32)


def _refuse_rings(parent: NDArray[Any], path: str, lines: NDArray[np.int32]) -> None:
    """After twice as many steps each time every element has run out of parents, unless some stand in a ring."""
    jump = parent.copy()
    for _ in range(len(parent).bit_length() + 1):
        jump = np.where(jump >= 0, jump[jump], -1)
    ring = np.flatnonzero(jump >= 0)
    if len(ring):
        raise UnreadableDocument("error.parents-in-a-ring", path=path, line=int(lines[ring[0]]))

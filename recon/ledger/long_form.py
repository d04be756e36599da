"""Columns of the long form to a ledger: amounts to whole minor units, texts to codes, rows to elements in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from recon.ledger import amounts as reading
from recon.ledger.ledger import UNKNOWN_UNIT, Ledger
from recon.model.errors import InexactAmount, UnreadableDocument

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from recon.model.rule import Vocabulary

REQUIRED = ("code", "element", "source", "period", "amount")
OPTIONAL = ("document", "parent", "table", "table_role", "role", "unit", "decimals", "key", "taken")
_DEFAULTS = {"table": "", "table_role": "financing", "role": "amount", "unit": ""}
_THREADS = 4
_TOO_MUCH_REST = 10_000


class Coded:
    """A column of texts as whole numbers: names[codes[i]] is the text of row i."""

    __slots__ = ("codes", "names")

    def __init__(self, codes: NDArray[Any], names: Any) -> None:
        self.codes, self.names = codes, names

    def category(self) -> Any:
        import pandas as pd

        kind = pd.CategoricalDtype(pd.Index(self.names.to_pylist(), dtype=object))
        return pd.Categorical.from_codes(self.codes, dtype=kind, validate=False)


def ledger_of(
    columns: dict[str, Any], path: str, vocabulary: Vocabulary, lines: NDArray[np.int32] | None, first_line: int = 0
) -> Ledger:
    """columns: Arrow arrays by name, let go of one by one. lines: of the rows, None where they follow one another."""
    import pandas as pd

    from recon.ledger.schema import FIGURES
    from recon.ledger.tree import elements_of

    rows = len(columns["amount"])
    if lines is None:
        first = first_line or (1 if path.lower().endswith(".parquet") else 2)
        lines = np.arange(first, first + rows, dtype=np.int32)
    if "taken" in columns:
        columns, lines = _only_taken(columns, lines)
        rows = len(lines)
        if not rows:
            raise UnreadableDocument("error.ledger-empty", path=path)
    amounts = _amounts(columns, path, lines)
    coded = {name: coded_column(columns.pop(name)) for name in list(columns) if name != "decimals"}
    printed = amounts.decimals
    if "decimals" in columns:
        printed = _decimals(columns.pop("decimals"), amounts.decimals, path, lines)
    for name, default in {"document": path, **_DEFAULTS}.items():
        if name not in coded:
            coded[name] = constant(default, rows)
    _let_go()
    exponent = _scale(amounts, printed, coded["unit"], path, lines, vocabulary)
    elements, element = elements_of(coded, path, lines)
    figures = {name: coded.pop(name).category() for name in ("document", "table")}
    figures["element"] = element
    figures |= {name: coded.pop(name).category() for name in ("source", "period", "role", "unit", "table_role")}
    coded.clear()
    figures |= {"amount": amounts.mantissa, "decimals": printed, "state": amounts.state, "line": lines}
    frame = FIGURES.validate(pd.DataFrame(figures, copy=False), lazy=True, inplace=True)
    _let_go()
    return Ledger(frame, elements, exponent, dict(vocabulary.unit_table))


def _only_taken(columns: dict[str, Any], lines: NDArray[np.int32]) -> tuple[dict[str, Any], NDArray[np.int32]]:
    """Without what a listing of figures holds beside the money: numbers not taken, indicators and statistics."""
    import pyarrow as pa
    import pyarrow.compute as pc

    taken = pc.fill_null(columns.pop("taken").cast(pa.string()), "")
    kept = pc.invert(pc.is_in(taken, pa.array(["no", "indicators", "statistics"])))
    if pc.all(kept).as_py():
        return columns, lines
    filtered = {name: column.filter(kept) for name, column in columns.items()}
    for name, column in filtered.items():
        if pa.types.is_dictionary(column.type):  # it still names what only the rows left out had, such as «единиц»
            filtered[name] = column.cast(pa.string())
    return filtered, lines[kept.to_numpy()]


def constant(text: str, rows: int) -> Coded:
    import pyarrow as pa

    return Coded(np.zeros(rows, np.int8), pa.array([text], pa.string()))


def coded_column(column: Any) -> Coded:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(column.type):
        if not pa.types.is_string(column.type):
            column = column.cast(pa.string())
        column = column.dictionary_encode()
    column = column.unify_dictionaries()
    names = column.chunk(0).dictionary.cast(pa.string()) if column.num_chunks else pa.array([], pa.string())
    blank = -1
    if column.null_count:
        found = pc.index(names, "").as_py()
        if found < 0:
            found, names = len(names), pa.concat_arrays([names, pa.array([""], pa.string())])
        blank = found
    kind = np.int8 if len(names) < 2**7 else np.int16 if len(names) < 2**15 else np.int32
    codes = np.empty(len(column), kind)
    start = 0
    for chunk in column.chunks:
        indices = chunk.indices if blank < 0 else chunk.indices.fill_null(blank)
        codes[start : start + len(chunk)] = indices.to_numpy(zero_copy_only=False)
        start += len(chunk)
    return Coded(codes, names)


def _amounts(columns: dict[str, Any], path: str, lines: NDArray[np.int32]) -> reading.Amounts:
    """Read in several threads: numpy works on whole columns without holding the interpreter."""
    from concurrent.futures import ThreadPoolExecutor

    import pyarrow as pa
    import pyarrow.compute as pc

    column = columns.pop("amount")
    if not pa.types.is_string(column.type):
        column = column.cast(pa.string())
    if column.null_count:
        column = pc.fill_null(column, "")
    rows = len(column)
    whole = reading.Amounts(np.empty(rows, np.int64), np.empty(rows, np.int8), np.empty(rows, np.int8), [])
    starts = np.cumsum([0, *(len(chunk) for chunk in column.chunks)]).tolist()

    def work(number: int) -> None:
        chunk = column.chunk(number)
        part = parsed(chunk)
        if len(part.rest) > _TOO_MUCH_REST:
            part = parsed(pc.utf8_trim_whitespace(chunk))
        here = slice(starts[number], starts[number + 1])
        whole.mantissa[here], whole.decimals[here], whole.state[here] = part.mantissa, part.decimals, part.state
        if part.rest:
            whole.rest.extend((starts[number] + place, text) for place, text in part.rest)

    with ThreadPoolExecutor(_THREADS) as threads:
        list(threads.map(work, range(column.num_chunks)))
    try:
        reading.settle(whole, sorted(whole.rest))
    except ValueError as error:
        place, text = error.args
        raise UnreadableDocument("error.not-an-amount", path=path, line=int(lines[place]), amount=text) from None
    except OverflowError as error:
        place, text = error.args
        raise InexactAmount("error.amount-too-long", path=path, line=int(lines[place]), amount=text) from None
    return whole


def parsed(chunk: Any) -> reading.Amounts:
    """An Arrow array of texts as amounts, straight from its buffers."""
    _, offsets, data = chunk.buffers()
    ends = np.frombuffer(offsets, np.int32)[chunk.offset : chunk.offset + len(chunk) + 1]
    characters = np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8)
    return reading.parse(ends, characters)


def _decimals(column: Any, held: NDArray[np.int8], path: str, lines: NDArray[np.int32]) -> NDArray[np.int8]:
    """Printed digits where the file says how many; those of the written amount where it does not."""
    coded = coded_column(column)
    values = []
    for number, name in enumerate(coded.names.to_pylist()):
        if name and not (name.isascii() and name.isdigit() and int(name) <= 38):
            place = int(np.argmax(coded.codes == number))
            raise UnreadableDocument("error.wrong-decimals", path=path, line=int(lines[place]), text=name)
        values.append(int(name) if name else -1)
    stated = np.array(values, np.int8).take(coded.codes)
    return np.where(stated < 0, held, stated)


def _scale(
    amounts: reading.Amounts,
    printed: NDArray[np.int8],
    unit: Coded,
    path: str,
    lines: NDArray[np.int32],
    vocabulary: Vocabulary,
) -> int:
    """Bring all amounts to one minor unit, that of the finest digit. The exponent of the minor unit."""
    names = unit.names.to_pylist()
    for number, name in enumerate(names):
        if name and name not in vocabulary.unit_table:
            place = int(np.argmax(unit.codes == number))
            known = ", ".join(sorted(vocabulary.unit_table))
            raise UnreadableDocument("error.unknown-unit", path=path, line=int(lines[place]), unit=name, known=known)
    powers = [vocabulary.unit_table.get(name, UNKNOWN_UNIT).power for name in names]
    shifts: dict[tuple[int, int], int] = {}
    finest: list[int] = []
    for number, power in enumerate(powers):
        own = slice(None) if len(powers) == 1 else unit.codes == number
        for held in _occurring(amounts.decimals[own]):
            shifts[number, held] = power - held
        finest += [power - digits for digits in _occurring(printed[own])]
    exponent = min([*shifts.values(), *finest], default=0)
    for (number, held), shift in shifts.items():
        factor = 10 ** (shift - exponent)
        if factor > 1:
            chosen = np.flatnonzero((amounts.decimals == held) & (unit.codes == number))
            values = amounts.mantissa[chosen]
            wide = np.flatnonzero(np.abs(values) > (2**63 - 1) // factor)
            if len(wide):
                place = int(chosen[wide[0]])
                text = f"{int(amounts.mantissa[place])}e-{held}" if held else str(int(amounts.mantissa[place]))
                raise InexactAmount("error.amount-too-long", path=path, line=int(lines[place]), amount=text)
            amounts.mantissa[chosen] = values * factor
    return exponent


def _occurring(decimals: NDArray[np.int8]) -> list[int]:
    if not len(decimals):
        return []
    low, high = int(decimals.min()), int(decimals.max())
    return [low] if low == high else [d for d in range(low, high + 1) if (decimals == d).any()]


def _let_go() -> None:
    import pyarrow as pa

    pa.default_memory_pool().release_unused()

"""Ledger files, CSV and Parquet in the long form, and frames of a notebook: read in whole columns.

`recon.ledger.schema.LONG_FORM` says what the columns hold.
"""

from __future__ import annotations

import csv
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from recon.ledger.long_form import OPTIONAL, REQUIRED, ledger_of
from recon.model.errors import InexactAmount, UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from recon.ledger.ledger import Ledger
    from recon.model.rule import Vocabulary

_KNOWN = (*REQUIRED, *OPTIONAL)
_BLOCK = 8 << 20
#: What a frame is called where a document has to be named.
FRAME = "<frame>"


def read(path: str, vocabulary: Vocabulary) -> Ledger:
    """The ledger that this CSV or Parquet file holds. UnreadableDocument says what is wrong with it, and where."""
    try:
        if path.lower().endswith(".parquet"):
            columns, lines = _read_parquet(path), None
        else:
            columns, lines = _read_csv(path)
    except FileNotFoundError:
        raise UnreadableDocument("error.ledger-not-found", path=path) from None
    except OSError as error:
        raise UnreadableDocument("error.ledger-not-opened", path=path, reason=error.strerror or str(error)) from None
    return ledger_of(columns, path, vocabulary, lines)


def from_frame(frame: pd.DataFrame, vocabulary: Vocabulary, name: str = FRAME) -> Ledger:
    """The ledger that this frame holds. Amounts are Decimal, whole numbers or text; floats are refused."""
    import pyarrow as pa

    names = [str(column) for column in frame.columns]
    _require(name, names)
    twice = next((column for column in _KNOWN if names.count(column) > 1), None)
    if twice is not None:
        raise UnreadableDocument("error.column-twice", path=name, column=twice)
    if not len(frame):
        raise UnreadableDocument("error.ledger-empty", path=name)
    columns: dict[str, Any] = {}
    for column in (c for c in _KNOWN if c in frame.columns):
        values = frame[column]
        if column == "amount":
            columns[column] = pa.chunked_array([_amounts_of_frame(values, name)])
        elif isinstance(values.dtype.type, type) and values.dtype.kind in "iu":
            columns[column] = pa.chunked_array([pa.array(values.to_numpy()).cast(pa.string())])
        else:
            if column in ("code", "parent") and values.dtype.kind == "f" and values.notna().any():
                raise UnreadableDocument("error.float-code", path=name, column=column)
            columns[column] = pa.chunked_array([pa.array(_texts(values), pa.string())])
    return ledger_of(columns, name, vocabulary, None, first_line=1)


def _texts(values: pd.Series[Any]) -> list[str]:
    gone = values.isna().to_numpy()
    return ["" if missing else str(value) for value, missing in zip(values.tolist(), gone, strict=True)]


def _amounts_of_frame(values: pd.Series[Any], name: str) -> Any:
    """As text, so that the digits of each amount are known."""
    from decimal import Decimal

    import pyarrow as pa

    kind = values.dtype.kind
    if kind == "f":
        raise InexactAmount("error.float-amount", path=name, line=1, amount=str(values.iloc[0]) if len(values) else "")
    if kind in "iu" and not hasattr(values.dtype, "na_value"):
        return pa.array(values.to_numpy()).cast(pa.string())
    texts: list[str] = []
    for line, value in enumerate(values.tolist(), start=1):
        if isinstance(value, Decimal):
            texts.append(format(value, "f") if value.is_finite() else "" if value.is_nan() else str(value))
        elif isinstance(value, str):
            texts.append(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            texts.append(str(value))
        elif value is None or value != value:
            texts.append("")
        elif isinstance(value, float):
            raise InexactAmount("error.float-amount", path=name, line=line, amount=repr(value))
        elif type(value).__name__ == "NAType":
            texts.append("")
        else:
            raise UnreadableDocument("error.not-an-amount", path=name, line=line, amount=repr(value))
    return pa.array(texts, pa.string())


def _require(path: str, names: list[str]) -> None:
    missing = [column for column in REQUIRED if column not in names]
    if missing:
        listed = ", ".join(f"`{column}`" for column in missing)
        raise UnreadableDocument("error.missing-columns", path=path, missing=listed, found=", ".join(names))


def _head(path: str) -> tuple[str, list[str], str]:
    """Delimiter, column names and encoding, by the first line."""
    with open(path, "rb") as file:
        first = file.readline(1 << 16)
    if not first.strip():
        raise UnreadableDocument("error.ledger-empty", path=path)
    try:
        text = first.decode("utf-8-sig")
        encoding = "utf8"
    except UnicodeDecodeError:
        text = first.decode("cp1251", "replace")
        encoding = "cp1251"
    delimiter = max(",;\t", key=text.count)
    names = next(csv.reader([text], delimiter=delimiter), [])
    return delimiter, names, encoding


def _read_csv(path: str) -> tuple[dict[str, Any], Any]:
    """Columns, and the line of each row where it is not simply the next."""
    import pyarrow as pa
    from pyarrow import csv as arrow

    delimiter, names, encoding = _head(path)
    _require(path, names)
    wanted = [name for name in dict.fromkeys(names) if name in _KNOWN]
    coded = pa.dictionary(pa.int32(), pa.string())
    faults: list[Any] = []

    def at_fault(row: Any) -> str:
        if row.text.strip():
            faults.append(row)
        return "skip"

    def attempt(encoding: str) -> Any:
        with _undecodable_rows() as undecodable:
            try:
                return arrow.read_csv(
                    path,
                    read_options=arrow.ReadOptions(
                        block_size=_BLOCK, column_names=names, skip_rows=1, encoding=encoding, use_threads=True
                    ),
                    parse_options=arrow.ParseOptions(
                        delimiter=delimiter, invalid_row_handler=at_fault, ignore_empty_lines=False
                    ),
                    convert_options=arrow.ConvertOptions(
                        column_types={name: pa.string() if name == "amount" else coded for name in wanted},
                        include_columns=wanted,
                        strings_can_be_null=False,
                        null_values=[],
                    ),
                )
            except pa.ArrowInvalid as error:
                if encoding == "utf8" and (undecodable or "UTF8" in str(error)):
                    raise UnicodeError(encoding) from error
                raise _not_opened(path, error) from None

    try:
        table = _meanwhile_importing(lambda: attempt(encoding))
    except UnicodeError:
        encoding = "cp1251"
        faults.clear()
        try:
            table = attempt(encoding)
        except UnicodeError as error:
            raise UnreadableDocument("error.undecodable-text", path=path) from error
    if faults:
        raise _wrong_row(path, faults[0], encoding)
    columns = {name: table.column(name) for name in wanted}
    columns, lines = _without_blank_lines(columns, _lines(path, delimiter, encoding, columns))
    if not len(columns["amount"]):
        raise UnreadableDocument("error.ledger-empty", path=path)
    return columns, lines


@contextmanager
def _undecodable_rows() -> Iterator[list[object]]:
    """Arrow tells of a row at fault in a thread of its own, where nobody hears that it could not be decoded."""
    heard: list[object] = []
    before = sys.unraisablehook

    def hear(unraisable: sys.UnraisableHookArgs) -> None:
        if isinstance(unraisable.exc_value, UnicodeDecodeError):
            heard.append(unraisable.exc_value)
        else:
            before(unraisable)

    sys.unraisablehook = hear
    try:
        yield heard
    finally:
        sys.unraisablehook = before


def _not_opened(path: str, error: Exception) -> UnreadableDocument:
    reason = next(iter(str(error).splitlines()), type(error).__name__)
    return UnreadableDocument("error.ledger-not-opened", path=path, reason=reason)


def _meanwhile_importing(read: Callable[[], Any]) -> Any:
    """Read in a thread; Arrow does not hold the interpreter, which imports pandas and pandera in that time."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        table = thread.submit(read)
        import_module("recon.ledger.schema")
        return table.result()


def _wrong_row(path: str, row: Any, encoding: str) -> UnreadableDocument:
    line = 0
    with open(path, encoding="utf-8-sig" if encoding == "utf8" else encoding, errors="replace") as file:
        for line, text in enumerate(file, start=1):  # noqa: B007 - the line is wanted
            if text.rstrip("\r\n") == row.text.rstrip("\r\n"):
                break
    return UnreadableDocument(
        "error.wrong-row", path=path, line=line, expected=row.expected_columns, found=row.actual_columns
    )


def _lines(path: str, delimiter: str, encoding: str, columns: dict[str, Any]) -> Any:
    """Lines of the rows; None where they simply follow the head, as they do unless a text runs over lines."""
    import numpy as np
    import pyarrow.compute as pc

    dictionaries = [chunk.dictionary for name in columns if name != "amount" for chunk in columns[name].chunks]
    if not any(pc.any(pc.match_substring(names, "\n")).as_py() for names in dictionaries):
        return None
    with open(path, encoding="utf-8-sig" if encoding == "utf8" else encoding, newline="") as file:
        rows = csv.reader(file, delimiter=delimiter)
        ends = [rows.line_num for _ in rows]
    return np.array(ends[:-1], np.int32) + 1


def _without_blank_lines(columns: dict[str, Any], lines: Any) -> tuple[dict[str, Any], Any]:
    """An empty line was read as a row of blanks: it goes, and the other rows keep their lines."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if not any(pc.index(chunk.dictionary, "").as_py() >= 0 for chunk in columns["source"].chunks):
        return columns, lines
    blank: Any = None
    for column in columns.values():
        texts = column.cast(pa.string())
        empty = pc.equal(pc.fill_null(texts, ""), "")
        blank = empty if blank is None else pc.and_(blank, empty)
    kept = pc.invert(blank)
    if pc.all(kept).as_py():
        return columns, lines
    if lines is None:
        lines = np.arange(2, 2 + len(blank), dtype=np.int32)
    return {name: column.filter(kept) for name, column in columns.items()}, lines[kept.to_numpy()]


def _read_parquet(path: str) -> dict[str, Any]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(path)
        _require(path, file.schema_arrow.names)
        wanted = [name for name in file.schema_arrow.names if name in _KNOWN]
        kind = file.schema_arrow.field("amount").type
        if pa.types.is_floating(kind):
            raise InexactAmount("error.float-amount", path=path, line=1, amount=str(kind))
        texts = [name for name in wanted if name != "amount" and pa.types.is_string(file.schema_arrow.field(name).type)]
        table = parquet.read_table(path, columns=wanted, read_dictionary=texts)
        table.validate(full=True)  # the reader takes it on trust that texts are UTF-8
    except pa.ArrowException as error:
        raise _not_opened(path, error) from None
    if table.num_rows == 0:
        raise UnreadableDocument("error.ledger-empty", path=path)
    return {name: table.column(name) for name in wanted}

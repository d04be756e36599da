"""Figures as JSON: a list with one object a figure; amounts are texts, what is not there is null."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import BinaryIO

BINARY = False
_WHOLE = frozenset({"line", "row", "column", "decimals"})
_NULL = frozenset({"amount", "sheet", "cell", "reason", "explanation"}) | _WHOLE


def write(columns: Mapping[str, Sequence[str]], stream: BinaryIO) -> None:
    """One figure a line; amounts are texts, so that no reader makes binary floats of them."""
    between = "[\n"
    for values in zip(*columns.values(), strict=True):
        entry = {name: _value(name, value) for name, value in zip(columns, values, strict=True)}
        stream.write((between + json.dumps(entry, ensure_ascii=False)).encode())
        between = ",\n"
    stream.write(b"[]\n" if between == "[\n" else b"\n]\n")


def _value(name: str, value: str) -> str | int | bool | None:
    if name in ("covered", "taken"):  # indicators and statistics are taken as what they are
        return value in ("yes", "indicators", "statistics")
    if not value and name in _NULL:
        return None
    return int(value) if name in _WHOLE else value

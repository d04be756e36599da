"""Figures as CSV, UTF-8 with a mark that spreadsheets know it by; `recon check` reads it again as a ledger file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

BINARY = False
#: A spreadsheet takes a text that begins so for a formula; a number with its sign is none.
_FORMULA = re.compile(r"[=+@\t\r-]")
_SPELLED = {"not-applicable": "x", "left-out": "…"}
_NUMBER = re.compile(r"[+-]?[\d\s.,]*")


def write(columns: Mapping[str, Sequence[str]], stream: BinaryIO) -> None:
    """One line a figure, under a head. A text that a spreadsheet would run as a formula gets an apostrophe."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    columns = {**columns, "amount": [_SPELLED.get(state, amount) for state, amount in _spelling(columns)]}
    harmless = [_harmless(values) for values in columns.values()]
    writer.writerows(zip(*harmless, strict=True))
    text.flush()
    text.detach()


def _spelling(columns: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """State and amount of each figure: «x» is no blank, and is not read again as one."""
    return zip(columns.get("state", columns["amount"]), columns["amount"], strict=True)


def _harmless(values: Sequence[str]) -> Sequence[str]:
    return [f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value for value in values]

"""Columns of one year that stand in several groups of a head: «план», «факт», values of indicators beside money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recon.extract.head_labels import names_money
from recon.extract.layouts import FigureColumn
from recon.extract.wording import Wording, normalise
from recon.model.period import TOTAL


def told_apart(columns: list[FigureColumn], groups: Sequence[str], words: Wording) -> list[FigureColumn]:
    """Two kinds of figures of one year, and no figure twice. groups: what the head says over the year of each column.

    «Объём средств, тыс. рублей: всего, 2031, 2032» beside «Значение показателя: 2031, 2032»: the only group of money
    keeps the amounts. “2031–32 Main Estimates”, “2031–32 Estimates to Date”: no group, each label is a kind.
    """
    kinds = Counter((column.period, column.role) for column in columns if column.period != TOTAL)
    if not kinds or max(kinds.values()) < 2:
        return columns
    told = Counter((column.period, column.role, group) for column, group in zip(columns, groups, strict=True))
    if max(told.values()) > 1:
        labels = Counter((column.period, column.label) for column in columns)
        return [
            replace(column, role=normalise(column.label))
            if kinds[column.period, column.role] > 1 and labels[column.period, column.label] == 1
            else column
            for column in columns
        ]
    money = [group for group in dict.fromkeys(groups) if _is_money(group, words)]
    main = money[0] if len(money) == 1 else ""
    return [_in_group(column, group, main, words) for column, group in zip(columns, groups, strict=True)]


def _in_group(column: FigureColumn, group: str, main: str, words: Wording) -> FigureColumn:
    if not group or group == main:
        return column
    counted = words.has("indicators", group) and not _is_money(group, words)
    role = normalise(group if column.role == "amount" else f"{group} {column.role}")
    return replace(column, role=role, share=column.share or counted, unit="" if counted else column.unit)


def _is_money(group: str, words: Wording) -> bool:
    return bool(words.unit_of(group)) or names_money(group, words)

"""An activity that two budgets pay for together keeps one rate of co-financing over its years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from recon.checks.form import holds, told, undecided
from recon.ledger.columns import columns_of
from recon.ledger.ledger import Ledger
from recon.model.amount import WIDE, State
from recon.model.figure import Extraction, Figure
from recon.model.finding import Comparison
from recon.model.period import is_year
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_OWN, _OTHER = "regional", "federal"
#: years of joint payment below which no rate can be called the usual one
_FEWEST = 3

_Rate = tuple[Figure, Decimal, Decimal]


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Rows without rows of their own: a row above mixes the rates of those below it."""
    for extraction in extractions:
        sources = columns_of(extraction).source
        if not {_OWN, _OTHER}.issubset(sources.names):
            continue
        parents = {element.parent for element in extraction.elements}
        tables = {table.id for table in extraction.tables if table.role == "financing"}
        amounts: dict[int, dict[tuple[str, str], Figure]] = {}
        paid = np.flatnonzero(sources.are((_OWN, _OTHER).__contains__))
        for figure in (extraction.figures[number] for number in paid.tolist()):
            if figure.table in tables and figure.role == "amount" and figure.element not in parents:
                amounts.setdefault(figure.element, {})[figure.source, figure.period] = figure
        for element, found in amounts.items():
            rates = list(_rates(found))
            if rates:
                yield _of_leaf(rates, extraction, element)


def _rates(found: Mapping[tuple[str, str], Figure]) -> Iterator[_Rate]:
    """The regional share of each year that both pay in, and how far rounding may have moved it."""
    for (source, period), own in found.items():
        other = found.get((_OTHER, period))
        if source != _OWN or other is None or not is_year(period):
            continue
        one, two = own.reading.value, other.reading.value
        stated = own.reading.state is State.STATED and other.reading.state is State.STATED
        if stated and one and two and one > 0 and two > 0:
            digit = Decimal(1).scaleb(-min(own.reading.decimals, other.reading.decimals))
            yield own, one / (one + two), digit / (one + two)


def _of_leaf(rates: list[_Rate], extraction: Extraction, element: int) -> Comparison:
    if len(rates) < _FEWEST:
        return undecided()
    usual = max((_alike(rate, rates) for rate in rates), key=len)
    odd = [rate for rate in rates if rate not in usual]
    if not odd:
        return holds()
    if len(usual) <= len(odd):
        return undecided()  # no rate is the usual one: each year may have an agreement of its own
    figure, share, _ = odd[0]
    at, row = figure.at, extraction.elements[element]
    said: dict[str, object] = {"share": _percent(share), "usual": _percent(usual[0][1]), "years": len(usual)}
    return told(
        "finding.other-rate", at, said, code=row.code, element=row.name, source=figure.source, period=figure.period,
        stated=figure.reading.raw, unit=figure.unit,
    )  # fmt: skip


def _alike(one: _Rate, rates: list[_Rate]) -> list[_Rate]:
    return [rate for rate in rates if abs(rate[1] - one[1]) <= rate[2] + one[2]]


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal('0.01'), context=WIDE):f}".replace(".", ",")

"""Ledgers made by hand for tests: one line of text a figure."""

from __future__ import annotations

from decimal import Decimal

from recon.ledger.ledger import Ledger
from recon.ledger.normalise import build
from recon.model.amount import Reading, State, Unit
from recon.model.document import Document
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, TableMeaning
from recon.model.locator import Locator
from recon.model.rule import Origin, Rule, Severity, Vocabulary
from recon.model.source import FundingSource, SourceTree

_SOURCES = [
    FundingSource("total", None),
    FundingSource("budgetary", "total"),
    FundingSource("federal", "budgetary"),
    FundingSource("consolidated", "budgetary"),
    FundingSource("regional", "consolidated"),
    FundingSource("transfers", "regional", "of-which"),
    FundingSource("local", "consolidated"),
    FundingSource("extrabudgetary", "total"),
    FundingSource("aside", "total", "besides"),
]
_UNITS = [
    Unit("rubles", "RUB", 0),
    Unit("thousand-rubles", "RUB", 3),
    Unit("million-rubles", "RUB", 6),
    Unit("kilometres", "M", 3),
]
VOCABULARY = Vocabulary(
    SourceTree({source.code: source for source in _SOURCES}),
    (),
    (),
    {unit.code: unit for unit in _UNITS},
    {},
    {},
    (),
)


def rule(check: str = "parts-add-to-whole", tolerance: str = "exact", **parameters: object) -> Rule:
    return Rule(
        "RUL01", "rule", {"en": "", "ru": ""}, check, Severity.ERROR, {}, Origin("", 1, 1), parameters, tolerance
    )


def reading(text: str) -> Reading:
    states = {"-": State.NIL, "": State.BLANK, "x": State.NOT_APPLICABLE, "…": State.LEFT_OUT, "?": State.UNREADABLE}
    if text in states:
        return Reading(states[text], Decimal(0) if text == "-" else None, 0, text)
    return Reading(State.STATED, Decimal(text), len(text.partition(".")[2]), text)


def ledger(text: str, unit: str = "thousand-rubles", role: str = "financing") -> Ledger:
    """One line a figure: `code|source|period|amount`, then if need be `|table|unit|role`; parents by the codes."""
    extraction = Extraction(Document("made.txt", "", "text"))
    elements: dict[tuple[str, str], int] = {}
    tables: dict[str, str] = {}
    for number, line in enumerate(text.strip().splitlines(), start=1):
        code, source, period, amount, table, own, column = ([*line.strip().split("|"), "", "", "", ""])[:7]
        table = table or "t1"
        tables.setdefault(table, "passport" if table.startswith("p") else role)
        at = Locator("made.txt", line=number, table=table)
        if (table, code) not in elements:
            above = code
            parent = elements.get((table, ""), -1)
            while "." in above:
                above = above.rpartition(".")[0]
                if (table, above) in elements:
                    parent = elements[table, above]
                    break
            elements[table, code] = len(extraction.elements)
            extraction.elements.append(Element(table, code, f"element {code}", code, parent if code else -1, at))
        extraction.figures.append(
            Figure(table, elements[table, code], source, period, reading(amount), own or unit, at, column or "amount")
        )
    extraction.tables = [TableMeaning(id, kind, "", unit, Locator("made.txt")) for id, kind in tables.items()]
    return build([extraction], VOCABULARY)

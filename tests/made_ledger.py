"""Ledgers made by hand for tests: one line of text a figure."""

from __future__ import annotations

from decimal import Decimal

from recon.checks.judge import judge
from recon.ledger.ledger import Ledger
from recon.ledger.normalise import build
from recon.model.amount import Reading, State, Unit
from recon.model.document import Document
from recon.model.element import Element
from recon.model.figure import Extraction, Figure, TableMeaning
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.rule import Origin, Rule, Severity, Vocabulary
from recon.model.source import FundingSource, SourceTree
from recon.registry import module

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


def _parent(code: str, table: str, elements: dict[tuple[str, str], int]) -> int:
    while "." in code:
        code = code.rpartition(".")[0]
        if (table, code) in elements:
            return elements[table, code]
    return elements.get((table, ""), -1)


def ledger(text: str, unit: str = "thousand-rubles", role: str = "financing") -> Ledger:
    """One line a figure: `code|source|period|amount`, then if need be `|table|unit|role`; parents by the codes.

    A table whose name begins with p is a passport.
    """
    extraction = Extraction(Document("made.txt", "", "text"))
    lines = [([*line.strip().split("|"), "", "", ""])[:7] for line in text.strip().splitlines()]
    elements: dict[tuple[str, str], int] = {}
    tables: dict[str, str] = {}
    for number, (code, source, period, amount, table, own, column) in enumerate(lines, start=1):
        table = table or "t1"
        tables.setdefault(table, "passport" if table.startswith("p") else role)
        at = Locator("made.txt", line=number, table=table)
        if (table, code) not in elements:
            elements[table, code] = len(extraction.elements)
            extraction.elements.append(Element(table, code, f"element {code}", code, -1, at))
        extraction.figures.append(
            Figure(table, elements[table, code], source, period, reading(amount), own or unit, at, column or "amount")
        )
    for (table, code), number in elements.items():
        if code:
            extraction.elements[number].parent = _parent(code, table, elements)
    extraction.tables = [TableMeaning(id, kind, "", unit, Locator("made.txt")) for id, kind in tables.items()]
    return build([extraction], VOCABULARY)


def verdicts(made: Ledger, check: str, **parameters: object) -> dict[tuple[str, str, str], str]:
    """The verdict of each identity that the check binds, by code, source and period of its total."""
    bound = module("checks", check).bind(made, VOCABULARY, parameters)
    judged = judge(made, bound, rule(check, **parameters))
    found = {}
    for k in range(len(bound)):
        figure = int(bound.total[k])
        row = made.figures.iloc[figure]
        key = (str(made.elements["code"].iat[row["element"]]), str(row["source"]), str(row["period"]))
        found[key] = Verdict(int(judged.verdict[k])).word
    return found

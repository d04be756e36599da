"""Every figure that was read and every number of a table that was not: what it was taken for, where it stands, why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recon import engine
from recon.messages import say
from recon.model.amount import ADDS, State
from recon.model.figure import Extraction, Untaken
from recon.model.reconciliation import DocumentResult
from recon.model.rule import Rulebook
from recon.telling import narration
from recon.telling.notation import exact

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from recon.ledger.ledger import Ledger

#: The long form of a ledger file first, then what only a document has.
COLUMNS = (
    "document", "code", "element", "source", "period", "amount", "parent", "table", "table_role", "role", "unit",
    "decimals", "state", "raw", "line", "row", "column", "sheet", "cell", "covered", "protection", "key", "taken",
    "reason", "explanation",
)  # fmt: skip

Columns = dict[str, Sequence[str]]
_PROTECTION = ("none", "detectable", "locatable")
_STATES = tuple(state.name.lower().replace("_", "-") for state in State)


@dataclass(frozen=True, slots=True)
class Listed:
    """The figures of a run. covered: whether an identity that could be decided holds the figure.

    protection: how an error in it would show (see `recon.diagnosis.observability`).
    compared: rows of the indicators that a rule held against anything.
    """

    documents: list[DocumentResult]
    extractions: list[Extraction]
    ledger: Ledger
    covered: NDArray[np.bool_]
    protection: NDArray[np.int8]
    compared: frozenset[int] = frozenset()

    @property
    def exit_status(self) -> int:
        """3 where a document could not be read, as for `recon check`."""
        return 3 if any(document.status == "not-read" for document in self.documents) else 0

    def unread(self, lang: str) -> Iterator[str]:
        """What is to be said of documents that gave no figures."""
        for document in self.documents:
            if document.error is not None:
                yield narration.fault(document.error, lang)
            elif document.status == "not-read":
                yield say("report.document.not-read", lang, path=document.path)
                yield from (f"  = {say(key, lang, **parameters)}" for key, parameters in document.notes)

    def columns(self, lang: str = "en") -> Columns:
        """All figures as texts, column by column; behind them what is no money, then numbers that were not taken."""
        listed = columns(self.ledger, self.covered, self.protection)
        no_money = _no_money(self.ledger, self.compared, lang)
        left = [_left(number, lang) for extraction in self.extractions for number in extraction.untaken()]
        return {
            name: [*values, *no_money.get(name, ()), *(row.get(name, "") for row in left)]
            for name, values in listed.items()
        }


def list_figures(
    paths: Sequence[str], rulebook: Rulebook, progress: Callable[[str, int, int], None] | None = None
) -> Listed:
    """Read documents and ledger files, and find out which figures the rules in force cover."""
    from recon.checks.judge import covered
    from recon.diagnosis.observability import observability
    from recon.results import values_compared

    documents, extractions, ledgers = engine.read(paths, rulebook, progress)
    ledger = engine.assemble(extractions, ledgers, rulebook)
    judgements = engine.bind(ledger, rulebook, progress)
    is_covered = covered(ledger, [j.bound for j in judgements], [j.judged for j in judgements])
    held = values_compared(engine.compare(ledger, extractions, rulebook))
    stated = (value for extraction in extractions for value in extraction.stated_values())
    compared = frozenset(row for row, value in enumerate(stated) if id(value) in held)
    return Listed(documents, extractions, ledger, is_covered, observability(ledger, judgements), compared)


def _left(number: Untaken, lang: str) -> dict[str, str]:
    """A number that was not taken: its row's words stand where a figure has its element."""
    at = number.at
    return {
        "document": at.document,
        "element": number.words,
        "table": at.table or "",
        "raw": number.raw,
        "line": str(at.line or ""),
        "row": str(at.row or ""),
        "column": str(at.column or ""),
        "sheet": at.sheet or "",
        "cell": at.cell or "",
        "taken": "no",
        "reason": number.reason.partition(".")[2],
        "explanation": say(number.reason, lang, table=at.table or ""),
    }


def columns(ledger: Ledger, covered: NDArray[np.bool_], protection: NDArray[np.int8]) -> Columns:
    """Figures as texts. An amount keeps its printed digits, and is empty where none is stated; no place is empty."""
    frame, elements = ledger.figures, ledger.elements
    element = frame["element"].to_numpy()
    codes = elements["code"].astype(str).to_numpy()
    names = elements["name"].astype(str).to_numpy()
    parents = elements["parent"].to_numpy()
    above = [(codes[p] or names[p]) if p >= 0 else "" for p in parents.tolist()]
    listed: Columns = {
        "code": codes[element].tolist(),
        "element": names[element].tolist(),
        "parent": [above[k] for k in element.tolist()],
        "amount": _amounts(ledger),
        "state": [_STATES[state] for state in frame["state"].tolist()],
        "decimals": [str(max(digits, 0)) for digits in frame["decimals"].tolist()],
        "covered": ["yes" if inside else "no" for inside in covered.tolist()],
        "protection": [_PROTECTION[shown] for shown in protection.tolist()],
        "key": elements["key"].astype(str).to_numpy()[element].tolist(),
        "taken": ["yes"] * len(frame),
    }
    for name in ("line", "row", "column"):
        listed[name] = [str(number) if number else "" for number in _values(frame, name)]
    for name in COLUMNS:
        if name not in listed:
            listed[name] = [str(text) if text else "" for text in _values(frame, name)]
    return {name: listed[name] for name in COLUMNS}


def _no_money(ledger: Ledger, compared: frozenset[int], lang: str) -> Columns:
    """Values of indicators and statistics in the same columns; one value has no sum that would protect it."""
    frame = ledger.indicators
    if frame is None:
        return {}
    listed: Columns = {name: [str(text) if text else "" for text in _values(frame, name)] for name in COLUMNS}
    return listed | {
        "state": [_STATES[state] for state in frame["state"].tolist()],
        "decimals": [str(max(digits, 0)) for digits in frame["decimals"].tolist()],
        "covered": ["yes" if row in compared else "no" for row in range(len(frame))],
        "protection": [_PROTECTION[0]] * len(frame),
        "key": frame["code"].tolist(),
        "taken": frame["table_role"].tolist(),  # no amounts: a listing that is read again as a ledger leaves them out
        "explanation": [say(f"listed.{role}", lang) for role in frame["table_role"].tolist()],
    }


def _values(frame: Any, name: str) -> list[Any]:
    return frame[name].tolist() if name in frame else [""] * len(frame)


def _amounts(ledger: Ledger) -> list[str]:
    """Amounts in the unit of each figure, with a point."""
    frame = ledger.figures
    units = {name: ledger.units[name].power if name in ledger.units else 0 for name in frame["unit"].unique()}
    powers = [units[name] for name in frame["unit"].tolist()]
    adds = {int(state) for state in ADDS}
    return [
        _amount(minor, power - ledger.exponent, digits) if state in adds else ""
        for minor, power, digits, state in zip(
            frame["amount"].tolist(), powers, frame["decimals"].tolist(), frame["state"].tolist(), strict=True
        )
    ]


def _amount(minor: int, places: int, digits: int) -> str:
    """`minor` with the point `places` digits from its end, cut to `digits` behind the point where they are all."""
    from decimal import Decimal

    digits = max(digits, 0)
    if places < digits or minor % 10 ** (places - digits):
        return exact(Decimal(minor).scaleb(-places), digits)
    whole = str(abs(minor) // 10 ** (places - digits)).rjust(digits + 1, "0")
    sign = "-" if minor < 0 else ""
    return f"{sign}{whole[:-digits]}.{whole[-digits:]}" if digits else sign + whole

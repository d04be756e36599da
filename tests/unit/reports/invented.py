"""A reconciliation made by hand: an invented programme with one figure that breaks three identities."""

from __future__ import annotations

from decimal import Decimal

from recon.model.amount import State, Unit
from recon.model.cause import Cause, Repair
from recon.model.errors import UnreadableDocument
from recon.model.figure import TableMeaning
from recon.model.finding import Finding
from recon.model.identity import Identity, Term, Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Counts, DocumentResult, Reconciliation, TableCount
from recon.model.rule import Origin, Rule, Rulebook, Severity, Vocabulary
from recon.model.source import FundingSource, SourceTree
from recon.rulebook.plausibility import read_plausibility

DOCX = "inputs/parks.docx"
SOURCES = SourceTree(
    {
        "total": FundingSource("total", None, "addend", "total", "всего"),
        "regional": FundingSource("regional", "total", "addend", "regional budget", "региональный бюджет"),
        "federal": FundingSource("federal", "total", "addend", "federal budget", "федеральный бюджет"),
    }
)
UNITS = {"thousand-rubles": {"en": "thousand rubles", "ru": "тыс. рублей"}}
VOCABULARY = Vocabulary(SOURCES, (), (), {"thousand-rubles": Unit("thousand-rubles", "RUB", 3)}, UNITS, {}, ())
GRID = [
    ["№", "Наименование", "Источник", "Всего", "2020"],
    ["1.6", "Парки и скверы", "всего", "61 784,8", "61 784,8"],
    ["", "", "областной бюджет", "55 864,4", "55 864,4"],
    ["1.6.1", "Посадка деревьев", "областной бюджет", "55 650,3", "55 650,3"],
    ["1.6.2", "Скамьи", "областной бюджет", "184,1", "184,1"],
    ["1.6.3", "Фонтаны", "областной бюджет", "0,0", ""],
]


def rule(code: str, name: str, severity: Severity = Severity.ERROR) -> Rule:
    titles = {
        "HIE01": {"en": "children do not add to the parent", "ru": "сумма детей не равна родителю"},
        "FRM01": {"en": "a figure is blank", "ru": "пустая ячейка"},
        "SRC03": {"en": "a part is larger than its whole", "ru": "часть больше целого"},
        "TXT01": {"en": "the text does not agree with the table", "ru": "текст не соответствует таблице"},
    }
    return Rule(code, name, titles[code], "parts-add-to-whole", severity, {}, Origin("base/sums.yaml", 4, 3))


def at(row: int, column: int = 5, **more: object) -> Locator:
    return Locator(DOCX, table="t3", row=row, column=column, **more)  # type: ignore[arg-type]


def term(code: str, raw: str, where: Locator, source: str = "regional", period: str = "2020",
         state: State = State.STATED, weight: int = 1, element: str = "") -> Term:  # fmt: skip
    number = raw.replace("\u00a0", "").replace(" ", "").replace(",", ".")
    amount = Decimal(number) if state is State.STATED else None
    return Term(0, where.table or "", code, element, source, period, amount, raw, 1, state, weight, where)


def broken(stated: Term, *parts: Term, rule: str = "HIE01", relation: str = "equal",
           verdict: Verdict = Verdict.BROKEN, needed: Decimal | None = None) -> Identity:  # fmt: skip
    decided = all(one.amount is not None for one in (stated, *parts))
    computed = sum((p.amount * p.weight for p in parts if p.amount is not None), Decimal()) if decided else None
    difference = stated.amount - computed if stated.amount is not None and computed is not None else None
    return Identity(rule, relation, verdict, stated, parts, computed, difference, Decimal(0), "thousand-rubles", needed)


def children() -> Identity:
    return broken(
        term("1.6", "55 864,4", at(3)),
        term("1.6.1", "55 650,3", at(4), element="Посадка деревьев"),
        term("1.6.2", "184,1", at(5), element="Скамьи"),
    )


def finding(identity: Identity | None, about: Rule, number: int = 1, **more: object) -> Finding:
    values: dict[str, object] = {
        "id": f"F{number}", "rule": about, "severity": about.severity, "verdict": "form", "message": "",
        "parameters": {}, "code": "", "element": "", "source": "", "period": "", "stated": "",
        "unit": "thousand-rubles", "fingerprint": f"{number:016x}", "identity": identity, "at": at(1),
    }  # fmt: skip
    if identity is not None:
        stated = identity.stated
        values |= {
            "at": stated.at, "verdict": identity.verdict.word, "code": stated.code, "element": stated.element,
            "source": stated.source, "period": stated.period, "stated": stated.raw,
        }  # fmt: skip
    return Finding(**(values | more))  # type: ignore[arg-type]


def blank() -> Finding:
    return finding(
        None, rule("FRM01", "no-blank-figure", Severity.WARNING), 2, at=at(6), message="finding.blank-figure",
        code="1.6.3", source="regional", period="2020",
    )  # fmt: skip


def document(**more: object) -> DocumentResult:
    meaning = TableMeaning("t3", "financing", "Ресурсное обеспечение", "тыс. рублей", at(1, 1))
    values: dict[str, object] = {
        "path": DOCX, "sha256": "0" * 64, "status": "read", "tables": [TableCount(meaning, 4, 10)], "figures": 10,
        "covered": 9, "grids": {"t3": GRID},
    }  # fmt: skip
    return DocumentResult(**(values | more))  # type: ignore[arg-type]


def unreadable() -> DocumentResult:
    error = UnreadableDocument("error.missing-file", path="inputs/lost.docx")
    return DocumentResult("inputs/lost.docx", "", "not-read", error=error)


def reconciliation(
    *findings: Finding, counts: Counts | None = None, documents: list[DocumentResult] | None = None,
    causes: list[Cause] | None = None, proofs: list[Identity] | None = None,
) -> Reconciliation:  # fmt: skip
    bound = counts or Counts(bound=4, holds=2, vacuous=1, broken=1)
    book = Rulebook(
        "state-programme",
        (rule("HIE01", "children-add-to-parent"),),
        VOCABULARY,
        "sha256:" + "1" * 64,
        read_plausibility(),
    )
    listed = documents if documents is not None else [document()]
    return Reconciliation(
        book, listed, bound, list(findings), causes or [],
        lambda *verdicts: (proof for proof in proofs or [] if not verdicts or proof.verdict in verdicts),
    )  # fmt: skip


def parks() -> Reconciliation:
    """One broken sum with its cause, and one blank cell."""
    first = finding(children(), rule("HIE01", "children-add-to-parent"), cause="C1")
    repair = Repair("1.6", "Парки и скверы", "regional", "2020", Decimal("55864.4"), Decimal("55834.4"), 1,
                    "thousand-rubles", "digit", at(3))  # fmt: skip
    cause = Cause("C1", (repair,), ("F1",), True)
    return reconciliation(first, blank(), causes=[cause], proofs=[children()])

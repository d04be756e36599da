"""Every shipped rule against its fixture: what holds, what breaks, what cannot be decided."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recon import engine
from recon.rulebook.load import load
from recon.rulebook.parse import Mapping, Node, Scalar, parse

if TYPE_CHECKING:
    import pandas as pd

    from recon.model.reconciliation import Reconciliation

FOLDER = Path(__file__).parent
RULES = {rule.code: rule for rule in load().rules}
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The value without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: plain(value) for name, (_, value) in node.entries.items()}
    return [plain(item) for item in node.items]


def fixture(code: str) -> dict[str, dict[str, Plain]]:
    """The cases of one rule by name."""
    path = FOLDER / f"{code}.yaml"
    root, faults = parse(path.read_bytes(), path.name)
    assert root is not None, faults
    assert not faults
    read = plain(root)
    assert isinstance(read, dict)
    assert read["rule"] == code
    return read["cases"]  # type: ignore[return-value]


CASES = [
    pytest.param(code, case, id=f"{code}: {name}")
    for code in sorted(path.stem for path in FOLDER.glob("*.yaml"))
    for name, case in fixture(code).items()
]


def frame(text: str) -> pd.DataFrame:
    """A ledger written with bars, as text columns."""
    import pandas as pd

    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    return pd.DataFrame(rows, columns=head, dtype=object)


def reconciled(case: dict[str, Plain], folder: Path) -> Reconciliation:
    if "figures" in case:
        from recon.ledger.files import from_frame

        rulebook = load()
        return engine.check_ledger(from_frame(frame(str(case["figures"])), rulebook.vocabulary), [], [], rulebook)
    path = folder / "document.txt"
    path.write_text(str(case["document"]).replace("|", "\t"), encoding="utf-8")
    return engine.reconcile([str(path)], load())


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_rule_gives_the_verdicts_of_its_fixture(code: str, case: dict[str, Plain], tmp_path: Path) -> None:
    result = reconciled(case, tmp_path)
    identities = [proof for proof in result.proofs() if proof.rule == code]
    if "verdicts" in case:
        counted = Counter(proof.verdict.word for proof in identities)
        assert counted == {verdict: int(number) for verdict, number in case["verdicts"].items()}  # type: ignore[union-attr,arg-type]
        broken = [proof for proof in identities if proof.verdict.word == "broken"]
        found = [
            {
                "code": proof.stated.code,
                "source": proof.stated.source,
                "period": proof.stated.period,
                "stated": str(proof.stated.amount),
                "computed": str(proof.computed),
                "difference": str(proof.difference),
            }
            for proof in broken
        ]
        assert found == case.get("broken", [])
        assert [f.severity.value for f in result.findings if f.rule.code == code and f.verdict == "broken"] == [
            RULES[code].severity.value
        ] * len(broken)
    if "needed" in case:
        assert [str(proof.needed) for proof in identities if proof.needed is not None] == case["needed"]
    if "findings" in case:
        findings = [finding for finding in result.findings if finding.rule.code == code]
        expected: list[dict[str, str]] = case["findings"]  # type: ignore[assignment]
        known = {"line": lambda f: f.at.line, "severity": lambda f: f.severity.value}
        found = [
            {name: str(known.get(name, lambda f, name=name: getattr(f, name))(finding)) for name in wanted}
            for finding, wanted in zip(findings, expected, strict=False)
        ]
        assert found == expected
        assert [finding.message for finding in findings] == [wanted["message"] for wanted in expected]
    for silent in case.get("silent", []):
        assert not [finding for finding in result.findings if finding.rule.code == silent]


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_fixture_has_a_case_that_holds_and_one_that_breaks(code: str) -> None:
    cases = fixture(code).values()
    sums = [case["verdicts"] for case in cases if "verdicts" in case]
    if sums:
        for verdict in ("holds", "broken", "undecided", "vacuous"):
            assert any(verdict in counts for counts in sums), verdict
    else:
        assert any(not case["findings"] for case in cases)
        assert any(case["findings"] for case in cases)


_AMOUNT = re.compile(r"-?\d+(?: \d{3})*[.,]\d+\b(?!\.)")


def amounts(text: str) -> set[Decimal]:
    """The decimals of a text, as values."""
    return {Decimal(found.replace(" ", "").replace(",", ".")) for found in _AMOUNT.findall(text)}


@pytest.mark.parametrize("kind", ["holds", "breaks"])
@pytest.mark.parametrize("code", sorted(RULES))
def test_the_figures_of_an_explained_example_are_those_of_a_case(code: str, kind: str) -> None:
    example = RULES[code].example[kind]
    shown = {amount for amount in amounts(example["en"]) if "decimal" not in str(amount)}
    assert shown == amounts(example["ru"])
    for case in fixture(code).values():
        outcome = ("broken" in case["verdicts"]) if "verdicts" in case else bool(case["findings"])
        stated = amounts(str(case.get("figures", case.get("document"))))
        for breach in case.get("broken", []):
            stated |= amounts(breach["computed"])  # type: ignore[call-overload,index,arg-type]
        if outcome == (kind == "breaks") and shown <= stated:
            return
    pytest.fail(f"no case of {code} {kind} with {sorted(map(str, shown))}")

"""Every shape of statement, and of tables: the sums of a clean text hold, a planted error is found where it stands."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import recon
from recon.model.identity import Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity

HERE = Path(__file__).parent
#: texts without an error that a reading by halves would raise an alarm over
SILENT = HERE / "silent.yaml"
#: the number that a slip writes: the last one, behind whatever words tell its place
WRITTEN = re.compile(r"(\d[\d ]*(?:[.,] ?\d+)*)\Z")


def read(path: Path) -> Iterator[object]:
    for name, shape in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        yield pytest.param(shape, id=f"{path.stem}-{name}")


def shapes() -> list[object]:
    return [shape for path in sorted(HERE.glob("*.yaml")) if path != SILENT for shape in read(path)]


def check(folder: Path, text: str) -> Reconciliation:
    """`|` stands for a tab, which parts the cells of a table in text."""
    document = folder / "document.txt"
    document.write_text(text.replace("|", "\t"), encoding="utf-8")
    return recon.check(document)


def proved(result: Reconciliation) -> int:
    """Sums of two amounts or more that hold."""
    return sum(
        proof.verdict in (Verdict.HOLDS, Verdict.ROUNDING) and sum(bool(term.amount) for term in proof.terms) > 1
        for proof in result.proofs()
        if proof.relation == "equal"
    )


def broken(result: Reconciliation) -> list[str]:
    return sorted(
        f"{proof.rule} {proof.stated.amount} {proof.computed}"
        for proof in result.proofs()
        if proof.verdict is Verdict.BROKEN
    )


def with_slip(shape: dict[str, str]) -> str:
    old, new = shape["slip"].split(" -> ")
    before, found, behind = shape["text"].rpartition(old)
    assert found, f"{old} is not in the text"
    return before + new + behind


def places_of(at: Locator, pieces: list[str]) -> list[str]:
    """What stands at the place of a figure: some signs of a sentence, or a cell, be it on a line of its own."""
    if at.span:
        return [piece[at.span[0] : at.span[1]] for piece in pieces]
    return [pieces[min(at.column, len(pieces)) - 1].strip("$()")] if at.column else []


@pytest.mark.parametrize("shape", shapes())
def test_a_clean_statement_is_understood_and_has_no_finding(shape, tmp_path) -> None:
    result = check(tmp_path, shape["text"])
    assert [finding.rule.code for finding in result.findings if finding.severity is Severity.ERROR] == []
    assert proved(result) == shape["holds"]


@pytest.mark.parametrize("shape", shapes())
def test_a_wrong_figure_in_a_statement_is_found_where_it_stands(shape, tmp_path) -> None:
    text = with_slip(shape)
    result = check(tmp_path, text)
    assert broken(result) == sorted(shape["finds"])
    pointed_at = {
        place
        for finding in result.findings
        if finding.identity is not None
        for figure in (finding.identity.stated, *finding.identity.terms)
        for place in places_of(figure.at, text.splitlines()[(figure.at.line or 0) - 1].split("|"))
    }
    assert WRITTEN.search(shape["slip"].partition(" -> ")[2])[1] in pointed_at


@pytest.mark.parametrize("shape", list(read(SILENT)))
def test_what_is_understood_by_halves_raises_no_alarm(shape, tmp_path) -> None:
    result = check(tmp_path, shape["text"])
    assert [finding.rule.code for finding in result.findings if finding.severity is Severity.ERROR] == []

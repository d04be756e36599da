"""One line a finding, and the report for programs against its schema."""

from __future__ import annotations

import json

import jsonschema
import pytest

from recon.model.asked import Asked
from recon.model.locator import Locator
from recon.model.reconciliation import Counts
from recon.model.rule import Severity
from recon.reports import concise
from recon.reports import json as json_report
from recon.telling.narration import address
from tests.unit.reports import invented
from tests.unit.reports.invented import document, reconciliation


def report(result, everything=False, fail_on=Severity.ERROR, lang="en"):
    made = json.loads("".join(json_report.pieces(result, Asked(lang, fail_on, everything))))
    jsonschema.Draft202012Validator(json_report.schema()).validate(made)
    return made


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_report.schema())


def test_each_finding_is_one_line_with_its_place_and_figures() -> None:
    lines = "".join(concise.pieces(invented.parks(), Asked("en", None))).replace("\u00a0", " ").splitlines()
    assert lines[0] == (
        "inputs/parks.docx:t3:3:5: error[HIE01] children do not add to the parent (1.6 · regional budget · 2020): "
        "stated 55 864,4, computed 55 834,4, difference +30,0 тыс. рублей"
    )
    assert lines[1].startswith("inputs/parks.docx:t3:6:5: warning[FRM01] a figure is blank")
    assert len(lines) == 3


def test_concise_names_what_was_not_read_and_why() -> None:
    unread = reconciliation(documents=[invented.unreadable()], counts=Counts())
    said = "".join(concise.pieces(unread, Asked("ru", None)))
    assert said.startswith("inputs/lost.docx: не прочитан: ")
    assert "Ничего не проверено" in said


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (Locator("a.txt", line=354, table="t10", row=113, column=5), "a.txt:354:5"),
        (Locator("a.txt", line=12, span=(40, 47)), "a.txt:12:41"),
        (Locator("b.xlsx", table="t1", row=12, column=6, sheet="Лист1", cell="F12"), "b.xlsx!Лист1!F12"),
        (Locator("c.docx", table="t3", row=87, column=5), "c.docx:t3:87:5"),
        (Locator("c.docx"), "c.docx"),
    ],
)
def test_a_place_is_written_as_tools_jump_to_it(at: Locator, expected: str) -> None:
    assert address(at) == expected


def test_the_json_report_holds_decimals_as_texts_in_the_documents_own_unit() -> None:
    made = report(invented.parks())
    found = made["findings"][0]
    assert (found["stated"], found["computed"], found["difference"]) == ("55864.4", "55834.4", "30.0")
    assert found["allowed"] == "0"
    assert found["unit"] == "тыс. рублей"
    assert found["terms"][0] == {
        "code": "1.6.1", "source": "regional", "period": "2020", "amount": "55650.3", "weight": 1,
        "at": {
            "document": "inputs/parks.docx", "line": None, "table": "t3", "row": 4, "column": 5, "sheet": None,
            "cell": None, "page": None, "bbox": None, "span": None, "paragraph": None,
        },
    }  # fmt: skip
    assert made["causes"][0]["figures"][0]["proposed"] == "55834.4"
    assert made["findings"][1]["verdict"] == "form"
    assert made["exit_status"] == 1


def test_proofs_come_with_all_only() -> None:
    assert "proofs" not in report(invented.parks())
    proofs = report(invented.parks(), everything=True)["proofs"]
    assert [proof["verdict"] for proof in proofs] == ["broken"]


def test_the_report_of_an_unreadable_document_is_valid_too() -> None:
    made = report(reconciliation(documents=[invented.unreadable()], counts=Counts()))
    assert made["documents"][0]["status"] == "not-read"
    assert made["documents"][0]["notes"]
    assert made["exit_status"] == 3


@pytest.mark.parametrize(
    ("fail_on", "expected"), [(Severity.ERROR, 0), (Severity.WARNING, 1), (None, 0)]
)
def test_the_exit_status_follows_the_mildest_severity_that_fails(fail_on: Severity | None, expected: int) -> None:
    result = reconciliation(invented.blank(), counts=Counts(bound=1, holds=1), documents=[document()])
    assert report(result, fail_on=fail_on)["exit_status"] == expected

"""SARIF, JUnit, GitHub and GitLab: each is what its reader accepts, and says what was not read."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

import recon
from recon.model.asked import Asked
from recon.model.reconciliation import Reconciliation
from recon.model.rule import Severity
from recon.reports import github, gitlab, junit, sarif

SAMPLE = Path(__file__).parents[3] / "inputs" / "sample"
LEVEL = {"enum": ["none", "note", "warning", "error"]}
NUMBER = {"type": "integer", "minimum": 1}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


TEXT = closed(["text"], text={"type": "string"})
#: the part of the SARIF 2.1.0 schema that the report uses; the whole schema was applied when the report was made
ARTIFACT_LOCATION = closed(["uri"], uri={"type": "string", "pattern": "^[^ ]+$"})
REGION = closed(["startLine"], startLine=NUMBER, startColumn=NUMBER, endColumn=NUMBER)
PHYSICAL = closed(["artifactLocation"], artifactLocation=ARTIFACT_LOCATION, region=REGION)
LOGICAL = closed([], name={"type": "string"}, fullyQualifiedName={"type": "string"}, kind={"type": "string"})
LOCATION = closed(
    [],
    id={"type": "integer", "minimum": -1},
    physicalLocation=PHYSICAL,
    logicalLocations={"type": "array", "items": LOGICAL, "uniqueItems": True},
    message=TEXT,
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    name={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    defaultConfiguration=closed([], level=LEVEL),
)
NOTIFICATION = closed(["message"], level=LEVEL, message=TEXT, locations={"type": "array", "items": LOCATION})
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
RUN = closed(
    ["tool"],
    tool=closed(
        ["driver"],
        driver=closed(
            ["name"],
            name={"type": "string"},
            semanticVersion={"type": "string"},
            rules={"type": "array", "items": RULE, "uniqueItems": True},
        ),
    ),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations={
        "type": "array",
        "items": closed(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            exitCode={"type": "integer"},
            toolExecutionNotifications={"type": "array", "items": NOTIFICATION},
        ),
    },
    artifacts={
        "type": "array",
        "uniqueItems": True,
        "items": closed([], location=ARTIFACT_LOCATION, hashes={"type": "object"}),
    },
    results={"type": "array", "items": RESULT},
)
SARIF = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string"}, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
)
#: the code quality report as GitLab documents it
GITLAB = {
    "type": "array",
    "items": closed(
        ["description", "check_name", "fingerprint", "severity", "location"],
        description={"type": "string", "minLength": 1},
        check_name={"type": "string"},
        fingerprint={"type": "string"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=closed(["path", "lines"], path={"type": "string"}, lines=closed(["begin"], begin=NUMBER)),
    ),
}


def said(report: ModuleType, result: Reconciliation, lang: str, fail_on: Severity | None = Severity.ERROR) -> str:
    return "".join(report.pieces(result, Asked(lang, fail_on)))


def sarif_of(*paths: Path, lang: str = "en") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(said(sarif, recon.check(list(paths)), lang))
    (run,) = made["runs"]
    jsonschema.Draft202012Validator(SARIF).validate(made)
    return dict(run)


@pytest.fixture
def unread(tmp_path: Path) -> Path:
    path = tmp_path / "с пробелом.docx"
    path.write_bytes(b"PK\x03\x04 broken")
    return path


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("name", ["programme.docx", "programme.xlsx"])
def test_sarif_is_valid_and_has_every_finding_under_its_rule(name: str, lang: str) -> None:
    run = sarif_of(SAMPLE / name, lang=lang)
    findings = recon.check(SAMPLE / name).findings
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [finding.rule.code for finding in findings]
    assert [result["ruleId"] for result in run["results"]] == [finding.rule.code for finding in findings]


def test_sarif_names_a_cell_of_a_workbook_by_its_own_address() -> None:
    (place, *_) = sarif_of(SAMPLE / "programme.xlsx")["results"][0]["locations"]
    assert "!" in place["logicalLocations"][0]["fullyQualifiedName"]


def test_what_was_not_read_is_a_notification_and_no_result(unread: Path) -> None:
    run = sarif_of(unread)
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["exitCode"] == 3
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["error"]
    assert run["results"] == []


TABLE = "тыс. рублей\nНаименование\tИсточник\tВсего\t2024\t2025\n"


def written(folder: Path, rows: str, above: str = "") -> Path:
    path = folder / "table.txt"
    path.write_text(above + TABLE + rows, encoding="utf-8")
    return path


def test_a_new_finding_above_leaves_the_fingerprint_of_an_old_one(tmp_path: Path) -> None:
    good, bad = "1. Дороги\tВсего\t30,0\t10,0\t20,0\n", "1. Дороги\tВсего\t31,0\t10,0\t20,0\n"
    other = "2. Мосты\tВсего\t50,0\t10,0\t20,0\n"
    before = sarif_of(written(tmp_path, good + other))["results"]
    after = sarif_of(written(tmp_path, bad + other, above="Новая строка текста.\n"))["results"]
    marks = [[each["partialFingerprints"]["reconFinding/v1"] for each in found] for found in (before, after)]
    assert len(marks[0]) == 1
    assert set(marks[0]) < set(marks[1])


def test_junit_counts_its_cases_and_fails_at_the_mark_only(unread: Path) -> None:
    result = recon.check([SAMPLE / "programme.docx", unread])
    for mark, failing in ((Severity.ERROR, True), (None, False)):
        root = ElementTree.fromstring(said(junit, result, "ru", mark).split("\n", 1)[1])
        cases = root.findall("./testsuite/testcase")
        assert int(root.get("tests", "")) == len(cases)
        assert int(root.get("failures", "")) == len(root.findall(".//failure"))
        assert bool(root.findall(".//failure")) is failing
        assert int(root.get("errors", "")) == len(root.findall(".//error")) == 1
        assert sum(int(suite.get("tests", "")) for suite in root) == len(cases)
    assert root.findall(".//system-out"), "what does not fail the run is still told"


def test_junit_holds_no_sign_that_xml_forbids(tmp_path: Path) -> None:
    path = written(tmp_path, "1. До\x0bроги\tВсего\t31,0\t10,0\t20,0\n")
    made = said(junit, recon.check(path), "en")
    assert ElementTree.fromstring(made.split("\n", 1)[1]).findall(".//failure")


def test_a_github_command_keeps_to_its_line_and_its_fields(tmp_path: Path) -> None:
    folder = tmp_path / "a,b"
    folder.mkdir()
    result = recon.check(written(folder, "1. Дороги\tВсего\t31,0\t10,0\t20,0\n"))
    commands = [line for line in said(github, result, "en", None).splitlines() if line.startswith("::")]
    assert len(commands) == len(result.findings) == 1
    assert "a%2Cb" in commands[0]
    assert ",line=3," in commands[0]
    assert commands[0].startswith("::error file=")


def test_gitlab_gets_a_valid_report_with_a_fingerprint_for_each_issue(unread: Path) -> None:
    made = json.loads(said(gitlab, recon.check([SAMPLE / "programme.docx", unread]), "ru", None))
    jsonschema.Draft202012Validator(GITLAB).validate(made)
    assert len({issue["fingerprint"] for issue in made}) == len(made)
    assert [issue["check_name"] for issue in made if issue["severity"] == "blocker"] == ["not-read"]

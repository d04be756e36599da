"""SARIF, JUnit, GitHub and GitLab: each is what its reader accepts, and says what was not read."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from lxml import etree

import recon
from recon.messages import say
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
#: the part of the SARIF 2.1.0 schema that the report uses, and nothing besides; the whole schema, which is not ours to
#: hand on, was applied when the report was made
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
    suppressions={
        "type": "array",
        "uniqueItems": True,
        "items": closed(
            ["kind"],
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification={"type": "string"},
        ),
    },
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
    properties={"type": "object"},
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


#: of JUnit there is no schema that all servers share: this is what Jenkins and GitLab both accept, as far as it is used
TEXTUAL = '<xs:complexType mixed="true"><xs:attribute name="type"/><xs:attribute name="message"/></xs:complexType>'
JUNIT = f"""
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:element name="testsuites"><xs:complexType>
  <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
  <xs:attribute name="name"/><xs:attribute name="tests" type="xs:int"/>
  <xs:attribute name="failures" type="xs:int"/><xs:attribute name="errors" type="xs:int"/>
 </xs:complexType></xs:element>
 <xs:element name="testsuite"><xs:complexType>
  <xs:sequence>
   <xs:element name="properties"><xs:complexType><xs:sequence>
    <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
     <xs:attribute name="name" use="required"/><xs:attribute name="value" use="required"/>
    </xs:complexType></xs:element>
   </xs:sequence></xs:complexType></xs:element>
   <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:sequence>
     <xs:element name="skipped" minOccurs="0">{TEXTUAL}</xs:element>
     <xs:element name="error" minOccurs="0">{TEXTUAL}</xs:element>
     <xs:element name="failure" minOccurs="0">{TEXTUAL}</xs:element>
     <xs:element name="system-out" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="name" use="required"/><xs:attribute name="classname"/>
   </xs:complexType></xs:element>
   <xs:element name="system-out" type="xs:string" minOccurs="0"/>
  </xs:sequence>
  <xs:attribute name="name" use="required"/><xs:attribute name="tests" type="xs:int" use="required"/>
  <xs:attribute name="failures" type="xs:int" use="required"/>
  <xs:attribute name="errors" type="xs:int" use="required"/><xs:attribute name="skipped" type="xs:int"/>
 </xs:complexType></xs:element>
</xs:schema>"""


def junit_of(result: Reconciliation, lang: str, fail_on: Severity | None = Severity.ERROR) -> ElementTree.Element:
    made = said(junit, result, lang, fail_on)
    etree.XMLSchema(etree.fromstring(JUNIT)).assertValid(etree.fromstring(made.encode()))
    return ElementTree.fromstring(made.split("\n", 1)[1])


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


def test_rows_that_are_inserted_leave_the_fingerprint_of_a_finding(tmp_path: Path) -> None:
    bad, good = "2. Мосты\tВсего\t50,0\t10,0\t20,0\n", "1. Дороги\tВсего\t30,0\t10,0\t20,0\n"
    marks = [
        [each["partialFingerprints"]["reconFinding/v1"] for each in sarif_of(written(tmp_path, rows))["results"]]
        for rows in (bad, good + bad)
    ]
    assert marks[0] == marks[1]


@pytest.fixture
def waived(tmp_path: Path) -> Reconciliation:
    path = written(tmp_path, "1. Дороги\tВсего\t31,0\t10,0\t20,0\n")
    file = tmp_path / "recon-waivers.yaml"
    file.write_text(
        "waivers:\n  - rule: PER01\n    where: {period: total}\n    author: Петрова\n    reason: По решению совета\n"
        "    expires: 2999-12-31\n",
        encoding="utf-8",
    )
    return recon.check(path, waivers=file)


def test_a_waived_finding_is_suppressed_skipped_or_left_out_and_always_told(waived: Reconciliation) -> None:
    assert (len(waived.findings), len(waived.waived)) == (0, 1)
    made = json.loads(said(sarif, waived, "ru"))
    jsonschema.Draft202012Validator(SARIF).validate(made)
    (result,) = made["runs"][0]["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert "По решению совета" in suppression["justification"]
    root = junit_of(waived, "ru")
    assert [each.get("skipped") for each in root] == ["1"]
    assert root.findall(".//failure") == []
    (skipped,) = root.findall(".//skipped")
    assert "Петрова" in skipped.get("message", "")
    assert json.loads(said(gitlab, waived, "ru")) == []
    log = said(github, waived, "ru").splitlines()
    assert not [line for line in log if line.startswith("::")]
    assert say("report.waived", "ru", count=1) in log


def test_every_form_but_gitlabs_says_by_which_rules_it_was_judged_and_how_much_was_covered(
    waived: Reconciliation,
) -> None:
    profile = waived.documents[0].profile
    held = json.loads(said(sarif, waived, "en"))["runs"][0]["properties"]
    assert held["figures"] == {"read": 3, "covered": 3}
    assert held["identities"]["broken"] == 1
    assert any(profile in line for line in held["told"])
    known = {each.get("name"): each.get("value", "") for each in junit_of(waived, "en").iter("property")}
    assert (known["figures"], known["covered"]) == ("3", "3")
    assert profile in known["rules"]
    assert known["rulebook"] == waived.rulebook.digest
    assert any(profile in line for line in said(github, waived, "en").splitlines())


def test_what_was_read_in_part_is_no_clean_report(tmp_path: Path) -> None:
    rows = "1. Дороги\tВсего\t30,0\t10,0\t20,0\n"
    other = "\nПрочее\n\nГород\tПлощадь\tНаселение\nА\t12\t1500\nБ\t13\t1600\n"
    result = recon.check(written(tmp_path, rows + other))
    assert result.documents[0].status == "partly-read"
    (issue,) = [each for each in json.loads(said(gitlab, result, "ru")) if each["check_name"] == "partly-read"]
    assert issue["severity"] == "info"
    (suite,) = junit_of(result, "ru")
    assert "не проверены" in (suite.findtext("system-out") or "")


def test_junit_counts_its_cases_and_fails_at_the_mark_only(unread: Path) -> None:
    result = recon.check([SAMPLE / "programme.docx", unread])
    for mark, failing in ((Severity.ERROR, True), (None, False)):
        root = junit_of(result, "ru", mark)
        cases = root.findall("./testsuite/testcase")
        assert int(root.get("tests", "")) == len(cases)
        assert int(root.get("failures", "")) == len(root.findall(".//failure"))
        assert bool(root.findall(".//failure")) is failing
        assert int(root.get("errors", "")) == len(root.findall(".//error")) == 1
        assert sum(int(suite.get("tests", "")) for suite in root) == len(cases)
    assert root.findall(".//system-out"), "what does not fail the run is still told"


def test_junit_holds_no_sign_that_xml_forbids(tmp_path: Path) -> None:
    path = written(tmp_path, "1. До\x0bроги\tВсего\t31,0\t10,0\t20,0\n")
    assert junit_of(recon.check(path), "en").findall(".//failure")


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

"""Cases that a rule is tried on, as files state them: in the rule's stanza, or in `CODE.yaml` beside the rule file."""

from __future__ import annotations

from pathlib import Path

from recon import shipped
from recon.model.case import Case
from recon.model.identity import Verdict
from recon.rulebook.extend import is_file, read
from recon.rulebook.fault import Fault, Said, suggestion, wrong_rules
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence

FIELDS = ("figures", "document", "verdicts", "broken", "needed", "findings", "silent")
BROKEN = ("code", "source", "period", "stated", "computed", "difference")
FINDINGS = ("message", "severity", "code", "element", "source", "period", "stated", "expected", "line", "verdict")
VERDICTS = tuple(verdict.word for verdict in Verdict)


def shipped_cases(code: str) -> tuple[Case, ...]:
    """The cases that come with a shipped rule; none for a rule that is not shipped."""
    path = shipped.cases() / f"{code}.yaml"
    return of_file(path, code) if is_file(path) else ()


def beside(rule_file: Path, code: str) -> tuple[Case, ...]:
    """The cases of `CODE.yaml` beside a rule file; none where there is no such file."""
    path = rule_file.parent / f"{code}.yaml"
    return of_file(path, code) if is_file(path) and path.resolve() != rule_file.resolve() else ()


def of_file(path: Path, code: str) -> tuple[Case, ...]:
    """The cases of a file. WrongRules: something in it is wrong."""
    root, found = read(path)
    for name, (key, value) in root.entries.items():
        if name not in ("rule", "cases"):
            found.append(Fault(key.at, "rules.fault.unknown-key", {"word": name}, suggestion(name, ("rule", "cases"))))
        elif name == "rule" and (not isinstance(value, Scalar) or value.text != code):
            found.append(Fault(value.at, "rules.fault.case-of-other", {"code": code}))
    cases = read_cases(root.entries["cases"][1], code, found) if "cases" in root.entries else ()
    if not cases and not found:
        found.append(Fault(root.at, "rules.fault.no-cases", {"code": code}, ("rules.fault.no-cases.help", {})))
    if found:
        raise wrong_rules(found)
    return cases


def read_cases(value: Node, code: str, found: list[Fault]) -> tuple[Case, ...]:
    """The cases under `cases:`; what is wrong with them goes to `found`."""
    if not isinstance(value, Mapping) or not value.entries:
        hint: Said = ("rules.fault.no-cases.help", {})
        found.append(Fault(value.at, "rules.fault.no-cases", {"code": code}, hint))
        return ()
    return tuple(_case(name, key, stated, found) for name, (key, stated) in value.entries.items())


def _case(name: str, key: Scalar, value: Node, found: list[Fault]) -> Case:
    fields = value.entries if isinstance(value, Mapping) else {}
    for field, (at, _) in fields.items():
        if field not in FIELDS:
            said = {"word": field, "case": name}
            found.append(Fault(at.at, "rules.fault.case-field", said, suggestion(field, FIELDS)))
    said = {"case": name}
    if ("figures" in fields) == ("document" in fields):
        found.append(Fault(key.at, "rules.fault.case-figures", said, ("rules.fault.case-figures.help", {})))
    if not {"verdicts", "findings", "silent", "needed"} & set(fields):
        found.append(Fault(key.at, "rules.fault.case-verdict", said, ("rules.fault.case-verdict.help", {})))
    verdicts = None
    if "verdicts" in fields:
        verdicts = _verdicts(fields["verdicts"][1], found)
    return Case(
        name,
        key.at,
        _text(fields, "figures", found),
        _text(fields, "document", found),
        verdicts,
        _entries(fields, "broken", BROKEN, found),
        _words(fields, "needed", found),
        _entries(fields, "findings", FINDINGS, found) if "findings" in fields else None,
        _words(fields, "silent", found),
    )


def _text(fields: dict[str, tuple[Scalar, Node]], name: str, found: list[Fault]) -> str:
    value = fields[name][1] if name in fields else None
    if value is not None and not isinstance(value, Scalar):
        found.append(Fault(value.at, "rules.fault.not-text", {"word": name}))
    return value.text if isinstance(value, Scalar) else ""


def _verdicts(value: Node, found: list[Fault]) -> dict[str, int]:
    counted: dict[str, int] = {}
    if not isinstance(value, Mapping):
        hint: Said = ("rules.fault.case-verdict.help", {})
        found.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": "verdicts"}, hint))
        return counted
    for name, (key, number) in value.entries.items():
        text = number.text if isinstance(number, Scalar) else ""
        if name not in VERDICTS:
            found.append(Fault(key.at, "rules.fault.verdict", {"word": name}, suggestion(name, VERDICTS)))
        elif not (text.isascii() and text.isdigit()):
            found.append(Fault(number.at, "rules.fault.not-whole", {"word": text, "field": name}))
        else:
            counted[name] = int(text)
    return counted


def _entries(
    fields: dict[str, tuple[Scalar, Node]], name: str, known: tuple[str, ...], found: list[Fault]
) -> tuple[dict[str, str], ...]:
    """A list of mappings of texts, such as `broken: [{code: 1, stated: 100.0}]`."""
    value = fields[name][1] if name in fields else None
    entries = []
    for item in value.items if isinstance(value, Sequence) else [value] if value is not None else []:
        if not isinstance(item, Mapping):
            hint: Said = ("rules.fault.case-entries.help", {"field": name})
            found.append(Fault(item.at, "rules.fault.key-not-mapping", {"word": name}, hint))
            continue
        for word, (key, _) in item.entries.items():
            if word not in known:
                found.append(Fault(key.at, "rules.fault.case-word", {"word": word, "field": name},
                                   suggestion(word, known)))  # fmt: skip
        entries.append({word: text.text for word, (_, text) in item.entries.items()
                        if isinstance(text, Scalar)})  # fmt: skip
    return tuple(entries)


def _words(fields: dict[str, tuple[Scalar, Node]], name: str, found: list[Fault]) -> tuple[str, ...]:
    value = fields[name][1] if name in fields else None
    items = value.items if isinstance(value, Sequence) else [value] if value is not None else []
    if not all(isinstance(item, Scalar) for item in items):
        assert value is not None
        found.append(Fault(value.at, "rules.fault.not-text", {"word": name}))
    return tuple(item.text for item in items if isinstance(item, Scalar))

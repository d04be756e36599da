"""Rules about rules: a stanza becomes a rule, or a list of faults that say what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from recon.model.rule import Case, Rule, Severity, Vocabulary
from recon.model.scope import Scope
from recon.rulebook.cases import read_cases
from recon.rulebook.checks import OPTIONAL, SELECTOR, known_checks, parameters_of
from recon.rulebook.extend import Entry, Merged, Stanza, is_shipped
from recon.rulebook.fault import Fault, Said, meant, suggestion
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence
from recon.rulebook.selectors import check_unit, read_scope

FIELDS = (
    "name", "title", "check", "severity", "tolerance", "rounding", "must", "why", "catches", "misses", "example",
    "disabled", "where", "unless", "cases",
)  # fmt: skip
DEFAULTS = ("severity", "tolerance", "rounding")
REQUIRED = ("name", "title", "check", "severity", "why")
LANGUAGES = ("en", "ru")
SEVERITIES = tuple(severity.value for severity in Severity)
CODE = re.compile(r"[A-Z]{3}[0-9]{2}")
_DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
#: what is written where a reason is asked for by those who do not give one
NO_REASON = frozenset({"", "true", "yes", "on", "1", "да", "false", "no", "off", "0", "нет", "null", "~", "-", "x"})
_LOOKALIKE = str.maketrans("АВЕКМНОРСТУХЗ", "ABEKMHOPCTYX3")  # Cyrillic letters on the left


def review(merged: Merged, vocabulary: Vocabulary | None) -> tuple[tuple[Rule, ...], list[Fault]]:
    """The rules of the merged files, by code, and every fault found in them. Faulty rules are left out."""
    found: list[Fault] = []
    for name, (key, value) in merged.defaults.items():
        if name not in DEFAULTS:
            hint = suggestion(name, DEFAULTS)
            found.append(Fault(key.at, "rules.fault.unknown-default", {"word": name}, hint))
        else:
            _Reviewed("", {name: (key, value)}, vocabulary).field(name, found)
    worst = _worst(merged, found)
    rules: list[Rule] = []
    names: dict[str, str] = {}
    for code in sorted(merged.stanzas):
        faults: list[Fault] = []
        rule = _rule(merged.stanzas[code], merged, vocabulary, faults)
        if rule is not None and not faults:
            if rule.name in names:
                both = [names[rule.name], code]
                places = [merged.stanzas[each].fields["name"][1].at for each in both]
                at = next((place for place in places if not is_shipped(place)), places[1])
                said = {"name": rule.name, "first": both[0], "second": both[1]}
                faults.append(Fault(at, "rules.fault.name-twice", said, ("rules.fault.name-twice.help", {})))
            names.setdefault(rule.name, code)
            rules.append(_no_worse(rule, worst) if worst is not None else rule)
        found += faults
    return tuple(rules), found


def _worst(merged: Merged, found: list[Fault]) -> Severity | None:
    if merged.worst is None:
        return None
    text = merged.worst.text.strip()
    if text in SEVERITIES:
        return Severity(text)
    said = {"word": text, "field": "worst"}
    found.append(Fault(merged.worst.at, "rules.fault.severity", said, suggestion(text, SEVERITIES)))
    return None


def _no_worse(rule: Rule, worst: Severity) -> Rule:
    milder = {name: min(getattr(rule, name), worst, key=lambda s: s.rank) for name in ("severity", "rounding")}
    return replace(rule, **milder)


def _rule(stanza: Stanza, merged: Merged, vocabulary: Vocabulary | None, found: list[Fault]) -> Rule | None:
    code = stanza.code.text
    defined = [each for each, other in merged.stanzas.items() if "check" in other.fields]
    well_formed = CODE.fullmatch(code) is not None
    if not well_formed:
        found.append(Fault(stanza.code.at, "rules.fault.code", {"code": code}, _code_hint(code, defined)))
    fields = {name: entry for name, entry in merged.defaults.items() if name in DEFAULTS} | stanza.fields
    stated = _Reviewed(code, fields, vocabulary)
    missing = [name for name in REQUIRED if name not in fields]
    if missing and (well_formed or "check" in fields):
        said = {"code": code, "fields": ", ".join(missing)}
        if "check" in fields:
            found.append(Fault(stanza.code.at, "rules.fault.missing", said, ("rules.fault.missing.help", {})))
        else:  # most often a change of a rule that is not there: a slip in the code, or no `extends:`
            hint: Said = suggestion(code, defined) if defined else ("rules.hint.extends", {})
            found.append(Fault(stanza.code.at, "rules.fault.nothing-to-change", said, hint))
    values = {name: stated.field(name, found) for name in FIELDS if name in fields}
    parameters = dict(stated.parameters(found))
    if found:
        return None
    return Rule(
        code=code,
        name=str(values["name"]),
        title=stated.texts["title"],
        check=str(values["check"]),
        severity=Severity(values["severity"]),
        why=stated.texts["why"],
        origin=stanza.code.at,
        parameters=parameters,
        tolerance=str(values.get("tolerance", "exact")),
        rounding=Severity(values.get("rounding", "warning")),
        disabled=str(values.get("disabled", "")),
        must=stated.texts.get("must", {}),
        catches=stated.texts.get("catches", {}),
        misses=stated.texts.get("misses", {}),
        example=stated.examples,
        tolerances=stated.tolerances,
        where=stated.scopes.get("where"),
        unless=stated.scopes.get("unless"),
        cases=stated.cases,
    )


def _code_hint(code: str, defined: list[str]) -> Said:
    latin = code.strip().upper().translate(_LOOKALIKE)
    if CODE.fullmatch(latin):
        near = latin if latin in defined else meant(latin, defined) or latin
        return ("rules.hint.meant" if latin == code.upper() else "rules.hint.meant-latin"), {"word": near}
    return "rules.fault.code.help", {}


@dataclass(slots=True)
class _Reviewed:
    """The fields of one stanza, looked at one by one."""

    code: str
    fields: dict[str, Entry]
    vocabulary: Vocabulary | None
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    examples: dict[str, dict[str, str]] = field(default_factory=dict)
    tolerances: dict[str, str] = field(default_factory=dict)
    scopes: dict[str, Scope] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()

    def field(self, name: str, found: list[Fault]) -> str:
        """The text of a field; what is wrong with it goes to `found`. Texts in two languages go to `texts`."""
        value = self.fields[name][1]
        if name in ("title", "must", "why", "catches", "misses"):
            self.texts[name] = self._languages(name, value, found)
            return ""
        if name == "example":
            self._example(value, found)
            return ""
        if name in ("where", "unless"):
            self.scopes[name] = read_scope(value, name, self.vocabulary, found)
            return ""
        if name == "cases":
            self.cases = read_cases(value, self.code, found)
            return ""
        if name == "tolerance" and isinstance(value, Mapping):
            self._tolerances(value, found)
            return self.tolerances.pop("otherwise", "exact")
        if not isinstance(value, Scalar):
            found.append(Fault(value.at, "rules.fault.not-text", {"word": name}))
            return ""
        text = value.text.strip()
        if name in ("severity", "rounding") and text not in SEVERITIES:
            hint = suggestion(text, SEVERITIES)
            found.append(Fault(value.at, "rules.fault.severity", {"word": text, "field": name}, hint))
        elif name == "tolerance":
            return self._tolerance(value, found)
        elif name == "check" and parameters_of(text) is None:
            found.append(Fault(value.at, "rules.fault.unknown-check", {"word": text}, suggestion(text, known_checks())))
        elif name == "disabled" and text.lower() in NO_REASON:
            hint = ("rules.fault.no-reason.help", {"code": self.code})
            found.append(Fault(value.at, "rules.fault.no-reason", {"code": self.code}, hint))
        elif name == "name" and not text:
            said = {"word": name, "code": self.code}
            found.append(Fault(value.at, "rules.fault.no-words", said, ("rules.fault.no-words.help", {})))
        return text

    def _tolerance(self, value: Scalar, found: list[Fault]) -> str:
        text = value.text.strip()
        if text != "exact" and not _DECIMAL.fullmatch(text):
            hint: Said = ("rules.fault.tolerance.help", {})
            found.append(Fault(value.at, "rules.fault.tolerance", {"word": text}, hint))
        return text.replace(",", ".")

    def _tolerances(self, value: Mapping, found: list[Fault]) -> None:
        """`tolerance: {thousand-rubles: 0.1, otherwise: exact}`: an amount by unit, each in that unit."""
        for unit, (key, amount) in value.entries.items():
            if unit != "otherwise":
                check_unit(key, self.vocabulary.unit_table if self.vocabulary else None, found)
            if isinstance(amount, Scalar):
                self.tolerances[unit] = self._tolerance(amount, found)
            else:
                found.append(Fault(amount.at, "rules.fault.not-text", {"word": unit}))

    def parameters(self, found: list[Fault]) -> Iterator[tuple[str, object]]:
        """The fields that the check is told. One with a closed list of values has to be there, and is one text."""
        check = self.fields["check"][1] if "check" in self.fields else None
        allowed = parameters_of(check.text.strip()) if isinstance(check, Scalar) else None
        if check is None or allowed is None:  # the check itself is at fault: its parameters cannot be told
            return
        for name, (key, value) in self.fields.items():
            if name in FIELDS:
                continue
            if name not in allowed:
                near = suggestion(name, [*FIELDS, *allowed])
                found.append(Fault(key.at, "rules.fault.unknown-field", {"word": name, "code": self.code}, near))
            elif SELECTOR in allowed[name]:
                yield name, read_scope(value, name, self.vocabulary, found)
            elif isinstance(value, Scalar):
                text = value.text.strip()
                if not text or (allowed[name] and text not in allowed[name]):
                    self._parameter_fault(name, value, text, allowed[name], found)
                yield name, text
            elif isinstance(value, Sequence) and not allowed[name]:
                yield name, tuple(item.text.strip() for item in value.items if isinstance(item, Scalar))
            else:
                known: Said = ("rules.hint.known", {"words": ", ".join(allowed[name])})
                found.append(Fault(value.at, "rules.fault.not-text", {"word": name}, known if allowed[name] else None))
        for name, values in allowed.items():
            if values and OPTIONAL not in values and name not in self.fields:
                said = {"code": self.code, "fields": name}
                told: Said = ("rules.hint.known", {"words": ", ".join(values)})
                if SELECTOR in values:
                    told = ("rules.fault.selector-not-mapping.help", {"field": name})
                found.append(Fault(check.at, "rules.fault.missing", said, told))

    def _parameter_fault(self, name: str, value: Node, text: str, known: tuple[str, ...], found: list[Fault]) -> None:
        said = {"word": text, "field": name, "code": self.code}
        hint = suggestion(text, filter(None, known)) if known else None
        found.append(Fault(value.at, "rules.fault.parameter", said, hint))

    def _languages(self, name: str, value: Node, found: list[Fault]) -> dict[str, str]:
        """A text in English and Russian. A ministry's own rule may have one: it stands for both."""
        texts: dict[str, str] = {}
        if isinstance(value, Scalar):
            texts = dict.fromkeys(LANGUAGES, value.text.strip())
        elif isinstance(value, Mapping):
            for lang, (key, text) in value.entries.items():
                if lang not in LANGUAGES:
                    hint = suggestion(lang, LANGUAGES)
                    found.append(Fault(key.at, "rules.fault.language", {"word": lang, "field": name}, hint))
                elif isinstance(text, Scalar) and text.text.strip():
                    texts[lang] = text.text.strip()
        if not any(texts.values()):
            if not any(fault.key == "rules.fault.language" for fault in found):
                said = {"word": name, "code": self.code}
                found.append(Fault(value.at, "rules.fault.no-words", said, ("rules.fault.no-words.help", {})))
            return {}
        if is_shipped(value.at) and (len(texts) < len(LANGUAGES) or isinstance(value, Scalar)):
            found.append(Fault(value.at, "rules.fault.one-language", {"word": name, "code": self.code}))
        one = texts.get("en") or texts["ru"]
        return {lang: texts.get(lang, one) for lang in LANGUAGES}

    def _example(self, value: Node, found: list[Fault]) -> None:
        """`example: {holds: …, breaks: …}`, each in two languages."""
        if not isinstance(value, Mapping):
            found.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": "example"}))
            return
        for name, (key, text) in value.entries.items():
            if name in ("holds", "breaks"):
                self.examples[name] = self._languages(f"example: {name}", text, found)
            else:
                hint = suggestion(name, ("holds", "breaks"))
                found.append(Fault(key.at, "rules.fault.unknown-field", {"word": name, "code": self.code}, hint))

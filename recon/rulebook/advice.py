"""Rules about rules: what a rule file may say and yet cannot mean, each with its place and what to do.

A rule that could never apply, a change that has no effect, two rules that say one thing, a tolerance that hides all.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from recon.model.case import Case, Origin
from recon.model.period import TOTAL, is_year
from recon.model.rule import Rule, Rulebook, Severity, Vocabulary
from recon.model.scope import ANY, YEARS, Scope
from recon.model.source import SourceTree
from recon.rulebook.cases import shipped_cases
from recon.rulebook.checks import adds_figures
from recon.rulebook.extend import Merged, is_shipped
from recon.rulebook.fault import Fault

#: tables whose figures add up; a sum is never bound in another
_ADDED = ("financing", "passport")
#: the power of ten of the unit that the figures of cases are taken to be in, as documents mostly are
_THOUSANDS = 3
_EFFECT = ("severity", "tolerance", "rounding", "where", "unless")


def advice(merged: Merged, rulebook: Rulebook) -> list[Fault]:
    """What is wrong with rules that load, in the order of files and lines; shipped rules are taken as they are."""
    found: list[Fault] = []
    own = [rule for rule in rulebook.rules if _own_fields(merged, rule)]
    for rule in own:
        found += _without_effect(merged, rule)
        if not rule.disabled:
            found += _never(merged, rule, rulebook.vocabulary.source_tree)
            found += _tolerances(merged, rule, rulebook.vocabulary)
    found += _pairs(merged, rulebook, {rule.code for rule in own})
    return sorted(found, key=lambda fault: (fault.at.path, fault.at.line, fault.at.column))


def _own_fields(merged: Merged, rule: Rule) -> dict[str, Origin]:
    """The fields that a file of the user states, each with its place."""
    fields = merged.stanzas[rule.code].fields
    return {name: key.at for name, (key, _) in fields.items() if not is_shipped(key.at)}


def _at(merged: Merged, rule: Rule, *names: str) -> Origin:
    """The first of these fields that the user states, else the code of the rule."""
    own = _own_fields(merged, rule)
    return next((own[name] for name in (*names, *own) if name in own), rule.origin)


def _without_effect(merged: Merged, rule: Rule) -> Iterator[Fault]:
    own = _own_fields(merged, rule)
    if rule.disabled:
        for name in _EFFECT:
            if name in own and not is_shipped(merged.stanzas[rule.code].fields["disabled"][0].at):
                yield Fault(own[name], "rules.advice.disabled", {"code": rule.code, "field": name},
                            ("rules.advice.disabled.help", {}))  # fmt: skip
        return
    for name in ("tolerance", "rounding"):
        if name in own and not adds_figures(rule.check):
            yield Fault(own[name], "rules.advice.no-amounts", {"code": rule.code, "field": name},
                        ("rules.advice.take-out.help", {"field": name}))  # fmt: skip
    if rule.rounding.rank > rule.severity.rank and {"rounding", "severity"} & own.keys() and adds_figures(rule.check):
        yield Fault(_at(merged, rule, "rounding", "severity"), "rules.advice.rounding", {"code": rule.code},
                    ("rules.advice.rounding.help", {}))  # fmt: skip
    if merged.worst is not None and "severity" in own:
        stated = merged.stanzas[rule.code].fields["severity"][1]
        word = getattr(stated, "text", "").strip()
        if Severity(word).rank > Severity(merged.worst.text.strip()).rank:
            said = {"code": rule.code, "word": word, "worst": merged.worst.text.strip()}
            yield Fault(own["severity"], "rules.advice.worst", said, ("rules.advice.worst.help", {}))


def _never(merged: Merged, rule: Rule, tree: SourceTree) -> Iterator[Fault]:
    """Why the rule can bind or notice nothing, whatever the document."""
    at = _at(merged, rule, "where", "unless", "whole", "parts")
    said: dict[str, object] = {"code": rule.code}
    where, unless = rule.where, rule.unless
    if unless is not None and _covers(unless, where or Scope()):
        yield Fault(_at(merged, rule, "unless"), "rules.advice.all-excepted", said, ("rules.advice.narrow.help", {}))
    if rule.parameters.get("whole") is not None and rule.parameters.get("whole") == rule.parameters.get("parts"):
        yield Fault(_at(merged, rule, "parts"), "rules.advice.same-parts", said, ("rules.advice.same-parts.help", {}))
    if where is None or not adds_figures(rule.check):
        return
    if where.table and not any(name in _ADDED or name[1:].isdigit() or ANY in name for name in where.table):
        yield Fault(at, "rules.advice.table", {**said, "tables": ", ".join(where.table)},
                    ("rules.advice.table.help", {}))  # fmt: skip
    along = rule.parameters.get("along")
    if along == "period" and where.period and all(word == YEARS or is_year(word) for word in where.period):
        yield Fault(at, "rules.advice.years", said, ("rules.advice.years.help", {}))
    wholes = _wholes(rule, tree)
    if wholes and where.source and not any(ANY in word or word in wholes for word in where.source):
        yield Fault(at, "rules.advice.source", {**said, "sources": ", ".join(where.source)},
                    ("rules.advice.source.help", {}))  # fmt: skip
    if rule.parameters.get("between") == "passport-and-financing" and where.table and not (
        {"passport"} & set(where.table) or any(ANY in name or name[1:].isdigit() for name in where.table)
    ):
        yield Fault(at, "rules.advice.passport", said, ("rules.advice.passport.help", {}))


def _wholes(rule: Rule, tree: SourceTree) -> set[str]:
    """Sources whose figures the rule can hold against others; none where it may be any."""
    if rule.check == "consolidated-budget":
        return {"consolidated"}
    if rule.parameters.get("along") != "source":
        return set()
    edge = "of-which" if rule.check == "part-within-whole" else "addend"
    parents = {source.parent for source in tree.sources.values() if source.edge == edge and source.parent}
    return {*parents, TOTAL} if edge == "addend" else parents


def _covers(wide: Scope, narrow: Scope) -> bool:
    """Whether all that `narrow` means is meant by `wide` too."""
    return all(
        (getattr(narrow, name) and all(wide.has(name, pattern) for pattern in getattr(narrow, name)))
        or ANY in getattr(wide, name)
        for name in wide.named
    )  # fmt: skip


def _tolerances(merged: Merged, rule: Rule, vocabulary: Vocabulary) -> Iterator[Fault]:
    """A tolerance as large as every amount of the rule's cases hides what is of their size; they are in thousands."""
    if "tolerance" not in _own_fields(merged, rule):
        return
    amounts = [amount for case in rule.cases or shipped_cases(rule.code) for amount in _amounts(case)]
    largest = max(amounts, default=None)
    for unit, text in {"": rule.tolerance, **rule.tolerances}.items():
        power = vocabulary.unit_table[unit].power if unit else _THOUSANDS
        if largest and text != "exact" and Decimal(text).scaleb(power - _THOUSANDS) >= largest:
            said = {"code": rule.code, "tolerance": " ".join(filter(None, (text, unit))), "largest": f"{largest:f}"}
            yield Fault(_at(merged, rule, "tolerance"), "rules.advice.tolerance", said,
                        ("rules.advice.tolerance.help", {}))  # fmt: skip


def _amounts(case: Case) -> Iterator[Decimal]:
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in case.figures.strip().splitlines() or [""]]
    for row in rows if "amount" in head else ():
        try:
            yield abs(Decimal(row[head.index("amount")].replace(" ", "").replace(",", ".")))
        except (InvalidOperation, IndexError):
            continue


def _pairs(merged: Merged, rulebook: Rulebook, own: set[str]) -> Iterator[Fault]:
    """Two rules that say the same of the same figures, or carry one headline."""
    rules = rulebook.in_force
    for n, first in enumerate(rules):
        for second in rules[n + 1 :]:
            if not {first.code, second.code} & own:
                continue
            later = second if second.code in own else first
            other = first if later is second else second
            said: dict[str, object] = {"code": later.code, "other": other.code}
            if _same_law(first, second):
                differ = (first.severity, first.tolerance, first.tolerances) != (
                    second.severity, second.tolerance, second.tolerances)  # fmt: skip
                key = "rules.advice.contradiction" if differ else "rules.advice.duplicate"
                at = _at(merged, later, "check")
                yield Fault(at, key, said, ("rules.advice.duplicate.help", {"other": other.code}))
            elif first.title == second.title:
                yield Fault(_at(merged, later, "title"), "rules.advice.title", said, ("rules.advice.title.help", {}))


def _same_law(first: Rule, second: Rule) -> bool:
    return (first.check, first.parameters, first.where, first.unless) == (
        second.check, second.parameters, second.where, second.unless)  # fmt: skip

"""The cases of a rule file, tried one by one, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recon.messages import say
from recon.model.case import Case
from recon.model.rule import Rule, Rulebook
from recon.rulebook.cases import beside
from recon.rulebook.extend import is_shipped
from recon.trial import misses


def cases_of(rulebook: Rulebook, path: Path) -> Iterator[tuple[Rule, tuple[Case, ...]]]:
    """The rules that the file states or changes with their cases; without cases those that are its own."""
    for rule in rulebook.rules:
        cases = (*rule.cases, *beside(path, rule.code))
        if cases or not is_shipped(rule.origin):
            yield rule, cases


class Trials:
    """Runs the cases of a rule file. failed: how many came out otherwise; known when all lines were taken."""

    def __init__(self, rulebook: Rulebook, path: Path) -> None:
        self.rulebook, self.path = rulebook, path
        self.failed = self.tried = 0

    def lines(self, lang: str) -> Iterator[str]:
        """One line a rule and a case; under a case that failed what was expected and what was found."""
        rules = list(cases_of(self.rulebook, self.path))
        for rule, cases in rules:
            yield f"{rule.code} {rule.title[lang]}"
            if not cases:
                yield f"  {say('trial.no-cases', lang, code=rule.code)}"
            for case in cases:
                yield from self._case(case, rule, lang)
        if not rules:
            yield say("trial.no-rules", lang, path=str(self.path))
            return
        yield ""
        yield say("trial.counts", lang, cases=self.tried, rules=len(rules), failed=self.failed)

    def _case(self, case: Case, rule: Rule, lang: str) -> Iterator[str]:
        self.tried += 1
        if rule.disabled:
            found = [say("trial.disabled", lang, why=rule.disabled)]
        else:
            found = [
                f"{say(f'trial.{miss.what}', lang)}: "
                + say("trial.expected", lang, expected=miss.expected, found=miss.found)
                for miss in misses(case, rule, self.rulebook)
            ]
        self.failed += bool(found)
        yield f"  {say('trial.failed' if found else 'trial.passed', lang)}  {case.name}"
        for line in found:
            yield f"      {line}"
        if found:
            yield f"      --> {case.at.path}:{case.at.line}"

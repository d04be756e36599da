"""A formula's variables are each defined once in the text that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison, Observation
from recon.model.formula import Formula
from recon.model.identity import Verdict
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """One defined twice while another is not defined is a slip beyond doubt; one left undefined may stand elsewhere."""
    for extraction in extractions:
        for formula in extraction.formulas:
            yield _compared(formula)


def _compared(formula: Formula) -> Comparison:
    missing, repeated = ", ".join(formula.missing), ", ".join(formula.repeated)
    if len(formula.missing) == len(formula.variables):
        return Comparison(Verdict.UNDECIDED)  # the text with the definitions is not here
    if missing and repeated:
        return _broken("finding.variable-twice", formula, None, missing=missing, repeated=repeated)
    if missing:
        return _broken("finding.variable-undefined", formula, Severity.WARNING, missing=missing)
    return Comparison(Verdict.HOLDS)


def _broken(message: str, formula: Formula, severity: Severity | None, **said: str) -> Comparison:
    noticed = Observation(
        message, formula.at, {"formula": formula.printed, **said}, code=formula.code, element=formula.name,
        stated=formula.printed, severity=severity,
    )  # fmt: skip
    return Comparison(Verdict.BROKEN, (), noticed)

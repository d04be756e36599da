"""read → ledger → choose rules → bind → judge → diagnose → Reconciliation, on one screen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

from recon import messages, registry
from recon.model.errors import ReconError, UnreadableDocument
from recon.model.figure import Extraction
from recon.model.identity import Identity, Verdict
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Rule, Rulebook

if TYPE_CHECKING:
    from recon.checks.judgement import Judgement
    from recon.ledger.ledger import Ledger
    from recon.model.finding import Comparison, Observation
    from recon.model.waiver import Waiver

#: told what is being done, how much of it is done, and how much there is
Progress = Callable[[str, int, int], None]


@contextmanager
def _without_collector() -> Iterator[None]:
    """A long document makes many cells and figures and no cycles: looking for garbage among them takes a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what was made is put among the old, else it would be looked through now
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_without_collector()
def reconcile(
    paths: Sequence[str],
    rulebook: Rulebook,
    progress: Progress | None = None,
    base: Sequence[str] = (),
    waivers: Sequence[Waiver] = (),
) -> Reconciliation:
    """Check documents and ledger files together. A document that cannot be read is named, the others are checked.

    base: the base edition of the same documents. It is not checked; it tells an amended figure from a wrong one.
    waivers: findings that somebody answers for; they stand apart.
    """
    from recon.ledger import names_of
    from recon.rulebook.choose import for_documents
    from recon.rulebook.waiving import apply

    documents, extractions, ledgers = read(paths, rulebook, progress)
    ledger = assemble(extractions, ledgers, rulebook)
    before = base_ledger(base, rulebook) if base else None
    rulebook, choices = for_documents(rulebook, [each.document for each in extractions], names_of(ledgers))
    result = check_ledger(ledger, extractions, documents, rulebook, progress, before)
    for document in result.documents:
        if document.path in choices:
            document.profile, document.profile_why = choices[document.path].profile, choices[document.path].why
    apply(result, waivers)
    return result


def base_ledger(paths: Sequence[str], rulebook: Rulebook) -> Ledger:
    """The ledger of the base edition. UnreadableDocument: it cannot be read, so it cannot decide anything."""
    documents, extractions, ledgers = read(paths, rulebook)
    unreadable = next((document.error for document in documents if document.error is not None), None)
    if unreadable is not None:
        raise unreadable
    return assemble(extractions, ledgers, rulebook)


@_without_collector()
def read(
    paths: Sequence[str], rulebook: Rulebook, progress: Progress | None = None
) -> tuple[list[DocumentResult], list[Extraction], list[Ledger]]:
    """Each file as a document with its extraction, or as a ledger where it is a ledger file."""
    from recon.extract import extract
    from recon.ledger.normalise import refuse_inexact
    from recon.readers.opening import is_ledger_file, open_document
    from recon.results import of_error, of_extraction, of_ledger

    documents: list[DocumentResult] = []
    extractions: list[Extraction] = []
    ledgers: list[Ledger] = []
    for number, path in enumerate(paths):
        if progress is not None:
            progress(path, number, len(paths))
        try:
            if is_ledger_file(path):
                from recon.ledger import files
                from recon.ledger.doubts import doubts

                ledgers.append(files.read(path, rulebook.vocabulary))
                if notes := doubts(ledgers[-1], rulebook.vocabulary):
                    documents.append(of_ledger(path, notes))
                continue
            extraction = extract(open_document(path), rulebook.vocabulary)
            refuse_inexact(extraction, rulebook.vocabulary)
        except UnreadableDocument as error:
            documents.append(of_error(path, error))
            continue
        extractions.append(extraction)
        documents.append(of_extraction(extraction))
    return documents, extractions, ledgers


def assemble(extractions: list[Extraction], ledgers: list[Ledger], rulebook: Rulebook) -> Ledger:
    """One ledger of all that was read."""
    from recon.ledger.normalise import build

    if extractions or not ledgers:
        ledgers = [build(extractions, rulebook.vocabulary), *ledgers]
    if len(ledgers) == 1:
        return ledgers[0]
    from recon.ledger import join

    return join(ledgers)


def check_ledger(
    ledger: Ledger,
    extractions: list[Extraction],
    documents: list[DocumentResult],
    rulebook: Rulebook,
    progress: Progress | None = None,
    before: Ledger | None = None,
) -> Reconciliation:
    """Bind the rules in force, judge what was bound, and say what does not agree."""
    from recon import results
    from recon.diagnosis import rounding
    from recon.diagnosis.causes import causes as explain
    from recon.diagnosis.diagnose import diagnose
    from recon.diagnosis.missing import proposals
    from recon.ledger.editions import amounts_in_base

    judgements = bind(ledger, rulebook, progress)
    noticed = list(inspect(ledger, extractions, rulebook))
    noticed += settle_units(ledger, judgements, rulebook)
    compared = compare(ledger, extractions, rulebook)
    noticed += [(rule, c.observation) for rule, c in compared if c.observation is not None]
    roundings = rounding.apply(ledger, judgements)
    contradictions = results.contradictions(ledger, judgements, roundings)
    findings = results.findings(ledger, judgements, noticed, proposals(ledger, judgements), contradictions)
    results.count(ledger, judgements, documents)
    results.count_compared(extractions, compared, documents)
    base = None if before is None else amounts_in_base(ledger, before)
    diagnoses, ranking = diagnose(ledger, judgements, rulebook.plausibility, base=base)
    causes = explain(ledger, ranking, diagnoses, findings, judgements)
    return Reconciliation(
        rulebook,
        documents,
        results.counts(judgements),
        findings,
        causes,
        lambda *verdicts: proofs(ledger, judgements, *verdicts),
        len(roundings.undecided),
        results.comparisons(compared),
        results.compared_by_rule(compared),
    )


def law_of(rule: Rule) -> ModuleType:
    """The check behind a rule. One that is plugged in brings its sentences along."""
    law = registry.module("checks", rule.check)
    messages.add(getattr(law, "MESSAGES", {}))
    return law


def bind(ledger: Ledger, rulebook: Rulebook, progress: Progress | None = None) -> list[Judgement]:
    """Every sum rule in force, bound to the ledger and judged."""
    from recon.checks.judge import judge
    from recon.checks.judgement import Judgement
    from recon.checks.scoped import within

    judgements = []
    for number, rule in enumerate(rulebook.in_force):
        law = law_of(rule)
        if hasattr(law, "bind"):
            if progress is not None:
                progress(rule.code, number, len(rulebook.in_force))
            bound = within(ledger, law.bind(ledger, rulebook.vocabulary, rule.parameters), rule)
            judgements.append(Judgement(rule, bound, judge(ledger, bound, rule)))
    return judgements


def inspect(ledger: Ledger, extractions: list[Extraction], rulebook: Rulebook) -> Iterator[tuple[Rule, Observation]]:
    """What the form rules in force notice of what they speak of."""
    from recon.checks.scoped import concerns

    tables = {(e.document.path, table.id): table.role for e in extractions for table in e.tables}
    for rule in rulebook.in_force:
        law = law_of(rule)
        if hasattr(law, "inspect"):
            for noticed in law.inspect(ledger, extractions, rulebook.vocabulary, rule.parameters):
                if concerns(rule, noticed, tables, ledger):
                    yield rule, noticed


def compare(ledger: Ledger, extractions: list[Extraction], rulebook: Rulebook) -> list[tuple[Rule, Comparison]]:
    """What the rules in force compared that is no sum, whatever came out."""
    from recon.checks.scoped import concerns

    tables = {(e.document.path, table.id): table.role for e in extractions for table in e.tables}
    compared: list[tuple[Rule, Comparison]] = []
    for rule in rulebook.in_force:
        law = law_of(rule)
        if hasattr(law, "compare"):
            own = [e for e in extractions if rule.documents is None or e.document.path in rule.documents]
            for found in law.compare(ledger, own, rulebook.vocabulary, rule.parameters):
                if found.observation is None or concerns(rule, found.observation, tables, ledger):
                    compared.append((rule, found))
    return compared


def settle_units(ledger: Ledger, judgements: list[Judgement], rulebook: Rulebook) -> list[tuple[Rule, Observation]]:
    """A figure in a wrong unit is one finding of its own: its sums are judged in the unit that they are in."""
    from recon.checks import same_unit
    from recon.checks.judge import judge
    from recon.checks.judgement import Judgement
    from recon.checks.scoped import concerns

    rules = [rule for rule in rulebook.in_force if rule.check == "same-unit"]
    told = [(slip, same_unit.observe(ledger, slip, rulebook.vocabulary))
            for slip in (same_unit.slips(ledger, judgements) if rules else [])]  # fmt: skip
    noticed = [(rule, each) for rule in rules for _, each in told if concerns(rule, each, {}, ledger)]
    slips = [slip for slip, each in told if any(each is other for _, other in noticed)]
    if not slips:
        return []
    amounts = ledger.figures["amount"].to_numpy(copy=True)
    for slip in slips:
        amounts[slip.figure] = same_unit.rescaled(int(amounts[slip.figure]), slip.shift)
    ledger.figures["amount"] = amounts
    for slip in slips:
        ledger.figures.loc[slip.figure, "unit"] = slip.expected
    judgements[:] = [Judgement(j.rule, j.bound, judge(ledger, j.bound, j.rule)) for j in judgements]
    return noticed


def proofs(ledger: Ledger, judgements: list[Judgement], *verdicts: Verdict) -> Iterator[Identity]:
    """Every bound identity with one of these verdicts as an object; whatever its verdict, where none is named."""
    from recon.checks.judge import identity

    for judgement in judgements:
        wanted = judgement.judged.where(*verdicts).tolist() if verdicts else range(len(judgement.bound))
        for k in wanted:
            yield identity(ledger, judgement.bound, judgement.judged, k, judgement.rule)


__all__ = ["ReconError", "assemble", "bind", "check_ledger", "compare", "inspect", "proofs", "read", "reconcile",
           "settle_units"]  # fmt: skip

"""How much of the hand-made truth about the corpus recon finds, document by document: precision and recall."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path

import recon
from recon.model.identity import Identity, Verdict

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
#: which rules may prove an identity of a kind; sums of parts may be told along sources or along elements
_SUMS = frozenset({"SRC01", "SRC02", "HIE01"})
_RULES = {
    "years→total": frozenset({"PER01"}),
    "sources→total": _SUMS,
    "children→parent": _SUMS,
    "passport↔table": frozenset({"TXT01", "TXT02", "TAB01"}),
    "expense = funding": frozenset({"TXT01", "TAB01"}),
    "table↔table": frozenset({"TXT01", "TAB01"}),
    "difference (a−b)": frozenset({"RAT03", "HIE01", "SRC01"}),
}
_ANY = _SUMS | {"PER01"}
#: two places compared may be told either way round
_TWO_PLACES = frozenset({"passport↔table", "table↔table", "expense = funding"})
_HOLDS = frozenset({Verdict.HOLDS, Verdict.ROUNDING, Verdict.VACUOUS})

Values = tuple[Decimal, Decimal]


@dataclass
class Score:
    """Counts for one document or several. strong: strong identities that hold, or are rounded."""

    strong: int = 0
    strong_found: int = 0
    holds: int = 0
    holds_found: int = 0
    failures: int = 0
    failures_found: int = 0
    broken: int = 0
    false_alarms: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Score)))


def documents() -> list[str]:
    return sorted(path.parent.name for path in CORPUS.glob("*/expected.json")) if CORPUS.is_dir() else []


def russian(slugs: Iterable[str]) -> list[str]:
    return [slug for slug in slugs if "_ru_" in slug]


def source(slug: str) -> Path:
    """The file of a document that is checked: the published one, where others were made of its pages."""
    found = {path.suffix: path for path in (CORPUS / slug).glob("source.*")}
    return next(found[suffix] for suffix in (".txt", ".xlsx", ".xls", ".pdf", ".csv") if suffix in found)


def score(slug: str) -> Score:
    """Check one document and compare every identity by its stated and computed values and its kind."""
    expected = json.loads((CORPUS / slug / "expected.json").read_text(encoding="utf-8"))["identities"]
    proofs = Counter(_proofs(recon.check(source(slug)).proofs()))
    result = Score()
    order = {"fails": 0, "uncertain": 1, "holds": 2, "rounding": 2}
    for entry in sorted(expected, key=lambda e: (order[e["status"]], e["strength"] != "strong")):
        fails = entry["status"] == "fails"
        wanted = {Verdict.BROKEN} if fails else set(Verdict) if entry["status"] == "uncertain" else _HOLDS
        taken = _take(proofs, entry, wanted)
        if fails:
            result.failures += 1
            result.failures_found += taken
            result.broken += taken
        elif entry["status"] != "uncertain":
            result.holds += 1
            result.holds_found += taken
            result.strong += entry["strength"] == "strong"
            result.strong_found += taken and entry["strength"] == "strong"
        if not taken and entry["status"] != "uncertain" and entry["strength"] != "zero":
            result.missed.append(f"{slug}: {entry['kind']} {_short(entry['where'])} {entry['stated']}")
    for (rule, verdict, stated, computed, label), times in proofs.items():
        if verdict is Verdict.BROKEN:
            result.broken += times
            result.false_alarms += times
            result.alarms += [f"{slug}: {rule} {label} stated {stated}, computed {computed}"] * times
    return result


_Proof = tuple[str, Verdict, Decimal, Decimal, str]


def _proofs(identities: Iterable[Identity]) -> Iterator[_Proof]:
    for proof in identities:
        stated = proof.stated
        if proof.relation == "equal" and stated.amount is not None and proof.computed is not None:
            label = f"{stated.code} {stated.element[:40]} {stated.source} {stated.period}"
            yield proof.rule, proof.verdict, stated.amount, proof.computed, label
        elif proof.verdict is Verdict.BROKEN:
            yield proof.rule, proof.verdict, stated.amount or Decimal(0), proof.computed or Decimal(0), "at most"


def _take(proofs: Counter[_Proof], entry: dict, wanted: Iterable[Verdict]) -> bool:
    """Strike one proof of these values and this kind."""
    stated, computed = Decimal(entry["stated"]), Decimal(entry["computed"])
    rules = _RULES.get(entry["kind"], _ANY)
    for proof in proofs:
        rule, verdict, *values, _ = proof
        same = values == [stated, computed] or (entry["kind"] in _TWO_PLACES and values == [computed, stated])
        if proofs[proof] and same and rule in rules and verdict in wanted:
            proofs[proof] -= 1
            return True
    return False


def _short(where: dict) -> str:
    return " ".join(str(value)[:30] for key, value in where.items() if key != "title")


def parts(scores: dict[str, Score]) -> dict[str, Score]:
    """The sums: of the Russian part, of the others, of all."""
    groups = {"RUSSIAN": russian(scores), "OTHERS": [s for s in scores if "_ru_" not in s], "ALL": list(scores)}
    return {title: sum((scores[slug] for slug in slugs), Score()) for title, slugs in groups.items()}


def table(scores: dict[str, Score]) -> str:
    """What was found of what is there, a line for each document, then the sums with recall and precision."""
    head = f"{'document':50} {'strong':>9} {'holding':>9} {'failures':>9} {'broken':>7} {'false':>6}"
    lines = [f"{head}  {'recall':>7} {'precision':>9}  (strong identities; reported failures)"]
    for name, s in {**scores, **parts(scores)}.items():
        recall = f"{s.strong_found / s.strong:.1%}" if s.strong else "-"
        precision = f"{1 - s.false_alarms / s.broken:.1%}" if s.broken else "-"
        lines.append(
            f"{name[:50]:50} {f'{s.strong_found}/{s.strong}':>9} {f'{s.holds_found}/{s.holds}':>9} "
            f"{f'{s.failures_found}/{s.failures}':>9} {s.broken:>7} {s.false_alarms:>6}  {recall:>7} {precision:>9}"
        )
    return "\n".join(lines)


def details(scores: dict[str, Score]) -> str:
    """What was missed and what was reported wrongly, a line each."""
    alarms = [f"false alarm: {line}" for score in scores.values() for line in score.alarms]
    return "\n".join([*alarms, *(f"missed: {line}" for score in scores.values() for line in score.missed)])

"""How much of the hand-made truth about the five documents the rules find, and whether they accuse what is right.

A check of the truth has a kind, a line and a verdict; a rule that speaks of that kind has to stand at that line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recon.model.finding import Finding

KEPT = Path(__file__).parent / "not_reproduced.yaml"
_SUMS = ("SRC01", "SRC02", "SRC03", "HIE01", "PER01")
#: which rules speak of a kind of check
RULES: dict[str, tuple[str, ...]] = {
    "all_zero_row": ("FRM05",),
    "band_lookup": ("RAT02",),
    "band_scale": ("RAT02",),
    "base_year": ("IND07",),
    "code_gap": ("COD01",),
    "code_set": ("COD01",),
    "column_count": ("FRM04", "FRM01"),
    "date_order": ("CAL01",),
    "decimal_format": ("FRM03",),
    "derived_gain": ("RAT02", "RAT03"),
    "employment_sum": ("NAM02",),
    "footnote_marker": ("FRM06",),
    "formula_vars": ("FML01",),
    "list_completeness": ("RAT02", "SET01"),
    "missing_cell": ("FRM01",),
    "missing_value": ("FRM01", "NUM01"),
    "missing_year": ("FRM02",),
    "name_match": ("NAM01", "NAM02", "SET01"),
    "near_duplicate_name": ("IND01", "NAM01"),
    "nested_total": ("SRC02",),
    "of_which_bound": ("SRC03",),
    "part_le_whole": ("RAT01", "SRC03"),
    "range": ("IND05",),
    "ratio_percent": ("RAT01",),
    "repeat_indicator": ("IND01",),
    "root_cause": _SUMS,
    "row_numbering": ("COD01",),
    "row_order": ("COD01", "SET01"),
    "section_gap": ("COD01", "FRM04"),
    "section_numbering": ("COD01",),
    "sum_over_children": ("HIE01",),
    "sum_over_sources": ("SRC01", "SRC02"),
    "sum_over_years": ("PER01",),
    "text_vs_table": ("TXT01", "TXT03", "TAB01"),
    "trend": ("IND06",),
    "trend_break": ("IND06",),
    "unit_match": ("IND04",),
    "unit_mismatch": ("UNI01",),
    "unit_spelling": ("IND01", "IND04"),
    "unit_vs_name": ("IND03",),
    "item_numbering": ("COD01",),
}


@dataclass(frozen=True)
class Check:
    """One entry of the truth. document: its number, such as `003`."""

    document: str
    id: str
    kind: str
    line: int | None
    verdict: str
    location: str
    stated: str


def checks(path: Path) -> list[Check]:
    """Every check that was computed, not read by eye."""
    documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [
        Check(number, c["id"], c["kind"], c["line"], c["verdict"], c["location"], str(c["stated"]))
        for number, document in documents.items()
        for c in document["checks"]
        if c["basis"] == "computed"
    ]


def wrong(check: Check) -> bool:
    return check.verdict in ("fail", "warn")


def reproduced(check: Check, findings: Iterable[Finding]) -> Finding | None:
    """The finding of a rule about this kind at this line; a check without a line names its lines in words."""
    for finding in findings:
        line = finding.at.line
        at_place = line == check.line if check.line is not None else f"стр.{line} " in f"{check.location} "
        if at_place and finding.rule.code in RULES.get(check.kind, ()):
            return finding
    return None


def accused(check: Check, findings: Iterable[Finding], all_checks: Iterable[Check]) -> Finding | None:
    """A finding about what the truth calls right: same kind, same line, same stated value, and nothing wrong there."""
    found = reproduced(check, findings)
    if found is None or found.severity.value == "information":
        return None
    same = [c for c in all_checks if c.document == check.document and c.line == check.line and wrong(c)]
    if any(found.rule.code in RULES.get(c.kind, ()) for c in same):
        return None  # the place is wrong in this respect, and the truth says so in an entry of its own
    return found


def table(every: list[Check], found: dict[str, Finding | None]) -> str:
    """Kinds down; how many are wrong, how many of those were found, and at how many right places nothing was."""
    rows = [f"{'kind of check':24} {'fail/warn':>9} {'found':>6} {'pass':>6}  rules"]
    kinds = Counter(c.kind for c in every if wrong(c) or c.verdict == "pass")
    for kind in sorted(kinds):
        bad = [c for c in every if c.kind == kind and wrong(c)]
        good = sum(c.kind == kind and c.verdict == "pass" for c in every)
        hits = sum(found[c.id] is not None for c in bad)
        rows.append(f"{kind:24} {len(bad):>9} {hits:>6} {good:>6}  {' '.join(RULES.get(kind, ()))}")
    bad = [c for c in every if wrong(c)]
    hits = sum(found[c.id] is not None for c in bad)
    share = f"{100 * hits / len(bad):.1f} %"
    rows.append(f"{'ALL':24} {len(bad):>9} {hits:>6} {sum(c.verdict == 'pass' for c in every):>6}  {share}")
    return "\n".join(rows)

"""The unit is the one that the sums are in: ×10³ between stated and computed is a wrong unit, not a wrong sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.checks.lookup import categories, codes
from recon.checks.noticed import observation
from recon.ledger.ledger import Ledger
from recon.model.amount import ADDS
from recon.model.figure import Extraction
from recon.model.finding import Observation
from recon.model.identity import Verdict
from recon.model.rule import Severity, Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_AGREES = (int(Verdict.HOLDS), int(Verdict.ROUNDING))


@dataclass(frozen=True, slots=True)
class UnitSlip:
    """A figure whose sums hold only in another unit. shift: powers of ten from the printed unit to the expected one."""

    figure: int
    expected: str
    shift: int


def inspect(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Observation]:
    """Zero amounts in a unit that the rest of their document does not use: nothing is out of balance yet."""
    names = [name for name in categories(ledger, "unit") if name]
    if len(names) < 2:
        return
    figures = ledger.figures
    adds = figures[figures["state"].isin([int(state) for state in ADDS]) & (figures["unit"] != "")]
    for _, document in adds.groupby("document", observed=True, sort=False):
        usual = str(document["unit"].value_counts().idxmax())
        odd = document[(document["unit"] != usual) & (document["amount"] == 0)]
        for (_, unit), rows in odd.groupby(["table", "unit"], observed=True, sort=False):
            if ledger.units[str(unit)].dimension != ledger.units[usual].dimension:
                continue
            yield observation(
                "finding.unit-differs",
                ledger,
                int(rows.index[0]),
                Severity.WARNING,
                unit=_title(str(unit), vocabulary),
                expected=_title(usual, vocabulary),
            )


def slips(ledger: Ledger, judgements: Sequence[Judgement]) -> list[UnitSlip]:
    """Figures that, read in the unit of their neighbours, settle every broken identity that they stand in."""
    if len(categories(ledger, "unit")) < 2:
        return []
    found: dict[int, UnitSlip] = {}
    for judgement in judgements:
        for k in np.flatnonzero(judgement.judged.verdict == Verdict.BROKEN):
            slip = _odd_one(ledger, _figures(judgement, int(k)))
            if slip is not None and slip.figure not in found and _settles(ledger, judgements, slip):
                found[slip.figure] = slip
    return list(found.values())


def observe(ledger: Ledger, slip: UnitSlip, vocabulary: Vocabulary) -> Observation:
    """The slip in words, at the figure whose unit is wrong."""
    printed = str(ledger.figures["unit"].iat[slip.figure])
    return observation(
        "finding.unit-slip",
        ledger,
        slip.figure,
        unit=_title(printed, vocabulary),
        expected=_title(slip.expected, vocabulary),
    )


def _title(unit: str, vocabulary: Vocabulary) -> dict[str, str]:
    return vocabulary.unit_titles.get(unit, {"en": unit})


def _figures(judgement: Judgement, k: int) -> list[int]:
    bound = judgement.bound
    parts = bound.part[bound.indptr[k] : bound.indptr[k + 1]]
    return [int(bound.total[k]), *(int(figure) for figure in parts)]


def _odd_one(ledger: Ledger, figures: list[int]) -> UnitSlip | None:
    """The one figure of an identity whose unit differs from all the others'; among two, the one in prose."""
    names = categories(ledger, "unit")
    units = [names[code] for code in codes(ledger, "unit")[figures]]
    if "" in units or len(set(units)) != 2:
        return None
    odd = [f for f, unit in zip(figures, units, strict=True) if units.count(unit) == 1]
    if len(odd) == 2:
        roles = ledger.figures["table_role"]
        odd = [f for f in odd if roles.iat[f] == "passport"]
    if len(odd) != 1:
        return None
    printed = units[figures.index(odd[0])]
    expected = next(unit for unit in units if unit != printed)
    one, other = ledger.units[printed], ledger.units[expected]
    if one.dimension != other.dimension:
        return None
    return UnitSlip(odd[0], expected, other.power - one.power)


def _settles(ledger: Ledger, judgements: Sequence[Judgement], slip: UnitSlip) -> bool:
    """Whether every identity with this figure that is broken now agrees once the figure is read in the other unit."""
    amounts = ledger.figures["amount"].to_numpy()
    changed = rescaled(int(amounts[slip.figure]), slip.shift)
    if changed is None:
        return False
    trial_amounts = amounts.copy()
    trial_amounts[slip.figure] = changed
    trial = replace(ledger, figures=ledger.figures.assign(amount=trial_amounts), derived=dict(ledger.derived))
    for judgement in judgements:
        bound = judgement.bound
        owner = np.repeat(np.arange(len(bound)), np.diff(bound.indptr))
        concerned = np.union1d(np.flatnonzero(bound.total == slip.figure), owner[bound.part == slip.figure])
        broken = concerned[judgement.judged.verdict[concerned] == Verdict.BROKEN]
        if len(broken):
            again = judge(trial, bound, judgement.rule).verdict[broken]
            if not np.isin(again, _AGREES).all():
                return False
    return True


def rescaled(amount: int, shift: int) -> int | None:
    """The same printed digits in a unit 10**shift times as large; None where that is no whole minor unit."""
    if shift >= 0:
        changed = amount * 10**shift
        return changed if abs(changed) < 2**62 else None
    changed, rest = divmod(amount, 10**-shift)
    return changed if rest == 0 else None

"""What is said of a figure's protection, against what an error in it does."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from made_ledger import VOCABULARY, ledger, rule

from recon.checks.judge import judge
from recon.checks.judgement import Judgement
from recon.diagnosis.neighbourhood import Neighbourhood
from recon.diagnosis.observability import Observability, independent, observability
from recon.diagnosis.single import single_changes
from recon.diagnosis.system import components
from recon.ledger.ledger import Ledger
from recon.model.identity import Verdict
from recon.registry import module

LAWS: list[tuple[str, dict[str, object]]] = [
    ("parts-add-to-whole", {"along": "source"}),
    ("parts-add-to-whole", {"along": "period"}),
    ("parts-add-to-whole", {"along": "element"}),
    ("same-figure", {"between": "one-key"}),
]
CODES = ("", "1", "1.1", "1.2", "2", "2.1")
SOURCES, PERIODS = ("federal", "regional", "total"), ("2024", "2025", "total")
few = settings(max_examples=80, deadline=None)


def judged(made: Ledger) -> list[Judgement]:
    found = []
    for check, parameters in LAWS:
        own = rule(check, **parameters)
        bound = module("checks", check).bind(made, VOCABULARY, parameters)
        found.append(Judgement(own, bound, judge(made, bound, own)))
    return found


@st.composite
def sound(draw: st.DrawFn) -> str:
    """A programme whose figures all agree where they are printed; some are not, some are printed twice."""
    leaves = {c: [10 * draw(st.integers(0, 10**4)) for _ in range(4)] for c in ("1.1", "1.2", "2.1")}
    lines = []
    for code, source, period in product(CODES, SOURCES, PERIODS):
        amount = sum(
            value
            for leaf, values in leaves.items()
            for (s, p), value in zip(product(SOURCES[:2], PERIODS[:2]), values, strict=True)
            if (leaf + ".").startswith(code + "." if code else "") and source in (s, "total") and period in (p, "total")
        )
        lines.append(f"{code}|{source}|{period}|{amount}.0")
    kept = draw(
        st.lists(st.sampled_from(lines), min_size=4, unique=True).map(lambda some: sorted(some, key=lines.index))
    )
    if draw(st.booleans()):
        kept = lines
    return "\n".join(kept + draw(st.lists(st.sampled_from(kept), max_size=3)))


@few
@given(sound(), st.data())
def test_an_error_shows_as_its_figure_s_class_says(text: str, data: st.DataObject) -> None:
    made = ledger(text)
    judgements = judged(made)
    # Where figures are left out a sum may be broken before: only ledgers that are sound to begin with are asked.
    if any(each.judged.count(Verdict.BROKEN) for each in judgements):
        return
    classes = observability(made, judgements)
    figure = data.draw(st.integers(0, len(made) - 1))
    spoiled = ledger(text)
    amounts = spoiled.figures["amount"].to_numpy(copy=True)
    amounts[figure] += 10**7
    spoiled.figures["amount"] = amounts
    after = judged(spoiled)
    broken = sum(each.judged.count(Verdict.BROKEN) for each in after)
    found = Observability(int(classes[figure]))
    assert (broken > 0) == (found != Observability.NONE)
    assert (independent(made, judgements, figure) > 0) == (found != Observability.NONE)
    if not broken:
        for one, other in zip(judgements, after, strict=True):
            assert np.array_equal(one.judged.verdict, other.judged.verdict)
        return
    neighbourhood = Neighbourhood(spoiled, after)
    system = neighbourhood.system
    neighbourhood.widen({f for number in system.failing for f in system.rows[number].terms})
    groups = components(system, system.failing)
    assert len(groups) == 1
    explanations = single_changes(system, groups[0])
    assert {figure: -(10**7)} in explanations
    assert (len(explanations) == 1) == (found == Observability.LOCATABLE)

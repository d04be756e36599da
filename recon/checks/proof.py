"""One identity as an object, with its terms in the unit of the stated figure and what a blank would have to be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from recon.checks.judge import allowances, tolerated_in
from recon.checks.lookup import lookup
from recon.model.amount import ADDS, State
from recon.model.identity import Identity, Term, Verdict

if TYPE_CHECKING:
    from recon.checks.bound import BoundIdentities
    from recon.ledger.ledger import Ledger
    from recon.model.amount import Unit
    from recon.model.rule import Rule


def proof(ledger: Ledger, bound: BoundIdentities, verdict: int, difference: int, k: int, rule: Rule) -> Identity:
    total = int(bound.total[k])
    unit = ledger.unit(total)
    begin, end = int(bound.indptr[k]), int(bound.indptr[k + 1])
    parts = [int(figure) for figure in bound.part[begin:end]]
    weights = [1] * len(parts) if bound.sign is None else [int(w) for w in bound.sign[begin:end]]
    terms = tuple(term(ledger, figure, unit, weight) for figure, weight in zip(parts, weights, strict=True))
    stated = term(ledger, total, unit)
    decided = verdict != Verdict.UNDECIDED
    computed = int(ledger.at("amount", total)) - difference
    if verdict == Verdict.ROUNDING:
        allowed = ledger.in_unit(5 * int(allowances(ledger, bound.only([k]))[0]), unit).scaleb(-1)
    else:
        allowed = ledger.in_unit(tolerated_in(ledger, rule, ledger.at("unit", total)), unit)
    digits = max(t.decimals for t in (stated, *terms))
    return Identity(
        rule=rule.code,
        relation=bound.relation,
        verdict=Verdict(verdict),
        stated=stated,
        terms=terms,
        computed=_printed(ledger.in_unit(computed, unit), digits) if decided else None,
        difference=_printed(ledger.in_unit(difference, unit), digits) if decided else None,
        allowed=short(allowed),
        unit=ledger.at("unit", total),
        needed=_needed(ledger, bound, stated, terms),
    )


def term(ledger: Ledger, figure: int, unit: Unit, weight: int = 1) -> Term:
    """A figure as a term of an identity in `unit`."""
    element, decimals = ledger.at("element", figure), ledger.at("decimals", figure)
    state, minor = State(ledger.at("state", figure)), ledger.at("amount", figure)
    raw = ledger.at("raw", figure) or ""
    if not raw and state in ADDS:
        raw = str(_printed(ledger.in_unit(minor, ledger.unit(figure)), decimals))
    return Term(
        figure=figure,
        table=ledger.at("table", figure),
        code=ledger.of_element("code", element),
        element=ledger.of_element("name", element),
        source=ledger.at("source", figure),
        period=ledger.at("period", figure),
        amount=_printed(ledger.in_unit(minor, unit), decimals) if state in ADDS else None,
        raw=raw,
        decimals=decimals,
        state=state,
        weight=weight,
        at=ledger.locator(figure),
    )


def short(amount: Decimal) -> Decimal:
    """Without zeros at the end that nobody printed."""
    return _printed(amount, 0)


def _printed(amount: Decimal, decimals: int) -> Decimal:
    """With as many decimals as printed, or as many as it takes to stay exact."""
    decimals = max(decimals, 0)  # what is rounded to thousands is written out all the same
    sign, digits, exponent = amount.as_tuple()
    if exponent == -decimals:
        return amount
    text, last = list(digits), int(exponent)
    while last < -decimals and text and text[-1] == 0 and len(text) > 1:
        text.pop()
        last += 1
    if text == [0]:
        last = -decimals
    elif last > -decimals:
        text += [0] * (last + decimals)
        last = -decimals
    return Decimal((sign, tuple(text), last))


def _needed(ledger: Ledger, bound: BoundIdentities, stated: Term, terms: tuple[Term, ...]) -> Decimal | None:
    """What the one blank figure would have to be; None if another figure is open as well."""
    open_terms = [t for t in (stated, *terms) if t.amount is None]
    conflict = None if bound.despite_conflict else lookup(ledger).conflict
    if len(open_terms) != 1 or open_terms[0].state != State.BLANK or bound.relation != "equal":
        return None
    if conflict is not None and any(bool(conflict[t.figure]) for t in (stated, *terms)):
        return None
    unit = ledger.unit(stated.figure)
    rest = sum(t.weight * int(ledger.at("amount", t.figure)) for t in terms)
    blank = open_terms[0]
    whole = int(ledger.at("amount", stated.figure))
    needed = rest if blank.figure == stated.figure else blank.weight * (whole - rest)
    return _printed(ledger.in_unit(needed, unit), max(t.decimals for t in (stated, *terms)))

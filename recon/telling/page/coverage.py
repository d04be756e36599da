"""What every cell is worth: how many identities hold it, and whether one of them is broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from recon.model.identity import Identity, Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import Reconciliation

#: identities beyond which the page shows findings only: a browser would not carry the rest
MOST_IDENTITIES = 60_000
_PROVING = frozenset({Verdict.HOLDS, Verdict.BROKEN, Verdict.ROUNDING})


@dataclass(slots=True)
class Cover:
    """One cell: in how many identities that prove something it stands, and in how many that are broken."""

    proving: int = 0
    broken: int = 0


@dataclass(slots=True)
class Branch:
    """One element with its direct parts, as the sums along elements have it. failing: sums of it that are broken."""

    name: str
    parts: dict[str, Branch] = field(default_factory=dict)
    failing: int = 0
    sums: int = 0
    top: bool = True


@dataclass(slots=True)
class Picture:
    """covers: by cell. trees: by document, the elements that no other holds."""

    covers: dict[str, Cover] = field(default_factory=dict)
    trees: dict[str, list[Branch]] = field(default_factory=dict)


def cell_id(at: Locator, documents: dict[str, int]) -> str:
    """The name of a cell on the page, or of the figure inside it; "" where the place is none of a table."""
    if at.document not in documents or at.table is None or at.row is None:
        return ""
    inside = f"-{at.span[0]}" if at.span is not None and at.sheet is None else ""
    return f"d{documents[at.document]}-{at.table}-{at.row}-{at.column or 1}{inside}"


def numbers_of(result: Reconciliation) -> dict[str, int]:
    return {document.path: number for number, document in enumerate(result.documents)}


def picture(result: Reconciliation) -> Picture | None:
    """Coverage and trees; None where there are more identities than a page can show."""
    if result.identities.bound > MOST_IDENTITIES:
        return None
    documents = numbers_of(result)
    along = {rule.code for rule in result.rulebook.in_force if rule.parameters.get("along") == "element"}
    drawn = Picture()
    branches: dict[tuple[str, str, str], Branch] = {}
    for identity in result.proofs():
        _count(identity, drawn.covers, documents)
        if identity.rule in along:
            _grow(identity, branches)
    for (document, _, _), branch in branches.items():
        if branch.top and branch.parts:
            drawn.trees.setdefault(document, []).append(branch)
    return drawn


def _count(identity: Identity, covers: dict[str, Cover], documents: dict[str, int]) -> None:
    if identity.verdict not in _PROVING:
        return
    for term in (identity.stated, *identity.terms):
        name = cell_id(term.at, documents)
        if name:
            cover = covers.setdefault(name, Cover())
            cover.proving += 1
            cover.broken += identity.verdict is Verdict.BROKEN


def _grow(identity: Identity, branches: dict[tuple[str, str, str], Branch]) -> None:
    stated = identity.stated
    whole = _branch(branches, stated.at.document, stated.table, stated.code, stated.element)
    whole.sums += identity.verdict in _PROVING
    whole.failing += identity.verdict is Verdict.BROKEN
    for term in identity.terms:
        part = _branch(branches, term.at.document, term.table, term.code, term.element)
        if part is not whole:
            part.top = False
            whole.parts.setdefault(term.code or term.element, part)


def _branch(branches: dict[tuple[str, str, str], Branch], document: str, table: str, code: str, element: str) -> Branch:
    name = " ".join(filter(None, (code, element)))
    return branches.setdefault((document, table, code or element), Branch(name))


def failing_below(branch: Branch, seen: Iterable[int] = ()) -> bool:
    """Whether a sum of this element or of one below it is broken."""
    path = {*seen, id(branch)}
    return branch.failing > 0 or any(failing_below(p, path) for p in branch.parts.values() if id(p) not in path)

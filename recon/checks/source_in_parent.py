"""A source that pays for an activity is also named in the row above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from recon.checks.form import broken, holds, undecided
from recon.checks.lookup import categories, codes, lookup
from recon.checks.noticed import observation
from recon.model.amount import ADDS
from recon.model.source import TOTAL

if TYPE_CHECKING:
    from recon.ledger.ledger import Ledger
    from recon.model.figure import Extraction
    from recon.model.finding import Comparison
    from recon.model.rule import Vocabulary
    from recon.model.source import SourceTree

PARAMETERS: dict[str, tuple[str, ...]] = {}


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Rows whose parent names sources, but not theirs; each source of a parent is named once."""
    roles = categories(ledger, "table_role") if len(ledger) else ()
    if "financing" not in roles or not (ledger.elements["parent"].to_numpy() >= 0).any():
        return
    found = lookup(ledger)
    own = np.flatnonzero(found.countable(codes(ledger, "table_role") == roles.index("financing")))
    named = np.zeros((found.lines, len(found.sources)), np.bool_)
    named[found.line[own], found.source[own]] = True
    parent = ledger.elements["parent"].to_numpy()[found.line // found.roles]
    line = parent.astype(np.int64) * found.roles + found.line % found.roles
    addends = [number for number, code in enumerate(found.sources) if _splits(code, vocabulary.source_tree)]
    splits = np.asarray(named[:, addends].any(axis=1))
    state, amount = ledger.figures["state"].to_numpy(), ledger.figures["amount"].to_numpy()
    adds = np.isin(state, [int(each) for each in ADDS])
    looked, missing, open_ = False, False, False
    for number in addends:
        covered = np.asarray(named[:, _kin(number, found.sources, vocabulary.source_tree)].any(axis=1))
        below = own[(found.source[own] == number) & (parent[own] >= 0)]
        below = below[splits[line[below]]]
        looked |= bool(len(below))
        lacking = below[~covered[line[below]]]
        open_ |= bool((~adds[lacking]).any())
        paid = lacking[adds[lacking] & (amount[lacking] != 0)]
        _, first = np.unique(line[paid], return_index=True)
        for figure in paid[np.sort(first)].tolist():
            missing = True
            above = int(parent[figure])
            yield broken(observation(
                "finding.source-not-in-parent", ledger, figure,
                parent=ledger.of_element("code", above) or ledger.of_element("name", above),
                name={"ru": _title(found.sources[number], vocabulary, "ru"),
                      "en": _title(found.sources[number], vocabulary, "en")},
            ))  # fmt: skip
    if looked and not missing:
        yield undecided() if open_ else holds()


def _splits(code: str, tree: SourceTree) -> bool:
    """Whether a source is an addend that the vocabulary knows."""
    return code in tree.sources and code != TOTAL and tree.get(code).edge == "addend"


def _kin(number: int, sources: tuple[str, ...], tree: SourceTree) -> list[int]:
    """The source itself, those that contain it, and those that it contains: a row may tell it coarser or finer."""
    code = sources[number]
    above = set(tree.ancestors(code)) - {TOTAL}
    return [n for n, other in enumerate(sources) if other == code or other in above or code in tree.ancestors(other)]


def _title(code: str, vocabulary: Vocabulary, lang: str) -> str:
    source = vocabulary.source_tree.sources[code]
    return (source.title_ru if lang == "ru" else source.title_en) or code

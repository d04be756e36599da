"""The activities that one table numbers are in the other table of the document that numbers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.code_names import Named, named_tables, same_numbering, torn_tables
from recon.checks.form import holds, told, undecided
from recon.extract.wording import wording
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}
_LISTED = 15


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """Each pair of tables that number the same activities, in both directions; one finding for all that lack."""
    words = wording(vocabulary)
    for extraction in extractions:
        torn = torn_tables(extraction)
        tables = named_tables(extraction)
        for one in tables:
            for other in tables:
                if one is other or not same_numbering(one, other):
                    continue
                own = {code: row for code, row in one.items() if not words.has("without-money", row.words)}
                missing = [code for code in own if code not in other and _belongs(code, other)]
                where = next(iter(other.values()))
                if not missing:
                    yield holds()
                elif where.table in torn:
                    yield undecided()  # pages of the table are missing: what stood on them is not known
                else:
                    yield _told(missing, own, where)


def _belongs(code: str, other: Mapping[str, Named]) -> bool:
    """Whether a table that goes as deep as this code here would have it: finer rows than it has are no gap."""
    above, _, _ = code.rpartition(".")
    siblings = [known for known in other if known.rpartition(".")[0] == above]
    return bool(siblings)


def _told(missing: list[str], own: Mapping[str, Named], where: Named) -> Comparison:
    shown = ", ".join(missing[:_LISTED]) + (", …" if len(missing) > _LISTED else "")
    row = own[missing[0]]
    said: dict[str, object] = {"codes": shown, "count": len(missing), "table": where.table.removeprefix("t")}
    return told("finding.not-in-other-table", row.at, said, code=row.code, element=row.name)

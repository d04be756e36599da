"""An indicator has the unit that other parts of its document give it: the list of activities, the method, the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recon.checks.indicator_rows import broken, holds, spot, undecided
from recon.extract.indicators import same_name
from recon.ledger.ledger import Ledger
from recon.model.figure import Extraction
from recon.model.finding import Comparison
from recon.model.indicator import NamedUnit
from recon.model.rule import Vocabulary

PARAMETERS: dict[str, tuple[str, ...]] = {}


def compare(
    ledger: Ledger, extractions: Sequence[Extraction], vocabulary: Vocabulary, parameters: Mapping[str, object]
) -> Iterator[Comparison]:
    """The same name in the same document; units of one kind agree however they are spelled."""
    for extraction in extractions:
        elsewhere: dict[str, list[NamedUnit]] = {}
        for named in extraction.named_units:
            elsewhere.setdefault(same_name(named.name), []).append(named)
        units_of: dict[str, set[str]] = {}
        for indicator in extraction.indicators:
            units_of.setdefault(same_name(indicator.name), set()).add(indicator.kind)
        for indicator in extraction.indicators:
            name = same_name(indicator.name)
            for named in elsewhere.get(name, []):
                if not indicator.kind:
                    yield undecided(*indicator.values)
                elif named.kind in units_of[name]:  # one indicator in two units: each has its counterpart
                    yield holds(*indicator.values)
                else:
                    yield broken(
                        "finding.unit-elsewhere", indicator, expected=named.unit, unit=indicator.unit,
                        other=named.unit, spot=spot(named.at),
                    )  # fmt: skip
                    break

"""How `where:` and its like become a scope: each word is known, so that a slip never makes a rule fall silent."""

from __future__ import annotations

import re

from recon.model.amount import Unit
from recon.model.period import TOTAL, years_of
from recon.model.rule import Vocabulary
from recon.model.scope import ANY, NAMES, YEARS, Scope
from recon.rulebook.fault import Fault, Said, suggestion
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence

TABLES = ("financing", "passport", "indicators", "statistics", "other")
_TABLE = re.compile(r"t[0-9]+")
_DASH = str.maketrans("–—", "--")


def read_scope(
    value: Node, said_of: str, vocabulary: Vocabulary | None, found: list[Fault], names: tuple[str, ...] = NAMES
) -> Scope:
    """The scope that a mapping of selectors states. said_of: the field it stands in. names: what it may select by."""
    if not isinstance(value, Mapping) or not value.entries:
        hint: Said = ("rules.fault.selector-not-mapping.help", {"field": said_of})
        found.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": said_of}, hint))
        return Scope()
    stated: dict[str, tuple[str, ...]] = {}
    for name, (key, listed) in value.entries.items():
        if name not in names:
            said = {"word": name, "field": said_of}
            found.append(Fault(key.at, "rules.fault.selector", said, suggestion(name, names)))
            continue
        items = listed.items if isinstance(listed, Sequence) else [listed]
        words = [item for item in items if isinstance(item, Scalar)]
        if not words or len(words) < len(items):
            found.append(Fault(listed.at, "rules.fault.selector-words", {"word": name}))
        stated[name] = tuple(_word(name, word, vocabulary, found) for word in words)
    return Scope(**stated)


def _word(name: str, word: Scalar, vocabulary: Vocabulary | None, found: list[Fault]) -> str:
    """One pattern as the ledger spells it; what the ledger can never spell is a fault."""
    text = word.text.strip()
    if ANY in text:
        return text
    if name == "table" and text not in TABLES and not _TABLE.fullmatch(text):
        said = {"word": text, "field": name}
        found.append(Fault(word.at, "rules.fault.selector-value", said, suggestion(text, TABLES)))
    elif name == "period":
        text = text.translate(_DASH)
        if text not in (TOTAL, YEARS) and not years_of(text):
            hint: Said = ("rules.fault.selector-period.help", {})
            found.append(Fault(word.at, "rules.fault.selector-value", {"word": text, "field": name}, hint))
    elif name == "source" and vocabulary is not None:
        return _source(text, word, vocabulary, found)
    return text


def _source(text: str, word: Scalar, vocabulary: Vocabulary, found: list[Fault]) -> str:
    """A source by its code, or as documents spell it; `regional/federal` is of-which money of a known source."""
    tree = vocabulary.source_tree.sources
    if text == TOTAL or all(part in (*tree, "besides") for part in re.split("[/:]", text)):
        return text
    from recon.extract.wording import wording  # only a source in words pays for it

    spelled = wording(vocabulary).source_of(text)
    if not spelled:
        said = {"word": text, "field": "source"}
        found.append(Fault(word.at, "rules.fault.selector-value", said, suggestion(text, [TOTAL, *tree])))
    return spelled or text


def check_unit(name: Scalar, units: dict[str, Unit] | None, found: list[Fault]) -> None:
    """A unit that no document can be in is a fault."""
    if units is not None and name.text not in units:
        said = {"word": name.text, "field": "tolerance"}
        found.append(Fault(name.at, "rules.fault.tolerance-unit", said, suggestion(name.text, units)))

"""How the vocabulary files become one vocabulary: a ministry's own files first, then the shipped ones in order.

What comes first wins: the first spelling that fits names the source, and the first file that states a parent,
an edge, a power or a title decides it. A file may add spellings to a source or unit that another one defines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recon import shipped
from recon.model.amount import Unit
from recon.model.rule import Origin, Vocabulary
from recon.model.source import TOTAL, FundingSource, SourceTree
from recon.rulebook.extend import read
from recon.rulebook.fault import Fault, suggestion
from recon.rulebook.parse import Mapping, Node, Scalar, Sequence

TOP_KEYS = ("vocabulary", "sources", "units", "words", "levels")
SOURCE_FIELDS = ("parent", "edge", "title", "spelled")
UNIT_FIELDS = ("dimension", "power", "title", "spelled")
LEVEL_FIELDS = ("rank", "spelled")
EDGES = ("addend", "of-which", "besides")


@dataclass(slots=True)
class _Gathered:
    """What the files said so far."""

    fields: dict[str, dict[str, dict[str, Scalar]]] = field(default_factory=lambda: {"sources": {}, "units": {}})
    titles: dict[str, dict[str, dict[str, str]]] = field(default_factory=lambda: {"sources": {}, "units": {}})
    places: dict[tuple[str, str], Origin] = field(default_factory=dict)
    spelled: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {"sources": [], "units": []})
    words: dict[str, list[str]] = field(default_factory=dict)
    levels: list[tuple[str, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_vocabulary(extra: list[Path]) -> tuple[Vocabulary | None, list[Fault]]:
    """The vocabulary of the extra files and of all shipped ones; None where there are faults."""
    gathered = _Gathered()
    for path in [*extra, *sorted((shipped.rules() / "vocabulary").glob("*.yaml"))]:
        root, found = read(path)
        gathered.faults += found
        for name, (key, _) in root.entries.items():
            if name not in TOP_KEYS:
                hint = suggestion(name, TOP_KEYS)
                gathered.faults.append(Fault(key.at, "rules.fault.unknown-key", {"word": name}, hint))
        _named(root, "sources", SOURCE_FIELDS, gathered)
        _named(root, "units", UNIT_FIELDS, gathered)
        for name, (_, value) in _entries(root, "words", gathered):
            gathered.words.setdefault(name, []).extend(text for text, _ in _spellings(value, gathered))
        _levels(root, gathered)
    tree = _tree(gathered)
    units = _units(gathered)
    if gathered.faults:
        return None, gathered.faults
    return Vocabulary(
        source_tree=tree,
        sources=tuple(gathered.spelled["sources"]),
        units=tuple(gathered.spelled["units"]),
        unit_table=units,
        unit_titles={code: _title(gathered.titles["units"].get(code, {}), code) for code in units},
        words={name: tuple(spelled) for name, spelled in gathered.words.items()},
        levels=tuple(gathered.levels),
    ), []


def _entries(root: Mapping, name: str, gathered: _Gathered) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
    if name not in root.entries:
        return
    value = root.entries[name][1]
    if isinstance(value, Mapping):
        yield from value.entries.items()
    else:
        gathered.faults.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": name}))


def _named(root: Mapping, kind: str, known: tuple[str, ...], gathered: _Gathered) -> None:
    """Take in the sources or units of one file."""
    seen: dict[str, str] = {}
    for code, (key, value) in _entries(root, kind, gathered):
        gathered.places.setdefault((kind, code), key.at)
        if not isinstance(value, Mapping):
            gathered.faults.append(Fault(value.at, "rules.fault.key-not-mapping", {"word": code}))
            continue
        fields = gathered.fields[kind].setdefault(code, {})
        for name, (field_key, stated) in value.entries.items():
            if name == "spelled":
                for text, at in _spellings(stated, gathered):
                    if seen.setdefault(text, code) != code:
                        parameters = {"word": text, "first": seen[text], "second": code}
                        gathered.faults.append(Fault(at, "rules.fault.spelled-twice", parameters))
                    gathered.spelled[kind].append((text, code))
            elif name == "title":
                titles = gathered.titles[kind].setdefault(code, {})
                for lang, text in _texts(stated, gathered).items():
                    titles.setdefault(lang, text)
            elif name not in known:
                hint = suggestion(name, known)
                said = {"word": name, "code": code}
                gathered.faults.append(Fault(field_key.at, "rules.fault.unknown-detail", said, hint))
            elif isinstance(stated, Scalar):
                fields.setdefault(name, stated)
            else:
                gathered.faults.append(Fault(stated.at, "rules.fault.not-text", {"word": name}))


def _spellings(value: Node, gathered: _Gathered) -> list[tuple[str, Origin]]:
    items = value.items if isinstance(value, Sequence) else [value]
    spelled = []
    for item in items:
        text = " ".join(item.text.lower().split()) if isinstance(item, Scalar) else ""
        if text.strip("*= "):
            spelled.append((text, item.at))
        else:
            gathered.faults.append(Fault(item.at, "rules.fault.no-spelling"))
    return spelled


def _texts(value: Node, gathered: _Gathered) -> dict[str, str]:
    if isinstance(value, Scalar):
        return {"en": value.text, "ru": value.text}
    if isinstance(value, Mapping):
        return {lang: text.text for lang, (_, text) in value.entries.items() if isinstance(text, Scalar)}
    gathered.faults.append(Fault(value.at, "rules.fault.not-text", {"word": "title"}))
    return {}


def _title(texts: dict[str, str], code: str) -> dict[str, str]:
    return {"en": texts.get("en") or texts.get("ru") or code, "ru": texts.get("ru") or texts.get("en") or code}


def _levels(root: Mapping, gathered: _Gathered) -> None:
    if "levels" not in root.entries:
        return
    value = root.entries["levels"][1]
    for item in value.items if isinstance(value, Sequence) else [value]:
        entries = item.entries if isinstance(item, Mapping) else {}
        if set(entries) != set(LEVEL_FIELDS):
            gathered.faults.append(Fault(item.at, "rules.fault.level"))
            continue
        rank = _whole(entries["rank"][1], "rank", gathered)
        gathered.levels += [(text, rank) for text, _ in _spellings(entries["spelled"][1], gathered)]


def _whole(value: Node, name: str, gathered: _Gathered) -> int:
    text = value.text if isinstance(value, Scalar) else ""
    if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit():
        return int(text)
    gathered.faults.append(Fault(value.at, "rules.fault.not-whole", {"word": text, "field": name}))
    return 0


def _tree(gathered: _Gathered) -> SourceTree:
    tree: dict[str, FundingSource] = {}
    stated = gathered.fields["sources"]
    for code, fields in stated.items():
        parent, edge = fields.get("parent"), fields.get("edge")
        if parent is not None and parent.text not in (*stated, TOTAL):
            hint = suggestion(parent.text, stated)
            gathered.faults.append(Fault(parent.at, "rules.fault.unknown-source", {"word": parent.text}, hint))
        if edge is not None and edge.text not in EDGES:
            hint = suggestion(edge.text, EDGES)
            gathered.faults.append(Fault(edge.at, "rules.fault.unknown-edge", {"word": edge.text}, hint))
        title = _title(gathered.titles["sources"].get(code, {}), code)
        above = parent.text if parent is not None else None if code == TOTAL else TOTAL
        tree[code] = FundingSource(code, above, edge.text if edge is not None else "addend", title["en"], title["ru"])
    circles: set[frozenset[str]] = set()
    for code in tree:
        chain = [code]
        while (above := tree[chain[-1]].parent if chain[-1] in tree else None) is not None:
            chain.append(above)
            if above in chain[:-1]:
                if frozenset(chain) in circles:
                    break
                circles.add(frozenset(chain))
                at = gathered.places["sources", code]
                gathered.faults.append(Fault(at, "rules.fault.source-cycle", {"chain": " → ".join(chain)}))
                break
    return SourceTree(tree)


def _units(gathered: _Gathered) -> dict[str, Unit]:
    units = {}
    for code, fields in gathered.fields["units"].items():
        if "dimension" not in fields or "power" not in fields:
            at = gathered.places["units", code]
            gathered.faults.append(Fault(at, "rules.fault.unit", {"code": code}))
            continue
        units[code] = Unit(code, fields["dimension"].text, _whole(fields["power"], "power", gathered))
    return units
